"""Facts of a script made to fit a meeting that has gone another way than the script."""

from __future__ import annotations

from typing import TypeGuard

from facilitate.domain.events import Fact
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import running as r
from facilitate.domain.events.base import PLENARY
from facilitate.domain.meeting.placing import cell_for
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced

OF_THE_MOMENT = (
    r.ChairTaken,
    r.TurnStarted,
    r.TurnEnded,
    r.TurnCorrected,
    r.TurnQueued,
    r.EnergiserRun,
)
"""What makes sense only while its step is open; what is written down may be written later."""


def opened(meeting: Meeting, step: str | None) -> bool:
    """Whether a step has been opened in plenary."""
    return any(opening.step == step for opening in meeting.plenary.openings)


def is_current(meeting: Meeting, step: str | None) -> bool:
    """Whether a step is open in plenary now."""
    return meeting.current is not None and meeting.current.step == step


def fitted(meeting: Meeting, fact: Fact) -> Fact | None:
    """The fact as it makes sense now; nothing where it does not."""
    match fact:
        case o.Undone() | o.Redone():
            return None  # they name an event of the journal that the script was written for
        case c.Captured() if fact.track not in meeting.tracks:
            return replaced(fact, track=PLENARY)
        case c.NeedsGrouped() | c.Ranked():
            return _of_known_needs(meeting, fact)
        case r.TurnStarted() | r.TurnQueued() if meeting.current is None or meeting.current.paused:
            return None
        case o.Observation() if not opened(meeting, fact.step):
            # Seen somewhere else than in a step that was never opened; about that step itself there is nothing to say.
            return None if cell_for(meeting, fact).step else replaced(fact, step=None)
    return fact


def _of_known_needs(meeting: Meeting, fact: c.NeedsGrouped | c.Ranked) -> Fact | None:
    """With the needs that have been written down; a ranking needs two."""
    needs = tuple(need for need in fact.needs if need in meeting.captures and not meeting.captures[need].withdrawn)
    if len(needs) < (2 if isinstance(fact, c.Ranked) else 1):
        return None
    if isinstance(fact, c.NeedsGrouped):
        return replaced(fact, needs=needs)
    counts = {need: count for need, count in fact.counts.items() if need in needs}
    pairs = tuple(pair for pair in fact.pairs if pair.winner in needs and pair.loser in needs)
    return replaced(fact, needs=needs, counts=counts, pairs=pairs)


def behind_another_answer(meeting: Meeting, by: str, fact: Fact, value: object) -> bool:
    """Whether a fact would stand behind an answer that is not the one it was seen for."""
    if not isinstance(fact, o.EvidenceAdded):
        return False
    mark = meeting.sheet(by).marks.get(cell_for(meeting, fact))
    return mark is None or mark.value != value


def is_turn(fact: Fact) -> TypeGuard[r.TurnStarted | r.TurnQueued]:
    """Whether it gives somebody the floor."""
    return isinstance(fact, r.TurnStarted | r.TurnQueued)
