"""Who spoke, worked out by hand, and when the log cannot say."""

from __future__ import annotations

import pytest

from facilitate.analysis.participation import participation
from facilitate.analysis.presence import present, present_by
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.events.running import TrackClosed, TrackOpened, TurnCorrected, TurnEnded, TurnStarted
from facilitate.domain.people import Group, Role
from tests.making import Room, small_room

WOMEN, MEN = Group(sex="women"), Group(sex="men")


def room_with_people() -> Room:
    """Aicha and Amal (women), Brahim (man); 4 women and 6 men counted; S1 is open."""
    room = small_room()
    room.person("aicha", Role.PARTICIPANT, group=WOMEN)
    room.person("amal", Role.PARTICIPANT, group=WOMEN)
    room.person("brahim", Role.PARTICIPANT, group=MEN)
    room.do("nora", AttendanceCounted(group=WOMEN, number=4), AttendanceCounted(group=MEN, number=6))
    room.next("mona")
    room.next("mona", minutes=5)
    return room


def speak(room: Room, minutes: float, person: str | None = None, group: Group | None = None) -> str:
    turn = f"t{len(room.meeting.turns)}"
    room.do("tim", TurnStarted(turn=turn, who=Spoke(person=person, group=group)))
    room.laptop.passes(minutes=minutes)
    room.do("tim", TurnEnded(turn=turn))
    return turn


def test_shares_are_of_the_speaking_time() -> None:
    room = room_with_people()
    speak(room, 3, "mona")
    speak(room, 4, "brahim")
    speak(room, 1, "aicha")
    room.laptop.passes(minutes=2)
    found = participation(room.meeting, room.laptop())
    assert (found.plenary.minutes, found.spoken.minutes, found.turns) == (10, 8, 3)
    assert found.coverage == pytest.approx(0.8)
    assert found.moderators_share == pytest.approx(3 / 8)
    assert found.never_spoke_share == pytest.approx(8 / 10)
    assert [(each.person, each.turns) for each in found.people] == [("brahim", 1), ("mona", 1), ("aicha", 1)]
    men, women = found.groups
    assert (men.value, men.present, men.share, men.presence) == pytest.approx(("men", 6, 0.8, 0.6))
    assert women.relative == pytest.approx(0.2 / 0.4)


def test_turns_that_cover_too_little_give_no_share() -> None:
    room = room_with_people()
    speak(room, 5, "brahim")
    room.laptop.passes(minutes=4)
    found = participation(room.meeting, room.laptop())
    assert found.coverage == pytest.approx(5 / 9)
    assert found.moderators_share is None
    assert found.never_spoke_share is None
    assert {each.relative for each in found.groups} == {None}
    assert {each.share for each in found.people} == {None}
    assert found.people[0].turns == 1, "what was logged is told all the same"


def test_turns_of_groups_carry_shares_but_not_persons() -> None:
    room = room_with_people()
    speak(room, 2, "mona")
    speak(room, 6, group=MEN)
    speak(room, 2, group=WOMEN)
    found = participation(room.meeting, room.laptop())
    assert found.moderators_share == pytest.approx(0.2)
    assert found.never_spoke_share is None
    assert [each.relative for each in found.groups] == [pytest.approx(0.75 / 0.6), pytest.approx(0.25 / 0.4)]


def test_withdrawn_turns_and_turns_before_the_start_do_not_count() -> None:
    room = small_room()
    room.next("mona")
    speak(room, 5, "mona")
    room.next("mona")
    wrong = speak(room, 4, "mona")
    speak(room, 6, group=WOMEN)
    room.do("tim", TurnCorrected(turn=wrong, withdrawn=True))
    found = participation(room.meeting, room.laptop())
    assert (found.turns, found.coverage) == pytest.approx((1, 0.6))
    assert found.moderators_share == 0


def test_a_split_room_is_not_plenary_time() -> None:
    room = room_with_people()
    speak(room, 4, "mona")
    room.do("mona", TrackOpened(track="women", title="Women", step="S1"))
    room.laptop.passes(minutes=6)
    room.do("mona", TrackClosed(track="women"))
    found = participation(room.meeting, room.laptop())
    assert (found.plenary.minutes, found.coverage) == (4, 1.0)


def test_nobody_is_counted_twice() -> None:
    room = small_room()
    counts = ((WOMEN, 8), (MEN, 12), (Group(age="young"), 9))
    room.do("nora", *(AttendanceCounted(group=group, number=number) for group, number in counts))
    assert present(room.meeting) == 20
    assert present_by(room.meeting, "age") == {"young": 9}
    assert present_by(room.meeting, "sex") == {"women": 8, "men": 12}


def test_women_and_two_kinds_of_men_are_all_counted() -> None:
    room = small_room()
    counts = ((WOMEN, 8), (Group(sex="men", age="young"), 5), (Group(sex="men", age="old"), 7))
    room.do("nora", *(AttendanceCounted(group=group, number=number) for group, number in counts))
    assert present(room.meeting) == 20
    assert present_by(room.meeting, "sex") == {"women": 8, "men": 12}


def test_without_a_count_the_participants_known_by_name_are_present() -> None:
    room = small_room()
    assert present(room.meeting) is None
    room.person("aicha", Role.PARTICIPANT, group=WOMEN)
    room.person("someone", Role.PARTICIPANT)
    assert present(room.meeting) == 2
    assert present_by(room.meeting, "sex") == {"women": 1}
