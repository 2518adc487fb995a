"""The lines around the step: the floor in one sentence, what was and what comes."""

from __future__ import annotations

from facilitate.domain.events.base import Spoke
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.events.running import (
    Extended,
    MeetingClosed,
    Paused,
    Resumed,
    StepClosed,
    StepOpened,
    StepSkipped,
    TrackOpened,
    TurnEnded,
    TurnQueued,
    TurnStarted,
)
from facilitate.domain.people import Group
from facilitate.language import Words
from facilitate.tui.console.floor_line import floor_line
from facilitate.tui.console.neighbours import coming, gone_by
from tests.making import Room, small_room

EN = Words("en")
WOMEN, MEN = Group(sex="women"), Group(sex="men")


def said(room: Room) -> str:
    return floor_line(room.meeting, room.laptop(), EN)


def test_the_floor_says_who_speaks_how_long_and_how_many_wait() -> None:
    room = small_room()
    room.next("mona")
    room.next("mona")
    assert said(room) == "", "nobody keeps turns"
    room.do("tim", TurnStarted(turn="t1", who=Spoke(person="mona")))
    room.laptop.passes(seconds=80)
    assert said(room) == "▶ Mona 1:20"
    room.do("tim", TurnQueued(turn="t2", who=Spoke(group=WOMEN)), TurnQueued(turn="t3", who=Spoke(group=MEN)))
    assert said(room) == "▶ Mona 1:20 · 2 wait"
    room.do("tim", TurnEnded(turn="t1"))
    assert said(room) == "Nobody has the floor · 2 wait"


def test_a_group_that_is_heard_little_is_named_once_the_turns_tell() -> None:
    room = small_room()
    room.next("mona")
    room.next("mona")
    room.do("tim", AttendanceCounted(group=WOMEN, number=10), AttendanceCounted(group=MEN, number=10))
    room.do("tim", TurnStarted(turn="t1", who=Spoke(group=MEN)))
    room.laptop.passes(minutes=8)
    room.do("tim", TurnStarted(turn="t2", who=Spoke(group=WOMEN)))
    room.laptop.passes(minutes=2)
    assert said(room) == "▶ women 2:00 · women ▼ 0.4× · men ▲ 1.6×"


def test_of_many_groups_the_least_and_the_most_heard_are_named() -> None:
    room = small_room()
    room.next("mona")
    room.next("mona")
    for age, minutes in (("18-29", 1), ("30-44", 3), ("45-59", 10), ("60-99", 2)):
        group = Group(sex="men", age=age)
        room.do("tim", AttendanceCounted(group=group, number=5), TurnStarted(turn=f"t{age}", who=Spoke(group=group)))
        room.laptop.passes(minutes=minutes)
    assert said(room).split(" · ")[1:] == ["men 18-29 ▼ 0.3×", "men 45-59 ▲ 2.5×"]


def test_where_nobody_can_have_the_floor_nothing_is_said() -> None:
    room = small_room()
    room.next("mona")
    room.do("tim", TurnStarted(turn="t1", who=Spoke(group=MEN)))
    room.do("mona", Paused())
    assert said(room) == ""
    room.do("mona", Resumed(), TrackOpened(track="t1", title="Women", step="S0"))
    assert said(room) == "", "in groups"
    room.do("mona", MeetingClosed())
    assert said(room) == ""


def around(room: Room) -> tuple[str, str]:
    meeting = room.meeting
    return gone_by(meeting, meeting.plenary, room.laptop(), EN).plain, coming(meeting, meeting.plenary, EN).plain


def test_the_step_before_and_the_one_that_comes_are_named_with_their_minutes() -> None:
    room = small_room()
    assert around(room) == ("", "Next: 5 minutes · S0 arrival")
    room.next("mona")
    room.do("mona", StepOpened(step="S1", predecessor="S0"))
    room.next("mona", minutes=12)
    assert around(room) == ("Before: 12 minutes · S1 step 1", "After this: 10 minutes · S3 step 3")
    room.do("mona", StepSkipped(step="S3"))
    assert around(room)[1] == "After this: 10 minutes · S4 step 4"
    room.do("mona", Extended(step="S4", minutes=-3))
    assert around(room)[1] == "After this: 7 minutes · S4 step 4", "with what it was shortened by"


def test_after_the_last_step_nothing_comes_and_between_two_steps_the_next_one_does() -> None:
    room = small_room()
    room.do("mona", StepOpened(step="S3"), StepClosed(step="S3"))
    assert around(room) == ("", "Next: 10 minutes · S4 step 4")
    room.do("mona", StepOpened(step="S4"))
    assert around(room) == ("Before: 0 minutes · S3 step 3", "After this: nothing, it is the last step")
    room.do("mona", StepOpened(step="S2", predecessor="S4"))
    assert around(room)[0] == "Before: not opened · S1 step 1"
    room.do("mona", MeetingClosed())
    assert around(room) == ("", "")
