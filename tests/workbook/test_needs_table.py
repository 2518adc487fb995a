"""Needs that were put together: what their theme was given is in the table, and on the summary."""

from __future__ import annotations

from pathlib import Path

from facilitate.domain.events.capturing import Pair, Ranked
from tests.workbook.reading import exported, table
from tests.workbook.village import village_meeting


def test_what_a_theme_was_given_is_not_lost(tmp_path: Path) -> None:
    room = village_meeting()
    counts = {"learning": 12, "n1": 15, "n4": 2}
    room.do("nadia", Ranked(method="dots", needs=tuple(counts), counts=counts))
    pair = Pair(winner="learning", loser="n1")
    room.do("nadia", Ranked(method="pair", needs=("learning", "n1"), pairs=(pair,)))
    book = exported(room, tmp_path / "b.xlsx")
    rows = [
        (row["need"], row["theme"] or "", row["dots"], row["theme_dots"], row["theme_pairs_won"], row["rank"])
        for row in table(book, "Needs")
    ]
    assert rows == [
        ("n1", "", 15, None, None, 2),
        ("n2", "Learning", 0, 12, 1, 1),
        ("n3", "Learning", 0, 12, 1, 1),
        ("n4", "", 2, None, None, None),
    ]
    shown = [[cell.value for cell in row] for row in book["Needs and ranking"].iter_rows()]
    (learning,) = [row for row in shown if row[1] == "Learning"]
    assert learning[:5] == [1, "Learning", 12, 1, 2], "pairs were compared last"
    firsts = [row[0] for row in shown]
    assert "4 needs" in firsts, "the theme is not a need"
