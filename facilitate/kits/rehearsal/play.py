"""A rehearsed meeting played at once: the script through the domain's decisions, on a laptop whose clock follows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from facilitate.domain.agenda import Kit
from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.running import StepOpened
from facilitate.domain.instants import Instant
from facilitate.domain.model import Language
from facilitate.domain.record import Record
from facilitate.domain.scribe import Scribe
from facilitate.kits.rehearsal.script import Script, script

_PREPARED_MS = 30 * 60_000
"""How long before the first act of the meeting people begin to prepare it."""

_TYPING_MS = 4_000
_BOOTED_MS = 60_000


class Unplayable(Exception):
    """Something in the script was refused; a rehearsal never does a refused thing."""

    def __init__(self, by: str, fact: Fact, refused: Refused) -> None:
        super().__init__(f"{fact.kind} by {by}: {refused.message} {dict(refused.values)}")
        self.refused = refused


def play(
    kit: Kit,
    seed: int,
    *,
    moderators: int = 2,
    observers: int = 2,
    language: Language = "en",
    start: datetime | None = None,
) -> Record:
    """The whole meeting. Raises Unplayable where the domain refuses something."""
    return perform(script(kit, seed, moderators=moderators, observers=observers, language=language, start=start))


def perform(written: Script, until: str | None = None) -> Record:
    """The events of a script: all of it, or no further than the opening of the step `until`. Raises Unplayable."""
    room = _Room(written)
    for number, (by, fact) in enumerate(written.setup):
        room.do(room.first_ms + number * _TYPING_MS, by, fact)
    for each in written.acts:
        room.do(each.offset_ms, each.by, each.fact)
        if isinstance(each.fact, StepOpened) and each.fact.step == until:
            break
    return room.record


def lines(record: Record) -> Iterator[str]:
    """The journal, one JSON object a line."""
    return (event.to_json() for event in record.events)


class _Room:
    """The laptop of a rehearsal; its clock stands where the script is."""

    def __init__(self, written: Script) -> None:
        begin = min((each.offset_ms for each in written.acts), default=0)
        self.first_ms = begin - max(_PREPARED_MS, len(written.setup) * _TYPING_MS + _BOOTED_MS)
        self.record = Record()
        self._written = written
        self._now_ms = self.first_ms
        self._scribe = Scribe(written.meeting, written.replica, self._machine)

    def _machine(self) -> Instant:
        wall = self._written.start + timedelta(milliseconds=self._now_ms)
        return Instant(wall=wall, boot=self._written.boot, uptime=self._now_ms - self.first_ms + _BOOTED_MS)

    def do(self, at_ms: int, by: str, fact: Fact) -> None:
        """One thing is done by somebody."""
        self._now_ms = at_ms
        decided = decide(self.record.meeting, self.record.undo, by, fact)
        if isinstance(decided, Refused):
            raise Unplayable(by, fact, decided)
        event = self._scribe.write(by, decided, self.record.latest)
        self._scribe.kept()
        self.record.add([event])
