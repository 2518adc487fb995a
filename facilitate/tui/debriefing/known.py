"""What the page knows of a meeting: scores, agreement, and what to talk about; reckoned once for each view of it."""

from __future__ import annotations

from functools import cached_property

from rich.text import Text

from facilitate.analysis.agreement import Agreement, agreement
from facilitate.analysis.debriefing import Item, items
from facilitate.analysis.scores import Scores, scores
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import sees_scores
from facilitate.language import Words
from facilitate.tui.bidi.marks import FIELD
from facilitate.tui.debriefing.letters import in_one_cell, letters
from facilitate.tui.observer.lines import subject_name


class Known:
    """One person's view of a meeting, and what follows from it; each part only when it is looked at."""

    def __init__(self, meeting: Meeting, person: str, now: Instant, words: Words) -> None:
        self.meeting, self.person, self.now, self.words = meeting, person, now, words
        self.pictures: dict[tuple[str, int], Text] = {}

    @cached_property
    def open(self) -> bool:
        """Whether the person may see scores other than their own."""
        return sees_scores(self.meeting, self.person)

    @cached_property
    def scores(self) -> Scores:
        return scores(self.meeting, self.now)

    @cached_property
    def agreement(self) -> Agreement:
        return agreement(self.meeting, self.scores, self.now, "briefly")

    @cached_property
    def figures(self) -> Agreement:
        """The same with every coefficient of the whole, and with the sections."""
        return agreement(self.meeting, self.scores, self.now, "told")

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return items(self.meeting, self.scores, self.agreement, self.now) if self.open else ()

    @cached_property
    def observers(self) -> tuple[str, ...]:
        """Everybody whose sheet is seen, in their order."""
        return tuple(dict.fromkeys(sheet.observer for sheet in self.scores.sheets))

    @cached_property
    def letters(self) -> dict[str, str]:
        """A short sign for each observer, where a name has no room."""
        return letters(self.names)

    @cached_property
    def signs(self) -> dict[str, str]:
        """The same in one cell, where a letter is a mark in a drawing."""
        return in_one_cell(self.names)

    @cached_property
    def names(self) -> dict[str, str]:
        return {each: self.meeting.name(each) for each in self.observers}

    def whose(self, signs: dict[str, str]) -> str:
        """Which sign is whose, in one line, each a field of its own."""
        return self.words.listed(f"{FIELD}{sign} {self.names[who]}{FIELD}" for who, sign in signs.items())

    def subject(self, cell: Cell) -> str:
        return subject_name(self.meeting, cell, self.words)

    def item(self, key: str) -> Item | None:
        return next((each for each in self.items if key_of(each.cell) == key), None)


def key_of(cell: Cell) -> str:
    """A cell as the key of its line."""
    return "\t".join((cell.about, cell.indicator, cell.step or ""))
