"""The fold's rules for scores, evidence, sheets, PINs and the debrief.

The last score of an observer in a cell stands. Scores that arrive for a sheet that had been sent are a clash: what was
sent stands until it is recalled.
"""

from __future__ import annotations

from typing import Any

from facilitate.domain.events import Event
from facilitate.domain.events import observing as facts
from facilitate.domain.meeting.parts import PinTaken
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.sheets import Cell, Evidence, IntervalMark, Mark, Review, Sheet, Timing, cell_of
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import anyone_else_visible
from facilitate.domain.model import replaced, with_item, without_item
from facilitate.domain.people import Role


def cell_for(meeting: Meeting, fact: facts.Observation | facts.ConsensusSet | facts.Reviewed) -> Cell:
    """The cell that a fact is about; an indicator that the grid does not have keeps the step out."""
    indicator = meeting.grid.by_id.get(fact.indicator) if meeting.grid else None
    return cell_of(indicator, fact.about, fact.step) if indicator else Cell(fact.about, fact.indicator)


def with_sheet(meeting: Meeting, sheet: Sheet) -> Meeting:
    return replaced(meeting, sheets=with_item(meeting.sheets, sheet.observer, sheet))


def _open_sheet(meeting: Meeting, event: Event, fact: facts.Observation | facts.EvidenceChanged) -> Sheet | None:
    """The sheet that the event writes on; nothing where it was sent already."""
    sheet = meeting.sheet(fact.observer or event.by)
    if sheet.sent:
        return None
    brought_in = isinstance(fact, facts.Observation) and fact.source is not None
    return sheet if brought_in or sheet.own else replaced(sheet, own=True)


def scored(meeting: Meeting, event: Event, fact: facts.Scored) -> Meeting:
    sheet = _open_sheet(meeting, event, fact)
    if sheet is None:
        return clash(meeting, event, "clash.after_sending", indicator=fact.indicator)
    cell = cell_for(meeting, fact)
    if fact.value is None:
        return with_sheet(meeting, replaced(sheet, marks=without_item(sheet.marks, cell)))
    mark = Mark.model_construct(
        value=fact.value,
        event=event.id,
        seen=fact.step,
        at=event.instant,
        by=event.by,
        version=max(0, len(meeting.grids.versions) - 1),
        reason=fact.reason,
        source=fact.source,
    )
    written = with_sheet(meeting, replaced(sheet, marks=with_item(sheet.marks, cell, mark)))
    return written if fact.observer in (None, event.by) else _seen_by(written, event.by)


def _seen_by(meeting: Meeting, typist: str) -> Meeting:
    """Whoever types another observer's sheet has seen it."""
    person, sheet = meeting.people.get(typist), meeting.sheet(typist)
    if person is None or not person.has(Role.OBSERVER) or sheet.saw:
        return meeting
    return with_sheet(meeting, replaced(sheet, saw=True))


def tallied(meeting: Meeting, event: Event, fact: facts.Tallied) -> Meeting:
    sheet = _open_sheet(meeting, event, fact)
    if sheet is None:
        return clash(meeting, event, "clash.after_sending", indicator=fact.indicator)
    cell = cell_for(meeting, fact)
    counts = sheet.tallies.get(cell, {})
    count = max(0, counts.get(fact.group, 0) + fact.change)
    tallies = with_item(sheet.tallies, cell, with_item(counts, fact.group, count))
    return with_sheet(meeting, replaced(sheet, tallies=tallies))


def interval_marked(meeting: Meeting, event: Event, fact: facts.IntervalMarked) -> Meeting:
    sheet = _open_sheet(meeting, event, fact)
    if sheet is None:
        return clash(meeting, event, "clash.after_sending", indicator=fact.indicator)
    cell = cell_for(meeting, fact)
    before = sheet.intervals.get(cell, {})
    if fact.missed and fact.interval in before:  # another program of this observer had not read the mark yet
        return meeting
    if fact.withdrawn:
        left = without_item(before, fact.interval)
        rest = with_item(sheet.intervals, cell, left) if left else without_item(sheet.intervals, cell)
        return with_sheet(meeting, replaced(sheet, intervals=rest))
    mark = IntervalMark(interval=fact.interval, codes=fact.codes, missed=fact.missed, seen=fact.step)
    marks = with_item(before, fact.interval, mark)
    return with_sheet(meeting, replaced(sheet, intervals=with_item(sheet.intervals, cell, marks)))


def timed(meeting: Meeting, event: Event, fact: facts.Timed) -> Meeting:
    sheet = _open_sheet(meeting, event, fact)
    if sheet is None:
        return clash(meeting, event, "clash.after_sending", indicator=fact.indicator)
    if fact.withdrawn:
        return with_sheet(meeting, replaced(sheet, timings=without_item(sheet.timings, fact.timing)))
    before = sheet.timings.get(fact.timing)
    timing = Timing(
        id=fact.timing,
        cell=cell_for(meeting, fact),
        group=fact.group,
        start=fact.start,
        stop=fact.stop,
        seen=fact.step,
        typed=before.typed if before is not None and before.start == fact.start else event.instant,
    )
    return with_sheet(meeting, replaced(sheet, timings=with_item(sheet.timings, fact.timing, timing)))


def evidence_added(meeting: Meeting, event: Event, fact: facts.EvidenceAdded) -> Meeting:
    """A fact; one that a reviewer brings in, with its source, also on a sheet that was sent."""
    brought_in = fact.observer is not None and fact.source is not None
    sheet = meeting.sheet(fact.observer or event.by) if brought_in else _open_sheet(meeting, event, fact)
    if sheet is None:
        return clash(meeting, event, "clash.after_sending", indicator=fact.indicator)
    if fact.evidence in sheet.evidence:
        return clash(meeting, event, "clash.evidence_twice")
    fields = {name: getattr(fact, name) for name in ("text", "photo", "anchor", "on_paper", "source")}
    cell = cell_for(meeting, fact)
    evidence = Evidence(id=fact.evidence, cell=cell, seen=fact.step, at=event.instant, by=event.by, **fields)
    return with_sheet(meeting, replaced(sheet, evidence=with_item(sheet.evidence, fact.evidence, evidence)))


def evidence_changed(meeting: Meeting, event: Event, fact: facts.EvidenceChanged) -> Meeting:
    sheet = _open_sheet(meeting, event, fact)
    if sheet is None or fact.evidence not in sheet.evidence:
        return clash(meeting, event, "clash.evidence_missing" if sheet else "clash.after_sending", indicator="")
    if fact.withdrawn:
        return with_sheet(meeting, replaced(sheet, evidence=without_item(sheet.evidence, fact.evidence)))
    evidence = replaced(sheet.evidence[fact.evidence], text=fact.text)
    return with_sheet(meeting, replaced(sheet, evidence=with_item(sheet.evidence, fact.evidence, evidence)))


def sheet_sent(meeting: Meeting, event: Event, fact: facts.SheetSent) -> Meeting:
    observer = fact.observer or event.by
    sheet = meeting.sheet(observer)
    if sheet.sent:
        return clash(meeting, event, "clash.sent_twice", person=observer)
    sent = replaced(
        sheet,
        sent=event.instant,
        first_sent=sheet.first_sent or event.instant,
        recalled=False,
        after_seeing=sheet.saw,
        imported=sheet.imported or fact.observer is not None,
    )
    return _seen(with_sheet(meeting, sent))


def _seen(meeting: Meeting) -> Meeting:
    """Whoever can see another's scores now has seen them, whatever is recalled later."""
    sheets = {
        observer: sheet if sheet.saw or not anyone_else_visible(meeting, observer) else replaced(sheet, saw=True)
        for observer, sheet in meeting.sheets.items()
    }
    return replaced(meeting, sheets=sheets)


def sheet_recalled(meeting: Meeting, event: Event, fact: facts.SheetRecalled) -> Meeting:
    sheet = meeting.sheet(fact.observer or event.by)
    if not sheet.sent:
        return clash(meeting, event, "clash.not_sent", person=sheet.observer)
    return with_sheet(meeting, replaced(sheet, sent=None, recalled=True, recall_reason=fact.reason))


def sheet_released(meeting: Meeting, event: Event, fact: facts.SheetReleased) -> Meeting:
    sheet = meeting.sheet(fact.observer)
    released = with_item(sheet.released, event.by, fact.reason)
    return _seen(with_sheet(meeting, replaced(sheet, released=released)))


def pin_set(meeting: Meeting, event: Event, fact: facts.PinSet) -> Meeting:
    person = meeting.people.get(fact.person)
    if person is None:
        return clash(meeting, event, "clash.person_missing", person=fact.person)
    pins, taken = without_item(meeting.pins, fact.person), without_item(meeting.pins_taken, fact.person)
    if fact.pin is not None:
        pins = with_item(pins, fact.person, fact.pin)
    elif event.by != fact.person:
        told = PinTaken(by=event.by, reason=fact.reason, at=event.instant)
        taken = with_item(taken, fact.person, told)
    people = with_item(meeting.people, fact.person, replaced(person, pin=fact.pin is not None))
    return replaced(meeting, people=people, pins=pins, pins_taken=taken)


def debrief_opened(meeting: Meeting, event: Event, fact: facts.DebriefOpened) -> Meeting:
    if meeting.debrief is not None:
        return clash(meeting, event, "clash.debrief_twice")
    return _seen(replaced(meeting, debrief=fact.reason))


def _review(event: Event, fact: Any) -> Review:
    return Review(value=fact.value, reason=fact.reason, by=event.by, at=event.instant, source=fact.source)


def consensus_set(meeting: Meeting, event: Event, fact: facts.ConsensusSet) -> Meeting:
    consensus = with_item(meeting.consensus, cell_for(meeting, fact), _review(event, fact))
    return replaced(meeting, consensus=consensus)


def reviewed(meeting: Meeting, event: Event, fact: facts.Reviewed) -> Meeting:
    key = (fact.observer, cell_for(meeting, fact))
    return replaced(meeting, reviews=with_item(meeting.reviews, key, _review(event, fact)))


RULES: Rules = {
    facts.Scored: scored,
    facts.Tallied: tallied,
    facts.IntervalMarked: interval_marked,
    facts.Timed: timed,
    facts.EvidenceAdded: evidence_added,
    facts.EvidenceChanged: evidence_changed,
    facts.SheetSent: sheet_sent,
    facts.SheetRecalled: sheet_recalled,
    facts.SheetReleased: sheet_released,
    facts.PinSet: pin_set,
    facts.DebriefOpened: debrief_opened,
    facts.ConsensusSet: consensus_set,
    facts.Reviewed: reviewed,
}
