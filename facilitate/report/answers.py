"""Values that observers give, and whom they are about, in words."""

from __future__ import annotations

from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Duration, Indicator
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.report.teller import Teller


def about(tell: Teller, subject: str) -> str:
    """A moderator's name, or the meeting."""
    return tell("report.the_meeting") if subject == MEETING else tell.name(subject)


def asked(tell: Teller, indicator: Indicator) -> str:
    """What an indicator asks."""
    return tell.own(indicator.text.to(tell.words.language)) or indicator.id


def where(tell: Teller, cell: Cell, seen: str | None = None) -> str:
    """Whom a cell is about, and the step in which it was seen."""
    step = cell.step or seen
    subject = about(tell, cell.about)
    return tell.words.listed((subject, tell.step(step))) if step else subject


def value(tell: Teller, grid: Grid, indicator: Indicator, given: Value | None) -> str:
    """An answer as people read it."""
    match given:
        case None:
            return ""
        case Answer():
            return tell(f"common.{given.value}")
        case Noted(text=text):
            return tell.own(text)
        case Chosen(choices=choices):
            options = indicator.options if isinstance(indicator, Choice) else ()
            labels = {option.id: tell.own(option.label.to(tell.words.language)) for option in options}
            return tell.words.listed(labels.get(each, each) for each in choices)
    return _number(tell, grid, indicator, given)


def _number(tell: Teller, grid: Grid, indicator: Indicator, given: float) -> str:
    number = tell.words.number(given)
    scale = grid.scale_of(indicator)
    label = scale.label(given).to(tell.words.language) if scale else ""
    if label:
        return tell("report.noted", what=number, note=tell.own(label))
    if isinstance(indicator, Duration) or (isinstance(indicator, Count) and indicator.measure == "seconds"):
        return tell.words.clock(round(given * 1000))
    if isinstance(indicator, Count) and indicator.measure == "percent":
        return tell("common.percent", number=number)
    return number
