"""Checking files and folders of trainers, and saying on which line what is to be mended."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from facilitate.domain.agenda import Energiser
from facilitate.domain.model import LANGUAGES, harmless
from facilitate.kits.agenda_file import agendas_of
from facilitate.kits.energisers_file import Energisers, energisers_of
from facilitate.kits.faults import Fault, Faulty, in_order
from facilitate.kits.grid_file import grid_of
from facilitate.kits.header import AGENDA, ENERGISERS, GRID, KIT, LIBRARY, PREPARATION, WORDS, kind_of
from facilitate.kits.kit_file import kit_of
from facilitate.kits.library import grids_folder, shipped_energisers
from facilitate.kits.preparation_file import preparation_of
from facilitate.kits.sheet import Sheet, open_sheet
from facilitate.kits.wordings import MISSING_LANGUAGE
from facilitate.kits.words_file import words_of
from facilitate.kits.yaml_lines import Document
from facilitate.language import Words

SUFFIXES = (".yaml", ".yml")

_READERS: Mapping[str | None, Callable[[Sheet], object]] = {
    GRID: grid_of,
    WORDS: words_of,
    KIT: kit_of,
    PREPARATION: preparation_of,
}


@dataclass(frozen=True)
class Unreadable:
    """A path that could not be looked at, which is not the same as a file with faults."""

    file: str
    message_id: str

    def shown(self, words: Words) -> str:
        """One plain line."""
        return f"{harmless(self.file)}: {words(self.message_id)}"


@dataclass(frozen=True)
class Report:
    """What was found: `faults` must be mended, `warnings` may stay; `files` were read, with faults or without."""

    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    files: int = 0


def check(paths: Iterable[str | Path]) -> Report:
    """Looks at files, and at every YAML file of folders; nothing is changed."""
    sheets: list[Sheet] = []
    unreadable: list[Unreadable] = []
    for found in _found(paths):
        if isinstance(found, Unreadable):
            unreadable.append(found)
            continue
        try:
            sheets.append(_opened(found))
        except OSError as error:
            unreadable.append(_unreadable(found, error))
    unreadable += _look_at(sheets)
    faults = in_order(fault for sheet in sheets for fault in sheet.faults)
    warnings = in_order(warning for sheet in sheets for warning in sheet.warnings)
    return Report(tuple(faults), tuple(warnings), tuple(unreadable), len(sheets))


def _opened(path: str) -> Sheet:
    """A file; one that is no clear YAML is an empty sheet with its faults. Raises OSError."""
    try:
        return open_sheet(path)
    except Faulty as faulty:
        return Sheet(Document(path, None, {}, {}), faults=list(faulty.faults))


def _look_at(sheets: Sequence[Sheet]) -> list[Unreadable]:
    """Reads every sheet; gives what ships with the program and could not be read.

    Energisers come first: agendas that are checked with them may name them.
    """
    unreadable = []
    kinds = [(sheet, kind_of(sheet)) for sheet in sheets if not sheet.faults]
    own = [energisers_of(sheet) for sheet, kind in kinds if kind == ENERGISERS]
    exercises = tuple(each for energisers in own if energisers for each in energisers.exercises)
    for sheet, kind in kinds:
        try:
            _read(sheet, kind, exercises)
        except Faulty as faulty:  # in words or energisers that ship with the program, which this file needs
            sheet.faults.extend(faulty.faults)
        except OSError as error:
            unreadable.append(_unreadable(str(error.filename), error))
    return unreadable


def _read(sheet: Sheet, kind: str | None, exercises: tuple[Energiser, ...]) -> None:
    """Reads one sheet. Raises Faulty or OSError for files that ship with the program and were spoilt."""
    if kind in (AGENDA, LIBRARY):
        agendas_of(sheet, kind, Energisers((*shipped_energisers().exercises, *exercises)))
    elif kind in _READERS:
        _READERS[kind](sheet)
    if kind and _is_shipped(sheet.file):
        _held_to_more(sheet)


def _is_shipped(path: str) -> bool:
    return Path(path).resolve().is_relative_to(grids_folder().resolve())


def _held_to_more(sheet: Sheet) -> None:
    """What ships with the program speaks all languages: a text that does not is a fault there."""
    missing = [each for each in sheet.warnings if each.message_id == MISSING_LANGUAGE]
    sheet.warnings = [each for each in sheet.warnings if each.message_id != MISSING_LANGUAGE]
    sheet.faults += [replace(each, message_id="fault.language_missing") for each in missing]
    if set(sheet.languages) != set(LANGUAGES):
        sheet.root.fault("fault.all_languages", known=LANGUAGES)


def _found(paths: Iterable[str | Path]) -> Iterator[str | Unreadable]:
    """The files of the given paths, each once, folders in the order of their names."""
    seen: set[str] = set()
    for path in map(str, paths):
        for found in _in_folder(path) if os.path.isdir(path) else [path]:
            name = found if isinstance(found, str) else found.file
            if os.path.normpath(name) not in seen:
                seen.add(os.path.normpath(name))
                yield found


def _in_folder(folder: str) -> Iterator[str | Unreadable]:
    empty = True
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                empty = False
                yield os.path.join(parent, name)
    if empty:
        yield Unreadable(folder, "unreadable.nothing")


def _unreadable(path: str, error: OSError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        return Unreadable(path, "unreadable.missing")
    if error.errno in (errno.EISDIR, errno.EINVAL):
        return Unreadable(path, "unreadable.special")
    return Unreadable(path, "unreadable.denied" if isinstance(error, PermissionError) else "unreadable.other")
