"""What observers saw at intervals and at signs, counted and timed: numbers that describe and do not judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitate.analysis.answers import subjects
from facilitate.analysis.lasting import seconds_by_group, timings_of
from facilitate.analysis.sampling import Seen, codes_seen
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Duration, Indicator, Interval, Tally
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.report.answers import asked, value, where
from facilitate.report.blocks import Block, Paragraph, table
from facilitate.report.teller import Teller

FEW = 10
"""Looks below which a share is named as resting upon few."""


def sampled(tell: Teller, grid: Grid, sheets: Sequence[Sheet]) -> Iterator[Block]:
    """A table for each sampled indicator and subject; `sheets` are those that the reader may see."""
    found = [
        (indicator, cell, [sheet for sheet in sheets if cell in sheet.intervals])
        for indicator in grid.indicators()
        if isinstance(indicator, Interval)
        for cell in _cells(tell, indicator, (cell for sheet in sheets for cell in sheet.intervals))
    ]
    if found:
        yield tell.part("report.sampled", 2)
    for indicator, cell, looking in found:
        yield from _of_cell(tell, indicator, cell, looking)


def _cells(tell: Teller, indicator: Indicator, cells: Iterator[Cell]) -> list[Cell]:
    """The cells of an indicator, each once, in the order of the people and of the steps."""
    abouts = {about: place for place, about in enumerate(subjects(tell.meeting))}
    steps = {step.id: place for place, step in enumerate(tell.meeting.agenda.steps if tell.meeting.agenda else ())}
    found = {cell for cell in cells if cell.indicator == indicator.id}
    far = len(abouts) + len(steps)
    return sorted(found, key=lambda cell: (steps.get(cell.step or "", far), abouts.get(cell.about, far), cell.about))


def _of_cell(tell: Teller, indicator: Interval, cell: Cell, sheets: Sequence[Sheet]) -> Iterator[Block]:
    kind = "snapshots" if indicator.momentary else "intervals"
    time = tell.words.clock(indicator.every_seconds * 1000)
    general = cell.about == MEETING and cell.step is None
    what = asked(tell, indicator)
    what = what if general else tell("report.noted", what=what, note=where(tell, cell))
    yield Paragraph(tell(f"report.{kind}.of", what=what, time=time))
    seen = [codes_seen(indicator, sheet.intervals[cell]) for sheet in sheets]
    missed = [sum(mark.missed for mark in sheet.intervals[cell].values()) for sheet in sheets]
    looked = [len(sheet.intervals[cell]) - each for sheet, each in zip(sheets, missed, strict=True)]
    rows = [
        (tell(f"report.{kind}.looked"), *map(tell.words.number, looked)),
        (tell(f"report.{kind}.missed"), *map(tell.words.number, missed)),
        *(
            (tell.own(code.label.to(tell.words.language)), *(_share(tell, each[code.id]) for each in seen))
            for code in indicator.codes
            if any(each[code.id].ticked for each in seen)
        ),
    ]
    yield table((tell("report.sampled.seen"), *(tell.name(sheet.observer) for sheet in sheets)), rows, numbers_from=1)
    never = [code.label for code in indicator.codes if not any(each[code.id].ticked for each in seen)]
    if never and any(looked):
        labels = tell.words.listed(tell.own(label.to(tell.words.language)) for label in never)
        yield Paragraph(tell("report.sampled.never", codes=labels))
    few = [tell.name(sheet.observer) for sheet, each in zip(sheets, looked, strict=True) if each < FEW]
    if few:
        yield Paragraph(tell(f"report.{kind}.few", names=tell.words.listed(few), least=FEW))


def _share(tell: Teller, seen: Seen) -> str:
    """How often, and of the looks which part."""
    if not seen.looked:
        return tell.words.number(0)
    percent = tell.words.percent(seen.ticked / seen.looked)
    return tell("report.noted", what=tell.words.number(seen.ticked), note=percent)


def counted(tell: Teller, grid: Grid, sheets: Sequence[Sheet]) -> Iterator[Block]:
    """What was counted by key and what was timed: each in all, then group by group, one column an observer."""
    found = [
        (indicator, _cells(tell, indicator, (cell for sheet in sheets for cell in _counted_in(sheet))))
        for indicator in grid.indicators()
        if isinstance(indicator, Tally | Duration)
    ]
    if any(cells for _, cells in found):
        yield tell.part("report.counted", 2)
    for indicator, cells in found:
        counting = [sheet for sheet in sheets if not _counted_in(sheet).isdisjoint(cells)]
        if counting:
            yield Paragraph(tell("report.introduced", what=asked(tell, indicator)))
            header = (tell("report.counted.what"), *(tell.name(each.observer) for each in counting))
            rows = [row for cell in cells for row in _count_rows(tell, grid, indicator, cell, counting)]
            yield table(header, rows, numbers_from=1)


def _counted_in(sheet: Sheet) -> set[Cell]:
    return {*sheet.marks, *sheet.tallies, *(each.cell for each in sheet.timings.values() if each.stop is not None)}


def _count_rows(
    tell: Teller, grid: Grid, indicator: Tally | Duration, cell: Cell, sheets: Sequence[Sheet]
) -> Iterator[tuple[str, ...]]:
    """An answer that was typed stands before what was counted, as everywhere."""
    parts = [_parts(indicator, cell, sheet) for sheet in sheets]
    whole = []
    for sheet, each in zip(sheets, parts, strict=True):
        mark = sheet.marks.get(cell)
        total = mark.value if mark is not None else round(sum(each.values())) if each else None
        whole.append(value(tell, grid, indicator, total))
    yield (where(tell, cell), *whole)
    for group in indicator.groups if any(parts) else ():
        numbers = (value(tell, grid, indicator, round(each.get(group.id, 0))) if each else "" for each in parts)
        yield (tell("report.counted.group", group=tell.own(group.label.to(tell.words.language))), *numbers)


def _parts(indicator: Tally | Duration, cell: Cell, sheet: Sheet) -> Mapping[str | None, float]:
    """Counts, or seconds, of each group."""
    if isinstance(indicator, Tally):
        return sheet.tallies.get(cell, {})
    return seconds_by_group(timings_of(sheet, cell))
