"""What is put to the room, and what is kept of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from facilitate.analysis.pairing import Couple
from facilitate.analysis.ranking import Results, Unit, units
from facilitate.analysis.tallies import Tally
from facilitate.domain.events.capturing import Pair, Ranked
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group
from facilitate.tui.ranking.groups import tally_of

MOST_COMPARED = 8
"""Units that a room can compare two by two: 28 comparisons."""


class Candidates(NamedTuple):
    """Units to compare; too many where a room cannot go through them, unless they were begun already."""

    units: tuple[Unit, ...]
    most: int = MOST_COMPARED
    begun: bool = False

    @property
    def too_many(self) -> bool:
        return len(self.units) > self.most and not self.begun


def marked_units(meeting: Meeting, marked: Collection[str]) -> tuple[Unit, ...]:
    """The units that are marked, or of which a need is."""
    return tuple(unit for unit in units(meeting) if {unit.id, *unit.needs} & set(marked))


def candidates(meeting: Meeting, marked: Collection[str], tally: Tally | None, most: int | None) -> Candidates:
    """What to compare: what is marked; else what was begun, with what was added since; else everything."""
    chosen = marked_units(meeting, marked)
    limit = most or MOST_COMPARED
    if chosen:
        return Candidates(chosen, limit, begun=tally is not None and {each.id for each in chosen} <= set(tally.asked))
    if tally is None:
        return Candidates(units(meeting), limit)
    asked, added = set(tally.asked), tally.since.added
    going = tuple(unit for unit in units(meeting) if unit.id in asked or set(unit.needs) <= added)
    return Candidates(going, limit, begun=len(going) == len(asked))


def best_by_dots(found: Results, among: Sequence[Unit], most: int) -> tuple[Unit, ...]:
    """The first ones by dots, as many as fit without parting a tie; nothing where nobody placed dots."""
    places = found.dots.places if found.dots else {}
    known = sorted((unit for unit in among if unit.id in places), key=lambda unit: places[unit.id])
    while len(known) > most:
        last = places[known[-1].id]
        known = [unit for unit in known if places[unit.id] < last]
    return tuple(unit for unit in among if unit in known)


def dots_kept(meeting: Meeting, group: Group | None, counts: Mapping[str, int]) -> tuple[Ranked, int]:
    """One count of dots, and how many dots lie on what was withdrawn while they were counted."""
    standing = [unit.id for unit in units(meeting)]
    known = {each: counts[each] for each in standing if each in counts}
    gone = sum(counts.values()) - sum(known.values())
    return Ranked(method="dots", needs=tuple(known), group=group, counts=known), gone


def pairs_kept(
    meeting: Meeting, group: Group | None, asked: Sequence[str], couple: Couple, pair: Pair | None
) -> Ranked:
    """What the group decided until now, with this comparison decided so, or open again.

    It is built on what stands at this moment, so that nothing is lost that was decided on another laptop.
    """
    tally = tally_of(meeting, "pair", group)
    standing = [unit.id for unit in units(meeting)]
    kept = {each: found for each, found in (tally.pairs if tally else {}).items() if each != couple}
    if pair is not None:
        kept[couple] = pair
    wanted = {*asked, *(tally.asked if tally else ())}
    needs = tuple(each for each in standing if each in wanted)
    pairs = tuple(found for each, found in kept.items() if each <= set(needs))
    return Ranked(method="pair", needs=needs, group=group, pairs=pairs)


def begun_again(group: Group | None, asked: Sequence[str]) -> Ranked:
    """Nothing is decided; undo brings the comparisons back."""
    return Ranked(method="pair", needs=tuple(asked), group=group)
