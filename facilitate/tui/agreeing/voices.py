"""Who has said yes, no, or nothing yet to a line, and whom a change asks again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from facilitate.domain.agreement import AGREE, asked, not_yet, objections, standing
from facilitate.domain.grid import FRAME, Section
from facilitate.domain.meeting.agreement import Judgement
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Person, Role

Own = Literal["yes", "no", "again", ""]


class Voices(NamedTuple):
    """Ids of people; `against` also has a trainer who objects, who is asked by nobody."""

    yes: tuple[str, ...]
    against: tuple[Judgement, ...]
    waiting: tuple[str, ...]
    asked: int


class Assembly:
    """Everything that was said about the grid in force, looked up once for a drawing."""

    def __init__(self, meeting: Meeting, person: str) -> None:
        self.meeting, self.person = meeting, person
        self.said: Mapping[tuple[str, str], Judgement] = standing(meeting)
        self.asked = asked(meeting)
        self.objections = objections(meeting)
        self.not_yet = not_yet(meeting)
        self._ever = {(each.code, each.person): each for each in meeting.grids.judgements}

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.meeting.grid.content_of) if self.meeting.grid else ()

    @property
    def may_judge(self) -> bool:
        person = self.meeting.people.get(self.person)
        return bool(person and not person.left and person.has(*AGREE, Role.TRAINER))

    @property
    def is_asked(self) -> bool:
        return any(each.id == self.person for each in self.asked)

    def on(self, code: str) -> Voices:
        """Who said what of one line."""
        ids = tuple(each.id for each in self.asked)
        yes = tuple(each for each in ids if (found := self.said.get((code, each))) and found.accepted)
        against = tuple(each for each in self.objections if each.code == code)
        objecting = {each.person for each in against}
        waiting = tuple(each for each in ids if each not in yes and each not in objecting)
        return Voices(yes, against, waiting, len(ids))

    def own(self, code: str) -> Own:
        """What this person has said; *again* where they had said something of other words."""
        found = self.said.get((code, self.person))
        if found is not None:
            return "yes" if found.accepted else "no"
        return "again" if (code, self.person) in self._ever else ""

    def before(self, code: str) -> Judgement | None:
        """What this person had said of other words."""
        return self._ever.get((code, self.person)) if self.own(code) == "again" else None

    def open_for_me(self, *sections: Section) -> tuple[str, ...]:
        """What this person has said nothing of yet: in a section, or in all of the grid."""
        if not self.may_judge:
            return ()
        wanted = {each.id for section in sections for each in section.indicators} if sections else set(self.codes)
        return tuple(each for each in self.codes if each in wanted and self.own(each) in ("", "again"))

    def left(self) -> Iterator[tuple[Person, int]]:
        """Of each person who is asked, how many lines still have no yes of theirs."""
        yield from ((each, len(self.not_yet[each.id])) for each in self.asked)


def label_of(code: str, frame: str) -> str:
    """A code as it is read: the frame has a name."""
    return frame if code == FRAME else code
