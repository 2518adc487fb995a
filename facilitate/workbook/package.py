"""The saved file as bytes that depend on the meeting and the language only, and its way onto the disk."""

from __future__ import annotations

import io
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from openpyxl import Workbook

from facilitate.workbook.alt_text import NotTold, with_words
from facilitate.workbook.book import Place
from facilitate.workbook.cached import with_results
from facilitate.workbook.streaming import streams, write

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can name."""

CHUNK = 1 << 20

_DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml")
_MODIFIED = re.compile(r"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def saved(workbook: Workbook) -> bytes:
    """The file as openpyxl writes it: formulas without results, and the time of this computer inside."""
    written = io.BytesIO()
    write(workbook, written)
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
    told, streamed = _drawings(workbook, pictures), streams(workbook)
    if told.keys() != {name for name in source.namelist() if _DRAWING.fullmatch(name)}:
        raise NotTold(", ".join(pictures))
    own = _by_sheet(results)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if by_part.get(name) in streamed:  # too long to be held, and without formulas
                with source.open(name) as rows, archive.open(entry, "w", force_zip64=True) as kept:
                    shutil.copyfileobj(rows, kept, CHUNK)
                continue
            content = source.read(name)
            if name in by_part:
                content = with_results(content.decode(), own.get(by_part[name], {})).encode()
            elif name in told:
                content = with_words(content.decode(), told[name]).encode()
            elif name == "docProps/core.xml":
                content = _dated(content.decode(), moment).encode()
            archive.writestr(entry, content)
    return target.getvalue()


def _by_sheet(results: Mapping[Place, float | str]) -> dict[str, dict[str, float | str]]:
    """Results by sheet and cell."""
    found: dict[str, dict[str, float | str]] = {}
    for place, result in results.items():
        found.setdefault(place.sheet, {})[place.cell] = result
    return found


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
    written_whole(lambda file: file.write(content), path)


def written_whole(write: Callable[[BinaryIO], int], path: Path) -> int:
    """What `write` gives after it has written into the file that is to be there; whole or not at all, as above."""
    target = path.resolve()
    beside = target.with_name(f".{uuid4().hex}.part")
    try:
        with beside.open("xb") as file:
            result = write(file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return result
