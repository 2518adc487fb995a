"""The files that are spoilt: what ships, what the trainers' page shows, a library of agendas, and what a meeting gives.

The last two say what no shipped file does: indicators that are locked, weights that are declared, energisers by their
ids beside one of the file's own.
"""

from __future__ import annotations

import re
from pathlib import Path

from facilitate.kits.library import grids_folder
from tests.kits.desk import Desk

SHIPPED = tuple(str(path.relative_to(grids_folder())) for path in sorted(grids_folder().rglob("*.yaml")))
_PAGE = (grids_folder() / "README.md").read_text(encoding="utf-8")
_NAME = re.compile(r"^id: (\S+)", re.MULTILINE)
EXAMPLES = {
    f"observation/{(_NAME.findall(text) or ['preparation'])[0]}.yaml": text
    for text in re.findall(r"```yaml\n(.*?)```", _PAGE, re.DOTALL)
}
"""The examples of the page: grids by their ids, and a preparation, which has none."""

LIBRARY, LOCKED, ENERGETIC = "agendas/library.yaml", "observation/locked.yaml", "agendas/energetic.yaml"
_HERE = Path(__file__).parent
OTHERS = {
    LIBRARY: _HERE.parent / "agenda-library.yaml",
    LOCKED: _HERE / "locked-grid.yaml",
    ENERGETIC: _HERE / "agenda-with-energisers.yaml",
}
ORIGINALS = (*SHIPPED, *EXAMPLES, *OTHERS)


def lay_out(desk: Desk) -> Desk:
    """All of them on one desk."""
    for name, text in EXAMPLES.items():
        desk.write(name, text)
    for name, file in OTHERS.items():
        desk.write(name, file.read_text(encoding="utf-8"))
    return desk
