"""Reads XML piece by piece with the parser of the standard library, refusing what a workbook never needs.

No document type means no entities, neither bombs nor files from elsewhere. Names, tags and nesting are limited because
the parser keeps them in memory; what it tells of is limited by the budget.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn, Protocol
from xml.parsers import expat

from facilitate.kits.faults import clean
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.limits import DEPTH, DIFFERENT_NAMES, LONGEST_SPACE, LONGEST_TAG, Budget

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"

_OTHER_ENCODING = (b"\xfe\xff", b"\xff\xfe", b"\x00", b"<\x00")
_ENCODINGS = {None, "utf-8", "utf8", "us-ascii", "ascii"}


class Reader(Protocol):
    """Is told of a part's elements; names are ``NAMESPACE NAME``, the root has depth 1. May raise NotAccepted."""

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None: ...

    def end(self, name: str, depth: int) -> None: ...

    def text(self, text: str) -> None: ...


class Nothing:
    """For parts that nobody reads."""

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        pass

    def end(self, name: str, depth: int) -> None:
        pass

    def text(self, text: str) -> None:
        pass


def main(name: str) -> str:
    """A name of the spreadsheets' own namespace."""
    return f"{MAIN} {name}"


def parse(chunks: Iterable[bytes], part: str, budget: Budget, reader: Reader) -> None:
    """Tell `reader` of everything in a part. Raises NotAccepted."""
    _Parse(str(clean(part)), budget, reader).run(chunks)


class _Parse:
    def __init__(self, part: str, budget: Budget, reader: Reader) -> None:
        self._part, self._budget, self._reader = part, budget, reader
        self._depth = 0
        self._spaces = 0
        self._names: dict[str, str] = {}
        # Without the encoding given here, a part could bring its own.
        self._parser = expat.ParserCreate("utf-8", " ", self._names)
        self._parser.buffer_text = True
        self._parser.XmlDeclHandler = self._declared
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartNamespaceDeclHandler = self._namespace
        self._parser.StartElementHandler = self._start
        if not isinstance(reader, Nothing):
            self._parser.CharacterDataHandler = reader.text
        self._parser.EndElementHandler = self._end

    def run(self, chunks: Iterable[bytes]) -> None:
        fed = 0
        try:
            for chunk in chunks:
                if not fed and chunk.startswith(_OTHER_ENCODING):
                    self._refuse("strangers.encoding")
                self._parser.Parse(chunk, False)
                fed += len(chunk)
                # A tag is kept, and gone over again, until its end has come.
                if fed - self._parser.CurrentByteIndex > LONGEST_TAG or len(self._names) > DIFFERENT_NAMES:
                    self._refuse("strangers.too_much_inside")
            self._parser.Parse(b"", True)
        except expat.ExpatError:
            self._refuse("strangers.part_damaged")

    def _refuse(self, message: str) -> NoReturn:
        raise NotAccepted(message, part=self._part)

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if (encoding.lower() if encoding else None) not in _ENCODINGS:
            self._refuse("strangers.encoding")

    def _doctype(self, *_: object) -> None:
        self._refuse("strangers.doctype")

    def _namespace(self, prefix: str | None, space: str | None) -> None:
        self._spaces += 1
        if self._spaces > DIFFERENT_NAMES or len(space or "") > LONGEST_SPACE:
            self._refuse("strangers.too_much_inside")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._budget.elements -= 1
        if self._budget.elements < 0 or self._depth > DEPTH:
            self._refuse("strangers.too_much_inside")
        self._reader.start(name, attributes, self._depth)

    def _end(self, name: str) -> None:
        self._reader.end(name, self._depth)
        self._depth -= 1
