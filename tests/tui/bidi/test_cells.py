"""Emoji and their like in the cells that they were counted with, on every terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from facilitate.tui.bidi.caret import beside, letter_at
from facilitate.tui.bidi.cells import Counted, beginning, counted, drawn_each, ending
from facilitate.tui.bidi.lines import DisplayOrder
from facilitate.tui.bidi.marks import ART, FIELD

FAMILY, HEART, KEYCAP = "👨\u200d👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3"
WAVING, REGION = "👋\U0001f3fd", "🏴\U000e0067\U000e0062\U000e007f"
SEQUENCES = [FAMILY, HEART, KEYCAP, WAVING, REGION]
SOME = st.text(
    st.sampled_from(f"a1ن\u064b\u0301漢 🇲🇦\u3164\u200c\u2067{ART}{FIELD}{''.join(SEQUENCES)}"), max_size=12
) | st.lists(st.sampled_from([*SEQUENCES, "a", "ن"]), max_size=5).map("".join)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [(FAMILY, "👨"), (HEART, "❤\u00a0"), (KEYCAP, "1\u20e3\u00a0"), (WAVING, "👋"), (REGION, "🏴"), ("ن 1", "ن 1")],
)
def test_what_terminals_differ_in_is_not_drawn(text: str, drawn: str) -> None:
    assert counted(text) == drawn


@given(SOME)
def test_each_sign_has_its_own_width_and_all_have_that_which_was_counted(text: str) -> None:
    drawn = drawn_each(text)
    assert len(drawn) == len(text)
    assert sum(cell_len(sign) for each in drawn for sign in each) == cell_len(text)
    assert [each for each in "".join(drawn) if each in (ART, FIELD)] == [each for each in text if each in (ART, FIELD)]


def test_an_emoji_and_a_name_stay_one_field() -> None:
    segments = [Segment(f"{HEART} Amina   نعم")]
    for order in (Counted(), DisplayOrder(turned=True)):
        segments = order.apply(segments, Color(0, 0, 0))
    assert "".join(each.text for each in segments).endswith("   ❤\u00a0 Amina")


def test_other_lines_stay_the_same() -> None:
    line = [Segment("│ Amina "), Segment("أمينة 🇲🇦 │")]
    assert Counted().apply(line, Color(0, 0, 0)) is line


@pytest.mark.parametrize("sequence", SEQUENCES)
@pytest.mark.parametrize(("before", "after", "base"), [("a", "b", 0), ("ن", "م", 1)])
def test_the_caret_passes_an_emoji_in_one_step(sequence: str, before: str, after: str, base: int) -> None:
    text, onwards = f"{before}{sequence}{after}", -1 if base else 1
    assert beside(text, 0, onwards, base) == 1
    assert beside(text, 1, onwards, base) == 1 + len(sequence)
    assert beside(text, 1 + len(sequence), -onwards, base) == 1


@given(SOME, st.integers(0, 12), st.sampled_from([1, -1]), st.sampled_from([0, 1]), st.integers(0, 30))
def test_the_caret_stays_in_the_text(text: str, place: int, step: int, base: int, cell: int) -> None:
    assert 0 <= beside(text, min(place, len(text)), step, base) <= len(text)
    assert 0 <= letter_at(text, cell, 20, base) <= len(text)


def test_a_click_behind_an_emoji_falls_on_the_letter_that_is_drawn_there() -> None:
    assert letter_at(f"{FAMILY}ab", 2, 10, 0) == len(FAMILY)
    assert letter_at(f"{HEART}ab", 3, 10, 0) == len(HEART) + 1


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_an_emoji_is_deleted_as_one_and_a_mark_without_its_letter(sequence: str) -> None:
    text = f"a{sequence}b"
    assert beginning(text, 1 + len(sequence)) == 1
    assert ending(text, 1) == 1 + len(sequence)
    assert beginning("ن\u064b", 2) == 1
    assert (beginning("", 0), ending("", 0)) == (0, 0)
