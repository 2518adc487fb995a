"""LibreOffice reckons elements as the program does: in each step, and where some or none of their behaviours apply."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, Scored, SheetSent
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Condition, Derived, YesNo
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP, Role
from facilitate.domain.scale import Answer, Value
from facilitate.workbook.export import build
from tests.making import Room, rating, small_grid, small_room, words
from tests.workbook.test_recalculation import all_recalculated, assert_equal, pytestmark

__all__ = ["pytestmark"]

GIVEN: tuple[Value | None, ...] = (None, 3, Answer.NOT_OBSERVED, Answer.NOT_APPLICABLE)


def elements() -> Room:
    """Each pair of these answers to two behaviours, by an observer of its own; A2 is asked unless A0 is no."""
    room = small_room(observers=0)
    element = Derived(
        id="A3", text=words("e"), about="moderator", scale="scale4", behaviours=("A1", "A2"), rule="share"
    )
    asked_after = rating("A2", when=Condition(indicator="A0", values=("yes",)))
    of_step = Derived(id="B2", text=words("s"), about="step", scale="scale4", behaviours=("B1",), rule="lowest")
    sections = (
        Section(
            id="A",
            title=words("A"),
            indicators=(YesNo(id="A0", text=words("?"), about="moderator"), rating("A1"), asked_after, element),
        ),
        Section(id="B", title=words("B"), indicators=(rating("B1", about="step"), of_step, rating("B3", "meeting"))),
    )
    room.do(SETUP, GridProposed(grid=small_grid().with_sections(sections)))
    for number, (first, second) in enumerate(product(GIVEN, repeat=2)):
        observer = room.person(f"o{number}", Role.OBSERVER)
        asked = Answer.YES if number % 3 else Answer.NO
        given = (
            ("A0", asked, None),
            ("A1", first, None),
            ("A2", second, None),
            ("B1", first, "S1"),
            ("B1", second, "S2"),
        )
        for code, value, step in given:
            if value is not None:
                about = MEETING if step else "mona"
                room.do(observer, Scored(about=about, indicator=code, value=value, step=step))
        room.do(observer, SheetSent())
    return room


def test_elements_are_reckoned_alike(tmp_path: Path) -> None:
    room = elements()
    books = [build(see(room.meeting, None), language, room.laptop(), "1.2.3") for language in ("en", "ar")]
    for book, found in zip(books, all_recalculated(books, tmp_path), strict=True):
        assert_equal(book, found)
    shown = {observer: books[0].cached[books[0].answers[observer, Cell("mona", "A3")]] for observer in ("o5", "o13")}
    assert shown == {"o5": 3, "o13": 3}
    assert books[0].cached[books[0].answers["o15", Cell("mona", "A3")]] == "not applicable"
