"""What all acts of the page share: what is known of the meeting, the item in hand, what is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from facilitate.analysis.debriefing import Item
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.tui.debriefing.known import Known
from facilitate.tui.debriefing.lines import Only
from facilitate.tui.screen import SeatScreen
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.gridlist import GridList


@dataclass
class Debriefing:
    """Where a person left off: the view, the line, and which lines are looked at."""

    view: str = "talk"
    key: str = ""
    only: Only = ""


class DebriefPage(SeatScreen):
    """A page over everything that observers said."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        found = seat.standing.left_off.setdefault("debrief", Debriefing())
        assert isinstance(found, Debriefing)
        self.shop = found
        self._known: Known | None = None

    @property
    def known(self) -> Known:
        """Reckoned anew when the meeting is another one than before."""
        meeting: Meeting = self.meeting
        if self._known is None or self._known.meeting is not meeting:
            now: Instant = self.seat.session.now()
            self._known = Known(meeting, self.seat.person, meeting.closed or now, self.words)
        return self._known

    @property
    def list(self) -> GridList:
        return self.query_one(GridList)

    @property
    def item(self) -> Item | None:
        """The item under the cursor; none where a picture is looked at."""
        return self.known.item(self.list.key) if self.shop.view == "talk" else None
