"""Reads the meetings of a folder one after the other, as somebody without a seat may see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from facilitate.analysis.programme import Told
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from facilitate.journal.told import as_of_last_event, each_once


class Lost(NamedTuple):
    """A file that cannot be read, or not all of it, and the message of why."""

    name: str
    message: str
    values: Mapping[str, Any]


class Read(NamedTuple):
    """The meetings that were read, each once, and what could not be."""

    told: tuple[Told, ...] = ()
    lost: tuple[Lost, ...] = ()
    damaged: tuple[Lost, ...] = ()
    """Files with events that are not what was written; the rest of them is compared."""


def read_folder(folder: Path, step: Callable[[int, int], object], stop: Callable[[], bool]) -> Read | None:
    """Every ``*.meeting`` of a folder. `step` hears how many of how many are read; nothing once `stop` says so."""
    paths = sorted(folder.glob("*.meeting"))
    found = [Read()]
    for number, path in enumerate(paths):
        step(number, len(paths))
        if stop():
            return None
        found.append(read_file(path))
    told = each_once(each for part in found for each in part.told)
    lost = tuple(each for part in found for each in part.lost)
    return Read(tuple(told), lost, tuple(each for part in found for each in part.damaged))


def read_file(path: Path) -> Read:
    """One file; where it cannot be read, why."""
    try:
        journal = Journal.open(path, read_only=True)
    except JournalError as why:
        return Read(lost=(Lost(path.name, why.message, {**why.values, "file": path.name}),))
    try:
        told = as_of_last_event(journal)
        rows = len(journal.damaged)
    finally:
        journal.close()
    if told is None:
        return Read(lost=(Lost(path.name, "cli.error.nothing_in_it", {"file": path.name}),))
    harmed = Lost(path.name, "sidebyside.damaged", {"file": path.name, "number": rows})
    return Read((told,), damaged=(harmed,) if rows else ())
