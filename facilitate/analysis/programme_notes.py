"""What must be known to read a comparison rightly: what is compared, who is the same person, what is small."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from facilitate.analysis.profiles import FEW_MEETINGS, FEW_OBSERVERS
from facilitate.analysis.programme import Programme
from facilitate.domain.grid import short_fingerprint


class Note(NamedTuple):
    """A sentence: its message id, the number that chooses its plural, and its values."""

    message: str
    number: int | None = None
    values: Mapping[str, Any] = {}


def notes(programme: Programme) -> list[Note]:
    """What stands above every comparison, the most important first."""
    found = [_compared(programme), *_mapped(programme)]
    if programme.apart:
        found.append(Note("compare.note.apart", len(programme.apart)))
    unsent = sum(each.figures.observers - each.figures.sent for each in programme.held)
    if unsent > 0:
        found.append(Note("compare.note.unsent", unsent))
    if programme.rehearsals_left_out:
        found.append(Note("compare.note.rehearsals", programme.rehearsals_left_out))
    found.append(Note("compare.note.person"))
    found.append(Note("compare.note.small", None, {"observers": FEW_OBSERVERS, "meetings": FEW_MEETINGS}))
    return found


def _mapped(programme: Programme) -> list[Note]:
    """Through which mapping other versions are compared, and in which meetings' files it stands."""
    common = programme.common
    if common is None or not common.through:
        return []
    titles = {each.meeting.id: each.meeting.title for each in programme.held}
    found = []
    for fingerprint, way in common.through.items():
        number = sum(
            each.meeting.grid is not None and each.meeting.grid.fingerprint == fingerprint
            for each in programme.compared
        )
        pairs = tuple(f"{other} → {one}" for one, other in way.renamed if one in common.codes)
        values: dict[str, Any] = {
            "fingerprint": short_fingerprint(fingerprint),
            "lead": common.grid.short_fingerprint,
            "file": titles[way.meetings[0]],
            "pairs": pairs,
        }
        found.append(Note("compare.note.mapped" if pairs else "compare.note.mapped_same", number, values))
    return found


def _compared(programme: Programme) -> Note:
    """On which grid the scores that stand side by side were given, and what another version of it left out."""
    common = programme.common
    if common is None:
        return Note("compare.note.no_grid")
    number, grid = len(programme.compared), common.grid
    values: dict[str, Any] = {"title": grid.title, "fingerprint": grid.short_fingerprint}
    if len(common.fingerprints) == 1:
        return Note("compare.note.same", number, values)
    counts = {"versions": len(common.fingerprints), "same": len(common.codes), "total": len(grid.by_id)}
    return Note("compare.note.versions", number, {**values, **counts, "left_out": common.left_out})
