"""What was counted or timed of each group, for the card; and what is told where an answer hides the times."""

from __future__ import annotations

from facilitate.analysis.lasting import run_ms, seconds_by_group, still_running, timings_of
from facilitate.analysis.progress import Asked
from facilitate.domain.indicator import Duration, Option, Tally
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.language import Words
from facilitate.tui.observer.answers import shown
from facilitate.tui.widgets.anchors import Point


def group_points(
    sheet: Sheet, cell: Cell, indicator: Tally | Duration, now: Instant | None, words: Words
) -> tuple[Point, ...]:
    """A line for each group, with its key, and its count or its time."""
    told = {each.id: _told(sheet, cell, indicator, each, now, words) for each in indicator.groups}
    groups = enumerate(indicator.groups, start=1)
    return tuple(Point(str(n), group.label.to(words.language), told[group.id], False) for n, group in groups)


def _told(
    sheet: Sheet, cell: Cell, indicator: Tally | Duration, group: Option, now: Instant | None, words: Words
) -> str:
    if isinstance(indicator, Tally):
        return words.number(sheet.tallies.get(cell, {}).get(group.id, 0))
    seconds = seconds_by_group(timings_of(sheet, cell)).get(group.id)
    stopped = [] if seconds is None else [words.clock(round(seconds) * 1000)]
    mine = [each for each in still_running(sheet, cell) if each.group == group.id] if now else []
    runs = [words("lasting.runs_here", time=words.clock(run_ms(each, now))) for each in mine if now]
    return " · ".join((*stopped, *runs))


def hides_times(sheet: Sheet, asked: Asked, words: Words) -> str:
    """Said where the observer's own answer stands in place of times that were taken; nothing where it hides none."""
    if not isinstance(asked.indicator, Duration) or asked.given is None or asked.given.origin != "mark":
        return ""
    if not timings_of(sheet, asked.cell):
        return ""
    return words("standing.instead_times", value=shown(asked.given.value, asked.indicator, words))
