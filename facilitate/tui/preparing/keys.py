"""The keys of the page on which a meeting is prepared: a key for each part, and what is done with the chosen line."""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events.base import FactBase
from facilitate.tui.intents import Intent

ABOUT = Intent("about", ("m",), bar=False)
TEAM = Intent("team", ("p",), bar=False)
AGENDA = Intent("agenda", ("a",), bar=False)
EXPECTED = Intent("expected", ("e",), bar=False)
CHECKLIST = Intent("checklist", ("k",), bar=False)
CONSENT = Intent("consent", ("c",), bar=False)
PARTS = (ABOUT, TEAM, AGENDA, EXPECTED, CHECKLIST, CONSENT)
"""The parts of a preparation, in the order in which Tab goes through them."""

NEXT_PART = Intent("next_part", ("tab",), bar=False)
PART_BEFORE = Intent("part_before", ("shift+tab",), bar=False)

EDIT_LINE = Intent("edit_line", ("enter",))
ADD_LINE = Intent("add_line", ("n",))
DROP_LINE = Intent("drop_line", ("delete", "backspace"))
PLUS_ONE = Intent("plus_one", ("plus", "equals_sign"))
MINUS_ONE = Intent("minus_one", ("minus",))
LINE_UP = Intent("line_up", ("left_square_bracket", "less_than_sign", "ج", "shift+up"))
LINE_DOWN = Intent("line_down", ("right_square_bracket", "greater_than_sign", "د", "shift+down"))
SWITCH = Intent("switch", ("space",))
SHARE_STEPS = Intent("share_steps", ("s",))
BRING_DOWN = Intent("bring_down", ("o",))
LOCK_END = Intent("lock_end", ("f",))
SOW = Intent("sow", ("x",))
NEXT_LACK = Intent("next_lack", ("j",))
PRINT_AGENDA = Intent("print_agenda", ("i",))

OWN = (
    EDIT_LINE,
    ADD_LINE,
    SWITCH,
    PLUS_ONE,
    MINUS_ONE,
    LINE_UP,
    LINE_DOWN,
    SHARE_STEPS,
    BRING_DOWN,
    LOCK_END,
    SOW,
    DROP_LINE,
    NEXT_LACK,
)

ACTS: Mapping[tuple[str, str], type[FactBase]] = {
    ("about", "edit_line"): p.MeetingChanged,
    ("about", "lock_end"): n.EndLocked,
    ("team", "edit_line"): p.PersonChanged,
    ("team", "add_line"): p.PersonAdded,
    ("team", "switch"): p.PersonChanged,
    ("team", "drop_line"): p.PersonChanged,
    ("agenda", "edit_line"): p.StepChanged,
    ("agenda", "add_line"): p.StepChanged,
    ("agenda", "switch"): n.StepAssigned,
    ("agenda", "plus_one"): p.StepChanged,
    ("agenda", "minus_one"): p.StepChanged,
    ("agenda", "line_up"): p.StepMoved,
    ("agenda", "line_down"): p.StepMoved,
    ("agenda", "share_steps"): n.StepAssigned,
    ("agenda", "bring_down"): p.StepChanged,
    ("agenda", "lock_end"): n.EndLocked,
    ("agenda", "drop_line"): n.StepDropped,
    ("expected", "plus_one"): n.ExpectedSet,
    ("expected", "minus_one"): n.ExpectedSet,
    ("checklist", "edit_line"): n.ItemSet,
    ("checklist", "add_line"): n.ItemSet,
    ("checklist", "switch"): n.ItemSet,
    ("checklist", "sow"): n.ItemSet,
    ("checklist", "drop_line"): n.ItemDropped,
    ("consent", "edit_line"): n.ConsentSet,
}
"""What can be done in which part, and the fact that it takes the right to."""

NAMED_APART = frozenset({"add_line", "switch", "drop_line"})
"""Acts that have a name of their own in each part: the message ``key.ACT.PART``."""
