"""Archives that are damaged, or packed to mislead or to swamp."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeAlias

from tests.workbook.strangers.making import (
    BOOK,
    SHEET,
    Case,
    good,
    packed,
    packing,
    with_part,
    without,
    worksheet,
)

Change: TypeAlias = Callable[[bytearray], bytes | bytearray]

ZEROS = bytes(30_000_000)


def rewritten(path: Path, change: Change) -> None:
    content = bytearray(packed(path, good()).read_bytes())
    path.write_bytes(change(content))


def truncated(content: bytearray) -> bytearray:
    return content[: len(content) * 2 // 3]


def lying_size(content: bytearray) -> bytearray:
    """The list says that the sheet is smaller than it is."""
    at = content.rindex(SHEET.encode()) - 46
    struct.pack_into("<L", content, at + 24, 40)
    return content


def locked(content: bytearray) -> bytearray:
    at = content.rindex(SHEET.encode()) - 46
    struct.pack_into("<H", content, at + 8, 1)
    return content


def flipped(content: bytearray) -> bytearray:
    at = content.index(SHEET.encode()) + len(SHEET) + 20
    content[at] ^= 0xFF
    return content


def twice(*names: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with warnings.catch_warnings(), zipfile.ZipFile(packed(path, good()), "a") as archive:
            warnings.simplefilter("ignore")
            for name in names:
                archive.writestr(name, worksheet(""))

    return make


def commented(path: Path) -> None:
    with zipfile.ZipFile(packed(path, good()), "a") as archive:
        archive.comment = b"PK\x05\x06" + bytes(18)


def with_lzma(path: Path) -> None:
    with zipfile.ZipFile(packed(path, good()), "a") as archive:
        archive.writestr("xl/media/a.bin", b"a", zipfile.ZIP_LZMA)


def overlapping(path: Path) -> None:
    """Thirty names for one and the same packed part of 5 MB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in good().items():
            archive.writestr(name, part)
        archive.writestr("xl/media/a00.bin", b"abcdefgh" * 20 + bytes(4_000_000))
        first = archive.getinfo("xl/media/a00.bin")
        for number in range(1, 30):
            again = zipfile.ZipInfo(f"xl/media/a{number:02}.bin")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(again, field, getattr(first, field))
            archive.filelist.append(again)


def changing(name: str, change: Change, expected: str) -> Case:
    return Case(name, lambda path: rewritten(path, change), expected)


def also(name: str, part: str, content: str | bytes, expected: str) -> Case:
    return Case(name, packing(lambda: with_part(part, content)), expected)


def many_media() -> dict[str, str | bytes]:
    noise = Random(1).randbytes(40_000) + bytes(3_000_000)
    return good() | {f"xl/media/{number}.png": noise for number in range(30)}


CASES = (
    changing("cut off", truncated, "strangers.damaged"),
    changing("something after the end", lambda content: content + b"MZ" + bytes(500), "strangers.damaged"),
    changing("something before the beginning", lambda content: bytearray(b"PK\x03\x04") + content, "strangers.damaged"),
    changing("a part larger than it says", lying_size, "strangers.part_damaged"),
    changing("a part with a password", locked, "strangers.encrypted_part"),
    changing("a flipped byte", flipped, "strangers.part_damaged"),
    Case("a comment that looks like an end", commented, "strangers.damaged"),
    Case("packed otherwise", with_lzma, "strangers.packed_otherwise"),
    Case("the same part twice", twice(SHEET), "strangers.part_twice"),
    Case("the same part in capitals", twice(SHEET.upper()), "strangers.part_twice"),
    also("a part above the file", "../../etc/cron.d/x", "x", "strangers.strange_part"),
    also("a part at the root of a disk", "/etc/passwd", "x", "strangers.strange_part"),
    also("a part with a drive", "C:/x.xml", "x", "strangers.strange_part"),
    also("a part with backslashes", "xl\\media\\x.xml", "x", "strangers.strange_part"),
    also("a part with an escape sequence", "xl/\x1b[2J.xml", "<a/>", "strangers.strange_part"),
    also("a flat bomb", "xl/media/a.png", ZEROS, "strangers.packed_too_tight"),
    also("a sheet of 200 MB", SHEET, worksheet("") + " " * 200_000_000, "strangers.unpacks_too_large"),
    Case("many parts that are large together", packing(many_media), "strangers.unpacks_too_large"),
    Case("parts that lie upon each other", overlapping, "strangers.packed_too_tight"),
    Case(
        "twenty thousand parts",
        packing(lambda: good() | {f"xl/media/{number}.png": "" for number in range(20_000)}),
        "strangers.too_many_parts",
    ),
    Case("no list of sheets", packing(lambda: without(BOOK)), "strangers.no_workbook"),
    Case("no kinds of parts", packing(lambda: without("[Content_Types].xml")), "strangers.is.zip"),
    Case("no relations", packing(lambda: without("_rels/.rels")), "strangers.no_workbook"),
    Case("no sheet's part", packing(lambda: without(SHEET)), "strangers.part_missing"),
    Case("no relations of the list", packing(lambda: without("xl/_rels/workbook.xml.rels")), "strangers.sheet_missing"),
)
