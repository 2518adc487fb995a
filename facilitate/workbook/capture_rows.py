"""The rows of the tables about what the meeting brought: needs, decisions, actions, notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from facilitate.analysis.answers import visible_sheets
from facilitate.analysis.ranking import Results, results
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.grouping import grouped
from facilitate.domain.meeting.parts import Capture, Ranking
from facilitate.domain.meeting.state import Meeting
from facilitate.workbook.log_rows import group_columns, yes
from facilitate.workbook.names import Names
from facilitate.workbook.score_rows import facts


class NeedRow(NamedTuple):
    """A need with its theme; the dots it got itself, and how often it won when needs were compared in pairs.

    Where its theme was ranked as a whole, the theme's dots and pairs won stand in columns of their own, once for each
    of its needs: they are not to be summed. `rank` is the place of the theme, or of a need that has none.
    """

    need: str
    text: str
    theme: str
    dots: int
    pairs_won: int
    theme_dots: int | None
    theme_pairs_won: int | None
    rank: int | None
    step: str
    track: str
    sex: str
    age: str
    place: str
    by: str
    said_at: datetime


class DecisionRow(NamedTuple):
    """A decision."""

    decision: str
    text: str
    step: str
    track: str
    by: str
    said_at: datetime


class ActionRow(NamedTuple):
    """An action; `complete` where it has who, what and by when; `due_said` is the day as people said it."""

    action: str
    text: str
    owner: str
    due: date | None
    due_said: str
    complete: str
    status: str
    status_note: str
    step: str
    track: str
    by: str
    said_at: datetime


class NoteRow(NamedTuple):
    """A parked topic, a rule, a note; or a fact that an observer wrote under an indicator without an answer."""

    kind: str
    note: str
    text: str
    owner: str
    about: str
    indicator: str
    step: str
    by: str
    said_at: datetime


def need_rows(meeting: Meeting, names: Names) -> Iterator[NeedRow]:
    """Needs in the order in which they were said."""
    found = results(meeting)
    lines = {need: line for line in found.lines for need in line.unit.needs}
    for need in meeting.captured(CaptureKind.NEED):
        line = lines[need.id]
        own = [each for each in meeting.rankings if _adds(found, each)]
        yield NeedRow(
            need=need.id,
            text=need.text,
            theme=theme(meeting, need),
            dots=sum(each.counts.get(need.id, 0) for each in own if each.method == "dots"),
            pairs_won=sum(pair.winner == need.id for each in own for pair in each.pairs),
            theme_dots=line.dots if line.unit.theme and found.dots else None,
            theme_pairs_won=line.won if line.unit.theme and found.pairs else None,
            rank=line.place,
            step=need.step or "",
            track=need.track,
            **group_columns(need.group),
            by=names.of(need.by),
            said_at=need.at.wall,
        )


def _adds(found: Results, ranking: Ranking) -> bool:
    """Whether a group's count is added up; not where its people stand in another count."""
    counted = found.dots if ranking.method == "dots" else found.pairs
    return counted is not None and any(each.group == ranking.group for each in counted.adding)


def theme(meeting: Meeting, need: Capture) -> str:
    """The title of a need's theme; where there is none, what was said when it was written down."""
    found = meeting.themes.get(grouped(meeting).get(need.id, ""))
    return found.title if found else need.theme or ""


def decision_rows(meeting: Meeting, names: Names) -> Iterator[DecisionRow]:
    """Decisions in the order in which they were said."""
    for each in meeting.captured(CaptureKind.DECISION):
        yield DecisionRow(each.id, each.text, each.step or "", each.track, names.of(each.by), each.at.wall)


def action_rows(meeting: Meeting, names: Names) -> Iterator[ActionRow]:
    """Actions in the order in which they were said."""
    for each in meeting.captured(CaptureKind.ACTION):
        yield ActionRow(
            action=each.id,
            text=each.text,
            owner=names.of(each.owner),
            due=each.due,
            due_said=each.due_said,
            complete=yes(each.complete),
            status=each.status,
            status_note=each.status_note,
            step=each.step or "",
            track=each.track,
            by=names.of(each.by),
            said_at=each.at.wall,
        )


def note_rows(meeting: Meeting, names: Names) -> Iterator[NoteRow]:
    """Parked topics, rules and notes, then facts without an answer on the sheets that are shown."""
    for each in meeting.captured(CaptureKind.PARKING, CaptureKind.RULE, CaptureKind.NOTE):
        yield NoteRow(
            each.what,
            each.id,
            each.text,
            names.of(each.owner),
            "",
            "",
            each.step or "",
            names.of(each.by),
            each.at.wall,
        )
    for sheet in visible_sheets(meeting):
        answered = {*sheet.marks, *sheet.tallies, *(each.cell for each in sheet.timings.values() if each.stop)}
        for fact in sheet.evidence.values():
            if fact.cell not in answered:
                about, step = names.about(fact.cell.about), fact.cell.step or fact.seen or ""
                by, text = names.of(sheet.observer), facts([fact])
                yield NoteRow("fact", fact.id, text, "", about, fact.cell.indicator, step, by, fact.at.wall)
