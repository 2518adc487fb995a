"""A desk for these tests: copies of shipped files to spoil, and what a check says about them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from facilitate.kits.check import check
from facilitate.kits.library import grids_folder
from facilitate.language import Words
from facilitate.language.words import Code

GRID = "observation/grid-meeting.yaml"
YOUTH = "agendas/youth-needs.yaml"
FARMERS = "agendas/farmers-needs.yaml"
ENERGISERS = "energisers.yaml"
WORDS = "words.yaml"
KIT = "kits/youth.yaml"


@dataclass(frozen=True)
class Desk:
    """A copy of the shipped folder that a test may write in."""

    folder: Path

    def path(self, name: str) -> Path:
        return self.folder / name

    def spoil(self, name: str, old: str, new: str) -> int:
        """Replaces the first occurrence; gives the line it stood on."""
        file = self.path(name)
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{name} does not contain {old!r}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def write(self, name: str, text: str | bytes) -> Path:
        file = self.path(name)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file


def fresh_desk(folder: Path) -> Desk:
    copy = folder / "grids"
    shutil.copytree(grids_folder(), copy)
    return Desk(copy)


def checked(path: Path, language: Code = "en") -> list[str]:
    """The lines of faults that a person reads."""
    words = Words(language)
    return [fault.shown(words) for fault in check([path]).faults]
