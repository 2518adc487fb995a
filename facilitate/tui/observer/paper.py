"""A scoresheet from paper as plain values: facts that it becomes, when it happened, and its lines on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from facilitate.analysis.progress import Asked
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events.base import Origin
from facilitate.domain.events.observing import MEETING, EvidenceAdded, Scored, SheetRecalled, SheetSent
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.scale import Value
from facilitate.language import Words
from facilitate.language.days import read_day
from facilitate.language.letters import folded
from facilitate.language.times import read_time
from facilitate.tui.observer.answers import shown
from facilitate.tui.observer.lines import mark_of
from facilitate.tui.widgets.scoregrid import GridCell, GridLine

FILE = "paper"
"""What stands as the file of a score that was typed from paper."""


class Paper(NamedTuple):
    """One sheet of paper: who filled it in, about whom, when."""

    observer: str
    about: str
    happened: datetime

    def scored(self, found: Asked, value: Value | None) -> Scored:
        """An answer on it."""
        return Scored(**self._place(found), value=value, observer=self.observer, source=Origin(file=FILE))

    def fact(self, found: Asked, name: str, text: str) -> EvidenceAdded:
        """A fact on it, under a fresh name."""
        source = Origin(file=FILE)
        return EvidenceAdded(**self._place(found), evidence=name, text=text, observer=self.observer, source=source)

    def sent(self) -> SheetSent:
        """Everything of this observer has been typed."""
        return SheetSent(observer=self.observer, source=Origin(file=FILE))

    def recalled(self, reason: str) -> SheetRecalled:
        """More is to be typed."""
        return SheetRecalled(observer=self.observer, reason=reason, source=Origin(file=FILE))

    def _place(self, found: Asked) -> dict[str, str | None]:
        return {"about": found.cell.about, "indicator": found.cell.indicator, "step": found.cell.step}


def named(meeting: Meeting, about: str, words: Words) -> str:
    """Whom or what a sheet is about."""
    return words("observe.about_meeting") if about == MEETING else meeting.name(about)


def usual_moment(meeting: Meeting, now: datetime) -> datetime:
    """When the meeting was to be, or was made, as far as that is over; else now."""
    begun = [opening.start.wall for track in meeting.tracks.values() for opening in track.openings]
    told = [min(begun)] if begun else [meeting.start.astimezone()] if meeting.start else []
    return min([*told, now]).astimezone()


def moment_said(day: str, hour: str, now: datetime) -> datetime | Refused:
    """The moment that was typed; a day without a year is the last such day."""
    today = now.astimezone().date()
    read, at = read_day(day, today), read_time(hour)
    if read is None:
        return refuse("typing.no_day", said=day)
    if at is None:
        return refuse("typing.no_hour", said=hour)
    if read > today and str(read.year) not in folded(day):
        read = _a_year_before(read)
    found = datetime.combine(read, at).astimezone()
    return refuse("typing.not_yet", when=found) if found > now else found


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28) + timedelta(days=1)


def paper_lines(
    grid: Grid, lines: Iterable[Asked], entry: tuple[object, str] | None, words: Words
) -> tuple[GridLine, ...]:
    """Headings and lines in the order of the paper, with what was typed beside each code."""
    found = list(lines)
    drawn: list[GridLine] = []
    for section in grid.sections:
        own = [each for each in found if grid.section_of[each.indicator.id] == section]
        if own:
            drawn.append(GridLine(section.id, section.title.to(words.language), key=f"section:{section.id}"))
        for each in own:
            text = each.indicator.text.to(words.language)
            shown_text = f"{each.cell.step}  {text}" if each.cell.step else text
            value = each.given.value if typed(each) and each.given else None
            cell = GridCell(
                shown(value, each.indicator, words), mark_of(each) if typed(each) else "+" if each.facts else " "
            )
            if entry is not None and entry[0] == each.cell:
                cell = GridCell(f"{entry[1]}_")
            drawn.append(GridLine(each.indicator.id, shown_text, (cell,), key=line_key(each)))
    return tuple(drawn)


def typed(found: Asked) -> bool:
    """Whether an answer from the paper stands there, and not one of the meeting's log."""
    return found.given is not None and found.given.origin == "mark"


def line_key(found: Asked) -> str:
    """What a line is found by."""
    return f"{found.cell.indicator} {found.cell.step or ''}"
