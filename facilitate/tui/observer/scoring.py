"""What a key means for the indicator under the cursor, by its kind."""

from __future__ import annotations

from textual import events, on

from facilitate.analysis.progress import Asked
from facilitate.domain.events.observing import Scored, Tallied
from facilitate.domain.indicator import Choice, Duration, Interval, Note, Option, Tally
from facilitate.domain.scale import Answer, Noted, Value
from facilitate.language.numbers import read_number
from facilitate.tui.capturing import LONGEST
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.layouts import digit_pressed
from facilitate.tui.observer.answers import answer_for, counted, group_for, points_of, shown, value_now
from facilitate.tui.observer.context import NOTE
from facilitate.tui.observer.facts import FactActs
from facilitate.tui.observer.lasting import LastingActs
from facilitate.tui.observer.presses import Press, Presses
from facilitate.tui.observer.sampling import SamplingActs
from facilitate.tui.observer.standing import condition_told
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.scoregrid import ScoreGrid

SIGNS = (".", ",", "-", "،", "٫")
"""What stands in numbers beside digits, in either script."""


class Scoring(FactActs, SamplingActs, LastingActs):
    """Digits score; one key each for *not observed*, *not applicable* and nothing."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.presses = Presses()

    def press(self, key: str) -> None:
        """A tap on an answer is the key that stands before it."""
        found, digit = self.here, digit_pressed(key)
        if found is not None and digit is not None:
            self._digit(found, digit)
        elif key == "o":
            self.action_not_observed()
        elif key == "a":
            self.action_not_applicable()
        elif found is not None and (number := read_number(key)) is not None:  # a point that one digit cannot say
            self.entry = None
            self.answer(found, key, number)

    def pressed(self, event: events.Key) -> None:
        found, digit = self.here, digit_pressed(event.character)
        if found is None or not self.takes_keys:
            super().pressed(event)
            return
        if isinstance(found.indicator, Tally) and event.key in ("plus", "minus"):
            event.stop()
            if found.indicator.groups:
                self.tell_here(self.words("observe.how_tally_groups"))
            else:
                self._tally(found, None, 1 if event.key == "plus" else -1)
        elif digit is not None:
            event.stop()
            self._digit(found, digit)
        elif event.character in SIGNS and counted(self.meeting.grid, found.indicator):
            event.stop()
            self._type(found, event.character)
        elif event.key == "enter":
            event.stop()
            self._enter(found)
        elif self.entry is not None and event.key in ("up", "down", "left", "right"):
            self.commit()
        else:
            super().pressed(event)

    def _digit(self, found: Asked, digit: int) -> None:
        indicator = found.indicator
        if isinstance(indicator, Duration | Interval) and not self._is_asked(found):
            return
        if isinstance(indicator, Duration) and indicator.groups:
            self._group_lasts(found, indicator.groups, digit)
        elif counted(self.meeting.grid, indicator):
            self._type(found, str(digit))
        elif isinstance(indicator, Tally):
            self._tally(found, group_for(indicator, digit), 1)
        elif isinstance(indicator, Interval):
            self.sample(found)
        else:
            self._answered(found, digit)

    def _group_lasts(self, found: Asked, groups: tuple[Option, ...], digit: int) -> None:
        """A group's digit starts and stops; another one is told what there is."""
        if 1 <= digit <= len(groups):
            self.lasts(found, groups[digit - 1].id)
            return
        listed = self.words.listed(self.words.number(each + 1) for each in range(len(groups)))
        self.tell_here(self.words("observe.no_point", digit=self.words.number(digit), points=listed))

    def _answered(self, found: Asked, digit: int) -> None:
        """A digit as an answer; where it is none, the answers that there are."""
        points = points_of(self.meeting.grid, found.indicator)
        if points and digit not in points:
            listed = self.words.listed(self.words.number(each) for each in points)
            self.tell_here(self.words("observe.no_point", digit=self.words.number(digit), points=listed))
            return
        value = answer_for(found.indicator, digit, found.given.value if found.given else None)
        if value is not None or isinstance(found.indicator, Choice):  # the last option of several taken away again
            self.answer(found, str(digit), value)

    def answer(self, found: Asked, key: str, value: Value | None) -> None:
        """Keep what a key says; the same key again at once is told and not stored twice."""
        at = self.seat.session.now().uptime
        press = self.presses.weigh(found.cell, key, at)
        if press is Press.TWICE:
            self.presses.note(found.cell, key, at)
            self.tell_here(self.words("observe.twice", answer=shown(value_now(found), found.indicator, self.words)))
            return
        before = shown(value_now(found), found.indicator, self.words)
        if not self.score(found, value):
            return
        self.presses.note(found.cell, key, at)
        several = isinstance(found.indicator, Choice) and found.indicator.several
        if press is Press.CORRECTED and not several:
            kept = shown(value, found.indicator, self.words)
            self.tell_here(self.words("observe.two_keys", first=before, kept=kept))
        else:
            self.tell_number(found.cell)

    def _type(self, found: Asked, sign: str) -> None:
        """One more sign of a number that is being typed into the cell."""
        if self.entry is not None and self.entry[0] != found.cell:
            self.commit()
        typed = self.entry[1] if self.entry is not None else ""
        self.entry = (found.cell, f"{typed}{sign}"[:6])
        self.draw()

    def _enter(self, found: Asked) -> None:
        if self.entry is not None:
            self.commit()
        elif isinstance(found.indicator, Duration | Interval) and not self._is_asked(found):
            return
        elif isinstance(found.indicator, Interval):
            self.sample(found)
        elif isinstance(found.indicator, Duration) and not found.indicator.groups:
            self.lasts(found, None)
        elif isinstance(found.indicator, Note):
            before = found.given.value.text if found.given and isinstance(found.given.value, Noted) else ""
            before = self.desk.texts(found.cell).pop(NOTE, before)
            self.ask_about(found, Field(self.words("observe.note"), before, limit=LONGEST), self._note)
        else:
            self.action_evidence()

    def _note(self, found: Asked, text: str) -> None:
        """Keep it; what is refused is a draft."""
        if not self.score(found, Noted(text=text)):
            self.desk.texts(found.cell)[NOTE] = text

    def _tally(self, found: Asked, group: str | None, change: int) -> None:
        if not self._is_asked(found):
            return
        cell, one = found.cell, 1 if change > 0 else -1
        about = {"about": cell.about, "indicator": cell.indicator}
        instead = [Scored(**about, step=self.seen(cell), value=None)] if cell in self.sheet.marks else []
        self.do(
            *instead, Tallied(about=cell.about, indicator=cell.indicator, step=self.seen(cell), group=group, change=one)
        )

    def _is_asked(self, found: Asked) -> bool:
        """Whether its condition is met; else that is said."""
        if found.given is None or found.given.origin != "not_asked":
            return True
        self.say(condition_told(self.meeting, found, self.words), severe=True)
        return False

    def put_down(self) -> None:
        if self.there:
            self.commit()

    @on(ScoreGrid.Moved)
    def _gone_on(self) -> None:
        """A number belongs to the cell in which it was begun, however the cursor left it."""
        if self.entry is not None and (self.here is None or self.entry[0] != self.here.cell):
            self.commit()

    def action_not_observed(self) -> None:
        self._gone_on()
        if self.here is not None:
            self.entry = None
            self.answer(self.here, "o", Answer.NOT_OBSERVED)

    def action_not_applicable(self) -> None:
        self._gone_on()
        if self.here is not None:
            self.entry = None
            self.answer(self.here, "a", Answer.NOT_APPLICABLE)

    def action_clear(self) -> None:
        self._gone_on()
        if self.entry is not None:
            self.entry = (self.entry[0], self.entry[1][:-1]) if self.entry[1][:-1] else None
            self.draw()
        elif self.here is not None and self.here.given is not None and self.here.given.origin == "mark":
            self.presses.forget()
            self.score(self.here, None)

    def action_undo(self) -> None:
        """A number that is being typed goes first: it was never kept."""
        self.presses.forget()
        self.tell_here("")
        self._gone_on()
        if self.entry is not None:
            self.entry = None
            self.draw()
        else:
            super().action_undo()

    def action_redo(self) -> None:
        self.presses.forget()
        super().action_redo()
