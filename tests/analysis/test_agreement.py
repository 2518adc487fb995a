"""How far observers of a meeting agree: what counts as a judgement, on which scale it is compared, what it rests on."""

from __future__ import annotations

import pytest

from facilitate.analysis.agreement import Agreement, agreement
from facilitate.analysis.scores import scores
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, Reviewed, Scored, SheetRecalled, SheetSent, Tallied
from facilitate.domain.events.running import MeetingClosed
from facilitate.domain.grid import Section
from facilitate.domain.indicator import Choice, Count, Derived, Duration, Indicator, Option, Rating, Tally, YesNo
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Band, Chosen, Level, Scale, Value
from tests.making import SCALE, Room, rating, small_grid, small_room, words


def compared(room: Room) -> Agreement:
    meeting = see(room.meeting, None)
    return agreement(meeting, scores(meeting, room.laptop()), room.laptop())


def room_on(*indicators: Indicator, observers: int = 2, scales: tuple[Scale, ...] = (SCALE,)) -> Room:
    room = small_room(observers=observers)
    grid = small_grid().with_parts(sections=(Section(id="A", title=words("A"), indicators=indicators),), scales=scales)
    room.do(SETUP, GridProposed(grid=grid))
    return room


def answer(room: Room, code: str, *values: Value | None, about: str = MEETING) -> None:
    """What olga, omar, otis, ofra answer; nothing where somebody did not."""
    for observer, value in zip(("olga", "omar", "otis", "ofra"), values, strict=False):
        if value is not None:
            room.do(observer, Scored(about=about, indicator=code, value=value))


def send(room: Room) -> None:
    for observer in room.meeting.observers:
        room.do(observer.id, SheetSent())


def test_pairs_of_observers_are_compared() -> None:
    room = small_room(observers=3)
    answer(room, "A1", 4, 3, 1, about="mona")
    answer(room, "A2", 2, 2, 2, about="mona")
    send(room)
    found = compared(room)
    assert found.state == "compared"
    assert (found.whole.units, found.whole.compared, found.whole.pairable, found.whole.pairs) == (2, 2, 6, 6)
    assert found.whole.coefficients["percent"].value == pytest.approx(3 / 6)
    assert found.whole.coefficients["percent_within_1"].value == pytest.approx(4 / 6)
    assert found.whole.difference == pytest.approx((1 + 3 + 2) / 6)
    assert found.whole.observers == ("olga", "omar", "otis")


def test_not_observed_and_not_applicable_are_no_judgement() -> None:
    room = small_room(observers=2)
    answer(room, "A1", 4, Answer.NOT_OBSERVED, about="mona")
    answer(room, "A2", 4, Answer.NOT_APPLICABLE, about="mona")
    send(room)
    found = compared(room)
    assert (found.state, found.whole.units, found.whole.compared) == ("one_observer", 2, 0)


def test_units_stand_in_the_order_of_the_grid_and_sections_are_told_apart() -> None:
    room = small_room(observers=2)
    answer(room, "A2", 3, 3, about="mona")
    answer(room, "A1", 3, 4, about="mona")
    answer(room, "B1", 0, 0)
    send(room)
    found = compared(room)
    assert [unit.cell for unit in found.units] == [Cell("mona", "A1"), Cell("mona", "A2"), Cell(MEETING, "B1")]
    assert {code: each.compared for code, each in found.sections.items()} == {"A": 2, "B": 1}


def test_what_the_log_answers_is_left_out_unless_somebody_says_otherwise() -> None:
    late = Count(
        id="B1", text=words("late"), auto="log.start_delay_minutes", bands=(Band(max=5, score=4), Band(score=1))
    )
    room = room_on(late, rating("A1"))
    room.next("mona", minutes=3)
    room.next("mona")
    answer(room, "A1", 3, 3, about="mona")
    room.do("mona", MeetingClosed())
    send(room)
    found = compared(room)
    assert [unit.cell.indicator for unit in found.units] == ["A1"]
    assert found.coverage == (1, 2), "A1 on two moderators; what the log answers is not asked"
    room = room_on(late, rating("A1"))
    room.next("mona", minutes=3)
    room.next("mona")
    room.do("mona", MeetingClosed())
    for observer, minutes in (("olga", 10), ("omar", 12)):
        room.do(observer, Scored(indicator="B1", value=minutes, reason="my own watch"))
    send(room)
    assert [unit.cell.indicator for unit in compared(room).units] == ["B1"]


def test_what_follows_from_other_answers_is_left_out_unless_it_is_overridden() -> None:
    element = Derived(id="E", text=words("element"), scale="scale4", behaviours=("A1",))
    room = room_on(rating("A1", about="meeting"), element)
    answer(room, "A1", 2, 3)
    answer(room, "E", 4, 4)
    assert room.meeting.grid
    send(room)
    assert [unit.cell.indicator for unit in compared(room).units] == ["A1", "E"]
    room = room_on(rating("A1", about="meeting"), element)
    answer(room, "A1", 2, 3)
    send(room)
    assert [unit.cell.indicator for unit in compared(room).units] == ["A1"]


def test_a_review_by_the_trainer_makes_observers_agree_no_better() -> None:
    room = room_on(rating("A1"))
    answer(room, "A1", 1, 4, about="mona")
    send(room)
    room.do("tess", Reviewed(observer="olga", about="mona", indicator="A1", value=4, reason="talked about"))
    assert compared(room).whole.difference == 3


def test_one_scale_is_compared_as_it_was_answered_and_several_by_what_they_are_worth() -> None:
    wide = Scale(id="wide", levels=tuple(Level(value=v, label=words(str(v))) for v in (1, 2, 9)), best="low")
    one = Rating(id="W1", text=words("W1"), scale="wide")
    other = one.model_copy(update={"id": "W2", "reverse": True})
    room = room_on(one, other, scales=(wide,))
    answer(room, "W1", 1, 9)
    answer(room, "W2", 2, 2)
    send(room)
    found = compared(room)
    assert found.whole.put.on == "values"
    assert found.whole.put.scale.points == (1, 2, 9)
    assert found.whole.put.rows == ((1, 9), (2, 2))

    room = room_on(one, YesNo(id="Y", text=words("Y")), scales=(wide,))
    answer(room, "W1", 1, 2)
    answer(room, "Y", Answer.YES, Answer.NO)
    send(room)
    found = compared(room)
    assert found.whole.put.on == "points"
    assert found.whole.put.scale.points == (1, 4, 8, 9), "yes and no are worth 4 and 1; 1, 2, 9 are mirrored to 9, 8, 1"
    assert found.whole.put.rows == ((9, 8), (4, 1))


def test_each_kind_stands_on_its_own_scale() -> None:
    options = tuple(Option(id=each, label=words(each)) for each in ("calm", "loud", "mixed"))
    kinds: dict[str, tuple[Indicator, Value, str, int]] = {
        "yesno": (YesNo(id="I", text=words("I")), Answer.YES, "nominal", 2),
        "choice": (Choice(id="I", text=words("I"), options=options), Chosen(choices=("loud",)), "nominal", 3),
        "count": (Count(id="I", text=words("I")), 7, "ratio", 0),
        "duration": (Duration(id="I", text=words("I")), 61, "ratio", 0),
    }
    for kind, (indicator, value, level, points) in kinds.items():
        room = room_on(indicator)
        answer(room, "I", value, value)
        send(room)
        found = compared(room).whole
        assert (found.put.scale.level, len(found.put.scale.points)) == (level, points), kind
        assert found.coefficients["percent"].value == 1, kind
    room = room_on(Tally(id="I", text=words("I")))
    room.do("olga", Tallied(indicator="I"))
    answer(room, "I", None, 2)
    send(room)
    assert compared(room).whole.put.rows == ((1, 2),), "presses and a number that was typed"


def test_several_options_at_once_stand_on_no_scale_and_are_named() -> None:
    options = tuple(Option(id=each, label=words(each), score=n) for n, each in enumerate(("a", "b", "c"), 1))
    several = Choice(id="S", text=words("S"), options=options, several=True)
    room = room_on(several, rating("A1", about="meeting"))
    answer(room, "S", Chosen(choices=("a", "b")), Chosen(choices=("b", "a")))
    answer(room, "A1", 1, 2)
    send(room)
    found = compared(room).whole
    assert found.left_out == ("S",), "their mean, 1.5, is no point of the grid"
    assert found.compared == 1


@pytest.mark.parametrize(
    ("answers", "state"),
    [(((4,),), "one_observer"), (((4, None), (None, 3)), "no_pair"), (((4, 4),), "compared")],
)
def test_why_there_is_nothing_to_compare(answers: tuple[tuple[Value | None, ...], ...], state: str) -> None:
    room = room_on(rating("A1"), rating("A2"), observers=len(answers[0]))
    for code, values in zip(("A1", "A2"), answers, strict=False):
        answer(room, code, *values, about="mona")
    send(room)
    assert compared(room).state == state


def test_where_nobody_observes_nobody_scored() -> None:
    assert compared(room_on(rating("A1"), observers=0)).state == "nothing"


def test_scores_that_are_not_sent_are_hidden() -> None:
    room = room_on(rating("A1"))
    answer(room, "A1", 1, 4, about="mona")
    room.do("olga", SheetSent())
    found = compared(room)
    assert (found.state, found.waiting, found.whole.units) == ("hidden", ("omar",), 0)


def test_a_meeting_without_a_grid() -> None:
    room = Room()
    assert compared(room).state == "no_grid"


def test_the_one_without_whom_the_others_agree() -> None:
    room = room_on(*(rating(f"A{n}", about="meeting") for n in range(1, 13)), observers=3)
    for n in range(1, 13):
        answer(room, f"A{n}", 1 + n % 4, 1 + n % 4, 1 + (n + 2) % 4)
    send(room)
    found = compared(room)
    alone = {each.observer: each.alpha.value for each in found.without}
    assert alone["otis"] == 1
    assert alone["olga"] == alone["omar"] != 1
    apart = {(each.one, each.other): (each.same, each.difference) for each in found.between}
    assert apart["olga", "omar"] == (1, 0)
    assert apart["olga", "otis"] == apart["omar", "otis"] == (0, 2)


def test_who_changed_scores_after_seeing_others_is_named() -> None:
    room = room_on(rating("A1"))
    answer(room, "A1", 1, 4, about="mona")
    send(room)
    room.do("olga", SheetRecalled(reason="a slip"))
    answer(room, "A1", 4, about="mona")
    room.do("olga", SheetSent())
    assert compared(room).after_seeing == ("olga",)
