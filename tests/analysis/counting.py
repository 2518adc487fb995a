"""A meeting of ten steps in which observers count, tick and time, in one line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitate.analysis.agreement.counted import CountedAgreement, counted_agreement
from facilitate.domain.agenda import Agenda, Step
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import IntervalMarked, Tallied
from facilitate.domain.events.preparing import AgendaSet
from facilitate.domain.indicator import Duration, Interval, Option, Tally
from facilitate.domain.people import SETUP
from tests.making import Room, small_grid, small_room, words

ONE, OTHER = (0, 2, 1, 0, 3, 0, 1, 1, 0, 2), (0, 2, 0, 0, 3, 1, 1, 2, 0, 2)
PUBLISHED = {
    "total_count": 0.9090909,
    "mean_count_per_interval": 0.75,
    "exact_count_per_interval": 0.7,
    "interval_by_interval": 0.8,
    "scored_interval": 0.7142857,
    "unscored_interval": 0.6,
}
"""Of a constructed table of ten intervals, by the definitions of Cooper, Heron and Heward."""

CODES = tuple(Option(id=each, label=words(each)) for each in ("asks", "tells"))
GROUPS = tuple(Option(id=each, label=words(each)) for each in ("women", "men"))
SEEN = Interval(id="I1", text=words("seen"), every_seconds=60, codes=CODES[:1])
BOTH = Interval(id="I2", text=words("both"), every_seconds=60, codes=CODES)
CUT_OFF = Tally(id="T1", text=words("cut off"), groups=GROUPS)
LED = Tally(id="T2", text=words("answered"), about="moderator")
IN_STEPS = Tally(id="T3", text=words("in each step"), about="step")
WAITS = Duration(id="D1", text=words("waits"))


def counting(observers: int = 2, opened: int = 10) -> Room:
    """Ten steps P1 to P10 after the arrival, and as many of them opened; step P9 is done in groups."""
    room = small_room(observers=observers)
    steps = [Step(id="P0", counted=False, title=words("arrival"), minutes=5)]
    steps += [
        Step(id=f"P{n}", title=words(f"step {n}"), minutes=5, groups="small" if n == 9 else "plenary")
        for n in range(1, 11)
    ]
    grid = small_grid((SEEN, BOTH, CUT_OFF, LED, IN_STEPS, WAITS))
    room.do(SETUP, AgendaSet(agenda=Agenda(id="ten", title=words("ten"), steps=tuple(steps))), GridProposed(grid=grid))
    for _ in range(opened + 1 if opened else 0):
        room.next("mona", minutes=5)
    return room


def press(room: Room, by: str, counts: Sequence[int], code: str = "B3", **fields: str) -> None:
    for step, count in enumerate(counts, 1):
        fact = Tallied.model_validate({"indicator": code, "step": f"P{step}", **fields})
        for _ in range(count):
            room.do(by, fact)


def tick(room: Room, by: str, seen: Sequence[Iterable[str]], code: str = "I1", missed: Iterable[int] = ()) -> None:
    for number, codes in enumerate(seen, 1):
        out = number in missed
        room.do(by, IntervalMarked(indicator=code, interval=number, codes=() if out else tuple(codes), missed=out))


def found(room: Room, indicator: str, code: str | None = None, per: str | None = None) -> CountedAgreement:
    every = [each for each in counted_agreement(room.meeting) if (each.indicator, each.code) == (indicator, code)]
    (only,) = [each for each in every if per in (None, each.per)]
    return only


def values(each: CountedAgreement) -> Mapping[str, float | None]:
    return {name: one.value for name, one in each.measures.items()}
