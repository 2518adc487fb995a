"""Whatever is changed in a workbook, by accident or on purpose, it is read or refused: nothing else comes out."""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from facilitate.workbook.strangers.cells import number, text
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.open import opened
from tests.workbook.strangers.making import Parts, packed
from tests.workbook.strangers.test_good_files import somebodys

SPLICES = (
    "",
    "-1",
    "9" * 30,
    "é",
    "\x00",
    "<",
    "&",
    '"',
    "&#x202E;",
    "xmlns",
    "1e999",
    "A1:XFD9",
    "2026-13-40",
    "../x",
)
PIECE = re.compile(r'"[^"]*"|>[^<]+<|<[/\w:]+')


def parts_of(path: Path) -> Parts:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def spoiled(xml: str, chance: Random) -> str:
    """The part with one attribute, text or tag replaced by something else."""
    pieces = list(PIECE.finditer(xml))
    for found in chance.sample(pieces, k=min(len(pieces), chance.randint(1, 3))):
        other = chance.choice([*SPLICES, chance.choice(pieces)[0][1:-1]])
        first, last = found[0][0], found[0][-1] if found[0][-1] in '"<' else ""
        xml = xml.replace(found[0], f"{first}{other}{last}", 1)
    return xml


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    workbook = somebodys()
    workbook["Notes"]["C3"] = datetime(2026, 7, 16)
    workbook["Notes"]["D3"] = 2.5
    workbook.save(path := tmp_path_factory.mktemp("whole") / "theirs.xlsx")
    return parts_of(path)


@pytest.mark.parametrize("seed", range(150))
def test_a_spoiled_part_is_read_or_refused(whole: Parts, tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    name = chance.choice(sorted(whole))
    path = packed(tmp_path / "theirs.xlsx", whole | {name: spoiled(str(whole[name]), chance)})
    try:
        workbook = opened(path)
    except NotAccepted:
        return
    assert [sheet.title for sheet in workbook.workbook.worksheets] == [sheet.title for sheet in workbook.sheets]
    for sheet in workbook.sheets:
        for at in (*sheet.values, *sheet.formulas):
            assert number(sheet, *at).cell == text(sheet, *at).cell == at.written


@pytest.mark.parametrize("seed", range(60))
def test_a_file_with_other_bytes_is_read_or_refused(whole: Parts, tmp_path: Path, seed: int) -> None:
    chance, path = Random(seed), packed(tmp_path / "theirs.xlsx", whole)
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 5)):
        content[chance.randrange(4, len(content))] = chance.randrange(256)
    path.write_bytes(content)
    with suppress(NotAccepted):
        assert opened(path).sheets
