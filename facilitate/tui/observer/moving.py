"""Going about the grid: to the other subject, and to what is still open."""

from __future__ import annotations

from facilitate.analysis.progress import still_open
from facilitate.tui.observer.page import ObserverPage


class Moving(ObserverPage):
    """Keys that move the cursor and change nothing."""

    def action_subject(self) -> None:
        self.commit()
        self.grid.action_turn(1)

    def action_next_open(self) -> None:
        self.commit()
        self._jump(1)

    def action_previous_open(self) -> None:
        self.commit()
        self._jump(-1)

    def _jump(self, direction: int) -> None:
        """To the next answer that is still open for the present subject, round the end; else for another subject."""
        grid, places = self.grid, range(1, len(self.grid.lines) + 1)
        waiting = {(each.indicator.id, self.column(each)) for each in still_open(self.everything)}
        for subject in dict.fromkeys((grid.subject, *range(len(grid.names)))):
            for place in ((grid.cursor + direction * each) % len(grid.lines) for each in places):
                line = grid.lines[place]
                if {(line.key, subject), (line.key, -1)} & waiting:
                    grid.go(place, subject)
                    return
        self.say(self.words("observe.nothing_open"))
