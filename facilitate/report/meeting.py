"""One meeting in words, for the people who were there, the trainers and the programme."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.language.words import Words
from facilitate.report.blocks import Block
from facilitate.report.caveats import caveats
from facilitate.report.course import course
from facilitate.report.frame import frame
from facilitate.report.needs import needs
from facilitate.report.observed import observed
from facilitate.report.results import results
from facilitate.report.speaking import speaking
from facilitate.report.teller import Teller


def blocks(meeting: Meeting, now: Instant, words: Words, level: int = 1) -> tuple[Block, ...]:
    """The report of a meeting, which is already what its reader may see; `level` is that of its title.

    Of a meeting that has not begun and brought nothing, only what was prepared is told.
    """
    return tuple(_told(Teller(meeting, now, words, level)))


def _told(tell: Teller) -> Iterator[Block]:
    yield from frame(tell)
    yield from course(tell)
    if tell.begun:
        yield from needs(tell)
        yield from results(tell)
    yield from speaking(tell)
    yield from observed(tell)
    yield from caveats(tell)
