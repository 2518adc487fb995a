"""Which theme each need belongs to."""

from __future__ import annotations

from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.state import Meeting


def grouped(meeting: Meeting) -> dict[str, str]:
    """The needs that stand, in the order in which they were said, each with its theme, or with nothing.

    A need is in the theme that it was put into last, else in the one that it was said under.
    """
    put = {need: theme.id for theme in meeting.themes.values() for need in theme.needs}
    said = {each.id: each.theme or "" for each in meeting.captured(CaptureKind.NEED)}
    return {need: put.get(need) or (theme if theme in meeting.themes else "") for need, theme in said.items()}
