"""How the meeting was managed, as observers saw it: who has sent, section means, what went best, what to talk about."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.answers import visible_sheets
from facilitate.analysis.points import scorable
from facilitate.analysis.scores import Mean, Scores, SubjectScores, points_range, scores
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.sheets import Sheet
from facilitate.domain.meeting.view import given
from facilitate.report.agreement import in_report
from facilitate.report.answers import about
from facilitate.report.blocks import Block, Bullets, Paragraph, table
from facilitate.report.facts import agreed, facts, from_log, reviewed
from facilitate.report.remarkable import remarkable
from facilitate.report.sampled import counted, sampled
from facilitate.report.scores import by_observer, by_step
from facilitate.report.teller import Teller


def observed(tell: Teller) -> Iterator[Block]:
    """Nothing before the meeting has begun, unless a sheet came in, and nothing where nobody observes."""
    meeting = tell.meeting
    if meeting.grid is None or not (meeting.sheets or (meeting.observers and tell.begun)):
        return
    yield tell.part("report.observed")
    yield Bullets(tuple(_sent(tell)))
    shown = visible_sheets(meeting)
    if shown:
        yield from _scored(tell, meeting.grid)
        yield from sampled(tell, meeting.grid, shown)
        yield from counted(tell, meeting.grid, shown)
        yield from in_report(tell)
    elif any(sheet.hidden for sheet in meeting.sheets.values()):
        yield Paragraph(tell("report.observed.blind"))
    else:
        yield Paragraph(tell("report.observed.nothing"))
    yield from from_log(tell, meeting.grid)
    yield from facts(tell, meeting.grid, shown)
    yield from reviewed(tell, meeting.grid)
    yield from agreed(tell, meeting.grid)


def _scored(tell: Teller, grid: Grid) -> Iterator[Block]:
    """Nothing of means where the grid only describes: of ticks and counts that are worth no points there are none."""
    if any(scorable(grid, each) for each in grid.indicators()):
        found = scores(tell.meeting, tell.now)
        yield from _means(tell, grid, found)
        yield from by_observer(tell, found)
        yield from by_step(tell)
        yield from remarkable(tell, grid, found)


def _sent(tell: Teller) -> Iterator[str]:
    people = dict.fromkeys([*(each.id for each in tell.meeting.observers), *tell.meeting.sheets])
    for observer in people:
        yield tell("report.labelled", label=tell.name(observer), value=_state(tell, tell.meeting.sheet(observer)))
    if tell.meeting.debrief is not None:
        yield tell("report.observed.debrief", reason=tell.own(tell.meeting.debrief))


def _state(tell: Teller, sheet: Sheet) -> str:
    said = []
    if sheet.sent:
        said.append(tell("report.sheet.sent", moment=sheet.sent.wall))
    elif given(tell.meeting, sheet):
        said.append(tell("report.sheet.released"))
    else:
        said.append(tell("report.sheet.recalled" if sheet.recalled else "report.sheet.not_sent"))
    if sheet.imported:
        said.append(tell("report.sheet.imported"))
    if sheet.after_seeing:
        said.append(tell("report.sheet.after_seeing"))
    return tell.words.listed(said)


def _means(tell: Teller, grid: Grid, found: Scores) -> Iterator[Block]:
    """Sections down, moderators and the meeting across."""
    subjects = [each for each in found.subjects if _has_mean(each)]
    yield tell.part("report.means", 2)
    if not subjects:
        yield Paragraph(tell("report.means.too_little", percent=tell.words.percent(grid.scoring.enough)))
        return
    yield Paragraph(_how_to_read(tell, grid))
    header = (tell("report.section"), *(about(tell, each.about) for each in subjects))
    titles = {section.id: tell.own(section.title.to(tell.words.language)) for section in grid.sections}
    rows = [
        (titles[section], *(_mean(tell, each.sections.get(section)) for each in subjects))
        for section in titles
        if any(section in each.sections for each in subjects)
    ]
    rows.append((tell("report.means.overall"), *(_mean(tell, each.overall) for each in subjects)))
    yield table(header, rows, numbers_from=1)
    if found.exercised.units:
        yield Paragraph(tell("report.means.exercised", used=found.exercised.used, units=found.exercised.units))


def _has_mean(subject: SubjectScores) -> bool:
    return any(each.mean is not None for each in (*subject.sections.values(), subject.overall))


def _how_to_read(tell: Teller, grid: Grid) -> str:
    spans = {points_range(grid, each) for each in grid.indicators()} - {None}
    if len(spans) != 1:
        return tell("report.means.how_to_read")
    low, high = next(span for span in spans if span)
    return f"{tell('report.means.scale', low=low, high=high)} {tell('report.means.how_to_read')}"


def _mean(tell: Teller, mean: Mean | None) -> str:
    if mean is None:
        return ""
    if mean.mean is None:
        return tell("report.means.not_shown")
    number = tell.words.number(mean.mean, 1)
    if not mean.observers:
        return tell("report.means.log", mean=number)
    if mean.spread is None:
        return number
    return tell("report.means.spread", mean=number, spread=tell.words.number(mean.spread, 1))
