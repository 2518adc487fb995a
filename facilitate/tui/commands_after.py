"""The keys of what is done after the meeting: talking about what observers saw."""

from __future__ import annotations

from facilitate.tui.commands import ANYWHERE, EXPORT, PAGE_DOWN, PAGE_UP, REDO, SEAT, UNDO
from facilitate.tui.intents import Intent

TALK = Intent("talk", ("1", "١"), bar=False)
HEAT = Intent("heat", ("2", "٢"), bar=False)
PROFILE = Intent("profile", ("3", "٣"), bar=False)
BETWEEN = Intent("between", ("4", "٤"), bar=False)
FIGURES = Intent("figures", ("5", "٥"), bar=False)
VIEWS = (TALK, HEAT, PROFILE, BETWEEN, FIGURES)
"""What the page of the debrief shows, a digit each."""

DEBRIEFING = (
    Intent("agree_on", ("enter",)),
    Intent("next_talk", ("n",)),
    Intent("previous_talk", ("p",), bar=False),
    Intent("only_talk", ("f",)),
    *VIEWS,
    Intent("next_view", ("tab", "v")),
    EXPORT,
    UNDO,
    PAGE_UP,
    PAGE_DOWN,
    REDO,
    Intent("to_review", ("escape",), bar=False),
    SEAT,
    *ANYWHERE,
)
"""The page on which a team talks about what its observers saw."""
