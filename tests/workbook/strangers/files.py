"""Files that are no workbooks at all, or that cannot be had."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

from facilitate.workbook.strangers.limits import LARGEST_FILE
from tests.workbook.strangers.making import Case, good, packed

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def ole(name: str) -> bytes:
    return OLE + bytes(1024) + name.encode("utf-16-le") + bytes(1024)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(LARGEST_FILE + 1)


def linked(path: Path) -> None:
    path.symlink_to(packed(path.with_name("elsewhere.zip"), good()))


def zipped(name: str, part: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, part)
    return target.getvalue()


HTML = b"<!-- report -->\n<html><table><tr><td>3</td></tr></table></html>"
SPREADSHEET_2003 = b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'


def plain(name: str, content: bytes, expected: str, file: str = "book.xlsx") -> Case:
    return Case(name, lambda path: path.write_bytes(content), expected, file)


CASES = (
    plain("an old workbook", ole("Workbook"), "strangers.is.xls", "book.xls"),
    plain("an old workbook renamed", ole("Workbook"), "strangers.is.xls"),
    plain("an even older one renamed", ole("Book"), "strangers.is.xls"),
    plain("one with a password", ole("EncryptedPackage"), "strangers.is.password"),
    plain("an old text document", ole("WordDocument"), "strangers.is.ole"),
    plain("macros by name", b"PK\x03\x04", "strangers.macros", "book.xlsm"),
    plain("macros by name, shouted", b"PK\x03\x04", "strangers.macros", "BOOK.XLSM"),
    plain("binary by name", b"PK\x03\x04", "strangers.is.xlsb", "book.xlsb"),
    plain("a template by name", b"PK\x03\x04", "strangers.is.template", "book.xltx"),
    plain("OpenDocument by name", b"PK\x03\x04", "strangers.is.ods", "book.ods"),
    plain("CSV by name", b"a,b\n", "strangers.is.text", "book.csv"),
    plain("no ending", b"PK\x03\x04", "strangers.other_name", "book"),
    plain("CSV renamed", "indicator;points\nA1;٣\n".encode(), "strangers.is.text"),
    plain("text in UTF-16", "a;b\n".encode("utf-16"), "strangers.is.text"),
    plain("HTML renamed", HTML, "strangers.is.html"),
    plain("remarks that never become HTML", b"<!---->" * 500 + b"<nothing", "strangers.is.xml"),
    plain("PDF renamed", b"%PDF-1.7\n%\xe2\xe3\n", "strangers.is.pdf"),
    plain("RTF renamed", b"{\\rtf1 hello}", "strangers.is.rtf"),
    plain("XML of 2003", SPREADSHEET_2003, "strangers.is.xml"),
    plain("a picture", b"\x89PNG\r\n\x1a\n\x00\x00", "strangers.is.unknown"),
    plain("an empty file", b"", "strangers.empty"),
    plain("a zip's first bytes only", b"PK\x03\x04", "strangers.damaged"),
    plain("noise after a zip's first bytes", b"PK\x03\x04" + bytes(range(256)) * 40, "strangers.damaged"),
    plain("a zip of other things", zipped("notes.txt", "3"), "strangers.is.zip"),
    plain("OpenDocument renamed", zipped("mimetype", "application/vnd.oasis"), "strangers.is.ods"),
    Case("a folder", lambda path: path.mkdir(), "strangers.no_file"),
    Case("nothing", lambda path: None, "strangers.not_there"),
    Case("a pipe", lambda path: os.mkfifo(path), "strangers.no_file"),
    Case("a link to nothing", lambda path: path.symlink_to("nowhere.xlsx"), "strangers.not_there"),
    Case("a link to itself", lambda path: path.symlink_to(path.name), "strangers.unreadable"),
    Case("a link to a good one", linked, {"S!A1": 3}),
    Case("one byte too large", sparse, "strangers.too_large"),
    Case("a name with control characters", lambda path: packed(path, good()), {"S!A1": 3}, "b\x1b[31m\u202e.xlsx"),
)
