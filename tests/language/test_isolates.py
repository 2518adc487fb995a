"""A name of the other direction does not turn its sentence round where plain lines are written."""

from __future__ import annotations

import pytest

from facilitate.language.words import CODES, END_ISOLATE, ISOLATE, Code, Words

NAMES: dict[Code, str] = {"en": "عائشة", "fr": "عائشة", "ar": "Mona"}


@pytest.mark.parametrize("language", CODES)
def test_a_foreign_name_before_digits_stands_apart(language: Code) -> None:
    said = Words(language).for_lines()("floor.speaks", name=NAMES[language], time="12:41")
    assert f"{ISOLATE}{NAMES[language]}{END_ISOLATE}" in said
    assert "12:41" in said
    assert said.count(ISOLATE) == said.count(END_ISOLATE) == 1


@pytest.mark.parametrize("language", CODES)
def test_screens_put_their_own_lines_in_order(language: Code) -> None:
    assert ISOLATE not in Words(language)("floor.speaks", name=NAMES[language], time="12:41")


def test_names_of_the_readers_own_direction_are_left_alone() -> None:
    assert ISOLATE not in Words("en").for_lines()("floor.speaks", name="Aïcha", time="12:41")
    assert ISOLATE not in Words("ar").for_lines()("floor.speaks", name="عائشة", time="12:41")


def test_a_value_that_has_isolates_gets_no_more() -> None:
    words = Words("en").for_lines()
    assert words.shown(words.isolated("عائشة")) == words.isolated("عائشة")


def test_a_value_turns_no_sentence_round_and_holds_nothing_that_a_terminal_obeys() -> None:
    assert Words("en").shown("a\u202eb\u2067c\x1b[31m\udcff.meeting") == "abc[31m.meeting"
