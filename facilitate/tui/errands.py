"""What the screens ask of the rooms above them; the command line hands it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from facilitate.analysis.programme import Programme
from facilitate.domain.agenda import Agenda
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.screens.home import Make

Export = Callable[[Meeting, Path, Words], str]
"""Writes a meeting's workbook and returns what to tell."""

Kits = Callable[[Words], tuple[tuple[str, str, str], ...]]


Director = Callable[[Meeting, Path, Words, bool], str]
"""Writes the director's agenda of a meeting and returns what to tell. The file's ending (.xlsx, .docx or .md) says in
which form; where something stands there, its name gets a number. Last, whether it is for the wall."""


class ProgrammeBook(Protocol):
    """Writes the workbook of several meetings into a folder, under a name that is free, and returns what to tell."""

    def __call__(self, found: Programme, /, *, folder: Path, words: Words) -> str: ...


class Errands(NamedTuple):
    """The workbook, a new meeting, the kits there are and their agendas, choices to be kept, the director's agenda, and
    the workbook of several meetings."""

    export: Export
    make: Callable[[Words], Make]
    kits: Kits
    remember: Callable[[Mapping[str, object]], None]
    director: Director
    programme: ProgrammeBook
    library: Callable[[], Sequence[Agenda]] = tuple
