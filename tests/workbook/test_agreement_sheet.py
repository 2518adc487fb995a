"""The sheet on observers' agreement says what the agreement means before any figure; the table has every figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from facilitate.analysis.coefficients import Coefficient
from facilitate.domain.events.observing import MEETING, ConsensusSet, SheetSent
from facilitate.domain.events.running import MeetingClosed
from facilitate.domain.indicator import YesNo
from facilitate.domain.meeting.view import see
from facilitate.domain.model import Language
from facilitate.domain.scale import Answer
from facilitate.workbook.agreement.wording import range_told
from facilitate.workbook.book import Book
from facilitate.workbook.export import build
from tests.analysis.counting import counting, press, tick
from tests.analysis.test_agreement import answer, room_on, send
from tests.making import Laptop, Room, rating, small_room, words

SHEET = 2
"""After the summary and the comparison."""

ALONE = "Only Olga took this down: there is nobody to compare with."


def built(room: Room, language: Language = "en") -> Book:
    return build(see(room.meeting, None), language, room.meeting.closed or room.laptop(), "1.2.3")


def told(book: Book) -> list[str]:
    """Every text of the sheet, formulas as what they give."""
    sheet = book.workbook.worksheets[SHEET]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def row_of(book: Book, *first: str) -> list[object]:
    """The values of the row that begins with these."""
    rows: Iterator[list[object]] = (
        [cell.value for cell in row if cell.value is not None] for row in book.workbook.worksheets[SHEET].iter_rows()
    )
    return next(row for row in rows if tuple(row[: len(first)]) == first)


def three(*rows: tuple[int, int, int]) -> Room:
    """Three observers on as many indicators about the meeting."""
    codes = [f"A{number}" for number in range(1, len(rows) + 1)]
    room = room_on(*(rating(code, about="meeting") for code in codes), observers=3)
    for code, values in zip(codes, rows, strict=True):
        answer(room, code, *values)
    send(room)
    return room


def nobody() -> Room:
    return small_room(observers=0)


def no_grid() -> Room:
    return Room(Laptop())


def one_observer() -> Room:
    room = small_room(observers=1)
    answer(room, "A1", 3, about="mona")
    send(room)
    return room


def no_pair() -> Room:
    room = small_room()
    answer(room, "A1", 3, about="mona")
    answer(room, "A2", None, 3, about="mona")
    send(room)
    return room


def not_sent() -> Room:
    room = small_room()
    answer(room, "A1", 3, 4, about="mona")
    room.do("olga", SheetSent())
    return room


@pytest.mark.parametrize(
    ("room", "verdict"),
    [
        (no_grid, "This meeting has no grid"),
        (nobody, "Nobody has scored anything yet"),
        (one_observer, "Only one observer scored"),
        (no_pair, "No two observers scored the same thing"),
        (not_sent, "The scores are not shown yet: 1 observer has not sent"),
    ],
)
def test_where_there_is_nothing_to_compare_there_are_words_and_no_tables(
    room: Callable[[], Room], verdict: str
) -> None:
    book = built(room())
    texts = told(book)
    assert any(text.startswith(verdict) for text in texts)
    assert any(text.startswith("What to do next: ") for text in texts)
    assert not {"By section", "All coefficients", "Every two observers", "How to read these figures"} & set(texts)
    assert not [place for place in book.cached if place.sheet == book.workbook.worksheets[SHEET].title]


def test_all_the_same_is_said_and_what_is_undefined_has_its_reason() -> None:
    texts = told(built(three(*[(3, 3, 3)] * 12)))
    assert any(text.startswith("Every score is the same. That is full agreement, but") for text in texts)
    assert any(text.startswith("Nowhere: ") for text in texts)
    assert "Without each observer in turn" not in texts
    assert "Fleiss' kappa" not in texts, "no row without a value"
    assert any("Fleiss' kappa" in text and "every score is the same" in text for text in texts)


def test_what_it_means_stands_above_all_figures() -> None:
    texts = told(built(three((4, 4, 3), (1, 1, 2))))
    verdict = next(place for place, text in enumerate(texts) if text.startswith("Only 2 things were scored"))
    assert texts[verdict + 1].startswith("What to do next: ")
    assert verdict + 1 < texts.index("By section")


def test_every_two_observers_are_told_with_who_gives_more() -> None:
    book = built(three((4, 3, 2), (2, 2, 2)))
    assert row_of(book, "Olga, Omar") == ["Olga, Omar", 2, 0.5, 0.5, "Olga, by 0.50"]
    assert row_of(book, "Olga, Otis") == ["Olga, Otis", 2, 0.5, 1.0, "Olga, by 1.00"]
    even = built(three((4, 3, 2), (3, 4, 2)))
    assert row_of(even, "Olga, Omar") == ["Olga, Omar", 2, 0.0, 1.0, "neither"]


def test_where_they_differ_most_comes_first_with_what_each_gave() -> None:
    room = three((3, 3, 2), (1, 4, 4), (2, 2, 2))
    room.do("mona", MeetingClosed())
    room.do("tess", ConsensusSet(about=MEETING, indicator="A2", value=3, reason="the third row"))
    book = built(room)
    first = row_of(book, "A2")
    assert first[1:] == [
        "indicator A2",
        "the meeting",
        "1 – level 1: Olga\n4 – level 4: Omar, Otis\nAgreed: 3 – level 3",
    ]
    texts = told(book)
    assert texts.index("A2") < texts.index("A1")
    assert "A3" not in texts, "there they gave the same"


def test_no_more_than_ten_are_shown_and_the_rest_is_counted() -> None:
    texts = told(built(three(*[(3, 3, 2)] * 12)))
    assert len([text for text in texts if text.startswith("3 – level 3: Olga, Omar")]) == 10
    assert "And 2 more: the sheet “Comparison” has all of them." in texts


def test_on_a_scale_without_order_nothing_is_said_of_neighbours() -> None:
    room = room_on(*(YesNo(id=code, text=words(code)) for code in ("A1", "A2", "A3")))
    answer(room, "A1", Answer.YES, Answer.YES)
    answer(room, "A2", Answer.NO, Answer.YES)
    answer(room, "A3", Answer.NO, Answer.NO)
    send(room)
    book = built(room)
    assert row_of(book, "Overall")[4:7] == [pytest.approx(2 / 3), "–", "–"]
    title, description = book.pictures[book.workbook.worksheets[SHEET].title][0]
    assert "same answer" in description + title
    assert "next" not in description + title, "no bar of 0 per cent"


def test_what_was_counted_is_compared_and_who_counted_alone_is_named() -> None:
    room = counting()
    press(room, "olga", (1, 0, 2), "B3")
    press(room, "omar", (1, 1, 1), "B3")
    press(room, "olga", (1,), "T2", about="mona")
    send(room)
    book = built(room)
    # Totals 3 and 3; of ten steps, eight with the same count, and one seen by one of them only, of three seen at all.
    assert row_of(book, "B3")[2:] == ["10 steps", 1.0, 0.85, 0.8, 0.9, pytest.approx(2 / 3), pytest.approx(7 / 8)]
    assert row_of(book, "T2")[1:] == ["answered \u200e·\u200e Mona", ALONE]


def test_where_observers_only_tick_the_figures_of_scores_are_left_out() -> None:
    room = counting()
    for observer in ("olga", "omar"):
        tick(room, observer, [("asks",), ()])
    send(room)
    book = built(room)
    assert any(text.startswith("Here observers tick and count") for text in told(book))
    assert not {"By section", "All coefficients"} & set(told(book))
    assert row_of(book, "I1")[2:] == ["2 intervals", 1.0, 1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(-0.42, 0.9, "-0.42 to 0.90"), (-1.0, 1.0, "-1.00 to 1.00"), (-7.3, 0.9, "below -1 to 0.90"), (None, None, "")],
)
def test_a_range_is_told_no_further_than_it_says_something(low: float | None, high: float | None, said: str) -> None:
    book = Book(small_room().meeting, "en", small_room().laptop(), "1.2.3")
    assert range_told(book, "icc_1_1", Coefficient(0.2, low=low, high=high)) == said
