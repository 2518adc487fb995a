"""The debrief as a team uses it: three observers who differ, the facts beside each other, and what they agree on."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.widgets import Static

from facilitate.domain.events.observing import EvidenceAdded, Scored, SheetSent
from facilitate.domain.meeting.sheets import Cell
from facilitate.journal.journal import Journal
from facilitate.language.words import Code
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.screens.debrief import DebriefScreen
from facilitate.tui.screens.review import ReviewScreen
from facilitate.tui.widgets.gridlist import GridList
from tests.tui.sitting import NARROW, WIDE, app_for, kept, lines_of, made, settled, until


def observed(path: Path, *, sent: bool = True) -> Path:
    """Two observers who differ on A1 and agree on A2, each with a fact."""
    file = made(path)
    journal = Journal.open(file)
    for observer, score, fact in (("olga", 1, "she read it off the sheet"), ("omar", 4, "all repeated the aim")):
        for each in (
            Scored(about="mona", indicator="A2", value=score),
            EvidenceAdded(about="mona", indicator="A2", evidence=f"e{observer}", text=fact),
            Scored(about="mona", indicator="C1", value=3),
        ):
            assert isinstance(journal.append(observer, each), list)
        if sent:
            assert isinstance(journal.append(observer, SheetSent()), list)
    journal.close()
    return file


def detail(app: FacilitateApp) -> str:
    return str(app.screen.query_one("#debrief-detail > Static", Static).render())


def test_a_trainer_sets_what_the_team_agrees_on_and_the_scores_stay(tmp_path: Path) -> None:
    file = observed(tmp_path / "x.meeting")

    async def walk() -> None:
        app = app_for(file, "tess")
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            await pilot.press("d")
            await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.there)
            await until(pilot, lambda: "she read it" in detail(app))
            assert app.screen.query_one(GridList).lines[0].code == "A2"
            assert any("she read it" in line and "all repeated" in line for line in detail(app).splitlines())
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("down", "down", "enter")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("enter")
            assert isinstance(app.screen, Ask), "a reason is needed"
            await pilot.press(*"both", "enter")
            await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
            await settled(pilot)
            await until(pilot, lambda: "Consensus: 3" in detail(app))
            assert "Reason: both" in detail(app)
            assert "Olga" in detail(app)
            assert "Omar" in detail(app)
            assert app.screen.query_one(GridList).lines[0].mark == "✓"

    asyncio.run(walk())
    meeting = kept(file).record.meeting
    agreed = meeting.consensus[Cell("mona", "A2")]
    assert (agreed.value, agreed.reason, agreed.by) == (3, "both", "tess")
    values = {who: sheet.marks[Cell("mona", "A2")].value for who, sheet in meeting.sheets.items()}
    assert values == {"olga": 1, "omar": 4}


def test_every_view_is_drawn_in_every_language_on_a_narrow_terminal(tmp_path: Path) -> None:
    file = observed(tmp_path / "x.meeting")

    async def walk(language: Code) -> list[str]:
        app, seen = app_for(file, "tess", language), list[str]()
        async with app.run_test(size=NARROW) as pilot:
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            await pilot.press("d")
            await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.there)
            for key in ("2", "3", "4", "5", "1"):
                await pilot.press(key)
                await pilot.pause()
                seen.append("\n".join(lines_of(app)))
                assert "NaN" not in seen[-1]
        return seen

    for language in ("en", "ar"):
        assert len(set(asyncio.run(walk(language)))) == 5


def test_nobody_sees_a_score_in_it_before_it_is_open(tmp_path: Path) -> None:
    file = observed(tmp_path / "x.meeting", sent=False)

    async def walk() -> None:
        app = app_for(file, "tess")
        async with app.run_test(size=WIDE) as pilot:
            await until(pilot, lambda: app.screen_name != "")
            app.sit("tess", "debrief")
            await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.there)
            for key in ("1", "2", "3", "4", "5"):
                await pilot.press(key)
                await pilot.pause()
                assert "she read it" not in "\n".join(lines_of(app))
                assert app.screen.query_one(GridList).lines == ()
                assert "once everybody has sent" in " ".join(" ".join(lines_of(app)).split())

    asyncio.run(walk())


def test_an_observer_who_has_sent_reads_along_and_sets_nothing(tmp_path: Path) -> None:
    file = observed(tmp_path / "x.meeting")

    async def walk() -> None:
        app = app_for(file, "olga")
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("w")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)
            await pilot.press("d")
            await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.there)
            assert app.screen.check_action("agree_on", ()) is False
            await pilot.press("enter", "escape")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.there)

    asyncio.run(walk())
    assert kept(file).record.meeting.consensus == {}
