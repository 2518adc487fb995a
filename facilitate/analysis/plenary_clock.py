"""The plenary clock: the pieces of time that everybody spends together in steps that count.

It stands still in a pause and between two steps, and goes on where it stood. It also stands still while people are
apart (a split room, a step in pairs or in small groups, a step before the start), but then it begins anew: what was
said there is not in the log of the plenary, so nothing may be reckoned across it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Instant, Span, between
from facilitate.domain.meeting.parts import Opening
from facilitate.domain.meeting.state import Meeting


class Piece(NamedTuple):
    """The clock ran from `begins` to `ends`, both since the opening's start; `joins` where it goes on from the piece
    before."""

    opening: Opening
    begins: Span
    ends: Span
    joins: bool

    @property
    def span(self) -> Span:
        """How long it ran."""
        return self.ends.minus(self.begins)


def pieces(meeting: Meeting, now: Instant) -> tuple[Piece, ...]:
    """Every piece of plenary time until now, in order."""
    steps = meeting.agenda.steps if meeting.agenda else ()
    together = {step.id for step in steps if step.counted and step.groups == "plenary"}
    apart = tuple(each for track in meeting.tracks.values() if track.id != PLENARY for each in track.openings)
    found: list[Piece] = []
    joins = False
    openings = meeting.plenary.openings
    for before, opening in pairwise((None, *openings)):
        assert opening is not None
        if before is not None and before.end is not None:
            joins = joins and not any(_reaches(each, before.end, opening.start) for each in apart)
        joins = opening.step in together and _add(found, opening, apart, now, joins)
    return tuple(found)


def later(one: Instant, other: Instant) -> bool:
    """Whether the first is later: by uptime within one boot, else by what the clocks said."""
    if one.boot and one.boot == other.boot:
        return one.uptime > other.uptime
    return one.wall > other.wall


def _reaches(group: Opening, start: Instant, end: Instant) -> bool:
    """Whether a group was at work at some time between these."""
    return later(end, group.start) and (group.end is None or later(group.end, start))


def _add(found: list[Piece], opening: Opening, apart: Iterable[Opening], now: Instant, joins: bool) -> bool:
    """Add the pieces of one opening; whether what follows joins the last of them."""
    end = opening.end or now
    length, reached = between(opening.start, end), Span(0)
    for start, stop, split in sorted(_breaks(opening, apart, end)):
        if start.ms >= length.ms or not stop.ms:
            continue
        if start.ms > reached.ms:
            found.append(Piece(opening, reached, start, joins))
            joins = True
        reached = min(max(reached, stop), length)
        joins = joins and not split
    if length.ms > reached.ms:
        found.append(Piece(opening, reached, length, joins))
        joins = True
    return joins


def _breaks(opening: Opening, apart: Iterable[Opening], end: Instant) -> Iterator[tuple[Span, Span, bool]]:
    """When the clock stood still, since the opening's start; and whether people were apart then."""
    for pause in opening.pauses:
        yield between(opening.start, pause.start), between(opening.start, pause.end or end), False
    for group in apart:
        yield between(opening.start, group.start), between(opening.start, group.end or end), True
