"""What the screens ask of the rooms above them; the command line hands it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from facilitate.domain.agenda import Agenda
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.screens.home import Make

Export = Callable[[Meeting, Path, Words], str]
"""Writes a meeting's workbook and returns what to tell."""

Kits = Callable[[Words], tuple[tuple[str, str, str], ...]]


class Errands(NamedTuple):
    """The workbook, a new meeting, the kits there are and their agendas, and choices to be kept in the settings."""

    export: Export
    make: Callable[[Words], Make]
    kits: Kits
    remember: Callable[[Mapping[str, object]], None]
    library: Callable[[], Sequence[Agenda]] = tuple
