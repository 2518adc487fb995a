"""What all acts of the page share: the grid that is looked at, one's own draft, the line under the cursor."""

from __future__ import annotations

from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.agreement import Change
from facilitate.domain.meeting.undo import UndoWalk
from facilitate.domain.soundness import Lack, lacks
from facilitate.tui.agreeing.history import Done, done, drafted
from facilitate.tui.agreeing.keys import section_around
from facilitate.tui.agreeing.voices import Assembly
from facilitate.tui.agreeing.workshop import Draft, Workshop, as_discussed
from facilitate.tui.screen import SeatScreen
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.gridlist import GridList


class AgreeingBase(SeatScreen):
    """A page over a grid that is being discussed, or over the draft of its next version."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        found = seat.standing.left_off.setdefault("agree", Workshop())
        assert isinstance(found, Workshop)
        self.shop = found
        self._told: tuple[Done, ...] = ()

    @property
    def list(self) -> GridList:
        return self.query_one(GridList)

    @property
    def key(self) -> str:
        """The line under the cursor."""
        return self.list.key

    @property
    def draft(self) -> Draft | None:
        return self.shop.draft

    @property
    def grid(self) -> Grid | None:
        """What is looked at: one's own draft, else the grid in force."""
        return self.draft.grid if self.draft else self.meeting.grid

    @property
    def voices(self) -> Assembly | None:
        """Who said what; nobody has said anything of a draft."""
        return None if self.draft else Assembly(self.meeting, self.seat.person)

    @property
    def history(self) -> tuple[Done, ...]:
        """Every proposal with the grids around it. They are many and large: only what is new is made."""
        draft, told = self.draft, self._told
        self._told = drafted(draft.base, draft.changes, told) if draft else done(self.meeting.grids, told)
        return self._told

    @property
    def lacking(self) -> tuple[Lack, ...]:
        return lacks(self.grid) if self.grid else ()

    @property
    def section(self) -> str | None:
        """The section in which the cursor stands."""
        return section_around(self.grid, self.key) if self.grid else None

    def sealed(self) -> bool:
        """Whether it cannot be edited: then this says so, and what can be done instead."""
        if self.draft or self.meeting.grids.seal is None:
            return False
        self.say(self.words("agree.sealed_edit"), severe=True)
        return True

    def propose(self, change: Change) -> str | None:
        """Make a change, in the grid or in the draft; says why not, or nothing."""
        refused = self._into_draft(change) if self.draft else self.seat.session.do(self.seat.person, change)
        if refused is not None:
            return self.words(refused.message, **refused.values)
        self.paint()
        return None

    def _into_draft(self, change: Change) -> Refused | None:
        draft = self.draft
        assert draft is not None
        decided: Fact | Refused = decide(as_discussed(self.meeting, draft.grid), UndoWalk(), self.seat.person, change)
        if isinstance(decided, Refused):
            return decided
        draft.add(change)
        return None

    def tell_refusal(self, why: str | None) -> bool:
        """Whether it was done; why not is told."""
        if why is not None:
            self.say(why, severe=True)
        return why is None
