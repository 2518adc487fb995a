"""The catalogs: gettext files under ``locale/LANGUAGE/ROOM.po``, one a room of the house, keyed by message id."""

from __future__ import annotations

import gettext
import io
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
    "report",
)
FOLDER = Path(str(files("facilitate.language"))) / "locale"


@cache
def translations(language: str, room: str) -> gettext.NullTranslations:
    """One room's messages in one language; empty where the file is missing or cannot be read.

    The compiled file of the build is used unless the text is newer, as it is while somebody translates.
    """
    source = FOLDER / language / f"{room}.po"
    compiled = source.with_suffix(".mo")
    try:
        if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
            with compiled.open("rb") as file:
                return gettext.GNUTranslations(file)
        return gettext.GNUTranslations(io.BytesIO(compile_catalog(source)))
    except (OSError, ValueError, UnicodeError):
        return gettext.NullTranslations()


def compile_catalog(source: Path) -> bytes:
    """The bytes of a compiled catalog. Raises OSError or ValueError where the text cannot be read."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalog = read_po(file, locale=source.parent.name, abort_invalid=True)
    result = io.BytesIO()
    write_mo(result, catalog)
    return result.getvalue()


def find(language: str, message: str, count: int | None) -> str | None:
    """The sentence for a message id, before its values are put in; nothing where no room has it."""
    for room in ROOMS:
        found = translations(language, room)
        sentence = message if count is None else found.ngettext(message, message, count)
        sentence = found.gettext(message) if sentence == message else sentence  # not every sentence has plural forms
        if sentence != message:
            return sentence
    return None
