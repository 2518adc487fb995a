"""The longest silence in plenary: of everybody, of the participants, and of each group of them.

A silence is a stretch of the plenary clock (`plenary_clock`) in which no turn was on: of anybody; of participants, so
that only moderators spoke, or nobody; of a group. It may reach over a pause, which does not count, and over a change of
step; where people were apart it ends, for there somebody may well have spoken. Turns of nobody known are somebody's,
and a participant's; they are no group's. A turn that was withdrawn or undone breaks no silence.

As with shares, the log must carry it: turns cover 60 % of plenary time, and for a group, of 60 % of what participants
said it is known who said it. What was not noted would else be taken for silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from facilitate.analysis.participation import participants_turns, turns_by, why_groups_not_known
from facilitate.analysis.plenary_clock import Piece, later, pieces
from facilitate.analysis.presence import DIMENSIONS, Dimension, present_by
from facilitate.analysis.turns import plenary_turns, spoken_in, why_not_covered
from facilitate.domain.instants import NO_TIME, Instant, Span, between, total
from facilitate.domain.meeting.parts import Opening, Turn
from facilitate.domain.meeting.state import Meeting

NONE = "voices.why.no_silence"


class Silence(NamedTuple):
    """How long it lasted, when it began by the laptop's clock, and in which step. Where there was none, or where the
    log cannot tell, `why` is the message that says so; a length of 0 is known, no length is not."""

    span: Span | None
    began: datetime | None = None
    step: str | None = None
    why: str | None = None


def longest_silence(meeting: Meeting, now: Instant) -> Silence:
    """The longest stretch in which nobody's turn was on; the first of several that are equally long."""
    why = why_not_covered(meeting, now)
    return Silence(None, why=why) if why else _longest(meeting, plenary_turns(meeting), now)


def longest_without_participants(meeting: Meeting, now: Instant) -> Silence:
    """The longest stretch in which no participant's turn was on: only moderators spoke, or nobody did."""
    why = why_not_covered(meeting, now)
    return Silence(None, why=why) if why else _longest(meeting, participants_turns(meeting), now)


def longest_without(meeting: Meeting, now: Instant) -> Mapping[tuple[Dimension, str], Silence]:
    """For each group that was present or was heard, the longest stretch without a turn that is known to be theirs."""
    found: dict[tuple[Dimension, str], Silence] = {}
    uncovered, turns = why_not_covered(meeting, now), participants_turns(meeting)
    whole = spoken_in(turns, now)
    for dimension in DIMENSIONS:
        own = turns_by(meeting, dimension, turns)
        known = spoken_in((turn for each in own.values() for turn in each), now)
        why = uncovered or why_groups_not_known(known, whole)
        for value in sorted({*present_by(meeting, dimension), *own}):
            silence = Silence(None, why=why) if why else _longest(meeting, own.get(value, ()), now)
            found[dimension, value] = silence
    return found


class _Gap(NamedTuple):
    """From one edge to another on the clock of a run."""

    start: Span
    end: Span


def _longest(meeting: Meeting, turns: Iterable[Turn], now: Instant) -> Silence:
    openings = meeting.plenary.openings
    by_opening: dict[str, list[Turn]] = {}
    for turn in turns:
        opening = _opening_of(turn, openings)
        if opening is not None:
            by_opening.setdefault(opening.event, []).append(turn)
    longest = Silence(NO_TIME, why=NONE)
    for run in _runs(pieces(meeting, now)):
        for gap in _gaps(run, by_opening, now):
            if gap.end.ms - gap.start.ms > (longest.span or NO_TIME).ms:
                longest = _told(run, gap)
    return longest


def _opening_of(turn: Turn, openings: Sequence[Opening]) -> Opening | None:
    """In which opening of its step a turn began."""
    own = [each for each in openings if each.step == turn.step]
    begun = [each for each in own if not later(each.start, turn.start)] or own
    return begun[-1] if begun else None


def _runs(found: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces of which each goes on from the one before."""
    run: list[Piece] = []
    for piece in found:
        if run and not piece.joins:
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _gaps(run: Sequence[Piece], turns: Mapping[str, Sequence[Turn]], now: Instant) -> Iterator[_Gap]:
    """What the turns leave free of a run, whose clock begins at 0."""
    spoken, base = list[tuple[Span, Span]](), 0
    for piece in run:
        for turn in turns.get(piece.opening.event, ()):
            start = between(piece.opening.start, turn.start)
            end = between(piece.opening.start, turn.end or now)
            if start.ms <= piece.ends.ms and end.ms >= piece.begins.ms:
                edges = (min(max(each, piece.begins), piece.ends) for each in (start, end))
                first, last = (Span(base + edge.ms - piece.begins.ms, edge.approximate) for edge in edges)
                spoken.append((first, last))
        base += piece.span.ms
    reached = NO_TIME
    for start, end in sorted(spoken):
        if start.ms > reached.ms:
            yield _Gap(reached, start)
        reached = max(reached, end)
    if base > reached.ms:
        yield _Gap(reached, Span(base))


def _told(run: Sequence[Piece], gap: _Gap) -> Silence:
    """When and in which step a gap began, and its length; approximate where a piece or an edge of it is."""
    base, inside = 0, list[tuple[int, Piece]]()
    for piece in run:
        if base < gap.end.ms and base + piece.span.ms > gap.start.ms:
            inside.append((base, piece))
        base += piece.span.ms
    begins, first = inside[0]
    into = first.begins.ms + gap.start.ms - begins
    approximate = total(piece.span for _, piece in inside).approximate
    length = Span(gap.end.ms - gap.start.ms, approximate or _inexact(gap))
    return Silence(length, first.opening.start.wall + timedelta(milliseconds=into), first.opening.step)


def _inexact(gap: _Gap) -> bool:
    return gap.start.approximate or gap.end.approximate
