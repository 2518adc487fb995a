"""What stands behind the scores: facts that observers wrote, values from the meeting's log, what the team agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from facilitate.analysis.answers import visible_sheets
from facilitate.analysis.measures import measure
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Indicator
from facilitate.domain.meeting.sheets import Evidence, Sheet
from facilitate.domain.scale import Noted
from facilitate.report.answers import asked, value, where
from facilitate.report.blocks import Block, Bullets, Paragraph
from facilitate.report.teller import Teller


def facts(tell: Teller, grid: Grid, sheets: Sequence[Sheet]) -> Iterator[Block]:
    """Facts and notes by section, without the name of who wrote them."""
    found = [(section, list(_of_section(tell, section, sheets))) for section in grid.sections]
    if any(lines for _, lines in found):
        yield tell.part("report.facts", 2)
    for section, lines in found:
        if lines:
            yield Paragraph(tell("report.introduced", what=tell.own(section.title.to(tell.words.language))))
            yield Bullets(tuple(lines))


def _of_section(tell: Teller, section: Section, sheets: Sequence[Sheet]) -> Iterator[str]:
    for indicator in section.indicators:
        for sheet in sheets:
            noted = ((cell, mark) for cell, mark in sheet.marks.items() if cell.indicator == indicator.id)
            for cell, mark in noted:
                if isinstance(mark.value, Noted):
                    yield _line(tell, mark.value.text, where(tell, cell, mark.seen))
            for fact in sheet.evidence.values():
                if fact.cell.indicator == indicator.id:
                    yield _line(tell, _fact(tell, fact), where(tell, fact.cell, fact.seen), fact)


def _line(tell: Teller, text: str, place: str, fact: Evidence | None = None) -> str:
    said = tell.own(text)
    if fact and fact.photo:
        said = tell("report.facts.with_photo", text=said) if said else tell("report.facts.photo")
    return tell("report.noted", what=said, note=place)


def _fact(tell: Teller, fact: Evidence) -> str:
    return fact.text or (tell("report.facts.on_paper") if fact.on_paper else "")


def from_log(tell: Teller, grid: Grid) -> Iterator[Block]:
    """Each value that the log gives, and why where it cannot; an observer's own value is named beside it."""
    lines = tuple(_logged(tell, grid, each, each.auto) for each in grid.indicators() if each.auto)
    if lines and tell.meeting.plenary.openings:
        yield tell.part("report.log", 2)
        yield Bullets(lines)


def _logged(tell: Teller, grid: Grid, indicator: Indicator, name: str) -> str:
    return tell("report.labelled", label=asked(tell, indicator), value=_log_value(tell, grid, indicator, name))


def _log_value(tell: Teller, grid: Grid, indicator: Indicator, name: str) -> str:
    measured = measure(tell.meeting, name, tell.now)
    own = tell.words.listed(_by_hand(tell, grid, indicator))
    if measured.value is None:
        why = tell(measured.why or "")
        return tell("report.log.by_hand", values=own, why=why) if own else tell("report.log.asked", why=why)
    number = int(measured.value) if measured.value == int(measured.value) else measured.value
    said = tell("report.log.value", value=value(tell, grid, indicator, number))
    return tell("report.log.both", said=said, values=own) if own else said


def _by_hand(tell: Teller, grid: Grid, indicator: Indicator) -> Iterable[str]:
    for sheet in visible_sheets(tell.meeting):
        for cell, mark in sheet.marks.items():
            if cell.indicator == indicator.id:
                yield value(tell, grid, indicator, mark.value)


def agreed(tell: Teller, grid: Grid) -> Iterator[Block]:
    """Scores that the team agreed upon after talking."""
    lines = []
    for cell, review in tell.meeting.consensus.items():
        indicator = grid.by_id.get(cell.indicator)
        if indicator is None or review.value is None:
            continue
        said = tell("report.noted", what=value(tell, grid, indicator, review.value), note=where(tell, cell))
        line = tell("report.labelled", label=asked(tell, indicator), value=said)
        lines.append(
            tell("report.consensus.because", line=line, reason=tell.own(review.reason)) if review.reason else line
        )
    if lines:
        yield tell.part("report.consensus", 2)
        yield Bullets(tuple(lines))


def reviewed(tell: Teller, grid: Grid) -> Iterator[Block]:
    """Answers that a trainer reviewed: they count as reviewed; what the observer said stands beside."""
    lines = []
    for (observer, cell), review in tell.meeting.reviews.items():
        indicator, sheet = grid.by_id.get(cell.indicator), tell.meeting.sheet(observer)
        if indicator is None or review.value is None or sheet.hidden:
            continue
        mark = sheet.marks.get(cell)
        line = tell(
            "report.reviewed.line" if mark else "report.reviewed.added",
            label=asked(tell, indicator),
            about=where(tell, cell),
            name=tell.name(observer),
            before=value(tell, grid, indicator, mark.value) if mark else "",
            after=value(tell, grid, indicator, review.value),
        )
        why = tell.own(review.reason)
        lines.append(tell("report.consensus.because", line=line, reason=why) if review.reason else line)
    if lines:
        yield tell.part("report.reviewed", 2)
        yield Bullets(tuple(lines))
