"""Who has the floor in the plenaries of a rehearsed meeting; the timekeeper keeps the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from facilitate.domain.events import running as r
from facilitate.domain.events.base import Spoke
from facilitate.kits.rehearsal.act import Act, act
from facilitate.kits.rehearsal.cast import WOMEN, Cast, Member
from facilitate.kits.rehearsal.chance import Chance, Ids, seconds, shuffled
from facilitate.kits.rehearsal.timetable import Slot

ROUND_SECONDS = 15
"""Where a turn is this short, everybody has one."""

_USUAL_SECONDS = 40


@dataclass(frozen=True)
class Speech:
    """One turn: who speaks from when to when; `silence` where nobody follows at once."""

    turn: str
    who: Member
    start: int
    end: int
    step: str
    silence: bool = False
    queued: bool = False
    mistaken: Member | None = None


def turns(slots: Sequence[Slot], cast: Cast, chance: Chance) -> Iterator[Act]:
    """Turns of persons in every counted step that keeps the room together; one of them was noted wrongly at first."""
    floor = _Floor(cast, chance)
    said: list[Speech] = []
    for slot in slots:
        for begin, end in _windows(slot):
            said += floor.speeches(slot, begin, end)
            said[-1:] = [replace(last, silence=True) for last in said[-1:]]  # nobody follows
    for speech in _one_mistake(said, cast, chance.stream("mistake")):
        yield from _acts(speech, cast.timekeeper.id)


def _windows(slot: Slot) -> Iterator[tuple[int, int]]:
    """When the plenary talks: not in groups, not in a pause, and in an exercise in groups only at its end."""
    if slot.skipped or slot.sides or not slot.step.counted:
        return
    begin = slot.start + 5_000 if slot.step.groups == "plenary" else slot.at(0.6)
    if slot.pause:
        yield begin, slot.pause[0] - 2_000
        begin = slot.pause[1] + 3_000
    yield begin, slot.end - 8_000


class _Floor:
    """Gives the floor to one after the other: some talk more than others, and a few never in plenary."""

    def __init__(self, cast: Cast, chance: Chance) -> None:
        self._cast = cast
        self._ids = Ids(chance.stream("turns"))
        self._stream = chance.stream("floor")
        self._leading = self._stream.uniform(0.2, 0.45)
        self._silent = self._stream.uniform(0.0, 0.2)
        self._weights = {each.id: self._talkative(each) for each in cast.participants}

    def _talkative(self, member: Member) -> float:
        if self._stream.random() < self._silent:
            return 0.0
        shy = 0.75 if member.group and member.group.sex == WOMEN else 1.0
        return shy * self._stream.lognormvariate(0, 0.45)

    def speeches(self, slot: Slot, begin: int, end: int) -> Iterator[Speech]:
        """Turns from one moment to another, none longer than what is left."""
        at, before = begin, slot.chair
        for who, length in self._line(slot, end - begin):
            stop = min(at + length, end)
            if stop - at < 5_000:
                return
            gap = self._gap()
            queued = self._stream.random() < 0.1 and who in self._cast.participants and who != before and at > begin
            yield Speech(self._ids.new("u"), who, at, stop, slot.step.id, silence=gap > 0, queued=queued)
            at, before = stop + gap, who

    def _gap(self) -> int:
        """Silence after a turn, in milliseconds: none, a breath, or time in which something is done."""
        kind = self._stream.choices(("none", "breath", "long"), weights=(5, 3, 1))[0]
        return {"none": 0, "breath": seconds(self._stream, 2, 6), "long": seconds(self._stream, 15, 40)}[kind]

    def _line(self, slot: Slot, room: int) -> Iterator[tuple[Member, int]]:
        """Who speaks next and for how long, without end except after a round or a short exercise."""
        yield slot.chair, min(seconds(self._stream, 25, 60), max(8_000, room // 4))
        usual = slot.step.turn_seconds or _USUAL_SECONDS
        if usual <= ROUND_SECONDS:
            yield from self._round(usual)
        if slot.step.energiser and usual > ROUND_SECONDS and slot.step.groups == "plenary":
            return
        before = slot.chair
        while True:
            before = self._next(slot, before)
            leads = before == slot.chair
            yield before, seconds(self._stream, 8, 22) if leads else self._length(usual)

    def _round(self, usual: int) -> Iterator[tuple[Member, int]]:
        """Everybody in turn; who likes passes."""
        for member in shuffled(self._cast.participants, self._stream):
            if self._stream.random() < 0.85:
                yield member, seconds(self._stream, max(5.5, 0.6 * usual), max(7, 1.3 * usual))

    def _length(self, usual: int) -> int:
        return seconds(self._stream, max(8, 0.4 * usual), max(12, 1.15 * usual))

    def _next(self, slot: Slot, before: Member) -> Member:
        """The chair between others, else a participant who has not just spoken."""
        if before != slot.chair and self._stream.random() < self._leading:
            return slot.chair
        others = [each for each in self._cast.participants if each != before]
        weights = [self._weights[each.id] for each in others]
        if not any(weights):
            return slot.chair if before != slot.chair or not others else self._stream.choice(others)
        return self._stream.choices(others, weights=weights)[0]


def _one_mistake(said: Sequence[Speech], cast: Cast, stream: Random) -> Iterator[Speech]:
    """The turns; in one of them somebody else was noted at first."""
    fit = [each.turn for each in said if each.who in cast.participants and each.end - each.start > 15_000]
    chosen = stream.choice(fit) if fit else None
    for each in said:
        others = [member for member in cast.participants if member != each.who]
        if each.turn == chosen and not each.queued and others:
            yield replace(each, mistaken=stream.choice(others))
        else:
            yield each


def _acts(speech: Speech, by: str) -> Iterator[Act]:
    who, first = _spoke(speech.who), _spoke(speech.mistaken or speech.who)
    if speech.queued:
        yield act(speech.start - 3_000, by, r.TurnQueued(turn=speech.turn, who=who), speech.step)
    yield act(speech.start, by, r.TurnStarted(turn=speech.turn, who=first), speech.step)
    if speech.mistaken:
        yield act(speech.start + 5_000, by, r.TurnCorrected(turn=speech.turn, who=who), speech.step)
    if speech.silence:
        yield act(speech.end, by, r.TurnEnded(turn=speech.turn), speech.step)


def _spoke(member: Member) -> Spoke:
    """A person, with the group that is heard."""
    return Spoke(person=member.id, group=member.group)
