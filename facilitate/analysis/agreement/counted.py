"""How far observers agree in what they counted, ticked and timed: the way from a meeting to `occurrences`.

Compared is what two observers both looked at: intervals that neither missed, and of counts the steps of the meeting.
A press says in which step it was seen, so a tally about the meeting or a moderator can be compared step by step too:
in each step that counts, that was opened and in which the grid asks for it, and in any other in which somebody
pressed. Nothing pressed in such a step is 0, as an interval in which nobody saw anything is an interval: left out, all
that one observer alone saw would vanish, and agreement look better than it is. The same holds for a tally about steps
on a sheet where it was only pressed; where numbers were typed, a step without one was not counted. Who touched an
indicator nowhere did not count it, and is no column; a 0 that was typed, or presses that were taken back, are 0.

In a room that is apart, observers with different groups of people saw different things, and are not compared there.
A total that was typed tells of no step: it is compared with the others' totals only. What was put aside with an
earlier version of the grid is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.agreement.counted_said import Said, said_of
from facilitate.analysis.answers import belongs, subjects, visible_sheets
from facilitate.analysis.coefficients.occurrences import MEASURES, occurrences
from facilitate.analysis.coefficients.result import Coefficient
from facilitate.domain.agenda import named_by
from facilitate.domain.events.base import PLENARY
from facilitate.domain.indicator import Count, Duration, Indicator, Interval, Tally
from facilitate.domain.meeting.sheets import Sheet
from facilitate.domain.meeting.state import Meeting

Per: TypeAlias = Literal["interval", "step", "whole"]

Kind: TypeAlias = Literal["interval", "snapshot", "step", "whole", "time"]
"""What an entry is told as: intervals, moments, steps, totals, or totals of time."""

TICKED = ("total_count", "interval_by_interval", "scored_interval", "unscored_interval")
"""Of ticks the same count is the same tick, so the measures of counts say nothing more."""

TOTAL = ("total_count",)


class CountedAgreement(NamedTuple):
    """How far observers agree in one indicator about one subject.

    `code` is a code of intervals or a group of what is counted, nothing for all together; an indicator with one code
    or group has no entry of its own for it. `looked` is how many intervals or steps at least two observers looked at;
    of totals it is 1. With one observer every measure says why it has no value; with none there is no entry.
    """

    indicator: str
    about: str
    code: str | None
    per: Per
    observers: tuple[str, ...]
    looked: int
    measures: Mapping[str, Coefficient]


def kind_of(indicator: Indicator, each: CountedAgreement) -> Kind:
    """What an entry of this indicator is told as."""
    if isinstance(indicator, Interval):
        return "snapshot" if indicator.momentary else "interval"
    if isinstance(indicator, Duration) or (
        isinstance(indicator, Count) and indicator.measure in ("minutes", "seconds")
    ):
        return "time"
    return "whole" if each.per == "whole" else "step"


class _Slot(NamedTuple):
    """What can be looked at: a step or an interval, among the people of one place; of intervals a code."""

    step: str | None = None
    place: str = PLENARY
    interval: int = 0
    code: str = ""


Columns: TypeAlias = Mapping[str, Mapping[_Slot, float]]
"""What each observer counted in what they looked at."""


def counted_agreement(meeting: Meeting) -> tuple[CountedAgreement, ...]:
    """In the order of the grid, on the sheets that this view shows; all together first, then code by code."""
    if meeting.grid is None:
        return ()
    sheets, abouts = visible_sheets(meeting), subjects(meeting)
    return tuple(
        found
        for indicator in meeting.grid.indicators()
        for about in abouts
        if belongs(indicator, about)
        for found in _of(meeting, sheets, indicator, about)
    )


def _of(meeting: Meeting, sheets: Sequence[Sheet], indicator: Indicator, about: str) -> Iterator[CountedAgreement]:
    match indicator:
        case Interval(codes=codes):
            for code in _each(option.id for option in codes):
                columns = {each.observer: _ticks(meeting, each, indicator, about, code) for each in sheets}
                yield from _compared(indicator, about, code, "interval", columns)
        case Tally(groups=groups) | Duration(groups=groups):
            for group in _each(option.id for option in groups):
                yield from _counts(meeting, sheets, indicator, about, group)
        case Count() if indicator.measure != "percent":
            yield from _counts(meeting, sheets, indicator, about, None)


def _each(codes: Iterable[str]) -> tuple[str | None, ...]:
    """All together, then each where there are several."""
    several = tuple(codes)
    return (None, *several) if len(several) > 1 else (None,)


def _compared(
    indicator: Indicator, about: str, code: str | None, per: Per, columns: Columns
) -> Iterator[CountedAgreement]:
    looking = {observer: column for observer, column in columns.items() if column}
    if not looking:
        return
    slots = tuple(dict.fromkeys(chain.from_iterable(looking.values())))
    rows = [[column.get(slot) for column in looking.values()] for slot in slots]
    both = {slot._replace(code="") for slot, row in zip(slots, rows, strict=True) if len(row) - row.count(None) > 1}
    looked = min(1, len(both)) if per == "whole" else len(both)
    names = TICKED if per == "interval" else TOTAL if per == "whole" else tuple(MEASURES)
    found = occurrences(rows)
    measures = {name: found[name] for name in names}
    yield CountedAgreement(indicator.id, about, code, per, tuple(looking), looked, measures)


def _ticks(meeting: Meeting, sheet: Sheet, indicator: Interval, about: str, only: str | None) -> dict[_Slot, float]:
    """1 for each code that was ticked in an interval that was looked at, else 0."""
    codes = [code.id for code in indicator.codes if only in (None, code.id)]
    return {
        _Slot(cell.step, _place(meeting, sheet.observer, mark.seen), number, code): float(code in mark.codes)
        for cell, marks in sheet.intervals.items()
        if (cell.about, cell.indicator) == (about, indicator.id) and cell not in sheet.marks
        for number, mark in marks.items()
        if not mark.missed
        for code in codes
    }


def _counts(
    meeting: Meeting, sheets: Sequence[Sheet], indicator: Tally | Duration | Count, about: str, group: str | None
) -> Iterator[CountedAgreement]:
    """Step by step what was counted so; where somebody knows a total only, and of what lasted, the totals."""
    found = {each.observer: said_of(each, indicator, about, group) for each in sheets}
    said = {observer: each for observer, each in found.items() if each is not None}
    whole = {observer: {_Slot(): each.total} for observer, each in said.items()}
    by_step = _by_step(meeting, indicator, said)
    if isinstance(indicator, Duration) or (
        isinstance(indicator, Count) and indicator.measure in ("minutes", "seconds")
    ):
        yield from _compared(indicator, about, group, "whole", by_step if len(by_step) == len(said) else whole)
        return
    if len(by_step) > 1 or len(by_step) == len(said):
        yield from _compared(indicator, about, group, "step", by_step)
    if len(by_step) < len(said):
        yield from _compared(indicator, about, group, "whole", whole)


def _by_step(meeting: Meeting, indicator: Indicator, said: Mapping[str, Said]) -> Columns:
    """What each observer counted in each step, of those who know that."""
    counted = {observer: each.by_step for observer, each in said.items() if each.by_step is not None}
    own = {
        observer: {_Slot(step, _place(meeting, observer, step)): number for step, number in each.items()}
        for observer, each in counted.items()
    }
    slots = dict.fromkeys((*_opened(meeting, indicator), *chain.from_iterable(own.values())))
    return {
        observer: {
            slot: each.get(slot, 0.0)
            for slot in slots
            if slot in each or (said[observer].everywhere and slot.place == _place(meeting, observer, slot.step))
        }
        for observer, each in own.items()
    }


def _opened(meeting: Meeting, indicator: Indicator) -> Iterator[_Slot]:
    """The steps that count, that were opened, and in which the grid asks for this."""
    uncounted = {step.id for step in meeting.agenda.steps if not step.counted} if meeting.agenda else set()
    for track in meeting.tracks.values():
        for step in dict.fromkeys(opening.step for opening in track.openings):
            shown = not indicator.steps or named_by(indicator.steps, meeting.agenda, step)
            if shown and step not in uncounted:
                yield _Slot(step, track.id)


def _place(meeting: Meeting, observer: str, step: str | None) -> str:
    """Where an observer was in a step: with a group of the room apart, else in plenary."""
    for track in meeting.tracks.values():
        if observer in track.observers and any(opening.step == step for opening in track.openings):
            return track.id
    return PLENARY
