"""What comes of each file of strangers, with and without lxml, and that none takes more than its share of memory."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitate.language import Words
from facilitate.language.words import CODES
from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.open import opened
from tests.workbook.strangers import hostile, swamps
from tests.workbook.strangers.making import Case, values

MEGABYTES = 300
LARGE = ("dates", "texts", "texts of wide signs", "long names")
"""The swamps that need most memory; `benchmarks/strangers.py` goes through all of them."""
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Path]:
    """Each file once."""
    known: dict[str, Path] = {}

    def make(case: Case) -> Path:
        if case.name not in known:
            known[case.name] = tmp_path_factory.mktemp("stranger") / case.file
            case.make(known[case.name])
        return known[case.name]

    return make


def test_no_two_files_have_the_same_name() -> None:
    assert len({case.name for case in hostile.CASES}) == len(hostile.CASES) > 100


@pytest.mark.parametrize("case", hostile.CASES, ids=lambda case: case.name)
def test_each_file_gets_its_answer(case: Case, made: Callable[[Case], Path]) -> None:
    path = made(case)
    if isinstance(case.expected, str):
        with pytest.raises(NotAccepted) as refused:
            opened(path)
        assert refused.value.message == case.expected
        for language in CODES:
            sentence = Words(language)(refused.value.message, **refused.value.values)
            assert re.search(r"[{}\n\x00-\x1f\x7f-\x9f\u202a-\u202e]", sentence) is None, sentence
            assert len(sentence) < 500
    else:
        found = values(opened(path))
        assert case.expected.items() <= found.items()


def answers(paths: list[Path], lxml: str) -> tuple[list[str], float]:
    """What a process of its own says of the files, and the most megabytes that it needed."""
    command = [sys.executable, "-m", "tests.workbook.strangers.measured", *map(str, paths)]
    environment = os.environ | {"OPENPYXL_LXML": lxml, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return [found for found, _, _ in lines], lines[-1][2]


def test_lxml_changes_nothing_and_memory_stays_small(made: Callable[[Case], Path]) -> None:
    cases = [*hostile.CASES, *(case for case in swamps.CASES if case.name in LARGE)]
    paths = [made(case) for case in cases]
    with_lxml, most = answers(paths, "True")
    without, most_without = answers(paths, "False")
    assert with_lxml == without
    assert len(with_lxml) == len(cases)
    assert max(most, most_without) < MEGABYTES
