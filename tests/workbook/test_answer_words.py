"""Words in cells of answers tell every option and every point apart, for people and for spreadsheet programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Reviewed, Scored, SheetSent
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Choice, Count, Option
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP, Role
from facilitate.domain.scale import Answer, Band, Chosen, Value
from facilitate.language import Words
from facilitate.workbook.answer_lists import answer_list
from facilitate.workbook.book import Book
from facilitate.workbook.export import build
from facilitate.workbook.option_words import option_words
from facilitate.workbook.review.answers import AnswerReader
from facilitate.workbook.validation import AnswerLists
from tests.making import Room, small_grid, small_room, words
from tests.workbook.review.rounds import back, written


def choice(*labels: str, several: bool = False) -> Choice:
    options = tuple(Option(id=f"o{place}", label=words(label), score=place) for place, label in enumerate(labels, 1))
    return Choice(id="C1", text=words("which"), options=options, several=several)


def room_with(indicator: Choice | Count, value: Value) -> Room:
    room = small_room(observers=1)
    sections = (*small_grid().sections, Section(id="C", title=words("C"), indicators=(indicator,)))
    room.do(SETUP, GridProposed(grid=small_grid().with_sections(sections)))
    room.do("olga", Scored(indicator=indicator.id, value=value), SheetSent())
    return room


def book_of(room: Room) -> Book:
    return build(see(room.meeting, None), "en", room.laptop(), "1.2.3")


@pytest.mark.parametrize(
    "labels", [("same", "same"), ("yes", "no"), ("Not applicable", "NA"), ("o2", "3"), ("a;b", "c")]
)
@pytest.mark.parametrize("several", [False, True])
def test_every_option_comes_back_as_itself(tmp_path: Path, labels: tuple[str, ...], several: bool) -> None:
    for option in ("o1", "o2"):
        room = room_with(choice(*labels, several=several), Chosen(choices=(option,)))
        found = back(room, written(room, tmp_path / "book.xlsx"))
        assert (found.edits, found.refusals, found.notes) == ([], [], [])


def test_long_words_are_cut_so_that_they_are_found() -> None:
    long = choice("x" * 300, "x" * 299 + "y")
    keys = [str(entry.key) for entry in answer_list(small_grid(), long, Words("en"), 1).entries]
    assert max(map(len, keys)) < 255
    assert option_words(long, "o1", Words("en")) != option_words(long, "o2", Words("en"))


def test_a_label_that_two_options_have_is_not_guessed() -> None:
    both = choice("same", "same", several=True)
    reader = AnswerReader(small_grid([both]), "en")
    assert reader.read(both, "same (o2)") == Chosen(choices=("o2",))
    with pytest.raises(Exception, match="o1"):
        reader.read(both, "same")


def test_the_language_of_the_workbook_comes_first() -> None:
    options = (
        Option(id="o1", label=words("a").model_copy(update={"ar": "واحد", "fr": "pain"})),
        Option(id="o2", label=words("b").model_copy(update={"ar": "اثنان", "en": "pain"})),
    )
    indicator = Choice(id="C1", text=words("which"), options=options)
    grid = small_grid([indicator])
    assert AnswerReader(grid, "fr").read(indicator, "pain") == Chosen(choices=("o1",))
    assert AnswerReader(grid, "en").read(indicator, "pain") == Chosen(choices=("o2",))


def test_names_of_lists_differ_by_more_than_case() -> None:
    twice = [Count(id=code, text=words("n")) for code in ("b1", "X_", "9_")]
    names = [each.name.casefold() for each in AnswerLists(small_grid(twice), Words("en")).every()]
    assert len(set(names)) == len(names)


def test_a_number_that_is_worth_no_points_enters_no_mean() -> None:
    room = room_with(Count(id="C1", text=words("n"), bands=(Band(max=2, score=4),)), 9)
    book = book_of(room)
    sheet = book.workbook["Comparison"]
    row = next(each[0].row for each in sheet.iter_rows(max_col=1) if each[0].value == "C1")
    shown = {place.cell: value for place, value in book.cached.items() if place.sheet == "Comparison"}
    assert (shown[f"C{row}"], shown[f"D{row}"]) == ("–", "–")
    assert "IF(ISNUMBER(" in str(sheet[f"C{row}"].value).partition(",")[2]


def test_a_review_is_of_somebody() -> None:
    room = small_room(observers=1)
    room.do("olga", Scored(indicator="A3", value=Answer.YES), SheetSent())
    refused = room.try_("tess", Reviewed(observer="ghost", indicator="A3", value=Answer.NO))
    assert getattr(refused, "message", "") == "refused.no_such_person"


def test_an_observer_called_like_a_head_hides_no_column(tmp_path: Path) -> None:
    room = small_room(observers=0)
    for place, name in enumerate(("Code", "Reason", "Consensus")):
        room.person(f"x{place}", Role.OBSERVER, name=name)
        room.do(f"x{place}", Scored(about="mona", indicator="A1", value=3), SheetSent())
    found = back(room, written(room, tmp_path / "book.xlsx"))
    assert (found.edits, found.refusals) == ([], [])
