"""The board of speakers, worked out by hand."""

from __future__ import annotations

import pytest

from facilitate.analysis.floor import Speaker, balanced, board, last_turns, not_heard, on_floor, preferred
from facilitate.domain.events import running as r
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.preparing import AgendaSet, AttendanceCounted
from facilitate.domain.model import replaced
from facilitate.domain.people import Group, Role
from tests.making import Room, small_agenda, small_room

WOMEN, MEN = Group(sex="women"), Group(sex="men")
YOUNG, OLD = Group(sex="women", age="18-29"), Group(sex="women", age="60-99")


def hall(*counts: tuple[Group, int]) -> Room:
    room = small_room()
    for group, number in counts:
        room.do("nora", AttendanceCounted(group=group, number=number))
    room.do("mona", r.StepOpened(step="S1"))
    return room


def speak(room: Room, minutes: float, who: Spoke) -> str:
    turn = f"t{len(room.meeting.turns)}"
    room.do("tim", r.TurnStarted(turn=turn, who=who))
    room.laptop.passes(minutes=minutes)
    return turn


def of(room: Room, who: Spoke) -> Speaker:
    return next(each for each in board(room.meeting, room.laptop()).speakers if each.who == who)


def test_share_of_time_over_share_of_people() -> None:
    room = hall((WOMEN, 4), (MEN, 6))
    speak(room, 2, Spoke(person="mona"))
    speak(room, 6, Spoke(group=MEN))
    speak(room, 1, Spoke(group=WOMEN))
    speak(room, 1, Spoke(group=WOMEN))
    women, men, mona = of(room, Spoke(group=WOMEN)), of(room, Spoke(group=MEN)), of(room, Spoke(person="mona"))
    assert (women.key, women.present, women.turns, women.spoken.minutes) == (1, 4, 2, 2)
    assert (women.share, women.presence, women.relative) == pytest.approx((0.25, 0.4, 0.625))
    assert (men.share, men.presence, men.relative) == pytest.approx((0.75, 0.6, 1.25))
    assert mona.share == pytest.approx(0.2)
    assert (mona.relative, mona.present) == (None, None)
    assert [balanced(each.relative) for each in (women, men, mona)] == ["little", "even", ""]


def test_age_bands_are_set_against_their_own_numbers() -> None:
    room = hall((YOUNG, 3), (OLD, 1), (MEN, 4))
    speak(room, 3, Spoke(group=MEN))
    speak(room, 1, Spoke(group=YOUNG))
    speak(room, 1, Spoke(group=WOMEN))
    young, old, women = of(room, Spoke(group=YOUNG)), of(room, Spoke(group=OLD)), of(room, Spoke(group=WOMEN))
    assert young.relative == pytest.approx((1 / 4) / (3 / 8)), "of the four minutes of which the band is known"
    assert (old.relative, old.silent) == (0, True)
    assert (women.relative, women.share, women.silent) == (None, None, False), "of whatever age"


def test_a_named_person_counts_for_herself_and_for_her_group() -> None:
    room = hall((WOMEN, 4), (MEN, 4))
    room.person("aicha", Role.PARTICIPANT, group=YOUNG)
    room.person("brahim", Role.PARTICIPANT, group=MEN)
    room.person("amal", Role.PARTICIPANT, group=WOMEN)
    speak(room, 3, Spoke(person="aicha", group=YOUNG))
    speak(room, 1, Spoke(person="brahim", group=MEN))
    aicha, women = of(room, Spoke(person="aicha")), of(room, Spoke(group=WOMEN))
    assert (aicha.share, aicha.relative) == pytest.approx((3 / 4, 3 / 4 * 8))
    assert (women.turns, women.relative) == pytest.approx((1, 0.75 / 0.5))
    found = board(room.meeting, room.laptop())
    assert not_heard(found) == (1, True), "Amal"
    speak(room, 1, Spoke(group=WOMEN))
    assert not_heard(board(room.meeting, room.laptop())) == (0, False), "it may have been Amal"


@pytest.mark.parametrize(
    ("spoken", "silence", "counts", "why"),
    [
        (0, 5, True, "floor.why.no_turns"),
        (1, 1, True, "floor.why.too_early"),
        (2, 3, True, "floor.why.covers_too_little"),
        (3, 2, True, None),
        (3, 2, False, "floor.why.nobody_counted"),
    ],
)
def test_shares_wait_until_the_turns_carry_them(spoken: int, silence: int, counts: bool, why: str | None) -> None:
    room = hall(*([(WOMEN, 4), (MEN, 6)] if counts else []))
    if spoken:
        room.do("tim", r.TurnEnded(turn=speak(room, spoken, Spoke(group=WOMEN))))
    room.laptop.passes(minutes=silence)
    found = board(room.meeting, room.laptop())
    assert found.why == why
    assert (found.speakers[0].share is not None) == (why is None)
    assert found.speakers[0].turns == bool(spoken), "what was logged is told all the same"


def test_who_waits_and_was_not_heard_is_preferred() -> None:
    room = hall((WOMEN, 5), (MEN, 5))
    speak(room, 9, Spoke(group=MEN))
    assert [preferred(of(room, Spoke(group=each))) for each in (WOMEN, MEN)] == ["silent", ""]
    speak(room, 1, Spoke(group=WOMEN))
    assert [preferred(of(room, Spoke(group=each))) for each in (WOMEN, MEN)] == ["little", ""]
    assert preferred(None) == ""


def test_a_turn_past_its_time_and_a_forgotten_one() -> None:
    room = small_room()
    steps = tuple(replaced(step, turn_seconds=120 if step.id == "S1" else None) for step in small_agenda().steps)
    room.do("mona", AgendaSet(agenda=replaced(small_agenda(), steps=steps)), r.StepOpened(step="S1"))

    def now() -> tuple[int, bool]:
        found = on_floor(room.meeting, room.laptop())
        assert found is not None
        return found.past_ms, found.forgotten

    speak(room, 1.5, Spoke(group=WOMEN))
    assert now() == (0, False)
    room.laptop.passes(minutes=3.75)
    assert now() == (195_000, False), "five minutes are less than three usual turns"
    room.laptop.passes(minutes=0.75)
    assert now() == (240_000, True)
    room.do("mona", r.StepOpened(step="S2", predecessor="S1"))
    speak(room, 5, Spoke(group=WOMEN))
    assert now() == (0, True)


def test_a_correction_moves_the_time_and_a_withdrawn_turn_is_nobodys() -> None:
    room = hall((WOMEN, 5), (MEN, 5))
    wrong = speak(room, 4, Spoke(group=MEN))
    room.do("tim", r.TurnCorrected(turn=wrong, who=Spoke(group=WOMEN)))
    assert (of(room, Spoke(group=WOMEN)).spoken.minutes, of(room, Spoke(group=MEN)).turns) == (4, 0)
    room.do("tim", r.TurnCorrected(turn=wrong, who=Spoke(group=WOMEN), withdrawn=True))
    assert on_floor(room.meeting, room.laptop()) is None
    assert of(room, Spoke(group=WOMEN)).turns == 0
    assert [turn.id for turn in last_turns(room.meeting)] == [wrong], "it can come back"
    room.do("tim", r.TurnCorrected(turn=wrong, who=Spoke(group=MEN)))
    assert of(room, Spoke(group=MEN)).turns == 1


def test_only_nine_have_a_key() -> None:
    room = hall((WOMEN, 5), (MEN, 5))
    for number in range(8):
        room.person(f"p{number}", Role.PARTICIPANT)
    assert [each.key for each in board(room.meeting, room.laptop()).speakers] == [*range(1, 10), None, None, None]
