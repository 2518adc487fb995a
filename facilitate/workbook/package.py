"""The saved file as bytes that depend on the meeting and the language only, and its way onto the disk."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from openpyxl import Workbook

from facilitate.workbook.alt_text import NotTold, with_words
from facilitate.workbook.book import Place
from facilitate.workbook.cached import with_results

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can name."""

_DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml")
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def saved(workbook: Workbook) -> bytes:
    """The file as openpyxl writes it: formulas without results, and the time of this computer inside."""
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def finished(
    workbook: Workbook,
    results: Mapping[Place, float | str],
    moment: datetime,
    pictures: Mapping[str, Sequence[tuple[str, str]]] = {},
) -> bytes:
    """The file with every formula's result, with what each chart shows in words (`pictures`, by sheet), and with
    `moment` wherever a time of writing would stand.

    Raises NotPlaced where a result is missing, NotTold where a chart has no words.
    """
    source = zipfile.ZipFile(io.BytesIO(saved(workbook)))
    by_part = {sheet.path.lstrip("/"): sheet.title for sheet in workbook.worksheets}
    told = _drawings(workbook, pictures)
    if told.keys() != {name for name in source.namelist() if _DRAWING.fullmatch(name)}:
        raise NotTold(", ".join(pictures))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            if name in by_part:
                own = {place.cell: result for place, result in results.items() if place.sheet == by_part[name]}
                content = with_results(content.decode(), own).encode()
            elif name in told:
                content = with_words(content.decode(), told[name]).encode()
            elif name == "docProps/core.xml":
                content = _dated(content.decode(), moment).encode()
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def _drawings(
    workbook: Workbook, pictures: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, Sequence[tuple[str, str]]]:
    """The words for each drawing: openpyxl numbers them in the order of the sheets that have one."""
    drawn = [sheet.title for sheet in workbook.worksheets if sheet.title in pictures]
    return {f"xl/drawings/drawing{number}.xml": pictures[title] for number, title in enumerate(drawn, 1)}


def _dated(xml: str, moment: datetime) -> str:
    return _MODIFIED.sub(rf"\g<1>{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\2", xml)


def put_in_place(content: bytes, path: Path) -> None:
    """Write a file whole or not at all.

    Raises OSError where it cannot be written; then what was there before is untouched, and nothing is left beside it.
    """
    target = path.resolve()
    beside = target.with_name(f".{uuid4().hex}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
