"""What stands as the answer, in words: where it comes from, what it rests upon, and in which step it was seen."""

from __future__ import annotations

from facilitate.analysis.progress import Asked
from facilitate.domain.events.observing import MEETING
from facilitate.domain.indicator import Choice, Condition, Count, Derived, Duration, Indicator, Rating, Tally, YesNo
from facilitate.domain.meeting.sheets import Cell, Mark, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Noted, Value
from facilitate.language import Words
from facilitate.tui.observer.answers import shown, shown_number
from facilitate.tui.observer.grouped import hides_times


def answer_told(meeting: Meeting, sheet: Sheet, asked: Asked, words: Words) -> str:
    """What the answer is and where it comes from; nothing where the points below show it."""
    given, indicator = asked.given, asked.indicator
    if given is None:
        if asked.later:
            return words("observe.from_log_later")
        return words("observe.log_cannot", why=words(asked.log.why)) if asked.log and asked.log.why else ""
    if given.origin == "not_asked":
        return condition_told(meeting, asked, words)
    if given.origin == "log":
        return words("observe.from_log", value=number_told(given.value, given.points, indicator, words))
    if given.origin == "derived":
        return words("standing.derived", value=shown(_short(given.value), indicator, words))
    if hidden := hides_times(sheet, asked, words):
        return hidden
    mark = sheet.marks.get(asked.cell)
    if isinstance(given.value, Noted):
        return given.value.text
    if mark is not None and (isinstance(indicator, Derived) or indicator.auto):
        return instead_told(asked, mark, words)
    if isinstance(given.value, int | float) and isinstance(indicator, Count | Tally | Duration):
        return number_told(given.value, given.points, indicator, words)
    return ""


def number_told(value: Value | None, points: float | None, indicator: Indicator, words: Words) -> str:
    """A number, and where it falls in bands, what it comes to."""
    said = shown(_short(value), indicator, words)
    banded = isinstance(indicator, Count | Tally | Duration) and bool(indicator.bands)
    return (
        words("standing.band", value=said, points=shown_number(points, words))
        if banded and points is not None
        else said
    )


def instead_told(asked: Asked, mark: Mark, words: Words) -> str:
    """An answer of the observer's own instead of a derived one or one from the log, and why."""
    said = shown(mark.value, asked.indicator, words)
    reason = mark.reason or words("standing.no_reason")
    if isinstance(asked.indicator, Derived):
        return words("standing.instead_derived", value=said, reason=reason)
    logged = asked.log.value if asked.log else None
    if logged is None:
        return said
    return words("standing.instead_log", value=said, logged=shown_number(logged, words), reason=reason)


def _short(value: Value | None) -> Value | None:
    """A mean to one decimal."""
    return round(value, 1) if isinstance(value, float) else value


# Conditions.


def condition_told(meeting: Meeting, asked: Asked, words: Words) -> str:
    """Why an indicator is not asked: what another one would have to be."""
    condition, grid = asked.indicator.when, meeting.grid
    if condition is None or grid is None:
        return words("observe.not_asked")
    other = grid.by_id.get(condition.indicator)
    values = words.listed([_wanted(each, other, condition, words) for each in condition.values])
    return words("standing.only_if", code=condition.indicator, values=values)


def _wanted(value: float | str, other: Indicator | None, _: Condition, words: Words) -> str:
    """One value of a condition as people read it."""
    match other:
        case YesNo() if value in ("yes", "no"):
            return words(f"common.{value}")
        case Choice():
            return next((each.label.to(words.language) for each in other.options if each.id == value), str(value))
    return str(value) if isinstance(value, str) else shown_number(value, words)


# Derived.


def basis(meeting: Meeting, asked: Asked, everything: tuple[Asked, ...], words: Words) -> tuple[str, ...]:
    """What a derived answer comes from: its rule, then each behaviour with what stands there now."""
    indicator, grid = asked.indicator, meeting.grid
    if not isinstance(indicator, Derived) or grid is None:
        return ()
    lines = [words(f"standing.rule.{indicator.rule}")]
    for code in indicator.behaviours:
        behaviour = grid.by_id.get(code)
        if behaviour is None:
            continue
        about = asked.cell.about if behaviour.about == "moderator" else MEETING
        found = next((each for each in everything if (each.cell.about, each.cell.indicator) == (about, code)), None)
        value = found.given.value if found and found.given else None
        lines.append(f"{code}  {value_told(meeting, behaviour, value, words)}  {behaviour.text.to(words.language)}")
    return tuple(lines)


def value_told(meeting: Meeting, indicator: Indicator, value: Value | None, words: Words) -> str:
    """An answer with its label where it is a point of a scale."""
    said = shown(_short(value), indicator, words)
    scale = meeting.grid.scale(indicator.scale) if meeting.grid and isinstance(indicator, Rating | Derived) else None
    if scale is None or not isinstance(value, int | float):
        return said
    label = scale.label(value).to(words.language)
    return f"{said} {label}" if label else said


# The step.


def seen_told(sheet: Sheet, cell: Cell, step: str | None, words: Words) -> str:
    """The step that the answer was seen in; before there is one, the step that it will be put on."""
    mark = sheet.marks.get(cell)
    if mark is not None and mark.seen is not None and mark.seen != step:
        return words("standing.seen_other", step=mark.seen, now=step or "–")
    if mark is not None and mark.seen is not None:
        return words("standing.seen", step=mark.seen)
    return words("standing.will_be", step=step) if step and not sheet.sent else ""
