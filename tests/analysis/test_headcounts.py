"""Heads by sex and age band as one table, what is counted for a new number, and who came and who left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.headcounts import Change, by_sex, changes, columns, counted_otherwise, counts_after
from facilitate.analysis.presence import present, present_by
from facilitate.domain.events.preparing import AgendaSet, AttendanceCounted
from facilitate.domain.people import SETUP, Group
from tests.making import Room, small_agenda, small_room

BANDS = ("18-29", "30-59", "60-99")


def room() -> Room:
    found = small_room()
    found.do(SETUP, AgendaSet(agenda=small_agenda().model_copy(update={"age_bands": BANDS})))
    return found


def put(room: Room, sex: str, age: str | None, number: int, by_one: bool = False) -> int:
    """What the page of the people does with a cell; how many events that takes."""
    after = counts_after(by_sex(room.meeting.attendance)[sex], age, number, by_one)
    step = room.meeting.current.step if room.meeting.current else None
    room.do("nora", *(AttendanceCounted(group=group, number=many, step=step) for group, many in after))
    return len(after)


def row(room: Room, sex: str = "women") -> tuple[int, ...]:
    """The numbers of one sex by age band, those not asked, and all."""
    found = by_sex(room.meeting.attendance)[sex]
    return (*(found.number(age) for age in (*BANDS, None)), found.total)


def test_people_without_an_age_band_add_to_the_bands() -> None:
    hall = room()
    assert put(hall, "women", "18-29", 5) == 1
    assert put(hall, "women", None, 3) == 1
    assert row(hall) == (5, 0, 0, 3, 8)
    assert present(hall.meeting) == 8
    assert present_by(hall.meeting, "sex") == {"women": 8}
    assert present_by(hall.meeting, "age") == {"18-29": 5}


def test_a_number_typed_into_a_band_divides_those_who_were_not_asked() -> None:
    hall = room()
    put(hall, "women", None, 8)
    assert put(hall, "women", "18-29", 5) == 1
    assert row(hall) == (5, 0, 0, 3, 8)
    put(hall, "women", "30-59", 3)
    assert row(hall) == (5, 3, 0, 0, 8)
    put(hall, "women", "30-59", 2)
    assert row(hall) == (5, 2, 0, 0, 7), "all were divided, so that nobody is left to be asked"
    put(hall, "women", "60-99", 4)
    assert row(hall) == (5, 2, 4, 0, 11)


def test_a_slip_of_the_finger_in_a_band_loses_nobody() -> None:
    hall = room()
    put(hall, "women", None, 8)
    put(hall, "women", "18-29", 55)
    put(hall, "women", "18-29", 5)
    assert row(hall) == (5, 0, 0, 3, 8)


def test_somebody_who_comes_or_leaves_changes_the_whole() -> None:
    hall = room()
    put(hall, "women", None, 8)
    put(hall, "women", "18-29", 5)
    put(hall, "women", "18-29", 6, by_one=True)
    assert row(hall) == (6, 0, 0, 3, 9)
    put(hall, "women", None, 2, by_one=True)
    assert row(hall) == (6, 0, 0, 2, 8)
    put(hall, "men", "18-29", 1, by_one=True)
    assert row(hall, "men") == (1, 0, 0, 0, 1)
    assert present(hall.meeting) == 9


CELLS = st.tuples(st.sampled_from(("women", "men")), st.sampled_from((*BANDS, None)), st.integers(0, 9), st.booleans())


@given(st.lists(CELLS, max_size=12))
def test_a_cell_has_the_number_that_it_was_given_and_the_report_counts_the_same_people(
    cells: list[tuple[str, str | None, int, bool]],
) -> None:
    hall = room()
    for sex, age, number, by_one in cells:
        put(hall, sex, age, number, by_one)
        assert by_sex(hall.meeting.attendance)[sex].number(age) == number
        assert sum(each.total for each in by_sex(hall.meeting.attendance).values()) == present(hall.meeting)


def test_one_sex_counted_as_a_whole_beside_another_in_bands() -> None:
    hall = room()
    put(hall, "women", None, 8)
    put(hall, "women", "18-29", 5)
    put(hall, "men", "18-29", 6)
    put(hall, "men", "30-59", 6)
    assert present(hall.meeting) == 20


def test_other_bands_and_counts_that_are_no_cell_are_not_lost() -> None:
    hall = room()
    young, village = Group(age="young"), Group(sex="men", place="Zaouiat")
    hall.do("nora", AttendanceCounted(group=young, number=9), AttendanceCounted(group=village, number=4))
    hall.do("nora", AttendanceCounted(group=Group(sex="women", age="elders"), number=2))
    assert columns(hall.meeting) == (*BANDS, None, "elders")
    assert [each.group for each in counted_otherwise(hall.meeting)] == [young, village]
    assert columns(small_room().meeting) == (None,)


def test_who_came_and_who_left_is_told_by_step() -> None:
    hall = room()
    put(hall, "women", "30-59", 7)
    put(hall, "women", "30-59", 8)
    hall.next("mona")
    put(hall, "men", None, 12)
    hall.next("mona")
    put(hall, "women", "30-59", 9, by_one=True)
    put(hall, "women", "30-59", 11)
    put(hall, "men", "18-29", 5)
    put(hall, "women", "30-59", 10, by_one=True)
    hall.next("mona")
    put(hall, "men", "18-29", 3, by_one=True)
    assert changes(hall.meeting) == (Change("S1", "women", "30-59", 2), Change("S2", "men", "18-29", -2))


def test_where_people_came_while_others_were_asked_their_age_only_the_sum_is_told() -> None:
    hall = room()
    put(hall, "women", None, 8)
    hall.next("mona")
    put(hall, "women", "18-29", 5)
    put(hall, "women", None, 4)
    assert row(hall) == (5, 0, 0, 4, 9)
    assert changes(hall.meeting) == (Change("S0", "women", None, 1),)


def test_taking_a_count_back_takes_it_out_of_the_history() -> None:
    from facilitate.domain.events.observing import Undone

    hall = room()
    put(hall, "women", "18-29", 5)
    hall.next("mona")
    put(hall, "women", "18-29", 6, by_one=True)
    hall.do("nora", Undone(event=hall.events[-1].id))
    assert changes(hall.meeting) == ()
    assert row(hall) == (5, 0, 0, 0, 5)


@pytest.mark.parametrize("number", [0, 3])
def test_a_count_of_nobody_hides_no_other_count(number: int) -> None:
    hall = room()
    put(hall, "women", "18-29", number)
    hall.do("nora", AttendanceCounted(group=Group(age="young"), number=0))
    assert present(hall.meeting) == number
