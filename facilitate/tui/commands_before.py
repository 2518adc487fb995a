"""The keys of what is done before the meeting: preparing it, and agreeing on its grid."""

from __future__ import annotations

from facilitate.tui.commands import AGREE_GRID, ANYWHERE, PAGE_DOWN, PAGE_UP, PREPARE, REDO, SEAT, UNDO
from facilitate.tui.intents import Intent
from facilitate.tui.preparing.keys import NEXT_PART, OWN, PART_BEFORE, PARTS, PRINT_AGENDA

PREPARING = (*OWN, PRINT_AGENDA, *PARTS, NEXT_PART, PART_BEFORE, AGREE_GRID, UNDO, REDO, SEAT, *ANYWHERE)
"""The page on which a meeting is prepared."""

AGREEING = (
    Intent("say_yes", ("y",)),
    Intent("say_no", ("n",)),
    Intent("yes_to_rest", ("e",)),
    Intent("edit_entry", ("enter",)),
    Intent("add_entry", ("a",)),
    Intent("seal", ("s",)),
    Intent("amend", ("m",)),
    Intent("next_unsaid", ("x",)),
    Intent("next_objection", ("c",)),
    Intent("only", ("f",)),
    Intent("other_language", ("i",)),
    Intent("drop_entry", ("delete", "backspace"), bar=False),
    Intent("move_down", ("right_square_bracket", "greater_than_sign", "د"), bar=False),
    Intent("move_up", ("left_square_bracket", "less_than_sign", "ج"), bar=False),
    Intent("lock", ("k",), bar=False),
    Intent("quorum", ("v",), bar=False),
    Intent("take_grid", ("g",), bar=False),
    UNDO,
    PAGE_UP,
    PAGE_DOWN,
    REDO,
    PREPARE,
    SEAT,
    *ANYWHERE,
)
"""The page on which a grid is agreed."""
