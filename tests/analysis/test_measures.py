"""Measures of the log: values worked out by hand, and every reason for none."""

from __future__ import annotations

from datetime import date, datetime

from facilitate.analysis.measured import Measured
from facilitate.analysis.measures import MEASURES, measure
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.preparing import AttendanceCounted, MeetingChanged
from facilitate.domain.events.running import MeetingClosed
from facilitate.domain.people import SETUP, Group, Role
from facilitate.kits.indicators import LOG_MEASURES
from tests.analysis.test_participation import MEN, WOMEN, room_with_people, speak
from tests.making import Room, small_room


def told(room: Room, name: str) -> Measured:
    return measure(room.meeting, f"log.{name}", room.meeting.closed or room.laptop())


def test_the_delay_needs_a_closed_meeting_and_is_never_negative() -> None:
    room = room_with_people()
    assert told(room, "start_delay_minutes") == (None, "analysis.why.not_closed")
    room.do("mona", MeetingClosed())
    assert told(room, "start_delay_minutes") == (5, None)
    room.do(SETUP, MeetingChanged(start=datetime(2026, 7, 16, 15, 0)))
    assert told(room, "start_delay_minutes") == (0, None)
    room.do(SETUP, MeetingChanged(start=datetime(2026, 7, 1, 15, 0)))
    assert told(room, "start_delay_minutes") == (None, "analysis.why.other_day")


def test_steps_overran_by_more_than_a_fifth() -> None:
    room = small_room()
    for minutes in (0, 9, 12, 12.1, 20):  # S0 took 9 of 5 and does not count; S1 12, S2 12.1, S3 20, S4 10 of 10
        room.next("mona", minutes=minutes)
    assert told(room, "steps_overrun_20pct").why == "analysis.why.not_closed"
    room.laptop.passes(minutes=10)
    room.do("mona", MeetingClosed())
    assert told(room, "steps_overrun_20pct") == (2, None)


def test_a_meeting_that_never_started_measures_nothing() -> None:
    room = small_room()
    room.do("mona", MeetingClosed())
    assert told(room, "start_delay_minutes").why == "analysis.why.never_started"
    assert told(room, "steps_overrun_20pct").why == "analysis.why.never_started"
    assert told(room, "moderator_speaking_share").why == "analysis.why.no_turns"
    assert told(room, "actions_complete_ratio").why == "analysis.why.no_actions"


def test_speaking_shares() -> None:
    room = room_with_people()
    speak(room, 1, "mona")
    speak(room, 4, "brahim")
    speak(room, 1, "aicha")
    assert told(room, "moderator_speaking_share") == (16.7, None)
    assert told(room, "percent_never_spoke_plenary") == (80, None)
    assert told(room, "relative_speaking_share") == (0.5, None), "women: 0.2 of the time, 0.4 of the people"


def test_a_group_that_was_counted_and_never_heard_has_a_share_of_nothing() -> None:
    room = room_with_people()
    speak(room, 4, "brahim")
    assert told(room, "relative_speaking_share") == (0, None)


def test_turns_that_cover_too_little() -> None:
    room = room_with_people()
    speak(room, 5.9, "brahim")
    room.laptop.passes(minutes=4.1)
    for name in ("moderator_speaking_share", "percent_never_spoke_plenary", "relative_speaking_share"):
        assert told(room, name) == (None, "analysis.why.turns_cover_too_little")
    speak(room, 0.3, "brahim")  # 6.2 of 10.3 minutes
    assert told(room, "moderator_speaking_share") == (0, None)


def test_persons_must_be_named_where_persons_are_counted() -> None:
    room = room_with_people()
    speak(room, 5, "aicha")
    speak(room, 1, group=MEN)
    assert told(room, "percent_never_spoke_plenary").why == "analysis.why.persons_not_named"
    assert told(room, "relative_speaking_share").value is not None


def test_somebody_must_have_been_counted() -> None:
    room = small_room()
    room.person("aicha", Role.HOST)
    room.next("mona")
    room.next("mona")
    speak(room, 5, "mona")
    assert told(room, "percent_never_spoke_plenary").why == "analysis.why.nobody_counted"
    assert told(room, "relative_speaking_share").why == "analysis.why.groups_not_known"
    room.do("nora", AttendanceCounted(group=WOMEN, number=4))
    speak(room, 5, group=Group(sex="women"))
    assert told(room, "relative_speaking_share").why == "analysis.why.groups_not_known", "one group is no comparison"


def test_actions_are_complete_with_an_owner_and_a_day() -> None:
    room = small_room()
    whole = {"owner": "mona", "due": date(2026, 8, 1)}
    room.do(
        "nora",
        Captured(capture="a1", what=CaptureKind.ACTION, text="ask the commune", **whole),
        Captured(capture="a2", what=CaptureKind.ACTION, text="find a room", owner="mona"),
        Captured(capture="a3", what=CaptureKind.ACTION, text="call", owner="milo", due_said="after the olives"),
        Captured(capture="d1", what=CaptureKind.DECISION, text="meet again"),
    )
    assert told(room, "actions_complete_ratio") == (0.67, None)


def test_every_measure_that_grids_may_name_is_known() -> None:
    assert set(MEASURES) == set(LOG_MEASURES)
    assert told(small_room(), "weather") == (None, "analysis.why.unknown_measure")
