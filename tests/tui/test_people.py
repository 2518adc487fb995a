"""The page of the people: numbers by key, by digit and by tap, late arrivals, and names added on the fly."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

import pytest
from rich.text import Text
from textual.widgets import Input, OptionList

from facilitate.domain.events.preparing import AttendanceCounted, PersonAdded, PersonChanged, PersonNamed
from facilitate.domain.people import Group, Role
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui import commands
from facilitate.tui.app import FacilitateApp
from facilitate.tui.attending import change_lines, counted, table
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.joining import Joining
from facilitate.tui.intents import Intent
from facilitate.tui.joining import Newcomer, joined, listed, put_right, questions, why_not_free
from facilitate.tui.screens.people import PeoplePage
from facilitate.tui.widgets.headcounts import Counts, HeadCounts, widths
from tests.making import Room, small_room
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, kept, lines_of, made, settled, until

EN = Words("en")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "people.meeting")


def on_the_page(app: FacilitateApp) -> bool:
    return isinstance(app.screen, PeoplePage) and app.screen.there


def with_people() -> Room:
    room = small_room()
    room.person("fatima", Role.PARTICIPANT, group=Group(sex="women", age="18-29"))
    room.do("nora", PersonAdded(person="p1"), PersonNamed(person="p1", name="Brahim"))
    return room


# What is shown, and what is kept.


def test_a_meeting_without_age_bands_is_counted_by_sex_alone() -> None:
    room = small_room()
    room.do("nora", AttendanceCounted(group=Group(sex="women"), number=12))
    found = table(room.meeting, EN)
    assert (found.columns, [line.numbers for line in found.lines]) == (("counted",), [(12,), (0,)])


def test_a_number_that_stands_already_is_not_counted_again_but_a_first_zero_is() -> None:
    room = small_room()
    (first,) = counted(room.meeting, 0, 0, 0)
    room.do("nora", first)
    assert counted(room.meeting, 0, 0, 0) == []


def test_late_arrivals_are_told_by_step_in_words() -> None:
    room = small_room()
    room.do("nora", *counted(room.meeting, 0, 0, 12), *counted(room.meeting, 1, 0, 9))
    room.next("mona")
    room.do("nora", *counted(room.meeting, 0, 0, 15, by_one=True), *counted(room.meeting, 1, 0, 8, by_one=True))
    assert change_lines(room.meeting, EN) == ["S0: +3 women, −1 men"]


@pytest.mark.parametrize(("room", "columns"), [(42, 5), (78, 5), (30, 9), (16, 4)])
def test_the_table_fits_its_width_with_the_sums_in_sight(room: int, columns: int) -> None:
    wide = widths(room, Counts(("x",) * columns, (), "all"))
    assert wide.title + wide.column * (wide.seen + 1) <= max(room, wide.title + 2 * wide.column)
    assert 1 <= wide.seen <= columns


def test_a_name_that_somebody_has_is_told_in_place_with_the_way_out() -> None:
    meeting = with_people().meeting
    said = why_not_free(meeting, "  fatima", None, EN)
    assert said is not None
    assert "surname or a number" in said
    assert why_not_free(meeting, "Fatima B", None, EN) is None
    assert why_not_free(meeting, "FATIMA", "fatima", EN) is None, "it is her own"


def test_who_was_only_mentioned_and_now_comes_is_the_same_person() -> None:
    meeting = with_people().meeting
    assert why_not_free(meeting, "Brahim", None, EN) is None
    person, facts = joined(meeting, Newcomer("brahim", sex="men"), lambda: "x")
    assert person == "p1"
    assert facts == [PersonChanged(person="p1", roles=frozenset({Role.PARTICIPANT}), group=Group(sex="men"))]


def test_a_newcomer_is_added_with_the_role_that_was_said() -> None:
    person, facts = joined(with_people().meeting, Newcomer("Aicha", role="note_taker"), lambda: "x")
    assert (person, [type(fact) for fact in facts]) == ("px", [PersonAdded, PersonNamed])
    assert facts[0] == PersonAdded(person="px", roles=frozenset({Role.NOTE_TAKER}))


def test_putting_right_keeps_only_what_differs() -> None:
    meeting = with_people().meeting
    fatima = meeting.people["fatima"]
    same = Newcomer("Fatima", "women", "18-29", "participant")
    assert put_right(fatima, same) == []
    assert put_right(fatima, same._replace(name="Fatima Z.")) == [PersonNamed(person="fatima", name="Fatima Z.")]
    (unsaid,) = put_right(fatima, same._replace(age=""))
    assert unsaid == PersonChanged(person="fatima", group=Group(sex="women"))


def test_several_roles_are_not_made_one_by_a_correction() -> None:
    room = with_people()
    room.person("both", Role.OBSERVER, Role.TRAINER)
    both = room.meeting.people["both"]
    assert [each.id for each in questions(room.meeting, both, EN)] == ["sex"]
    assert put_right(both, Newcomer("Both")) == []


def test_participants_are_listed_before_the_team() -> None:
    assert [each.id for each in listed(with_people().meeting)][:2] == ["fatima", "p1"]


@pytest.mark.parametrize("intents", [commands.COUNT, commands.CLOSE_DOWN])
def test_no_key_means_two_things_where_people_are_counted(intents: tuple[Intent, ...]) -> None:
    keys = [key for intent in intents for key in intent.keys]
    assert sorted(keys) == sorted(set(keys))


# Walks.


def test_numbers_by_digits_of_any_keyboard_by_one_and_by_tap(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("a")
            await until(pilot, partial(on_the_page, app))
            await pilot.press("1", "٢", "right", "4", "escape", "3", "down", "9", "enter", "plus", "plus", "minus")
            await settled(pilot)
            page = app.screen
            assert isinstance(page, PeoplePage)
            assert page.counts.cursor == (1, 1)
            await pilot.click(HeadCounts, offset=(9, 5))  # the second of the two buttons under the table
            await until(pilot, lambda: any("[11]" in line for line in lines_of(app)))
            await pilot.press("5", "m")  # going to another page keeps what was typed
            await settled(pilot)

    asyncio.run(walk())
    journal = kept(file)
    last = {(each.group.sex, each.group.age): each.number for each in journal.record.meeting.attendance}
    assert last == {("women", "15-17"): 12, ("women", "18-24"): 3, ("men", "18-24"): 5}
    numbers = [each.number for each in journal.record.meeting.counts]
    assert numbers == [12, 3, 9, 10, 11, 10, 11, 5], "twelve is one count, and what was dropped is none"


def test_what_others_count_moves_neither_the_cursor_nor_what_is_typed(file: Path) -> None:
    async def walk() -> None:
        nora, mona = app_for(file, "nora"), app_for(file, "mona")
        async with nora.run_test(size=NORMAL) as first, mona.run_test(size=NORMAL) as second:
            for pilot, app in ((first, nora), (second, mona)):
                await pilot.press("a")
                await until(pilot, partial(on_the_page, app))
            await first.press("down", "right", "7")
            await second.press("6", "enter")
            await settled(second)
            await until(first, lambda: any(" 6 " in line for line in lines_of(nora)))
            page = nora.screen
            assert isinstance(page, PeoplePage)
            assert (page.counts.cursor, page.counts.typed) == ((1, 1), "7")

    asyncio.run(walk())


def test_somebody_joins_leaves_and_comes_back(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await pilot.press("a")
            await until(pilot, partial(on_the_page, app))
            await pilot.press("j")
            await until(pilot, lambda: isinstance(app.screen, Joining))
            await pilot.press(*"Mona", "enter")
            form = app.screen
            assert "surname" in str(form.query_one("#joining-why").render())
            assert form.query_one(Input).value == "Mona", "nothing typed is lost"
            await pilot.press("2", "enter", "2", "enter", "3", "enter", "enter")
            await until(pilot, lambda: app.session and any(p.name == "Mona2" for p in app.session.kept.people.values()))
            await pilot.press("tab", "delete")
            await until(pilot, lambda: app.session and any(p.left for p in app.session.kept.people.values()))
            await pilot.press("enter")
            await until(pilot, lambda: app.session and not any(p.left for p in app.session.kept.people.values()))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("escape", "shift+tab", "delete")  # in the table the key is about numbers
            await settled(pilot)

    asyncio.run(walk())
    found = next(each for each in kept(file).record.meeting.people.values() if each.name == "Mona2")
    assert (found.roles, found.group, found.left) == (
        frozenset({Role.PARTICIPANT}),
        Group(sex="women", age="18-24"),
        False,
    )


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("size", [NARROW, NORMAL, WIDE])
def test_the_page_fits(file: Path, size: tuple[int, int], language: Code) -> None:
    async def walk() -> None:
        app = app_for(file, "nora", language)
        async with app.run_test(size=size) as pilot:
            await pilot.press("a")
            await until(pilot, partial(on_the_page, app))
            await until(pilot, lambda: any("15-17" in line for line in lines_of(app)))
            lines = lines_of(app)
            assert all(any(band in line for line in lines) for band in ("18-24", "25-29"))
            assert any("?" in line for line in lines[-2:])
            assert not any("people." in line or "key." in line for line in lines)
            assert app.screen.query_one(OptionList).size.height >= 4

    asyncio.run(walk())


def test_a_row_of_the_table_is_as_wide_as_the_table(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora", "ar")
        async with app.run_test(size=NARROW) as pilot:
            await pilot.press("a")
            await until(pilot, partial(on_the_page, app))
            page = app.screen
            assert isinstance(page, PeoplePage)
            widest = {Text(page.counts.render_line(y).text).cell_len for y in range(page.counts.size.height)}
            assert widest == {page.counts.size.width}

    asyncio.run(walk())
