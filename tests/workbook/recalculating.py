"""Asks LibreOffice what the formulas of a workbook give.

LibreOffice believes results that it finds in a file, so it is given the workbook without any.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from facilitate.workbook.book import Pages, Place
from facilitate.workbook.package import saved

SOFFICE = shutil.which("soffice")

needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed: formulas are not recalculated"
)


def recalculated(book: Pages, folder: Path) -> dict[Place, float | str]:
    """Every formula's value after LibreOffice has opened the workbook without results and saved it."""
    source = folder / "bare.xlsx"
    source.write_bytes(saved(book.workbook))
    out = folder / "out"
    assert SOFFICE
    command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=180)
    read = load_workbook(out / "bare.xlsx", data_only=True)
    return {place: read[place.sheet][place.cell].value for place in book.cached}


def assert_same(book: Pages, folder: Path) -> None:
    """Every formula gives what was written beside it."""
    found = recalculated(book, folder)
    numbers = {place: value for place, value in book.cached.items() if not isinstance(value, str)}
    assert {place: found[place] for place in numbers} == pytest.approx(numbers, abs=1e-9)
    for place, value in book.cached.items():
        if isinstance(value, str):
            assert (found[place] or "") == value, place
