"""What every page says above its body: the step, how long still, who leads, and when the meeting will end."""

from __future__ import annotations

from typing import NamedTuple

from facilitate.analysis.hall import full_minute
from facilitate.analysis.retiming import lateness, propose
from facilitate.analysis.timing import MINUTE_MS, expected_end, step_clock
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.console.grouping import hint

HINT_MINUTES = 5
"""From so much lateness on the heading names the key that brings the meeting back."""


class Said(NamedTuple):
    """Two lines, and how urgent the time is: ``""``, ``soon`` or ``over``."""

    first: str
    second: str
    urgency: str = ""


def heading(
    meeting: Meeting, track: Track, now: Instant, words: Words, clock_is_drawn: bool = False, retime_key: str = ""
) -> Said:
    """The two lines; the time is left out where the page draws the clock itself.

    The second begins with the end, so that a narrow screen cuts what matters less. `retime_key` is the key that this
    person has for re-timing, if any.
    """
    if meeting.closed:
        return Said(words("moderate.closed"), words("console.closed_hint"))
    current = track.current
    step = meeting.agenda.step(current.step) if meeting.agenda and current else None
    if step is None:
        return Said(_between(meeting, words), _ends(meeting, now, words, retime_key))
    clock = step_clock(meeting, now, track.id)
    time, urgency = "", ""
    if clock is not None and not clock_is_drawn:
        over = clock.remaining_ms < 0
        urgency = "over" if over else "soon" if clock.remaining_ms < clock.warning_ms else ""
        shown = words.clock(-(clock.remaining_ms // 1000) * 1000 if over else clock.remaining_ms)
        time = words("console.over" if over else "console.left", time=f"+{shown}" if over else shown)
        time = words("console.paused", time=time) if clock.paused else time
    group = words("console.with_group", title=track.title) if track.id != PLENARY else ""
    leader = meeting.chair if track.id == PLENARY else track.moderator
    chair = _leads(meeting, leader, step.id, words)
    title = step.title.to(words.language)
    named = (group, step.id, time, title) if time else (group, f"{step.id}  {title}")
    first = " · ".join(each for each in named if each)
    second = (_ends(meeting, now, words, retime_key), hint(meeting, words), chair, _speaking(meeting, words))
    return Said(first, " · ".join(each for each in second if each), urgency)


def _leads(meeting: Meeting, leader: str | None, step: str, words: Words) -> str:
    """Who leads, and who was to moderate the step, where that is somebody else."""
    planned, name = meeting.moderator_of(step), meeting.name(leader)
    if planned is None or planned.id == leader or not planned.name:
        return words("moderate.chair", name=name) if name else ""
    if not name:
        return words("prepare.planned", name=planned.name)
    return words("prepare.leads_planned", name=name, planned=planned.name)


def _between(meeting: Meeting, words: Words) -> str:
    if not meeting.next_step():
        return words("moderate.all_opened")
    if meeting.plenary.openings:
        return words("moderate.between")
    to_agree = meeting.grid is not None and meeting.grids.standing == "not_agreed"
    return words("moderate.not_begun_grid" if to_agree else "moderate.not_begun")


def _ends(meeting: Meeting, now: Instant, words: Words, retime_key: str) -> str:
    """When the meeting will end if nothing changes, and how that compares with what was announced."""
    end, late = expected_end(meeting, now), lateness(meeting, now)
    if end is None or (late is None and not meeting.plenary.openings):
        return ""
    time = f"{full_minute(end):%H:%M}"
    minutes = -(-late.ms // MINUTE_MS) if late else 0  # as the hours that are shown differ
    if late is None or abs(late.minutes) < 1:
        return words("console.ends", time=time)
    ends = words("console.ends_late" if minutes > 0 else "console.ends_early", time=time, minutes=abs(minutes))
    if retime_key and late.minutes >= HINT_MINUTES and propose(meeting, now).can_win:
        ends = words("console.ends_hint", ends=ends, key=retime_key)
    return f"≈ {ends}" if late.approximate else ends


def _speaking(meeting: Meeting, words: Words) -> str:
    """Whether somebody has the floor, and how many wait; who it is stands on the floor's page."""
    return words("console.waiting", count=len(meeting.queue)) if meeting.queue else ""
