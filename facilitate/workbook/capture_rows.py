"""The rows of the tables about what the meeting brought: needs, decisions, actions, notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from facilitate.analysis.answers import visible_sheets
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.workbook.log_rows import group_columns, yes
from facilitate.workbook.names import Names
from facilitate.workbook.score_rows import facts


class NeedRow(NamedTuple):
    """A need, with its theme, the dots it got, and how often it won when needs were compared in pairs."""

    need: str
    text: str
    theme: str
    dots: int
    pairs_won: int
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
    for need in meeting.captured(CaptureKind.NEED):
        yield NeedRow(
            need=need.id,
            text=need.text,
            theme=theme(meeting, need),
            dots=sum(each.counts.get(need.id, 0) for each in meeting.rankings if each.method == "dots"),
            pairs_won=sum(pair.winner == need.id for each in meeting.rankings for pair in each.pairs),
            step=need.step or "",
            track=need.track,
            **group_columns(need.group),
            by=names.of(need.by),
            said_at=need.at.wall,
        )


def theme(meeting: Meeting, need: Capture) -> str:
    """The theme that a need was grouped under, else the one it was given when it was said."""
    grouped = next((each.title for each in meeting.themes.values() if need.id in each.needs), "")
    given = meeting.themes.get(need.theme or "")
    return grouped or (given.title if given else need.theme or "")


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
