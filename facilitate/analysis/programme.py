"""Several meetings side by side: what each brought, and how each moderator and each meeting was scored.

Only scores on what is comparable stand beside each other (`comparable`); a meeting on another grid is listed with
everything else. A moderator is the same person in two meetings where name and centre are the same; nothing else in a
meeting's file says so. Somebody whose name was erased, or never given, is one person in each meeting.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.comparable import Comparable, comparable, only
from facilitate.analysis.linking import Links
from facilitate.analysis.presence import present
from facilitate.analysis.profiles import MEETING_ITSELF, Moderator, Profile
from facilitate.analysis.scores import scores
from facilitate.analysis.timing import step_times
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.instants import Instant, total
from facilitate.domain.meeting.carrying import carried_on
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced

Apart: TypeAlias = Literal["no_grid", "other_grid"]

Told: TypeAlias = tuple[Meeting, Instant]
"""A meeting as its reader may see it, and the moment at which it is told."""


class Figures(NamedTuple):
    """A meeting in numbers; `people` is nothing where nobody was counted, `minutes_used` where no step was opened, as
    in a meeting that was held on paper. Minutes are those of the steps that count."""

    people: int | None
    minutes_planned: float
    minutes_used: float | None
    needs: int
    decisions: int
    actions: int
    sent: int
    observers: int


class Held(NamedTuple):
    """A meeting that took place. `apart` says why its scores stand beside no others; nothing where they do."""

    meeting: Meeting
    now: Instant
    moment: datetime | None
    figures: Figures
    apart: Apart | None = None


class Programme(NamedTuple):
    """Meetings in the order in which they took place, what is comparable, and the profiles of those that are."""

    held: tuple[Held, ...]
    common: Comparable | None
    profiles: tuple[Profile, ...]
    rehearsals_left_out: int

    @property
    def compared(self) -> tuple[Held, ...]:
        """The meetings whose scores stand side by side."""
        return tuple(each for each in self.held if each.apart is None)

    @property
    def apart(self) -> tuple[Held, ...]:
        """The meetings on other grids, or on none."""
        return tuple(each for each in self.held if each.apart is not None)

    @property
    def moderators(self) -> tuple[Moderator, ...]:
        """Each once, by centre and name; those without a name last."""
        every = dict.fromkeys(each.who for each in self.profiles if each.who is not MEETING_ITSELF)
        return tuple(sorted(every, key=lambda who: (who.name is None, who.centre, _folded(who.name or ""))))


def programme(told: Iterable[Told], *, rehearsals: bool = False) -> Programme:
    """Put meetings side by side; rehearsals only where asked for. The order in which they come does not matter."""
    every = list(told)
    kept = [each for each in every if rehearsals or not each[0].rehearsal]
    kept.sort(key=lambda each: (_moment(each[0]) or datetime.max, each[0].id))
    scored = [meeting.grid for meeting, _ in kept if _sent(meeting)]
    common = comparable([meeting.grid for meeting, _ in kept], Links(meeting for meeting, _ in kept), scored)
    held = tuple(_held(meeting, now, common) for meeting, now in kept)
    profiles = tuple(profile for each in held if common and not each.apart for profile in _profiles(each, common))
    return Programme(held, common, profiles, len(every) - len(kept))


def _moment(meeting: Meeting) -> datetime | None:
    """When it was announced for, else when its file was made, as the clock on the wall of the hall shows it."""
    moment = meeting.start or (meeting.created.wall if meeting.created else None)
    return moment.replace(tzinfo=None) if moment else None


def _held(meeting: Meeting, now: Instant, common: Comparable | None) -> Held:
    apart: Apart | None = None
    if meeting.grid is None:
        apart = "no_grid"
    elif common is None or meeting.grid.fingerprint not in common.fingerprints:
        apart = "other_grid"
    return Held(meeting, now, _moment(meeting), _figures(meeting, now), apart)


def _figures(meeting: Meeting, now: Instant) -> Figures:
    steps = [each for each in step_times(meeting, now) if each.counted]
    return Figures(
        people=present(meeting),
        minutes_planned=sum(each.planned for each in steps),
        minutes_used=round(total(each.spent for each in steps).minutes, 2) if meeting.plenary.openings else None,
        needs=len(meeting.captured(CaptureKind.NEED)),
        decisions=len(meeting.captured(CaptureKind.DECISION)),
        actions=len(meeting.captured(CaptureKind.ACTION)),
        sent=_sent(meeting),
        observers=len(meeting.observers),
    )


def _sent(meeting: Meeting) -> int:
    """How many observers have sent."""
    return sum(meeting.sheet(each.id).sent is not None for each in meeting.observers)


def _profiles(held: Held, common: Comparable) -> Iterable[Profile]:
    meeting = held.meeting
    if meeting.grid is None:
        return
    meeting = on_shared(meeting, meeting.grid, common)
    people = _moderators(held.meeting)
    for place, subject in enumerate(scores(meeting, held.now).subjects):
        who = people.get(subject.about, Moderator(meeting.centre, None, f"{meeting.id}/{place}"))
        yield Profile(
            held.meeting.id, MEETING_ITSELF if subject.about == MEETING else who, subject.sections, subject.overall
        )


def on_shared(meeting: Meeting, grid: Grid, common: Comparable) -> Meeting:
    """A meeting with nothing but what is compared, under the codes and by the rules of the leading grid."""
    way = common.through.get(grid.fingerprint)
    shared = common.shared if way else only(grid, common.codes)
    if shared is grid:
        return meeting
    versions = (*meeting.grids.versions[:-1], shared)
    found = replaced(meeting, grids=replaced(meeting.grids, versions=versions))
    return carried_on(found, len(versions) - 1, {own: code for code, own in way.codes.items()}) if way else found


def _moderators(meeting: Meeting) -> dict[str, Moderator]:
    """Who a meeting's people are in all meetings; two of one name in one meeting are not told apart in others, so each
    stays with the meeting."""
    same = Counter(_folded(each.name) for each in meeting.people.values())
    found = {}
    for place, (person, each) in enumerate(meeting.people.items()):
        name = None if each.erased or not each.name.strip() else " ".join(each.name.split())
        alone = name is None or same[_folded(name)] > 1
        found[person] = Moderator(meeting.centre, name, f"{meeting.id}/{place}" if alone else _folded(name or ""))
    return found


def _folded(name: str) -> str:
    """A name as it is compared: whatever its case, its spaces and how its letters are composed."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def audience(held: Held) -> str:
    """For whom a meeting was: its audience, such as ``youth``; where nothing says so, its kit."""
    return held.meeting.audience or held.meeting.kit


def centre(held: Held) -> str:
    """The centre that held a meeting."""
    return held.meeting.centre
