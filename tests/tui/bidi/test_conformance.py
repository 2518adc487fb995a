"""Levels and order against every case of Unicode's own test, which Debian has in its package unicode-data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from facilitate.tui.bidi.classes import REMOVED
from facilitate.tui.bidi.levels import embedding_levels
from facilitate.tui.bidi.order import at_line_end, reordered

CASES = Path("/usr/share/unicode/BidiCharacterTest.txt")
AT_LEAST = 91_000


class Case(NamedTuple):
    """A text, its direction (`None`: by its first strong letter), and the answer: base, levels (x: removed), order."""

    text: str
    base: int | None
    answer: tuple[int, list[str], list[int]]


def cases() -> Iterator[Case]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        content = line.partition("#")[0].strip()
        if content:
            points, direction, base, levels, order = content.split(";")
            text = "".join(chr(int(point, 16)) for point in points.split())
            answer = (int(base), levels.split(), [int(place) for place in order.split()])
            yield Case(text, {"0": 0, "1": 1, "2": None}[direction], answer)


def ours(case: Case) -> tuple[int, list[str], list[int]]:
    found = embedding_levels(case.text, case.base)
    each = at_line_end(found)
    there = [place for place, kind in enumerate(found.classes) if kind not in REMOVED]
    told = ["x" if kind in REMOVED else str(level) for level, kind in zip(each, found.classes, strict=True)]
    return found.base, told, [there[place] for place in reordered([each[place] for place in there])]


@pytest.mark.skipif(not CASES.exists(), reason="Debian's package unicode-data is not installed")
def test_every_case_of_unicode() -> None:
    every = list(cases())
    assert len(every) > AT_LEAST
    assert [case for case in every if ours(case) != case.answer] == []
