"""From what observers counted, ticked and timed to how far they agree in it: published answers, and who is compared."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitate.analysis.agreement.counted import counted_agreement
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import IntervalMarked, Scored, Tallied, Timed
from facilitate.domain.events.preparing import PersonChanged
from facilitate.domain.events.running import TrackOpened
from facilitate.domain.indicator import Count, Tally
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer
from tests.amending import amend
from tests.analysis.counting import ONE, OTHER, PUBLISHED, counting, found, press, tick, values
from tests.making import small_grid, small_room, words


@pytest.mark.parametrize(("code", "about"), [("B3", {}), ("T2", {"about": "mona"}), ("T3", {})])
def test_presses_are_compared_step_by_step_with_the_published_answers(code: str, about: dict[str, str]) -> None:
    room = counting()
    for by, counts in (("olga", ONE), ("omar", OTHER)):
        press(room, by, counts, code, **about)
    each = found(room, code)
    assert (each.per, each.looked, each.observers) == ("step", 10, ("olga", "omar"))
    assert each.about == about.get("about", "meeting")
    assert values(each) == pytest.approx(PUBLISHED, abs=1e-6)


def test_ticks_are_compared_interval_by_interval() -> None:
    room = counting()
    for by, counts in (("olga", ONE), ("omar", OTHER)):
        tick(room, by, [("asks",) if count else () for count in counts])
    each = found(room, "I1")
    assert (each.code, each.per, each.looked) == (None, "interval", 10)
    wanted = {name: PUBLISHED[name] for name in ("interval_by_interval", "scored_interval", "unscored_interval")}
    assert values(each) == pytest.approx({"total_count": 1.0, **wanted}, abs=1e-6)


def test_an_interval_that_one_of_two_missed_is_not_compared() -> None:
    room = counting()
    tick(room, "olga", [("asks",)] * 4 + [()] * 2, missed=(5,))
    tick(room, "omar", [("asks",)] * 3 + [()], missed=(1,))
    each = found(room, "I1")
    assert each.looked == 3, "2, 3 and 4"
    assert values(each)["scored_interval"] == pytest.approx(2 / 3)


def test_each_code_by_itself_and_all_together() -> None:
    room = counting()
    tick(room, "olga", [("asks", "tells"), ("asks",), ()], "I2")
    tick(room, "omar", [("asks",), ("asks",), ()], "I2")
    every = [each for each in counted_agreement(room.meeting) if each.indicator == "I2"]
    assert [(each.code, each.looked) for each in every] == [(None, 3), ("asks", 3), ("tells", 3)]
    assert values(every[0])["interval_by_interval"] == pytest.approx(5 / 6)
    assert values(every[1])["interval_by_interval"] == 1
    assert values(every[2])["scored_interval"] == 0


def test_groups_of_a_tally_by_themselves() -> None:
    room = counting(opened=2)
    press(room, "olga", (1, 1), "T1", group="women")
    press(room, "omar", (1, 0), "T1", group="women")
    press(room, "omar", (0, 1), "T1", group="men")
    assert values(found(room, "T1"))["exact_count_per_interval"] == 1
    assert values(found(room, "T1", "women"))["exact_count_per_interval"] == 0.5
    assert values(found(room, "T1", "men"))["scored_interval"] == 0, "olga counted, and saw no man cut off"


def test_steps_that_nobody_opened_or_that_do_not_count_are_no_intervals() -> None:
    room = counting(opened=3)
    press(room, "olga", (1,))
    press(room, "omar", (1,))
    assert found(room, "B3").looked == 3
    room.do("olga", Tallied(indicator="B3", step="P0"))
    each = found(room, "B3")
    assert each.looked == 4, "where somebody pressed, the other did not"
    assert values(each)["scored_interval"] == 0.5


def test_only_steps_in_which_the_grid_asks_are_compared() -> None:
    room = counting()
    asked = Tally(id="T5", text=words("asked there"), steps=("P2", "closing"))
    room.do(SETUP, GridProposed(grid=small_grid((asked,))))
    for by in ("olga", "omar"):
        press(room, by, (0, 1), "T5")
    assert found(room, "T5").looked == 1


def test_presses_that_were_taken_back_say_none_and_never_pressed_says_nothing() -> None:
    room = counting(observers=3, opened=3)
    press(room, "olga", (1, 1))
    room.do("omar", Tallied(indicator="B3", step="P1"), Tallied(indicator="B3", step="P1", change=-1))
    each = found(room, "B3")
    assert each.observers == ("olga", "omar")
    assert values(each)["interval_by_interval"] == pytest.approx(1 / 3)


def test_a_total_that_was_typed_is_compared_with_totals_only() -> None:
    room = counting(observers=3, opened=3)
    press(room, "olga", (2, 2))
    press(room, "omar", (2, 2))
    room.do("otis", Scored(indicator="B3", value=2))
    assert found(room, "B3", per="step").observers == ("olga", "omar")
    whole = found(room, "B3", per="whole")
    assert (whole.observers, whole.looked) == (("olga", "omar", "otis"), 1)
    assert values(whole) == {"total_count": pytest.approx((1 + 0.5 + 0.5) / 3)}


def test_presses_of_no_known_step_are_a_total_too() -> None:
    room = counting(opened=0)
    for by, count in (("olga", 4), ("omar", 3)):
        room.do(by, *[Tallied(indicator="B3")] * count)
    (only,) = counted_agreement(room.meeting)
    assert (only.per, values(only)) == ("whole", {"total_count": 0.75})


def test_a_step_without_a_number_was_not_counted_by_who_types_numbers() -> None:
    room = counting()
    for step, one, other in (("P1", 1, 1), ("P2", 2, 0), ("P3", 1, Answer.NOT_OBSERVED)):
        room.do("olga", Scored(indicator="T3", step=step, value=one))
        room.do("omar", Scored(indicator="T3", step=step, value=other))
    each = found(room, "T3")
    assert (each.per, each.looked) == ("step", 2)
    assert values(each)["exact_count_per_interval"] == 0.5


def test_counts_that_were_typed_and_answers_that_are_no_number() -> None:
    room = counting(observers=3)
    for by, value in (("olga", 4), ("omar", 3), ("otis", Answer.NOT_OBSERVED)):
        room.do(by, Scored(indicator="B1", value=value))
    each = found(room, "B1")
    assert (each.per, each.observers, values(each)) == ("whole", ("olga", "omar"), {"total_count": 0.75})


def test_a_percentage_is_no_count() -> None:
    room = small_room()
    share = Count(id="C1", text=words("share"), measure="percent")
    room.do(SETUP, GridProposed(grid=small_grid((share,))))
    for by in ("olga", "omar"):
        room.do(by, Scored(indicator="C1", value=40))
    assert counted_agreement(room.meeting) == ()


def test_what_lasted_is_compared_in_seconds_and_a_typed_answer_stands() -> None:
    room = counting(observers=3, opened=2)
    start = room.laptop.wall
    for by, length in (("olga", 60), ("omar", 40)):
        stop = start + timedelta(seconds=length)
        room.do(by, Timed(indicator="D1", timing=f"d-{by}", step="P2", start=start, stop=stop))
    room.do("otis", Timed(indicator="D1", timing="d-otis", step="P2", start=start))
    each = found(room, "D1")
    assert (each.per, each.looked, each.observers) == ("whole", 1, ("olga", "omar"))
    assert values(each) == {"total_count": pytest.approx(2 / 3)}
    room.do("omar", Scored(indicator="D1", value=60))
    assert values(found(room, "D1")) == {"total_count": 1}


def test_observers_who_were_with_different_groups_are_not_compared_there() -> None:
    room = counting(observers=3, opened=9)
    for track, observers in (("t1", ("olga", "omar")), ("t2", ("otis",))):
        room.do("mona", TrackOpened(track=track, title=track, step="P9", observers=observers))
    for by, count in (("olga", 2), ("omar", 2), ("otis", 9)):
        press(room, by, (1, 1))
        room.do(by, *[Tallied(indicator="B3", step="P9")] * count)
        room.do(by, *(IntervalMarked(indicator="I1", interval=n, codes=(), step="P8") for n in (1, 2)))
        room.do(by, IntervalMarked(indicator="I1", interval=3, codes=("asks",) if count == 2 else (), step="P9"))
    each = found(room, "B3")
    assert each.looked == 9
    assert values(each)["total_count"] == 1, "otis is compared on the first eight"
    assert values(found(room, "I1"))["interval_by_interval"] == 1


def test_one_observer_is_told_so_and_nobody_is_no_entry() -> None:
    room = counting()
    assert counted_agreement(room.meeting) == ()
    press(room, "olga", (1, 2))
    (only,) = counted_agreement(room.meeting)
    assert (only.observers, only.looked) == (("olga",), 0)
    assert {one.why.message for one in only.measures.values() if one.why} == {"agreement.why.one_observer"}
    assert set(values(only).values()) == {None}


def test_who_does_not_observe_a_moderator_is_no_column() -> None:
    room = counting(observers=3)
    room.do(SETUP, PersonChanged(person="otis", observes=("milo",)))
    for by in ("olga", "omar"):
        press(room, by, (1,), "T2", about="mona")
    press(room, "otis", (1,), "T2", about="milo")
    assert [(each.about, each.observers) for each in counted_agreement(room.meeting)] == [
        ("mona", ("olga", "omar")),
        ("milo", ("otis",)),
    ]


def test_only_what_this_view_shows_and_what_stands_on_the_grid_in_force() -> None:
    room = counting()
    for by in ("olga", "omar"):
        press(room, by, (1, 1))
    assert counted_agreement(see(room.meeting, None)) == ()
    (own,) = counted_agreement(see(room.meeting, "olga"))
    assert own.observers == ("olga",)
    amend(room, dropped=["B3"])
    assert counted_agreement(room.meeting) == ()


ACTS = st.lists(
    st.tuples(
        st.sampled_from(("olga", "omar", "otis")),
        st.one_of(
            st.builds(
                Tallied,
                indicator=st.just("B3"),
                step=st.sampled_from(("P1", "P2", "P3", None)),
                change=st.sampled_from((1, 1, -1)),
            ),
            st.builds(Tallied, indicator=st.just("T3"), step=st.sampled_from(("P1", "P2"))),
            st.builds(
                IntervalMarked,
                indicator=st.just("I2"),
                interval=st.integers(1, 4),
                codes=st.sampled_from(((), ("asks",), ("asks", "tells"))),
            ),
            st.builds(Scored, indicator=st.just("T3"), step=st.sampled_from(("P1", "P2")), value=st.integers(0, 3)),
        ),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(ACTS, st.randoms(use_true_random=False))
def test_in_which_order_observers_come_after_each_other_does_not_matter(
    acts: list[tuple[str, Fact]], chance: Random
) -> None:
    one, other = counting(3, opened=2), counting(3, opened=2)
    for by, fact in acts:
        one.try_(by, fact)
    waiting = {by: [fact for who, fact in acts if who == by] for by in ("olga", "omar", "otis")}
    turns = [by for by, _ in acts]
    chance.shuffle(turns)
    for by in turns:
        other.try_(by, waiting[by].pop(0))
    first, second = counted_agreement(one.meeting), counted_agreement(other.meeting)
    assert [each._replace(measures={}) for each in first] == [each._replace(measures={}) for each in second]
    for each, same in zip(first, second, strict=True):
        assert values(each) == pytest.approx(values(same))
        assert all(one.value is not None or one.why for one in each.measures.values())
