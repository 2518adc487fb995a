"""Blind until sent: what each person may see of a meeting, as one function and not as a habit (design §4).

An observer sees the others' scores only after sending their own. Everybody else waits until all have sent, or until a
trainer opens the debrief with a reason. A sheet that was not sent, or was recalled, is seen by its observer only;
that of an absent observer can be released by a moderator and a trainer together. Whoever types a sheet from paper
sees what they have typed until it is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitate.domain.meeting.sheets import Evidence, Mark, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced
from facilitate.domain.people import Role


def released(meeting: Meeting, sheet: Sheet) -> bool:
    """Whether a moderator and a trainer have both said that nobody waits for this sheet."""
    people = [meeting.people.get(person) for person in sheet.released]
    return any(each and each.has(Role.MODERATOR) for each in people) and any(
        each and each.has(Role.TRAINER) for each in people
    )


def given(meeting: Meeting, sheet: Sheet) -> bool:
    """Whether the sheet may be shown to anybody but its observer."""
    return sheet.sent is not None or released(meeting, sheet)


def awaited(meeting: Meeting) -> tuple[str, ...]:
    """Observers who have not sent, and whom the others still wait for."""
    return tuple(
        person.id
        for person in meeting.observers
        if not given(meeting, meeting.sheet(person.id)) and not (person.left and not meeting.sheet(person.id).begun)
    )


def scores_open(meeting: Meeting) -> bool:
    """Whether people who do not observe may see the scores."""
    if meeting.debrief is not None:
        return True
    return not awaited(meeting) and any(given(meeting, sheet) for sheet in meeting.sheets.values())


def sees_scores(meeting: Meeting, person: str | None) -> bool:
    """Whether somebody sees scores other than their own."""
    found = meeting.people.get(person or "")
    if found and found.has(Role.OBSERVER):
        return meeting.sheet(found.id).sent is not None
    return scores_open(meeting)


def anyone_else_visible(meeting: Meeting, observer: str) -> bool:
    """Whether an observer can see the scores of another one now."""
    others = (sheet for sheet in meeting.sheets.values() if sheet.observer != observer)
    return sees_scores(meeting, observer) and any(given(meeting, sheet) and sheet.begun for sheet in others)


def see(meeting: Meeting, person: str | None) -> Meeting:
    """The meeting as one person may see it; `None` is somebody without a seat, such as a reader of an export.

    Hidden sheets stay listed, empty, so that one can see who has sent. PINs are in nobody's view.
    """
    open_ = sees_scores(meeting, person)
    sheets = {
        observer: sheet
        if observer == person or (open_ and given(meeting, sheet)) or _typed_by(sheet, person)
        else _emptied(sheet)
        for observer, sheet in meeting.sheets.items()
    }
    if open_:
        return replaced(meeting, sheets=sheets, pins={})
    return replaced(meeting, sheets=sheets, pins={}, consensus={}, reviews={}, earlier={})


def _typed_by(sheet: Sheet, person: str | None) -> bool:
    """Whether this person is typing the whole of it from paper: they see what they type until it is sent."""
    if sheet.sent is not None or sheet.own or not sheet.begun:
        return False
    layers = (sheet, *sheet.earlier.values())
    typed = [by for said in layers for by in (*_by(said.marks), *_by(said.evidence))]
    return all(by == person for by in typed)


def _by(said: Mapping[Any, Mark] | Mapping[str, Evidence]) -> tuple[str, ...]:
    return tuple(each.by for each in said.values())


def _emptied(sheet: Sheet) -> Sheet:
    return Sheet(
        observer=sheet.observer,
        sent=sheet.sent,
        first_sent=sheet.first_sent,
        recalled=sheet.recalled,
        released=sheet.released,
        imported=sheet.imported,
        hidden=True,
    )
