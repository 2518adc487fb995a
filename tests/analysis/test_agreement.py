"""How far observers agree: the published answers, and what counts as an answer."""

from __future__ import annotations

import pytest

from facilitate.analysis.agreement import Agreement, agreement, alpha, units
from facilitate.analysis.scores import scores
from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.view import see
from facilitate.domain.scale import Answer
from tests.making import Room, small_room

KRIPPENDORFF_C = (
    (1, 1, 1),
    (2, 2, 3, 2),
    (3, 3, 3, 3),
    (3, 3, 3, 3),
    (2, 2, 2, 2),
    (1, 2, 3, 4),
    (4, 4, 4, 4),
    (1, 1, 2, 1),
    (2, 2, 2, 2),
    (5, 5, 5),
    (1, 1),
    (3,),
)
"""Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example C: 4 observers, 12 units, gaps."""


def test_alpha_is_the_published_one() -> None:
    assert alpha(KRIPPENDORFF_C) == pytest.approx(0.815, abs=5e-4)
    assert alpha(KRIPPENDORFF_C, interval=True) == pytest.approx(0.849, abs=5e-4)


def test_alpha_is_not_defined_where_nothing_varies() -> None:
    assert alpha([(1, 1, 1)] * 5) is None
    assert alpha([]) is None
    assert alpha([(1,), (2,)]) is None


def compared(room: Room) -> Agreement:
    meeting = see(room.meeting, None)
    return agreement(units(meeting, scores(meeting, room.laptop()), room.laptop()))


def test_pairs_of_observers_are_compared() -> None:
    room = small_room(observers=3)
    for observer, (first, second) in zip(("olga", "omar", "otis"), ((4, 2), (3, 2), (1, 2)), strict=True):
        room.do(observer, Scored(about="mona", indicator="A1", value=first))
        room.do(observer, Scored(about="mona", indicator="A2", value=second), SheetSent())
    found = compared(room)
    assert (found.units, found.observers, found.pairs) == (2, 3, 6)
    assert found.exact == pytest.approx(3 / 6)
    assert found.within_one == pytest.approx(4 / 6)
    assert found.difference == pytest.approx((1 + 3 + 2) / 6)


def test_not_observed_is_no_answer_to_compare() -> None:
    room = small_room(observers=2)
    room.do("olga", Scored(about="mona", indicator="A1", value=4), SheetSent())
    room.do("omar", Scored(about="mona", indicator="A1", value=Answer.NOT_OBSERVED), SheetSent())
    found = compared(room)
    assert found == Agreement(0, 0, 0)
    assert found.exact is None


def test_units_stand_in_the_order_of_the_grid() -> None:
    room = small_room(observers=2)
    for observer in ("omar", "olga"):
        for code in ("A2", "A1"):
            room.do(observer, Scored(about="mona", indicator=code, value=3))
        room.do(observer, SheetSent())
    meeting = see(room.meeting, None)
    found = units(meeting, scores(meeting, room.laptop()), room.laptop())
    assert [unit.cell for unit in found] == [Cell("mona", "A1"), Cell("mona", "A2")]
    assert {unit.section for unit in found} == {"A"}
