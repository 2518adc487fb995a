"""Steps that nobody foresaw: their codes, their place, and what is done by opening a step."""

from __future__ import annotations

from facilitate.domain.agenda import Agenda, Energiser, Step
from facilitate.domain.events.preparing import AgendaSet, StepChanged
from facilitate.domain.events.running import EnergiserRun, StepOpened
from facilitate.domain.people import SETUP
from facilitate.tui.console.placing import (
    fresh_code,
    movable,
    moved_next,
    put_next,
    unplanned,
    with_energiser,
    with_energisers,
)
from tests.making import Room, small_agenda, small_room, words

RAIN = Energiser(id="E1", title=words("rain"), minutes=5)


def agenda(room: Room) -> Agenda:
    assert room.meeting.agenda
    return room.meeting.agenda


def codes(room: Room) -> list[str]:
    return [step.id for step in agenda(room).steps]


def tea(room: Room, minutes: int = 10) -> Step:
    return unplanned(room.meeting, agenda(room), "Thé", minutes, "fr")


def test_each_unplanned_step_has_a_code_of_its_own() -> None:
    room = small_room()
    room.next("mona")
    for wanted in ("X1", "X2", "X3"):
        assert fresh_code(agenda(room)) == wanted
        room.do("mona", *put_next(room.meeting, tea(room)))
    assert codes(room) == ["S0", "X3", "X2", "X1", "S1", "S2", "S3", "S4"]


def test_an_unplanned_step_is_in_the_words_and_in_the_phase_of_the_moment() -> None:
    room = small_room()
    step = tea(room)
    assert (step.title.fr, step.title.en, step.phase, step.counted) == ("Thé", None, "opening", True)
    assert (step.minutes, step.min_minutes, tea(room, 1).min_minutes) == (10, 6, 1)
    room.next("mona")
    assert tea(room).phase == "opening", "what is put in while people arrive belongs to the meeting"
    room.next("mona")
    assert tea(room).phase == "exploring"


def test_a_step_for_an_energiser_has_its_title_in_every_language() -> None:
    room = small_room()
    step = with_energiser(room.meeting, agenda(room), RAIN)
    assert (step.id, step.title, step.minutes, step.min_minutes, step.energiser) == ("X1", RAIN.title, 5, 3, "E1")
    assert step.method is None, "the agenda does not have that method"


def test_what_is_put_in_stands_next_before_the_start_and_under_way() -> None:
    room = small_room()
    room.do("mona", *put_next(room.meeting, tea(room), "guests"))
    assert codes(room)[:2] == ["X1", "S0"]
    room.next("mona")
    room.do("mona", StepOpened(step="S2", predecessor="X1"))
    (put,) = put_next(room.meeting, tea(room), "guests")
    assert put == StepChanged(step=tea(room), after="S2", reason="guests", agreed=False)
    room.do("mona", put)
    following = room.meeting.next_step()
    assert (following and following.id, codes(room)) == ("X2", ["X1", "S0", "S1", "S2", "X2", "S3", "S4"])


def test_a_step_to_come_is_moved_next_and_the_others_keep_their_order() -> None:
    room = small_room()
    room.next("mona")
    assert [step.id for step in movable(room.meeting, room.laptop())] == ["S2", "S3", "S4"], "S1 is next already"
    room.do("mona", moved_next(room.meeting, "S3"))
    assert codes(room) == ["S0", "S3", "S1", "S2", "S4"]
    other = small_room()
    other.do("mona", moved_next(other.meeting, "S2"))
    assert codes(other) == ["S2", "S0", "S1", "S3", "S4"]


def energised() -> Room:
    """S1 has an energiser of five minutes."""
    room, plain = small_room(), small_agenda()
    steps = tuple(step.model_copy(update={"energiser": "E1"}) if step.id == "S1" else step for step in plain.steps)
    room.do(SETUP, AgendaSet(agenda=plain.model_copy(update={"steps": steps, "energisers": (RAIN,)})))
    room.next("mona")
    return room


def test_opening_a_step_does_its_energiser_once() -> None:
    room = energised()
    opened = StepOpened(step="S1", predecessor="S0")
    facts = with_energisers(room.meeting, [opened])
    assert facts == (EnergiserRun(energiser="E1", minutes=5, step="S1"), opened)
    room.do("mona", *facts)
    back = StepOpened(step="S0", predecessor="S1")
    assert with_energisers(room.meeting, [back]) == (back,)
    room.do("mona", back)
    assert with_energisers(room.meeting, [opened]) == (opened,), "it was done when it was opened first"


def test_a_group_that_goes_on_by_itself_does_no_energiser_for_all() -> None:
    room = energised()
    alone = StepOpened(step="S1", predecessor="S0", track="t1")
    assert with_energisers(room.meeting, [alone]) == (alone,)
