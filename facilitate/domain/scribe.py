"""Puts facts into envelopes: the identity, the order and the time of each event that is made here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from facilitate.domain.events import Event, Fact
from facilitate.domain.instants import Instant, Stamp, next_stamp

Machine: TypeAlias = Callable[[], Instant]
"""Tells what time it is on this laptop: its clock, its boot and the milliseconds since."""


class Scribe:
    """One replica: a writer with a random name of its own, which counts its events from 1."""

    def __init__(self, meeting: str, replica: str, machine: Machine) -> None:
        self.meeting = meeting
        self.replica = replica
        self.machine = machine
        self.seq = 0

    def write(
        self, by: str, fact: Fact, latest: Stamp, happened: datetime | None = None, now: Instant | None = None
    ) -> Event:
        """The next event of this replica, after `latest`, the greatest stamp it has seen. Call `kept` once it is.

        The facts of one act share one `now`: that is how undo knows that they belong together.
        """
        now = now or self.machine()
        return Event(
            meeting=self.meeting,
            replica=self.replica,
            seq=self.seq + 1,
            at=next_stamp(latest, round(now.wall.timestamp() * 1000)),
            wall=now.wall,
            boot=now.boot,
            uptime=now.uptime,
            by=by,
            happened=happened,
            fact=fact,
        )

    def kept(self) -> None:
        """The last event is on disk: its number is used up."""
        self.seq += 1
