"""Keys by the names that stand on the reader's own keyboard."""

from __future__ import annotations

from facilitate.language import Words
from facilitate.tui.intents import Intent

_NAMED = {"Esc": "keyboard.escape", "Del": "keyboard.delete", "PgUp": "keyboard.pageup", "PgDn": "keyboard.pagedown"}


def key_read(intent: Intent, words: Words) -> str:
    """The key of an act as it is written on the keyboards of a language."""
    key = intent.shown_key
    return words(_NAMED[key]) if key in _NAMED else key
