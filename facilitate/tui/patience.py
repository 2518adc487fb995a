"""Keys that come faster than a screen does: on a slow laptop somebody types on while the next screen is being drawn.

Without this the first letters of a need would be lost, or, worse, be taken for the commands of the page below: Textual
hands several keys to the screen in front before the first of them has opened the next screen.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from collections.abc import Callable

from textual import events
from textual.app import App
from textual.dom import DOMNode

LOOK_AGAIN_SECONDS = 0.01
FOLLOW_SECONDS = 0.05
"""A key is followed when it has been painted, or at once when another comes: following costs as much as painting."""
LONGEST_SECONDS = 3.0
"""Nobody waits longer for a screen that does not come, or for a key whose widget went away."""


class Patient(App[int]):
    """Gives keys and pastes to the screen in front one after the other, each when what the one before did is done."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._waited = 0
        self._looking = False
        self._handed_to: DOMNode | None = None

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._typed.append(event)
            self._follow_now()
            if not self._looking:
                await self._hand_out()
        else:
            await super().on_event(event)

    async def _hand_out(self) -> None:
        """Give the next one to whoever has the focus, if there is a screen for it; else look again soon."""
        self._looking = True
        if not self._front_is_ready():
            self._waited += 1
            if self._waited * LOOK_AGAIN_SECONDS < LONGEST_SECONDS:
                self.set_timer(LOOK_AGAIN_SECONDS, self._hand_out)
                return
        self._waited = 0
        event, target = self._typed.popleft(), self.focused or self.screen
        await super().on_event(event)
        self._handed_to = target
        if self._typed:
            self._follow_now()
        else:
            get_running_loop().call_later(FOLLOW_SECONDS, self._follow_now)  # a timer of Textual's is a task, and slow

    def _follow_now(self) -> None:
        """Find out when the key that was handed out last has been dealt with; once, however often this is called."""
        target, self._handed_to = self._handed_to, None
        if target is None or not self.is_running:
            return
        done = self.set_timer(LONGEST_SECONDS, self._go_on)

        def handled() -> None:
            done.stop()
            self.call_later(self._go_on)

        self._follow(target, handled)

    async def _go_on(self) -> None:
        self._looking = False
        if self._typed:
            await self._hand_out()

    def _follow(self, target: DOMNode, then: Callable[[], None]) -> None:
        """Call `then` once a key has gone from a widget up to the program: the same way, one step behind it."""
        way = [each for each in target.ancestors_with_self if each.is_attached]

        def hop(place: int) -> None:
            if place == len(way):
                then()
            elif not way[place].call_later(hop, place + 1):
                hop(place + 1)

        hop(0)

    def _front_is_ready(self) -> bool:
        """Whether the screen in front is drawn, and nobody is on the way to another one.

        Screens of ours say so by `takes_keys`; others take keys once they are mounted.
        """
        if not self.screen_stack:
            return True
        return self.screen.is_mounted and bool(getattr(self.screen, "takes_keys", True))
