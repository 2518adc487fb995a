"""Who spoke, silences and needs by group, as they are read aloud."""

from __future__ import annotations

import pytest

from facilitate.domain.events.base import Spoke
from facilitate.domain.events.capturing import Ranked
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.events.running import TrackOpened, TurnEnded, TurnStarted
from facilitate.domain.model import Language
from facilitate.domain.people import Group
from tests.making import Room
from tests.report.scene import MEN, WOMEN, begun, capture, closed, told


def read(room: Room, language: Language = "en") -> str:
    """The report with every wrapped line joined again."""
    return " ".join(told(room, language).split())


def speak(room: Room, seconds: float, person: str) -> None:
    turn = f"u{len(room.meeting.turns)}"
    room.do("tim", TurnStarted(turn=turn, who=Spoke(person=person)))
    room.laptop.passes(seconds=seconds)
    room.do("tim", TurnEnded(turn=turn))


def test_each_group_is_said_in_one_sentence_with_how_its_shares_compare() -> None:
    text = read(begun())
    assert "men: 60 % of the people, 62 % of the speaking time, that is 1.03 of their share; 1 turn." in text
    assert "women: 40 % of the people, 38 % of the speaking time, that is 0.96 of their share; 1 turn." in text
    assert "small group" not in text


def test_silences_are_told_with_when_they_began() -> None:
    room = begun()
    room.laptop.passes(minutes=2)
    speak(room, 180, "mona")
    text = read(room)
    assert "The longest silence lasted 2 minutes; it began at 14:16, in the step “step 1”." in text
    assert "The longest time without a participant lasted 5 minutes; it began at 14:16" in text
    assert "Longest time without a turn of theirs: 9 minutes, begun at 14:12 in the step “step 1”." in text


def test_where_turns_touch_it_is_said_that_there_was_no_silence() -> None:
    text = read(begun())
    assert "There was no silence" in text
    assert "The longest time without a participant lasted 3 minutes" in text


def test_after_a_restart_a_silence_is_about_so_long() -> None:
    room = begun()
    room.laptop.passes(minutes=2)
    room.laptop.boot, room.laptop.uptime = "boot-2", 9_000
    speak(room, 180, "mona")
    assert "The longest silence lasted about 2 minutes" in read(room)


def test_small_groups_are_named_as_small_and_why() -> None:
    room = begun()
    room.do("nora", AttendanceCounted(group=WOMEN, number=4))
    text = read(room)
    assert "women (small group): 25 % of the people" in text
    assert "men: 75 % of the people" in text
    assert text.count("A small group has fewer than 5 people") == 1


def test_a_group_that_nobody_counted_has_a_share_and_the_reason() -> None:
    room = begun()
    room.do("nora", AttendanceCounted(group=WOMEN, number=0))
    assert "not known: nobody of this group was counted." in read(room)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_nothing_is_left_without_a_sentence(language: Language) -> None:
    room = begun()
    room.laptop.passes(minutes=2)
    text = read(room, language)
    assert "voices." not in text
    assert "voices." not in read(closed(), language)


def test_needs_by_group() -> None:
    room = closed_needs()
    assert "Needs by group - men: 2 needs - women: 1 need - For 1 need no group was noted." in read(room)


def closed_needs() -> Room:
    room = begun()
    capture(room, "need", "Transport", step="S1", group=WOMEN)
    capture(room, "need", "Water", step="S1", group=MEN)
    capture(room, "need", "Seeds", step="S1", group=MEN)
    capture(room, "need", "A hall", step="S1")
    return room


def test_a_group_of_a_split_room_is_told_where_nobody_said_who_was_in_it() -> None:
    room = closed_needs()
    room.do("mona", TrackOpened(track="g1", title="By the river", step="S1"))
    capture(room, "need", "A bridge", step="S1", track="g1", group=MEN)
    assert "By the river: 1 need" not in read(room)
    capture(room, "need", "A wall", step="S1", track="g1")
    assert "men: 3 needs - women: 1 need - By the river: 2 needs" in read(room)


def test_without_groups_nothing_is_told_of_needs_by_group() -> None:
    room = begun()
    capture(room, "need", "Transport", step="S1")
    assert "Needs by group" not in read(room)


def test_what_each_group_put_first() -> None:
    text = read(closed())
    assert "The groups did not put the same first:" in text
    assert "women: Roads. Dots: 9 of 11. Place among all: 1." in text
    assert "men: ماء صالح للشرب. Dots: 7 of 8. Place among all: 2." in text


def test_groups_that_put_the_same_first_are_said_to() -> None:
    room = closed_needs()
    for group in (WOMEN, Group(sex="men")):
        room.do("nora", Ranked(method="dots", needs=("c1", "c2"), group=group, counts={"c1": 3, "c2": 1}))
    assert "The groups put the same first:" in read(room)
