"""What the report does not show, and why; and what did not fit when copies of the meeting were put together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitate.domain.meeting.state import Clash
from facilitate.domain.meeting.view import awaited
from facilitate.report.blocks import Block, Bullets
from facilitate.report.teller import Teller

_PEOPLE, _STEPS = frozenset(("person",)), frozenset(("step", "open"))


def caveats(tell: Teller) -> Iterator[Block]:
    """Sheets that are not shown, events that were not understood, clashes."""
    lines = tuple(_not_shown(tell))
    if lines:
        yield tell.part("report.not_shown")
        yield Bullets(lines)
    if tell.meeting.clashes:
        yield tell.part("report.clashes")
        yield Bullets(tuple(_clash(tell, each) for each in tell.meeting.clashes))


def _not_shown(tell: Teller) -> Iterator[str]:
    meeting = tell.meeting
    waiting = [each for each in awaited(meeting) if tell.begun and not _shown(tell, each)]
    if waiting:
        yield tell("report.not_shown.not_sent", count=len(waiting), names=tell.names(waiting))
    sent = [each.observer for each in meeting.sheets.values() if each.hidden and each.observer not in waiting]
    if sent:
        yield tell("report.not_shown.held_back", count=len(sent), names=tell.names(sent))
    if meeting.unknown:
        yield tell("report.not_shown.unknown", count=meeting.unknown)


def _shown(tell: Teller, observer: str) -> bool:
    """An observer's own report shows their own sheet before it is sent."""
    sheet = tell.meeting.sheet(observer)
    return sheet.begun and not sheet.hidden


def _clash(tell: Teller, clash: Clash) -> str:
    values: dict[str, Any] = {name: _value(tell, name, value) for name, value in clash.values.items()}
    what = tell(clash.message, **values)
    if what == clash.message:
        what = tell("report.clashes.other")
    return tell("report.clashes.by", name=tell.name(clash.by), what=what)


def _value(tell: Teller, name: str, value: object) -> object:
    if name in _PEOPLE:
        return tell.name(str(value))
    if name in _STEPS:
        return tell.step(str(value)) if value else tell("report.clashes.no_step")
    return tell.own(value) if isinstance(value, str) else value
