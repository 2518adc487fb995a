"""The keys of what is done before the meeting: preparing it, and agreeing on its grid."""

from __future__ import annotations

from facilitate.tui.commands import AGREE_GRID, ANYWHERE, PREPARE, REDO, SEAT, UNDO
from facilitate.tui.preparing.keys import NEXT_PART, OWN, PART_BEFORE, PARTS

PREPARING = (*OWN, *PARTS, NEXT_PART, PART_BEFORE, AGREE_GRID, UNDO, REDO, SEAT, *ANYWHERE)
"""The page on which a meeting is prepared."""

AGREEING = (PREPARE, UNDO, REDO, SEAT, *ANYWHERE)
"""The page on which a grid is agreed."""
