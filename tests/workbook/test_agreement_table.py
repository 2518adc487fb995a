"""The table `Agreement` has the figures of `facilitate agreement --json`, and a reason where there is none."""

from __future__ import annotations

import math
from typing import Any

import pytest

from facilitate.analysis.agreement import agreement
from facilitate.analysis.scores import scores
from facilitate.cli.agreement_data import as_json
from facilitate.domain.indicator import YesNo
from facilitate.domain.meeting.view import see
from facilitate.domain.scale import Answer
from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import play
from facilitate.language import Words
from facilitate.workbook.agreement.judged import judged
from facilitate.workbook.agreement.rows import AgreementRow, agreement_rows
from facilitate.workbook.book import Book
from tests.analysis.test_agreement import answer, room_on, send
from tests.making import Laptop, Room, rating, small_room, words

BEFORE = ("measure", "section", "value", "units", "observers", "pairs", "note")


def table(room: Room) -> list[AgreementRow]:
    book = Book(see(room.meeting, None), "en", room.laptop(), "1.2.3")
    return list(agreement_rows(book, judged(book)))


def only(rows: list[AgreementRow], measure: str, **fields: str) -> AgreementRow:
    wanted = {"section": "", "indicator": "", **fields}
    (row,) = [
        each
        for each in rows
        if each.measure == measure and all(getattr(each, name) == value for name, value in wanted.items())
    ]
    return row


@pytest.mark.parametrize("kit", ["youth", "interval"])
def test_the_table_says_what_the_command_says(kit: str) -> None:
    meeting = see(play(read_kit(kit), 3, observers=3).meeting, None)
    assert meeting.closed
    book = Book(meeting, "fr", meeting.closed, "1.2.3")
    rows = list(agreement_rows(book, judged(book)))
    found = agreement(meeting, scores(meeting, meeting.closed), meeting.closed)
    data = as_json(meeting, found, Words("fr"))
    for name, each in data["coefficients"].items():
        row = only(rows, name)
        assert (row.value, row.low, row.high) == (each["value"], each["low"], each["high"])
        assert row.note == (each["why"] or each["interval_why"] or "")
    for each in data["counted"]:
        about = book.names.about(each["about"])
        for name, measure in each["measures"].items():
            section = meeting.grid.section_of[each["indicator"]].id if meeting.grid else ""
            where: dict[str, Any] = {"indicator": each["indicator"], "about": about, "code": each["code"] or ""}
            row = only(rows, name, section=section, per=each["per"], **where)
            assert (row.value, row.units, row.observers) == (measure["value"], each["looked"], len(each["observers"]))
    assert {each["indicator"] for each in data["indicators"]} == {
        row.indicator for row in rows if row.indicator and not row.per
    }


def test_the_columns_that_programs_know_stay() -> None:
    assert AgreementRow._fields[: len(BEFORE)] == BEFORE


def test_an_indicator_has_how_often_the_same_and_how_far_apart() -> None:
    room = room_on(rating("A1", about="meeting"), rating("A2", about="meeting"), observers=3)
    answer(room, "A1", 1, 4, 4)
    answer(room, "A2", 2, 2, 2)
    send(room)
    rows = table(room)
    here = {"section": "A", "indicator": "A1"}
    assert only(rows, "percent", **here).value == pytest.approx(1 / 3)
    assert only(rows, "disagreement", **here).value == pytest.approx(2 / 3)
    assert only(rows, "disagreement", section="A", indicator="A2").value == 0
    assert only(rows, "percent_exact", section="A").value == only(rows, "percent_exact").value == pytest.approx(4 / 6)


def test_alpha_is_named_after_the_kind_of_scale() -> None:
    room = room_on(YesNo(id="A1", text=words("one")), YesNo(id="A2", text=words("two")))
    answer(room, "A1", Answer.YES, Answer.YES)
    answer(room, "A2", Answer.NO, Answer.YES)
    send(room)
    rows = table(room)
    assert only(rows, "krippendorff_alpha_nominal").value == only(rows, "krippendorff_nominal").value
    assert not [row for row in rows if row.measure == "krippendorff_alpha_ordinal"]
    assert only(rows, "mean_absolute_difference").note == "The points of this scale have no order."


def unsent() -> Room:
    room = small_room()
    answer(room, "A1", 3, 3, about="mona")
    return room


def alike() -> Room:
    room = unsent()
    send(room)
    return room


@pytest.mark.parametrize(
    ("room", "reason"),
    [
        (Room(Laptop()), "This meeting has no grid, so nothing can be scored."),
        (small_room(observers=0), "Nothing was scored."),
        (unsent(), "The scores are not shown yet: 2 observers have not sent."),
        (alike(), "Undefined: every score is the same, so nothing tells agreement from chance."),
    ],
)
def test_where_there_is_no_number_there_is_a_reason(room: Room, reason: str) -> None:
    rows = table(room)
    assert only(rows, "fleiss_kappa").note == reason
    numbers = [number for row in rows for number in (row.value, row.low, row.high) if number is not None]
    assert all(math.isfinite(number) for number in numbers)
    assert all(row.note for row in rows if row.value is None)
    assert all(row.low is None and row.high is None for row in rows if row.value is None)
