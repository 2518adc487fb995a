"""The fold's rules for scores, evidence, sheets, PINs and the debrief.

The last score of an observer in a cell stands. Scores that arrive for a sheet that had been sent are a clash: what was
sent stands until it is recalled. What arrives late under a code that an amendment has renamed stands under the new
one; under a code that goes on nowhere it is put aside with its version (`Sheet.earlier`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitate.domain.events import Event
from facilitate.domain.events import observing as facts
from facilitate.domain.meeting.parts import PinTaken
from facilitate.domain.meeting.placing import given_on, in_force, layer, place_of, version_with, with_sheet, written
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.sheets import Cell, Evidence, IntervalMark, Mark, Review, Sheet, Timing
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import anyone_else_visible
from facilitate.domain.model import replaced, with_item, without_item
from facilitate.domain.people import Role


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
    version, cell = place_of(meeting, fact)
    marks = layer(meeting, sheet, version).marks
    if fact.value is None:
        return written(meeting, sheet, version, marks=without_item(marks, cell))
    mark = Mark.model_construct(
        value=fact.value,
        event=event.id,
        seen=fact.step,
        at=event.instant,
        by=event.by,
        version=given_on(meeting, fact),
        reason=fact.reason,
        source=fact.source,
    )
    after = written(meeting, sheet, version, marks=with_item(marks, cell, mark))
    return after if fact.observer in (None, event.by) else _seen_by(after, event.by)


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
    version, cell = place_of(meeting, fact)
    said = layer(meeting, sheet, version)
    counts, steps = said.tallies.get(cell, {}), said.tallied_in.get(cell, {})
    count = max(0, counts.get(fact.group, 0) + fact.change)
    by_step = _pressed(steps.get(fact.group, {}), fact.step, fact.change)
    tallies = with_item(said.tallies, cell, with_item(counts, fact.group, count))
    tallied_in = with_item(said.tallied_in, cell, with_item(steps, fact.group, by_step))
    return written(meeting, sheet, version, tallies=tallies, tallied_in=tallied_in)


def _pressed(counts: Mapping[str | None, int], step: str | None, change: int) -> Mapping[str | None, int]:
    """The counts of each step, the one pressed in last standing last, after one more or one fewer there.

    One fewer where that step has none corrects what was pressed last: people notice a slip when the next step has
    begun. A step with none left is left out.
    """
    if change > 0:
        return {**without_item(counts, step), step: counts.get(step, 0) + 1}
    if not counts:
        return counts
    at = step if step in counts else [*counts][-1]
    return with_item(counts, at, counts[at] - 1) if counts[at] > 1 else without_item(counts, at)


def interval_marked(meeting: Meeting, event: Event, fact: facts.IntervalMarked) -> Meeting:
    sheet = _open_sheet(meeting, event, fact)
    if sheet is None:
        return clash(meeting, event, "clash.after_sending", indicator=fact.indicator)
    version, cell = place_of(meeting, fact)
    every = layer(meeting, sheet, version).intervals
    before = every.get(cell, {})
    if fact.missed and fact.interval in before:  # another program of this observer had not read the mark yet
        return meeting
    if fact.withdrawn:
        left = without_item(before, fact.interval)
        rest = with_item(every, cell, left) if left else without_item(every, cell)
        return written(meeting, sheet, version, intervals=rest)
    mark = IntervalMark(interval=fact.interval, codes=fact.codes, missed=fact.missed, seen=fact.step)
    return written(meeting, sheet, version, intervals=with_item(every, cell, with_item(before, fact.interval, mark)))


def timed(meeting: Meeting, event: Event, fact: facts.Timed) -> Meeting:
    sheet = _open_sheet(meeting, event, fact)
    if sheet is None:
        return clash(meeting, event, "clash.after_sending", indicator=fact.indicator)
    version, cell = place_of(meeting, fact)
    every = layer(meeting, sheet, version).timings
    if fact.withdrawn:
        return written(meeting, sheet, version, timings=without_item(every, fact.timing))
    before = every.get(fact.timing)
    timing = Timing(
        id=fact.timing,
        cell=cell,
        group=fact.group,
        start=fact.start,
        stop=fact.stop,
        seen=fact.step,
        typed=before.typed if before is not None and before.start == fact.start else event.instant,
    )
    return written(meeting, sheet, version, timings=with_item(every, fact.timing, timing))


def evidence_added(meeting: Meeting, event: Event, fact: facts.EvidenceAdded) -> Meeting:
    """A fact; one that a reviewer brings in, with its source, also on a sheet that was sent."""
    brought_in = fact.observer is not None and fact.source is not None
    sheet = meeting.sheet(fact.observer or event.by) if brought_in else _open_sheet(meeting, event, fact)
    if sheet is None:
        return clash(meeting, event, "clash.after_sending", indicator=fact.indicator)
    if version_with(meeting, sheet, fact.evidence) is not None:
        return clash(meeting, event, "clash.evidence_twice")
    fields = {name: getattr(fact, name) for name in ("text", "photo", "anchor", "on_paper", "source")}
    version, cell = place_of(meeting, fact)
    evidence = Evidence(id=fact.evidence, cell=cell, seen=fact.step, at=event.instant, by=event.by, **fields)
    every = layer(meeting, sheet, version).evidence
    return written(meeting, sheet, version, evidence=with_item(every, fact.evidence, evidence))


def evidence_changed(meeting: Meeting, event: Event, fact: facts.EvidenceChanged) -> Meeting:
    sheet = _open_sheet(meeting, event, fact)
    version = version_with(meeting, sheet, fact.evidence) if sheet else None
    if sheet is None or version is None:
        return clash(meeting, event, "clash.evidence_missing" if sheet else "clash.after_sending", indicator="")
    every = layer(meeting, sheet, version).evidence
    if fact.withdrawn:
        return written(meeting, sheet, version, evidence=without_item(every, fact.evidence))
    changed = with_item(every, fact.evidence, replaced(every[fact.evidence], text=fact.text))
    return written(meeting, sheet, version, evidence=changed)


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
    version, cell = place_of(meeting, fact)
    if not in_force(meeting, version):
        return _put_aside(meeting, (version, None, cell), _review(event, fact))
    return replaced(meeting, consensus=with_item(meeting.consensus, cell, _review(event, fact)))


def reviewed(meeting: Meeting, event: Event, fact: facts.Reviewed) -> Meeting:
    version, cell = place_of(meeting, fact)
    if not in_force(meeting, version):
        return _put_aside(meeting, (version, fact.observer, cell), _review(event, fact))
    return replaced(meeting, reviews=with_item(meeting.reviews, (fact.observer, cell), _review(event, fact)))


def _put_aside(meeting: Meeting, key: tuple[int, str | None, Cell], review: Review) -> Meeting:
    return replaced(meeting, earlier=with_item(meeting.earlier, key, review))


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
