"""One file while it is read: its places, and the faults and warnings found so far."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path as FilePath
from typing import TypeVar

from facilitate.domain.model import LANGUAGES, Language
from facilitate.kits.faults import Fault, Faulty, Where, clean
from facilitate.kits.yaml_lines import Document, read_yaml
from facilitate.kits.yaml_scalars import Data, Key
from facilitate.kits.yaml_tree import Path

Result = TypeVar("Result")


@dataclass
class Sheet:
    """A file that is being read. Readers go on after a fault, so that a trainer sees all of them at once."""

    document: Document
    languages: tuple[Language, ...] = LANGUAGES
    unsure_languages: bool = False  # the list of languages has a fault: texts are not blamed for it
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

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
        self.sheet.faults.append(self._finding(message_id, values))

    def warning(self, message_id: str, /, **values: object) -> None:
        """Notes what a trainer should know, and may leave."""
        self.sheet.warnings.append(self._finding(message_id, values))

    def unknown(self, message_id: str, value: object, known: Sequence[str], /, **values: object) -> None:
        """Notes a name that is not among the known ones, with the nearest of them where there is one.

        The catalogs have `message_id` and `message_id` with ``_near``.
        """
        near = nearest(str(value), known)
        if near:
            self.fault(f"{message_id}_near", value=value, near=near, **values)
        else:
            self.fault(message_id, value=value, known=known or ("-",), **values)

    def _finding(self, message_id: str, values: dict[str, object]) -> Fault:
        cleaned = {name: clean(value) for name, value in {"field": self.key, **values}.items()}
        return Fault(self.sheet.file, self.line, self.where, message_id, cleaned)


def nearest(value: str, known: Collection[str]) -> str | None:
    """The known name that was probably meant."""
    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(value.casefold(), list(by_folded), n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


class Fields:
    """The values of a map with known keys; a key that is absent or empty gives None."""

    def __init__(self, place: Place, places: dict[str, Place]) -> None:
        self.place = place
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

    A required key that is only misspelt is told once.
    """
    if not isinstance(place.value, dict):
        place.fault("fault.map_expected")
        return None
    misspelt = set()
    for key, value in place.value.items():
        if key not in known:
            misspelt.add(nearest(str(key), known))
            place.child(key, value).unknown("fault.unknown_key", key, tuple(known))
    for key in required:
        if place.value.get(key) is None and key not in misspelt:
            place.child(key, None).fault("fault.missing_key", key=key)
    present = {str(key): place.child(key, value) for key, value in place.value.items() if value is not None}
    return Fields(place, present)
