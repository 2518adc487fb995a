"""What ships with the program: where it lies, its kits, its words."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from facilitate.domain.agenda import Duty, Method, Term
from facilitate.kits.energisers_file import Energisers, energisers_of
from facilitate.kits.header import ENERGISERS, WORDS, kind_of
from facilitate.kits.sheet import open_sheet
from facilitate.kits.words_file import Vocabulary, words_of


@cache
def grids_folder() -> Path:
    """The folder of kits, grids and agendas: inside an installed program, else beside the package."""
    package = Path(str(files("facilitate")))
    installed = package / "grids"
    return installed if installed.is_dir() else package.parent / "grids"


KITS = ("kits", "examples/kits")
"""The folders of kits: those for meetings, then the examples."""


def shipped_kits() -> tuple[str, ...]:
    """The names of the kits that ship with the program, examples last."""
    return tuple(path.stem for folder in KITS for path in sorted((grids_folder() / folder).glob("*.yaml")))


def shipped_kit_file(name: str) -> Path:
    """The file of a shipped kit."""
    files = [grids_folder() / folder / f"{name}.yaml" for folder in KITS]
    return next((file for file in files if file.is_file()), files[0])


@cache
def vocabulary() -> Vocabulary:
    """Glossary, roles and methods. Raises Faulty or OSError where somebody spoilt the file."""
    sheet = open_sheet(grids_folder() / "words.yaml")
    return sheet.finished(words_of(sheet) if kind_of(sheet, (WORDS,)) else None)


@cache
def shipped_energisers() -> Energisers:
    """The energisers that ship with the program. Raises Faulty or OSError where somebody spoilt the file."""
    sheet = open_sheet(grids_folder() / "energisers.yaml")
    return sheet.finished(energisers_of(sheet) if kind_of(sheet, (ENERGISERS,)) else None)


def term(identifier: str) -> Term:
    """One word of the glossary. Raises KeyError where there is none of that id."""
    return vocabulary().terms[identifier]


def duty(identifier: str) -> Duty:
    """What a role is called and does. Raises KeyError where there is none of that id."""
    return vocabulary().duties[identifier]


def method(identifier: str) -> Method:
    """How a step is done. Raises KeyError where there is none of that id."""
    return vocabulary().methods[identifier]
