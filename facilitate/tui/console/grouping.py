"""What every page knows of a split room: that a step is done in groups, and that the room follows its last group."""

from __future__ import annotations

from facilitate.analysis.tracks import reached, splits
from facilitate.domain.decisions.authority import may
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.running import StepOpened, TrackClosed
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words


def hint(meeting: Meeting, words: Words) -> str:
    """That the open step is done in groups, until the room was split for it; else nothing."""
    return words("groups.hint") if splits(meeting) else ""


def moving(meeting: Meeting, by: str, track: Track, step: str) -> tuple[StepOpened, ...]:
    """What opens a step where somebody is; when theirs is the last group to come to it, the plenary goes there too."""
    own = StepOpened(step=step, predecessor=_running(track), track=track.id)
    plenary = StepOpened(step=step, predecessor=_running(meeting.plenary))
    follows = track.id != PLENARY and reached(meeting, track.id, step) == step
    return (own, plenary) if follows and may(meeting.people.get(by), by, plenary) else (own,)


def together(meeting: Meeting) -> tuple[StepOpened | TrackClosed, ...]:
    """What brings all groups back; where all had gone on, the plenary stands in the step that they come from."""
    step = reached(meeting)
    opened = (StepOpened(step=step, predecessor=_running(meeting.plenary)),) if step else ()
    return (*opened, *(TrackClosed(track=track.id) for track in meeting.apart))


def _running(track: Track) -> str | None:
    return track.current.step if track.current else None
