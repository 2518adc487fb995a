"""What each observer thinks of each indicator that is scored by hand, and during which step it is seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Condition, Derived, Indicator, Interval, Tally
from facilitate.domain.scale import Chosen, Value
from facilitate.kits.rehearsal.answering import Truth, answer
from facilitate.kits.rehearsal.cast import Cast, Member
from facilitate.kits.rehearsal.chance import Chance
from facilitate.kits.rehearsal.timetable import Slot

_MOST_TAPS = 5
_MOST_INTERVALS = 12


@dataclass(frozen=True)
class Opinion:
    """An answer of one observer, the slot in which it is given, and when."""

    observer: Member
    about: str
    indicator: Indicator
    value: Value
    slot: Slot
    at: int
    overrides: bool = False


class Room:
    """What there is to see: the steps that were held, how well each thing was done, and where it showed."""

    def __init__(self, grid: Grid, slots: Sequence[Slot], cast: Cast, chance: Chance, language: str) -> None:
        self.grid, self.cast, self.language = grid, cast, language
        self.chance = chance
        self.held = [slot for slot in slots if not slot.skipped]
        skills = chance.stream("skills")
        self.skills = {each: skills.uniform(0.5, 0.78) for each in (MEETING, *(one.id for one in cast.moderators))}
        self._shares = {
            indicator.id: (place, len(grid.sections))
            for place, section in enumerate(grid.sections)
            for indicator in section.indicators
        }

    def truth(self, indicator: Indicator, about: str, step: str | None) -> Truth:
        """How well it was done: the same for all observers."""
        return Truth(self.skills[about], self.chance.stream("truth", indicator.id, about, step))

    def step_slots(self, indicator: Indicator) -> list[Slot]:
        """The steps that an indicator about steps is asked for."""
        return [slot for slot in self.held if not indicator.steps or _named(indicator, slot)]

    def where(self, indicator: Indicator, about: str, stream: Random) -> Slot:
        """A step in which it shows: one the indicator names, one that this moderator led; first sections early."""
        counted = [slot for slot in self.held if slot.step.counted] or self.held
        named = [slot for slot in self.held if _named(indicator, slot)] or counted
        led = [slot for slot in named if _leads(slot, about)] or named
        place, number = self._shares[indicator.id]
        share = (place + stream.uniform(-0.3, 1.3)) / number
        return led[min(max(int(share * len(led)), 0), len(led) - 1)]


def _named(indicator: Indicator, slot: Slot) -> bool:
    """Whether the indicator names the step, by its id or its phase."""
    return slot.step.id in indicator.steps or slot.step.phase in indicator.steps


def _leads(slot: Slot, about: str) -> bool:
    return about in (slot.chair.id, *(side.moderator.id for side in slot.sides if side.moderator))


class Observer:
    """One observer, who leans to mildness or to severity."""

    def __init__(self, room: Room, member: Member, place: int, overrides: str | None) -> None:
        self._room, self._member, self._place = room, member, place
        self._overrides = overrides
        self._lean = room.chance.stream("lean", place).gauss(0, 0.25)
        self._opinions: dict[tuple[str, str, str | None], Opinion | None] = {}

    def opinions(self) -> Iterator[Opinion]:
        """One answer to every indicator that is asked, on each of its subjects."""
        moderators = [each.id for each in self._room.cast.subjects(self._member)]
        for indicator in self._room.grid.indicators():
            for about in moderators if indicator.about == "moderator" else [MEETING]:
                slots = self._room.step_slots(indicator) if indicator.about == "step" else [None]
                for slot in slots:
                    found = self._opinion(indicator, about, slot)
                    if found is not None:
                        yield found

    def _opinion(self, indicator: Indicator, about: str, slot: Slot | None) -> Opinion | None:
        """The answer, made when it is first asked for; none where the log answers, or the indicator is not asked."""
        key = (indicator.id, about, slot.step.id if slot else None)
        if key not in self._opinions:
            self._opinions[key] = None  # a condition that leads back here is not met
            self._opinions[key] = self._made(indicator, about, slot)
        return self._opinions[key]

    def _made(self, indicator: Indicator, about: str, slot: Slot | None) -> Opinion | None:
        overrides = indicator.id == self._overrides
        if isinstance(indicator, Derived) or (indicator.auto and not overrides):
            return None
        other = self._met(indicator.when, about, slot) if indicator.when else None
        if indicator.when and other is None:
            return None
        stream = self._room.chance.stream("eye", self._place, indicator.id, about, slot.step.id if slot else None)
        seen = slot or self._room.where(indicator, about, stream)
        at = round(stream.uniform(seen.at(0.4), max(seen.at(0.5), seen.end - 12_000)))
        if other is not None and at <= other.at:
            seen, at = (seen if slot else other.slot), other.at + 1_500
        value = self._value(indicator, about, slot, stream)
        return Opinion(self._member, about, indicator, value, seen, at, overrides)

    def _value(self, indicator: Indicator, about: str, slot: Slot | None, stream: Random) -> Value:
        """What is answered; of what is counted while it happens, how often it happens."""
        if isinstance(indicator, Tally):
            return stream.randint(1, _MOST_TAPS)
        if isinstance(indicator, Interval):
            return _MOST_INTERVALS
        truth = self._room.truth(indicator, about, slot.step.id if slot else None)
        return answer(self._room.grid, indicator, truth, self._lean, stream, self._room.language)

    def _met(self, condition: Condition, about: str, slot: Slot | None) -> Opinion | None:
        """The answer that meets the condition, as far as the other indicator has the same subject and step."""
        other = self._room.grid.by_id.get(condition.indicator)
        if other is None or (other.about == "moderator" and about == MEETING) or (other.about == "step" and not slot):
            return None
        subject = about if other.about == "moderator" else MEETING
        found = self._opinion(other, subject, slot if other.about == "step" else None)
        return found if found and any(_is(found.value, value) for value in condition.values) else None


def _is(value: Value, wanted: float | str) -> bool:
    return wanted in value.choices if isinstance(value, Chosen) else value == wanted


def watched(room: Room) -> Iterator[Opinion]:
    """The opinions of all observers. One of them overrides a value of the log, where the grid takes one from it."""
    logged = [each.id for each in room.grid.indicators() if each.auto and not isinstance(each, Derived)]
    stream = room.chance.stream("override")
    chosen = stream.randrange(len(room.cast.observers)) if room.cast.observers else 0
    for place, member in enumerate(room.cast.observers):
        override = logged[0] if logged and place == chosen else None
        yield from Observer(room, member, place, override).opinions()
