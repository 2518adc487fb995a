"""One meeting being told to one reader: names, titles and groups in that reader's words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from facilitate.domain.instants import Instant, Span
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group, band_shown
from facilitate.language.words import Words
from facilitate.report.blocks import Heading

_NOT_OF_ARABIC = frozenset(("L", "EN"))  # digits too: 15-17 would read 17-15
_NOT_OF_LATIN = frozenset(("R", "AL", "AN"))


@dataclass(frozen=True)
class Teller:
    """A meeting as one reader may see it, the moment, the reader's words, and the level of the report's title."""

    meeting: Meeting
    now: Instant
    words: Words
    level: int = 1

    def __call__(self, message: str, /, count: int | None = None, **values: Any) -> str:
        return self.words(message, count, **values)

    @property
    def begun(self) -> bool:
        """Whether a step was opened, or something written down or sent."""
        meeting = self.meeting
        return bool(meeting.plenary.openings or meeting.captures or meeting.sheets)

    def part(self, message: str, depth: int = 1) -> Heading:
        """The heading of a part, so many levels below the title."""
        return Heading(self.level + depth, self.words(message))

    def own(self, text: str) -> str:
        """What people typed, or content that may be in another language than the reader's."""
        return isolated(self.words, text)

    def name(self, person: str | None) -> str:
        """A person's name; what to say where there is none."""
        found = self.meeting.people.get(person or "")
        if found is not None and found.erased:
            return self.words("report.name_erased")
        return self.own(found.name) if found and found.name else self.words("report.name_missing")

    def names(self, people: Iterable[str]) -> str:
        """Names one after the other."""
        return self.words.listed(self.name(person) for person in people)

    def step(self, step: str | None) -> str:
        """The title of a step; its code where the agenda no longer has it."""
        found = self.meeting.agenda.step(step) if self.meeting.agenda else None
        return self.own(found.title.to(self.words.language)) if found and found.title else self.own(step or "")

    def group(self, group: Group | None) -> str:
        """A group as it was counted, such as "women, 18 to 25, Zaouiat"; nothing where nothing is known."""
        if group is None:
            return ""
        known = (self.value(each, getattr(group, each)) for each in ("sex", "age", "place"))
        return self.words.listed(each for each in known if each)

    def value(self, dimension: str, value: str | None) -> str:
        """What a group has in one dimension, in words where the catalog has them."""
        if value and dimension == "age" and value[0].isdigit():
            return self.words("report.age.years", age=self.own(band_shown(value)))
        return self.coded(f"report.{dimension}", value) if value else ""

    def coded(self, messages: str, code: str) -> str:
        """The sentence of a code; the code itself where somebody made up one of their own."""
        message = f"{messages}.{code}"
        said = self.words(message)
        return self.own(code) if said == message else said

    def minutes(self, span: Span) -> str:
        """Whole minutes as a number, marked where only clocks could tell them."""
        number = self.words.number(round(span.minutes))
        return self.words("report.about", number=number) if span.approximate else number

    def due(self, capture: Capture) -> str:
        """By when, as a date and as people said it."""
        said = self.own(capture.due_said)
        if capture.due and said:
            return self.words("report.actions.due_both", day=capture.due, said=said)
        return self.words.day(capture.due) if capture.due else said or self.words("report.actions.no_date")

    def owner(self, capture: Capture) -> str:
        """Who, said plainly where nobody was named."""
        return self.name(capture.owner) if capture.owner else self.words("report.actions.nobody")


def isolated(words: Words, text: str) -> str:
    """The text between isolates where its letters could turn a sentence of this reader round."""
    foreign = _NOT_OF_ARABIC if words.right_to_left else _NOT_OF_LATIN
    turning = any(unicodedata.bidirectional(character) in foreign for character in text)
    return words.isolated(text) if turning else text
