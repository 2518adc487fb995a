"""What an observer is asked about the step in view."""

from __future__ import annotations

from facilitate.analysis.progress import asked, still_open
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Scored
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Condition, Derived, YesNo
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer
from tests.making import Room, rating, small_grid, small_room, words


def waiting(room: Room, step: str) -> list[str]:
    return [each.indicator.id for each in still_open(asked(room.meeting, "olga", step, room.laptop()))]


def test_what_depends_on_another_answer_waits_in_a_step_only_once_that_is_given() -> None:
    room = small_room()
    noise = YesNo(id="A1", text=words("noise?"), about="step")
    calm = rating("A2", "step", when=Condition(indicator="A1", values=("yes",)))
    room.do(
        SETUP,
        GridProposed(grid=small_grid().with_sections((Section(id="A", title=words("A"), indicators=(noise, calm)),))),
    )
    assert waiting(room, "S1") == ["A1"]
    room.do("olga", Scored(indicator="A1", value=Answer.YES, step="S1"))
    assert waiting(room, "S1") == ["A2"]
    assert waiting(room, "S2") == ["A1"]


def test_an_element_about_steps_shows_what_follows_in_the_step_in_view() -> None:
    room = small_room()
    element = Derived(id="A2", text=words("e"), about="step", scale="scale4", behaviours=("A1",))
    room.do(
        SETUP,
        GridProposed(
            grid=small_grid().with_sections(
                (Section(id="A", title=words("A"), indicators=(rating("A1", "step"), element)),)
            )
        ),
    )
    room.do("olga", Scored(indicator="A1", value=3, step="S1"))
    found = {each.indicator.id: each.given for each in asked(room.meeting, "olga", "S1", room.laptop())}
    assert found["A2"] == (3, 3, "derived")
    assert waiting(room, "S2") == ["A1"]
