"""The grid's workshop: people agree on a grid, change it, seal it and amend it, each on their own screen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Label

from facilitate.domain.agreement import not_yet
from facilitate.domain.events.agreeing import IndicatorProposed
from facilitate.domain.grid import FRAME
from facilitate.domain.meeting.state import Meeting
from facilitate.journal.journal import Journal
from facilitate.language.words import Code
from facilitate.tui.agreeing.form import GridForm
from facilitate.tui.agreeing.mapped import Mapping
from facilitate.tui.agreeing.seal import SealDialog, sealing
from facilitate.tui.app import FacilitateApp
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.screens.agree import AgreeScreen
from facilitate.tui.screens.review import ReviewScreen
from facilitate.tui.sides import Scroll
from tests.making import small_room, yes
from tests.tui.longer import broken
from tests.tui.sitting import NORMAL, app_for, lines_of, settled, until


def small(path: Path) -> Path:
    """The meeting of `small_room`, with its small grid."""
    journal = Journal.create(path)
    assert isinstance(journal.append_all([(each.by, each.fact) for each in small_room().events]), list)
    journal.close()
    return path


def others_agree(path: Path, *but: str) -> None:
    """Everybody else says yes to all that is open, elsewhere."""
    journal = Journal.open(path)
    meeting = journal.record.meeting
    grid = meeting.grid
    assert grid
    acts = [
        (person, yes(grid, code)) for person, codes in not_yet(meeting).items() if person not in but for code in codes
    ]
    assert isinstance(journal.append_all(acts), list)
    journal.close()


def sealed(path: Path) -> None:
    """Everybody agrees and somebody seals, elsewhere."""
    others_agree(path)
    journal = Journal.open(path)
    fact = sealing(journal.record.meeting)
    assert fact
    assert isinstance(journal.append_all([("mona", fact)]), list)
    journal.close()


class Seated:
    """One person's program on the page."""

    def __init__(self, pilot: Pilot[int], app: FacilitateApp) -> None:
        self.pilot, self.app = pilot, app

    @property
    def page(self) -> AgreeScreen:
        return next(each for each in self.app.screen_stack if isinstance(each, AgreeScreen))

    @property
    def meeting(self) -> Meeting:
        assert self.app.session
        return self.app.session.kept

    async def begin(self, person: str) -> None:
        await until(self.pilot, lambda: self.app.session is not None)
        self.app.sit(person, "agree")
        await until(self.pilot, lambda: isinstance(self.app.screen, AgreeScreen) and self.page.there)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def sees(self, text: str) -> None:
        await until(self.pilot, lambda: any(text in line for line in lines_of(self.app)))

    async def stands(self, kind: type) -> None:
        await until(self.pilot, lambda: isinstance(self.app.screen, kind))


Steps = Callable[[Seated], Awaitable[None]]


def sitting(path: Path, person: str, steps: Steps, language: Code = "en", size: tuple[int, int] = NORMAL) -> None:
    async def walk() -> None:
        app = app_for(path, person, language)
        async with app.run_test(size=size, notifications=True) as pilot:
            seated = Seated(pilot, app)
            await seated.begin(person)
            await steps(seated)
            await settled(pilot)

    asyncio.run(walk())


async def _three_agree(path: Path, olga: Seated) -> None:
    await olga.sees("Frame small grid")
    await olga.press("y")
    await until(olga.pilot, lambda: olga.page.key == "A1")
    await olga.press("n")
    await olga.stands(Ask)
    await olga.press(*"vague", "enter")
    await until(olga.pilot, lambda: olga.page.key == "A2")
    await olga.sees("1 objection open")
    await olga.press("s")
    await olga.stands(SealDialog)
    await olga.sees("Olga objects: vague")
    await olga.sees("Mona: 8 lines open")
    await olga.press("escape", "c", "enter")
    await olga.stands(GridForm)
    form = olga.app.screen
    await olga.press(*" now", "f8")
    await until(olga.pilot, lambda: form.query("#why:focus"))
    await olga.sees("reason")
    await olga.press(*"shorter", "enter")
    await until(olga.pilot, lambda: olga.meeting.grid and olga.meeting.grid.by_id["A1"].text.en == "indicator A1 now")
    await olga.sees("Since you objected: A1 reworded by Olga")
    await olga.press("y", "delete")
    await olga.stands(Ask)
    await olga.press(*"twice", "enter")
    await until(olga.pilot, lambda: olga.meeting.grid and "A2" not in olga.meeting.grid.by_id)
    await settled(olga.pilot)
    others_agree(path, "olga")
    await until(olga.pilot, lambda: len(olga.meeting.grids.judgements) > 20)
    await olga.press("e")
    await olga.sees("yes to 6 lines in the whole grid")
    await olga.press("end", "enter")
    await until(olga.pilot, lambda: not olga.page.voices or not olga.page.voices.open_for_me())
    await olga.press("s")
    await olga.stands(SealDialog)
    await olga.press("left", "enter")
    await until(olga.pilot, lambda: olga.meeting.grids.standing == "agreed")
    await olga.sees("The grid is sealed")
    await olga.press("escape", "enter")
    await olga.sees("is sealed and is not edited any more")


def test_people_agree_with_an_objection_a_rewording_and_a_drop_and_the_seal_stands(tmp_path: Path) -> None:
    path = small(tmp_path / "x.meeting")

    async def steps(olga: Seated) -> None:
        await _three_agree(path, olga)
        meeting = olga.meeting
        assert meeting.grid
        assert olga.page.draft is None
        assert [each.person for each in meeting.grids.seals[0].signatures] == ["mona", "milo", "olga", "omar"]
        last = [each for each in meeting.grids.judgements if each.person == "olga" and each.code == FRAME]
        assert len(last) == 2, "the frame was asked again, since an indicator was dropped"
        assert [each.change.reason for each in meeting.grids.proposals] == ["shorter", "twice"]

    sitting(path, "olga", steps)


def test_an_amendment_is_a_draft_until_its_mapping_and_reason_make_it(tmp_path: Path) -> None:
    path = small(tmp_path / "x.meeting")
    sealed(path)

    async def steps(tess: Seated) -> None:
        await tess.press("m", "down", "down", "enter")
        await tess.stands(GridForm)
        await tess.press(*"!", "f8", *"clearer", "f8")
        await until(tess.pilot, lambda: tess.page.draft and len(tess.page.draft.changes) == 1)
        await tess.sees("only you see it")
        await tess.press("down", "delete")
        await tess.stands(Ask)
        await tess.press(*"twice", "enter")
        await until(tess.pilot, lambda: tess.page.draft and len(tess.page.draft.changes) == 2)
        assert len(tess.meeting.grids.versions) == 1, "nothing of a draft is in the journal"
        tess.app.sit("tess", "review")
        await until(tess.pilot, lambda: isinstance(tess.app.screen, ReviewScreen) and tess.app.screen.there)
        await tess.begin("tess")
        await tess.sees("2 changes")
        await tess.press("m", "enter")
        await tess.stands(Mapping)
        await tess.sees("A1 → A1: renamed")
        await tess.sees("A2 → –: dropped")
        await tess.press("down", "enter")
        await tess.sees("A1 A2 → A1: merged")
        await tess.press("enter")
        await until(tess.pilot, lambda: tess.page.draft and tess.page.draft.mapping)
        await tess.stands(Mapping)
        await tess.press("f8")
        await until(tess.pilot, lambda: tess.meeting.grids.standing == "amended")
        amended = tess.meeting.grids.amendments[0]
        assert amended.reason == "clearer; twice"
        assert amended.mapping[0].how == "merged"
        assert tess.meeting.grids.versions[-1].version == "2"
        await tess.sees("amended, not agreed again yet")
        await tess.press("u")
        await tess.sees("amendment are not taken back")

    sitting(path, "tess", steps)


def test_in_arabic_what_others_changed_meanwhile_is_told_and_what_was_typed_stays(tmp_path: Path) -> None:
    path = small(tmp_path / "x.meeting")

    async def steps(omar: Seated) -> None:
        await omar.press("down", "down", "enter")
        await omar.stands(GridForm)
        form = omar.app.screen
        assert isinstance(form, GridForm)
        await omar.press(*"ي")
        journal = Journal.open(path)
        grid = journal.record.meeting.grid
        assert grid
        theirs = grid.by_id["A1"].model_copy(update={"weight": 2.0})
        change = IndicatorProposed(action="edit", code="A1", indicator=theirs, reason="heavier")
        assert isinstance(journal.append_all([("mona", change)]), list)
        journal.close()
        await until(omar.pilot, lambda: omar.meeting.grid and omar.meeting.grid.by_id["A1"].weight == 2)
        assert form.values["text.ar"] == "indicator A1 (ar)ي"
        await omar.press("f8", *"سبب", "f8")
        await until(omar.pilot, lambda: "Mona" in str(form.query_one("#gridform-told", Label).render()))
        await omar.press("f8")
        await until(omar.pilot, lambda: len(omar.meeting.grids.proposals) == 2)
        grid = omar.meeting.grid
        assert grid
        assert (grid.by_id["A1"].weight, grid.by_id["A1"].text.ar) == (2, "indicator A1 (ar)ي")
        assert list(broken(omar.app)) == []
        await omar.press("enter")
        await omar.stands(GridForm)
        await omar.press(*"xy", "escape")
        await omar.stands(AgreeScreen)
        assert omar.page.shop.unfinished == 1
        await omar.press("enter")
        await omar.stands(GridForm)
        assert isinstance(omar.app.screen, GridForm)
        assert omar.app.screen.values["text.ar"].endswith("xy"), "what was begun comes back"

    sitting(path, "omar", steps, "ar")


def test_page_down_moves_the_text_and_what_others_do_moves_nothing(tmp_path: Path) -> None:
    path = small(tmp_path / "x.meeting")

    async def steps(olga: Seated) -> None:
        await olga.press("down", "down", "down", "pagedown")
        scroll = olga.page.query_one("#agree-detail", Scroll)
        await until(olga.pilot, lambda: scroll.scroll_offset.y > 0)
        before, key = scroll.scroll_offset, olga.page.key
        others_agree(path, "olga")
        await olga.sees("yes to all: 3 of 4")
        assert (scroll.scroll_offset, olga.page.key, olga.page.focused) == (before, key, olga.page.list)
        await olga.press("f", "f", "f")
        await olga.sees("Nothing was changed.")
        await olga.press("delete", "enter", "right_square_bracket", "y", "n")
        assert isinstance(olga.app.screen, AgreeScreen), "where no line is, no key does anything"
        await olga.press("f", "i")
        assert olga.page.reading != "en"

    sitting(path, "olga", steps)


def test_a_locked_indicator_is_not_edited_and_a_quorum_can_seal(tmp_path: Path) -> None:
    path = small(tmp_path / "x.meeting")

    async def steps(tess: Seated) -> None:
        await tess.press("down", "down", "k")
        await tess.stands(Ask)
        await tess.press(*"all", "enter")
        await until(tess.pilot, lambda: tess.meeting.grid and tess.meeting.grid.locked == ("A1",))
        await tess.press("enter")
        await tess.sees("The programme has locked A1")
        await tess.press("v", "down", "enter", "3", "enter")
        await until(tess.pilot, lambda: tess.meeting.grids.rule.quorum == 3)
        await settled(tess.pilot)
        others_agree(path, "omar")
        await tess.sees("yes to all: 3 of 3")
        await tess.press("s", "left", "enter")
        await until(tess.pilot, lambda: tess.meeting.grids.standing == "agreed")
        assert len(tess.meeting.grids.seals[0].signatures) == 3

    sitting(path, "tess", steps)
