"""What moves the agenda of a rehearsed meeting: its steps, tracks and pauses, the chair, and the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from facilitate.domain.events import running as r
from facilitate.kits.rehearsal.act import Act, act
from facilitate.kits.rehearsal.chance import seconds
from facilitate.kits.rehearsal.timetable import Slot
from facilitate.kits.rehearsal.voices import people


def moves(slots: Sequence[Slot], stream: Random, language: str) -> Iterator[Act]:
    """Each step opened by whoever has the chair then, and what happens to its clock; the meeting closed at the end."""
    reasons = people().reasons
    before: Slot | None = None
    chair = slots[0].chair
    for slot in slots:
        where = before.step.id if before else None
        if slot.skipped:
            reason = stream.choice(reasons.skip).to(language)
            skipped = r.StepSkipped(step=slot.step.id, reason=reason)
            yield act(slot.start - 4_000, chair.id, skipped, where)
            continue
        if slot.chair != chair:
            yield act(slot.start - 2_000, slot.chair.id, r.ChairTaken(from_=chair.id, to=slot.chair.id), where)
            chair = slot.chair
        yield act(slot.start, chair.id, r.StepOpened(step=slot.step.id, predecessor=where), slot.step.id)
        yield from _split(slot, before, stream)
        yield from _changes(slot, stream, language)
        before = slot
    if before:
        yield from _end(before)


def _split(slot: Slot, before: Slot | None, stream: Random) -> Iterator[Act]:
    """The groups that are not apart already from the step before."""
    at, known = slot.start, before.sides if before else ()
    for side in (each for each in slot.sides if each not in known):
        at += seconds(stream, 4, 9)
        opened = r.TrackOpened(
            track=side.track,
            title=side.title,
            step=slot.step.id,
            moderator=side.moderator.id if side.moderator else None,
            observers=side.observers,
        )
        yield act(at, slot.chair.id, opened, slot.step.id)


def _changes(slot: Slot, stream: Random, language: str) -> Iterator[Act]:
    reasons, step = people().reasons, slot.step.id
    if slot.extended:
        reason = stream.choice(reasons.extend).to(language)
        yield act(slot.at(0.75), slot.chair.id, r.Extended(step=step, minutes=slot.extended, reason=reason), step)
    if slot.pause:
        reason = stream.choice(reasons.pause).to(language)
        yield act(slot.pause[0], slot.chair.id, r.Paused(reason=reason), step)
        yield act(slot.pause[1], slot.chair.id, r.Resumed(), step)


def _end(slot: Slot) -> Iterator[Act]:
    """No step follows that would bring the groups of the last one together."""
    for side in slot.sides:
        yield act(slot.end - 3_000, slot.chair.id, r.TrackClosed(track=side.track), slot.step.id)
    yield act(slot.end, slot.chair.id, r.MeetingClosed(), slot.step.id)
