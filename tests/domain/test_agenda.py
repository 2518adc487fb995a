"""The agenda: which step comes next, also while it changes under a meeting that runs."""

from __future__ import annotations

from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from tests.making import small_agenda, small_room


def codes(steps: tuple[str, ...]) -> list[str | None]:
    agenda = small_agenda()
    return [step.id if (step := agenda.after(code)) else None for code in (None, *steps)]


def test_the_next_step() -> None:
    assert codes(("S0", "S3", "S4")) == ["S0", "S1", "S4", None]


def test_a_step_that_a_new_agenda_does_not_have_has_none_after_it() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S2"))
    shorter = small_agenda().model_copy(update={"steps": small_agenda().steps[:2]})
    room.do("tess", p.AgendaSet(agenda=shorter))
    assert room.meeting.current
    assert room.meeting.agenda
    assert room.meeting.agenda.after(room.meeting.current.step) is None
    room.do("mona", r.StepOpened(step="S1", predecessor="S2"))
    assert room.meeting.clashes == ()


def test_steps_are_moved_changed_and_added() -> None:
    room = small_room()
    assert room.meeting.agenda
    new = room.meeting.agenda.steps[1].model_copy(update={"id": "S9", "minutes": 3})
    room.do("tess", p.StepMoved(step="S3"), p.StepMoved(step="S0", after="S4"), p.StepChanged(step=new, after="S1"))
    room.do("tess", p.Retimed(minutes={"S1": 7}), p.StepChanged(step=new.model_copy(update={"minutes": 4})))
    assert [(step.id, step.minutes) for step in room.meeting.agenda.steps] == [
        ("S3", 10),
        ("S1", 7),
        ("S9", 4),
        ("S2", 10),
        ("S4", 10),
        ("S0", 5),
    ]
