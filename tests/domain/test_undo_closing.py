"""A closing that is taken back, and what stands before it."""

from __future__ import annotations

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import observing as o
from facilitate.domain.events import running as r
from tests.domain.test_undo import TOO_LATE, refusal
from tests.making import small_room


def test_nothing_behind_a_closing_is_undone_but_the_closing_is() -> None:
    room = small_room()
    opened = room.next("mona")
    closing = room.do("milo", r.MeetingClosed())
    assert room.try_("mona", o.Undone(event=opened.id)) == Refused("refused.undo_other_built", {"name": "Milo"})
    room.laptop.passes(minutes=5)
    room.do("milo", o.Undone(event=closing.id))
    assert room.meeting.plenary.spent("S0", room.laptop()).minutes == 5, "as if it had never been closed"
    again = room.do("milo", r.MeetingClosed())
    room.do("mona", r.MeetingReopened(reason="one more step"))
    assert refusal(room.try_("milo", o.Undone(event=again.id))) in TOO_LATE
