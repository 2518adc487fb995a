"""What stands in the cells and what is counted agree: a dot is open, and nothing else is."""

from __future__ import annotations

import pytest

from facilitate.analysis.progress import Asked, asked, still_open
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, Scored
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Count, Derived
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Value
from facilitate.language import Words
from facilitate.tui.observer.lines import GridLines, by_code, missing
from facilitate.tui.observer.sights import Only, Sight, in_sight
from facilitate.tui.widgets.scoregrid import GridCell
from tests.making import Room, rating, small_grid, small_room, words

WORDS = Words("en")


def with_signs() -> Grid:
    """A behaviour, an element that follows from it, and a count that the log may give."""
    element = Derived(id="X2", text=words("element"), about="meeting", scale="points", behaviours=("X1",))
    late = Count(id="X3", text=words("late"), about="meeting", auto="lateness")
    grid = small_grid()
    scale = grid.scales[0].id
    behaviour = rating("X1").model_copy(update={"about": "meeting"})
    section = Section(
        id="X", title=words("X"), indicators=(behaviour, element.model_copy(update={"scale": scale}), late)
    )
    return grid.model_copy(update={"sections": (section,)})


def room(*said: tuple[str, Value]) -> Room:
    made = small_room()
    made.do(SETUP, GridProposed(grid=with_signs()))
    made.next("mona")
    for code, value in said:
        made.do("olga", Scored(about=MEETING, indicator=code, step="S0", value=value))
    return made


def everything(made: Room) -> tuple[Asked, ...]:
    return asked(made.meeting, "olga", "S0", made.laptop())


def cells(made: Room) -> dict[str, GridCell]:
    assert made.meeting.grid is not None
    lines = GridLines(WORDS).lines(made.meeting.grid, by_code(everything(made)), None)
    return {line.code: line.cells[0] for line in lines if line.cells}


@pytest.mark.parametrize(
    ("said", "signs", "heading"),
    [
        ((), {"X1": "· ", "X2": "= ", "X3": "~ "}, "X  0/1"),
        ((("X1", 3),), {"X1": "3 ", "X2": "3=", "X3": "~ "}, "X  1/1"),
        ((("X1", 3), ("X2", 2), ("X3", 5)), {"X1": "3 ", "X2": "2 ", "X3": "5 "}, "X  3/3"),
    ],
)
def test_a_dot_is_what_is_counted_as_open(
    said: tuple[tuple[str, Value], ...], signs: dict[str, str], heading: str
) -> None:
    made = room(*said)
    found, grid = everything(made), made.meeting.grid
    assert grid is not None
    assert {code: cell.text + cell.mark for code, cell in cells(made).items()} == signs
    assert GridLines(WORDS).lines(grid, by_code(found), None)[0].text == heading
    dots = frozenset(code for code, cell in cells(made).items() if cell.text == "·")
    assert {each.indicator.id for each in still_open(found)} == dots
    assert in_sight(Sight(Only.OPEN), by_code(found), made.meeting.sheet("olga"), "S0", "en") == dots


def test_the_list_before_sending_goes_by_section_and_names_no_element() -> None:
    made = room()
    assert missing(made.meeting, everything(made), WORDS) == [
        "1 answer is still open:",
        "  X  1: X1",
        "You may send all the same.",
    ]
