"""What the meeting's own log can answer instead of an observer, or show beside an answer.

A grid names a measure in `auto:` or `evidence_auto:`. A value is given only when the log can carry it (design §5):
turns cover at least 60 % of plenary time; each turn names a person where persons are counted; step times are confirmed,
which closing the meeting does. Otherwise there is none, with the reason, and the observer is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitate.analysis.measured import Measured, unknown
from facilitate.analysis.participation import group_voices, moderators_share, never_spoke_share
from facilitate.analysis.timing import start_delay_minutes, step_times
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting

OVERRUN = 0.2
"""A step overran when it took longer than planned by more than this share."""

SAME_DAY_MINUTES = 12 * 60
"""A start further than this from the announced one says that the hour was never meant, or that a clock is wrong."""


def measure(meeting: Meeting, name: str, now: Instant) -> Measured:
    """The value of a measure, or none and why.

    Minutes and percentages are rounded to one decimal and ratios to two, so that bands are applied to what people read.
    """
    found = MEASURES.get(name)
    return found(meeting, now) if found else unknown("analysis.why.unknown_measure")


def log_values(meeting: Meeting, now: Instant) -> Mapping[str, Measured]:
    """Every measure that the grid in force names."""
    named = (
        name for each in (meeting.grid.indicators() if meeting.grid else ()) for name in (each.auto, each.evidence_auto)
    )
    return {name: measure(meeting, name, now) for name in named if name}


def _start_delay(meeting: Meeting, _: Instant) -> Measured:
    """Minutes between the announced and the real start; an early start is no delay."""
    if meeting.closed is None:
        return unknown("analysis.why.not_closed")
    if meeting.start is None:
        return unknown("analysis.why.no_announced_start")
    delay = start_delay_minutes(meeting)
    if delay is None:
        return unknown("analysis.why.never_started")
    if abs(delay) > SAME_DAY_MINUTES:
        return unknown("analysis.why.other_day")
    return Measured(round(max(0.0, delay), 1))


def _steps_overrun(meeting: Meeting, now: Instant) -> Measured:
    """How many counted steps overran their planned time, with extensions, by more than 20 %."""
    if meeting.closed is None:
        return unknown("analysis.why.not_closed")
    times = [each for each in step_times(meeting, now) if each.counted and each.state in ("done", "open")]
    if not times:
        return unknown("analysis.why.never_started")
    return Measured(sum(each.overran(OVERRUN) for each in times))


def _moderator_share(meeting: Meeting, now: Instant) -> Measured:
    """Moderators' share of plenary speaking time, in per cent."""
    return _percent(moderators_share(meeting, now))


def _never_spoke(meeting: Meeting, now: Instant) -> Measured:
    """Share of participants who never spoke in plenary, in per cent."""
    return _percent(never_spoke_share(meeting, now))


def _percent(share: Measured) -> Measured:
    return share if share.value is None else Measured(round(100 * share.value, 1))


def _relative_share(meeting: Meeting, now: Instant) -> Measured:
    """Share of speaking time over share of the people present, of the least-heard group by sex or age.

    Places are left out: they are written freely, and their groups are small.
    """
    why = moderators_share(meeting, now).why
    if why:
        return unknown(why)
    voices = [each for each in group_voices(meeting, now) if each.dimension != "place" and each.present]
    sizes = {dimension: sum(each.dimension == dimension for each in voices) for dimension in ("sex", "age")}
    relative = [each.relative for each in voices if each.relative is not None and sizes[each.dimension] > 1]
    return Measured(round(min(relative), 2)) if relative else unknown("analysis.why.groups_not_known")


def _actions_complete(meeting: Meeting, _: Instant) -> Measured:
    """Share of the actions, from 0 to 1, that have who, what and by when."""
    actions = meeting.captured(CaptureKind.ACTION)
    if not actions:
        return unknown("analysis.why.no_actions")
    return Measured(round(sum(each.complete for each in actions) / len(actions), 2))


MEASURES: Mapping[str, Callable[[Meeting, Instant], Measured]] = {
    "log.start_delay_minutes": _start_delay,
    "log.steps_overrun_20pct": _steps_overrun,
    "log.moderator_speaking_share": _moderator_share,
    "log.percent_never_spoke_plenary": _never_spoke,
    "log.relative_speaking_share": _relative_share,
    "log.actions_complete_ratio": _actions_complete,
}
"""Every measure by the name that grids use."""
