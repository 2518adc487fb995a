"""The digits of Arabic readers: those of their settings, in everything that the program writes as a number."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from facilitate.language.words import Words
from facilitate.tui.projector.bigdigits import large, size_for
from facilitate.tui.projector.boards import Board, Line, pages
from facilitate.tui.widgets.headcounts import CountLine, Counts, HeadCounts

EASTERN = Words("ar", "arabic")


def test_numbers_clocks_and_dates_take_the_digits_of_the_settings() -> None:
    assert EASTERN.number(1234.5) == "١٬٢٣٤٫٥"
    assert EASTERN.clock(761_000) == "١٢:٤١"
    assert EASTERN.hour(time(9, 5)) == "٠٩:٠٥"
    assert EASTERN.day(date(2026, 7, 16)).startswith("١٦ ")
    assert EASTERN.moment(datetime(2026, 7, 16, 9, 5)).endswith("، ٠٩:٠٥")
    assert EASTERN.percent(0.3).startswith("٣٠")
    assert EASTERN("home.meetings", count=12) == Words("ar")("home.meetings", count=12).replace("12", "١٢")


@pytest.mark.parametrize("value", ["A1", "Y05", "S-2", "room 12", "18-24 ans"])
def test_codes_and_what_people_wrote_keep_their_digits(value: str) -> None:
    assert EASTERN.shown(value) == value


@pytest.mark.parametrize(("value", "said"), [("12:41", "١٢:٤١"), ("+3:20", "+٣:٢٠"), ("7", "٧"), ("2/3", "٢/٣")])
def test_a_value_that_is_only_figures_is_one(value: str, said: str) -> None:
    assert EASTERN.shown(value) == said


@pytest.mark.parametrize("words", [Words("ar"), Words("fr", "arabic"), Words("en", "arabic")])
def test_other_readers_keep_western_digits(words: Words) -> None:
    assert words.clock(761_000) == words.shown("12:41") == "12:41"


def test_another_language_keeps_the_choice() -> None:
    assert EASTERN.into("fr").into("ar") == EASTERN


def test_the_projector_marks_its_pages_in_them() -> None:
    lines = tuple(Line(f"حاجة {letter}", "•") for letter in "ابتثجحخدذر")
    found = pages((Board("الحاجيات", lines),), 30, 6, EASTERN.number)
    assert [page[0].plain.split()[-1] for page in found] == ["١/٢", "٢/٢"]


def test_a_number_that_is_being_typed_stands_in_them() -> None:
    counts = HeadCounts()
    counts.show(Counts(("كل",), (CountLine("النساء", (7,), ("النساء",)),), "المجموع", EASTERN.number))
    counts.type(1)
    counts.type(2)
    assert counts._number(7, True) == "[١٢_]"
    taken = counts.take()
    assert taken is not None
    assert taken.number == 12


def test_large_digits_are_drawn_whatever_the_script() -> None:
    size = size_for("12:41", 60, 8)
    assert size is not None
    assert large("١٢:٤١", size) == large("12:41", size)
