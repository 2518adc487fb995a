"""What waits on a page that is not in view, in one sign."""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words


def marks(meeting: Meeting, words: Words) -> Mapping[str, str]:
    """By page: how many wait for the floor, and whether actions lack who or by when."""
    incomplete = any(not each.complete for each in meeting.captured(CaptureKind.ACTION))
    return {
        "floor": f"•{words.number(len(meeting.queue))}" if meeting.queue else "",
        "closing": "!" if incomplete else "",
    }
