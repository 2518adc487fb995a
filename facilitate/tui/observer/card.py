"""The card of the indicator in view: whom it is about, what each answer looks like, and what stands behind it."""

from __future__ import annotations

from facilitate.analysis.progress import Asked
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import (
    Choice,
    Count,
    Derived,
    Indicator,
    Interval,
    Note,
    Rating,
    Tally,
    YesNo,
    anchor_at,
)
from facilitate.domain.meeting.sheets import Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Answer, Noted, Value, banded
from facilitate.language import Words
from facilitate.tui.observer.answers import counted, shown, shown_number
from facilitate.tui.observer.lines import subject_name
from facilitate.tui.widgets.anchors import IndicatorCard, Point


def card(meeting: Meeting, sheet: Sheet, asked: Asked, words: Words) -> IndicatorCard:
    """The card of one indicator and subject."""
    grid = meeting.grid
    assert grid is not None
    value = asked.given.value if asked.given else None
    facts = tuple(_fact(each.text, each.seen, each.on_paper, words) for each in sheet.evidence_for(asked.cell))
    answer = value if not isinstance(value, Noted) else None
    return IndicatorCard(
        subject=subject_name(meeting, asked.cell, words),
        code=asked.indicator.id,
        text=asked.indicator.text.to(words.language),
        points=(*_points(grid, asked.indicator, answer, words), *_apart(asked.indicator, value, words)),
        how=_how(grid, asked.indicator, words),
        answer=_answer(asked, words),
        facts=facts,
        owed=words("observe.owed") if asked.owes else "",
    )


def _fact(text: str, seen: str | None, on_paper: bool, words: Words) -> str:
    said = text or (words("observe.on_paper") if on_paper else "")
    return f"{said}  ({seen})" if seen else said


def _points(grid: Grid, indicator: Indicator, value: Value | None, words: Words) -> tuple[Point, ...]:
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
        case Tally():
            return tuple(
                Point(str(n), group.label.to(language), "", False) for n, group in enumerate(indicator.groups, start=1)
            )
        case Count():
            return _bands(indicator, value, words)
    return ()


def _bands(indicator: Count, value: Value | None, words: Words) -> tuple[Point, ...]:
    """The bands of a count: what each number comes to."""
    points, before = [], None
    number = value if isinstance(value, int | float) else None
    reached = banded(indicator.bands, number) if number is not None else None
    for band in indicator.bands:
        if band.max is None:
            label = words("observe.band_above", low=shown_number(before or 0, words))
        else:
            label = words("observe.band_up_to", high=shown_number(band.max, words))
        points.append(Point("", f"{label}  = {shown_number(band.score, words)}", "", reached == band.score))
        before = band.max
    return tuple(points)


def _apart(indicator: Indicator, value: Value | None, words: Words) -> tuple[Point, ...]:
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
            return words("observe.how_interval")
    return ""


def _answer(asked: Asked, words: Words) -> str:
    given = asked.given
    if given is None:
        if asked.later:
            return words("observe.from_log_later")
        return words("observe.log_cannot", why=words(asked.log.why)) if asked.log and asked.log.why else ""
    if isinstance(given.value, Noted):
        return given.value.text
    if given.origin == "log":
        return words("observe.from_log", value=shown(given.value, asked.indicator, words))
    if given.origin == "not_asked":
        return words("observe.not_asked")
    if isinstance(given.value, int | float) and isinstance(asked.indicator, Count | Tally):
        return words("observe.number", value=shown_number(given.value, words))
    return ""
