"""Who spoke in plenary, how long, and how that compares with who was present.

A share is given only when the log can carry it (design §5): turns of which it is known who had the floor cover at least
60 % of plenary time, and where persons are counted each turn names a person. Speaking time means little without a head
count, so a group's share is set against its share of the people present ("relative speaking time", AMTTM; floor time in
Karpowitz & Mendelberg, The Silent Sex, ch. 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from facilitate.analysis.measured import Measured, unknown
from facilitate.analysis.presence import (
    DIMENSIONS,
    MODERATING,
    Dimension,
    in_group,
    is_participant,
    present,
    present_by,
)
from facilitate.analysis.turns import (
    ENOUGH_COVERED,
    attributed,
    coverage,
    plenary_time,
    plenary_turns,
    spoken_in,
    why_not_covered,
)
from facilitate.domain.instants import Instant, Span, total
from facilitate.domain.meeting.parts import Turn
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group

FEW_PEOPLE = 5
"""A group of fewer people is a small one, and is named so."""


class Voice(NamedTuple):
    """One person's turns in plenary; `share` is of all speaking time."""

    person: str
    turns: int
    spoken: Span
    share: float | None


class GroupVoice(NamedTuple):
    """The participants of a group: `share` of participants' speaking time, `presence` of the people present, and
    `relative`, the first over the second: 1 means that they speak in proportion to their number. `why` is the message
    that says why there is no `relative`."""

    dimension: Dimension
    value: str
    present: int
    turns: int
    spoken: Span
    share: float | None
    presence: float | None
    relative: float | None
    why: str | None = None

    @property
    def small(self) -> bool:
        """Whether they are so few that a person could be recognised, and that one turn changes the numbers."""
        return self.present < FEW_PEOPLE


class Participation(NamedTuple):
    """Speaking in plenary. Turns and times are what was logged; shares are there only when the log can carry them."""

    plenary: Span
    spoken: Span
    turns: int
    coverage: float | None
    people: tuple[Voice, ...]
    groups: tuple[GroupVoice, ...]
    moderators_share: float | None
    never_spoke_share: float | None


def participation(meeting: Meeting, now: Instant) -> Participation:
    """Everything about speaking in plenary until now."""
    turns = plenary_turns(meeting)
    return Participation(
        plenary=plenary_time(meeting, now),
        spoken=spoken_in(turns, now),
        turns=len(turns),
        coverage=coverage(meeting, now),
        people=voices(meeting, now),
        groups=group_voices(meeting, now),
        moderators_share=moderators_share(meeting, now).value,
        never_spoke_share=never_spoke_share(meeting, now).value,
    )


def voices(meeting: Meeting, now: Instant) -> tuple[Voice, ...]:
    """Everybody who had the floor as a person, who spoke most first."""
    known = attributed(plenary_turns(meeting))
    whole = None if why_not_covered(meeting, now) else spoken_in(known, now).ms
    by_person: dict[str, list[Turn]] = {}
    for turn in known:
        if turn.who.person:
            by_person.setdefault(turn.who.person, []).append(turn)
    found = (Voice(person, len(own), spoken_in(own, now), None) for person, own in by_person.items())
    shared = (voice._replace(share=voice.spoken.ms / whole if whole else None) for voice in found)
    return tuple(sorted(shared, key=lambda voice: (-voice.spoken.ms, voice.person)))


def moderators_share(meeting: Meeting, now: Instant) -> Measured:
    """Share of speaking time, from 0 to 1, that moderators and co-moderators took."""
    why = why_not_covered(meeting, now)
    if why:
        return unknown(why)
    known = attributed(plenary_turns(meeting))
    theirs = [turn for turn in known if _moderates(meeting, turn)]
    whole = spoken_in(known, now).ms
    return Measured(spoken_in(theirs, now).ms / whole) if whole else unknown("analysis.why.no_turns")


def _moderates(meeting: Meeting, turn: Turn) -> bool:
    person = meeting.people.get(turn.who.person or "")
    return person is not None and person.has(*MODERATING)


def participants_turns(meeting: Meeting) -> tuple[Turn, ...]:
    """Turns of participants: of a participant by role, of a group, or of nobody known."""
    people = meeting.people
    return tuple(
        turn
        for turn in plenary_turns(meeting)
        if turn.who.person is None or turn.who.person not in people or is_participant(people[turn.who.person])
    )


def never_spoke_share(meeting: Meeting, now: Instant) -> Measured:
    """Share of the participants present, from 0 to 1, who never had the floor in plenary."""
    why = why_not_covered(meeting, now)
    if why:
        return unknown(why)
    turns = participants_turns(meeting)
    if any(turn.who.person is None for turn in turns):
        return unknown("analysis.why.persons_not_named")
    there = present(meeting)
    if not there:
        return unknown("analysis.why.nobody_counted")
    spoke = len({turn.who.person for turn in turns})
    return Measured(max(0, there - spoke) / max(there, spoke))


def group_voices(meeting: Meeting, now: Instant) -> tuple[GroupVoice, ...]:
    """Each group of participants, by sex, then age, then place; shares are among those of whom it is known.

    Shares of a dimension need the group of at least 60 % of participants' speaking time to be known.
    """
    why, turns = why_not_covered(meeting, now), participants_turns(meeting)
    return tuple(voice for dimension in DIMENSIONS for voice in _by_group(meeting, dimension, turns, why, now))


def turns_by(meeting: Meeting, dimension: Dimension, turns: Iterable[Turn]) -> dict[str, list[Turn]]:
    """Some turns by what is known in one dimension of who had the floor."""
    own: dict[str, list[Turn]] = {}
    for turn in turns:
        value = in_group(_group_of(meeting, turn), dimension)
        if value:
            own.setdefault(value, []).append(turn)
    return own


def why_groups_not_known(known: Span, whole: Span) -> str | None:
    """Why nothing can be said of the groups of a dimension: of too much of what participants said (`whole`), the group
    is not known."""
    return None if known.ms >= ENOUGH_COVERED * whole.ms else "analysis.why.groups_not_known"


def _by_group(
    meeting: Meeting, dimension: Dimension, turns: Sequence[Turn], why: str | None, now: Instant
) -> list[GroupVoice]:
    own, there = turns_by(meeting, dimension, turns), present_by(meeting, dimension)
    everybody = sum(there.values())
    spoken = {value: spoken_in(own.get(value, []), now) for value in sorted({*there, *own})}
    known = total(spoken.values())
    why = why or why_groups_not_known(known, spoken_in(turns, now))
    why = why or (None if known.ms else "voices.why.participants_silent")
    result = []
    for value, span in spoken.items():
        share = None if why else span.ms / known.ms
        presence = there.get(value, 0) / everybody if everybody else None
        relative = share / presence if share is not None and presence else None
        count = len(own.get(value, []))
        lacking = why or _why_no_presence(presence)
        voice = GroupVoice(dimension, value, there.get(value, 0), count, span, share, presence, relative, lacking)
        result.append(voice)
    return result


def _why_no_presence(presence: float | None) -> str | None:
    if presence is None:
        return "analysis.why.nobody_counted"
    return None if presence else "voices.why.none_counted"


def _group_of(meeting: Meeting, turn: Turn) -> Group | None:
    person = meeting.people.get(turn.who.person or "")
    return turn.who.group or (person.group if person else None)
