"""The room apart: each group with its clock and its needs, who is with none, and when the whole room has moved on."""

from __future__ import annotations

from typing import NamedTuple

from facilitate.analysis.presence import MODERATING
from facilitate.analysis.timing import StepClock, step_clock
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Capture, Track
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Person, Role


class GroupNow(NamedTuple):
    """A group that is apart, with its clock (nothing where it has no step open) and how many needs it has."""

    track: Track
    clock: StepClock | None
    needs: int


def groups_now(meeting: Meeting, now: Instant) -> tuple[GroupNow, ...]:
    """The groups that are apart, in the order in which they were opened."""
    return tuple(
        GroupNow(track, step_clock(meeting, now, track.id), len(needs_of(meeting, track.id))) for track in meeting.apart
    )


def needs_of(meeting: Meeting, track: str) -> tuple[Capture, ...]:
    """The needs that were said in a group and stand."""
    return tuple(each for each in meeting.captured(CaptureKind.NEED) if each.track == track)


def with_no_group(meeting: Meeting) -> tuple[Person, ...]:
    """Moderators, co-moderators and observers whom no group has: nobody may stand about unasked."""
    busy = {person for track in meeting.apart for person in (track.moderator, *track.observers)}
    wanted = meeting.people_with(*MODERATING, Role.OBSERVER)
    return tuple(person for person in wanted if person.id not in busy and not person.left)


def splits(meeting: Meeting) -> bool:
    """Whether the step that is open in plenary is done in groups, and has not been split yet."""
    step = meeting.agenda.step(meeting.current.step) if meeting.agenda and meeting.current else None
    if step is None or not step.apart or meeting.apart or meeting.closed:
        return False
    return not any(opening.step == step.id for track in _groups(meeting) for opening in track.openings)


def reached(meeting: Meeting, track: str = "", step: str = "") -> str | None:
    """The step that every group has come to, where it comes after the one that is open in plenary: there the plenary
    goes too. With `track` and `step`, as it will be when that group has opened that step."""
    if meeting.agenda is None or meeting.current is None:
        return None
    places = {each.id: place for place, each in enumerate(meeting.agenda.steps)}
    stand = [step if each.id == track else each.current.step if each.current else "" for each in meeting.apart]
    least = min((places.get(each, -1) for each in stand), default=-1)
    if least <= places.get(meeting.current.step, least) or not meeting.agenda.steps[least].apart:
        return None
    return meeting.agenda.steps[least].id


def _groups(meeting: Meeting) -> tuple[Track, ...]:
    """Every group that was ever apart."""
    return tuple(track for track in meeting.tracks.values() if track.id != meeting.plenary.id)
