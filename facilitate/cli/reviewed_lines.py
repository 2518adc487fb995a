"""What is said of every cell of a reviewed workbook, one line each."""

from __future__ import annotations

from typing import Any

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import harmless
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.language import Words
from facilitate.workbook.names import joined
from facilitate.workbook.option_words import ANSWERS, CODES
from facilitate.workbook.review.changes import Change
from facilitate.workbook.review.edits import Said

SPOKEN = {code: ANSWERS[answer] for answer, code in CODES.items()}

LONGEST = 160
"""Characters of somebody's text in one line."""


class ReviewedLines:
    """Makes the lines in one language."""

    def __init__(self, meeting: Meeting, grid: Grid, words: Words) -> None:
        self.meeting, self.grid, self.words = meeting, grid, words.for_lines()

    def change(self, change: Change) -> str:
        """What became of an edit."""
        cell = change.cell
        where = ("" if cell.about == MEETING else self.meeting.name(cell.about) or cell.about, cell.step or "")
        code = cell.indicator + (f" ({joined(where, ' · ')})" if any(where) else "")
        text = self.words(
            f"review.change.{change.outcome}",
            code=code,
            name=self.meeting.name(change.observer) or change.observer,
            before=self._shown(change, change.before),
            after=self._shown(change, change.after),
            now=self._shown(change, change.now),
        )
        if change.reason:
            text = self.words("review.because", line=text, reason=_short(change.reason))
        return f"{harmless(change.at.shown)}: {text}"

    def refused(self, change: Change, refusal: Refused) -> str:
        """Why the meeting does not take it."""
        return f"{harmless(change.at.shown)}: {self.words(refusal.message, **refusal.values)}"

    def said(self, said: Said, *, note: bool = False) -> str:
        """Why a cell is not taken in, or what is to be known of it."""
        values: dict[str, Any] = {
            name: self.words.listed(map(self._offered, value)) if isinstance(value, tuple) else value
            for name, value in said.values.items()
        }
        text = self.words(said.message, **values)
        line = text if harmless(said.at.cell) and said.at.cell in text else f"{harmless(said.at.shown)}: {text}"
        return self.words("review.note", line=line) if note else self.words("review.not_taken", line=line)

    def _offered(self, each: str) -> str:
        """One of the answers that a cell takes, in the words of its drop-down."""
        return self.words(SPOKEN[each]) if each in SPOKEN else each

    def _shown(self, change: Change, value: Value | str | None) -> str:
        match value:
            case None | "":
                return self.words("review.empty")
            case Answer():
                return self.words(ANSWERS[value])
            case Chosen():
                indicator = self.grid.by_id.get(change.cell.indicator)
                options = indicator.options if isinstance(indicator, Choice) else ()
                labels = {option.id: option.label.to(self.words.language) or option.id for option in options}
                return self.words.listed(labels.get(each, each) for each in value.choices)
            case Noted():
                return _short(value.text)
            case str():
                return _short(value)
        return self.words.number(value)


def _short(text: str) -> str:
    whole = harmless(" ".join(text.split()))
    return whole if len(whole) <= LONGEST else whole[: LONGEST - 1] + "…"
