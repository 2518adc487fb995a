"""The seals of the grids that ship do not depend on how the program was started."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.kits.test_seal_of_files import SHIPPED

ASKED = """
import json, sys
from facilitate.kits.grid_file import read_grid
from facilitate.kits.library import grids_folder
print(json.dumps({name: read_grid(grids_folder() / name).fingerprint for name in sys.argv[1:]}))
"""

WITHOUT_C = "import yaml; del yaml.CSafeLoader"

WAYS: dict[str, tuple[str, dict[str, str]]] = {
    "hash seed 0": ("", {"PYTHONHASHSEED": "0"}),
    "hash seed 1": ("", {"PYTHONHASHSEED": "1"}),
    "hash seed 4294967295": ("", {"PYTHONHASHSEED": "4294967295"}),
    "an old encoding": ("", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "optimised": ("", {"PYTHONOPTIMIZE": "2"}),
    "the parser that is slower": (WITHOUT_C, {}),
}
"""What is done before anything is imported, and the surroundings."""


@pytest.mark.parametrize("way", WAYS)
def test_a_seal_is_the_same_however_the_program_was_started(way: str) -> None:
    before, around = WAYS[way]
    command = [sys.executable, "-c", f"{before}\n{ASKED}", *SHIPPED]
    ran = subprocess.run(command, env=os.environ | around, capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(ran.stdout) == SHIPPED
