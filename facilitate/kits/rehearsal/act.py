"""What somebody does in a rehearsed meeting, and when."""

from __future__ import annotations

from dataclasses import dataclass

from facilitate.domain.events import Fact
from facilitate.domain.events import running as r

MOVES = (
    r.StepOpened,
    r.StepClosed,
    r.StepSkipped,
    r.Paused,
    r.Resumed,
    r.Extended,
    r.TrackOpened,
    r.TrackClosed,
    r.MeetingClosed,
)
"""What moves the agenda; live, it is left to whoever sits in a seat that does so."""


@dataclass(frozen=True)
class Act:
    """A fact, who does it, milliseconds from the announced start, and the step of the agenda during which it is done.

    Acts without a step come after the meeting was closed. `opens` is true for what moves the agenda.
    """

    offset_ms: int
    by: str
    fact: Fact
    step: str | None = None
    opens: bool = False


def act(offset_ms: int, by: str, fact: Fact, step: str | None = None) -> Act:
    """An act that knows by its fact whether it moves the agenda."""
    return Act(offset_ms, by, fact, step, isinstance(fact, MOVES))
