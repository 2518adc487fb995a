"""Kits to rehearse: the two that ship, and some that a user might write."""

from __future__ import annotations

from functools import cache

from facilitate.domain.agenda import Agenda, Kit, Step
from facilitate.domain.grid import Grid, Scoring, Section
from facilitate.domain.indicator import (
    Choice,
    Condition,
    Count,
    Derived,
    Duration,
    Indicator,
    Interval,
    Note,
    Option,
    Tally,
    YesNo,
)
from facilitate.domain.scale import Level, Scale
from facilitate.kits.kit_file import read_kit
from tests.making import SCALE, rating, small_agenda, small_grid, words

SHIPPED = ("youth", "farmers")


@cache
def shipped(name: str) -> Kit:
    return read_kit(name)


def small_kit() -> Kit:
    return Kit(id="small", title=words("small kit"), agenda=small_agenda(), grid=small_grid())


def options(*codes: str) -> tuple[Option, ...]:
    return tuple(Option(id=code, label=words(code)) for code in codes)


def every_kind() -> tuple[Indicator, ...]:
    """One indicator of each kind that the small grid lacks, some with conditions that lead nowhere or in a circle."""
    return (
        Choice(id="K1", text=words("one of three"), options=options("a", "b", "c")),
        Choice(id="K2", text=words("several"), options=options("x", "y", "z"), several=True, about="step"),
        Tally(id="K3", text=words("interruptions"), groups=options("women", "men"), about="moderator"),
        Duration(id="K4", text=words("silence"), groups=options("women", "men")),
        Interval(id="K5", text=words("energy"), every_seconds=60, codes=options("high", "low"), momentary=True),
        Derived(id="K6", text=words("element"), scale="scale4", behaviours=("A1", "A2"), about="moderator"),
        Note(id="K7", text=words("note"), about="moderator", not_observed=False, not_applicable=False),
        rating("K8", when=Condition(indicator="A3", values=("yes",))),
        YesNo(id="K9", text=words("unasked"), when=Condition(indicator="A1", values=(1, 2, 3, 4))),
        YesNo(id="K10", text=words("circle"), when=Condition(indicator="K11", values=("yes",))),
        YesNo(id="K11", text=words("circle"), when=Condition(indicator="K10", values=("yes",)), reverse=True),
        rating("K12", reverse=True, evidence_for=(2, 3), steps=("S2",)),
        Count(id="K13", text=words("late"), measure="minutes", auto="log.start_delay_minutes"),
        Count(id="K14", text=words("share"), measure="percent", not_observed=False, not_applicable=False),
    )


def all_kinds_kit() -> Kit:
    grid = small_grid(every_kind())
    return Kit(id="kinds", title=words("all kinds"), agenda=small_agenda(), grid=grid)


def other_scale_kit() -> Kit:
    """Three levels with gaps, the lowest best, on an agenda of one step in groups."""
    levels = tuple(Level(value=value, label=words(str(value))) for value in (5, 1, 3))
    scale = Scale(id="three", levels=levels, best="low")
    indicator = rating("A1").model_copy(update={"scale": "three", "anchors": ()})
    grid = Grid(
        id="three",
        title=words("three"),
        scales=(scale, SCALE),
        scoring=Scoring(evidence_for=(1, 5)),
        sections=(Section(id="A", title=words("A"), indicators=(indicator,)),),
    )
    step = Step(id="only", title=words("only"), minutes=0, groups="split", records=("need", "vote", "action"))
    agenda = Agenda(id="one", audience="traders", title=words("one step"), steps=(step,))
    return Kit(id="three", title=words("three"), agenda=agenda, grid=grid)


def unscored_kit() -> Kit:
    """A grid without indicators, and an agenda whose steps do not count."""
    steps = tuple(Step(id=f"S{n}", title=words(f"S{n}"), minutes=3, counted=False, energiser="E1") for n in (1, 2, 3))
    agenda = Agenda(id="uncounted", title=words("uncounted"), steps=steps)
    return Kit(id="unscored", title=words("unscored"), agenda=agenda, grid=Grid(id="empty", title=words("empty")))
