"""Every refusal can be met, with its reason; and nothing is written then."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import facilitate
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event, Fact
from facilitate.domain.events.running import Paused, StepOpened
from facilitate.domain.record import Record
from facilitate.language.catalog import find
from tests.domain.refused_observing import OBSERVING
from tests.domain.refused_preparing import PREPARING
from tests.domain.refused_running import RUNNING
from tests.making import Room, small_room

Case = tuple[str, Callable[[Room], tuple[str, Fact]]]
CASES: list[Case] = [*PREPARING, *RUNNING, *OBSERVING]
ELSEWHERE = {
    "refused.undo_sent",  # tests/domain/test_undo.py
    "refused.undo_built_upon",
    "refused.undo_other_built",
    "refused.undo_done",
    "refused.undo_never",
    "refused.undo_not_own",
    "refused.redo_moved_on",
    "refused.redo_nothing",
    "refused.newer_program",  # below
    "refused.pin_wrong",  # in test_pin.py
    "refused.pin_wait",
}


@pytest.mark.parametrize(("message", "act"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)])
def test_a_refusal(message: str, act: Callable[[Room], tuple[str, Fact]]) -> None:
    room = small_room()
    by, fact = act(room)
    events, meeting = len(room.events), room.meeting
    refused = room.try_(by, fact)
    assert isinstance(refused, Refused), refused
    assert refused.message == message
    assert (len(room.events), room.meeting) == (events, meeting)
    for language in ("en", "fr", "ar"):
        sentence = find(language, message, None)
        assert sentence is not None
        assert set(re.findall(r"{(\w+)}", sentence)) <= set(refused.values)


def test_every_refusal_of_the_domain_is_met_here() -> None:
    folder = Path(facilitate.__file__).parent / "domain"
    said = {
        message
        for path in folder.rglob("*.py")
        for message in re.findall(r'"(refused\.\w+)"', path.read_text(encoding="utf-8"))
    }
    assert said == {message for message, _ in CASES if not message.startswith("lack.")} | ELSEWHERE


def test_a_meeting_of_a_newer_program_is_read_only() -> None:
    room = small_room()
    room.record = Record(room.events, unknown=2)
    room.record.refold()
    refused = room.try_("mona", Paused())
    assert refused == Refused("refused.newer_program", {"count": 2})
    assert room.meeting.read_only


def test_two_who_press_next_at_once_open_one_step() -> None:
    room = small_room()
    room.next("mona")
    wish = StepOpened(step="S1", predecessor="S0")
    assert isinstance(room.try_("mona", wish), Event)
    assert room.try_("tim", wish) == Refused("refused.step_open_already", {"step": "S1"})
    skipping = StepOpened(step="S2", predecessor="S0")
    assert room.try_("tim", skipping) == Refused("refused.moved_on", {"step": "S1"})
    assert [opening.step for opening in room.meeting.plenary.openings] == ["S0", "S1"]


def test_two_who_press_next_apart_open_one_step_and_the_other_is_told() -> None:
    one = small_room()
    one.next("mona")
    two = Room(replica="replica2")
    two.record.add(one.events)
    one.do("mona", StepOpened(step="S1", predecessor="S0"))
    late = two.do("tim", StepOpened(step="S2", predecessor="S0"))
    one.record.add([late])
    assert [opening.step for opening in one.meeting.plenary.openings] == ["S0", "S1"]
    (clash,) = one.meeting.clashes
    assert (clash.message, clash.by, clash.values) == ("clash.step_opened", "tim", {"step": "S2", "open": "S1"})
