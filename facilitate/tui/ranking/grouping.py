"""What putting needs together means for the meeting: which theme, and which needs are in it afterwards."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from facilitate.analysis.ranking import Unit, units
from facilitate.domain.events.capturing import NeedsGrouped
from facilitate.domain.meeting.grouping import grouped
from facilitate.domain.meeting.state import Meeting


class Join(NamedTuple):
    """Needs to put together: into a theme that exists, or into a new one under a title that is proposed."""

    needs: tuple[str, ...]
    title: str
    theme: str | None = None


def theme_of(meeting: Meeting, key: str) -> Unit | None:
    """The theme that an entry is, or is in."""
    return next((unit for unit in units(meeting) if unit.theme and key in (unit.id, *unit.needs)), None)


def joined(meeting: Meeting, marked: Collection[str]) -> Join | None:
    """What the marked ones make together; nothing where they are one need, or one theme, already.

    A theme among them, or one that a marked need is in, takes in the others. Needs that are all in the same theme
    leave it for a new one.
    """
    found = units(meeting)
    homes = grouped(meeting)
    whole = [unit for unit in found if unit.theme and unit.id in marked]
    needs = [need for need in homes if need in marked or any(need in unit.needs for unit in whole)]
    touched = [unit for unit in found if unit.theme and set(unit.needs) & set(needs)]
    if len(needs) < 2 or any(set(unit.needs) == set(needs) for unit in touched):
        return None
    if not touched or (len(touched) == 1 and set(needs) < set(touched[0].needs)):
        return Join(tuple(needs), " ".join(meeting.captures[needs[0]].text.split()))
    into = (whole or touched)[0]
    return Join(tuple(dict.fromkeys((*into.needs, *needs))), into.label, into.id)


def taken_out(meeting: Meeting, key: str) -> NeedsGrouped | None:
    """A need leaves its theme, a theme is dissolved; nothing where there is no theme."""
    unit = theme_of(meeting, key)
    if unit is None:
        return None
    rest = () if key == unit.id else tuple(need for need in unit.needs if need != key)
    return NeedsGrouped(theme=unit.id, title=unit.label, needs=rest)


def renamed(unit: Unit, title: str) -> NeedsGrouped:
    """The same needs under another title."""
    return NeedsGrouped(theme=unit.id, title=title, needs=unit.needs)
