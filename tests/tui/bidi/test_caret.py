"""Carets and clicks by sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitate.tui.bidi.caret import beside, letter_at, side
from facilitate.tui.bidi.display import SPARE, display

TEXTS = st.text(st.sampled_from("نعم لا السلام abc 123 ()."), min_size=1, max_size=25)


def walked(text: str, place: int, step: int, base: int) -> list[int]:
    """Every place that one arrow key comes to."""
    found = []
    while (goal := beside(text, place, step, base)) != place:
        found.append(goal)
        place = goal
    return found


def test_in_arabic_the_left_arrow_goes_on_and_the_right_one_back() -> None:
    assert walked("نعم", 0, -1, 1) == [1, 2, 3]
    assert walked("نعم", 3, 1, 1) == [2, 1, 0]


def test_in_a_mixed_line_the_caret_goes_cell_by_cell_to_the_right() -> None:
    assert walked("ab نعم c", 0, 1, 0) == [1, 2, 5, 4, 3, 6, 7, 8]


def test_a_mark_is_passed_with_its_letter() -> None:
    assert walked("بَّت", 0, -1, 1) == [3, 4]


@given(TEXTS, st.sampled_from([0, 1]))
def test_an_arrow_reaches_every_letter_once_and_ends_at_the_edge(text: str, base: int) -> None:
    for step in (-1, 1):
        start = walked(text, 0, -step, base)
        edge = start[-1] if start else 0
        assert sorted({edge, *walked(text, edge, step, base)}) == list(range(len(text) + 1))


@pytest.mark.parametrize(("cell", "place"), [(9, 0), (8, 1), (7, 2), (6, 3), (0, 3)])
def test_a_click_falls_on_the_letter_that_is_drawn_there(cell: int, place: int) -> None:
    assert letter_at("نعم", cell, 10, 1) == place


@given(TEXTS, st.sampled_from([0, 1]))
def test_every_drawn_letter_can_be_clicked(text: str, base: int) -> None:
    width = len(text) + 3
    line, cell = text + " " * 3, 0
    for sign in display(line, base):
        if sign.place != SPARE:
            assert letter_at(text, cell, width, base) == min(sign.place, len(text))
        cell += cell_len(sign.drawn)


@pytest.mark.parametrize(("text", "found"), [("نعم", 1), ("oui", 0), ("12 نعم", 1), ("12", 7), ("", 7)])
def test_a_field_is_read_from_the_side_of_its_first_letter(text: str, found: int) -> None:
    assert side(text, 7) == found
