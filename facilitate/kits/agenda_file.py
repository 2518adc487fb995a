"""Reading files of agendas: one agenda, or a library of several."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from facilitate.domain.agenda import Agenda, Method
from facilitate.kits.agenda_reader import KEYS, REQUIRED, Around, agenda_from
from facilitate.kits.energisers_file import Energisers, raw_ids, read_energisers
from facilitate.kits.header import AGENDA, LIBRARY, kind_of, opened
from facilitate.kits.library import shipped_energisers, vocabulary
from facilitate.kits.reading import items
from facilitate.kits.sheet import Fields, Place, Sheet, fields, open_sheet
from facilitate.kits.sources import Names, defined, read_sources
from facilitate.kits.steps import Shelf
from facilitate.kits.words_file import KEYS as WORDS_KEYS
from facilitate.kits.words_file import read_methods, read_vocabulary


def read_agenda(path: str | Path, energisers: Energisers | None = None) -> Agenda:
    """The agenda of a file; ``FILE#ID`` picks one of several.

    It carries the methods its steps name and all energisers: the file's own, else those given, else those that ship.
    Raises Faulty with every fault of the file, or OSError where it cannot be read.
    """
    file, wanted = split_id(str(path))
    sheet = open_sheet(file)
    kind = kind_of(sheet, (AGENDA, LIBRARY))
    agendas = agendas_of(sheet, kind, energisers) if kind else ()
    return sheet.finished(None if sheet.faults else _picked(sheet, agendas, wanted))


def split_id(path: str) -> tuple[str, str | None]:
    """A file, and the id after ``#`` where there is one."""
    file, sign, identifier = path.rpartition("#")
    return (file, identifier) if sign and file and identifier and not Path(path).exists() else (path, None)


def agendas_of(sheet: Sheet, kind: str, energisers: Energisers | None = None) -> tuple[Agenda, ...]:
    """All agendas of an open file; faults and warnings are noted on the sheet."""
    return _library(sheet, energisers) if kind == LIBRARY else _single(sheet, energisers)


def _picked(sheet: Sheet, agendas: tuple[Agenda, ...], wanted: str | None) -> Agenda | None:
    names = tuple(agenda.id for agenda in agendas)
    if wanted is None and len(agendas) == 1:
        return agendas[0]
    if wanted is None:
        sheet.root.fault("fault.which_agenda", known=names)
    elif wanted not in names:
        sheet.root.unknown("fault.unknown_agenda", wanted, names)
    return next((agenda for agenda in agendas if agenda.id == wanted), None)


def _single(sheet: Sheet, energisers: Energisers | None) -> tuple[Agenda, ...]:
    top = opened(sheet, (*KEYS, "sources", "methods", "energisers"), REQUIRED)
    if top is None:
        return ()
    agenda = agenda_from(top, _around(top, energisers, read_methods(top["methods"])))
    return (agenda,) if agenda else ()


def _library(sheet: Sheet, energisers: Energisers | None) -> tuple[Agenda, ...]:
    top = opened(sheet, ("sources", *WORDS_KEYS, "agendas", "energisers"), ("agendas",))
    if top is None:
        return ()
    around = _around(top, energisers, read_vocabulary(top).methods)
    found: dict[str, Agenda] = {}
    for child in items(top["agendas"], at_least=1):
        f = _agenda_fields(child)
        agenda = agenda_from(f, around) if f else None
        if agenda and agenda.id in found:
            child.within("agenda", agenda.id).fault("fault.duplicate_id", value=agenda.id)
        elif agenda:
            found[agenda.id] = agenda
    return tuple(found.values())


def _agenda_fields(place: Place) -> Fields | None:
    name = place.value.get("id") if isinstance(place.value, dict) else None
    return fields(place.within("agenda", str(name) if name else None), KEYS, REQUIRED)


def _around(top: Fields, given: Energisers | None, own_methods: Mapping[str, Method]) -> Around:
    """What the agendas of a file can name: what the file defines, and beyond that what ships with the program."""
    sources = read_sources(top["sources"])
    source_names = defined(top, "sources")
    shelf = given or shipped_energisers()
    own = read_energisers(top["energisers"], source_names, shelf)
    energisers = Energisers(own, shelf.sources) if top["energisers"] else shelf
    methods = {**vocabulary().methods, **own_methods}
    own_names = defined(top, "methods")
    raw = raw_ids(top["energisers"], shelf)
    names = Shelf(
        methods=Names(tuple(dict.fromkeys((*methods, *own_names.names))), own_names.sure),
        energisers=Names(
            tuple(dict.fromkeys((*energisers.names, *raw.names))), raw.sure and "energisers" not in top.misspelt
        ),
        sources=source_names,
    )
    return Around(names, methods, energisers, sources)
