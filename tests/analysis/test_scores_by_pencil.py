"""Sections, overall scores and means, reckoned a second time from the words of docs/scores.md, in exact fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.analysis.scores import scores
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, Scored
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Choice, Condition, Count, Derived, Indicator, Note, Option, Rating, YesNo
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Band, Chosen, Level, Scale, Value
from tests.making import SCALE, Room, small_grid, small_room, words

TEXT = words("?")
ODD = Scale(id="odd", levels=tuple(Level(value=each, label=TEXT) for each in (1, 3, 4)))
LOW = Scale(id="low", best="low", levels=tuple(Level(value=each, label=TEXT) for each in (1, 2, 3)))
SCALES = {each.id: each for each in (SCALE, ODD, LOW)}
BANDS = (Band(max=5, score=4), Band(max=10, score=3), Band(score=1))
OPTIONS = tuple(Option(id=name, label=TEXT, score=score) for name, score in (("a", 4), ("b", 1), ("c", None)))

Said: TypeAlias = Mapping[tuple[str, str | None], Value]
"""What one observer answered, by code and step."""

GAP, OFF = "gap", "off the list"


# The rules, as the page tells them.


def mirrored(grid: Grid, indicator: Indicator, point: Fraction) -> Fraction:
    low, high = ends(grid, indicator)
    best_is_low = isinstance(indicator, Rating) and SCALES[indicator.scale].best == "low"
    return low + high - point if indicator.reverse != best_is_low else point


def ends(grid: Grid, indicator: Indicator) -> tuple[Fraction, Fraction]:
    match indicator:
        case Rating() | Derived():
            points: list[Any] = [level.value for level in SCALES[indicator.scale].levels]
        case Count() if indicator.bands:
            points = [band.score for band in indicator.bands]
        case Choice():
            points = [option.score for option in indicator.options if option.score is not None]
        case _:
            points = [grid.scoring.yes, grid.scoring.no]
    return Fraction(min(points)), Fraction(max(points))


def point_of(grid: Grid, indicator: Indicator, value: Any) -> Fraction | str:
    """Rule 1: what the answer is worth before any mirror."""
    match indicator:
        case YesNo():
            return Fraction(grid.scoring.yes if value == "yes" else grid.scoring.no)
        case Choice():
            found = [option.score for option in indicator.options if option.id in value.choices]
            worth = [each for each in found if each is not None]
            return sum(map(Fraction, worth), Fraction(0)) / len(worth) if worth else GAP
        case Count() if indicator.bands:
            return Fraction(4 if value <= 5 else 3 if value <= 10 else 1)
        case Count():
            return Fraction(grid.scoring.yes if value >= 80 else grid.scoring.no)
    return Fraction(value)


def stands(grid: Grid, said: Said, indicator: Indicator, step: str | None = None) -> Fraction | str:
    """Rules 1 to 4: points, a gap, or off the list."""
    if indicator.when and said.get((indicator.when.indicator, None)) not in indicator.when.values:
        return OFF
    value = said.get((indicator.id, step))
    if value is None and isinstance(indicator, Derived):
        return element(grid, said, indicator)
    if value in (None, Answer.NOT_OBSERVED):
        return GAP
    if value is Answer.NOT_APPLICABLE:
        return OFF
    worth = point_of(grid, indicator, value)
    return mirrored(grid, indicator, worth) if isinstance(worth, Fraction) else worth


def element(grid: Grid, said: Said, indicator: Derived) -> Fraction | str:
    each = [(grid.by_id[code], stands(grid, said, grid.by_id[code])) for code in indicator.behaviours]
    worth = [(behaviour, points) for behaviour, points in each if isinstance(points, Fraction)]
    if not worth:
        return OFF if all(points == OFF for _, points in each) else GAP
    points = [points for _, points in worth]
    if indicator.rule == "share":
        low, high = ends(grid, indicator)
        way = [(points - ends(grid, one)[0]) / (ends(grid, one)[1] - ends(grid, one)[0]) for one, points in worth]
        return low + sum(way, Fraction(0)) / len(way) * (high - low)
    return {"mean": sum(points, Fraction(0)) / len(points), "lowest": min(points), "highest": max(points)}[
        indicator.rule
    ]


def over_steps(grid: Grid, said: Said, indicator: Indicator) -> Fraction | str:
    """Rule 6."""
    every = [stands(grid, said, indicator, step) for code, step in said if code == indicator.id]
    points = [each for each in every if isinstance(each, Fraction)]
    if points:
        return sum(points, Fraction(0)) / len(points)
    return OFF if every and set(every) == {OFF} else GAP


def section(grid: Grid, said: Said, part: Section, about: str) -> tuple[Fraction | None, int, int]:
    """Rule 5: the mean, how many were scored, how many are on the list."""
    behaviours = {code for each in grid.indicators() if isinstance(each, Derived) for code in each.behaviours}
    worth, listed = [], 0
    for each in part.indicators:
        other = (each.about == "moderator") != (about == "mona")
        if other or each.id in behaviours or each.weight == 0 or isinstance(each, Note):
            continue
        found = over_steps(grid, said, each) if each.about == "step" else stands(grid, said, each)
        listed += found != OFF
        if isinstance(found, Fraction):
            worth.append((Fraction(each.weight), found))
    return mean(worth) if enough(grid, len(worth), listed) else None, len(worth), listed


def enough(grid: Grid, scored: int, listed: int) -> bool:
    return scored > 0 and Fraction(scored, listed) >= Fraction(str(grid.scoring.enough))


def mean(worth: list[tuple[Fraction, Fraction]]) -> Fraction | None:
    below = sum(weight for weight, _ in worth)
    return sum(weight * points for weight, points in worth) / below if below else None


def overall(grid: Grid, said: Said, about: str) -> tuple[Fraction | None, int, int]:
    """Rule 7."""
    every = [(Fraction(part.weight), *section(grid, said, part, about)) for part in grid.sections]
    scored, listed = sum(each[2] for each in every), sum(each[3] for each in every)
    shown = mean([(weight, points) for weight, points, *_ in every if points is not None])
    return shown if enough(grid, scored, listed) else None, scored, listed


# Small grids and answers.

WEIGHTS = st.sampled_from((0, 0.5, 1, 1, 2, 3))
ABOUT = st.sampled_from(("moderator", "moderator", "meeting", "step"))


@st.composite
def indicators(draw: st.DrawFn, code: str, before: list[Indicator]) -> Indicator:
    kind = draw(st.sampled_from(("rating", "rating", "yesno", "count", "percent", "choice", "note", "derived")))
    about = draw(ABOUT)
    common: dict[str, Any] = {"id": code, "text": TEXT, "about": about, "weight": draw(WEIGHTS)}
    common["reverse"] = draw(st.booleans()) and kind not in ("note", "derived")
    conditional: bool = draw(st.booleans())
    asking = [each for each in before if isinstance(each, YesNo) and each.about == about != "step"]
    if asking and conditional:
        common["when"] = Condition(indicator=draw(st.sampled_from(asking)).id, values=("yes",))
    under = [each for each in before if isinstance(each, Rating | YesNo | Choice) and each.about == about != "step"]
    match kind:
        case "derived" if under:
            rule = draw(st.sampled_from(("mean", "lowest", "highest", "share")))
            chosen = draw(st.lists(st.sampled_from([each.id for each in under]), min_size=1, max_size=3, unique=True))
            return Derived(**common, scale="odd", behaviours=tuple(chosen), rule=rule)
        case "yesno":
            return YesNo(**common)
        case "count":
            return Count(**common, bands=BANDS)
        case "percent":
            return Count(**common, threshold=80, measure="percent")
        case "choice":
            return Choice(**common, options=OPTIONS, several=True)
        case "note":
            return Note(**common)
    return Rating(**common, scale=draw(st.sampled_from(list(SCALES))))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    before: list[Indicator] = []
    parts = []
    for name in "ABC"[: draw(st.integers(1, 3))]:
        own = [f"{name}{number}" for number in range(draw(st.integers(1, 5)))]
        for code in own:
            before.append(draw(indicators(code, before)))
        parts.append(Section(id=name, title=TEXT, weight=draw(WEIGHTS), indicators=tuple(before[-len(own) :])))
    scoring = small_grid().scoring.model_copy(update={"enough": draw(st.sampled_from((0.0, 0.5, 0.6, 2 / 3, 1.0)))})
    return small_grid().with_parts(scales=tuple(SCALES.values()), sections=tuple(parts), scoring=scoring)


def value_for(draw: st.DrawFn, indicator: Indicator) -> Value | None:
    other: list[Value | None] = [None, Answer.NOT_OBSERVED, Answer.NOT_APPLICABLE]
    if draw(st.integers(0, 2)) == 0:
        return draw(st.sampled_from(other))
    match indicator:
        case Rating():
            return draw(st.sampled_from(SCALES[indicator.scale].values))
        case YesNo():
            return draw(st.sampled_from((Answer.YES, Answer.NO)))
        case Count():
            return draw(st.integers(0, 100))
        case Choice():
            chosen = draw(st.sets(st.sampled_from(("a", "b", "c")), min_size=1))
            return Chosen(choices=tuple(sorted(chosen)))
        case Derived():
            return draw(st.sampled_from((None, None, 3)))
    return None


@st.composite
def sheets(draw: st.DrawFn, grid: Grid) -> Said:
    places = [
        (each, step) for each in grid.indicators() for step in (("S1", "S2") if each.about == "step" else (None,))
    ]
    found = {(each.id, step): value_for(draw, each) for each, step in places}
    return {key: value for key, value in found.items() if value is not None}


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Grid, dict[str, Said]]:
    grid = draw(grids())
    return grid, {observer: draw(sheets(grid)) for observer in ("olga", "omar")}


def held(grid: Grid, said: Mapping[str, Said]) -> Room:
    room = small_room()
    room.do(SETUP, GridProposed(grid=grid))
    for observer, own in said.items():
        for (code, step), value in own.items():
            about = "mona" if grid.by_id[code].about == "moderator" else MEETING
            room.do(observer, Scored(about=about, indicator=code, value=value, step=step))
    return room


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(meetings())
def test_a_pencil_and_the_program_come_to_the_same(found: tuple[Grid, dict[str, Said]]) -> None:
    grid, said = found
    room = held(grid, said)
    program = scores(room.meeting, room.laptop())
    for about in ("mona", MEETING):
        means = []
        for observer, own in said.items():
            sheet = program.sheet(observer, about)
            if sheet is None:
                assert not own, "who has said nothing has no sheet"
                continue
            for part, shown in zip(grid.sections, sheet.sections, strict=True):
                assert_same(section(grid, own, part, about), shown[1:4])
            expected = overall(grid, own, about)
            assert_same(expected, sheet.overall[1:4])
            means += [expected[0]] if expected[0] is not None else []
        together = program.subject(about)
        assert together
        assert together.overall.observers == len(means)
        if means:
            assert together.overall.mean == pytest.approx(float(sum(means) / len(means)))
            assert (together.overall.spread or 0) == pytest.approx(float(max(means) - min(means)))


def assert_same(expected: tuple[Fraction | None, int, int], shown: tuple[Any, ...]) -> None:
    assert shown[1:] == expected[1:]
    assert (shown[0] is None) == (expected[0] is None)
    assert expected[0] is None or shown[0] == pytest.approx(float(expected[0]))
