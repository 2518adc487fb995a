"""What a key means for the indicator under the cursor, by its kind."""

from __future__ import annotations

from textual import events

from facilitate.analysis.progress import Asked
from facilitate.domain.events.observing import Tallied
from facilitate.domain.indicator import Interval, Note, Tally
from facilitate.domain.scale import Answer, Noted
from facilitate.language.numbers import digit_of
from facilitate.tui.capturing import LONGEST
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.observer.answers import answer_for, counted, group_for
from facilitate.tui.observer.facts import FactActs


class Scoring(FactActs):
    """Digits score; one key each for *not observed*, *not applicable* and nothing."""

    def on_key(self, event: events.Key) -> None:
        found, digit = self.here, digit_of(event.character)
        if found is None:
            return
        if isinstance(found.indicator, Tally) and event.key in ("plus", "minus"):
            event.stop()
            self._tally(found, None, 1 if event.key == "plus" else -1)
        elif digit is not None:
            event.stop()
            self._digit(found, digit)
        elif event.character in (".", ",", "-") and counted(self.meeting.grid, found.indicator):
            event.stop()
            self._type(found, event.character)
        elif event.key == "enter":
            event.stop()
            self._enter(found)
        elif self.entry is not None and event.key == "escape":
            self.entry = None
            self.draw()
        elif self.entry is not None and event.key in ("up", "down", "left", "right"):
            self.commit()

    def _digit(self, found: Asked, digit: int) -> None:
        indicator = found.indicator
        if counted(self.meeting.grid, indicator):
            self._type(found, str(digit))
        elif isinstance(indicator, Tally):
            self._tally(found, group_for(indicator, digit), 1)
        elif isinstance(indicator, Interval):
            self.say(self.words("observe.how_interval"), severe=True)
        else:
            value = answer_for(indicator, digit, found.given.value if found.given else None)
            self.score(found, value if value is not None else Answer.NO if digit == 0 else digit)

    def _type(self, found: Asked, sign: str) -> None:
        """One more sign of a number that is being typed into the cell."""
        typed = self.entry[1] if self.entry and self.entry[0] == found.cell else ""
        self.entry = (found.cell, f"{typed}{sign}"[:6])
        self.draw()

    def _enter(self, found: Asked) -> None:
        if self.entry is not None:
            self.commit()
        elif isinstance(found.indicator, Note):
            before = found.given.value.text if found.given and isinstance(found.given.value, Noted) else ""
            self.ask_about(found, Field(self.words("observe.note"), before, limit=LONGEST), self._note)
        else:
            self.action_evidence()

    def _note(self, found: Asked, text: str) -> None:
        self.score(found, Noted(text=text))

    def _tally(self, found: Asked, group: str | None, change: int) -> None:
        cell, one = found.cell, 1 if change > 0 else -1
        self.do(Tallied(about=cell.about, indicator=cell.indicator, step=self.seen(cell), group=group, change=one))

    def action_not_observed(self) -> None:
        if self.here is not None:
            self.score(self.here, Answer.NOT_OBSERVED)

    def action_not_applicable(self) -> None:
        if self.here is not None:
            self.score(self.here, Answer.NOT_APPLICABLE)

    def action_clear(self) -> None:
        if self.entry is not None:
            self.entry = (self.entry[0], self.entry[1][:-1]) if self.entry[1][:-1] else None
            self.draw()
        elif self.here is not None and self.here.given is not None and self.here.given.origin == "mark":
            self.score(self.here, None)
