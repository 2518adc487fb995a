"""Amends a meeting's grid in a test, and says what became of every indicator."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from facilitate.domain.agreement import not_yet, signatures
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.agreeing import GridAmended, GridSealed, Mapped
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Indicator
from facilitate.domain.model import replaced
from facilitate.journal.journal import Journal
from tests.making import Room, seal, words, yes


def amended(
    grid: Grid,
    *,
    renamed: Mapping[str, str] = {},
    reworded: Collection[str] = (),
    split: Mapping[str, tuple[str, ...]] = {},
    merged: Mapping[str, tuple[str, ...]] = {},
    dropped: Collection[str] = (),
    new: Mapping[str, Indicator] = {},
) -> GridAmended:
    """The amendment: `split` names the parts of an old code, `merged` the old codes of a new one; `new` ones stand
    beside the indicator that they are named under."""
    mapping: list[Mapped] = []
    into = {code: target for target, codes in merged.items() for code in codes}

    def becomes(each: Indicator) -> list[Indicator]:
        code = each.id
        beside = [new[code]] if code in new else []
        mapping.extend(Mapped(how="new", new=(one.id,)) for one in beside)
        if code in dropped:
            mapping.append(Mapped(how="dropped", old=(code,)))
            return beside
        if code in split:
            mapping.append(Mapped(how="split", old=(code,), new=split[code]))
            return [*(replaced(each, id=part) for part in split[code]), *beside]
        if code in into:
            target, codes = into[code], merged[into[code]]
            if code != codes[0]:
                return beside
            mapping.append(Mapped(how="merged", old=codes, new=(target,)))
            return [replaced(each, id=target), *beside]
        if code in renamed or code in reworded:
            now = renamed.get(code, code)
            mapping.append(Mapped(how="renamed", old=(code,), new=(now,)))
            text = words(f"{now}, in other words") if code in reworded else each.text
            return [replaced(each, id=now, text=text), *beside]
        mapping.append(Mapped(how="same", old=(code,), new=(code,)))
        return [each, *beside]

    sections = tuple(
        replaced(section, indicators=tuple(one for each in section.indicators for one in becomes(each)))
        for section in grid.sections
    )
    after = grid.with_parts(sections=sections, version=f"{grid.version}+")
    return GridAmended(grid=after, before=grid.fingerprint, mapping=tuple(mapping), reason="it was not clear")


def amend(room: Room, by: str = "mona", **changes: Any) -> None:
    """Seal the grid, if it is not, and amend it."""
    if not room.meeting.grids.seal:
        seal(room, by)
    assert room.meeting.grid is not None
    room.do(by, amended(room.meeting.grid, **changes))


def amend_in(journal: Journal, **changes: Any) -> None:
    """The same in a meeting's file: all agree, it is sealed and amended."""
    grid = journal.record.meeting.grid
    assert grid is not None
    said = [(person, yes(grid, code)) for person, codes in not_yet(journal.record.meeting).items() for code in codes]
    assert not isinstance(journal.append_all(said), Refused)
    signed = signatures(journal.record.meeting)
    for fact in (GridSealed(fingerprint=grid.fingerprint, signatures=signed), amended(grid, **changes)):
        assert not isinstance(journal.append("mona", fact), Refused)
