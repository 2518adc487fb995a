"""What an indicator of one version of the grid is called in another: what goes on, and what does not.

An indicator goes on where it is *same* or *renamed*: the same question on the same scale. What was split, merged or
dropped does not, since nobody has answered what is asked now; an observer is asked anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from facilitate.domain.events.agreeing import Mapped
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.agreement import GridHistory

GOES_ON = ("same", "renamed")

SHAPES: Mapping[str, Callable[[int, int], bool]] = {
    "same": lambda old, new: (old, new) == (1, 1),
    "renamed": lambda old, new: (old, new) == (1, 1),
    "split": lambda old, new: old == 1 and new > 1,
    "merged": lambda old, new: old > 1 and new == 1,
    "dropped": lambda old, new: old > 0 and new == 0,
    "new": lambda old, new: old == 0 and new > 0,
}
"""How many indicators stand on each side of a row of a mapping."""


def whole(before: Grid, after: Grid, mapping: Iterable[Mapped]) -> bool:
    """Whether every indicator of both versions stands in the mapping once, and nothing else does: no score is lost."""
    rows = tuple(mapping)
    if not all(SHAPES[row.how](len(row.old), len(row.new)) for row in rows):
        return False
    olds, news = (Counter(code for row in rows for code in getattr(row, side)) for side in ("old", "new"))
    return olds == Counter([*before.by_id]) and news == Counter([*after.by_id])


def onward(mapping: Iterable[Mapped]) -> Mapping[str, str]:
    """For each code of the earlier version that goes on, its code in the next one."""
    return {row.old[0]: row.new[0] for row in mapping if row.how in GOES_ON}


def back(mapping: Iterable[Mapped]) -> Mapping[str, str]:
    """For each code of the next version that goes on from the earlier one, its code there."""
    return {new: old for old, new in onward(mapping).items()}


def furthest(history: GridHistory, version: int, code: str) -> tuple[int, str]:
    """How far an indicator of a version goes on: the last version that it reaches, and its code there."""
    for amendment in history.amendments[version:]:
        following = onward(amendment.mapping).get(code)
        if following is None:
            break
        version, code = version + 1, following
    return version, code


def carried(history: GridHistory, version: int, code: str) -> str | None:
    """The code in force of an indicator of that version; nothing where it does not go on."""
    reached, now = furthest(history, version, code)
    return now if reached == len(history.amendments) else None


def given_as(history: GridHistory, version: int, code: str, now: int | None = None) -> str | None:
    """The code that an indicator of version `now`, else of the one in force, had in an earlier version; nothing where
    it was not asked then."""
    for amendment in reversed(history.amendments[version:now]):
        earlier = back(amendment.mapping).get(code)
        if earlier is None:
            return None
        code = earlier
    return code


def known_last(history: GridHistory, code: str) -> int | None:
    """The last version that has an indicator of that code; nothing where none ever had."""
    found = (place for place, grid in enumerate(history.versions) if code in grid.by_id)
    return max(found, default=None)
