"""What a meeting's file holds."""

from __future__ import annotations

from pathlib import Path

from facilitate.domain.meeting.state import Meeting
from facilitate.journal.journal import Journal


def meeting_in(file: Path) -> Meeting:
    """The meeting as it is kept."""
    journal = Journal.open(file, read_only=True)
    meeting = journal.record.meeting
    journal.close()
    return meeting
