"""Timings as people see and type them: their times in a list, and what was typed as a correction or a refusal."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from facilitate.analysis.lasting import run_ms
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events.observing import Timed
from facilitate.domain.indicator import Duration, Option
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell, Timing
from facilitate.domain.meeting.state import Meeting
from facilitate.journal.journal import fresh_name
from facilitate.language import Words
from facilitate.language.letters import folded
from facilitate.language.numbers import read_number
from facilitate.language.times import nearest, read_time


class Typed(NamedTuple):
    """What somebody typed about a timing; no stop while it runs."""

    start: str
    stop: str = ""
    group: str = ""
    step: str = ""


def time_told(moment: datetime | None) -> str:
    """A time of day to the second, as the laptop shows it; nothing where there is none."""
    return f"{moment.astimezone():%H:%M:%S}" if moment is not None else ""


def group_told(indicator: Duration, group: str | None, words: Words) -> str:
    """The group in words."""
    return next((each.label.to(words.language) for each in indicator.groups if each.id == group), "")


def timing_told(indicator: Duration, timing: Timing, now: Instant, words: Words) -> tuple[str, str]:
    """From when to when; and for how long, of which group, in which step."""
    if timing.stop is None:
        length, until = words.clock(run_ms(timing, now)), words("timings.runs")
    else:
        length = words.clock(round((timing.stop - timing.start).total_seconds()) * 1000)
        until = words.figures(time_told(timing.stop))
    beside = (length, group_told(indicator, timing.group, words), timing.seen or "")
    return f"{words.figures(time_told(timing.start))} – {until}", " · ".join(each for each in beside if each)


def withdrawal(timing: Timing) -> Timed:
    """It was never so."""
    cell, start = timing.cell, timing.start
    about, code, step = cell.about, cell.indicator, timing.seen
    return Timed(
        about=about, indicator=code, step=step, timing=timing.id, group=timing.group, start=start, withdrawn=True
    )


def as_typed(
    meeting: Meeting, indicator: Duration, cell: Cell, before: Timing | None, typed: Typed, now: datetime, words: Words
) -> Timed | Refused:
    """The timing as it was typed, in place of the one `before`, or a new one; or what is wrong. A time that was left as
    it is shown keeps its fractions."""
    start = _moment(typed.start, before.start if before else None, before.start if before else now)
    if start is None:
        return refuse("timings.no_time", text=typed.start)
    stop = _moment(typed.stop, before.stop if before else None, start) if typed.stop else None
    if typed.stop and stop is None:
        return refuse("timings.no_time", text=typed.stop)
    stood = (before.start, before.stop) if before else ()
    late = next((each for each in (start, stop) if each is not None and each not in stood and each > now), None)
    if late is not None:
        return refuse("timings.future", time=time_told(late))
    if stop is not None and stop < start:
        return refuse("refused.stop_before_start")
    group = _group(indicator.groups, typed.group, words)
    if group is None and indicator.groups:
        labels = (each.label.to(words.language) for each in indicator.groups)
        return refuse("timings.no_group", groups=words.listed(labels))
    step = _step(meeting, typed.step)
    if typed.step and step is None:
        return refuse("refused.no_such_step", step=typed.step)
    return Timed(
        about=cell.about,
        indicator=cell.indicator,
        step=step or cell.step,
        timing=before.id if before else f"d{fresh_name()}",
        group=group,
        start=start,
        stop=stop,
    )


def _moment(text: str, stood: datetime | None, near: datetime) -> datetime | None:
    if stood is not None and text.strip() == time_told(stood):
        return stood
    said = read_time(text)
    return nearest(said, near.astimezone()) if said is not None else None


def _group(groups: tuple[Option, ...], text: str, words: Words) -> str | None:
    """A group by its number or its words."""
    number, said = read_number(text), folded(text).strip()
    for place, each in enumerate(groups, start=1):
        if number == place or said in (folded(each.id), folded(each.label.to(words.language))):
            return each.id
    return None


def _step(meeting: Meeting, text: str) -> str | None:
    steps = meeting.agenda.steps if meeting.agenda else ()
    return next((each.id for each in steps if folded(each.id) == folded(text).strip()), None)
