"""What can be told of a file before it is unpacked: its name, its size, and how it begins."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.limits import LARGEST_FILE, MEGABYTE

ZIP = b"PK\x03\x04"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

_SUFFIXES = {
    ".xls": "strangers.is.xls",
    ".xlsm": "strangers.macros",
    ".xltm": "strangers.macros",
    ".xlam": "strangers.macros",
    ".xlsb": "strangers.is.xlsb",
    ".xltx": "strangers.is.template",
    ".ods": "strangers.is.ods",
    ".csv": "strangers.is.text",
    ".tsv": "strangers.is.text",
    ".txt": "strangers.is.text",
}
_BEGINNINGS = (
    (re.compile(rb"%PDF-"), "strangers.is.pdf"),
    (
        re.compile(rb"(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html|head|body|table|meta)\b", re.I | re.S),
        "strangers.is.html",
    ),
    (re.compile(rb"<\?xml|<"), "strangers.is.xml"),
    (re.compile(rb"\{\\rtf"), "strangers.is.rtf"),
)
_INSIDE_OLE = (
    ("EncryptedPackage", "strangers.is.password"),
    ("Workbook", "strangers.is.xls"),
    ("Book", "strangers.is.xls"),
)


@contextmanager
def entered(path: Path) -> Iterator[BinaryIO]:
    """The file, open for reading, once it looks like a packed workbook of a size that can be read.

    Raises NotAccepted. A link is followed; a pipe or a device is not waited for.
    """
    check_name(path)
    with _open(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size == 0:
            raise NotAccepted("strangers.empty")
        if size > LARGEST_FILE:
            raise NotAccepted("strangers.too_large", megabytes=LARGEST_FILE // MEGABYTE)
        _check_beginning(file)
        yield file


def check_name(path: Path) -> None:
    """Raises NotAccepted where the name says that it is something else."""
    suffix = path.suffix.lower()
    if suffix != ".xlsx":
        raise NotAccepted(_SUFFIXES.get(suffix, "strangers.other_name"))


def _open(path: Path) -> BinaryIO:
    try:
        number = os.open(path, os.O_RDONLY | _AT_ONCE)
    except FileNotFoundError:
        raise NotAccepted("strangers.not_there") from None
    except (OSError, ValueError) as error:  # a name with a zero in it is a ValueError
        raise NotAccepted("strangers.unreadable", why=getattr(error, "strerror", None) or str(error)) from None
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise NotAccepted("strangers.no_file")
    return os.fdopen(number, "rb")


def _check_beginning(file: BinaryIO) -> None:
    beginning = file.read(4096)
    file.seek(0)
    if beginning.startswith(ZIP):
        return
    if beginning.startswith(OLE):
        raise NotAccepted(_inside_ole(file.read()))
    plain = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, message in _BEGINNINGS:
        if pattern.match(plain):
            raise NotAccepted(message)
    raise NotAccepted("strangers.is.text" if _is_text(beginning) else "strangers.is.unknown")


def _inside_ole(content: bytes) -> str:
    """Old Excel files and those with a password are both boxes of one kind; the names inside tell them apart."""
    for name, message in _INSIDE_OLE:
        if name.encode("utf-16-le") in content:
            return message
    return "strangers.is.ole"


def _is_text(beginning: bytes) -> bool:
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 32 for byte in beginning)
