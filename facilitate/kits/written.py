"""What is to be a file, read again before it is one: nobody finds out in the village that it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from facilitate.domain.agenda import Agenda
from facilitate.domain.grid import Grid
from facilitate.kits.agenda_file import agendas_of
from facilitate.kits.faults import Fault, Faulty
from facilitate.kits.grid_file import grid_of
from facilitate.kits.header import AGENDA
from facilitate.kits.library import shipped_energisers, vocabulary
from facilitate.kits.sheet import Sheet
from facilitate.kits.writing.agenda import Shipped, agenda_text, as_file
from facilitate.kits.writing.grid import grid_text
from facilitate.kits.writing.head import Origin
from facilitate.kits.yaml_lines import parse_yaml
from facilitate.language import Words


@dataclass(frozen=True)
class Written:
    """The text of a file, what its readers will find to mend, and whether they will find all that was meant."""

    text: str
    faults: tuple[Fault, ...]
    complete: bool


def written_grid(grid: Grid, file: str, words: Words, origin: Origin | None = None) -> Written:
    """The file of a grid; `file` is what faults call it."""
    text = grid_text(grid, words, origin)
    sheet, found = _sheet(file, text)
    again = None if found else grid_of(sheet)
    return Written(text, (*found, *sheet.faults), again is not None and again.fingerprint == grid.fingerprint)


def written_agenda(agenda: Agenda, file: str, words: Words, origin: Origin | None = None) -> Written:
    """The file of an agenda. Raises Faulty or OSError where somebody spoilt what ships with the program."""
    text = agenda_text(agenda, words, shipped(), origin)
    sheet, found = _sheet(file, text)
    again = () if found else agendas_of(sheet, AGENDA)
    return Written(text, (*found, *sheet.faults), again == (as_file(agenda, shipped()),))


def shipped() -> Shipped:
    """What ships with the program. Raises Faulty or OSError where somebody spoilt it."""
    energisers = shipped_energisers()
    return Shipped(vocabulary().methods, energisers.exercises, energisers.sources)


def _sheet(file: str, text: str) -> tuple[Sheet, tuple[Fault, ...]]:
    """The text as a file that is being read; the faults of one that is no clear YAML."""
    try:
        return Sheet(parse_yaml(file, text)), ()
    except Faulty as faulty:
        return Sheet(parse_yaml(file, "{}")), faulty.faults
