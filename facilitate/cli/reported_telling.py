"""One meeting being told to a program: reasons in the reader's words, people by code and name, moments as ISO 8601."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from facilitate.domain.events.observing import MEETING
from facilitate.domain.instants import Instant, Span
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group
from facilitate.language import Words

Json: TypeAlias = dict[str, Any]


class Telling(NamedTuple):
    """A meeting as its reader may see it, the moment, and the reader's words."""

    meeting: Meeting
    now: Instant
    words: Words

    def why(self, message: str | None) -> str | None:
        """A reason as a sentence; nothing where there is none."""
        return self.words(message) if message else None

    def person(self, person: str | None, nobody: str = "report.name_missing") -> Json:
        """The code in this meeting and the name, and why there is none; `nobody` is said where no one was named."""
        found = self.meeting.people.get(person or "")
        name = found.name if found and found.name and not found.erased else None
        reason = nobody if not person else "report.name_erased" if found and found.erased else "report.name_missing"
        return {"person": person, "name": name, "why": self.words(reason) if name is None else None}

    def subject(self, about: str) -> Json:
        """Whom a score is about: a moderator, or the meeting, which has no name."""
        if about == MEETING:
            return {"about": "meeting", "person": None, "name": None, "name_why": self.words("report.the_meeting")}
        who = self.person(about)
        return {"about": "moderator", "person": about, "name": who["name"], "name_why": who["why"]}


def group(found: Group | None) -> Json | None:
    """A group as it was written down; what is not known of it is null."""
    return found.model_dump() if found and any((found.sex, found.age, found.place)) else None


def minutes(span: Span) -> float:
    """Minutes to the hundredth."""
    return round(span.minutes, 2)


def iso(moment: datetime | None) -> str | None:
    """A moment to the second, with its offset from UTC."""
    return moment.isoformat(timespec="seconds") if moment else None
