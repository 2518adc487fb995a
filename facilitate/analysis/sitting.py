"""How long the group has been sitting, and which energiser would do it good now.

People have moved when an energiser was done, when a step with an energiser or in groups began or ended, when a group of
a split room went or came back, and when the clock stood still long enough to stretch one's legs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from facilitate.analysis.timing import MINUTE_MS, first_opening
from facilitate.domain.agenda import Energiser, Step
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import NO_TIME, Instant, Span, between
from facilitate.domain.meeting.parts import Opening, Track
from facilitate.domain.meeting.state import Meeting

LONG = 45
"""Minutes after which people have been sitting for long."""

STRETCH_MS = 3 * MINUTE_MS
"""A pause of this length moves people."""

AFTER_LONG_SITTING, BACK_TO_PLENARY, BEFORE_VOTE, OPENING = (
    "after_long_sitting",
    "back_to_plenary",
    "before_vote",
    "opening",
)
"""What an energiser can be good for besides an audience, what presses most first."""


def sitting(meeting: Meeting, now: Instant) -> Span:
    """How long it is since something last moved people, or since the real start; no time before it and after the
    end."""
    start = first_opening(meeting)
    if start is None or meeting.closed is not None:
        return NO_TIME
    return min((between(at, now) for at in (start.start, *_moves(meeting, now))), key=lambda span: span.ms)


def sat_long(meeting: Meeting, now: Instant) -> bool:
    """Whether people have been sitting for long."""
    return sitting(meeting, now).ms >= LONG * MINUTE_MS


def _moves(meeting: Meeting, now: Instant) -> Iterator[Instant]:
    """Every moment at which people moved, in no order."""
    yield from (done.at for done in meeting.energisers)
    for track in meeting.tracks.values():
        for opening in track.openings:
            if track.id != PLENARY or _moves_people(meeting, opening.step):
                yield from (instant for instant in (opening.start, opening.end) if instant is not None)
    yield from _rests(meeting.plenary, now)


def _moves_people(meeting: Meeting, code: str) -> bool:
    step = meeting.agenda.step(code) if meeting.agenda else None
    return step is not None and (step.energiser is not None or step.groups != "plenary")


def _rests(track: Track, now: Instant) -> Iterator[Instant]:
    """The ends of long pauses, and of as long a time in which no step was open; now, while one goes on."""
    still = [(pause.start, pause.end or each.end or now) for each in track.openings for pause in each.pauses]
    still += [(one.end, other.start) for one, other in pairwise(track.openings) if one.end is not None]
    last = track.openings[-1].end if track.openings else None
    still += [(last, now)] if last is not None else []
    yield from (end for start, end in still if between(start, end).ms >= STRETCH_MS)


class Situation(NamedTuple):
    """What speaks for one energiser rather than another: tags of `good_for` that fit now, what presses most first; the
    audience; the energisers that were done already; and `own`, the one that belongs to the open step."""

    tags: tuple[str, ...] = ()
    audience: str | None = None
    done: frozenset[str] = frozenset()
    own: str | None = None


def situation(meeting: Meeting, now: Instant) -> Situation:
    """What the meeting is like at this moment, for choosing an energiser."""
    following, current = meeting.next_step(), _standing_at(meeting)
    fits = {
        AFTER_LONG_SITTING: sat_long(meeting, now),
        BACK_TO_PLENARY: _came_back(meeting, current),
        BEFORE_VOTE: following is not None and "vote" in following.records,
        OPENING: current is None or current.phase in ("before", "opening"),
    }
    return Situation(
        tags=tuple(tag for tag, fit in fits.items() if fit),
        audience=meeting.agenda.audience if meeting.agenda else None,
        done=frozenset(each.energiser for each in meeting.energisers),
        own=current.energiser if current and meeting.current else None,
    )


def _standing_at(meeting: Meeting) -> Step | None:
    """The step that is open in plenary, or was open last."""
    openings = meeting.plenary.openings
    return meeting.agenda.step(openings[-1].step) if meeting.agenda and openings else None


def _came_back(meeting: Meeting, current: Step | None) -> bool:
    """Whether people are together again after work in groups: the groups of this step are back, or this step is for all
    and the one before it was not."""
    if meeting.agenda is None or current is None or meeting.apart:
        return False
    if current.groups != "plenary":
        groups = (track for track in meeting.tracks.values() if track.id != PLENARY)
        return any(opening.step == current.id for track in groups for opening in track.openings)
    before = _before(meeting.plenary.openings, current.id)
    found = meeting.agenda.step(before.step) if before else None
    return found is not None and found.groups != "plenary"


def _before(openings: tuple[Opening, ...], step: str) -> Opening | None:
    """What was open before the step that was open last."""
    return next((each for each in reversed(openings) if each.step != step), None)


class Suggestion(NamedTuple):
    """An energiser and why it would do good now, as a message id; nothing speaks for it where there is none."""

    energiser: Energiser
    why: str = ""
    done: bool = False


def suggested(energisers: Iterable[Energiser], now: Situation) -> tuple[Suggestion, ...]:
    """Every energiser, what fits best first: that of the open step, what fits the moment, what fits the audience; those
    that were done already come last. Where all fit alike the order of the agenda stays."""
    found = (Suggestion(each, _why(each, now), each.id in now.done - {now.own}) for each in energisers)
    return tuple(sorted(found, key=lambda each: (each.done, each.energiser.id != now.own, *_fit(each.energiser, now))))


def _fit(energiser: Energiser, now: Situation) -> tuple[int, bool]:
    """Sorts by how pressing the first tag is that fits, then by the audience."""
    place = next((n for n, tag in enumerate(now.tags) if tag in energiser.good_for), len(now.tags))
    return place, now.audience not in energiser.good_for


def _why(energiser: Energiser, now: Situation) -> str:
    if energiser.id == now.own:
        return "energise.why.own"
    if energiser.id in now.done:
        return "energise.why.done"
    tag = next((tag for tag in now.tags if tag in energiser.good_for), None)
    if tag is not None:
        return f"energise.why.{tag}"
    return "energise.why.audience" if now.audience in energiser.good_for else ""
