"""What a rehearsed meeting brings beside its needs: attendance, rules, notes, decisions, actions, parked topics, the
participants' evaluation; and energisers that are run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import CaptureChanged, Captured, CaptureKind
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.events.running import EVALUATION, EnergiserRun, Evaluated
from facilitate.domain.model import Wording
from facilitate.domain.people import Group
from facilitate.kits.rehearsal.act import Act, act
from facilitate.kits.rehearsal.cast import Cast
from facilitate.kits.rehearsal.chance import Chance, Ids, shuffled
from facilitate.kits.rehearsal.needs import Needs
from facilitate.kits.rehearsal.timetable import Slot
from facilitate.kits.rehearsal.voices import Repertoire


class Notebook:
    """What the note-taker writes, step by step, as each step asks for it in `records`."""

    def __init__(self, cast: Cast, repertoire: Repertoire, chance: Chance, language: str, day: date) -> None:
        self._cast, self._language, self._day = cast, language, day
        self._stream = chance.stream("notebook")
        self._ids = Ids(chance.stream("captures"))
        self._needs = Needs(cast, repertoire, chance, language)
        self._unsaid: dict[CaptureKind, list[Wording]] = {
            CaptureKind.RULE: shuffled(repertoire.rules, self._stream),
            CaptureKind.NOTE: [*shuffled(repertoire.notes[1:], self._stream), repertoire.notes[0]],  # consent first
            CaptureKind.DECISION: list(repertoire.decisions[-2::-1]),
            CaptureKind.PARKING: shuffled(repertoire.parking, self._stream),
        }
        self._confirmation = repertoire.decisions[-1]
        self._deeds = shuffled(repertoire.actions, self._stream)
        self._parked: list[str] = []

    def acts(self, slots: Sequence[Slot]) -> Iterator[Act]:
        """Everything that is written down, in the order of the steps."""
        held = [slot for slot in slots if not slot.skipped]
        asks = {slot.step.id: _asked(slot, slot == held[0], slot == held[-1]) for slot in held}
        gathering = [slot.step.id for slot in held if "need" in asks[slot.step.id]]
        for slot in held:
            yield from self._energiser(slot)
            for record in asks[slot.step.id]:
                if record == "need":
                    yield from self._need(slot, gathering)
                else:
                    yield from self._record(record, slot)

    def _record(self, record: str, slot: Slot) -> Iterator[Act]:
        writers: Mapping[str, Callable[[Slot], Iterator[Act]]] = {
            "attendance": self._attendance,
            "rule": lambda slot: self._said(CaptureKind.RULE, slot, self._stream.randint(3, 5)),
            "note": self._notes,
            "decision": lambda slot: self._said(CaptureKind.DECISION, slot, self._stream.randint(1, 2), 0.6),
            "confirmation": self._confirmed,
            "vote": self._needs.ranked,
            "action": self._actions,
            "parking": self._parking,
            "follow_up": self._follow_up,
            "evaluation": self._evaluation,
        }
        if record in writers:
            yield from writers[record](slot)

    def _need(self, slot: Slot, gathering: Sequence[str]) -> Iterator[Act]:
        """The first step that asks for needs collects them, the second groups them; one alone does both."""
        place = gathering.index(slot.step.id)
        if place == 0:
            yield from self._needs.collected(slot)
        if place == 1 or len(gathering) == 1:
            yield from self._needs.grouped(slot, 0.3 if place else 0.66)

    def _energiser(self, slot: Slot) -> Iterator[Act]:
        if slot.step.energiser:
            minutes = max(1, round(slot.length / 60_000) - 1)
            run = EnergiserRun(energiser=slot.step.energiser, minutes=minutes, step=slot.step.id)
            yield act(slot.at(0.9), slot.chair.id, run, slot.step.id)

    def _attendance(self, slot: Slot) -> Iterator[Act]:
        heads = Counter((each.group.sex, each.group.age) for each in self._cast.participants if each.group)
        moments = slot.moments(self._stream, len(heads), 0.5, 0.95)
        for (sex, age), at in zip(sorted(heads, key=str), moments, strict=True):
            counted = AttendanceCounted(group=Group(sex=sex, age=age), number=heads[sex, age], step=slot.step.id)
            yield act(at, self._cast.note_taker.id, counted, slot.step.id)

    def _said(self, kind: CaptureKind, slot: Slot, number: int, first: float = 0.2) -> Iterator[Act]:
        for at in slot.moments(self._stream, min(number, len(self._unsaid[kind])), first):
            text = self._unsaid[kind].pop().to(self._language)
            yield self._write(at, slot, Captured(capture=self._ids.new("c"), what=kind, text=text))

    def _confirmed(self, slot: Slot) -> Iterator[Act]:
        self._unsaid[CaptureKind.DECISION].append(self._confirmation)
        yield from self._said(CaptureKind.DECISION, slot, 1, 0.6)

    def _write(self, at: int, slot: Slot, fact: Captured, track: str = PLENARY) -> Act:
        placed = fact.model_copy(update={"step": slot.step.id, "track": track})
        return act(at, self._cast.note_taker.id, placed, slot.step.id)

    def _notes(self, slot: Slot) -> Iterator[Act]:
        """One note, or one from each group."""
        tracks = [side.track for side in slot.sides] or [PLENARY]
        for track, at in zip(tracks, slot.moments(self._stream, len(tracks), 0.4), strict=True):
            if self._unsaid[CaptureKind.NOTE]:
                text = self._unsaid[CaptureKind.NOTE].pop().to(self._language)
                note = Captured(capture=self._ids.new("c"), what=CaptureKind.NOTE, text=text)
                yield self._write(at, slot, note, track)

    def _actions(self, slot: Slot) -> Iterator[Act]:
        """Some actions; one of them lacks its owner or its day."""
        number = min(self._stream.randint(3, 4), len(self._deeds))
        lacking = self._stream.randrange(number) if number else 0
        lacks_owner = self._stream.random() < 0.5
        for place, at in enumerate(slot.moments(self._stream, number, 0.2)):
            deed = self._deeds.pop()
            owner = self._stream.choice((*self._cast.participants, self._cast.note_taker)).id
            dated = place != lacking or lacks_owner
            action = Captured(
                capture=self._ids.new("c"),
                what=CaptureKind.ACTION,
                text=deed.text.to(self._language),
                owner=None if place == lacking and lacks_owner else owner,
                due=self._day + timedelta(days=deed.days) if dated else None,
                due_said=deed.said.to(self._language) if deed.said and dated else "",
            )
            yield self._write(at, slot, action)

    def _parking(self, slot: Slot) -> Iterator[Act]:
        for parked in self._said(CaptureKind.PARKING, slot, self._stream.randint(1, 2), 0.3):
            if isinstance(parked.fact, Captured):
                self._parked.append(parked.fact.capture)
            yield parked

    def _follow_up(self, slot: Slot) -> Iterator[Act]:
        """Parked topics get somebody who follows them; one may be left."""
        followed = self._parked[: max(1, len(self._parked) - self._stream.randint(0, 1))]
        for capture, at in zip(followed, slot.moments(self._stream, len(followed), 0.3), strict=True):
            owner = self._stream.choice((self._cast.trainer, *self._cast.moderators, self._cast.note_taker))
            yield act(at, self._cast.note_taker.id, CaptureChanged(capture=capture, owner=owner.id), slot.step.id)

    def _evaluation(self, slot: Slot) -> Iterator[Act]:
        number = max(1, len(self._cast.participants) - self._stream.randint(0, 2))
        marks = Counter(self._stream.choices(EVALUATION, weights=(7, 3, 1), k=number))
        counts = {answer: marks[answer] for answer in EVALUATION}
        yield act(slot.at(0.9), self._cast.note_taker.id, Evaluated(counts=counts), slot.step.id)


def _asked(slot: Slot, first: bool, last: bool) -> tuple[str, ...]:
    """What a step asks to be written down. An agreement of the group is rules; people are counted when they come, and
    asked before they go."""
    records = [
        "rule" if slot.step.method == "group-agreement" and each == "decision" else each for each in slot.step.records
    ]
    if last:
        at_the_end = {"parking": "follow_up", "decision": "confirmation"}
        records = [at_the_end.get(each, each) for each in records]
    if first and "attendance" not in records:
        records.insert(0, "attendance")
    return (*records, "evaluation") if last else tuple(records)
