"""What became of each indicator in an amended grid: proposed from the edits, each row changeable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from facilitate.domain.decisions.checks_amending import same_measure
from facilitate.domain.events.agreeing import Mapped
from facilitate.domain.grid import Grid

Rows = tuple[Mapped, ...]


def proposed_mapping(before: Grid, after: Grid, renamed: Mapping[str, str]) -> Rows:
    """A row for each indicator of both grids; `renamed` gives the codes that indicators of the first have now."""
    found, taken = list[Mapped](), set[str]()
    for old in before.by_id:
        new = renamed.get(old)
        if new in after.by_id and new is not None:
            how = _how(before, old, after, new)
            if how is not None:
                found.append(Mapped(how=how, old=(old,), new=(new,)))
                taken.add(new)
                continue
        found.append(Mapped(how="dropped", old=(old,)))
    found += [Mapped(how="new", new=(code,)) for code in after.by_id if code not in taken]
    return tuple(found)


def _how(before: Grid, old: str, after: Grid, new: str) -> Literal["same", "renamed"] | None:
    one, other = before.by_id[old], after.by_id[new]
    if one == other and before.scale_of(one) == after.scale_of(other):
        return "same"
    return "renamed" if same_measure(before, one, after, other) else None


def alternatives(rows: Rows, place: int, before: Grid, after: Grid) -> tuple[tuple[Mapped, Rows], ...]:
    """What else could be said of a row: the row as it would then read, and all rows with it."""
    return tuple(_alternatives(rows, place, before, after))


def _alternatives(rows: Rows, place: int, before: Grid, after: Grid) -> Iterator[tuple[Mapped, Rows]]:
    row = rows[place]
    rest = tuple(each for number, each in enumerate(rows) if number != place)
    if row.old and row.new:
        apart = (*(_dropped(each) for each in row.old), *(_new(each) for each in row.new))
        yield apart[0], _sorted((*rest, *apart), before, after)
    elif row.old:
        yield from _of_dropped(row, rest, before, after)
    else:
        yield from _of_new(row, rest, before, after)


def _of_dropped(row: Mapped, rest: Rows, before: Grid, after: Grid) -> Iterator[tuple[Mapped, Rows]]:
    """It was renamed to a new one, or became part of another that goes on."""
    for other in rest:
        left = tuple(each for each in rest if each is not other)
        if other.how == "new" and _how(before, row.old[0], after, other.new[0]):
            how = _how(before, row.old[0], after, other.new[0]) or "renamed"
            became = Mapped(how=how, old=row.old, new=other.new)
            yield became, _sorted((*left, became), before, after)
        if other.old and len(other.new) == 1:
            joined = Mapped(how="merged", old=_in_order((*other.old, *row.old), before), new=other.new)
            yield joined, _sorted((*left, joined), before, after)


def _of_new(row: Mapped, rest: Rows, before: Grid, after: Grid) -> Iterator[tuple[Mapped, Rows]]:
    """It was one that is gone, or came out of one that goes on."""
    for other in rest:
        left = tuple(each for each in rest if each is not other)
        if other.how == "dropped" and _how(before, other.old[0], after, row.new[0]):
            how = _how(before, other.old[0], after, row.new[0]) or "renamed"
            became = Mapped(how=how, old=other.old, new=row.new)
            yield became, _sorted((*left, became), before, after)
        if other.new and len(other.old) == 1:
            parted = Mapped(how="split", old=other.old, new=_in_order((*other.new, *row.new), after))
            yield parted, _sorted((*left, parted), before, after)


def _dropped(code: str) -> Mapped:
    return Mapped(how="dropped", old=(code,))


def _new(code: str) -> Mapped:
    return Mapped(how="new", new=(code,))


def _in_order(codes: Sequence[str], grid: Grid) -> tuple[str, ...]:
    order = {code: place for place, code in enumerate(grid.by_id)}
    return tuple(sorted(codes, key=lambda each: order[each]))


def _sorted(rows: Rows, before: Grid, after: Grid) -> Rows:
    """In the order of the old grid, what is new behind."""
    olds = {code: place for place, code in enumerate(before.by_id)}
    news = {code: len(olds) + place for place, code in enumerate(after.by_id)}
    return tuple(sorted(rows, key=lambda each: olds[each.old[0]] if each.old else news[each.new[0]]))


def next_version(version: str) -> str:
    """The version after that one: its last number is one more; without a number, a second."""
    digits = [place for place, each in enumerate(version) if each.isascii() and each.isdigit()]
    if not digits:
        return f"{version} 2"
    end = digits[-1] + 1
    start = end
    while start > 0 and version[start - 1].isascii() and version[start - 1].isdigit():
        start -= 1
    return f"{version[:start]}{int(version[start:end]) + 1}{version[end:]}"
