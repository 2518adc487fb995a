"""Whole lines as widgets draw them: fields, columns, borders, drawings, and the styles that go with the letters."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from facilitate.tui.bidi.lines import DisplayOrder
from facilitate.tui.bidi.marks import ART, FIELD, drawing
from tests.tui.bidi.test_display import SOME

BACK = Color(0, 0, 0)
BOLD = Style(bold=True)
TURNED, IN_PLACE = DisplayOrder(turned=True), DisplayOrder(turned=False)


def drawn(line: str, order: DisplayOrder = TURNED) -> str:
    text = "".join(segment.text for segment in order.apply([Segment(line)], BACK))
    return unicodedata.normalize("NFKC", text)


def test_columns_change_sides_and_numbers_do_not_turn_round() -> None:
    assert drawn("A1  نعم    3   12:40") == "12:40   3    معن  A1"


def test_words_of_another_script_stay_whole_and_fields_do_not_merge() -> None:
    assert drawn("Mona   Milo") == "Milo   Mona"
    assert drawn(f"Mona {FIELD}Milo") == "Milo Mona"


def test_parts_with_a_dot_between_them_are_read_one_after_the_other() -> None:
    assert drawn("نعم: A2 A3 · d لك") == "كل d · A2 A3 :معن", "codes and keys do not become one run"
    assert drawn("نعم: A2، A3، B1 نعم") == "معن B1 ،A3 ،A2 :معن", "nor do codes with a comma between them"


def test_what_joined_letters_leave_over_parts_no_sentence() -> None:
    """A lam and its alef are one sign; the line keeps its width."""
    assert drawn("لا · نعم  3") == "3   معن · لا"
    assert drawn("لا · نعم", IN_PLACE) == "لا · معن "


def test_what_joined_letters_leave_over_is_not_underlined() -> None:
    link = Style(underline=True, bgcolor="blue")
    found = TURNED.apply([Segment("لا", link)], BACK)
    assert [(each.text, each.style == link) for each in found] == [(" ", False), ("\ufefb", True)]
    found = TURNED.apply([Segment("لا", link), Segment("   ", link)], BACK)
    assert {each.style for each in found} == {link}, "but where the line goes on"


def test_a_range_is_read_from_the_right_wherever_its_line_begins() -> None:
    assert drawn("سنة 15-17") == "17-15 ةنس"
    assert drawn("15-17 سنة") == "ةنس 17-15"
    assert drawn("15:00  سنة") == "ةنس  15:00"


def test_alignment_turns_round() -> None:
    assert drawn("نعم     ") == "     معن"


def test_bars_and_arrows_look_the_other_way() -> None:
    assert drawn("▸ ██▌░░") == "░░▐██ ◂"


def test_a_border_stays_where_it_is() -> None:
    assert drawn("│ نعم   │") == "│   معن │"
    assert drawn("╭─ نعم ───╮") == "╭─── معن ─╮"


def test_a_drawing_is_not_turned_round() -> None:
    assert drawn(f"نعم  {drawing('╭─╮╴')}") == "╭─╮╴  معن"


def test_from_the_left_only_right_to_left_fields_change() -> None:
    assert drawn("A1  نعم (2)  3", IN_PLACE) == "A1  (2) معن  3"
    line = [Segment("plain "), Segment("words", BOLD)]
    assert IN_PLACE.apply(line, BACK) is line, "and everything else costs one search"


def test_styles_go_with_their_letters() -> None:
    found = TURNED.apply([Segment("نعم "), Segment("لك", BOLD), Segment(" abc")], BACK)
    assert [(len(each.text), each.style) for each in found] == [(4, None), (2, BOLD), (4, None)]
    assert found[0].text == "abc "


def test_a_cursor_stands_on_the_letter_it_is_on() -> None:
    cursor = Style(reverse=True)
    found = IN_PLACE.apply([Segment("سل"), Segment("ا", cursor), Segment("م")], BACK)
    (under,) = [each.text for each in found if each.style == cursor]
    assert unicodedata.normalize("NFKC", under) == "ا"


@given(st.lists(st.tuples(SOME, st.sampled_from([None, BOLD, Style(reverse=True)])), max_size=6), st.booleans())
def test_no_line_changes_its_width_and_no_letter_its_style(parts: list[tuple[str, Style | None]], turned: bool) -> None:
    segments = [Segment(text, style) for text, style in parts]
    found = DisplayOrder(turned).apply(list(segments), BACK)
    wide = sum(cell_len(character) for text, _ in parts for character in text)
    assert sum(cell_len(character) for each in found for character in each.text) == wide
    assert not any(mark in each.text for each in found for mark in (ART, FIELD))
