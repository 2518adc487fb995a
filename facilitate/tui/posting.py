"""What other threads want done where the screens run, and what waits until the screen is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import on
from textual.message import Message

from facilitate.tui.patience import Patient


@dataclass
class Posted(Message):
    """Something that another thread wants done where the screens run."""

    act: Callable[[], None]


class Posting(Patient):
    """How a session reaches a program."""

    def post(self, act: Callable[[], None]) -> None:
        """Have it done where the screens run."""
        self.post_message(Posted(act))

    def once_painted(self, act: Callable[[], None]) -> None:
        """Have it done when what has changed is on the screen."""
        if not (self.screen_stack and self.screen.call_after_refresh(act)):
            act()

    @on(Posted)
    def _run(self, message: Posted) -> None:
        message.act()
