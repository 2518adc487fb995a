"""Where no meeting is open: the folder's list, and its meetings side by side."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import on
from textual.screen import Screen

from facilitate.tui.comparing.standing import Comparing
from facilitate.tui.errands import Errands
from facilitate.tui.reading import Reading
from facilitate.tui.screens.home import CompareWanted, HomeScreen


class AtHome(Reading):
    """Shows the home screen, and over it the page that compares."""

    errands: Errands
    folder: Path | None
    _comparing: Comparing | None = None

    def show_only(self, screen: Screen[None]) -> None:
        """Put a screen in place of the one that stands, with nothing left over it."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def go_home(self) -> None:
        """Show the folder's meetings."""
        folder = self.folder or Path.cwd()
        self.show_only(HomeScreen(folder, self.words, self.errands.kits(self.words), self.errands.make(self.words)))

    def home_again(self) -> None:
        """The same in another language, and where meetings were compared, that too."""
        self.go_home()
        if self._comparing is not None:
            self._compare(self._comparing)

    @on(CompareWanted)
    def _compare_anew(self) -> None:
        self._compare(Comparing())

    def _compare(self, standing: Comparing) -> None:
        from facilitate.tui.screens.compare import CompareScreen

        self._comparing, folder = standing, self.folder or Path.cwd()
        write = partial(self.errands.programme, folder=folder, words=self.words)
        self.push_screen(CompareScreen(folder, self.words, standing, write), self._compared)

    def _compared(self, _: object) -> None:
        self._comparing = None
