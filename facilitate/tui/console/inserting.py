"""What the agenda did not foresee: an energiser now, a step put next, another step of the agenda first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitate.analysis.sitting import Suggestion, situation, suggested
from facilitate.analysis.timing import MINUTE_MS
from facilitate.domain.agenda import Energiser, Step
from facilitate.domain.events.running import EnergiserRun, StepOpened
from facilitate.domain.instants import between
from facilitate.language.numbers import read_number
from facilitate.tui.console.placing import (
    MOST_MINUTES,
    movable,
    moved_next,
    put_next,
    unplanned,
    with_energiser,
)
from facilitate.tui.console.steps import StepActs
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.energise import Chosen, Energise
from facilitate.tui.dialogs.energiser_card import EnergiserCard

WAYS = ("unplanned", "energiser", "moved", "opened")
"""What can be put in, in the order in which it is offered."""

AGAIN_MS = 15 * MINUTE_MS
"""Whoever chooses the same energiser in the same step so soon wants to read it again."""


class InsertActs(StepActs):
    """Whatever is put in stands next: *next* opens it, and *undo* takes it away again."""

    def _can_change(self) -> bool:
        """Whether the agenda goes on; says why not."""
        if self.meeting.closed or self.meeting.agenda is None:
            self.say(self.words("moderate.closed_key" if self.meeting.closed else "insert.no_agenda"))
            return False
        return True

    # Energisers.

    def action_energise(self, only: str = "") -> None:
        """Choose one; `only` is one that was chosen already, and is shown before it is done."""
        if self._can_change():
            self._choose_energiser(inserting=False, only=only)

    def _choose_energiser(self, *, inserting: bool, only: str = "") -> None:
        meeting = self.meeting
        energisers = [each for each in meeting.agenda.energisers if only in ("", each.id)] if meeting.agenda else []
        found = suggested(energisers, situation(meeting, self.seat.session.now()))
        may_insert = self.check_action("insert", ()) is not False
        form = Energise(found, self.words, inserting=inserting, may_insert=may_insert)
        self.app.push_screen(form, lambda chosen: self._energiser_chosen(chosen, found))

    def _energiser_chosen(self, chosen: Chosen | None, found: Sequence[Suggestion]) -> None:
        one = next((each for each in found if chosen and each.energiser.id == chosen.energiser), None)
        if chosen is None or one is None:
            return
        if chosen.now:
            self._energise(one.energiser)
        elif (agenda := self.meeting.agenda) is not None:
            reason = self.words(one.why) if one.why and not one.done else ""
            self._put(with_energiser(self.meeting, agenda, one.energiser), reason)

    def _energise(self, energiser: Energiser) -> None:
        """Note that it is done now, unless that was noted a moment ago, as its step was opened; show how it goes."""
        session, step = self.seat.session, self.opening.step if self.opening else None
        now = session.now()
        noted = [each.at for each in self.meeting.energisers if (each.energiser, each.step) == (energiser.id, step)]
        again = noted and between(noted[-1], now).ms < AGAIN_MS
        if again or self.do(EnergiserRun(energiser=energiser.id, minutes=energiser.minutes, step=step)):
            began = noted[-1] if again else now
            self.app.push_screen(EnergiserCard(energiser, lambda: between(began, session.now()).ms, self.words))

    # Steps.

    def action_insert(self) -> None:
        if self._can_change():
            words = self.words
            ways = [(way, words(f"insert.{way}"), words(f"insert.{way}.help")) for way in WAYS]
            self.app.push_screen(Choose(words("insert.title"), ways, words), self._insert)

    def _insert(self, way: str | None) -> None:
        match way:
            case "unplanned":
                self._ask_unplanned()
            case "energiser":
                self._choose_energiser(inserting=True)
            case "moved":
                steps = movable(self.meeting, self.seat.session.now())
                self._choose_step("insert.moved", steps, self._move)
            case "opened":
                self._choose_step("insert.opened", self._not_open(), self.ask_to_open)

    def _ask_unplanned(self) -> None:
        words = self.words
        fields = [
            Field(words("insert.what"), example=words("insert.what_example"), limit=120),
            Field(words("insert.minutes"), example="10", limit=4),
            Field(words("insert.why"), optional=True),
        ]
        self.ask(words("insert.unplanned"), fields, self._put_unplanned, lambda typed: self._wrong(typed[1]))

    def _wrong(self, minutes: str) -> str | None:
        number = read_number(minutes)
        right = isinstance(number, int) and 1 <= number <= MOST_MINUTES
        return None if right else self.words("insert.minutes_wrong", most=MOST_MINUTES)

    def _put_unplanned(self, typed: tuple[str, ...]) -> None:
        title, minutes, reason = typed
        if (agenda := self.meeting.agenda) is not None:
            step = unplanned(self.meeting, agenda, title, int(read_number(minutes) or 1), self.words.language)
            self._put(step, reason)

    def _put(self, step: Step, reason: str) -> None:
        if self._can_change() and self.do(*put_next(self.meeting, step, reason)):
            self._stands_next(step)

    def _stands_next(self, step: Step) -> None:
        self.say(self.words("insert.stands_next", step=step.id, title=step.title))

    def _choose_step(self, title: str, steps: Sequence[Step], then: Callable[[str], None]) -> None:
        words = self.words
        if not steps:
            self.say(words("insert.no_other_step"))
            return
        options = [(step.id, f"{step.id}  {step.title.to(words.language)}", self._length(step)) for step in steps]
        self.app.push_screen(Choose(words(title), options, words), lambda code: then(code) if code else None)

    def _length(self, step: Step) -> str:
        return self.words.minutes(self.meeting.planned_minutes(step.id) * MINUTE_MS)

    def _move(self, code: str) -> None:
        step = self.meeting.agenda.step(code) if self.meeting.agenda else None
        if step is not None and self._can_change() and self.do(moved_next(self.meeting, code)):
            self._stands_next(step)

    # Going straight to a step.

    def _not_open(self) -> tuple[Step, ...]:
        steps = self.meeting.agenda.steps if self.meeting.agenda else ()
        return tuple(step for step in steps if self.opening is None or step.id != self.opening.step)

    def ask_to_open(self, code: str) -> None:
        """Open a step out of turn, after a question that says what ends."""
        step, opening, words = self._step(code), self.opening, self.words
        if not self._can_change() or step is None or (opening is not None and opening.step == code):
            return
        if self.apart and not step.apart:
            self.say(words("console.together_first"))
            return
        title = words("insert.open", step=code, title=step.title)
        opens = StepOpened(step=code, predecessor=opening.step if opening else None, track=self.track.id)
        form = Confirm(title, self._what_ends(step), words("insert.open_yes"), words)
        self.app.push_screen(form, lambda yes: self._open(opens) if yes else None)

    def _open(self, fact: StepOpened) -> None:
        self.opens(fact)

    def _what_ends(self, step: Step) -> str:
        """What opening a step changes besides."""
        words, current = self.words, self._step(self.opening.step if self.opening else None)
        lines = [words("insert.open_ends", step=current.id, title=current.title)] if current else []
        if not self.apart and not step.apart and self.meeting.apart:
            lines.append(words("insert.open_together"))
        return "\n".join(lines)

    def _step(self, code: str | None) -> Step | None:
        return self.meeting.agenda.step(code) if self.meeting.agenda else None
