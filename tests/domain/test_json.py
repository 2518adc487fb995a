"""An event as a line of JSON: what goes out comes back, and what is too new or wrong is told apart."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.domain.events import FACTS, Event, UnknownEvent, parse_event
from tests.domain.strategies import facts
from tests.making import START, small_room

QUICK = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def wrapped(fact: Any, **fields: Any) -> Event:
    envelope = {"meeting": "m", "replica": "r", "seq": 1, "at": "00000000000a-0000", "wall": START, "by": "mona"}
    return Event.model_validate({**envelope, **fields, "fact": fact})


def body(**fields: Any) -> str:
    envelope = {"meeting": "m", "replica": "r", "seq": 1, "at": "00000000000a-0000", "wall": START.isoformat()}
    return json.dumps({**envelope, "by": "mona", **fields})


@pytest.mark.parametrize("kind", FACTS)
@QUICK
@given(data=st.data())
def test_every_kind_comes_back_from_its_line(kind: str, data: st.DataObject) -> None:
    event = wrapped(data.draw(facts(FACTS[kind])), boot="b", uptime=5)
    line = event.to_json()
    assert "\n" not in line
    assert json.loads(line)["kind"] == kind
    assert parse_event(line) == event


def test_every_event_of_a_meeting_comes_back_from_its_line() -> None:
    room = small_room()
    assert [parse_event(event.to_json()) for event in room.events] == room.events


def test_what_was_typed_later_keeps_both_times() -> None:
    event = wrapped({"kind": "paused"}, happened=START.replace(hour=9), boot="b", uptime=7)
    back = parse_event(event.to_json())
    assert isinstance(back, Event)
    assert back.instant.wall == START.replace(hour=9)
    assert back.instant.boot == ""
    assert back.wall == START


def test_fields_that_say_nothing_are_left_out() -> None:
    content = json.loads(wrapped({"kind": "paused"}).to_json())
    assert set(content) == {"kind", "meeting", "replica", "seq", "at", "wall", "boot", "uptime", "by"}


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "drums_beaten", "loud": True},
        {"kind": "paused", "weather": "rain"},
        {"kind": "paused", "reason": 7, "weather": "rain"},
        {},
    ],
)
def test_what_a_newer_program_wrote_is_carried_along_unread(fields: dict[str, Any]) -> None:
    line = body(**fields)
    event = parse_event(line)
    assert isinstance(event, UnknownEvent)
    assert (event.replica, event.seq, event.at, event.body) == ("r", 1, "00000000000a-0000", line)


@pytest.mark.parametrize(
    "line",
    [
        body(kind="paused", reason=7),
        body(kind="step_opened"),
        body(kind="captured", capture="c1", what="weather", text="x"),
        body(kind="captured", capture="c1", what="need", text="  "),
        body(kind="scored", indicator="A1", value=True),
        body(kind="scored", indicator="A1", value="maybe"),
        body(kind="paused", seq=0),
        body(kind="paused", seq=10**30),
        body(kind="paused", at="yesterday"),
        body(kind="paused", wall="2026-07-16T14:00:00"),
        body(kind="paused", by=""),
        body(kind="drums_beaten", seq="1"),
        body(kind="drums_beaten", seq=10**30),
        body(kind="drums_beaten", replica="\x1b[2J"),
        body(kind="drums_beaten", at=7),
        '{"kind": "drums_beaten"}',
        "[]",
        "7",
        "not json",
        "",
    ],
)
def test_what_is_no_event_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_event(line)
