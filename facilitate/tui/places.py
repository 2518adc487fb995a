"""Where people stand on each screen, for when they come back to it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.screen import Screen

from facilitate.tui.screen import SeatScreen
from facilitate.tui.seat import SHOW


class Places:
    """Places on screens by person, and the page that each was on before they looked at the projector's screen."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], object] = {}
        self._before: dict[str, str] = {}

    def clear(self) -> None:
        """Another meeting: nobody stands anywhere."""
        self._places.clear()
        self._before.clear()

    def put_down(self, stack: Iterable[Screen[object]]) -> None:
        """What is being typed on a page is kept, or becomes a draft, before its person goes elsewhere."""
        for screen in stack:
            if isinstance(screen, SeatScreen):
                screen.put_down()

    def leaving(self, stack: Iterable[Screen[object]], name: str, to: str) -> None:
        """Remember the seat's screen that is left, of that name, for another one."""
        self.put_down(stack)
        for screen in stack:
            if isinstance(screen, SeatScreen) and screen.is_attached:
                self._places[screen.seat.person, name] = screen.place
                if to == SHOW and name != SHOW:
                    self._before[screen.seat.person] = name

    def find(self, person: str, name: str) -> object:
        """Where they stood there."""
        return self._places.get((person, name))

    def before_the_show(self, person: str) -> str | None:
        """The page to go back to; nothing where they have only seen the projector's screen."""
        return self._before.get(person)
