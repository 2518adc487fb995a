"""What the report says of a ranking: themes as a whole, ties, and what must be said beside it."""

from __future__ import annotations

import re

import pytest

from facilitate.domain.events.capturing import NeedsGrouped, Pair, Ranked
from facilitate.domain.model import Language
from tests.making import Room
from tests.report.scene import begun, capture, told


def ranked() -> tuple[Room, str, str, str]:
    room = begun()
    tap, well, road = (capture(room, "need", text) for text in ("A tap", "A well", "A road"))
    room.do("nora", NeedsGrouped(theme="th1", title="Water", needs=(tap, well)))
    return room, tap, well, road


def test_a_theme_is_ranked_as_a_whole() -> None:
    room, _, _, road = ranked()
    room.do("nora", Ranked(method="dots", needs=("th1", road), counts={"th1": 8, road: 8}))
    text = told(room)
    assert re.search(r"Place +Need +Count\n", text)
    assert re.search(r"1 +Water +8\n +1 +A road +8\n", text), "a tie is a tie"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_must_be_said_beside_a_ranking(language: Language) -> None:
    room, _, _, road = ranked()
    van = capture(room, "need", "A van")
    pairs = tuple(Pair(winner=one, loser=other) for one, other in (("th1", road), (road, van), (van, "th1")))
    room.do("nora", Ranked(method="pair", needs=("th1", road, van), pairs=pairs))
    capture(room, "need", "A bridge")
    text = " ".join(told(room, language, width=200).split())
    assert "ranking." not in text
    if language == "en":
        assert "Water over A road over A van over Water" in text
        assert "Ranked before 1 need was added." in text
