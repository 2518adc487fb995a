"""The same person in two programs: noticed by what they do themselves, there and now."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from facilitate.domain.elsewhere import acts_itself
from facilitate.domain.events.base import Origin
from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.journal.exchange import lines, take_in
from facilitate.journal.journal import Journal
from tests.journal.helping import keep, need, new_meeting
from tests.making import START, Laptop, Room, small_room


def test_what_is_done_for_an_observer_or_was_done_before_is_no_sitting() -> None:
    room: Room = small_room()
    own = room.do("olga", Scored(about="mona", indicator="A1", value=3))
    assert acts_itself(own, after="000000000000-0000")
    assert not acts_itself(own, after=own.at)
    source = Origin(file="sheet.xlsx")
    brought = room.do("tess", Scored(about="mona", indicator="A1", value=3, observer="omar", source=source))
    sent = room.do("tess", SheetSent(observer="omar", source=source))
    assert not acts_itself(brought, after=own.at)
    assert not acts_itself(sent, after=own.at)


def test_each_program_learns_of_the_other_and_since_when(tmp_path: Path) -> None:
    path, laptop = tmp_path / "hall.meeting", Laptop()
    new_meeting(path).close()
    with closing(Journal.open(path, laptop)) as first, closing(Journal.open(path, laptop)) as second:
        laptop.passes(minutes=5)
        keep(first, "nora", need(1))
        second.follow()
        (since,) = second.elsewhere["nora"].values()
        assert since.wall == START + timedelta(minutes=5)
        assert first.elsewhere == {}, "nobody is elsewhere from themselves"
        laptop.passes(minutes=5)
        keep(first, "nora", need(2))
        keep(second, "nora", need(3))
        first.follow()
        assert [len(each.elsewhere["nora"]) for each in (first, second)] == [1, 1], "once for each program"
        with closing(Journal.open(path, laptop)) as third:
            keep(first, "nora", need(4))
            third.follow()
            (since,) = third.elsewhere["nora"].values()
            assert since.wall == START + timedelta(minutes=5), "since the other began, not since it was noticed"


def test_what_was_done_on_another_laptop_before_one_sat_down_is_no_second_sitting(tmp_path: Path) -> None:
    path, apart = tmp_path / "hall.meeting", tmp_path / "apart.meeting"
    laptop, other = Laptop(), Laptop("boot-2")
    with closing(new_meeting(path)) as journal:
        journal.copy_to(apart)
    with closing(Journal.open(path, laptop)) as journal:
        laptop.passes(minutes=5)
        keep(journal, "nora", need(1))
    with closing(Journal.open(apart, other)) as copy, closing(Journal.open(path, laptop)) as journal:
        keep(copy, "nora", need(2))
        take_in(journal, lines(copy, unsent=True))
        assert "n2" in journal.record.meeting.captures
        assert journal.elsewhere == {}
        other.passes(minutes=30)
        keep(copy, "nora", need(3))
        take_in(journal, lines(copy, unsent=True))
        assert list(journal.elsewhere) == ["nora"], "and what is done there while one sits here is"
