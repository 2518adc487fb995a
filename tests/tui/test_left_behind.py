"""Whoever rewords one language is told which others still say the old words."""

from __future__ import annotations

from facilitate.domain.model import Wording
from facilitate.language import Words
from facilitate.tui.agreeing.told import indicator_told, left_behind
from tests.making import rating, small_grid


def told(text: Wording) -> list[str]:
    grid, words = small_grid(), Words("en")
    before = rating("A1")
    after = before.model_copy(update={"text": text})
    languages = ("en", "fr", "ar")
    return left_behind(indicator_told(before, grid, words, languages), indicator_told(after, grid, words, languages))


def test_the_other_languages_of_a_reworded_text_are_named() -> None:
    reworded = Wording(en="new", fr="indicator A1 (fr)", ar="indicator A1 (ar)")
    assert told(reworded) == ["Text (FR)", "Text (AR)"]


def test_nothing_is_told_where_all_are_new_or_none() -> None:
    assert told(Wording(en="new", fr="nouveau", ar="جديد")) == []
    assert told(rating("A1").text) == []
