"""Types a scoresheet from paper, code by code: one key a score, kept at once, and on to the next line."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.analysis.progress import Asked
from facilitate.domain.indicator import Choice, Interval, Note, Tally
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Answer, Noted, Value
from facilitate.language import Words
from facilitate.language.numbers import read_number
from facilitate.tui import commands
from facilitate.tui.capturing import LONGEST
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.field import Field
from facilitate.tui.intents import bound
from facilitate.tui.layouts import digit_pressed
from facilitate.tui.modal import Modal
from facilitate.tui.observer.answers import answer_for, counted, points_of, shown
from facilitate.tui.observer.card import card
from facilitate.tui.observer.lines import by_section
from facilitate.tui.observer.paper import Paper, line_key, named, paper_lines, typed
from facilitate.tui.sides import Sides
from facilitate.tui.widgets.anchors import AnchorPanel
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.scoregrid import ScoreGrid


class Hands(NamedTuple):
    """What this dialog asks of its page: the meeting now, the lines of this sheet and of all of its observer, and to
    keep something; False where that was refused."""

    meeting: Callable[[], Meeting]
    lines: Callable[[], tuple[Asked, ...]]
    every: Callable[[], tuple[Asked, ...]]
    score: Callable[[Asked, Value | None], bool]
    fact: Callable[[Asked, str], bool]
    send: Callable[[], bool]
    undo: Callable[[], None]


class TypingDialog(Modal[None]):
    """The cursor goes on by itself after each score; Enter is for a fact to what was just typed."""

    BINDINGS: ClassVar[list[BindingType]] = bound(commands.TYPING)
    CSS_PATH = "paper.tcss"
    AUTO_FOCUS = ""

    def __init__(self, paper: Paper, hands: Hands, words: Words) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
        self.paper, self._hands, self._words = paper, hands, words
        self.entry: tuple[object, str] | None = None
        self._last: str | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        yield Static(id="typing-head", markup=False)
        with Sides(id="typing-both"):
            yield ScoreGrid(self._pressed, id="typing-grid")
            yield AnchorPanel(id="typing-anchors")
        yield Static(id="typing-said", markup=False)
        yield KeyBar(commands.TYPING, self._words)

    @property
    def grid(self) -> ScoreGrid:
        """The lines of the paper."""
        return self.query_one(ScoreGrid)

    @property
    def here(self) -> Asked | None:
        """The line under the cursor."""
        line = self.grid.line
        return self._found(line.key) if line else None

    def _found(self, key: str | None) -> Asked | None:
        return next((each for each in self._hands.lines() if line_key(each) == key), None)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.grid.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.draw()
        self.action_pass_over(of_all=True)

    def draw(self) -> None:
        """Draw everything; also when others changed something."""
        if not (self.is_attached and self.is_mounted):
            return
        meeting, words, lines = self._hands.meeting(), self._words, self._hands.lines()
        done = words("typing.done", done=sum(map(typed, lines)), total=len(lines))
        whose, about = meeting.name(self.paper.observer), named(meeting, self.paper.about, words)
        head = words("typing.head", observer=whose, about=about, when=self.paper.happened)
        self.query_one("#typing-head", Static).update(f"{head} · {done}")
        if meeting.grid is not None:
            self.grid.show(paper_lines(meeting.grid, lines, self.entry, words), ("",))
        self.query_one("#typing-said", Static).update(self._said)
        self._card()

    @on(ScoreGrid.Moved)
    def _card(self) -> None:
        found, meeting = self.here, self._hands.meeting()
        if found is not None and not self.has_class("-narrow"):
            shown_card = card(meeting, meeting.sheet(self.paper.observer), found, self._words)
            self.query_one(AnchorPanel).show(shown_card)

    # Answers.

    def _pressed(self, event: events.Key) -> None:
        found, digit = self.here, digit_pressed(event.character)
        if event.key in ("up", "down", "pageup", "pagedown", "home", "end"):
            self._commit()
            self._last = None
        elif found is not None and digit is not None:
            event.stop()
            self._digit(found, digit)
        elif found is not None and event.character in (".", ",") and self._a_number(found):
            event.stop()
            self._type(found, ".")

    def action_tap(self, key: str) -> None:
        """An answer of the card was tapped."""
        found, number = self.here, read_number(key)
        if key in ("o", "a"):
            self._apart(Answer.NOT_OBSERVED if key == "o" else Answer.NOT_APPLICABLE)
        elif found is not None and number is not None:
            self._digit(found, int(number)) if 0 <= number <= 9 else self._keep(found, number)

    def _a_number(self, found: Asked) -> bool:
        """Whether it is typed sign by sign and ended by Enter."""
        return counted(self._hands.meeting().grid, found.indicator) or isinstance(found.indicator, Tally)

    def _digit(self, found: Asked, digit: int) -> None:
        if self._a_number(found):
            self._type(found, str(digit))
            return
        words, points = self._words, points_of(self._hands.meeting().grid, found.indicator)
        if digit not in points:
            listed = words.listed(words.number(each) for each in points) or "–"
            message = "typing.on_screen" if isinstance(found.indicator, Interval | Note) else "observe.no_point"
            self._tell(words(message, digit=words.number(digit), points=listed, code=found.indicator.id))
            return
        several = isinstance(found.indicator, Choice) and found.indicator.several
        now = found.given.value if typed(found) and found.given else None
        self._keep(found, answer_for(found.indicator, digit, now), stay=several)

    def _type(self, found: Asked, sign: str) -> None:
        before = self.entry[1] if self.entry is not None and self.entry[0] == found.cell else ""
        self.entry = (found.cell, f"{before}{sign}"[:7])
        self.draw()

    def _commit(self) -> bool:
        """Keep the number that is being typed; whether there was one."""
        if self.entry is None:
            return False
        cell, text = self.entry
        self.entry = None
        found = next((each for each in self._hands.lines() if each.cell == cell), None)
        number = read_number(text)
        if found is not None and number is not None:
            self._keep(found, number)
        return True

    def _keep(self, found: Asked, value: Value | None, *, stay: bool = False) -> None:
        """Keep an answer at once, say what was typed, and go on."""
        if not self._hands.score(found, value):
            self.draw()
            return
        said = shown(value, found.indicator, self._words)
        now = self._found(line_key(found))
        owed = self._words("typing.owes") if now is not None and now.owes else self._words("typing.may_fact")
        self._said = self._words("typing.kept", code=found.indicator.id, answer=said, fact=owed)
        self._last = line_key(found)
        if not stay and value is not None and self.grid.line is not None and self.grid.line.key == self._last:
            self.grid.action_move(1)
        self.draw()

    def _tell(self, text: str) -> None:
        self._said = text
        self.draw()

    def action_not_observed(self) -> None:
        self._apart(Answer.NOT_OBSERVED)

    def action_not_applicable(self) -> None:
        self._apart(Answer.NOT_APPLICABLE)

    def _apart(self, answer: Answer) -> None:
        self.entry = None
        if (found := self.here) is not None:
            self._keep(found, answer)

    def action_clear(self) -> None:
        """The last sign of a number, or the answer of this line."""
        if self.entry is not None:
            cell, text = self.entry
            self.entry = (cell, text[:-1]) if text[:-1] else None
            self.draw()
        elif (found := self.here) is not None and typed(found):
            self._keep(found, None, stay=True)

    # Facts.

    def action_paper_fact(self) -> None:
        """Keep the number; else write a fact to what was just typed, or to this line."""
        if self._commit():
            return
        found = self._found(self._last) or self.here
        if found is None:
            return
        note = isinstance(found.indicator, Note)
        label = self._words("observe.note" if note else "typing.fact_to", code=found.indicator.id)
        form = Ask(label, [Field(found.indicator.text.to(self._words.language), limit=LONGEST)], self._words)
        self.app.push_screen(form, lambda text: self._written(found, text[0], note=note) if text else None)

    def _written(self, found: Asked, text: str, *, note: bool) -> None:
        if note:
            self._keep(found, Noted(text=text))
        elif self._hands.fact(found, text):
            self._tell(self._words("typing.fact_kept", code=found.indicator.id))

    # Going about.

    def action_pass_over(self, *, of_all: bool = False) -> None:
        """To the next line without an answer; from the first one on, with `of_all`."""
        self._commit()
        self._last = None
        lines = list(self._hands.lines())
        order = {line.key: place for place, line in enumerate(self.grid.lines)}
        at = -1 if of_all else self.grid.cursor
        waiting = sorted(order[line_key(each)] for each in lines if not typed(each) and line_key(each) in order)
        place = next((each for each in waiting if each > at), next(iter(waiting), None))
        if place is not None:
            self.grid.go(place)
        else:
            self._said = self._words("typing.complete")
        self.draw()

    def action_one_back(self) -> None:
        self._commit()
        self._last = None
        self.grid.action_move(-1)

    def action_undo(self) -> None:
        self._said, self._last = "", None
        if self.entry is not None:
            self.entry = None
            self.draw()
        else:
            self._hands.undo()

    # Ending.

    def action_send_paper(self) -> None:
        """Everything of this observer is typed: after a list of what is missing, the sheet counts as sent."""
        self._commit()
        words, meeting = self._words, self._hands.meeting()
        missing = tuple(each for each in self._hands.every() if not typed(each))
        lines = (
            [words("observe.open_count", count=len(missing)), *by_section(meeting, missing, words)] if missing else []
        )
        body = "\n".join([*lines, words("typing.send_body", name=meeting.name(self.paper.observer))])
        self.app.push_screen(Confirm(words("typing.send"), body, words("typing.send_yes"), words), self._send)

    def _send(self, yes: bool | None) -> None:
        if yes and self._hands.send():
            self.dismiss(None)

    def action_leave_off(self) -> None:
        """What was typed is kept; it goes on here the next time."""
        self._commit()
        self.dismiss(None)
