"""What every page says above its body: the step, how long still, who leads, and when the meeting will end."""

from __future__ import annotations

from typing import NamedTuple

from facilitate.analysis.retiming import lateness
from facilitate.analysis.timing import expected_end, step_clock
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words


class Said(NamedTuple):
    """Two lines, and how urgent the time is: ``""``, ``soon`` or ``over``."""

    first: str
    second: str
    urgency: str = ""


def heading(meeting: Meeting, track: Track, now: Instant, words: Words, clock_is_drawn: bool = False) -> Said:
    """The two lines; the time is left out where the page draws the clock itself."""
    if meeting.closed:
        return Said(words("moderate.closed"), words("console.closed_hint"))
    current = track.current
    step = meeting.agenda.step(current.step) if meeting.agenda and current else None
    if step is None:
        return Said(_between(meeting, words), _ends(meeting, now, words))
    clock = step_clock(meeting, now, track.id)
    time, urgency = "", ""
    if clock is not None and not clock_is_drawn:
        over = clock.remaining_ms < 0
        urgency = "over" if over else "soon" if clock.remaining_ms < clock.warning_ms else ""
        shown = words.clock(-(clock.remaining_ms // 1000) * 1000 if over else clock.remaining_ms)
        message = "console.paused" if clock.paused else "console.over" if over else "console.left"
        time = words(message, time=f"+{shown}" if over else shown)
    title = f"{step.id}  {step.title.to(words.language)}"
    group = words("console.with_group", title=track.title) if track.id != PLENARY else ""
    chair = words("moderate.chair", name=meeting.name(meeting.chair)) if meeting.chair else ""
    speaking = _speaking(meeting, words)
    first = " · ".join(each for each in (group, title, time) if each)
    return Said(first, " · ".join(each for each in (chair, _ends(meeting, now, words), speaking) if each), urgency)


def _between(meeting: Meeting, words: Words) -> str:
    if not meeting.plenary.openings:
        return words("moderate.not_begun")
    return words("moderate.between" if meeting.next_step() else "moderate.all_opened")


def _ends(meeting: Meeting, now: Instant, words: Words) -> str:
    """When the meeting will end if nothing changes, and how that compares with what was announced."""
    end, late = expected_end(meeting, now), lateness(meeting, now)
    if end is None or (late is None and not meeting.plenary.openings):
        return ""
    time = f"{end.astimezone():%H:%M}"
    if late is None or abs(late.minutes) < 1:
        return words("moderate.ends", time=time)
    minutes = words.minutes(abs(late.ms))
    return words("console.ends_late" if late.ms > 0 else "console.ends_early", time=time, minutes=minutes)


def _speaking(meeting: Meeting, words: Words) -> str:
    """Whether somebody has the floor, and how many wait; who it is stands on the floor's page."""
    return words("console.waiting", count=len(meeting.queue)) if meeting.queue else ""
