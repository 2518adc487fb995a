"""What the observer's screen shows, as plain values: the lines of the grid and the card of the indicator in view."""

from __future__ import annotations

from facilitate.analysis.progress import Asked, owing, still_open
from facilitate.analysis.timing import step_clock
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.observing import MEETING
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
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Answer, Noted, Value, banded
from facilitate.language import Words
from facilitate.tui.answers import counted, shown, shown_number
from facilitate.tui.widgets.anchors import IndicatorCard, Point
from facilitate.tui.widgets.scoregrid import GridCell, GridLine


def where(meeting: Meeting, track: Track, now: Instant, words: Words) -> str:
    """The step that is open where an observer is, in plenary or with a group, its clock and who moderates."""
    current = track.current
    step = meeting.agenda.step(current.step) if meeting.agenda and current else None
    clock = step_clock(meeting, now, track.id)
    if step is None or clock is None:
        return words("moderate.closed" if meeting.closed else "observe.not_begun")
    time = f"{'+' if clock.remaining_ms < 0 else ''}{words.clock(clock.remaining_ms)}"
    if track.id == PLENARY:
        return words("observe.step", step=step.id, title=step.title, name=meeting.name(meeting.chair), time=time)
    name = meeting.name(track.moderator) or words("groups.no_moderator")
    return words("observe.in_group", step=step.id, title=step.title, group=track.title, name=name, time=time)


def mark_of(asked: Asked) -> str:
    """One sign beside an answer: a fact owed, a fact given, or taken from the log."""
    if asked.owes:
        return "!"
    if asked.given is not None and asked.given.origin == "log":
        return "~"
    return "+" if asked.facts else " "


def grid_lines(
    grid: Grid, everything: tuple[Asked, ...], entry: tuple[Cell, str] | None, words: Words
) -> tuple[GridLine, ...]:
    """Headings and indicators in the grid's order; `entry` is a number that is being typed into a cell."""
    lines: list[GridLine] = []
    for section in grid.sections:
        found = {
            indicator.id: [each for each in everything if each.indicator.id == indicator.id]
            for indicator in section.indicators
        }
        done = sum(each.given is not None for group in found.values() for each in group)
        total = sum(len(group) for group in found.values())
        heading = words("observe.section", title=section.title, done=str(done), total=str(total))
        lines.append(GridLine(section.id, heading, key=f"section:{section.id}"))
        for indicator in section.indicators:
            cells = tuple(_cell(each, entry, words) for each in found[indicator.id])
            if cells:
                lines.append(GridLine(indicator.id, indicator.text.to(words.language), cells, key=indicator.id))
    return tuple(lines)


def _cell(asked: Asked, entry: tuple[Cell, str] | None, words: Words) -> GridCell:
    if entry is not None and entry[0] == asked.cell:
        return GridCell(f"{entry[1]}_")
    return GridCell(shown(asked.given.value if asked.given else None, asked.indicator, words), mark_of(asked))


def subject_name(meeting: Meeting, cell: Cell, words: Words) -> str:
    """Whom or what the answer is about, as it is written large."""
    if cell.step is not None:
        return words("observe.about_step", step=cell.step)
    return words("observe.about_meeting") if cell.about == MEETING else meeting.name(cell.about)


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


def missing(meeting: Meeting, everything: tuple[Asked, ...], words: Words) -> list[str]:
    """What a sheet lacks before it is sent: open answers and owed facts, one a line; neither forbids sending."""
    waiting, facts = still_open(everything), owing(everything)
    if not waiting and not facts:
        return [words("observe.complete")]
    lines = [words("observe.open_count", count=len(waiting))] if waiting else []
    lines += [f"  {each.indicator.id}  {subject_name(meeting, each.cell, words)}" for each in waiting]
    lines += [words("observe.owed_count", count=len(facts))] if facts else []
    lines += [f"  {each.indicator.id}  {subject_name(meeting, each.cell, words)}" for each in facts]
    return [*lines, words("observe.may_send")]
