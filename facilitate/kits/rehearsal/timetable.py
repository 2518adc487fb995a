"""When each step of a rehearsed meeting is opened and by whom: delays, overruns, a pause, sometimes a step left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from facilitate.domain.agenda import Agenda, Step
from facilitate.kits.rehearsal.cast import Cast, Member
from facilitate.kits.rehearsal.chance import Chance, Ids, seconds
from facilitate.kits.rehearsal.voices import Half, repertoire_for

MINUTE_MS = 60_000


@dataclass(frozen=True)
class Side:
    """One group of a split room."""

    track: str
    title: str
    sex: str | None
    moderator: Member | None
    observers: tuple[str, ...]


@dataclass(frozen=True)
class Slot:
    """The time of one step, in milliseconds from the announced start; a step that is skipped has none."""

    step: Step
    start: int
    end: int
    chair: Member
    skipped: bool = False
    extended: int = 0
    pause: tuple[int, int] | None = None
    sides: tuple[Side, ...] = ()

    @property
    def length(self) -> int:
        """Milliseconds from start to end, pauses included."""
        return self.end - self.start

    def at(self, share: float) -> int:
        """A moment of the slot: 0 is its start, 1 its end."""
        return self.start + round(self.length * share)

    def moments(self, stream: Random, number: int, first: float = 0.1, last: float = 0.95) -> list[int]:
        """Some moments of the slot, one after the other."""
        return sorted(self.at(stream.uniform(first, last)) for _ in range(number))


@dataclass(frozen=True)
class _Plan:
    """What does not go as planned, by the places of the steps."""

    skipped: frozenset[int]
    extended: dict[int, int]
    over: int | None
    paused: int | None


def timetable(agenda: Agenda, cast: Cast, chance: Chance, language: str) -> tuple[Slot, ...]:
    """A slot for each step of the agenda, in its order."""
    stream = chance.stream("timetable")
    plan = _plan(agenda.steps, chance.stream("surprises"))
    slots = list(_slots(agenda.steps, cast, plan, stream))
    splitting = _Splitting(cast, repertoire_for(agenda).groups, Ids(chance.stream("tracks")), language)
    return tuple(replace(slot, sides=splitting.sides(slot)) for slot in slots)


def is_break(step: Step) -> bool:
    """Whether a step is there to wake the group, and can be left out."""
    return bool(step.energiser) and step.phase != "opening"


def _plan(steps: Sequence[Step], stream: Random) -> _Plan:
    breaks = [place for place, step in enumerate(steps) if is_break(step) and 0 < place < len(steps) - 1]
    skipped = {stream.choice(breaks)} if stream.random() < 1 / 3 and breaks else set()
    long = [place for place, step in enumerate(steps) if step.counted and step.minutes >= 7 and not step.energiser]
    stream.shuffle(long)
    number = stream.randint(1, 2)
    extended = {place: stream.randint(3, 5) for place in long[:number]}
    rest = long[number:]
    pausable = [place for place in rest[1:] or long if steps[place].groups == "plenary"]
    return _Plan(frozenset(skipped), extended, rest[0] if rest else None, pausable[0] if pausable else None)


def _slots(steps: Sequence[Step], cast: Cast, plan: _Plan, stream: Random) -> Iterator[Slot]:
    before = next((place for place, step in enumerate(steps) if step.counted), 0)
    delay = seconds(stream, 150, 570)
    clock = -sum(max(1, step.minutes) * MINUTE_MS for step in steps[:before]) if before else delay
    held = [place for place in range(len(steps)) if place not in plan.skipped]
    for place, step in enumerate(steps):
        chair = cast.moderators[_turn_of(held, place) * len(cast.moderators) // len(held)]
        if place in plan.skipped:
            yield Slot(step, clock, clock, chair, skipped=True)
            continue
        length = delay - clock if place == before - 1 else _length(place, step, plan, stream)
        slot = Slot(step, clock, clock + length, chair, extended=plan.extended.get(place, 0))
        if place == plan.paused:
            slot = _interrupted(slot, stream)
        clock = slot.end
        yield slot


def _interrupted(slot: Slot, stream: Random) -> Slot:
    """The slot with a pause in its middle, by which it ends later."""
    begin, length = slot.at(stream.uniform(0.4, 0.6)), seconds(stream, 150, 330)
    return replace(slot, end=slot.end + length, pause=(begin, begin + length))


def _turn_of(held: list[int], place: int) -> int:
    """How many steps were held before that one, the last of them where it is left out."""
    return min(sum(each < place for each in held), len(held) - 1)


def _length(place: int, step: Step, plan: _Plan, stream: Random) -> int:
    """How long a step takes. One that goes over takes a quarter more than it was given, and nobody says so."""
    minutes = max(1, step.minutes + plan.extended.get(place, 0))
    factor = stream.uniform(0.85, 1.05)
    if place in plan.extended:
        factor = stream.uniform(0.95, 1.05)
    elif place == plan.over:
        factor = stream.uniform(1.24, 1.4)
    return round(minutes * factor * MINUTE_MS)


class _Splitting:
    """Makes the groups of steps that split the room; from one such step to the next they stay as they are."""

    def __init__(self, cast: Cast, halves: Sequence[Half], ids: Ids, language: str) -> None:
        self._cast, self._halves, self._ids, self._language = cast, halves, ids, language
        self._apart: tuple[Side, ...] = ()

    def sides(self, slot: Slot) -> tuple[Side, ...]:
        """Two groups where the step asks for groups and is no exercise of all; each observer stays with one."""
        if slot.skipped:
            return ()
        if not slot.step.apart:
            self._apart = ()
        elif not self._apart and not slot.step.energiser:
            self._apart = tuple(self._side(half, place) for place, half in enumerate(self._halves))
        return self._apart

    def _side(self, half: Half, place: int) -> Side:
        """One group; where there are fewer moderators than groups, the last ones have none."""
        leading = self._cast.moderators[place] if place < len(self._cast.moderators) else None
        halves = len(self._halves)
        watching = tuple(each.id for number, each in enumerate(self._cast.observers) if number % halves == place)
        return Side(self._ids.new("t"), half.title.to(self._language), half.sex, leading, watching)
