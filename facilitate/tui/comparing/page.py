"""What the page that compares does beside the screen: reading files, reckoning, and writing the workbook.

Each is a thread that only posts messages. Reading stops between two files once the page is left; what is reckoned is
always what was wanted last, and never twice at a time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.message import Message
from textual.worker import get_current_worker

from facilitate.analysis.programme import Programme, programme
from facilitate.language import Words
from facilitate.tui.anywhere import AnyScreen
from facilitate.tui.comparing.reading import Read, read_folder
from facilitate.tui.comparing.standing import Comparing, Wanted

Write = Callable[[Programme], str]
"""Writes the programme's workbook and returns what to tell."""


class ComparingPage(AnyScreen):
    """Reads the folder once; reckons anew whenever something else is wanted."""

    @dataclass
    class Step(Message):
        """So many files of so many are read."""

        number: int
        of: int

    @dataclass
    class AllRead(Message):
        """Every file was read, and every meeting reckoned, rehearsals too."""

        read: Read
        everything: Programme

    @dataclass
    class Reckoned(Message):
        """This is how what was wanted compares."""

        wanted: Wanted
        found: Programme

    @dataclass
    class Written(Message):
        """What became of the workbook."""

        told: str

    def __init__(self, folder: Path, words: Words, standing: Comparing, write: Write) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
        self.folder, self.words, self.standing, self.write = folder, words, standing, write
        self._reckoning, self._writing = False, False
        self.step = ComparingPage.Step(0, 0)

    def draw(self) -> None:
        """Paint everything."""

    def begin(self) -> None:
        """Read the folder, if that was not done before the page was drawn anew."""
        if self.standing.everything is None:
            self.run_worker(self._read, thread=True, group="reading")
        else:
            self.reckon()

    def _read(self) -> None:
        worker = get_current_worker()

        def step(number: int, of: int) -> None:
            self.post_message(self.Step(number, of))

        read = read_folder(self.folder, step, lambda: worker.is_cancelled)
        if read is not None:
            self.post_message(self.AllRead(read, programme(read.told, rehearsals=True)))

    @on(Step)
    def _stepped(self, event: Step) -> None:
        self.step = event
        self.draw()

    @on(AllRead)
    def _all_read(self, event: AllRead) -> None:
        self.standing.read, self.standing.everything = event.read, event.everything
        self.reckon()
        self.draw()

    # Reckoning.

    @property
    def reckoning(self) -> bool:
        """Whether numbers are on their way."""
        return self._reckoning

    def reckon(self) -> None:
        """Find out how what is wanted now compares; where something is being reckoned, after that."""
        read, wanted = self.standing.read, self.standing.wanted
        if self._reckoning or read is None:
            return
        self._reckoning = True

        def found() -> None:
            self.post_message(self.Reckoned(wanted, programme(wanted.of(read.told), rehearsals=wanted.rehearsals)))

        self.run_worker(found, thread=True, group="reckoning")

    @on(Reckoned)
    def _reckoned(self, event: Reckoned) -> None:
        self._reckoning = False
        self.standing.found = event.found
        if event.wanted != self.standing.wanted:
            self.reckon()
        self.draw()

    # The workbook.

    def write_book(self) -> None:
        """The workbook of what is compared, beside the meetings."""
        found = self.standing.found
        if self._writing or self._reckoning or found is None or not found.held:
            self.say(self.words("sidebyside.wait" if self._writing or self._reckoning else "sidebyside.no_book"))
            return
        self._writing = True
        self.say(self.words("sidebyside.writing"))

        def write() -> None:
            self.post_message(self.Written(self.write(found)))

        self.run_worker(write, thread=True, group="writing")

    @on(Written)
    def _written(self, event: Written) -> None:
        self._writing = False
        self.say(event.told)

    def say(self, text: str) -> None:
        """A notice that goes away by itself, and makes place for the next; never read as markup."""
        self.app.clear_notifications()
        self.notify(text, markup=False, timeout=5)
