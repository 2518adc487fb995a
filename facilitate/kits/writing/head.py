"""The comment at the head of a file: what it is, how much of it, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import wrap

from facilitate.domain.agenda import Agenda
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Wording, harmless
from facilitate.kits.writing.scalars import safe
from facilitate.kits.writing.tree import WIDTH
from facilitate.language import Words


@dataclass(frozen=True)
class Origin:
    """The meeting whose grid or agenda it is: when its grid was sealed, and by how many people; when it was amended."""

    title: Wording
    day: date | None = None
    sealed: tuple[datetime, int] | None = None
    amended: datetime | None = None


def origin_of(meeting: Meeting) -> Origin:
    """What the head says of a meeting. A seal counts for the grid that it was put on, and for no other."""
    grids, day = meeting.grids, meeting.start.date() if meeting.start else None
    if grids.seal and grids.standing == "agreed":
        signed = len({each.person for each in grids.seal.signatures})
        return Origin(meeting.title, day, sealed=(grids.seal.at.wall, signed))
    if grids.amendments and grids.standing == "amended":
        return Origin(meeting.title, day, amended=grids.amendments[-1].at.wall)
    return Origin(meeting.title, day)


def grid_head(grid: Grid, words: Words, origin: Origin | None) -> list[str]:
    """Title, size and seal of a grid."""
    size = (
        words("writing.sections", count=len(grid.sections)),
        words("writing.indicators", count=sum(1 for _ in grid.indicators())),
        words("writing.fingerprint", fingerprint=grid.short_fingerprint),
    )
    return _commented([words("writing.grid", title=grid.title), words.listed(size), *_from(origin, words, seal=True)])


def agenda_head(agenda: Agenda, words: Words, origin: Origin | None) -> list[str]:
    """Title and length of an agenda."""
    whole, least = (words.minutes(each * 60_000) for each in (agenda.total_minutes, agenda.floor_minutes))
    size = (words("writing.steps", count=len(agenda.steps)), whole, words("writing.least", minutes=least))
    told = [words("writing.agenda", title=agenda.title), words.listed(size), *_from(origin, words, seal=False)]
    return _commented(told)


def _from(origin: Origin | None, words: Words, *, seal: bool) -> list[str]:
    if origin is None:
        return [words("writing.check")]
    told = [
        words("writing.from_meeting_of", title=origin.title, day=origin.day)
        if origin.day
        else words("writing.from_meeting", title=origin.title)
    ]
    if seal and origin.sealed:
        when, people = origin.sealed
        told.append(words("writing.sealed", count=people, moment=when))
    elif seal and origin.amended:
        told.append(words("writing.amended", moment=origin.amended))
    elif seal:
        told.append(words("writing.not_sealed"))
    return [*told, words("writing.check")]


def _commented(sentences: Iterable[str]) -> list[str]:
    """Comment lines; characters that no file may hold are left out of them."""
    found: list[str] = []
    for sentence in sentences:
        plain = "".join(each for each in harmless(sentence) if safe(each))
        found += [f"# {line}" for line in wrap(plain, WIDTH - 2, break_on_hyphens=False)]
    return found
