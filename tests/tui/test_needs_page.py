"""Walks on the page of needs: putting together, dots, pairs, each with what is on disk afterwards."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from facilitate.analysis.ranking import results
from facilitate.domain.events import Fact
from facilitate.domain.events.capturing import Captured, CaptureKind, NeedsGrouped, Ranked
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.people import Group
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.dots import DotsDialog
from facilitate.tui.dialogs.pairs import PairsDialog
from facilitate.tui.screens.needs import NeedsPage
from facilitate.tui.widgets.dottable import DotTable
from facilitate.tui.widgets.side import Side
from facilitate.tui.widgets.unitlist import UnitList
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, kept, lines_of, made, settled, text_of, until

WOMEN = Group(sex="women")
NEEDS = ("water near the houses", "a well for the upper village", "transport to school", "a vet every month")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = made(tmp_path / "needs.meeting")
    journal = Journal.open(path)
    said: list[Fact] = [
        Captured(capture=f"n{number}", what=CaptureKind.NEED, text=text, group=WOMEN)
        for number, text in enumerate(NEEDS)
    ]
    said.append(AttendanceCounted(group=WOMEN, number=5))
    acts = [("nora", fact) for fact in said]
    assert isinstance(journal.append_all(acts), list)
    journal.close()
    return path


async def sat(pilot: Pilot[int], app: FacilitateApp) -> NeedsPage:
    """The page of needs, drawn."""
    await until(pilot, lambda: getattr(app.screen, "there", False))
    await pilot.press("d")
    await until(pilot, lambda: isinstance(app.screen, NeedsPage) and app.screen.there and app.screen.list.entries)
    assert isinstance(app.screen, NeedsPage)
    return app.screen


async def chosen(pilot: Pilot[int], app: FacilitateApp, key: str, place: int) -> None:
    """Press a key, and choose one of the groups."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, Choose))
    await pilot.press(*["down"] * place, "enter")


def test_needs_are_put_together_renamed_taken_out_and_taken_back(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            page = await sat(pilot, app)
            await pilot.press("x", "down", "x", "j")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"Water", "enter")
            await until(pilot, lambda: page.meeting.themes)
            entry = page.list.entry
            assert entry is not None
            assert entry.theme, "the cursor stands on what was made"
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("end", *" now", "enter")
            await until(pilot, lambda: "Water now" in "".join(each.text for each in page.list.entries))
            await pilot.press("down", "down", "delete")
            await until(pilot, lambda: len(next(iter(page.meeting.themes.values())).needs) == 1)
            await pilot.press("u")
            await until(pilot, lambda: len(next(iter(page.meeting.themes.values())).needs) == 2)
            await settled(pilot)

    asyncio.run(walk())
    (theme,) = kept(file).record.meeting.themes.values()
    assert (theme.title, theme.needs) == ("Water now", ("n0", "n1"))


def test_dots_are_one_count_and_a_draft_stays_until_it_is_kept(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "nora")
        async with app.run_test(size=NORMAL) as pilot:
            await sat(pilot, app)
            await chosen(pilot, app, "1", 0)
            await until(pilot, lambda: isinstance(app.screen, DotsDialog))
            await pilot.press("1", "٢", "down", "4", "plus", "escape")
            await until(pilot, lambda: isinstance(app.screen, NeedsPage))
            assert not kept(file).record.meeting.rankings
            await pilot.press("k")
            await until(pilot, lambda: not isinstance(app.screen, NeedsPage))
            page = await sat(pilot, app)
            await chosen(pilot, app, "1", 0)
            await until(pilot, lambda: isinstance(app.screen, DotsDialog) and "17 of 15" in text_of(app, "#dots-sum"))
            assert "2 dots more than there are" in text_of(app, "#dots-sum")
            await pilot.press("enter")
            await until(pilot, lambda: page.meeting.rankings)
            await settled(pilot)

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    (ranking,) = meeting.rankings
    assert (ranking.group, ranking.counts) == (WOMEN, {"n0": 12, "n1": 5, "n2": 0, "n3": 0})


def test_pairs_are_kept_one_by_one_and_go_on_on_another_laptop(file: Path) -> None:
    async def walk(person: str, presses: list[str], seen: str) -> None:
        app = app_for(file, person)
        async with app.run_test(size=NORMAL) as pilot:
            await sat(pilot, app)
            await chosen(pilot, app, "2", 0)
            await until(pilot, lambda: isinstance(app.screen, PairsDialog) and seen in text_of(app, "#pairs-head"))
            await pilot.press(*presses)
            await settled(pilot)

    asyncio.run(walk("nora", ["1", "2", "0"], "1 of 6"))  # the power fails here
    half = kept(file)
    found = results(half.record.meeting).pairs
    assert found is not None
    assert (found.tallies[0].total, found.open) == (2, 4)
    asyncio.run(walk("mona", ["1", "1", "1", "1"], "3 of 6"))
    meeting = kept(file).record.meeting
    found = results(meeting).pairs
    assert found is not None
    assert (found.tallies[0].total, found.open) == (6, 0)
    assert sum(isinstance(event.fact, Ranked) for event in kept(file).record.events) == 6


def test_a_comparison_gets_a_note_is_gone_back_to_and_ends_in_the_matrix(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            page = await sat(pilot, app)
            await pilot.press("x", "down", "x")  # two are marked: one comparison
            await chosen(pilot, app, "2", 0)
            await until(pilot, lambda: isinstance(app.screen, PairsDialog) and "1 of 1" in text_of(app, "#pairs-head"))
            await pilot.press("5")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"the elders", "enter")
            await until(pilot, lambda: isinstance(app.screen, PairsDialog))
            await pilot.press("1")
            await until(pilot, lambda: "All compared" in text_of(app, "#pairs-head"))
            await pilot.press("b")
            await until(pilot, lambda: "1 of 1" in text_of(app, "#pairs-head"))
            assert "the elders" in text_of(app, "#pairs-said")
            await pilot.press("2")
            await until(pilot, lambda: "All compared" in text_of(app, "#pairs-head"))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is page)
            await settled(pilot)

    asyncio.run(walk())
    (ranking,) = kept(file).record.meeting.rankings
    assert [(pair.winner, pair.loser, pair.note) for pair in ranking.pairs] == [("n1", "n0", "the elders")]


def test_more_than_a_room_can_compare_is_narrowed_first(file: Path) -> None:
    journal = Journal.open(file)
    more = [Captured(capture=f"m{number}", what=CaptureKind.NEED, text=f"need {number}") for number in range(5)]
    counts = {"n0": 5, "n1": 4, "m3": 3}
    acts: list[tuple[str, Fact]] = [("nora", fact) for fact in more]
    acts.append(("nora", Ranked(method="dots", needs=tuple(counts), counts=counts)))
    assert isinstance(journal.append_all(acts), list)
    journal.close()

    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await sat(pilot, app)
            await chosen(pilot, app, "2", 0)
            await until(pilot, lambda: "9 make 36 comparisons; a room can do 8" in "\n".join(lines_of(app)))
            await pilot.press("enter")  # the best by dots
            await until(pilot, lambda: isinstance(app.screen, PairsDialog) and "1 of 3" in text_of(app, "#pairs-head"))

    asyncio.run(walk())


def test_what_another_laptop_does_moves_nothing_here(file: Path) -> None:
    async def walk() -> None:
        app, other = app_for(file, "mona"), app_for(file, "nora")
        async with app.run_test(size=NORMAL) as first, other.run_test(size=NORMAL) as second:
            page = await sat(first, app)
            await first.press("down", "down", "x")
            assert page.list.entry is not None
            here = page.list.entry.key
            await sat(second, other)
            await second.press("x", "down", "x", "j")
            await until(second, lambda: isinstance(other.screen, Ask))
            await second.press("enter")  # the title that is proposed
            await until(first, lambda: page.meeting.themes)
            assert [each.title for each in page.meeting.themes.values()] == [NEEDS[0]]
            assert page.list.entry.key == here
            assert page.marked == {"n2"}
            await first.press("x")
            assert not page.marked
            await chosen(first, app, "2", 0)
            await until(first, lambda: isinstance(app.screen, PairsDialog))
            dialog = app.screen
            assert isinstance(dialog, PairsDialog)
            shown = dialog.comparing.here
            await chosen(second, other, "2", 0)
            await until(second, lambda: isinstance(other.screen, PairsDialog))
            await second.press("1", "1")
            await until(first, lambda: dialog.comparing.decided == 2)
            assert dialog.comparing.here == shown
            assert "put first" in str(dialog.query(Side).first().render()), "what was decided elsewhere is said"

    asyncio.run(walk())


def test_everything_can_be_tapped(file: Path) -> None:
    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            page = await sat(pilot, app)
            await pilot.click(UnitList, offset=(2, 0))
            await until(pilot, lambda: page.marked == {"n0"})
            await pilot.click(UnitList, offset=(2, 0))
            await chosen(pilot, app, "1", 0)
            await until(pilot, lambda: isinstance(app.screen, DotsDialog))
            dialog = app.screen
            assert isinstance(dialog, DotsDialog)
            table = dialog.query_one(DotTable)
            await pilot.click(DotTable, offset=(table.size.width - 3, 2))
            await pilot.click(DotTable, offset=(table.size.width - 3, 2))
            await pilot.click(DotTable, offset=(table.size.width - 13, 2))
            assert dialog.dots.counts["n1"] == 1
            await pilot.press("enter")
            await chosen(pilot, app, "2", 0)
            await until(pilot, lambda: isinstance(app.screen, PairsDialog) and "1 of 6" in text_of(app, "#pairs-head"))
            await pilot.click(app.screen.query(Side).last())
            await until(pilot, lambda: "2 of 6" in text_of(app, "#pairs-head"))

    asyncio.run(walk())


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("size", [NARROW, NORMAL, WIDE])
def test_page_and_dialogs_fit_every_size_in_every_language(file: Path, size: tuple[int, int], language: Code) -> None:
    journal = Journal.open(file)
    acts: list[tuple[str, Fact]] = [
        ("nora", NeedsGrouped(theme="g1", title="Water", needs=("n0", "n1"))),
        ("nora", Ranked(method="dots", needs=("g1", "n2", "n3"), counts={"g1": 7, "n2": 3})),
    ]
    assert isinstance(journal.append_all(acts), list)
    journal.close()

    def checked(app: FacilitateApp, *wanted: str) -> None:
        text = "\n".join(lines_of(app))
        assert not re.search(r"\b(key|needs|pairs|ranking)\.[a-z_]{3}", text)
        for each in wanted:
            assert each in text

    escape = Words(language)("keyboard.escape")

    async def walk() -> None:
        app = app_for(file, "nora", language)
        async with app.run_test(size=size) as pilot:
            await sat(pilot, app)
            await until(pilot, lambda: "Water" in "\n".join(lines_of(app)))
            checked(app, "Water", "a vet", "?")
            await pilot.press("tab")
            await until(pilot, lambda: "█" in "\n".join(lines_of(app)))
            checked(app, "1. Water")
            await pilot.press("tab")
            await chosen(pilot, app, "1", 0)
            await until(pilot, lambda: isinstance(app.screen, DotsDialog) and "[+]" in "\n".join(lines_of(app)))
            checked(app, "Water", escape, "⏎")
            await pilot.press("escape")
            await chosen(pilot, app, "2", 0)
            await until(pilot, lambda: isinstance(app.screen, PairsDialog) and "╯" in "\n".join(lines_of(app)))
            await until(pilot, lambda: "transport" in "\n".join(lines_of(app)))
            checked(app, escape, "vet")
            await pilot.press("1", "1", "1")
            await until(pilot, lambda: "●" in "\n".join(lines_of(app)))
            checked(app, escape, "Water")

    asyncio.run(walk())
