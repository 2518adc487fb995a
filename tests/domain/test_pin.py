"""PINs: which digits they are, who may set and take them away, and how long one waits after wrong tries."""

from __future__ import annotations

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.decisions.tries import FREE_TRIES, LONGEST_WAIT, Tries, tried
from facilitate.domain.events import Event, parse_event
from facilitate.domain.events.observing import PinSet, Undone
from facilitate.domain.events.preparing import PersonChanged
from facilitate.domain.meeting.fold import fold
from facilitate.domain.meeting.view import see
from facilitate.domain.people import Role
from facilitate.domain.pin import Pin, digits, make_pin
from facilitate.domain.topics import PEOPLE, topics_of
from tests.making import Room, small_room


@pytest.fixture(scope="module")
def pin() -> Pin:
    made = make_pin("2468", "0f" * 16)
    assert made is not None
    return made


@pytest.fixture
def room(pin: Pin) -> Room:
    """Olga has set a PIN."""
    room = small_room()
    room.do("olga", PinSet(person="olga", pin=pin))
    return room


@pytest.mark.parametrize("typed", ["2468", "٢٤٦٨", "۲۴۶۸", " 2468 ", "٢4٦8"])
def test_the_same_digits_in_any_script_open(pin: Pin, typed: str) -> None:
    assert pin.opened_by(typed)


@pytest.mark.parametrize("typed", ["", "246", "24 68", "2468²", "24680", "2469", "8642", "abcd", "1" * 13])
def test_anything_else_does_not(pin: Pin, typed: str) -> None:
    assert not pin.opened_by(typed)


def test_a_pin_is_4_to_12_digits() -> None:
    assert [digits("1" * n) is not None for n in (3, 4, 12, 13)] == [False, True, True, False]
    assert make_pin("12a4", "salt") is None


def test_the_digits_are_not_in_it_and_the_same_ones_look_different_with_another_salt(pin: Pin) -> None:
    other = make_pin("2468", "a0" * 16)
    assert other is not None
    assert other.hash != pin.hash
    assert len(pin.hash) == 64
    assert pin.hash not in repr(pin)
    assert pin.salt not in repr(pin)


def test_it_is_set_changed_and_taken_away_by_its_owner(room: Room, pin: Pin) -> None:
    assert (room.meeting.pins, room.meeting.people["olga"].pin) == ({"olga": pin}, True)
    assert list(topics_of(room.events[-1])) == [PEOPLE]
    other = pin.model_copy(update={"salt": "ab"})
    room.do("olga", PinSet(person="olga", pin=other))
    assert room.meeting.pins == {"olga": other}
    room.do("olga", PinSet(person="olga"))
    assert (room.meeting.pins, room.meeting.people["olga"].pin, room.meeting.pins_taken) == ({}, False, {})


def test_a_trainer_takes_it_away_and_its_owner_is_told_until_they_answer(room: Room, pin: Pin) -> None:
    room.do("tess", PinSet(person="olga", reason="forgotten"))
    taken = room.meeting.pins_taken["olga"]
    assert (room.meeting.pins, taken.by, taken.reason) == ({}, "tess", "forgotten")
    assert see(room.meeting, "olga").pins_taken == {"olga": taken}
    answers = (PinSet(person="olga"), PinSet(person="olga", pin=pin))
    for answer in answers:
        again = Room()
        again.record.add(room.events)
        again.do("olga", answer)
        assert again.meeting.pins_taken == {}


@pytest.mark.parametrize("by", ["tess", "mona", "omar", "tim"])
def test_nobody_sets_the_pin_of_somebody_else(room: Room, pin: Pin, by: str) -> None:
    refused = room.try_(by, PinSet(person="olga", pin=pin, reason="mine now"))
    assert isinstance(refused, Refused)
    assert refused.message == "refused.not_yours"


@pytest.mark.parametrize("by", ["mona", "omar", "tim"])
def test_only_a_trainer_takes_away_that_of_somebody_else(room: Room, by: str) -> None:
    refused = room.try_(by, PinSet(person="olga", reason="curious"))
    assert isinstance(refused, Refused)
    assert refused.message == "refused.not_yours"


def test_it_stays_where_its_owner_no_longer_observes(room: Room) -> None:
    """Else whoever changes roles would open every seat."""
    room.do("mona", PersonChanged(person="olga", roles=frozenset({Role.NOTE_TAKER})))
    assert "olga" in room.meeting.pins


def test_it_is_no_step_of_undo(room: Room) -> None:
    event = room.events[-1]
    assert room.record.undo.next_undo("olga") is None
    assert room.try_("olga", Undone(event=event.id)) == Refused("refused.undo_never")


@pytest.mark.parametrize("person", ["olga", "omar", "tess", "mona", None])
def test_no_view_has_it_but_all_know_that_there_is_one(room: Room, pin: Pin, person: str | None) -> None:
    seen = see(room.meeting, person)
    assert seen.pins == {}
    assert seen.people["olga"].pin
    assert pin.hash not in repr(seen)


def test_the_last_one_stands_in_whatever_order_they_arrive(room: Room, pin: Pin) -> None:
    room.do("tess", PinSet(person="olga", reason="forgotten"))
    room.do("olga", PinSet(person="olga", pin=pin.model_copy(update={"salt": "last"})))
    meeting = fold(reversed(room.events))
    assert meeting == room.meeting
    assert meeting.pins["olga"].salt == "last"


def test_all_that_it_takes_to_check_it_stands_in_the_event(room: Room, pin: Pin) -> None:
    read = parse_event(room.events[-1].to_json())
    assert isinstance(read, Event)
    assert isinstance(read.fact, PinSet)
    assert read.fact.pin == pin
    assert '"cost":14,"block":8,"parallel":1' in room.events[-1].to_json()


@pytest.mark.parametrize("asked", [{"cost": 30}, {"block": 64}, {"parallel": 99}, {"cost": 0}])
def test_no_file_can_ask_for_more_memory_than_there_is(pin: Pin, asked: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"less than|greater than"):
        Pin(**{**pin.model_dump(), **asked})


# Tries. `NEVER` is opened by nothing, and fast.

NEVER = Pin(salt="salt", hash="none", cost=10, block=1, parallel=1)


def test_wrong_tries_are_told_and_after_five_one_waits_longer_and_longer_but_never_for_ever() -> None:
    tries, now, waits = Tries(), 1000.0, []
    for number in range(1, 12):
        tries, why = tried(NEVER, "1111", tries, now)
        assert why is not None
        assert why.message == ("refused.pin_wrong" if number < FREE_TRIES else "refused.pin_wait")
        waits.append(tries.until - now if tries.until else 0)
        now = max(now, tries.until)
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]


def test_while_one_waits_nothing_is_looked_at_and_nothing_counted(pin: Pin) -> None:
    waiting = Tries(wrong=5, until=130.0)
    assert tried(pin, "2468", waiting, 100.5) == (waiting, Refused("refused.pin_wait", {"count": 30}))
    assert tried(pin, "2468", waiting, 130.0) == (Tries(), None)


def test_a_right_try_begins_anew_and_a_pin_that_is_gone_asks_nothing(pin: Pin) -> None:
    assert tried(pin, "٢٤٦٨", Tries(wrong=4), 0) == (Tries(), None)
    assert tried(None, "", Tries(wrong=7, until=1e9), 0) == (Tries(), None)
