"""Events of observers and of the debrief: scores, evidence, sheets, PINs, consensus; and what takes an event back."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, Field

from facilitate.domain.events.base import FactBase, Origin
from facilitate.domain.model import Identifier, Line, Prose
from facilitate.domain.pin import Pin
from facilitate.domain.scale import Value

MEETING = "meeting"
"""What an indicator is about when it is about the meeting and not about one moderator."""


class Observation(FactBase):
    """Something an observer says about the meeting or a moderator.

    `step` is where it was seen; on indicators about steps it is also what the score is about. `observer` is absent
    where the author observes; an import names it, with the `source`. `grid` is the beginning of the fingerprint of the
    version that `indicator` is a code of, absent on the first one: an event may come late, from a laptop that had not
    seen an amendment.
    """

    about: Identifier = MEETING
    indicator: Identifier
    step: Identifier | None = None
    observer: Identifier | None = None
    source: Origin | None = None
    grid: Line = ""


class Scored(Observation):
    """An answer; the last one on (observer, about, indicator), and step for indicators about steps, stands, all remain.

    No value takes the answer away. `reason` says why a value from the meeting's log was overridden.
    """

    kind: Literal["scored"] = "scored"
    value: Value | None
    reason: Line = ""


class Tallied(Observation):
    """One more, or one fewer, of what is counted by key press."""

    kind: Literal["tallied"] = "tallied"
    group: Identifier | None = None
    change: Literal[1, -1] = 1


class IntervalMarked(Observation):
    """What was seen in one interval, counted from 1; `missed` where nobody looked. The last mark stands.

    `withdrawn` takes the mark away: the interval is not marked yet.
    """

    kind: Literal["interval_marked"] = "interval_marked"
    interval: Annotated[int, Field(ge=1, le=100_000)]
    codes: tuple[Identifier, ...] = ()
    missed: bool = False
    withdrawn: bool = False

    @property
    def unasked(self) -> bool:
        """No key says that nobody looked: the program does, when an interval has gone by."""
        return self.missed


class Timed(Observation):
    """Something lasted from start to stop; no stop while it lasts. The same `timing` again corrects it."""

    kind: Literal["timed"] = "timed"
    timing: Identifier
    group: Identifier | None = None
    start: AwareDatetime
    stop: AwareDatetime | None = None
    withdrawn: bool = False


class EvidenceAdded(Observation):
    """A fact that was seen or heard: a text, a photo, the part of the anchor, or "written on paper"."""

    kind: Literal["evidence_added"] = "evidence_added"
    evidence: Identifier
    text: Prose = ""
    photo: Line | None = None
    anchor: int | None = None
    on_paper: bool = False


class EvidenceChanged(FactBase):
    """Other words for a fact, or (`withdrawn`) none."""

    kind: Literal["evidence_changed"] = "evidence_changed"
    evidence: Identifier
    text: Prose = ""
    withdrawn: bool = False
    observer: Identifier | None = None


class SheetSent(FactBase):
    """The observer is done; `after_seeing` where scores were changed after a sight of the others' scores."""

    kind: Literal["sheet_sent"] = "sheet_sent"
    undoable: ClassVar[bool] = False
    observer: Identifier | None = None
    after_seeing: bool = False
    source: Origin | None = None


class SheetRecalled(FactBase):
    """The observer wants to change something; or, with a `source`, more is brought in for the observer."""

    kind: Literal["sheet_recalled"] = "sheet_recalled"
    undoable: ClassVar[bool] = False
    observer: Identifier | None = None
    reason: Line
    source: Origin | None = None


class SheetReleased(FactBase):
    """A moderator or a trainer says that nobody waits for this absent observer any longer; it takes one of each."""

    kind: Literal["sheet_released"] = "sheet_released"
    undoable: ClassVar[bool] = False
    observer: Identifier
    reason: Line


class PinSet(FactBase):
    """Whoever takes this observer's seat is asked for that PIN from now on; for none, where there is no `pin`.

    Observers set and take away their own; a trainer takes away one that was forgotten, with a reason.
    """

    kind: Literal["pin_set"] = "pin_set"
    undoable: ClassVar[bool] = False
    person: Identifier
    pin: Pin | None = None
    reason: Line = ""


class DebriefOpened(FactBase):
    """A trainer lets everybody see what has been sent, before all have sent."""

    kind: Literal["debrief_opened"] = "debrief_opened"
    undoable: ClassVar[bool] = False
    reason: Line


class ConsensusSet(FactBase):
    """What the team agreed after talking; the observers' scores stay beside it."""

    kind: Literal["consensus_set"] = "consensus_set"
    about: Identifier = MEETING
    indicator: Identifier
    step: Identifier | None = None
    value: Value | None
    reason: Line = ""
    source: Origin | None = None
    grid: Line = ""


class Reviewed(FactBase):
    """A trainer's value beside one observer's score, which stays."""

    kind: Literal["reviewed"] = "reviewed"
    observer: Identifier
    about: Identifier = MEETING
    indicator: Identifier
    step: Identifier | None = None
    value: Value | None
    reason: Line = ""
    source: Origin | None = None
    grid: Line = ""


class Undone(FactBase):
    """An earlier event of the same author does not count."""

    kind: Literal["undone"] = "undone"
    undoable: ClassVar[bool] = False
    event: Identifier


class Redone(FactBase):
    """An event that was undone counts again."""

    kind: Literal["redone"] = "redone"
    undoable: ClassVar[bool] = False
    event: Identifier
