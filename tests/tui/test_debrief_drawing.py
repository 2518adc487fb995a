"""The pictures of the debrief with many people, odd names, long numbers: every row keeps to its place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from rich.text import Text

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.grid import Section
from facilitate.domain.people import SETUP, Role
from facilitate.domain.scale import Level, Scale
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.bidi.marks import FIELD
from facilitate.tui.debriefing.between import between
from facilitate.tui.debriefing.heat import heat
from facilitate.tui.debriefing.known import Known
from facilitate.tui.debriefing.letters import in_one_cell
from facilitate.tui.debriefing.profile import profile
from tests.making import rating, small_grid, small_room, words

NAMES = ("Salma", "Said", "سلمى", "👩 Mama", "日本", "Zoé", "Zoé", "Omar")


def seen(names: Sequence[str], points: Sequence[float] = (1, 2, 3, 4), language: Code = "en") -> Known:
    """One indicator about each of two steps, on these points; everybody scored and sent."""
    room = small_room(observers=0)
    levels = tuple(Level(value=value, label=words(str(value))) for value in points)
    scale = Scale(id="scale4", levels=levels, measurement="interval")
    indicator = rating("A1", about="step").model_copy(update={"anchors": ()})
    section = Section(id="A", title=words("a section with a long title"), indicators=(indicator,))
    room.do(SETUP, GridProposed(grid=small_grid().with_parts(sections=(section,), scales=(scale,))))
    for place, name in enumerate(names):
        person = room.person(f"person{place}", Role.OBSERVER, name=name)
        for step in ("S1", "S2"):
            far = place if step == "S2" else 0
            room.do(person, Scored(indicator="A1", step=step, value=points[far % len(points)]))
        room.do(person, SheetSent())
    return Known(room.meeting, "tess", room.laptop(), Words(language).for_lines())


def plain(row: Text) -> str:
    """What is seen of a row."""
    return row.plain.replace(FIELD, "")


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("points", [(1, 2, 3, 4), (-1.5, 0.25, 1_000_000)])
@pytest.mark.parametrize("width", [36, 40, 76, 116])
def test_every_row_keeps_to_its_place(language: Code, points: tuple[float, ...], width: int) -> None:
    known = seen(NAMES, points, language)
    for draw in (heat, profile):
        rows = [row for row in draw(known, width) if "italic" not in str(row.style)]
        assert max(row.cell_len for row in rows) <= width, draw
    table = between(known, width)[2:]
    assert max(row.cell_len for row in table[: table.index(Text(""))]) <= width
    for sign in known.letters.values():
        assert sum(f" {sign} " in row.plain for row in heat(known, width)) >= 1, "nobody is left out"


def test_a_long_number_keeps_the_mark_of_who_is_far_from_the_others() -> None:
    rows = [row.plain for row in heat(seen(("Ali", "Badr"), (0, 1_000_000)), 76)]
    assert any("…▲" in row for row in rows)


def test_steps_stand_in_the_order_of_the_meeting_though_the_second_is_talked_about_first() -> None:
    known = seen(("Ali", "Badr"))
    assert [item.cell.step for item in known.items] == ["S2", "S1"]
    assert [row.plain.split()[2] for row in heat(known, 76) if " A1 " in row.plain] == ["S1", "S2"]


def test_the_map_says_whose_each_column_is() -> None:
    assert any(plain(row) == "1 Zoé, 2 Zoé" for row in heat(seen(("Zoé", "Zoé")), 76))


@pytest.mark.parametrize(
    ("names", "signs"),
    [
        (("Olga", "Hassan"), "OH"),
        (("Salma", "Said"), "12"),
        (("日本", "Ali"), "12"),
        (("", "Ali"), "12"),
        ((*"ABCDEFGHIJ", "Amina"), "123456789ab"),
    ],
)
def test_in_a_drawing_everybody_has_one_cell_of_their_own(names: tuple[str, ...], signs: str) -> None:
    found = in_one_cell({str(place): name for place, name in enumerate(names)}).values()
    assert "".join(found) == signs
    assert all(cell_len(each) == 1 for each in found)


def test_two_whose_names_begin_alike_are_told_apart_in_the_profile() -> None:
    rows = [plain(row) for row in profile(seen(("Salma", "Said")), 76)]
    assert "1 Salma, 2 Said" in rows
    assert any("1" in row and "2" in row and row.startswith("A ") for row in rows)
