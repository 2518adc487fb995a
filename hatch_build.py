"""Compiles the catalogs into the wheel, so that no village laptop has to."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own base is generic over its config
    """Writes ROOM.mo beside every ROOM.po."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in Path(self.root, "facilitate", "language", "locale").glob("*/*.po"):
            with source.open("rb") as file:
                catalog = read_po(file, locale=source.parent.name, abort_invalid=True)
            compiled = io.BytesIO()
            write_mo(compiled, catalog)
            source.with_suffix(".mo").write_bytes(compiled.getvalue())
        build_data["artifacts"].append("facilitate/language/locale/*/*.mo")
