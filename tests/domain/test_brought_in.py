"""What is said for an observer, out of a file or from paper: who may, and what it does to blindness."""

from __future__ import annotations

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import observing as o
from facilitate.domain.events.base import Origin
from facilitate.domain.people import Role
from tests.making import small_room

PAPER = Origin(file="paper")
SCORED = o.Scored(about="mona", indicator="A1", value=3, observer="olga", source=PAPER)
SENT = o.SheetSent(observer="olga", source=PAPER)
RECALLED = o.SheetRecalled(observer="olga", reason="more", source=PAPER)


@pytest.mark.parametrize(
    ("person", "may"), [("tess", True), ("nora", True), ("tim", True), ("mona", False), ("omar", False)]
)
def test_trainers_and_the_team_bring_in(person: str, may: bool) -> None:
    room = small_room()
    told = room.try_(person, SCORED)
    assert isinstance(told, Refused) != may
    if may:
        room.do(person, SENT, RECALLED, SCORED.model_copy(update={"value": 4}), SENT)
        assert room.meeting.sheet("olga").sent


def test_what_an_observer_said_here_is_sent_and_recalled_by_nobody_else() -> None:
    room = small_room()
    room.do("olga", o.Scored(about="mona", indicator="A2", value=1))
    told = room.try_("tess", SENT)
    assert isinstance(told, Refused)
    assert told.message == "refused.own_hand"
    room.do("olga", o.SheetSent())
    told = room.try_("tess", RECALLED)
    assert isinstance(told, Refused)
    assert told.message == "refused.own_hand"


def test_an_observer_who_types_anothers_sheet_has_seen_it() -> None:
    room = small_room()
    room.person("otto", Role.OBSERVER, Role.NOTE_TAKER)
    room.do("otto", SCORED)
    room.do("otto", o.Scored(about="mona", indicator="A1", value=2), o.SheetSent())
    assert room.meeting.sheet("otto").after_seeing
    room.do("nora", SENT)
    assert not room.meeting.sheet("olga").after_seeing
