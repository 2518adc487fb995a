"""What a step should have shown and still waits: nothing that follows from other answers, and nothing not asked."""

from __future__ import annotations

from facilitate.analysis.progress import asked
from facilitate.domain.events.observing import Scored
from facilitate.domain.indicator import Condition, Derived
from facilitate.tui.observer.context import due_in
from tests.analysis.test_agreement import room_on
from tests.making import rating, words


def test_elements_and_conditions_about_steps_are_not_waited_for() -> None:
    element = Derived(id="E", about="step", text=words("E"), scale="scale4", behaviours=("B",))
    more = rating("M", about="step", when=Condition(indicator="B", values=(1,)))
    room = room_on(rating("B", about="step"), element, more, rating("S", about="step"))
    room.next("mona")
    room.next("mona", minutes=1)
    meeting = room.meeting
    everything = asked(meeting, "olga", "S1", room.laptop())
    assert [cell.indicator for cell in due_in("S1", everything, meeting.sheet("olga"), meeting.agenda)] == ["B", "S"]
    room.do("olga", Scored(indicator="B", step="S1", value=1))
    meeting = room.meeting
    everything = asked(meeting, "olga", "S1", room.laptop())
    waits = [cell.indicator for cell in due_in("S1", everything, meeting.sheet("olga"), meeting.agenda)]
    assert waits == ["M", "S"], "the condition is met now; the element follows"
