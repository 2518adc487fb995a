"""What is painted when: the line of one's own key at once, everything else a moment later and together."""

from __future__ import annotations

from asyncio import get_running_loop

from facilitate.analysis.progress import asked_about
from facilitate.domain.events import Fact
from facilitate.domain.events.observing import Observation
from facilitate.domain.topics import KEPT
from facilitate.tui.observer.looking import Looking
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.topbar import TopBar

LATER = 1 / 60
"""Seconds until the rest is drawn; by then the disk has mostly answered, and one drawing serves both."""


class Painting(Looking):
    """A key on a grid of three hundred indicators must feel as one on a grid of three."""

    _acting = False
    _touched: frozenset[str] = frozenset()
    _due: frozenset[str] | None = None

    def do(self, *facts: Fact) -> bool:
        self._acting = True
        self._touched = frozenset(fact.indicator for fact in facts if isinstance(fact, Observation))
        try:
            return super().do(*facts)
        finally:
            self._acting = False

    def _heard(self, topics: frozenset[str]) -> None:
        if not self.there:
            return
        if self._acting:
            self._paint_here()
        elif self.grid_lines.waiting and self.seat.session.pending == 0:
            self._paint_kept()
        if self._due is None:
            get_running_loop().call_later(LATER, self.call_later, self.catch_up)  # lighter than a timer
        self._due = (self._due or frozenset()) | topics

    def _paint_here(self) -> None:
        """The lines that the act is about: mostly the one under the cursor."""
        if self.meeting.grid is None:
            return
        for code in self._touched & self.by_code.keys():
            before = self.by_code[code]
            group = asked_about(self.meeting, self.seat.person, before[0].indicator, before)
            self.by_code = {**self.by_code, code: group}
            self.grid_lines.waiting.add(code)
            self.grid.show_line(self.grid_lines.line(group, self.entry))

    def _paint_kept(self) -> None:
        """What waited for the disk is there."""
        codes = set(self.grid_lines.waiting)
        self.grid_lines.waiting.clear()
        for code in codes & self.by_code.keys():
            self.grid.show_line(self.grid_lines.line(self.by_code[code], self.entry))

    def catch_up(self) -> None:
        """Draw what was put off."""
        topics, self._due = self._due, None
        if topics is None or not self.there:
            return
        for bar in self.query(TopBar):
            bar.refresh()
        if topics - {KEPT}:
            self.draw()
            for keys in self.query(KeyBar):
                keys.refresh()
