"""The files that are spoilt: what ships, what the trainers' page shows, and a library of agendas."""

from __future__ import annotations

import re
from pathlib import Path

from facilitate.kits.library import grids_folder
from tests.kits.desk import Desk

SHIPPED = tuple(str(path.relative_to(grids_folder())) for path in sorted(grids_folder().rglob("*.yaml")))
_PAGE = (grids_folder() / "README.md").read_text(encoding="utf-8")
_NAME = re.compile(r"^id: (\S+)", re.MULTILINE)
EXAMPLES = {
    f"observation/{_NAME.findall(text)[0]}.yaml": text for text in re.findall(r"```yaml\n(.*?)```", _PAGE, re.DOTALL)
}
LIBRARY = "agendas/library.yaml"
ORIGINALS = (*SHIPPED, *EXAMPLES, LIBRARY)


def lay_out(desk: Desk) -> Desk:
    """All of them on one desk."""
    for name, text in EXAMPLES.items():
        desk.write(name, text)
    desk.write(LIBRARY, (Path(__file__).parents[1] / "agenda-library.yaml").read_text(encoding="utf-8"))
    return desk
