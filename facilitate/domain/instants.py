"""Points in time that survive suspend, two screens and a changed date, and the order of events.

A duration between two points of the same boot is the difference of their `uptime`, which also counts in suspend;
between two boots it is the difference of what the clocks said, and marked approximate.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, NamedTuple, TypeAlias

from pydantic import AwareDatetime, StringConstraints

from facilitate.domain.model import Frozen

Stamp: TypeAlias = Annotated[str, StringConstraints(pattern=r"^0[0-9a-f]{11}-[0-9a-f]{4}$")]
"""A hybrid logical clock: milliseconds since 1970 in 12 hexadecimal digits, a counter in 4. Sorts as text.

Its first digit is 0, which lasts until the year 2527: a stamp beyond would leave no room for any that must follow it.

Kulkarni et al. (2014), Logical Physical Clocks: follows the laptop's clock where it can, and causes always come first.
"""

NO_STAMP: Stamp = "000000000000-0000"


def next_stamp(latest: Stamp, wall_ms: int) -> Stamp:
    """The stamp of an event made now by a laptop that says `wall_ms` and has seen nothing later than `latest`."""
    milliseconds, counter = int(latest[:12], 16), int(latest[13:], 16)
    if wall_ms > milliseconds:
        milliseconds, counter = wall_ms, 0
    elif counter == 0xFFFF:
        milliseconds, counter = milliseconds + 1, 0
    else:
        counter += 1
    return f"{milliseconds:012x}-{counter:04x}"


class Instant(Frozen):
    """When something took place: what the laptop's clock said, and milliseconds since that boot."""

    wall: AwareDatetime
    boot: str = ""
    uptime: int = 0

    @property
    def time(self) -> str:
        """The time of day as this laptop's people read it."""
        return f"{self.wall.astimezone():%H:%M}"


class Span(NamedTuple):
    """A length of time in milliseconds; approximate where only clocks could tell it."""

    ms: int
    approximate: bool = False

    @property
    def minutes(self) -> float:
        return self.ms / 60_000

    def plus(self, other: Span) -> Span:
        """The two lengths one after the other; approximate if either is."""
        return Span(self.ms + other.ms, self.approximate or other.approximate)

    def minus(self, other: Span) -> Span:
        """The first without the second; approximate if either is."""
        return Span(self.ms - other.ms, self.approximate or other.approximate)


NO_TIME = Span(0)


def between(start: Instant, end: Instant) -> Span:
    """How long it took from start to end, never less than nothing."""
    if start.boot and start.boot == end.boot:
        return Span(max(0, end.uptime - start.uptime))
    return Span(max(0, round((end.wall - start.wall).total_seconds() * 1000)), approximate=True)


def total(spans: Iterable[Span]) -> Span:
    """The sum of some lengths."""
    result = NO_TIME
    for span in spans:
        result = result.plus(span)
    return result
