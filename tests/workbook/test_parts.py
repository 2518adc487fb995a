"""The small rules: names of sheets and people, text for cells, results of formulas."""

from __future__ import annotations

import pytest

from facilitate.workbook.cached import NotPlaced, with_results
from facilitate.workbook.fitting import height_of, lines_of
from facilitate.workbook.names import SheetNames, quoted
from facilitate.workbook.safe import cell_text, criterion, direction, header_text, must_be_quoted, units


def test_sheet_names_are_what_excel_accepts() -> None:
    names = SheetNames()
    assert names.take("a/b:c*?[d]\\e") == "a b c d e"
    assert names.take("'quoted'") == "quoted"
    assert names.take("History") == "History (2)"
    assert names.take("scores") == "scores"
    assert names.take("Scores") == "Scores (2)"
    assert names.take("") == "-"
    assert names.take("...", "\x1b[31m") == "... – 31m"


def test_long_sheet_names_are_shortened_evenly() -> None:
    names = SheetNames()
    long = names.take("A" * 40, "B" * 40)
    assert units(long) <= 31
    assert "A" * 10 in long
    assert "B" * 10 in long
    again = names.take("A" * 40, "B" * 40)
    assert units(again) <= 31
    assert again != long
    assert units(names.take("😀" * 30)) <= 31


def test_quoting_a_sheet() -> None:
    assert quoted("l'eau") == "'l''eau'"


def test_text_for_cells() -> None:
    assert cell_text("a\x00\x0b\ufffe\ud800b") == "ab"
    assert cell_text("_x0041_ and _x41_") == "_x005F_x0041_ and _x41_"
    assert units(cell_text("😀" * 20_000)) <= 32_767
    assert [text for text in ("=1", "+1", "-", "@", "#N/A", "12", " 3", "٣") if not must_be_quoted(text)] == []
    assert not must_be_quoted("plain")


def test_text_for_margins() -> None:
    assert header_text("Decisions & Actions &D") == "Decisions && Actions &&D"
    assert len(header_text("&" * 500)) < 255


def test_the_first_strong_character_decides() -> None:
    assert direction("«bien noté» ثم", "rtl") == "ltr"
    assert direction("12 – منى", "ltr") == "rtl"
    assert direction("12 – 3", "rtl") == "rtl"


def test_criteria_mean_what_they_say() -> None:
    assert criterion('a*b?c~"d"') == '"=a~*b~?c~~""d"""'
    assert criterion("x" * 300) is None


def test_rows_are_tall_enough() -> None:
    assert lines_of("one two three", 60, narrow=True) == 1
    assert lines_of("word " * 20, 22, narrow=False) == 5
    assert lines_of("x" * 50, 12, narrow=False) == 5
    assert lines_of("a\nb", 60, narrow=False) == 2
    assert height_of([("a\n" * 100, 60)], narrow=True) == 400


def test_results_are_placed_or_the_file_is_refused() -> None:
    xml = '<c r="A1" s="3"><f>1+1</f><v></v></c><c r="B1"><f>"a"</f><v/></c><c r="C1"><v>5</v></c>'
    filled = with_results(xml, {"A1": 2.5, "B1": "<–>"})
    assert '<c r="A1" s="3"><f>1+1</f><v>2.5</v></c>' in filled
    assert '<c r="B1" t="str"><f>"a"</f><v>&lt;–&gt;</v></c>' in filled
    for results in ({"A1": 2}, {"A1": 2, "B1": 1, "C1": 5}, {}):
        with pytest.raises(NotPlaced):
            with_results(xml, results)
