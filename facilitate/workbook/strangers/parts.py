"""What the parts of a workbook are and how they belong together; refuses those that could do something."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from facilitate.kits.faults import clean
from facilitate.workbook.strangers.archive import Archive
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.limits import LONGEST_WORD, Budget
from facilitate.workbook.strangers.markup import STRICT, Nothing, parse

TYPES = "[Content_Types].xml"
_TYPE_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types "
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_BY_TYPE = (
    (re.compile(r"sheet\.binary"), "strangers.is.xlsb"),
    (re.compile(r"macroenabled|vbaproject|macrosheet", re.I), "strangers.macros"),
    (re.compile(r"spreadsheetml\.template"), "strangers.is.template"),
    (re.compile(r"wordprocessingml|presentationml|opendocument"), "strangers.is.other_document"),
    (re.compile(r"externallink", re.I), "strangers.external_link"),
    (re.compile(r"oleobject|activex", re.I), "strangers.embedded"),
    (re.compile(r"spreadsheetml\.(?:connections|querytable)", re.I), "strangers.connection"),
)
_BY_NAME = (
    (re.compile(r"(?:^|/)workbook\.bin$"), "strangers.is.xlsb"),
    (re.compile(r"(?:^|/)vbaproject[^/]*\.bin$|(?:^|/)(?:intl)?macrosheets/"), "strangers.macros"),
    (re.compile(r"(?:^|/)externallinks/"), "strangers.external_link"),
    (re.compile(r"(?:^|/)(?:embeddings|activex)/"), "strangers.embedded"),
    (re.compile(r"(?:^|/)(?:connections\.xml|querytables/)"), "strangers.connection"),
)
_BY_RELATION = (
    (re.compile(r"vbaproject|macrosheet"), "strangers.macros"),
    (re.compile(r"externallink"), "strangers.external_link"),
    (re.compile(r"oleobject$|package$|activex|/control$"), "strangers.embedded"),
    (re.compile(r"connections$|querytable$"), "strangers.connection"),
)
_LEADING_OUT = {"hyperlink"}
"""Relations that may name something elsewhere: nothing is done with them, and they are not kept."""


@dataclass(frozen=True)
class Relation:
    """From one part to another: `kind` is the last word of its type, `target` the other's name in the archive."""

    id: str
    kind: str
    target: str


class Parts:
    """The relations of each part, once all of them, and the kinds of all parts, are known to be harmless."""

    def __init__(self, archive: Archive, budget: Budget) -> None:
        """Raises NotAccepted."""
        _check_names(archive)
        _check_types(archive, budget)
        self._relations: dict[str, list[Relation]] = {}
        for name in archive.names():
            if name.lower().endswith(".rels"):
                source = _source(name)
                reader = _Relations(source, str(clean(name)), budget)
                parse(archive.chunks(name), name, budget, reader)
                self._relations[source.casefold()] = reader.found
        self.seen = {TYPES.casefold(), *(each.casefold() for each in archive.names() if each.lower().endswith(".rels"))}

    def of(self, part: str, kind: str) -> list[Relation]:
        """The relations of one kind that a part has; of the whole file, where `part` is empty."""
        return [each for each in self._relations.get(part.casefold(), []) if each.kind == kind]

    def called(self, part: str, id: str) -> Relation | None:
        """The relation of a part that has this id, if any."""
        return next((each for each in self._relations.get(part.casefold(), []) if each.id == id), None)

    def main(self, archive: Archive) -> str:
        """The part that lists the sheets. Raises NotAccepted."""
        for relation in self.of("", "officeDocument"):
            if relation.target in archive:
                return relation.target
        raise NotAccepted("strangers.no_workbook")


def check_others(archive: Archive, parts: Parts, budget: Budget, read: set[str]) -> None:
    """Every part that is not in `read` (names in small letters) is unpacked, and gone over where it is XML.

    Drawings in the old form (.vml) are often no clean XML; they are not read by anybody.
    """
    done = read | parts.seen
    for name in archive.names():
        if name.casefold() in done:
            continue
        if name.lower().endswith(".xml"):
            parse(archive.chunks(name), name, budget, Nothing())
        else:
            for _ in archive.chunks(name):
                pass


def _check_names(archive: Archive) -> None:
    if "mimetype" in archive and TYPES not in archive:
        raise NotAccepted("strangers.is.ods")
    for name in archive.names():
        for pattern, message in _BY_NAME:
            if pattern.search(name.casefold()):
                raise NotAccepted(message, part=str(clean(name)))
    if TYPES not in archive:
        raise NotAccepted("strangers.is.zip")


def _check_types(archive: Archive, budget: Budget) -> None:
    reader = _Types(budget)
    parse(archive.chunks(TYPES), TYPES, budget, reader)
    for kind, part in reader.found.items():
        for pattern, message in _BY_TYPE:
            if pattern.search(kind):
                raise NotAccepted(message, part=str(clean(part)))
    if _MAIN not in reader.found:
        raise NotAccepted("strangers.no_workbook")


class _Types(Nothing):
    """The kinds of parts, each with the first part or ending that has it."""

    def __init__(self, budget: Budget) -> None:
        self.found: dict[str, str] = {}
        self._budget = budget

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if depth == 2 and name.startswith(_TYPE_SPACE):
            part = attributes.get("PartName") or attributes.get("Extension", "")
            self._budget.take("relations", 1, "strangers.too_much_inside", part=TYPES)
            self.found.setdefault(attributes.get("ContentType", "")[:LONGEST_WORD], part[:LONGEST_WORD].lstrip("/"))


class _Relations(Nothing):
    def __init__(self, source: str, part: str, budget: Budget) -> None:
        self.found: list[Relation] = []
        self._folder, self._part, self._budget = posixpath.dirname(source), part, budget

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if depth != 2 or name != _RELATION:
            return
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        word = kind.rsplit("/", 1)[-1]
        if kind.startswith(STRICT):
            raise NotAccepted("strangers.strict")
        if word in _LEADING_OUT:
            return
        self._budget.take("relations", 1, "strangers.too_much_inside", part=self._part)
        if len(kind) > LONGEST_WORD or len(target) > LONGEST_WORD:
            raise NotAccepted("strangers.too_much_inside", part=self._part)
        for pattern, message in _BY_RELATION:
            if pattern.search(kind.casefold()):
                raise NotAccepted(message, part=self._part)
        if attributes.get("TargetMode") == "External":
            raise NotAccepted("strangers.external_link", part=self._part)
        self.found.append(Relation(attributes.get("Id", ""), word, self._resolved(target)))

    def _resolved(self, target: str) -> str:
        joined = target.lstrip("/") if target.startswith("/") else posixpath.join(self._folder, target)
        name = posixpath.normpath(joined)
        if name.startswith("../") or "\\" in name:
            raise NotAccepted("strangers.strange_part", part=str(clean(target)))
        return name


def _source(name: str) -> str:
    """The part that a file of relations belongs to; empty for the relations of the whole file."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file[: -len(".rels")])
