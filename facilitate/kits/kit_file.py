"""Reading kits: an agenda, a grid and energisers under one name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, get_args

from facilitate.domain.agenda import Agenda, Kit, Phase
from facilitate.domain.grid import Grid
from facilitate.kits.agenda_file import read_agenda, split_id
from facilitate.kits.energisers_file import Energisers, energisers_of
from facilitate.kits.faults import Faulty
from facilitate.kits.grid_file import read_grid
from facilitate.kits.header import ENERGISERS, KIT, kind_of, opened
from facilitate.kits.library import shipped_energisers, shipped_kit_file, shipped_kits
from facilitate.kits.reading import built, identifier, text
from facilitate.kits.sheet import Fields, Place, Sheet, open_sheet
from facilitate.kits.wordings import wording

Content = TypeVar("Content")


class UnknownKit(Exception):  # an answer to a question, no error of the program
    """No shipped kit has this name, and it is no path of a file."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


def read_kit(name_or_path: str) -> Kit:
    """The kit of that name, or of that file.

    Raises UnknownKit where there is no such name; Faulty with every fault of the kit's file, or of the files it names;
    OSError where the file cannot be read.
    """
    name = str(name_or_path)
    if name in shipped_kits():
        return _kit_at(shipped_kit_file(name))
    looks_like_path = any(sign in name for sign in ("/", "\\")) or name.lower().endswith((".yaml", ".yml"))
    if not looks_like_path and not Path(name).is_file():
        raise UnknownKit(name, shipped_kits())
    return _kit_at(Path(name))


def _kit_at(path: Path) -> Kit:
    sheet = open_sheet(path)
    return sheet.finished(kit_of(sheet) if kind_of(sheet, (KIT,)) else None)


def kit_of(sheet: Sheet) -> Kit | None:
    """The kit of an open file; faults, also those of the files it names, are noted on the sheet."""
    top = opened(
        sheet, ("id", "title", "description", "agenda", "grid", "energisers"), ("id", "title", "agenda", "grid")
    )
    if top is None:
        return None
    energisers = named_file(top["energisers"], _read_energisers) if top["energisers"] else shipped_energisers()
    agenda = named_file(top["agenda"], lambda path: read_agenda(path, energisers))
    grid = named_file(top["grid"], read_grid)
    if agenda and grid:
        _check_steps(top, agenda, grid)
    return _kit(top, agenda, grid)


def _kit(top: Fields, agenda: Agenda | None, grid: Grid | None) -> Kit | None:
    return built(
        top.place,
        Kit,
        id=identifier(top["id"]),
        title=wording(top["title"]),
        description=wording(top["description"]),
        agenda=agenda,
        grid=grid,
    )


def _read_energisers(path: str) -> Energisers:
    sheet = open_sheet(path)
    return sheet.finished(energisers_of(sheet) if kind_of(sheet, (ENERGISERS,)) else None)


def named_file(place: Place | None, read: Callable[[str], Content]) -> Content | None:
    """The content of a file that the kit names, by a path from the kit's own folder."""
    name = text(place)
    if place is None or name is None:
        return None
    path = os.path.normpath(os.path.join(os.path.dirname(place.sheet.file), name))
    try:
        return read(path)
    except Faulty as faulty:
        place.sheet.faults.extend(faulty.faults)
    except OSError as error:
        if str(error.filename) not in (path, split_id(path)[0]):
            raise  # words or energisers that ship with the program: that is no fault of this file
        place.fault("fault.no_such_file", value=name)
    except ValueError:  # a name with a null character is no name to the system
        place.fault("fault.no_such_file", value=name)
    return None


def _check_steps(top: Fields, agenda: Agenda, grid: Grid) -> None:
    """An indicator that is about some steps must name steps that the agenda has."""
    place, phases = top["grid"], tuple(str(each) for each in get_args(Phase))
    known = (*(step.id for step in agenda.steps), *phases)
    for indicator in grid.indicators():
        for step in indicator.steps:
            if place is not None and step not in known:
                place.unknown("fault.unknown_step", step, known, indicator=indicator.id)
