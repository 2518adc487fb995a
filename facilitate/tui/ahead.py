"""Letters typed right behind an Enter: on a slow laptop they arrive before the cursor has gone to the next line."""

from __future__ import annotations

from textual import events
from textual.widget import Widget


def passed_on(line: Widget, event: events.Key) -> bool:
    """Whether the key was for the line that has the cursor by now, and has been given to it."""
    here = line.screen.focused
    if here is line or here is None:
        return False
    event.prevent_default()
    event.stop()
    here.post_message(events.Key(event.key, event.character))
    return True
