"""The zip archive that a workbook is: its list of parts is checked, its parts are unpacked under a limit."""

from __future__ import annotations

import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from facilitate.kits.faults import clean
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.limits import (
    ALL_PARTS,
    DIRECTORY,
    ENTRIES,
    LARGEST_PART,
    MEGABYTE,
    RATIO,
    RATIO_FROM,
    Budget,
)

CHUNK = 1 << 16
_END = struct.Struct("<4s4H2LH")
"""A zip's end: mark, disk, the list's disk, entries here, entries, size and place of the list, size of a comment."""

_ENCRYPTED = 0x1 | 0x40
_STRANGE_NAME = re.compile(r"[\x00-\x1f\x7f\\:]|^/|(?:^|/)\.{1,2}(?:/|$)|//")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Archive:
    """The parts of a workbook by name; names differ by more than capitals, and none leads out of the file."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        """Raises NotAccepted where the list of parts is too long, damaged or made to mislead."""
        self._budget = budget
        _check_end(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except _DAMAGE:
            raise NotAccepted("strangers.damaged") from None
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for entry in self._zip.infolist():
            self._take(entry)

    def _take(self, entry: zipfile.ZipInfo) -> None:
        name = str(clean(entry.orig_filename))
        if _STRANGE_NAME.search(entry.orig_filename):
            raise NotAccepted("strangers.strange_part", part=name)
        if entry.flag_bits & _ENCRYPTED:
            raise NotAccepted("strangers.encrypted_part", part=name)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotAccepted("strangers.packed_otherwise", part=name)
        if entry.file_size > LARGEST_PART:
            raise NotAccepted("strangers.unpacks_too_large", part=name, megabytes=LARGEST_PART // MEGABYTE)
        if entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(1, entry.compress_size):
            raise NotAccepted("strangers.packed_too_tight", part=name)
        if entry.is_dir() and entry.file_size == 0:
            return
        if entry.filename.casefold() in self._entries:
            raise NotAccepted("strangers.part_twice", part=name)
        self._entries[entry.filename.casefold()] = entry

    def names(self) -> list[str]:
        """The names of all parts, as they are written."""
        return [entry.filename for entry in self._entries.values()]

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """What a part holds, piece by piece. Raises NotAccepted where it is missing, damaged or too large.

        A part that is larger than the list says ends where the list says, and fails by its checksum.
        """
        entry = self._entries.get(name.casefold())
        shown, whole = str(clean(name)), ALL_PARTS // MEGABYTE
        if entry is None:
            raise NotAccepted("strangers.part_missing", part=shown)
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(CHUNK):
                    self._budget.take("bytes", len(chunk), "strangers.unpacks_too_large", part=shown, megabytes=whole)
                    yield chunk
        except _DAMAGE:
            raise NotAccepted("strangers.part_damaged", part=shown) from None


def _check_end(file: BinaryIO) -> None:
    """The list of parts is read into memory whole, so its size is looked at first.

    A comment or anything else after the end would let two programs see two different archives.
    """
    size = os.fstat(file.fileno()).st_size
    if size < _END.size:
        raise NotAccepted("strangers.damaged")
    file.seek(size - _END.size)
    mark, disk, first_disk, here, entries, length, start, comment = _END.unpack(file.read(_END.size))
    file.seek(0)
    if mark != b"PK\x05\x06" or comment or disk or first_disk or here != entries:
        raise NotAccepted("strangers.damaged")
    if entries > ENTRIES or length > DIRECTORY:
        raise NotAccepted("strangers.too_many_parts", most=ENTRIES)
    if start + length + _END.size != size:  # something stands between; also in the larger form of zips
        raise NotAccepted("strangers.damaged")
