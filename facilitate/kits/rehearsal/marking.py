"""Opinions of observers as they are typed: scores, taps, timings, ticks, and the facts behind answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from random import Random

from facilitate.domain.events import observing as o
from facilitate.domain.indicator import Duration, Interval, Rating, Tally
from facilitate.domain.model import Wording
from facilitate.kits.rehearsal.act import Act, act
from facilitate.kits.rehearsal.answering import from_worst
from facilitate.kits.rehearsal.chance import Ids, seconds, shuffled
from facilitate.kits.rehearsal.observing import Opinion, Room, watched
from facilitate.kits.rehearsal.timetable import Slot
from facilitate.kits.rehearsal.voices import people, sights

_TIMINGS = 2


def marks(room: Room, start: datetime) -> Iterator[Act]:
    """Everything that observers type during the meeting; one or two facts that the grid asks for are still owed."""
    marking = _Marking(room, start)
    opinions = list(watched(room))
    for opinion in opinions:
        yield from marking.acts(opinion)
    yield from marking.facts(opinions)


class _Marking:
    """Types opinions."""

    def __init__(self, room: Room, start: datetime) -> None:
        self._room, self._start = room, start
        self._ids = Ids(room.chance.stream("timings"))
        self._counted = [slot for slot in room.held if slot.step.counted] or room.held

    def acts(self, opinion: Opinion) -> Iterator[Act]:
        """An opinion as its indicator is answered: at once, or while things happen."""
        indicator = opinion.indicator
        stream = self._room.chance.stream(
            "typing", opinion.observer.id, indicator.id, opinion.about, opinion.slot.step.id
        )
        if isinstance(opinion.value, int | float) and isinstance(indicator, Tally):
            yield from self._taps(opinion, indicator, stream)
        elif isinstance(opinion.value, int | float) and isinstance(indicator, Duration):
            yield from self._timings(opinion, indicator, stream)
        elif isinstance(indicator, Interval):
            yield from self._ticks(opinion, indicator, stream)
        else:
            yield self._score(opinion, stream)

    def _score(self, opinion: Opinion, stream: Random) -> Act:
        reason = stream.choice(people().reasons.override).to(self._room.language) if opinion.overrides else ""
        fact = o.Scored(
            about=opinion.about,
            indicator=opinion.indicator.id,
            step=opinion.slot.step.id,
            value=opinion.value,
            reason=reason,
        )
        return act(opinion.at, opinion.observer.id, fact, opinion.slot.step.id)

    def _moments(self, opinion: Opinion, number: int, stream: Random) -> Iterator[tuple[int, Slot]]:
        """Moments of the whole meeting, or of its step where the indicator is about steps."""
        slots = [opinion.slot] if opinion.indicator.about == "step" else self._counted
        for slot in sorted(stream.choices(slots, k=number), key=lambda each: each.start):
            yield slot.moments(stream, 1)[0], slot

    def _taps(self, opinion: Opinion, tally: Tally, stream: Random) -> Iterator[Act]:
        groups: list[str | None] = [group.id for group in tally.groups] or [None]
        for at, slot in self._moments(opinion, round(float(str(opinion.value))), stream):
            group = stream.choice(groups)
            tap = o.Tallied(about=opinion.about, indicator=tally.id, step=slot.step.id, group=group)
            yield act(at, opinion.observer.id, tap, slot.step.id)

    def _timings(self, opinion: Opinion, duration: Duration, stream: Random) -> Iterator[Act]:
        groups: list[str | None] = [group.id for group in duration.groups] or [None]
        for at, slot in self._moments(opinion, _TIMINGS, stream):
            begun = o.Timed(
                about=opinion.about,
                indicator=duration.id,
                step=slot.step.id,
                timing=self._ids.new("d"),
                group=stream.choice(groups),
                start=self._start + timedelta(milliseconds=at),
            )
            lasted = seconds(stream, 4, 40)
            ended = begun.model_copy(update={"stop": begun.start + timedelta(milliseconds=lasted)})
            yield act(at, opinion.observer.id, begun, slot.step.id)
            yield act(at + lasted, opinion.observer.id, ended, slot.step.id)

    def _ticks(self, opinion: Opinion, interval: Interval, stream: Random) -> Iterator[Act]:
        """A row of intervals from the beginning of a step on; one in a while nobody looked."""
        every, slot = interval.every_seconds * 1000, opinion.slot
        codes, most = [code.id for code in interval.codes], interval.at_most
        number = min(round(float(str(opinion.value))), max(1, slot.length // every))
        for place in range(1, number + 1):
            missed = stream.random() < 0.08
            least = 1 if most == 1 else 0
            ticked = stream.sample(codes, stream.randint(least, min(len(codes), most or len(codes))))
            fact = o.IntervalMarked(
                about=opinion.about,
                indicator=interval.id,
                step=slot.step.id,
                interval=place,
                codes=() if missed else tuple(code for code in codes if code in ticked),
                missed=missed,
            )
            yield act(min(slot.start + place * every, slot.end - 1), opinion.observer.id, fact, slot.step.id)

    def facts(self, opinions: Iterable[Opinion]) -> Iterator[Act]:
        """A fact behind each answer that owes one, except one or two."""
        stream = self._room.chance.stream("facts")
        ids, told = Ids(self._room.chance.stream("fact-ids")), _Telling(stream, self._room.language)
        owed = [opinion for opinion in opinions if self._owes(opinion)]
        left = stream.sample(range(len(owed)), min(stream.randint(1, 2), len(owed) // 4))
        for place, opinion in enumerate(owed):
            text, at = told.text(opinion.indicator.id, self._low(opinion)), opinion.at + seconds(stream, 4, 9)
            if place not in left:
                fact = o.EvidenceAdded(
                    about=opinion.about,
                    indicator=opinion.indicator.id,
                    step=opinion.slot.step.id,
                    evidence=ids.new("e"),
                    text=text,
                    anchor=opinion.value if isinstance(opinion.value, int) else None,
                )
                yield act(at, opinion.observer.id, fact, opinion.slot.step.id)

    def _owes(self, opinion: Opinion) -> bool:
        own = opinion.indicator.evidence_for
        typed = not isinstance(opinion.indicator, Tally | Duration | Interval)
        return typed and opinion.value in (self._room.grid.scoring.evidence_for if own is None else own)

    def _low(self, opinion: Opinion) -> bool:
        """Whether the answer is in the worse half."""
        if isinstance(opinion.indicator, Rating) and isinstance(opinion.value, int | float):
            levels = from_worst(self._room.grid, opinion.indicator)
            return levels.index(opinion.value) < len(levels) / 2
        return (opinion.value == "yes") == opinion.indicator.reverse


class _Telling:
    """Words for facts; nobody says the same again before the words run out."""

    def __init__(self, stream: Random, language: str) -> None:
        self._stream, self._language = stream, language
        self._unsaid: dict[tuple[str, bool], list[Wording]] = {}

    def text(self, indicator: str, low: bool) -> str:
        """A fact behind a low answer to an indicator, or behind a high one."""
        key = (indicator, low)
        if not self._unsaid.get(key):
            seen = sights().indicators.get(indicator, sights().any)
            self._unsaid[key] = shuffled(seen.low if low else seen.high, self._stream)
        return self._unsaid[key].pop().to(self._language)
