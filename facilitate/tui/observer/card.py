"""The card of the indicator in view: whom it is about, what each answer looks like, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable

from facilitate.analysis.progress import Asked
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import (
    Choice,
    Count,
    Derived,
    Duration,
    Indicator,
    Interval,
    Note,
    Rating,
    Tally,
    YesNo,
    anchor_at,
)
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Answer, Noted, Value, banded
from facilitate.language import Words
from facilitate.tui.observer.answers import counted, shown, shown_number
from facilitate.tui.observer.evidence import stamp, told
from facilitate.tui.observer.grouped import group_points
from facilitate.tui.observer.lines import subject_name
from facilitate.tui.observer.standing import answer_told, basis, seen_told
from facilitate.tui.widgets.anchors import IndicatorCard, Point


def card(
    meeting: Meeting,
    sheet: Sheet,
    asked: Asked,
    words: Words,
    everything: Iterable[Asked] = (),
    step: str | None = None,
    now: Instant | None = None,
) -> IndicatorCard:
    """The card of one indicator and subject. A derived one shows what stands in `everything` for its behaviours; `step`
    is the one that the next answer is put on; `now` is for what lasts."""
    grid = meeting.grid
    assert grid is not None
    value = asked.given.value if asked.given else None
    facts = tuple(
        f"{told(each, grid, words)}  {stamp(each, words)}".rstrip() for each in sheet.evidence_for(asked.cell)
    )
    answer = value if not isinstance(value, Noted) else None
    return IndicatorCard(
        subject=subject_name(meeting, asked.cell, words),
        code=asked.indicator.id,
        text=asked.indicator.text.to(words.language),
        points=(
            *_groups(sheet, asked, now, words),
            *answer_points(grid, asked.indicator, answer, words),
            *no_answers(asked.indicator, value, words),
        ),
        how=_how(grid, asked.indicator, words),
        answer=answer_told(meeting, sheet, asked, words),
        facts=facts,
        owed=words("observe.owed") if asked.owes else "",
        basis=basis(meeting, asked, tuple(everything), words),
        seen=seen_told(sheet, asked.cell, step, words),
    )


def _groups(sheet: Sheet, asked: Asked, now: Instant | None, words: Words) -> tuple[Point, ...]:
    """The groups of a tally or a duration, with what was counted or timed of each."""
    indicator = asked.indicator
    return group_points(sheet, asked.cell, indicator, now, words) if isinstance(indicator, Tally | Duration) else ()


def answer_points(grid: Grid, indicator: Indicator, value: Value | None, words: Words) -> tuple[Point, ...]:
    """Every answer that can be given, with what is seen at it; `value` is the one that was."""
    language = words.language
    match indicator:
        case Rating() | Derived():
            scale = grid.scale(indicator.scale)
            return tuple(
                Point(
                    str(level.value),
                    level.label.to(language),
                    anchor_at(indicator.anchors, level.value).to(language),
                    value == level.value,
                )
                for level in (scale.levels if scale else ())
            )
        case YesNo():
            yes = Point("1", words("common.yes"), indicator.yes_means.to(language), value is Answer.YES)
            return yes, Point("0", words("common.no"), indicator.no_means.to(language), value is Answer.NO)
        case Choice():
            return tuple(
                Point(str(n), option.label.to(language), "", option.id in getattr(value, "choices", ()))
                for n, option in enumerate(indicator.options, start=1)
            )
        case Tally() | Count() | Duration():
            return _bands(indicator, value, words)
    return ()


def _bands(indicator: Count | Tally | Duration, value: Value | None, words: Words) -> tuple[Point, ...]:
    """The bands of a number: what each comes to."""
    points, before = [], None

    def said(number: float) -> str:
        return shown(number, indicator, words)

    number = value if isinstance(value, int | float) else None
    reached = banded(indicator.bands, number) if number is not None else None
    for band in indicator.bands:
        if band.max is None:
            label = words("observe.band_above", low=said(before or 0))
        else:
            label = words("observe.band_up_to", high=said(band.max))
        points.append(Point("", f"{label}  = {shown_number(band.score, words)}", "", reached == band.score))
        before = band.max
    return tuple(points)


def no_answers(indicator: Indicator, value: Value | None, words: Words) -> tuple[Point, ...]:
    """*Not observed* and *not applicable*: answers of their own, where the grid has them."""
    points = []
    if indicator.not_observed:
        points.append(Point("o", words("common.not_observed"), "", value is Answer.NOT_OBSERVED))
    if indicator.not_applicable:
        points.append(Point("a", words("common.not_applicable"), "", value is Answer.NOT_APPLICABLE))
    return tuple(points)


def _how(grid: Grid, indicator: Indicator, words: Words) -> str:
    match indicator:
        case Rating() | Derived() if counted(grid, indicator):
            return words("observe.how_point")
        case Count():
            return words("observe.how_count", measure=words(f"measure.{indicator.measure}"))
        case Tally():
            return words("observe.how_tally_groups" if indicator.groups else "observe.how_tally")
        case Note():
            return words("observe.how_note")
        case Interval():
            return words("observe.how_snapshot" if indicator.momentary else "observe.how_interval")
        case Duration():
            return words("observe.how_duration_groups" if indicator.groups else "observe.how_duration")
    return ""
