"""Who agrees to a grid: what each person's yes and no stand for, what is still open, when it can be sealed.

A yes or a no stands for the words that were read. When an indicator, its scale or the frame of the grid changes, what
was said about the old words does not count any more; the journal keeps it. Silence is never a yes. Whoever has left
the meeting is not waited for, and holds nobody up.
"""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.domain.events.agreeing import Signature
from facilitate.domain.meeting.agreement import Judgement
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Person, Role

AGREE = (Role.MODERATOR, Role.OBSERVER)
"""Whose yes is needed. A trainer may object, too."""

OBJECT = (*AGREE, Role.TRAINER)


def asked(meeting: Meeting) -> tuple[Person, ...]:
    """The moderators and observers who are there."""
    return tuple(person for person in meeting.people_with(*AGREE) if not person.left)


def standing(meeting: Meeting) -> Mapping[tuple[str, str], Judgement]:
    """What each person (second) has said last of each code (first), as far as the words are still the same."""
    contents = meeting.grid.content_of if meeting.grid else {}
    last = {(each.code, each.person): each for each in meeting.grids.judgements}
    return {key: each for key, each in last.items() if contents.get(each.code) == each.content}


def objections(meeting: Meeting) -> tuple[Judgement, ...]:
    """Every *no* that stands, in the order of the grid, of people who are there and still have a say."""
    order = {code: place for place, code in enumerate(meeting.grid.content_of if meeting.grid else ())}
    people = {person.id for person in meeting.people_with(*OBJECT) if not person.left}
    against = (each for each in standing(meeting).values() if not each.accepted and each.person in people)
    return tuple(sorted(against, key=lambda each: (order[each.code], each.person)))


def not_yet(meeting: Meeting) -> Mapping[str, tuple[str, ...]]:
    """Of each person who is asked, the codes to which they have not said yes."""
    said, codes = standing(meeting), tuple(meeting.grid.content_of) if meeting.grid else ()
    return {
        person.id: tuple(code for code in codes if not (each := said.get((code, person.id))) or not each.accepted)
        for person in asked(meeting)
    }


def signatures(meeting: Meeting) -> tuple[Signature, ...]:
    """Those who have said yes to all of it."""
    missing = not_yet(meeting)
    return tuple(
        Signature(person=person.id, role=next(role for role in AGREE if person.has(role)))
        for person in asked(meeting)
        if meeting.grid and not missing[person.id]
    )


def needed(meeting: Meeting) -> int:
    """How many must agree, by the rule that the team has chosen."""
    rule = meeting.grids.rule
    return len(asked(meeting)) if rule.rule == "all" else (rule.quorum or 1)
