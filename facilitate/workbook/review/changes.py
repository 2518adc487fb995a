"""What a reviewed workbook would do to the meeting: what was exported, what stands in the file, what the meeting holds.

Where the meeting has moved on since the export and the file says something else, nobody guesses: it is shown and left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facilitate.analysis.scores import Scores
from facilitate.domain.events import Fact
from facilitate.domain.events.base import Origin
from facilitate.domain.events.observing import ConsensusSet, EvidenceAdded, Reviewed
from facilitate.domain.meeting.sheets import Cell, Review
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Value
from facilitate.workbook.review.edits import At, Edit, Field
from facilitate.workbook.review.reading import NEAR

Outcome: TypeAlias = Literal["review", "comment", "evidence", "consensus", "known", "conflict", "rewritten"]


@dataclass(frozen=True)
class Change:
    """What one or two cells come to. `fact` is what will be kept, if anything is; nothing in a conflict.

    `now` is what the meeting holds.
    """

    at: At
    outcome: Outcome
    observer: str
    cell: Cell
    before: Value | str | None
    after: Value | str | None
    now: Value | str | None = None
    fact: Fact | None = None
    reason: str = ""


def changes(
    edits: Sequence[Edit], meeting: Meeting, scores: Scores, file: str, fresh: Callable[[], str]
) -> list[Change]:
    """Every edit as a change; `fresh` makes names for new facts."""
    return list(_Changes(edits, meeting, scores, file, fresh).all())


class _Changes:
    def __init__(
        self, edits: Sequence[Edit], meeting: Meeting, scores: Scores, file: str, fresh: Callable[[], str]
    ) -> None:
        self.edits, self.meeting, self.scores, self.file, self.fresh = edits, meeting, scores, file, fresh
        self.texts = {(each.field, each.observer, each.cell): each for each in edits}

    def all(self) -> Iterator[Change]:
        for edit in self.edits:
            match edit.field:
                case "answer":
                    yield self._answer(edit)
                case "comment" if ("answer", edit.observer, edit.cell) not in self.texts:
                    yield self._comment(edit)
                case "evidence":
                    yield from self._evidence(edit)
                case "consensus":
                    yield self._consensus(edit)
                case "reason" if ("consensus", edit.observer, edit.cell) not in self.texts:
                    yield self._reason(edit)

    def _source(self, edit: Edit) -> Origin:
        return Origin(file=self.file[:200], cell=edit.at.shown[:200])

    def _answer(self, edit: Edit) -> Change:
        now, reason = self._now(edit.observer, edit.cell), self._text("comment", edit)
        change, review = _Compared(edit, now), self.meeting.reviews.get((edit.observer, edit.cell))
        if change.known and _line(reason) in ("", _reason(review)):
            return change.made("known")
        if change.conflict or self._reason_moved("comment", edit, review):
            return change.made("conflict")
        return change.made("review", self._reviewed(edit, change.after, reason or _reason(review)), reason)

    def _reason_moved(self, field: Field, edit: Edit, held: Review | None) -> bool:
        """Whether the words beside an answer were changed both in the file and in the meeting."""
        found = self.texts.get((field, edit.observer, edit.cell))
        return found is not None and _Compared(found, _reason(held)).conflict

    def _reviewed(self, edit: Edit, value: Value | None, reason: str) -> Reviewed:
        about, indicator, step = edit.cell
        return Reviewed(
            observer=edit.observer,
            about=about,
            indicator=indicator,
            step=step,
            value=value,
            reason=_line(reason),
            source=self._source(edit),
        )

    def _now(self, observer: str, cell: Cell) -> Value | None:
        sheet = self.scores.sheet(observer, cell.about)
        given = sheet.answers.get(cell) if sheet else None
        return given.value if given is not None and given.origin != "not_asked" else None

    def _text(self, field: Field, edit: Edit) -> str:
        found = self.texts.get((field, edit.observer, edit.cell))
        return str(found.after) if found else ""

    def _comment(self, edit: Edit) -> Change:
        review = self.meeting.reviews.get((edit.observer, edit.cell))
        change = _Compared(edit, _reason(review))
        if change.known:
            return change.made("known")
        if change.conflict:
            return change.made("conflict")
        value = review.value if review else None
        return change.made("comment", self._reviewed(edit, value, str(edit.after)))

    def _evidence(self, edit: Edit) -> Iterator[Change]:
        """New lines are new facts; what the observer wrote is never changed."""
        before, after = _lines(str(edit.before)), _lines(str(edit.after))
        gone = [line for line in before if line not in after]
        if gone:
            yield Change(edit.at, "rewritten", edit.observer, edit.cell, gone[0], edit.after)
        known = {fact.text for fact in self.meeting.sheet(edit.observer).evidence.values() if fact.cell == edit.cell}
        new = [line for line in dict.fromkeys(after) if line not in before]
        for line in new if not gone else ():
            about, indicator, step = edit.cell
            fact = EvidenceAdded(
                evidence=f"e{self.fresh()}",
                observer=edit.observer,
                about=about,
                indicator=indicator,
                step=step,
                text=line,
                source=self._source(edit),
            )
            done = line in known
            yield Change(
                edit.at,
                "known" if done else "evidence",
                edit.observer,
                edit.cell,
                "",
                line,
                line if done else "",
                None if done else fact,
            )

    def _consensus(self, edit: Edit) -> Change:
        agreed = self.meeting.consensus.get(edit.cell)
        change, reason = _Compared(edit, agreed.value if agreed else None), self._text("reason", edit)
        if change.known and _line(reason) in ("", _reason(agreed)):
            return change.made("known")
        if change.conflict or self._reason_moved("reason", edit, agreed):
            return change.made("conflict")
        return change.made("consensus", self._agreed(edit, change.after, reason or _reason(agreed)), reason)

    def _agreed(self, edit: Edit, value: Value | None, reason: str) -> ConsensusSet:
        about, indicator, step = edit.cell
        return ConsensusSet(
            about=about, indicator=indicator, step=step, value=value, reason=_line(reason), source=self._source(edit)
        )

    def _reason(self, edit: Edit) -> Change:
        agreed = self.meeting.consensus.get(edit.cell)
        change = _Compared(edit, _reason(agreed))
        if change.known:
            return change.made("known")
        if change.conflict:
            return change.made("conflict")
        return change.made("consensus", self._agreed(edit, agreed.value if agreed else None, str(edit.after)))


class _Compared:
    """An edit beside what the meeting holds now."""

    def __init__(self, edit: Edit, now: Value | str | None) -> None:
        self.edit, self.now = edit, now
        self.known = _alike(now, edit.after)
        self.conflict = not self.known and not _alike(now, edit.before)

    @property
    def after(self) -> Value | None:
        """The new value of an answer."""
        return self.edit.after  # type: ignore[return-value]  # of an answer's or a consensus' cell

    def made(self, outcome: Outcome, fact: Fact | None = None, reason: str = "") -> Change:
        edit = self.edit
        return Change(edit.at, outcome, edit.observer, edit.cell, edit.before, edit.after, self.now, fact, reason)


def _reason(review: Review | None) -> str:
    return review.reason if review else ""


def _alike(one: Value | str | None, other: Value | str | None) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= NEAR
    return (one or None) == (other or None) or (isinstance(one, int) and one == other)


def _line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> list[str]:
    return [kept for line in text.split("\n") if (kept := line.strip().removeprefix("•").strip())]
