"""Speaking turns in plenary, and whether they cover enough of it to carry a share (design §5)."""

from __future__ import annotations

from collections.abc import Iterable

from facilitate.analysis.plenary_clock import pieces
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant, Span, between, total
from facilitate.domain.meeting.parts import Turn
from facilitate.domain.meeting.state import Meeting

ENOUGH_COVERED = 0.6
"""Share of plenary time that turns must cover before a share of speaking time is shown."""


def plenary_turns(meeting: Meeting) -> tuple[Turn, ...]:
    """Turns that stand, taken in plenary while a step that counts was open."""
    uncounted = {step.id for step in meeting.agenda.steps if not step.counted} if meeting.agenda else set()
    return tuple(
        turn
        for turn in meeting.turns.values()
        if turn.track == PLENARY and not turn.withdrawn and turn.step is not None and turn.step not in uncounted
    )


def plenary_time(meeting: Meeting, now: Instant) -> Span:
    """Time of the counted steps that everybody spends together, without pauses and without the time that the room was
    split."""
    return total(each.span for each in pieces(meeting, now))


def coverage(meeting: Meeting, now: Instant) -> float | None:
    """Share of plenary time, from 0 to 1, in which it is known who had the floor; nothing before there was any."""
    time = plenary_time(meeting, now)
    if not time.ms or meeting.agenda is None:
        return None
    together = {step.id for step in meeting.agenda.steps if step.groups == "plenary"}
    known = [turn for turn in attributed(plenary_turns(meeting)) if turn.step in together]
    return min(1.0, spoken_in(known, now).ms / time.ms)


def attributed(turns: Iterable[Turn]) -> list[Turn]:
    """Turns of which it is known who had the floor."""
    return [turn for turn in turns if turn.who.person or turn.who.group]


def spoken_in(turns: Iterable[Turn], now: Instant) -> Span:
    """How long these turns took; one that runs, until now."""
    return total(between(turn.start, turn.end or now) for turn in turns)


def why_not_covered(meeting: Meeting, now: Instant) -> str | None:
    """Why no share of speaking time can be given."""
    covered = coverage(meeting, now)
    if covered is None or not plenary_turns(meeting):
        return "analysis.why.no_turns"
    return "analysis.why.turns_cover_too_little" if covered < ENOUGH_COVERED else None
