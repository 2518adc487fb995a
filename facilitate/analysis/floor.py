"""The floor as it is kept live: who may be given it, how much of it each had, who has it now and who was not heard yet.

A share is set against the share of the people present, and is there only when the log can carry it (see
`participation`): turns cover 60 % of plenary time, and of 60 % of what participants said it is known who said it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from facilitate.analysis.participation import participants_turns
from facilitate.analysis.presence import is_participant, present
from facilitate.analysis.turns import ENOUGH_COVERED, attributed, coverage, plenary_time, plenary_turns, spoken_in
from facilitate.domain.events.base import PLENARY, Spoke
from facilitate.domain.instants import Instant, Span, between
from facilitate.domain.meeting.floor import counted, heard, is_part, offered, speaker
from facilitate.domain.meeting.parts import Turn
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group

KEYS = 9
"""The first nine have a digit each."""

LITTLE, MUCH = 0.8, 1.25
"""Below and above this share of time over share of people a voice is called little, or much."""

EARLY_MS = 3 * 60_000
"""Until so much time was spent in plenary a share says only who began."""

FORGOTTEN_MS = 5 * 60_000
"""A turn of this length, and of three usual turns, may have been forgotten."""


class Speaker(NamedTuple):
    """Somebody on the board. `present` is the number of a group, nothing for a person; `relative` is `share`, the share
    of participants' speaking time, over `presence`, the share of the people present."""

    who: Spoke
    key: int | None
    present: int | None
    turns: int
    spoken: Span
    share: float | None
    presence: float | None
    relative: float | None
    silent: bool
    away: bool

    @property
    def is_group(self) -> bool:
        return self.who.person is None


class Board(NamedTuple):
    """Everybody in the order of the keys; why no share is shown, as a message id, and what share of time is known."""

    speakers: tuple[Speaker, ...]
    why: str | None
    covered: float | None

    @property
    def groups(self) -> tuple[Speaker, ...]:
        """The groups of which anybody may be present, or was heard."""
        return tuple(each for each in self.speakers if each.is_group and (not each.away or each.turns))


class OnFloor(NamedTuple):
    """The turn that runs: how long, how many milliseconds past a usual turn, and whether it may have been forgotten."""

    turn: Turn
    spoken: Span
    usual_ms: int | None
    past_ms: int
    forgotten: bool


def on_floor(meeting: Meeting, now: Instant) -> OnFloor | None:
    """Who has the floor in plenary; nobody in silence."""
    running = [turn for turn in meeting.turns.values() if turn.end is None and turn.track == PLENARY]
    if not running or running[-1].withdrawn:
        return None
    turn = running[-1]
    spoken = between(turn.start, now)
    step = meeting.agenda.step(turn.step) if meeting.agenda else None
    usual = step.turn_seconds * 1000 if step and step.turn_seconds else None
    past = max(0, spoken.ms - usual) if usual else 0
    return OnFloor(turn, spoken, usual, past, spoken.ms >= max(FORGOTTEN_MS, 3 * (usual or 0)))


def last_turns(meeting: Meeting) -> tuple[Turn, ...]:
    """Turns in plenary, the newest first; those that were withdrawn are among them, for they can come back."""
    return tuple(turn for turn in reversed([*meeting.turns.values()]) if turn.track == PLENARY)


def balanced(relative: float | None) -> str:
    """What a voice is called: ``little``, ``even`` or ``much``; nothing where it is not known."""
    if relative is None:
        return ""
    return "little" if relative < LITTLE else "much" if relative > MUCH else "even"


def preferred(each: Speaker | None) -> str:
    """Why somebody who waits might go first: ``silent``, ``little``, or nothing."""
    if each is None:
        return ""
    return "silent" if each.silent else "little" if balanced(each.relative) == "little" else ""


def board(meeting: Meeting, now: Instant) -> Board:
    """The floor at this moment."""
    sums = _Sums(meeting, now)
    speakers = (sums.group(who) if who.person is None else sums.person(who) for who in sums.offered)
    keyed = (each._replace(key=n if n <= KEYS else None) for n, each in enumerate(speakers, start=1))
    return Board(tuple(keyed), sums.why, sums.covered)


class _Sums:
    """What the turns of a meeting add up to."""

    def __init__(self, meeting: Meeting, now: Instant) -> None:
        self.meeting, self.now = meeting, now
        self.numbers = counted(meeting)
        self.everybody = sum(self.numbers.values())
        self.there = present(meeting)
        self.offered = offered(meeting)
        self.known = attributed(plenary_turns(meeting))
        self.theirs = participants_turns(meeting)
        self.named = [turn for turn in self.theirs if turn.who.person]
        self.by_group = self._grouped()
        self.by_person = self._personal()
        self.known_ms, self.whole, self.named_ms = map(self._ms, (self.known, self.theirs, self.named))
        self.group_ms = sum(self._ms(turns) for group, turns in self.by_group.items() if self._tells(group))
        self.covered = coverage(meeting, now)
        self.early = plenary_time(meeting, now).ms < EARLY_MS
        self.why = self._why()

    def _ms(self, turns: Iterable[Turn]) -> int:
        return spoken_in(turns, self.now).ms

    def _personal(self) -> Mapping[str, list[Turn]]:
        found: dict[str, list[Turn]] = {}
        for turn in self.known:
            found.setdefault(turn.who.person or "", []).append(turn)
        return found

    def _grouped(self) -> Mapping[Group, list[Turn]]:
        """Participants' turns by the group on the board that they belong to."""
        found: dict[Group, list[Turn]] = {who.group: [] for who in self.offered if who.group}
        for turn in self.theirs:
            person = self.meeting.people.get(turn.who.person or "")
            own = heard(turn.who.group or (person.group if person else None))
            place = own if own in found else Group(sex=own.sex) if own and own.sex else None
            if place in found:
                found[place].append(turn)
        return found

    def _tells(self, group: Group) -> bool:
        """Whether speaking time of a group can be set against a number: not that of women of whatever age, where only
        age bands were counted."""
        return bool(self.numbers.get(group)) or not any(is_part(each, group) for each in self.numbers)

    def _why(self) -> str | None:
        """Why shares of groups are not shown."""
        if not self.known or self.covered is None:
            return "floor.why.no_turns"
        if self.early:
            return "floor.why.too_early"
        if self.covered < ENOUGH_COVERED:
            return "floor.why.covers_too_little"
        if not self.everybody:
            return "floor.why.nobody_counted"
        return None if self._enough(self.group_ms) else "floor.why.groups_not_known"

    def _enough(self, ms: int) -> bool:
        return bool(self.whole) and ms >= ENOUGH_COVERED * self.whole

    def group(self, who: Spoke) -> Speaker:
        group = who.group or Group()
        turns, number = self.by_group.get(group, []), self.numbers.get(group, 0)
        spoken = spoken_in(turns, self.now)
        share = spoken.ms / self.group_ms if self.why is None and self.group_ms and self._tells(group) else None
        presence = number / self.everybody if self.everybody else None
        relative = share / presence if share is not None and presence else None
        silent, away = not turns and (bool(number) or not self.numbers), bool(self.numbers) and not number
        return Speaker(
            who, None, number if self.numbers else None, len(turns), spoken, share, presence, relative, silent, away
        )

    def person(self, who: Spoke) -> Speaker:
        """A participant's share is of participants' speaking time, a moderator's of everybody's."""
        person = self.meeting.people.get(who.person or "")
        own = self.by_person.get(who.person or "", [])
        spoken = spoken_in(own, self.now)
        share, relative = None, None
        takes_part = person is None or is_participant(person)
        covered = not self.early and self.covered is not None and self.covered >= ENOUGH_COVERED
        if covered and takes_part and self.there and self._enough(self.named_ms):
            share = spoken.ms / self.whole
            relative = share * self.there
        elif covered and not takes_part:
            share = spoken.ms / (self.known_ms or 1)
        presence = 1 / self.there if takes_part and self.there else None
        silent = takes_part and not own and len(self.named) == len(self.theirs)
        away = person is None or person.left or person.erased
        return Speaker(who, None, None, len(own), spoken, share, presence, relative, silent, away)


def not_heard(found: Board) -> tuple[int, bool]:
    """How many were not heard yet, and whether these are persons; groups where turns name groups only."""
    persons = sum(each.silent and not each.away for each in found.speakers if not each.is_group)
    groups = sum(each.silent for each in found.groups)
    return (persons, True) if persons else (groups, False)


def standing(found: Board, who: Spoke) -> Speaker | None:
    """Where somebody stands on the board."""
    own = speaker(who)
    return next((each for each in found.speakers if each.who == own), None)
