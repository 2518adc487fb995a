"""Refusals of scores, sheets and the debrief: the reason, and how one comes to hear it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from facilitate.domain.events import Fact
from facilitate.domain.events import agreeing as g
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.events.base import Origin
from facilitate.domain.indicator import Choice, Count, Duration, Indicator, Interval, Option, Tally
from facilitate.domain.people import Role
from facilitate.domain.pin import Pin
from facilitate.domain.scale import Answer, Chosen
from tests.domain.refused_preparing import says
from tests.making import START, Room, rating, small_grid, words

OPTIONS = tuple(Option(id=each, label=words(each)) for each in ("one", "two", "three"))
MORE: tuple[Indicator, ...] = (
    Choice(id="C1", text=words("one"), options=OPTIONS),
    Choice(id="C2", text=words("several"), options=OPTIONS, several=True),
    Count(id="C3", text=words("share"), measure="percent"),
    Duration(id="C4", text=words("late")),
    Interval(id="C5", text=words("seen"), codes=OPTIONS, at_most=2),
    Tally(id="C6", text=words("by group"), groups=OPTIONS),
    rating("C7", "meeting", not_observed=False, not_applicable=False),
)
SCORED = ("olga", o.Scored(about="mona", indicator="A1", value=2))
SENT = ("olga", o.SheetSent())
PIN = Pin(salt="salt", hash="hash", cost=10, block=1, parallel=1)
BOTH = ("tess", p.PersonChanged(person="milo", roles=frozenset({Role.MODERATOR, Role.OBSERVER})))


def _wide(fact: Fact, *before: tuple[str, Fact]) -> Callable[[Room], tuple[str, Fact]]:
    """An observer says something on a grid with indicators of every kind."""
    return says("olga", fact, ("mona", g.GridProposed(grid=small_grid(MORE))), *before)


def _scored(indicator: str, value: Any, **fields: Any) -> o.Scored:
    return o.Scored(indicator=indicator, value=value, **fields)


def _without_grid(room: Room) -> tuple[str, Fact]:
    grid = next(event for event in room.events if isinstance(event.fact, g.GridProposed))
    room.record.events.remove(grid)
    room.record.refold()
    return SCORED


OBSERVING: list[tuple[str, Callable[[Room], tuple[str, Fact]]]] = [
    (
        "refused.not_an_observer",
        says("tess", o.Scored(observer="tim", source=Origin(file="x.csv"), about="mona", indicator="A1", value=2)),
    ),
    ("refused.sheet_sent", says(*SCORED, SCORED, SENT)),
    ("refused.sheet_sent", says("olga", o.EvidenceChanged(evidence="e", text="x"), SCORED, SENT)),
    ("refused.no_grid", _without_grid),
    ("refused.no_such_indicator", says("olga", _scored("Z9", 2))),
    ("refused.no_such_step", says("olga", _scored("A1", 2, about="mona", step="S9"))),
    ("refused.about_moderator", says("olga", _scored("A1", 2))),
    ("refused.moderates_no_longer", says("olga", _scored("A1", 2, about="tim"))),
    ("refused.about_meeting", says("olga", _scored("A3", Answer.YES, about="mona"))),
    ("refused.step_needed", says("olga", _scored("B2", 2))),
    ("refused.not_on_scale", says("olga", _scored("A1", 5, about="mona"))),
    ("refused.not_on_scale", says("olga", _scored("A1", 2.5, about="mona"))),
    ("refused.not_on_scale", says("olga", _scored("A1", Answer.YES, about="mona"))),
    ("refused.yes_or_no", says("olga", _scored("A3", 1))),
    ("refused.number_expected", says("olga", _scored("B1", -1))),
    ("refused.number_expected", says("olga", _scored("B1", float("nan")))),
    ("refused.number_expected", says("olga", _scored("B1", float("inf")))),
    ("refused.text_expected", says("olga", _scored("B4", 1))),
    ("refused.no_such_option", _wide(_scored("C1", Chosen(choices=("four",))))),
    ("refused.one_option", _wide(_scored("C1", Chosen(choices=("one", "two"))))),
    ("refused.over_100", _wide(_scored("C3", 101))),
    ("refused.intervals_expected", _wide(_scored("C5", Chosen(choices=("one",))))),
    ("refused.not_observed_not_allowed", _wide(_scored("C7", Answer.NOT_OBSERVED))),
    ("refused.not_applicable_not_allowed", _wide(_scored("C7", Answer.NOT_APPLICABLE))),
    ("refused.no_tally", says("olga", o.Tallied(indicator="B1"))),
    ("refused.no_such_option", says("olga", o.Tallied(indicator="B3", group="one"))),
    ("refused.no_such_option", _wide(o.Tallied(indicator="C6"))),
    ("refused.below_zero", says("olga", o.Tallied(indicator="B3", change=-1))),
    ("refused.no_intervals", says("olga", o.IntervalMarked(indicator="B1", interval=1))),
    ("refused.no_such_option", _wide(o.IntervalMarked(indicator="C5", interval=1, codes=("four",)))),
    ("refused.no_such_option", _wide(o.IntervalMarked(indicator="C5", interval=1, codes=("one",), missed=True))),
    ("refused.too_many", _wide(o.IntervalMarked(indicator="C5", interval=1, codes=("one", "two", "three")))),
    ("refused.no_duration", says("olga", o.Timed(indicator="B1", timing="d", start=START))),
    (
        "refused.stop_before_start",
        _wide(o.Timed(indicator="C4", timing="d", start=START, stop=START - timedelta(seconds=1))),
    ),
    ("refused.nothing_written", says("olga", o.EvidenceAdded(evidence="e", about="mona", indicator="A1", text=" "))),
    (
        "refused.evidence_twice",
        says(
            "olga",
            o.EvidenceAdded(evidence="e", about="mona", indicator="A1", text="again"),
            ("olga", o.EvidenceAdded(evidence="e", about="mona", indicator="A1", text="once")),
        ),
    ),
    ("refused.no_such_evidence", says("olga", o.EvidenceChanged(evidence="e", text="x"))),
    (
        "refused.own_hand",
        says("tess", o.SheetSent(observer="olga", source=Origin(file="paper")), SCORED),
    ),
    ("refused.sent_already", says(*SENT, SCORED, SENT)),
    ("refused.sheet_empty", says(*SENT)),
    ("refused.sheet_not_sent", says("olga", o.SheetRecalled(reason="a slip"))),
    ("refused.reason_needed", says("olga", o.SheetRecalled(reason=" "), SCORED, SENT)),
    ("refused.not_an_observer", says("mona", o.SheetReleased(observer="tim", reason="ill"))),
    ("refused.sent_already", says("mona", o.SheetReleased(observer="olga", reason="ill"), SCORED, SENT)),
    ("refused.reason_needed", says("mona", o.SheetReleased(observer="olga", reason=""))),
    (
        "refused.release_own",
        says("milo", o.SheetReleased(observer="milo", reason="ill"), BOTH),
    ),
    ("refused.no_such_person", says("tess", o.PinSet(person="nobody", reason="forgotten"))),
    ("refused.not_an_observer", says("tess", o.PinSet(person="tess", pin=PIN))),
    ("refused.no_pin", says("olga", o.PinSet(person="olga"))),
    ("refused.no_pin", says("tess", o.PinSet(person="olga", reason="forgotten"))),
    (
        "refused.reason_needed",
        says("tess", o.PinSet(person="olga", reason=" "), ("olga", o.PinSet(person="olga", pin=PIN))),
    ),
    ("refused.debrief_open", says("tess", o.DebriefOpened(reason="x"), ("tess", o.DebriefOpened(reason="late")))),
    ("refused.reason_needed", says("tess", o.DebriefOpened(reason=""))),
    ("refused.scores_closed", says("tess", o.ConsensusSet(indicator="A3", value=Answer.YES), SCORED)),
    ("refused.scores_closed", says("tess", o.Reviewed(observer="olga", about="mona", indicator="A1", value=3), SCORED)),
    (
        "refused.not_on_scale",
        says(
            "tess",
            o.Reviewed(observer="olga", about="mona", indicator="A1", value=9),
            ("tess", o.DebriefOpened(reason="late")),
        ),
    ),
]
