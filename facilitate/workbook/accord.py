"""For the sheet *About*, in words: the versions of the grid, who agreed to them, what an amendment changed, and what
was objected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facilitate.analysis.accords import Objection, VersionTold, objections_told, versions_told
from facilitate.analysis.mapping import Became
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.meeting.agreement import Seal
from facilitate.workbook.book import Book


class MappingTold(NamedTuple):
    """What became of the indicators of one version: before, how, now; the same ones in one line."""

    version: int
    rows: tuple[tuple[str, str, str], ...]
    same: str


def version_lines(book: Book) -> Iterator[tuple[str, str]]:
    """Each version with its whole fingerprint, how it came about, and its seal."""
    for version in versions_told(book.meeting.grids):
        fingerprint = book.code(version.grid.short_fingerprint)
        name = book.words("accord.version", number=version.number, fingerprint=fingerprint)
        lines = [*_amended(book, version), *_sealed(book, version.seal), book.code(version.grid.fingerprint)]
        yield name, "\n".join(lines)


def _amended(book: Book, version: VersionTold) -> Iterator[str]:
    amendment = version.amendment
    if amendment is not None:
        reason = " ".join(amendment.reason.split())
        name = book.names.of(amendment.by)
        yield book.words("accord.amended", moment=amendment.at.wall, name=name, reason=reason)


def _sealed(book: Book, seal: Seal | None) -> Iterator[str]:
    words = book.words
    if seal is None:
        yield words("accord.not_sealed")
        return
    rule = words("accord.rule.quorum", seal.quorum or 1) if seal.rule == "quorum" else words("accord.rule.all")
    yield words("accord.sealed", moment=seal.at.wall, rule=rule)
    if seal.taken_from is not None:
        meeting = seal.taken_from.title.to(words.language) or seal.taken_from.meeting
        if seal.taken_from.sealed is None:
            yield words("accord.taken_from", meeting=meeting)
        else:
            yield words("accord.taken_from_sealed", meeting=meeting, moment=seal.taken_from.sealed)
    if seal.signatures:
        yield words("accord.signed", names=book.listed(book.names.of(each.person) for each in seal.signatures))


def mappings(book: Book) -> Iterator[MappingTold]:
    """The mapping of each amendment."""
    for version in versions_told(book.meeting.grids):
        if version.before is not None:
            yield _mapping(book, version, version.before)


def _mapping(book: Book, version: VersionTold, before: Grid) -> MappingTold:
    same = [row.new[0] for row in version.rows if row.how == "same"]
    told = book.words("accord.same", len(same), codes=book.listed(same)) if same else ""
    return MappingTold(version.number - 1, tuple(_row(book, version, before, row) for row in _changed(version)), told)


def _changed(version: VersionTold) -> Iterator[Became]:
    return (row for row in version.rows if row.how != "same")


def _row(book: Book, version: VersionTold, before: Grid, row: Became) -> tuple[str, str, str]:
    how = book.words(f"accord.how.{row.how}")
    return _named(book, before, row.old), how, _named(book, version.grid, row.new)


def _named(book: Book, grid: Grid, codes: Iterable[str]) -> str:
    """Each indicator on a line of its own, with its text."""
    words = book.words
    found = ((code, grid.by_id.get(code)) for code in codes)
    return "\n".join(
        words("accord.indicator", code=code, text=each.text.to(words.language)) if each else code
        for code, each in found
    )


def objection_lines(book: Book) -> list[str]:
    """Every *no* that was said, and what followed."""
    return [_objection(book, each) for each in objections_told(book.meeting)]


def _objection(book: Book, objection: Objection) -> str:
    words, said = book.words, objection.said
    code = words("accord.frame") if said.code == FRAME else book.code(said.code)
    lines = [words("accord.objection", name=book.names.of(said.person), code=code, reason=said.reason)]
    for each in objection.settled:
        message, name = f"accord.settled.{each.how}", book.names.of(each.by)
        because = " ".join(each.reason.split())
        lines.append(words(f"{message}_because", name=name, reason=because) if because else words(message, name=name))
    return " ".join(lines)
