"""The grid of a new meeting: the kit's, one from a file, or that of another meeting with all that was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from facilitate.cli.frame import Stop
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridAmended, GridProposed, GridSealed, TakenFrom
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.agreement import Seal
from facilitate.domain.meeting.state import Meeting
from facilitate.journal.journal import Journal
from facilitate.language import Words


class Taken(NamedTuple):
    """What brings the grid in, and the people who agreed to it elsewhere: names by their ids there.

    `erased` are those of them whose name is gone for good.
    """

    facts: list[Fact]
    people: Mapping[str, str] = {}
    erased: frozenset[str] = frozenset()


def taken_grid(grid: str | None, from_kit: Grid | None, words: Words) -> Taken:
    """The kit's grid, or the one that was asked for by the path of a file. Raises Stop where it cannot be read."""
    if grid is None:
        return Taken([GridProposed(grid=from_kit)] if from_kit else [])
    path = Path(grid)
    if path.suffix.lower() not in (".yaml", ".yml"):
        return _from_meeting(path)
    from facilitate.kits.faults import Faulty
    from facilitate.kits.grid_file import read_grid

    try:
        return Taken([GridProposed(grid=read_grid(path))])
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None


def meeting_to_take(path: Path) -> Meeting:
    """A meeting from which something is taken over, whole. Raises Stop or JournalError where it cannot be read so."""
    journal = Journal.open(path, read_only=True)
    meeting, damaged = journal.record.meeting, journal.damaged
    journal.close()
    if meeting.read_only or damaged:
        raise Stop("cli.error.newer_there" if meeting.read_only else "cli.error.damaged_there", file=str(path))
    return meeting


def _from_meeting(path: Path) -> Taken:
    meeting = meeting_to_take(path)
    if meeting.grid is None:
        raise Stop("cli.error.no_grid_there", file=str(path))
    seal = meeting.grids.seal
    if seal is None:
        return Taken([GridProposed(grid=meeting.grid, taken_from=meeting.id)])
    signed = [each.person for each in seal.signatures]
    erased = frozenset(each for each in signed if each in meeting.people and meeting.people[each].erased)
    return Taken(list(_with_seal(meeting, seal)), {person: meeting.name(person) for person in signed}, erased)


def _with_seal(meeting: Meeting, seal: Seal) -> Iterator[Fact]:
    """The version that was sealed last, its seal, and what it was amended to since."""
    versions = meeting.grids.versions
    sealed = max(place for place, each in enumerate(versions) if each.fingerprint == seal.fingerprint)
    yield GridProposed(grid=versions[sealed], taken_from=meeting.id)
    here = TakenFrom(meeting=meeting.id, title=meeting.title, sealed=seal.at.wall)
    yield GridSealed(
        fingerprint=seal.fingerprint,
        rule="quorum" if seal.rule == "quorum" else "all",
        quorum=seal.quorum,
        signatures=seal.signatures,
        taken_from=seal.taken_from or here,
    )
    for place in range(sealed, len(versions) - 1):
        before, after, how = versions[place], versions[place + 1], meeting.grids.amendments[place]
        yield GridAmended(grid=after, before=before.fingerprint, mapping=how.mapping, reason=how.reason)
