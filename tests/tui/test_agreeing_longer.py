"""The grid's workshop with all sentences 40 % longer than in English: nothing is cut off and nothing falls apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.domain.events.agreeing import IndicatorProposed
from facilitate.journal.journal import Journal
from tests.tui.longer import broken, find_longer
from tests.tui.sitting import NARROW, NORMAL
from tests.tui.test_agreeing import Seated, sealed, sitting, small


@pytest.fixture(autouse=True)
def _longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("facilitate.language.words.find", find_longer)


OPENED = {
    "": "AgreeScreen",
    "n": "AgreeScreen",
    "down down n": "Ask",
    "e": "Choose",
    "enter": "GridForm",
    "a": "Choose",
    "a down enter": "GridForm",
    "a down down enter": "GridForm",
    "s": "SealDialog",
    "v": "Choose",
    "v down enter": "Ask",
    "g": "Choose",
    "g enter": "Ask",
    "k": "Ask",
    "question_mark": "Help",
}


@pytest.mark.parametrize("size", [NORMAL, NARROW])
def test_longer_sentences_fit_on_the_page_of_the_grid(tmp_path: Path, size: tuple[int, int]) -> None:
    path = small(tmp_path / "x.meeting")

    async def steps(tess: Seated) -> None:
        for keys, name in OPENED.items():
            await tess.press(*keys.split())
            await tess.pilot.pause()
            assert list(broken(tess.app)) == [], (keys, name)
            while len(tess.app.screen_stack) > 2:
                tess.app.pop_screen()
                await tess.pilot.pause()

    sitting(path, "tess", steps, size=size)


def test_longer_sentences_fit_in_a_draft_and_its_mapping(tmp_path: Path) -> None:
    path = small(tmp_path / "x.meeting")
    sealed(path)

    async def steps(mona: Seated) -> None:
        await mona.press("m")
        assert list(broken(mona.app)) == []
        assert mona.page.propose(IndicatorProposed(action="drop", code="A2", reason="twice")) is None
        await mona.press("m")
        assert list(broken(mona.app)) == []
        await mona.press("enter")
        await mona.pilot.pause()
        assert list(broken(mona.app)) == []
        await mona.press("escape", "m", "end", "enter")
        await mona.pilot.pause()
        assert mona.page.draft is None
        await mona.press("s")
        await mona.pilot.pause()
        assert list(broken(mona.app)) == []
        journal = Journal.open(path)
        assert not journal.record.meeting.grids.amendments
        journal.close()

    sitting(path, "mona", steps)
