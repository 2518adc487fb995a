"""The catalogs: gettext files under ``locale/LANGUAGE/ROOM.po``, one a room of the house, keyed by message id."""

from __future__ import annotations

import gettext
import io
import struct
from functools import cache
from importlib.resources import files
from pathlib import Path

ROOMS = (
    "common",
    "cli",
    "domain",
    "kits",
    "tui",
    "step",
    "floor",
    "notes",
    "people",
    "needs",
    "groups",
    "closing",
    "observe",
    "show",
    "workbook",
    "sheets",
    "imports",
    "paper",
    "compare",
    "report",
    "review",
    "strangers",
    "agree",
    "agreement",
    "prepare",
    "diff",
    "writing",
    "amend",
    "preparing",
    "scores",
    "voices",
    "sidebyside",
    "debrief",
    "agreed",
)
FOLDER = Path(str(files("facilitate.language"))) / "locale"


@cache
def translations(language: str, room: str) -> gettext.NullTranslations:
    """One room's messages in one language; empty where the file is missing or cannot be read.

    The compiled file of the build is used unless the text is newer, as it is while somebody translates; where the newer
    of the two cannot be read, the other is.
    """
    source = FOLDER / language / f"{room}.po"
    compiled = source.with_suffix(".mo")
    for path in sorted((compiled, source), key=_age):
        try:
            content = compile_catalog(path) if path == source else path.read_bytes()
            return gettext.GNUTranslations(io.BytesIO(content))
        except (OSError, ValueError, struct.error, IndexError, KeyError):
            continue
    return gettext.NullTranslations()


def _age(path: Path) -> float:
    """What sorts the newer file first, and one that is not there last."""
    return -path.stat().st_mtime if path.exists() else 0.0


def compile_catalog(source: Path) -> bytes:
    """The bytes of a compiled catalog. Raises OSError or ValueError where the text cannot be read."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    with source.open("rb") as file:
        try:
            catalog = read_po(file, locale=source.parent.name, abort_invalid=True)
        except PoFileError as error:
            raise ValueError(str(error)) from error
    result = io.BytesIO()
    write_mo(result, catalog)
    return result.getvalue()


def find(language: str, message: str, count: int | None) -> str | None:
    """The sentence for a message id, before its values are put in; nothing where no room has it."""
    before = _found_in.get(message)
    for room in (before, *ROOMS) if before else ROOMS:
        sentence = _said(translations(language, room), message, count)
        if sentence != message:
            _found_in[message] = room
            return sentence
    return None


_found_in: dict[str, str] = {}
"""The room in which a message was found last: looked into first, since a workbook says some of them often."""


def _said(room: gettext.NullTranslations, message: str, count: int | None) -> str:
    """The sentence of one room; the message where it has none, or its rule for plural forms cannot be reckoned."""
    try:
        sentence = message if count is None else room.ngettext(message, message, count)
        return room.gettext(message) if sentence == message else sentence  # not every sentence has plural forms
    except (ArithmeticError, ValueError):
        return message
