"""The keys of what is done with meetings that are over: putting them side by side."""

from __future__ import annotations

from facilitate.tui.commands import ANYWHERE, HELP, LEAVE
from facilitate.tui.comparing.keys import HOMEWARD, OWN, VIEW_AFTER, VIEW_BEFORE, VIEWS

SIDE_BY_SIDE = (
    *OWN,
    *VIEWS,
    VIEW_AFTER,
    VIEW_BEFORE,
    *(each for each in ANYWHERE if each not in (LEAVE, HELP)),
    HOMEWARD,
    HELP,
)
"""The page that compares the meetings of a folder."""
