"""Drives the comparisons one by one, on the whole screen: which of these two comes first?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.analysis.comparing import Comparing
from facilitate.analysis.pairing import Couple
from facilitate.analysis.ranking import Unit
from facilitate.domain.events.capturing import Pair
from facilitate.language import Words
from facilitate.tui import commands
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.field import Field
from facilitate.tui.drawing import cut
from facilitate.tui.intents import bound
from facilitate.tui.modal import Modal
from facilitate.tui.ranking.drawn import matrix
from facilitate.tui.sides import Scroll, Sides
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.side import Side


class Keeper(Protocol):
    """Keeps one comparison as decided, or as open again; False where that was refused."""

    def __call__(self, couple: Couple, pair: Pair | None) -> bool: ...


class Asked(NamedTuple):
    """Who compares what: the group's name, the units, and under each label the needs of a theme."""

    who: str
    units: tuple[Unit, ...]
    details: Mapping[str, str]


@dataclass
class LeftOpen:
    """What outlives this dialog: notes on what is not decided, and what was left for later."""

    notes: dict[Couple, str] = field(default_factory=dict)
    later: frozenset[Couple] = frozenset()


class PairsDialog(Modal[None]):
    """Each comparison is kept at once. What cannot be agreed on comes again at the end; leaving loses nothing."""

    BINDINGS: ClassVar[list[BindingType]] = bound(commands.COMPARING)
    CSS_PATH = "pairs.tcss"
    AUTO_FOCUS = ""

    def __init__(
        self,
        asked: Asked,
        answers: Mapping[Couple, Pair],
        left: LeftOpen,
        keep: Keeper,
        again: Callable[[], bool],
        words: Words,
    ) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
        self._asked, self._words, self._left = asked, words, left
        self._keep, self._again = keep, again
        self.comparing = Comparing.begun([unit.id for unit in asked.units], answers, left.later)

    def compose(self) -> ComposeResult:
        yield Static(id="pairs-head", markup=False)
        yield Static(id="pairs-ask", markup=False)
        with Sides(id="pairs-sides"):
            yield Side(1)
            yield Side(2)
        with Scroll(id="pairs-matrix", can_focus=False):
            yield Static(markup=False)
        yield Static(id="pairs-said", markup=False)
        yield KeyBar(commands.COMPARING, self._words)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def heard(self, units: Sequence[Unit], answers: Mapping[Couple, Pair]) -> None:
        """Others decided something, or a unit is gone: what is shown stays as long as it can."""
        self._asked = self._asked._replace(units=tuple(units))
        self.comparing = self.comparing.now([unit.id for unit in units], answers)
        self.draw()

    # Drawing.

    @property
    def _labels(self) -> dict[str, str]:
        return {unit.id: unit.label for unit in self._asked.units}

    def draw(self) -> None:
        if not (self.is_attached and self.is_mounted):
            return
        now, words = self.comparing, self._words
        number, whole = min(now.number, len(now.order)), len(now.order)
        state = words("pairs.number", number=number, all=whole) if now.here else self._ended
        self.query_one("#pairs-head", Static).update(f"{state} · {self._asked.who}")
        self.query_one("#pairs-ask", Static).update(words("pairs.which") if now.here else words("pairs.end"))
        self.query_one("#pairs-sides").display = now.here is not None
        self.query_one("#pairs-matrix").display = now.here is None
        self._draw_sides() if now.here else self._draw_matrix()
        self.query_one("#pairs-said", Static).update("\n".join(self._said()))
        self.query_one(KeyBar).refresh(layout=True)

    @property
    def _ended(self) -> str:
        left = len(self.comparing.order) - self.comparing.decided
        return self._words("pairs.some_open", count=left) if left else self._words("pairs.done")

    def _draw_sides(self) -> None:
        duel, answer = self.comparing.here, self.comparing.answer
        if duel is None:
            return
        for side, unit in zip(self.query(Side), duel, strict=True):
            decided = self._words("pairs.put_first") if answer and answer.winner == unit else ""
            side.show(cut(self._labels[unit], 300), cut(self._asked.details.get(unit, ""), 160), decided)

    def _draw_matrix(self) -> None:
        width = max(30, self.size.width - 4)
        text = matrix(self._asked.units, self.comparing.answers, self._words, width)
        self.query_one("#pairs-matrix").query_one(Static).update(text)

    def _said(self) -> list[str]:
        """What was decided just before, the note on this one, and that only those are left that were put off."""
        now, words, said = self.comparing, self._words, list[str]()
        if now.before and now.here:
            room = max(10, (self.size.width - 34) // 2)
            one, other = (cut(self._labels.get(each, ""), room) for each in (now.before.winner, now.before.loser))
            said.append(words("pairs.before", one=one, other=other))
        if note := self._note:
            said.append(words("pairs.note", note=cut(note, 120)))
        if now.here and now.only_later_left and now.answer is None:
            said.append(words("pairs.only_later", count=len(now.order) - now.decided))
        return said

    # What this screen's keys are called, and which are of use.

    def idle(self, action: str) -> bool:
        """Whether a key does nothing just now."""
        return action == "one_before" and (not self.comparing.trail or self.comparing.at == 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be decided while there is something to decide, and what can be done at the end."""
        ended = self.comparing.here is None
        if action in ("first", "second", "not_agreed", "remark"):
            return not ended
        if action == "begin_again":
            return ended and bool(self.comparing.answers)
        return action != "onward" or self.comparing.at is not None or (ended and self._some_open)

    @property
    def _some_open(self) -> bool:
        return self.comparing.decided < len(self.comparing.order)

    # Deciding.

    @on(Side.Chosen)
    def _tapped(self, message: Side.Chosen) -> None:
        self._decide(message.number)

    def action_first(self) -> None:
        self._decide(1)

    def action_second(self) -> None:
        self._decide(2)

    def _decide(self, number: int) -> None:
        duel = self.comparing.here
        if duel is None:
            return
        winner, loser = (duel.first, duel.second) if number == 1 else (duel.second, duel.first)
        pair = Pair(winner=winner, loser=loser, note=self._note)
        if pair == self.comparing.answer or self._keep(duel.couple, pair):
            self._left.notes.pop(duel.couple, None)
            self.comparing = self.comparing.answered(pair)
            self.draw()

    def action_not_agreed(self) -> None:
        """Not decided for now; a decision that was taken on it before is open again."""
        duel = self.comparing.here
        if duel is not None and (self.comparing.answer is None or self._keep(duel.couple, None)):
            self.comparing = self.comparing.left()
            self.draw()

    def action_one_before(self) -> None:
        self.comparing = self.comparing.back()
        self.draw()

    def action_onward(self) -> None:
        self.comparing = self.comparing.onward()
        self.draw()

    # Notes.

    @property
    def _note(self) -> str:
        here, answer = self.comparing.here, self.comparing.answer
        return self._left.notes.get(here.couple, answer.note if answer else "") if here else ""

    def action_remark(self) -> None:
        duel = self.comparing.here
        if duel is not None:
            line = Field(self._words("pairs.remark"), self._note, optional=True)
            form = Ask(self._words("pairs.remark_title"), [line], self._words)
            self.app.push_screen(form, lambda found: self._noted(duel.couple, found[0]) if found else None)

    def _noted(self, couple: Couple, note: str) -> None:
        answer = self.comparing.answers.get(couple)
        self._left.notes[couple] = note
        if answer is not None:
            pair = Pair(winner=answer.winner, loser=answer.loser, note=note)
            if self._keep(couple, pair):
                del self._left.notes[couple]
                self.comparing = self.comparing.noted(couple, pair)
        self.draw()

    # Leaving.

    def action_begin_again(self) -> None:
        words = self._words
        form = Confirm(words("pairs.again"), words("pairs.again_body"), words("pairs.again_yes"), words)
        self.app.push_screen(form, self._begin_again)

    def _begin_again(self, yes: bool | None) -> None:
        if yes and self._again():
            self.comparing = Comparing.begun([unit.id for unit in self._asked.units], {})
            self.draw()

    def action_leave_off(self) -> None:
        self._left.later = self.comparing.put_off
        self.dismiss(None)
