"""What agreement means in one word for each kind of table; and on which scale parts of a grid are compared."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from facilitate.analysis.agreement import Agreement, meaning
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, Scored
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Rating, YesNo
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Level, Scale
from tests.analysis.test_agreement import answer, compared, room_on, send
from tests.making import SCALE, rating, small_grid, small_room, words


def judged(*rows: Sequence[int]) -> Agreement:
    """Observers' points from 1 to 4, an indicator a row."""
    room = room_on(*(rating(f"A{n}", about="meeting") for n, _ in enumerate(rows)), observers=len(rows[0]))
    for n, row in enumerate(rows):
        answer(room, f"A{n}", *row)
    send(room)
    return compared(room)


SAME = [(1, 1), (2, 2), (3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        (SAME * 2, "few"),
        ([(4, 4)] * 12, "all_the_same"),
        (SAME * 5, "reliable"),
        ([*SAME, (1, 2), (2, 3), (3, 4), (4, 3), (2, 1), (3, 2), (1, 2)], "tentative"),
        ([(4, 4)] * 28 + [(4, 1)], "one_point"),
        ([(2, 3), (3, 2), (3, 4), (2, 2), (3, 3), (2, 1), (3, 2), (2, 3), (3, 3), (2, 3)], "neighbours"),
        ([(1, 4), (1, 1), (2, 4), (4, 4), (3, 1), (4, 2), (1, 1), (4, 3), (2, 1), (3, 3)], "differing"),
        ([(1, 4), (4, 1), (2, 3), (3, 2), (1, 3), (4, 2), (1, 4), (4, 1), (2, 4), (3, 1)], "chance"),
    ],
)
def test_one_word_for_each_kind_of_table(rows: list[tuple[int, int]], verdict: str) -> None:
    assert meaning(judged(*rows)).verdict == verdict


def test_perfect_agreement_on_little_is_no_wide_range_and_little_of_it_is() -> None:
    assert not meaning(judged(*SAME * 5)).wide
    mixed = [(1, 4), (1, 1), (2, 4), (4, 4), (3, 1), (4, 2), (1, 1), (4, 3), (2, 1), (3, 3)]
    assert meaning(judged(*mixed)).wide


def test_who_stands_apart_is_named_from_three_observers_and_ten_things_on() -> None:
    rows = [(1 + n % 4, 1 + n % 4, 1 + (n + 2) % 4) for n in range(12)]
    apart = meaning(judged(*rows)).apart
    assert apart is not None
    assert apart.observer == "otis"
    assert meaning(judged(*rows[:8])).apart is None, "too little was compared to say so"
    near = [(1 + n % 4, 1 + n % 4, 1 + n % 4) for n in range(12)]
    assert meaning(judged(*near)).apart is None


def test_points_of_scales_without_order_have_none_either() -> None:
    kinds = Scale(
        id="kinds", levels=tuple(Level(value=v, label=words(str(v))) for v in (1, 2, 3)), measurement="nominal"
    )
    room = room_on(Rating(id="K", text=words("K"), scale="kinds"), YesNo(id="Y", text=words("Y")), scales=(kinds,))
    answer(room, "K", 1, 2)
    answer(room, "Y", Answer.YES, Answer.NO)
    send(room)
    found = compared(room).whole
    assert (found.put.on, found.put.scale.level) == ("points", "nominal")


def test_a_section_is_compared_on_the_scale_of_the_whole() -> None:
    """Yes and no alone would be nominal values; beside ratings they are points, so that sections can be compared."""
    room = small_room(observers=2)
    sections = (
        Section(id="A", title=words("A"), indicators=(rating("R", about="meeting"),)),
        Section(id="B", title=words("B"), indicators=(YesNo(id="Y", text=words("Y")),)),
    )
    room.do(SETUP, GridProposed(grid=small_grid().with_parts(sections=sections, scales=(SCALE,))))
    for observer, point, said in (("olga", 1, Answer.YES), ("omar", 3, Answer.NO)):
        room.do(observer, Scored(about=MEETING, indicator="R", value=point))
        room.do(observer, Scored(about=MEETING, indicator="Y", value=said))
    send(room)
    found = compared(room)
    assert found.sections["B"].put.rows == ((4, 1),)
    assert found.sections["A"].put.scale == found.sections["B"].put.scale
    assert found.indicators["Y"].put.rows == ((1, 0),), "an indicator alone stands on its own scale"


def test_one_who_differs_a_little_more_is_named_from_a_tenth_on() -> None:
    rows = [(1 + n % 4, 1 + n % 4, 1 + n % 4) for n in range(16)]
    once = [*rows[:15], (4, 4, 1)]
    found = judged(*once)
    change = next(each.change for each in found.without if each.observer == "otis")
    assert change is not None
    assert 0.05 < change < 0.3
    assert (meaning(found).apart is not None) == (change >= 0.1)
    twice = judged(*rows[:14], (3, 3, 1), (4, 4, 1))
    apart = meaning(twice).apart
    assert apart is not None
    assert apart.change is not None
    assert 0.1 <= apart.change < 0.5
