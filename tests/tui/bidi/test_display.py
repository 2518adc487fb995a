"""Fields as the eye sees them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitate.tui.bidi.display import SPARE, display, drawn, first_strong
from facilitate.tui.bidi.joining import joined

SOME = st.text(
    st.one_of(
        st.sampled_from("لا السلام عليكم ملاحظة لأن لإلى لآل ـ abc XYZ 0123 ٣٤ ()[]«» .,:;!?%+-/ \t"),
        st.sampled_from("\u064b\u0651\u0301\u200d\ufe0f👩💻👍🏽א"),
        st.characters(codec="utf-8"),
    ),
    max_size=40,
)


def seen(text: str, base: int | None = 1) -> str:
    """What is drawn, from left to right, with letters as they were typed."""
    return unicodedata.normalize("NFKC", "".join(sign.drawn for sign in display(text, base)))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("نعم", "معن"),
        ("نعم (3 مرات)", "(تارم 3) معن"),
        ("في 12:40 مع ABC", "ABC عم 12:40 يف"),
        ("«نعم»", "«معن»"),
        ("15 %", "% 15"),
        ("\u200f+2 د", "د 2+"),
    ],
)
def test_arabic_reads_from_the_right(text: str, drawn: str) -> None:
    assert seen(text) == drawn


def test_in_a_line_from_the_left_arabic_words_stand_in_their_place() -> None:
    assert seen("need: نعم, next", 0) == "need: معن, next"


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c"])
def test_marks_of_direction_are_obeyed_and_not_drawn(mark: str) -> None:
    assert mark not in seen(f"نعم {mark}+2 نعم")
    assert seen("نعم --as") == "as-- معن"
    assert seen("نعم \u200e--as") == "--as معن"
    assert seen("\u200f+2", 0) == "2+"


def test_a_name_that_stands_apart_does_not_turn_its_sentence() -> None:
    assert first_strong("→ \u2068نعم\u2069, 27 May") == 0
    assert first_strong("\u2068ABC\u2069: نعم") == 1
    assert first_strong("\u2068نعم\u2069") is None


def test_letters_join() -> None:
    assert joined("عين") == "\ufecb\ufef4\ufee6"
    assert joined("دار") == "\ufea9\ufe8d\ufead", "none of these joins to the left"
    assert joined("plain") == "plain"


def test_lam_and_alef_are_one_sign_and_their_spare_cell_comes_back_at_the_end() -> None:
    signs = display("سلام", 1)
    assert [sign.drawn for sign in signs] == [" ", "\ufee1", "\ufefc", "\ufeb3"]
    assert [sign.place for sign in signs] == [SPARE, 3, 1, 0]
    assert [sign.drawn for sign in display("لَا", 1)] == [" ", "\ufefb", "\u064e"], "the mark is drawn on both"


def test_a_cursor_on_one_of_them_keeps_them_apart() -> None:
    assert len([sign for sign in display("سلام", 1, frozenset({2})) if sign.place != SPARE]) == 4


def test_marks_stay_on_their_letter() -> None:
    assert [sign.place for sign in display("بَّت", 1)] == [3, 0, 1, 2]


def test_what_is_one_sign_together_is_not_torn_apart() -> None:
    text = "نعم 👩\u200d💻 لا"
    assert "👩\u200d💻" in "".join(sign.drawn for sign in display(text, 1))


@given(SOME, st.sampled_from([0, 1, None]))
def test_order_is_a_permutation_keeps_cells_and_gives_the_text_back(text: str, base: int | None) -> None:
    signs = display(text, base, frozenset(range(len(text))))  # every letter in a cell of its own
    places = [sign.place for sign in signs]
    kept = [place for place, character in enumerate(text) if drawn(character)]
    assert sorted(places) == kept, "each once; only what says a direction is not drawn"
    back = "".join(text[place] for place in sorted(places))
    assert back == "".join(text[place] for place in kept)


@given(SOME, st.sampled_from([0, 1, None]))
def test_joining_and_ligatures_change_no_width(text: str, base: int | None) -> None:
    wide = sum(cell_len(character) for character in text)
    assert sum(cell_len(sign.drawn) for sign in display(text, base)) == wide


@pytest.mark.parametrize(
    "text",
    ["\u202e" * 200 + "abc", "\u2067" * 130 + "نعم", "\u064b\u0651", "نعم\u2069\u2069", "ع" * 10_000, "🇲🇦👍🏽", ""],
    ids=["overrides", "isolates", "only marks", "ends of nothing", "a long word", "emoji", "nothing"],
)
@pytest.mark.parametrize("base", [0, 1, None])
def test_odd_text_is_drawn_sanely(text: str, base: int | None) -> None:
    assert sum(cell_len(sign.drawn) for sign in display(text, base)) == sum(cell_len(character) for character in text)
