"""Reading again what was written, as `check` and `new` would."""

from __future__ import annotations

from facilitate.domain.agenda import Agenda
from facilitate.domain.grid import Grid
from facilitate.kits.agenda_file import agendas_of
from facilitate.kits.grid_file import grid_of
from facilitate.kits.header import AGENDA, GRID, kind_of
from facilitate.kits.sheet import Sheet
from facilitate.kits.writing.agenda import agenda_text
from facilitate.kits.writing.grid import grid_text
from facilitate.kits.written import shipped
from facilitate.kits.yaml_lines import parse_yaml
from facilitate.language import Words

ENGLISH = Words("en")


def sheet_of(text: str) -> Sheet:
    return Sheet(parse_yaml("written.yaml", text))


def grid_again(grid: Grid) -> tuple[Grid | None, Sheet]:
    """The grid that a reader finds in its file, and what the reader had to say."""
    sheet = sheet_of(grid_text(grid, ENGLISH))
    assert kind_of(sheet) == GRID
    return grid_of(sheet), sheet


def agenda_again(agenda: Agenda) -> tuple[Agenda | None, Sheet]:
    """The agenda that a reader finds in its file, and what the reader had to say."""
    sheet = sheet_of(agenda_text(agenda, ENGLISH, shipped()))
    assert kind_of(sheet) == AGENDA
    return next(iter(agendas_of(sheet, AGENDA)), None), sheet
