"""Themes: they are ranked like needs, and what was ranked cannot be taken away from under the ranking."""

from __future__ import annotations

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event
from facilitate.domain.events.capturing import Captured, CaptureKind, NeedsGrouped, Pair, Ranked
from facilitate.domain.events.observing import Undone
from tests.making import Room, small_room


def themed() -> tuple[Room, Event]:
    room = small_room()
    for need in ("a", "b", "c"):
        room.do("nora", Captured(capture=need, what=CaptureKind.NEED, text=need))
    return room, room.do("nora", NeedsGrouped(theme="t", title="T", needs=("a", "b")))


def test_a_theme_can_be_ranked_and_is_then_not_undone() -> None:
    room, grouped = themed()
    ranked = room.do("mona", Ranked(method="dots", needs=("t", "c"), counts={"t": 2, "c": 1}))
    refused = room.try_("nora", Undone(event=grouped.id))
    assert isinstance(refused, Refused)
    assert refused.message == "refused.undo_other_built"
    room.do("mona", Undone(event=ranked.id))
    room.do("nora", Undone(event=grouped.id))
    assert not room.meeting.themes


def test_other_words_for_a_theme_that_was_ranked_can_be_taken_back() -> None:
    room, _ = themed()
    room.do("mona", Ranked(method="dots", needs=("t", "c"), counts={"t": 2}))
    renamed = room.do("nora", NeedsGrouped(theme="t", title="Water", needs=("a", "b")))
    room.do("nora", Undone(event=renamed.id))
    assert room.meeting.themes["t"].title == "T"


def test_only_what_is_known_and_was_asked_is_ranked() -> None:
    room, _ = themed()
    room.do("nora", NeedsGrouped(theme="t", title="T", needs=()))
    pair = Pair(winner="a", loser="b")
    for ranked in (
        Ranked(method="dots", needs=("t", "c"), counts={"t": 2}),
        Ranked(method="dots", needs=("a",), counts={"a": 2, "c": 1}),
        Ranked(method="pair", needs=("a", "c"), pairs=(pair,)),
    ):
        refused = room.try_("mona", ranked)
        assert isinstance(refused, Refused)
        assert refused.message == "refused.no_such_capture"
