"""The longest silence, worked out by hand: of everybody, of the participants, of each group."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitate.analysis.plenary_clock import pieces
from facilitate.analysis.silence import Silence, longest_silence, longest_without, longest_without_participants
from facilitate.analysis.turns import plenary_time
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.observing import Undone
from facilitate.domain.events.preparing import AgendaSet, AttendanceCounted
from facilitate.domain.events.running import (
    MeetingClosed,
    MeetingReopened,
    Paused,
    Resumed,
    StepOpened,
    TrackClosed,
    TrackOpened,
    TurnCorrected,
    TurnStarted,
)
from facilitate.domain.instants import NO_TIME
from facilitate.domain.people import Group, Role
from tests.analysis.test_participation import speak
from tests.making import Room, small_agenda, small_room

WOMEN, MEN = Group(sex="women"), Group(sex="men")


def room_at_two() -> Room:
    """S1 is open since 14:00; four women and six men are there."""
    room = small_room()
    room.person("aicha", Role.PARTICIPANT, group=WOMEN)
    room.person("brahim", Role.PARTICIPANT, group=MEN)
    room.do("nora", AttendanceCounted(group=WOMEN, number=4), AttendanceCounted(group=MEN, number=6))
    room.do("mona", StepOpened(step="S1", predecessor=None))
    return room


def quiet(room: Room, minutes: float) -> None:
    room.laptop.passes(minutes=minutes)


def said(silence: Silence) -> tuple[float | None, str | None, str | None]:
    """Minutes, the hour at which it began, and the step."""
    began = f"{silence.began:%H:%M}" if silence.began else None
    return silence.span.minutes if silence.span else None, began, silence.step


def test_the_longest_gap_between_turns_with_its_hour_and_its_step() -> None:
    room = room_at_two()
    quiet(room, 1)
    speak(room, 5, "mona")
    quiet(room, 2)
    speak(room, 5, "brahim")
    quiet(room, 0.5)
    assert said(longest_silence(room.meeting, room.laptop())) == (2, "14:06", "S1")


def test_of_the_participants_while_only_moderators_spoke() -> None:
    room = room_at_two()
    speak(room, 3, "brahim")
    speak(room, 4, "mona")
    quiet(room, 1)
    speak(room, 2, "milo")
    speak(room, 2, "aicha")
    now = room.laptop()
    assert said(longest_silence(room.meeting, now)) == (1, "14:07", "S1")
    assert said(longest_without_participants(room.meeting, now)) == (7, "14:03", "S1")


def test_of_each_group() -> None:
    room = room_at_two()
    speak(room, 3, "brahim")
    speak(room, 2, group=WOMEN)
    speak(room, 4, "mona")
    speak(room, 1, "brahim")
    found = longest_without(room.meeting, room.laptop())
    assert said(found["sex", "women"]) == (5, "14:05", "S1")
    assert said(found["sex", "men"]) == (6, "14:03", "S1")


def test_a_group_that_never_spoke_was_silent_all_the_time() -> None:
    room = room_at_two()
    speak(room, 6, "brahim")
    room.next("mona")
    speak(room, 4, "brahim")
    assert said(longest_without(room.meeting, room.laptop())["sex", "women"]) == (10, "14:00", "S1")


def test_a_pause_does_not_count_and_does_not_end_a_silence() -> None:
    room = room_at_two()
    speak(room, 8, "brahim")
    quiet(room, 1)
    room.do("mona", Paused())
    quiet(room, 20)
    room.do("mona", Resumed())
    quiet(room, 2)
    speak(room, 4, "mona")
    assert said(longest_silence(room.meeting, room.laptop())) == (3, "14:08", "S1")


def test_a_silence_reaches_over_a_change_of_step() -> None:
    room = room_at_two()
    speak(room, 8, "brahim")
    quiet(room, 1)
    room.next("mona")
    quiet(room, 2)
    speak(room, 4, "mona")
    assert said(longest_silence(room.meeting, room.laptop())) == (3, "14:08", "S1")


def test_a_split_room_ends_a_silence() -> None:
    """Two minutes before, four after: what the groups said meanwhile is in no log of the plenary."""
    room = room_at_two()
    speak(room, 10, "brahim")
    quiet(room, 2)
    room.do("mona", TrackOpened(track="women", title="Women", step="S1"))
    quiet(room, 15)
    room.do("mona", TrackClosed(track="women"))
    quiet(room, 4)
    speak(room, 3, "mona")
    now = room.laptop()
    assert said(longest_silence(room.meeting, now)) == (4, "14:27", "S1")
    assert said(longest_without(room.meeting, now)["sex", "women"]) == (12, "14:00", "S1")


def test_a_turn_in_a_group_breaks_no_silence_of_the_plenary() -> None:
    room = room_at_two()
    speak(room, 10, "brahim")
    room.do("mona", TrackOpened(track="women", title="Women", step="S1"))
    room.do("tim", TurnStarted(turn="g1", track="women", who=Spoke(person="aicha")))
    quiet(room, 3)
    room.do("mona", TrackClosed(track="women"))
    quiet(room, 2)
    assert said(longest_silence(room.meeting, room.laptop())) == (2, "14:13", "S1")


def test_a_step_in_pairs_ends_a_silence() -> None:
    room = room_at_two()
    agenda = small_agenda()
    steps = [each.model_copy(update={"groups": "pairs"} if each.id == "S2" else {}) for each in agenda.steps]
    room.do("mona", AgendaSet(agenda=agenda.model_copy(update={"steps": tuple(steps)})))
    speak(room, 10, "brahim")
    quiet(room, 1)
    room.next("mona")
    quiet(room, 10)
    room.next("mona")
    quiet(room, 2)
    assert said(longest_silence(room.meeting, room.laptop())) == (2, "14:21", "S3")


def test_turns_that_were_undone_or_withdrawn_break_no_silence() -> None:
    room = room_at_two()
    speak(room, 6, "brahim")
    quiet(room, 1)
    withdrawn = speak(room, 0.5, "aicha")
    quiet(room, 0.5)
    undone = room.do("tim", TurnStarted(turn="t9", who=Spoke(person="aicha")))
    assert said(longest_silence(room.meeting, room.laptop())) == (1, "14:06", "S1")
    room.do("tim", Undone(event=undone.id), TurnCorrected(turn=withdrawn, withdrawn=True))
    quiet(room, 1)
    speak(room, 2, "mona")
    assert said(longest_silence(room.meeting, room.laptop())) == (3, "14:06", "S1")


def test_somebody_whose_turn_names_nobody_was_not_silent() -> None:
    """But of which group they are, nobody knows."""
    room = room_at_two()
    speak(room, 6, "brahim")
    speak(room, 2)
    quiet(room, 1)
    speak(room, 1, "aicha")
    now = room.laptop()
    assert said(longest_silence(room.meeting, now)) == (1, "14:08", "S1")
    assert said(longest_without_participants(room.meeting, now)) == (1, "14:08", "S1")
    assert said(longest_without(room.meeting, now)["sex", "women"]) == (9, "14:00", "S1")


def test_a_meeting_under_way_is_silent_until_now() -> None:
    room = room_at_two()
    speak(room, 6, "brahim")
    quiet(room, 3)
    assert said(longest_silence(room.meeting, room.laptop())) == (3, "14:06", "S1")
    room.do("tim", TurnStarted(turn="t9", who=Spoke(person="aicha")))
    quiet(room, 4)
    assert said(longest_silence(room.meeting, room.laptop())) == (3, "14:06", "S1")
    assert said(longest_without(room.meeting, room.laptop())["sex", "men"]) == (7, "14:06", "S1")


def test_the_time_in_which_the_meeting_was_closed_does_not_count() -> None:
    room = room_at_two()
    speak(room, 6, "brahim")
    quiet(room, 1)
    room.do("mona", MeetingClosed())
    quiet(room, 60)
    room.do("mona", MeetingReopened(reason="one more thing"), StepOpened(step="S1", predecessor=None))
    quiet(room, 1)
    speak(room, 2, "brahim")
    assert said(longest_silence(room.meeting, room.laptop())) == (2, "14:06", "S1")


def test_a_laptop_that_slept_or_whose_clock_was_set_back_measures_the_same() -> None:
    """Within one boot the uptime counts, which goes on in suspend; what the clock says only names the hour."""
    room = room_at_two()
    speak(room, 8, "brahim")
    quiet(room, 4)
    room.laptop.wall -= timedelta(hours=3)
    speak(room, 2, "aicha")
    found = longest_silence(room.meeting, room.laptop())
    assert said(found) == (4, "14:08", "S1")
    assert found.span is not None
    assert not found.span.approximate


def test_after_a_restart_only_clocks_can_tell() -> None:
    room = room_at_two()
    speak(room, 8, "brahim")
    quiet(room, 2)
    room.laptop.boot, room.laptop.uptime = "boot-2", 5_000
    speak(room, 2, "aicha")
    found = longest_silence(room.meeting, room.laptop())
    assert said(found) == (2, "14:08", "S1")
    assert found.span is not None
    assert found.span.approximate


def test_turns_that_touch_leave_no_silence() -> None:
    room = room_at_two()
    speak(room, 4, "mona")
    speak(room, 4, "brahim")
    found = longest_silence(room.meeting, room.laptop())
    assert (found.span, found.began, found.why) == (NO_TIME, None, "voices.why.no_silence")


def test_a_log_that_covers_too_little_is_no_silence() -> None:
    room = room_at_two()
    speak(room, 5, "brahim")
    quiet(room, 4)
    now, why = room.laptop(), "analysis.why.turns_cover_too_little"
    assert longest_silence(room.meeting, now) == Silence(None, why=why)
    assert longest_without_participants(room.meeting, now) == Silence(None, why=why)
    assert longest_without(room.meeting, now)["sex", "women"] == Silence(None, why=why)


def test_before_anybody_spoke_the_reason_is_another_one() -> None:
    room = room_at_two()
    quiet(room, 4)
    assert longest_silence(room.meeting, room.laptop()).why == "analysis.why.no_turns"
    assert longest_silence(small_room().meeting, room.laptop()).why == "analysis.why.no_turns"


def test_of_groups_nothing_is_said_where_too_few_speakers_are_known() -> None:
    room = room_at_two()
    room.person("guest", Role.PARTICIPANT)
    speak(room, 5, "guest")
    speak(room, 6, "brahim")
    assert longest_without(room.meeting, room.laptop())["sex", "women"].why == "analysis.why.groups_not_known"
    assert longest_silence(room.meeting, room.laptop()).span == NO_TIME


@pytest.mark.parametrize("overlapping", [False, True])
def test_pauses_that_overlap_a_split_room_are_taken_off_once(overlapping: bool) -> None:
    room = room_at_two()
    quiet(room, 3)
    room.do("mona", TrackOpened(track="women", title="Women", step="S1"))
    quiet(room, 2)
    if overlapping:
        room.do("mona", Paused())
    quiet(room, 2)
    room.do("mona", TrackClosed(track="women"))
    if overlapping:
        quiet(room, 5)
        room.do("mona", Resumed())
    quiet(room, 1)
    found = pieces(room.meeting, room.laptop())
    assert [(each.span.minutes, each.joins) for each in found] == [(3, False), (1, False)]
    assert plenary_time(room.meeting, room.laptop()).minutes == 4
