"""Steps that the agenda did not foresee, and where they go: always right after the step where the meeting stands."""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.analysis.timing import step_times
from facilitate.domain.agenda import Agenda, Energiser, Phase, Step
from facilitate.domain.events import Fact
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.preparing import StepChanged, StepMoved
from facilitate.domain.events.running import EnergiserRun, StepOpened
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Wording

MOST_MINUTES = 240
"""A step longer than this is a slip of the finger."""


def fresh_code(agenda: Agenda) -> str:
    """The code of the next unplanned step: ``X1``, ``X2`` ..."""
    number = 1
    while agenda.step(f"X{number}") is not None:
        number += 1
    return f"X{number}"


def unplanned(meeting: Meeting, agenda: Agenda, title: str, minutes: int, language: str) -> Step:
    """A step that nobody foresaw, in the words of whoever inserts it."""
    wording = Wording(**{language: title})
    return Step(
        id=fresh_code(agenda), phase=_phase(meeting), title=wording, minutes=minutes, min_minutes=_least(minutes)
    )


def with_energiser(meeting: Meeting, agenda: Agenda, energiser: Energiser) -> Step:
    """A step for an energiser."""
    return Step(
        id=fresh_code(agenda),
        phase=_phase(meeting),
        title=energiser.title,
        minutes=energiser.minutes,
        min_minutes=_least(energiser.minutes),
        method="energiser" if "energiser" in agenda.methods else None,
        energiser=energiser.id,
    )


def _phase(meeting: Meeting) -> Phase:
    """The phase in which the meeting stands; what is inserted belongs to the meeting, also while people arrive."""
    last = last_opened(meeting)
    step = meeting.agenda.step(last) if meeting.agenda and last else None
    return step.phase if step and step.phase != "before" else "opening"


def _least(minutes: int) -> int:
    """The fewest minutes in which it is still worth it: three fifths."""
    return max(1, -(-minutes * 3 // 5))


def last_opened(meeting: Meeting) -> str | None:
    """The step where the meeting stands in plenary: what comes next comes after it."""
    openings = meeting.plenary.openings
    return openings[-1].step if openings else None


def put_next(meeting: Meeting, step: Step, reason: str = "") -> tuple[Fact, ...]:
    """What puts a new step next; before the start, first."""
    last = last_opened(meeting)
    put = StepChanged(step=step, after=last, reason=reason)
    return (put,) if last is not None else (put, StepMoved(step=step.id, reason=reason))


def moved_next(meeting: Meeting, code: str) -> StepMoved:
    """What puts a step of the agenda next."""
    return StepMoved(step=code, after=last_opened(meeting))


def movable(meeting: Meeting, now: Instant) -> tuple[Step, ...]:
    """Steps to come that are not next already."""
    following = meeting.next_step()
    to_come = {each.step for each in step_times(meeting, now) if each.state == "to_come"}
    steps = meeting.agenda.steps if meeting.agenda else ()
    return tuple(step for step in steps if step.id in to_come and step != following)


def with_energisers(meeting: Meeting, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts that open steps, with what is done by opening them: the energiser of a step, when all come to it first.

    It stands before, so that taking the act back is told as what it was: the step.
    """
    opened = [fact.step for fact in facts if isinstance(fact, StepOpened) and fact.track == PLENARY]
    steps = [meeting.agenda.step(code) for code in opened] if meeting.agenda else []
    return (*(_run(meeting, step) for step in steps if step and _not_done(meeting, step)), *facts)


def _not_done(meeting: Meeting, step: Step) -> bool:
    return step.energiser is not None and all(done.step != step.id for done in meeting.energisers)


def _run(meeting: Meeting, step: Step) -> EnergiserRun:
    known = meeting.agenda.energisers if meeting.agenda else ()
    minutes = next((each.minutes for each in known if each.id == step.energiser), step.minutes)
    return EnergiserRun(energiser=step.energiser or "", minutes=minutes, step=step.id)
