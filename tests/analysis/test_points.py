"""What answers are worth."""

from __future__ import annotations

import pytest

from facilitate.analysis.points import derive, points, points_range, scorable
from facilitate.domain.grid import Grid, Scoring
from facilitate.domain.indicator import Choice, Count, Derived, Duration, Interval, Note, Option, Rating, Tally, YesNo
from facilitate.domain.scale import Answer, Band, Chosen, Level, Noted, Scale
from tests.making import SCALE, rating, words

ODD = Scale(id="odd", levels=tuple(Level(value=v, label=words(str(v))) for v in (1, 3, 5)))
LOW = Scale(id="low", best="low", levels=tuple(Level(value=v, label=words(str(v))) for v in (0, 1, 2, 3)))
BANDS = (Band(max=5, score=4), Band(max=10, score=3), Band(max=20, score=2), Band(score=1))
GRID = Grid(id="g", title=words("g"), scales=(SCALE, ODD, LOW), scoring=Scoring(yes=4, no=1))
TEXT = words("?")


def on(scale: str, *, reverse: bool = False) -> Rating:
    return Rating(id="R", text=TEXT, scale=scale, reverse=reverse)


@pytest.mark.parametrize(
    ("indicator", "value", "expected"),
    [
        (on("scale4"), 3, 3),
        (on("scale4", reverse=True), 3, 2),
        (on("odd"), 3, 3),
        (on("odd", reverse=True), 5, 1),
        (on("odd"), 2, None),
        (on("low"), 0, 3),
        (on("low"), 2, 1),
        (on("low", reverse=True), 2, 2),
        (on("nowhere"), 2, None),
        (YesNo(id="Y", text=TEXT), Answer.YES, 4),
        (YesNo(id="Y", text=TEXT), Answer.NO, 1),
        (YesNo(id="Y", text=TEXT, reverse=True), Answer.YES, 1),
        (Count(id="C", text=TEXT, bands=BANDS), 5, 4),
        (Count(id="C", text=TEXT, bands=BANDS), 5.1, 3),
        (Count(id="C", text=TEXT, bands=BANDS), 900, 1),
        (Count(id="C", text=TEXT, bands=BANDS, reverse=True), 5, 1),
        (Count(id="C", text=TEXT), 5, None),
        (Count(id="C", text=TEXT, threshold=80, measure="percent"), 80, 4),
        (Count(id="C", text=TEXT, threshold=80, measure="percent"), 79, 1),
        (Tally(id="T", text=TEXT, bands=BANDS), 7, 3),
        (Duration(id="D", text=TEXT, bands=BANDS), 15, 2),
        (on("scale4"), Answer.NOT_OBSERVED, None),
        (on("scale4"), Answer.NOT_APPLICABLE, None),
        (YesNo(id="Y", text=TEXT), Answer.NOT_OBSERVED, None),
        (Note(id="N", text=TEXT), Noted(text="4"), None),
        (on("scale4"), None, None),
    ],
)
def test_points(indicator: Rating, value: int, expected: float | None) -> None:
    assert points(GRID, indicator, value) == expected


def test_a_choice_is_worth_its_options() -> None:
    options = tuple(Option(id=f"o{score}", label=TEXT, score=score) for score in (1, 2, 4))
    choice = Choice(id="H", text=TEXT, options=(*options, Option(id="other", label=TEXT)), several=True)
    assert points(GRID, choice, Chosen(choices=("o4",))) == 4
    assert points(GRID, choice, Chosen(choices=("o1", "o4", "other"))) == 2.5
    assert points(GRID, choice, Chosen(choices=("other",))) is None
    assert points(GRID, choice.model_copy(update={"reverse": True}), Chosen(choices=("o4",))) == 1


def test_what_can_be_worth_points() -> None:
    assert scorable(GRID, on("odd"))
    assert points_range(GRID, on("odd")) == (1, 5)
    assert not scorable(GRID, Note(id="N", text=TEXT))
    assert not scorable(GRID, Count(id="C", text=TEXT))
    assert not scorable(GRID, Interval(id="I", text=TEXT, codes=(Option(id="a", label=TEXT),)))
    assert not scorable(GRID, rating("R", weight=0))


@pytest.mark.parametrize(
    ("rule", "expected"), [("mean", 8 / 3), ("lowest", 1), ("highest", 4), ("share", 1 + 3 * (1 + 2 / 3 + 0) / 3)]
)
def test_elements_follow_from_behaviours(rule: str, expected: float) -> None:
    element = Derived.model_validate(
        {"id": "E", "text": TEXT, "scale": "scale4", "behaviours": ("Y1", "R", "Y2"), "rule": rule}
    )
    yes, no = YesNo(id="Y1", text=TEXT), YesNo(id="Y2", text=TEXT)
    assert derive(GRID, element, [(yes, 4), (on("scale4"), 3), (no, 1)]) == pytest.approx(expected)
    assert derive(GRID, element, []) is None
