"""Reading scores out of tables as spreadsheets of any country write them."""

from __future__ import annotations

import pytest

from facilitate.kits.scores_csv import MOST_ROWS, NoScores, ScoreFile, parse_scores

HEAD = "observer,about,indicator,value,evidence,step\n"


def places(found: ScoreFile) -> list[str]:
    return [row.place for row in found.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_separator_and_any_mark_at_the_beginning(separator: str, encoding: str) -> None:
    text = "observer|about|indicator|value\r\nسلمى|meeting|A1|٣\r\n".replace("|", separator)
    (row,) = parse_scores(text.encode(encoding)).rows
    assert (row.place, row.observer, row.about, row.indicator, row.value) == ("2", "سلمى", "meeting", "A1", "٣")


def test_columns_stand_in_any_order_and_those_that_nobody_reads_are_told() -> None:
    found = parse_scores(b"Value;Note;INDICATOR;about;observer\n3;x;A1;meeting;Olga\n")
    assert (found.rows[0].value, found.rows[0].observer) == ("3", "Olga")
    assert found.unread == ("note",)


def test_what_excel_says_of_the_separator_is_no_row() -> None:
    assert places(parse_scores(b"sep=;\nobserver;about;indicator;value\nO;meeting;A1;3\n")) == ["3"]


def test_a_quotation_mark_that_is_not_closed_costs_its_own_line_only() -> None:
    found = parse_scores((HEAD + 'O,meeting,A1,3,"said,\nO,meeting,A2,3,,\nO,meeting,A3,3,"two\nlines",\n').encode())
    assert places(found) == ["3", "4"]
    assert found.rows[1].evidence == "two\nlines"
    assert [(bad.place, bad.why.message) for bad in found.bad] == [("2", "import.row.open")]


def test_letters_in_another_encoding_cost_their_own_line_only() -> None:
    found = parse_scores(HEAD.encode() + "Zoé,meeting,A1,3\n".encode("cp1252") + b"O,meeting,A2,3\n")
    assert places(found) == ["3"]
    assert [(bad.place, bad.why.message) for bad in found.bad] == [("2", "import.row.letters")]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("O,meeting,A1,3,5,,", "import.row.fields"),
        (",meeting,A1,3", "import.row.empty"),
        ("O,,A1,3", "import.row.empty"),
        ("O,meeting", "import.row.empty"),
        (f"O,meeting,A1,3,{'x' * 50_001}", "import.row.long"),
        (f"{'x' * 2_001},meeting,A1,3", "import.row.long"),
    ],
)
def test_a_bad_row_is_named_and_loses_no_other(row: str, why: str) -> None:
    found = parse_scores((HEAD + f"{row}\nO,meeting,A1,3\n").encode())
    assert places(found) == ["3"]
    assert [(bad.place, bad.why.message) for bad in found.bad] == [("2", why)]


def test_text_that_could_hurt_a_screen_is_made_harmless() -> None:
    (row,) = parse_scores((HEAD + "O\x1b[31m\x00lga,meeting,A1,3,\u202eabc\x07,\n").encode()).rows
    assert (row.observer, row.evidence) == ("O[31mlga", "abc")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "import.empty"),
        (b"\n\n", "import.empty"),
        (b"observer,about\nO,meeting\n", "import.columns"),
        (b"observer,about,indicator,value,value\n", "import.column_twice"),
        (b"PK\x03\x04 and so on", "import.no_text"),
        ("observer,about,indicator,value\n".encode("utf-16-le"), "import.no_text"),
    ],
)
def test_what_is_no_table_of_scores_is_told_as_a_whole(content: bytes, why: str) -> None:
    with pytest.raises(NoScores) as told:
        parse_scores(content)
    assert told.value.message == why


def test_more_rows_than_anybody_types_are_refused() -> None:
    with pytest.raises(NoScores):
        parse_scores((HEAD + "O,meeting,A1,3\n" * (MOST_ROWS + 1)).encode())


def test_a_mark_that_the_next_one_closes_swallows_no_row() -> None:
    found = parse_scores(
        (HEAD + 'O,meeting,A1,3,"said\nO,meeting,A2,3,,\nO,meeting,A3,3,"\nO,meeting,A4,3,,\n').encode()
    )
    assert places(found) == ["3", "5"]
    assert [bad.place for bad in found.bad] == ["2", "4"]
