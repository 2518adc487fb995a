"""What comes after the meeting: observers send their sheets, and the team may agree on a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median_low

from facilitate.domain.events.observing import ConsensusSet, Scored, SheetSent
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Rating
from facilitate.domain.meeting.sheets import Cell, cell_of
from facilitate.domain.scale import Number
from facilitate.kits.rehearsal.act import Act, act
from facilitate.kits.rehearsal.chance import seconds
from facilitate.kits.rehearsal.observing import Room
from facilitate.kits.rehearsal.voices import people


def closing(end: int, seen: Sequence[Act], room: Room) -> Iterator[Act]:
    """Sheets within some minutes of the end; in half of the meetings a consensus on what was seen most differently."""
    stream = room.chance.stream("closing")
    begun = {each.by for each in seen}
    at = end
    for observer in room.cast.observers:
        at += seconds(stream, 40, 200)
        if observer.id in begun:
            yield act(at, observer.id, SheetSent())
    values = _values(seen, room.grid)
    if stream.random() < 0.5 and values:
        (about, indicator, step), given = max(values.items(), key=lambda item: max(item[1]) - min(item[1]))
        consensus = ConsensusSet(
            about=about,
            indicator=indicator,
            step=step,
            value=median_low(given),
            reason=stream.choice(people().reasons.consensus).to(room.language),
        )
        yield act(at + seconds(stream, 240, 600), room.cast.trainer.id, consensus)


def _values(seen: Sequence[Act], grid: Grid) -> dict[Cell, list[Number]]:
    """The ratings of each cell that two observers or more have rated."""
    found: dict[Cell, list[Number]] = {}
    for each in seen:
        fact = each.fact
        if isinstance(fact, Scored) and isinstance(fact.value, int | float):
            indicator = grid.by_id[fact.indicator]
            if isinstance(indicator, Rating):
                found.setdefault(cell_of(indicator, fact.about, fact.step), []).append(fact.value)
    return {cell: values for cell, values in found.items() if len(values) > 1}
