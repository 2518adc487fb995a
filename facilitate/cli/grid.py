"""What is done with grids and agendas by themselves: `grid` and `agenda`, each with commands of its own."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from facilitate.cli.frame import Branch, Maker
from facilitate.language import Words

GRID = {"diff": "griddiff", "write": "writing"}
AGENDA = {"write": "writing", "print": "director"}
"""The room of each command."""


def grid_command(words: Words) -> Branch:
    return Branch("grid", words, {name: _later(room, f"grid_{name}") for name, room in GRID.items()})


def agenda_command(words: Words) -> Branch:
    return Branch("agenda", words, {name: _later(room, f"agenda_{name}") for name, room in AGENDA.items()})


def _later(room: str, name: str) -> Callable[[], Maker]:
    def load() -> Maker:
        maker: Maker = getattr(import_module(f"facilitate.cli.{room}"), f"{name}_command")
        return maker

    return load
