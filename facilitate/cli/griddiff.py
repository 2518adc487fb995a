"""Two grids compared: `grid diff`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, NamedTuple

from facilitate.analysis.differences import Difference, differences
from facilitate.cli.events import opened, tell_damage
from facilitate.cli.frame import DONE, FINDINGS, Command, Stop, argument, option, say
from facilitate.domain.grid import Grid
from facilitate.language import Words


class Named(NamedTuple):
    """A grid as it was named on the command line; from a meeting, which of its grids, and how many it had."""

    name: str
    grid: Grid
    number: int = 0
    last: int = 0
    status: int = DONE


def grid_diff_command(words: Words) -> Command:
    def act(first: str, second: str, as_data: bool) -> int:
        named = [grid_named(each, words) for each in (first, second)]
        found = differences(named[0].grid, named[1].grid)
        say(_data(named, found) if as_data else _text(named, found, words))
        return max(FINDINGS if found else DONE, *(each.status for each in named))

    params = [argument("first"), argument("second"), option("--json", "as_data", is_flag=True)]
    return Command("grid_diff", words, act, params)


def grid_named(name: str, words: Words) -> Named:
    """The grid of a shipped kit, of a YAML file, or of a meeting: the one in force, or with ``#1`` its first."""
    from facilitate.kits.library import shipped_kits

    if name in shipped_kits() or name.lower().endswith((".yaml", ".yml")):
        return Named(name, _written(name, words))
    file, sign, number = name.rpartition("#")
    if sign and number.isdecimal() and not Path(name).exists():
        return _of_meeting(name, file, int(number), words)
    if not Path(name).exists():
        raise Stop("diff.error.no_such_grid", name=name, known=shipped_kits())
    return _of_meeting(name, name, None, words)


def _written(name: str, words: Words) -> Grid:
    """The grid of a kit, by its name or file, or of a grid's own file."""
    from facilitate.cli.meetings import load_kit
    from facilitate.kits.faults import Faulty
    from facilitate.kits.grid_file import grid_of
    from facilitate.kits.header import GRID, KIT, kind_of
    from facilitate.kits.library import shipped_kits
    from facilitate.kits.sheet import open_sheet

    if name in shipped_kits():
        return load_kit(name, words).grid
    try:
        sheet = open_sheet(name)
        kind = kind_of(sheet, (GRID, KIT))
        if kind != KIT:
            return sheet.finished(grid_of(sheet) if kind == GRID else None)
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None
    return load_kit(name, words).grid


def _of_meeting(name: str, file: str, number: int | None, words: Words) -> Named:
    with opened(file) as journal:
        status = tell_damage(journal, words)
        grids = journal.record.meeting.grids.versions
    if not grids:
        raise Stop("diff.error.no_grid", file=file)
    chosen = len(grids) if number is None else number
    if not 1 <= chosen <= len(grids):
        raise Stop("diff.error.no_version", file=file, count=len(grids))
    return Named(name, grids[chosen - 1], chosen, len(grids), status)


def _text(named: Sequence[Named], found: Sequence[Difference], words: Words) -> str:
    from facilitate.report.blocks import Block, Bullets, Heading, Paragraph
    from facilitate.report.differences import grouped
    from facilitate.report.text import render

    words = words.for_lines()
    if not found:
        first, second = named
        values: dict[str, Any] = {
            "first": first.name,
            "second": second.name,
            "fingerprint": first.grid.short_fingerprint,
        }
        return words("diff.same", **values)
    lines = (
        words("diff.first_grid", grid=_called(named[0], words)),
        words("diff.second_grid", grid=_called(named[1], words)),
    )
    blocks: list[Block] = [Bullets(lines), Paragraph(words("diff.count", len(found)))]
    for heading, sentences in grouped(found, words):
        blocks += [Heading(2, heading), Bullets(tuple(sentences))]
    return render(blocks, words, _columns()).rstrip("\n")


def _columns() -> int:
    """As wide as the terminal, where it is narrower than a page."""
    return max(30, min(80, get_terminal_size((80, 24)).columns))


def _called(named: Named, words: Words) -> str:
    from facilitate.report.differences.values import quoted

    grid = named.grid
    values: dict[str, Any] = {"name": named.name, "number": named.number, "last": named.last}
    values |= {"title": quoted(words, grid.title.to(words.language)), "version": grid.version}
    message = "diff.grid_of_meeting" if named.last > 1 else "diff.grid"
    return words(message, fingerprint=grid.short_fingerprint, **values)


def _data(named: Sequence[Named], found: Sequence[Difference]) -> str:
    """For programs: keys in English that stay, texts in all languages that they have."""
    first, second = (
        {
            "name": each.name,
            "id": each.grid.id,
            "version": each.grid.version,
            "title": each.grid.title.model_dump(exclude_none=True),
            "fingerprint": each.grid.fingerprint,
            "short_fingerprint": each.grid.short_fingerprint,
            "indicators": len(each.grid.by_id),
        }
        for each in named
    )
    listed = [each.model_dump(mode="json") for each in found]
    data = {"first": first, "second": second, "same": not found, "differences": listed}
    return json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
