"""One file while it is read: its places, and the faults and warnings found so far."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import TypeVar

from facilitate.domain.model import LANGUAGES, Language
from facilitate.kits.faults import ALSO_LISTED, Fault, Faulty, Where, clean
from facilitate.kits.yaml_lines import Document, read_yaml
from facilitate.kits.yaml_scalars import Data, Key
from facilitate.kits.yaml_tree import Path

Result = TypeVar("Result")

MOST_FAULTS = 100
"""Faults of one file that are told; nobody mends more before asking again."""

LONGEST_COMPARED, MOST_COMPARED = 64, 1_000
"""Names among which the nearest is looked for; a hostile file may have any number."""


@dataclass
class Sheet:
    """A file that is being read. Readers go on after a fault, so that a trainer sees all of them at once."""

    document: Document
    languages: tuple[Language, ...] = LANGUAGES
    languages_named: bool = True
    unsure_languages: bool = False  # the list of languages has a fault: texts are not blamed for it
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    found: int = 0
    """Faults that were found, also those that are told together with others."""
    _told: dict[tuple[object, ...], int] = field(default_factory=dict)

    def note(self, fault: Fault) -> None:
        """Notes a fault. Raises Faulty where there are so many that it is not worth reading on."""
        self.found += 1
        self.faults.append(fault)
        if len(self.faults) >= MOST_FAULTS:
            raise Faulty([*self.faults, replace(fault, where=None, message_id="fault.and_more", values={}, also=())])

    def note_once(self, key: tuple[object, ...], fault: Fault) -> None:
        """Notes a fault, or adds its line to the same fault that was noted before, so that the first line tells it."""
        if key not in self._told:
            self._told[key] = len(self.faults)
            self.note(fault)
            return
        self.found += 1
        self._add_line(self.faults, self._told[key], fault)

    def warn_once(self, key: tuple[object, ...], warning: Fault) -> None:
        """Notes a warning, or adds its line to the same one that was noted before."""
        place = self._told.setdefault(key, len(self.warnings))
        if place == len(self.warnings):
            self.warnings.append(warning)
        else:
            self._add_line(self.warnings, place, warning)

    @staticmethod
    def _add_line(told: list[Fault], place: int, fault: Fault) -> None:
        known = told[place]
        first = fault if fault.line < known.line else known
        lines = sorted({fault.line, known.line, *known.also} - {first.line})
        told[place] = replace(first, also=tuple(lines[: ALSO_LISTED + 1]))

    @property
    def file(self) -> str:
        return self.document.file

    @property
    def root(self) -> Place:
        """The file's outermost value."""
        return Place(self, (), self.document.data)

    def finished(self, result: Result | None) -> Result:
        """What was read. Raises Faulty where something was wrong."""
        if self.faults or result is None:
            raise Faulty(self.faults or [Fault(self.file, 0, None, "fault.unusable")])
        return result


def open_sheet(path: str | FilePath) -> Sheet:
    """A YAML file, ready to be read. Raises OSError, or Faulty where it is no clear YAML."""
    return Sheet(read_yaml(path))


@dataclass(frozen=True)
class Place:
    """A value of a file and where it stands.

    `where` is the part of the file that its faults name; `key` is the key it stands under, for an item of a list the
    key of the list.
    """

    sheet: Sheet
    path: Path
    value: Data
    where: Where | None = None
    key: str = ""

    @property
    def line(self) -> int:
        return self.sheet.document.line(self.path)

    @property
    def written(self) -> str:
        """The value as it was written."""
        return self.sheet.document.raw.get(self.path, str(self.value))

    def within(self, kind: str, identifier: str | None) -> Place:
        """The same place, whose faults name a part of the file from now on."""
        return replace(self, where=Where(kind, str(clean(identifier)))) if identifier else self

    def child(self, key: Key, value: Data) -> Place:
        """The value under a key of this map, or at a position of this list."""
        name = str(key) if isinstance(self.value, dict) else self.key
        return Place(self.sheet, (*self.path, key), value, self.where, name)

    def fault(self, message_id: str, /, **values: object) -> None:
        """Notes what is wrong here."""
        self.sheet.note(self._finding(message_id, values))

    def everywhere(self, message_id: str, /, *same: object, **values: object) -> None:
        """Notes what one mend takes away wherever it stands: told at its first place, with the lines of the others.

        `same` are the values that make two faults one.
        """
        self.sheet.note_once((message_id, *map(str, same)), self._finding(message_id, values))

    def warning(self, message_id: str, /, **values: object) -> None:
        """Notes what a trainer should know, and may leave."""
        self.sheet.warnings.append(self._finding(message_id, values))

    def warning_everywhere(self, message_id: str, /, *same: object, **values: object) -> None:
        """Notes a warning as `everywhere` notes faults."""
        self.sheet.warn_once((message_id, *map(str, same)), self._finding(message_id, values))

    def unknown(self, message_id: str, value: object, known: Sequence[str], /, **values: object) -> None:
        """Notes a name that is not among the known ones, with the nearest of them where there is one.

        The catalogs have `message_id` and `message_id` with ``_near``.
        """
        near = nearest(str(value), known)
        if near:
            self.everywhere(f"{message_id}_near", value, value=value, near=near, **values)
        else:
            self.everywhere(message_id, value, value=value, known=known or ("-",), **values)

    def _finding(self, message_id: str, values: dict[str, object]) -> Fault:
        cleaned = {name: clean(value) for name, value in {"field": self.key, **values}.items()}
        return Fault(self.sheet.file, self.line, self.where, message_id, cleaned)


def nearest(value: str, known: Collection[str]) -> str | None:
    """The known name that was probably meant; one of two letters is known by one of them."""
    if len(known) > MOST_COMPARED:
        return None
    by_folded = {name.casefold(): name for name in known if len(name) <= LONGEST_COMPARED}
    folded = value.casefold()[: LONGEST_COMPARED + 1]
    found = get_close_matches(folded, list(by_folded), n=1, cutoff=0.6)
    found = found or [each for each in by_folded if len(each) == len(folded) == 2 and _one_in_common(each, folded)]
    return by_folded[found[0]] if found else None


def _one_in_common(name: str, other: str) -> bool:
    return any(ours == theirs for ours, theirs in zip(name, other, strict=True))


class Fields:
    """The values of a map with known keys; a key that is absent or empty gives None.

    `misspelt` are the known keys that were probably meant by unknown ones: what they hold is not known.
    """

    def __init__(self, place: Place, places: dict[str, Place], misspelt: frozenset[str] = frozenset()) -> None:
        self.place = place
        self.misspelt = misspelt
        self._places = places

    def __getitem__(self, key: str) -> Place | None:
        return self._places.get(key)

    def first(self, *keys: str) -> Place | None:
        """The first of several spellings that is there."""
        return next((self._places[key] for key in keys if key in self._places), None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)


def fields(place: Place, known: Sequence[str], required: Sequence[str] = ()) -> Fields | None:
    """The values of a map. Faults: it is none (then nothing is given back), unknown keys, required keys missing.

    A key that is only misspelt is told once.
    """
    if not isinstance(place.value, dict):
        place.fault("fault.map_expected", key=(*required, *known)[0])
        return None
    misspelt = misspelt_keys(place, known)
    missing = [key for key in required if place.value.get(key) is None and key not in misspelt]
    if len(missing) == 1:
        place.child(missing[0], None).fault("fault.missing_key", key=missing[0])
    elif missing:
        place.fault("fault.missing_keys", keys=missing)
    present = {str(key): place.child(key, value) for key, value in place.value.items() if value is not None}
    return Fields(place, present, misspelt)


def misspelt_keys(place: Place, known: Sequence[str], message_id: str = "fault.unknown_key") -> frozenset[str]:
    """Notes the keys of a map that are not known; gives those that were probably meant.

    A text without quotation marks falls to pieces at its commas, each a key without a value: the first is told.
    """
    if not isinstance(place.value, dict):
        return frozenset()
    free = [key for key in known if key not in place.value]
    meant: set[str] = set()
    in_pieces = False
    for key, value in place.value.items():
        if key in known or (in_pieces and value is None):
            continue
        child, head = place.child(key, value), re.split("[: ]", str(key), maxsplit=1)[0]
        near = nearest(str(key), free)
        in_pieces |= value is None and near is None
        if head in free:
            child.fault("fault.no_colon", key=head)
            meant.add(head)
        elif near:
            child.everywhere(f"{message_id}_near", key, value=key, near=near)
            meant.add(near)
        elif value is None and not isinstance(key, int | float):
            child.fault("fault.loose_word", value=key)
        else:
            child.everywhere(message_id, key, value=key, known=known)
    return frozenset(meant)
