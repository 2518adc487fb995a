"""Groups proposed from what a step asks for and who is there, and changed by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis import splitting
from facilitate.analysis.splitting import Kind, Plan, Plans, at_work, changes, led, openings, proposed, watched
from facilitate.domain.agenda import RoomShape, Step
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.people import Group, Role
from tests.domain.test_tracks import apart, split_room
from tests.making import Room, small_room, words


def name(kind: Kind, number: int) -> str:
    return f"{kind}{number}"


def step(shape: RoomShape) -> Step:
    return Step(id="S2", title=words("step"), minutes=10, groups=shape)


def counted(room: Room, **numbers: int) -> Room:
    for group, number in numbers.items():
        sex, _, age = group.partition("_")
        room.do("nora", p.AttendanceCounted(group=Group(sex=sex, age=age.replace("_", "-") or None), number=number))
    return room


def titles(room: Room, shape: RoomShape) -> list[str]:
    return [plan.title for plan in proposed(room.meeting, step(shape), name)]


def test_women_and_men_and_young_people_where_they_are_enough() -> None:
    assert titles(small_room(), "split") == ["women1", "men2"]
    few = counted(small_room(), women_18_29=3, men_18_29=4, men_30_59=9)
    assert titles(few, "split") == ["women1", "men2"]
    enough = counted(small_room(), women_18_29=3, men_18_29=5, men_30_59=9)
    assert titles(enough, "split") == ["women1", "men2", "young3"]
    only = counted(small_room(), women_15_17=8, men_18_24=8)
    assert titles(only, "split") == ["women1", "men2"], "where all are young nobody is set apart"


@pytest.mark.parametrize(("number", "groups"), [(0, 2), (4, 2), (12, 2), (13, 3), (20, 4), (31, 6)])
def test_small_groups_have_six_people_at_most(number: int, groups: int) -> None:
    room = counted(small_room(), women=number) if number else small_room()
    assert len(titles(room, "small")) == len(titles(room, "plenary")) == groups


def test_moderators_are_dealt_out_before_co_moderators_and_nobody_twice() -> None:
    room = counted(small_room(observers=0), women=24)
    room.person("kamal", Role.CO_MODERATOR)
    assert [plan.moderator for plan in proposed(room.meeting, step("small"), name)] == ["mona", "milo", "kamal", None]
    room.do("nora", p.PersonLeft(person="mona"))
    assert [plan.moderator for plan in proposed(room.meeting, step("split"), name)] == ["milo", "kamal"]


def test_a_woman_moderates_the_women() -> None:
    room = small_room()
    room.do("nora", p.PersonChanged(person="mona", group=Group(sex="men")))
    room.do("nora", p.PersonChanged(person="milo", group=Group(sex="women")))
    assert [plan.moderator for plan in proposed(room.meeting, step("split"), name)] == ["milo", "mona"]


def test_observers_go_where_they_observe_and_the_others_are_spread() -> None:
    room = small_room(observers=4)
    room.do("nora", p.PersonChanged(person="omar", observes=("milo",)))
    room.do("nora", p.PersonChanged(person="otis", observes=("milo",)))
    women, men = proposed(room.meeting, step("split"), name)
    assert (women.observers, men.observers) == (("olga", "ofra"), ("omar", "otis"))


PLANS: Plans = (Plan("1", "A", "mona", ("olga",)), Plan("2", "B", "milo", ("omar",)), Plan("3", "C"))


def test_moderators_of_two_groups_change_places() -> None:
    assert [plan.moderator for plan in led(PLANS, 0, "milo")] == ["milo", "mona", None]
    assert [plan.moderator for plan in led(PLANS, 2, "milo")] == ["mona", None, "milo"]
    assert [plan.moderator for plan in led(PLANS, 0, None)] == [None, "milo", None]
    (first, _, _) = led(PLANS, 0, "olga")
    assert (first.moderator, first.observers) == ("olga", ()), "nobody observes themselves"


def test_an_observer_is_with_one_group() -> None:
    assert [plan.observers for plan in watched(PLANS, 1, "olga")] == [(), ("omar", "olga"), ()]
    assert [plan.observers for plan in watched(PLANS, 0, "olga")] == [(), ("omar",), ()]


def test_one_more_group_has_a_name_and_an_id_of_its_own() -> None:
    plans: Plans = (Plan("1", "small3"), Plan("3", "small1"))
    more = splitting.with_one_more(plans, name)
    assert more[-1] == Plan("2", "small4")
    assert splitting.with_one_more((), name) == (Plan("1", "small1"),)


WHO = st.sampled_from(["mona", "milo", None])
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("led"), st.integers(0, 1), WHO),
        st.tuples(st.just("watched"), st.integers(0, 1), st.sampled_from(["olga", "omar", "mona"])),
        st.tuples(st.just("renamed"), st.integers(0, 1), st.sampled_from(["One", "Two"])),
    ),
    max_size=8,
)


@given(EDITS)
def test_any_change_of_groups_at_work_is_allowed_as_one_act(edits: list[tuple[str, int, str | None]]) -> None:
    room = apart()
    before = after = at_work(room.meeting)
    for kind, place, what in edits:
        if kind == "led":
            after = led(after, place, what)
        elif kind == "watched" and what and all(what != plan.moderator for plan in after):
            after = watched(after, place, what)
        elif kind == "renamed" and what and not splitting.taken(after, place, what):
            after = splitting.renamed(after, place, what)
    facts = changes(before, after)
    if facts:
        room.do("tim", *facts)
    assert at_work(room.meeting) == after
    assert bool(facts) == (before != after)


def test_what_is_proposed_can_be_done_at_once() -> None:
    room = counted(split_room(), women=9, men=9)
    plans = proposed(room.meeting, step("small"), name)
    numbers = iter("abc")
    room.do("tim", *openings(plans, "S2", lambda: next(numbers)))
    assert [plan._replace(id="") for plan in at_work(room.meeting)] == [plan._replace(id="") for plan in plans]
    assert isinstance(room.events[-1].fact, r.TrackOpened)
