"""What an observer has before them: filters, and lines found by their words as these are typed."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.widgets import Input, Static

from facilitate.domain.grid import Grid
from facilitate.domain.meeting.sheets import Cell
from facilitate.tui.observer.page import ObserverPage
from facilitate.tui.observer.sights import Only, Sight, in_sight, sight_told
from facilitate.tui.widgets.lineinput import LineInput
from facilitate.tui.widgets.scoregrid import GridLine, ScoreGrid


class Looking(ObserverPage):
    """The filter in force stands in words above the grid; what it leaves out is not lost, only out of sight.

    The line under the cursor stays while the cursor is on it, also where an answer has just made it pass no longer.
    """

    _told = ""
    _from: str | None = None

    @property
    def sight(self) -> Sight:
        """Kept over another page and another language."""
        found = self.seat.standing.left_off.get("observe")
        return found if isinstance(found, Sight) else Sight()

    @sight.setter
    def sight(self, sight: Sight) -> None:
        self.seat.standing.left_off["observe"] = sight

    @property
    def search(self) -> LineInput:
        return self.query_one("#search", LineInput)

    def lines_in_sight(self, grid: Grid) -> tuple[GridLine, ...]:
        """The lines to draw, and above them what they are."""
        sight, line = self.sight, self.grid.line
        codes = in_sight(sight, self.by_code, self.sheet, self.step_here, self.words.language, self.meeting.agenda)
        if codes is not None and sight.only is not Only.ALL and not sight.search and line and line.cells and self._held:
            codes = codes | {line.key}
        shown = len(self.by_code) if codes is None else len(codes)
        told = sight_told(sight, shown, len(self.by_code), self.step_here, self.words)
        if told != self._told:
            self._told = told
            self._tell_sight()
        return self.grid_lines.lines(grid, self.by_code, self.entry, codes)

    _held = True

    def _look(self, sight: Sight) -> None:
        """Other lines from now on; the cursor stays on its indicator where that is among them."""
        self.sight, self._held = sight, False
        self.draw()
        self._held = True

    def go_to(self, cell: Cell) -> None:
        """The cursor onto one answer, also where it was out of sight."""
        found = next((each for each in self.everything if each.cell == cell), None)
        if found is None:
            return
        if cell.indicator not in [line.key for line in self.grid.lines]:
            self._look(Sight())
        keys = [line.key for line in self.grid.lines]
        column = self.column(found)
        self.grid.go(keys.index(cell.indicator), column if column >= 0 else self.grid.subject)

    # What is told in place.

    def stand_above(self, place: str, text: str) -> None:
        """A line above the grid for as long as it is so; written only where it differs, since it moves the grid."""
        if self._above.get(place, "") != text:
            self._above = {**self._above, place: text}
            line = self.query_one(place, Static)
            line.display = bool(text)
            line.update(text)

    _above: Mapping[str, str] = {}

    def tell_here(self, text: str) -> None:
        """One plain line above the grid, until the cursor moves or something is kept."""
        if text != self._here_told:  # a line above the grid that is written anew lays out the whole page
            self._here_told = text
            self._tell_sight()

    _here_told = ""

    def _tell_sight(self) -> None:
        if not self.is_mounted:
            return
        said = self._here_told or self._told
        place = self.query_one("#sight", Static)
        place.set_class(bool(self._here_told), "-told")
        place.display = bool(said)
        place.update(said)

    @on(ScoreGrid.Moved)
    def _read(self) -> None:
        """What was told has been read: the person goes on."""
        if self._here_told:
            self.tell_here("")

    # Keys.

    def action_show_only(self) -> None:
        self.commit()
        self._look(self.sight.next())

    def action_find_line(self) -> None:
        self.commit()
        self._from = self.grid.line.key if self.grid.line else None
        self.search.display = True
        self.search.value = self.sight.search
        self.search.focus()

    @on(Input.Changed, "#search")
    def _searching(self, event: Input.Changed) -> None:
        if self.there and event.value != self.sight.search:
            self._look(self.sight._replace(search=event.value))

    @on(Input.Submitted, "#search")
    def _searched(self) -> None:
        """On with the cursor among what was found."""
        self.search.display = False
        self._from = None
        self.grid.focus()

    def action_whole(self) -> None:
        """Escape: a number that is being typed first; then everything is shown again."""
        if self.entry is not None:
            self.entry = None
            self.draw()
            return
        back, self._from = self._from, None
        self.search.display = False
        self.grid.focus()
        self._look(Sight())
        if back is not None:
            self.grid.go_to(back)
        self.tell_here("")
