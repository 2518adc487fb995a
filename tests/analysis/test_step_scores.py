"""Scores step by step, reckoned by hand."""

from __future__ import annotations

from typing import Any

import pytest

from facilitate.analysis.answers import answers
from facilitate.analysis.scores import Mean, Scores, scores
from facilitate.analysis.sections import SectionScore
from facilitate.analysis.step_scores import StepScores, step_scores
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, EvidenceAdded, Reviewed, Scored, SheetSent
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Condition, Derived, Indicator, YesNo
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Value
from tests.making import Room, rating, small_grid, small_room, words


def step_rating(code: str, **fields: Any) -> Indicator:
    return rating(code, about="step", **fields)


def room_with(*sections: Section) -> Room:
    room = small_room()
    room.do(SETUP, GridProposed(grid=small_grid().with_sections(sections)))
    return room


def room_on(*indicators: Indicator) -> Room:
    return room_with(Section(id="A", title=words("A"), indicators=indicators))


def score(room: Room, observer: str, step: str | None, about: str = MEETING, **values: Value) -> None:
    for code, value in values.items():
        room.do(observer, Scored(about=about, indicator=code, value=value, step=step))


def found(room: Room) -> dict[str, StepScores]:
    return {each.step: each for each in step_scores(room.meeting, room.laptop())}


def all_scores(room: Room) -> Scores:
    return scores(room.meeting, room.laptop())


def test_each_step_has_the_mean_of_its_observers_and_their_spread() -> None:
    room = room_on(step_rating("A1"), step_rating("A2"))
    score(room, "olga", "S2", A1=4, A2=3)
    score(room, "olga", "S1", A1=2, A2=2)
    score(room, "omar", "S2", A1=2, A2=1)
    assert list(found(room)) == ["S1", "S2"], "in the order of the agenda"
    first, second = found(room).values()
    assert first.observers == {"olga": ("", 2, 2, 2, 2)}
    assert first.together == Mean(2, None, None, 1), "one observer has no spread"
    assert {observer: each.mean for observer, each in second.observers.items()} == {"olga": 3.5, "omar": 1.5}
    assert second.together == pytest.approx((2.5, 2, 2**0.5, 2))


def test_weights_of_indicators_and_of_sections_count() -> None:
    room = room_with(
        Section(id="A", title=words("A"), weight=3, indicators=(step_rating("A1", weight=2), step_rating("A2"))),
        Section(id="B", title=words("B"), indicators=(step_rating("B1"), rating("B2", about="meeting"))),
        Section(id="C", title=words("C"), weight=0, indicators=(step_rating("C1"),)),
    )
    score(room, "olga", "S1", A1=4, A2=1, B1=1, C1=1)
    score(room, "olga", None, B2=4)
    own = found(room)["S1"].observers["olga"]
    assert own.mean == pytest.approx((3 * (2 * 4 + 1) / 3 + 1 * 1) / 4), "2.5: of the meeting's B2 nothing"
    assert (own.scored, own.applicable) == (4, 4)


def test_too_little_is_not_shown_not_observed_is_a_gap_and_not_applicable_is_none() -> None:
    room = room_on(*(step_rating(f"A{n}") for n in (1, 2, 3)))
    score(room, "olga", "S1", A1=4, A2=Answer.NOT_OBSERVED)
    score(room, "omar", "S1", A1=2, A2=Answer.NOT_APPLICABLE, A3=4)
    step = found(room)["S1"]
    assert step.observers == {"olga": SectionScore("", None, 1, 3, 1), "omar": SectionScore("", 3, 2, 2, 2)}
    assert step.together == Mean(3, None, None, 1), "who scored too little is not among the observers of the mean"


def test_a_step_of_which_nothing_was_scored_has_none() -> None:
    room = room_on(step_rating("A1"))
    score(room, "olga", "S1", A1=Answer.NOT_OBSERVED)
    room.do("olga", EvidenceAdded(indicator="A1", evidence="e1", text="noise", step="S2"))
    assert found(room) == {}
    assert step_scores(Room().meeting, room.laptop()) == ()


def test_what_was_seen_in_a_step_is_no_score_of_the_step() -> None:
    room = room_on(rating("A1"), rating("A2", about="meeting"), step_rating("A3"))
    room.next("mona")
    score(room, "olga", "S1", "mona", A1=4)
    score(room, "olga", "S1", A2=4)
    assert found(room) == {}
    score(room, "olga", "S1", A3=1)
    assert found(room)["S1"].observers["olga"] == ("", 1, 1, 1, 1)


def test_an_indicator_that_is_asked_in_other_steps_is_no_gap_in_this_one() -> None:
    room = room_on(step_rating("A1"), step_rating("A2", steps=("S2",)), step_rating("A3", steps=("closing",)))
    score(room, "olga", "S1", A1=3)
    score(room, "olga", "S2", A1=3)
    score(room, "omar", "S1", A1=3, A2=1)
    assert found(room)["S1"].observers["olga"] == ("", 3, 1, 1, 1)
    assert found(room)["S2"].observers["olga"].applicable == 2
    assert found(room)["S1"].observers["omar"] == ("", 2, 2, 2, 2), "answered all the same, it counts"


def test_in_a_step_too_a_condition_that_is_not_met_leaves_the_denominator() -> None:
    asked = YesNo(id="A1", text=words("noise?"), about="step")
    room = room_on(asked, step_rating("A2", when=Condition(indicator="A1", values=("yes",))), step_rating("A3"))
    score(room, "olga", "S1", A1=Answer.NO, A3=4)
    score(room, "olga", "S2", A1=Answer.YES, A3=4)
    steps = found(room)
    assert steps["S1"].observers["olga"] == ("", 2.5, 2, 2, 2)
    assert steps["S2"].observers["olga"] == ("", 4, 2, 3, 2)
    score(room, "olga", "S2", A2=1)
    assert found(room)["S2"].observers["olga"].mean == pytest.approx(3)


def test_a_condition_met_in_no_step_leaves_the_meetings_denominator() -> None:
    asked = YesNo(id="A1", text=words("noise?"), about="step")
    room = room_on(asked, step_rating("A2", when=Condition(indicator="A1", values=("yes",))), rating("A3", "meeting"))
    score(room, "olga", None, A3=4)
    sheet = all_scores(room).sheet("olga", MEETING)
    assert sheet is not None
    assert sheet.sections[0] == ("A", None, 1, 2, 1), "1 of 2 is too little; A2 is asked in no step"
    score(room, "olga", "S1", A1=Answer.NO)
    sheet = all_scores(room).sheet("olga", MEETING)
    assert sheet is not None
    assert sheet.sections[0] == ("A", 2.5, 2, 2, 2)


def test_an_element_about_steps_follows_from_its_behaviours_in_each_step() -> None:
    element = Derived(id="A3", text=words("e"), about="step", scale="scale4", behaviours=("A1", "A2"))
    room = room_on(step_rating("A1"), step_rating("A2"), element)
    score(room, "olga", "S1", A1=4, A2=3)
    score(room, "olga", "S2", A1=1)
    given = answers(room.meeting, room.meeting.sheet("olga"), MEETING, {})
    assert given[Cell(MEETING, "A3", "S1")] == (3.5, 3.5, "derived")
    assert {step: each.together.mean for step, each in found(room).items()} == {"S1": 3.5, "S2": 1}
    sheet = all_scores(room).sheet("olga", MEETING)
    assert sheet is not None
    assert sheet.sections[0] == ("A", 2.25, 1, 1, 1), "the element is one indicator, with the mean of its steps"


def test_a_trainers_review_counts_and_hidden_sheets_do_not() -> None:
    room = room_on(step_rating("A1"))
    score(room, "olga", "S1", A1=4)
    score(room, "omar", "S1", A1=2)
    room.do("olga", SheetSent())
    seen = step_scores(see(room.meeting, "olga"), room.laptop())
    assert [set(each.observers) for each in seen] == [{"olga"}]
    assert step_scores(see(room.meeting, None), room.laptop()) == ()
    room.do("omar", SheetSent())
    room.do("tess", Reviewed(observer="omar", indicator="A1", step="S1", value=3, reason="we talked"))
    assert found(room)["S1"].together == pytest.approx((3.5, 1, 0.5**0.5, 2))
