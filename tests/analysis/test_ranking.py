"""How needs and themes were ranked, against results worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from facilitate.analysis.ranking import Results, results, units, voters
from facilitate.domain.events.capturing import Captured, CaptureKind, CaptureWithdrawn, NeedsGrouped, Pair, Ranked
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.people import Group
from tests.making import Room, small_room

WOMEN, MEN, YOUNG = Group(sex="women"), Group(sex="men"), Group(age="15-24")


def room_with(*needs: str) -> Room:
    room = small_room()
    for need in needs:
        said(room, need)
    return room


def said(room: Room, need: str, **fields: object) -> None:
    room.do("nora", Captured.model_validate({"capture": need, "what": CaptureKind.NEED, "text": need, **fields}))


def dots(room: Room, group: Group | None = None, **counts: int) -> None:
    room.do("nora", Ranked(method="dots", needs=tuple(counts), group=group, counts=counts))


def pairs(room: Room, won: str, group: Group | None = None) -> None:
    """`won` are comparisons, the winner first: ``ab ac bc``."""
    needs = tuple(dict.fromkeys(won.replace(" ", "")))
    found = tuple(Pair(winner=both[0], loser=both[1]) for both in won.split())
    room.do("nora", Ranked(method="pair", needs=needs, group=group, pairs=found))


def theme(room: Room, name: str, *needs: str) -> None:
    room.do("nora", NeedsGrouped(theme=name, title=f"Theme {name}", needs=needs))


def places(found: Results) -> Mapping[str, int | None]:
    return {line.unit.id: line.place for line in found.lines}


def test_themes_count_as_one_and_other_needs_for_themselves() -> None:
    room = room_with("a", "b", "c", "d")
    theme(room, "t", "d", "b")
    assert [(unit.id, unit.label, unit.needs) for unit in units(room.meeting)] == [
        ("a", "a", ("a",)),
        ("t", "Theme t", ("b", "d")),
        ("c", "c", ("c",)),
    ]


def test_a_need_is_in_the_theme_that_it_was_put_into_last() -> None:
    room = room_with("a", "b", "c")
    theme(room, "t", "a", "b")
    theme(room, "s", "b", "c")
    assert {unit.id: unit.needs for unit in units(room.meeting)} == {"t": ("a",), "s": ("b", "c")}
    theme(room, "t", "a", "b")
    assert {unit.id: unit.needs for unit in units(room.meeting)} == {"t": ("a", "b"), "s": ("c",)}
    theme(room, "s", "a", "b", "c")
    assert set(room.meeting.themes) == {"s"}, "a theme without needs is none"


def test_a_need_said_under_a_theme_is_in_it_until_it_is_taken_out() -> None:
    room = room_with("a")
    theme(room, "t", "a")
    said(room, "b", theme="t")
    assert [unit.needs for unit in units(room.meeting)] == [("a", "b")]
    theme(room, "t", "a")
    assert [unit.id for unit in units(room.meeting)] == ["t", "b"]


def test_what_was_withdrawn_is_nowhere() -> None:
    room = room_with("a", "b")
    theme(room, "t", "b")
    room.do("nora", CaptureWithdrawn(capture="b"))
    assert [unit.id for unit in units(room.meeting)] == ["a"]


def test_nothing_ranked_has_no_places() -> None:
    found = results(room_with("a", "b").meeting)
    assert (found.method, found.counted) == (None, None)
    assert places(found) == {"a": None, "b": None}


def test_dots_of_groups_with_a_tie() -> None:
    room = room_with("a", "b", "c", "d")
    dots(room, WOMEN, a=9, b=2, c=0)
    dots(room, MEN, a=1, b=7, c=10)
    found = results(room.meeting)
    assert [(line.unit.id, line.place, line.tied, line.dots) for line in found.lines] == [
        ("a", 1, True, 10),
        ("c", 1, True, 10),
        ("b", 3, False, 9),
        ("d", None, False, 0),
    ]
    assert found.dots
    assert [(each.group, each.scores["b"]) for each in found.dots.tallies] == [(WOMEN, 2), (MEN, 7)]
    dots(room, MEN, a=0, b=8, c=9)
    assert {line.unit.id: line.dots for line in results(room.meeting).lines} == {"a": 9, "b": 10, "c": 9, "d": 0}


def test_nobody_is_counted_twice() -> None:
    room = room_with("a", "b")
    dots(room, WOMEN, a=4, b=2)
    dots(room, MEN, a=1, b=8)
    dots(room, YOUNG, a=3, b=0)
    dots(room, None, a=5, b=10)
    found = results(room.meeting)
    assert found.dots
    assert sum(found.dots.scores.values()) == 15
    assert len(found.dots.tallies) == 4
    dots(room, None, a=1, b=1)
    assert {line.unit.id: line.dots for line in results(room.meeting).lines} == {"a": 5, "b": 10}


def test_six_needs_fifteen_pairs() -> None:
    room = room_with(*"abcdef")
    pairs(room, "ab ac ad ae af bc bd be bf cd ce cf de fd ef")
    found = results(room.meeting)
    assert [(line.unit.id, line.place, line.won, line.lost) for line in found.lines] == [
        ("a", 1, 5, 0),
        ("b", 2, 4, 1),
        ("c", 3, 3, 2),
        ("d", 4, 1, 4),
        ("e", 4, 1, 4),
        ("f", 4, 1, 4),
    ]
    assert found.pairs
    assert found.pairs.open == 0
    assert [[unit.id for unit in way] for way in found.rounds] == [["d", "e", "f"]]


def test_comparisons_still_open() -> None:
    room = room_with("a", "b", "c")
    room.do("nora", Ranked(method="pair", needs=("a", "b", "c"), pairs=(Pair(winner="b", loser="a"),)))
    found = results(room.meeting)
    assert found.pairs
    assert found.pairs.open == 2
    (tally,) = found.pairs.tallies
    assert {duel.couple for duel in tally.open} == {frozenset("ac"), frozenset("bc")}


def test_pairs_of_groups_apart_add_up_until_everybody_compared_together() -> None:
    room = room_with("a", "b", "c")
    pairs(room, "ab ac bc", WOMEN)
    pairs(room, "ba ca cb", MEN)
    found = results(room.meeting)
    assert {line.unit.id: (line.won, line.lost) for line in found.lines} == dict.fromkeys("abc", (2, 2))
    assert {line.place for line in found.lines} == {1}
    assert not found.rounds
    pairs(room, "cb ca ba")
    assert places(results(room.meeting)) == {"c": 1, "b": 2, "a": 3}


def test_the_method_used_last_gives_the_order_and_the_rest_comes_after() -> None:
    room = room_with("a", "b", "c", "d")
    dots(room, None, a=1, b=2, c=3, d=4)
    pairs(room, "ab")
    found = results(room.meeting)
    assert found.method == "pair"
    assert [(line.unit.id, line.place) for line in found.lines] == [("a", 1), ("b", 2), ("d", None), ("c", None)]


def test_dots_of_needs_are_their_themes_once_they_are_put_together() -> None:
    room = room_with("a", "b", "c")
    dots(room, None, a=4, b=3, c=6)
    theme(room, "t", "a", "b")
    found = results(room.meeting)
    assert [(line.unit.id, line.dots) for line in found.lines] == [("t", 7), ("c", 6)]
    assert found.since.regrouped == {"a", "b"}


def test_what_changed_since_it_was_ranked() -> None:
    room = room_with("a", "b", "c")
    theme(room, "t", "a", "b")
    dots(room, None, t=5, c=4)
    assert not any(results(room.meeting).since)
    said(room, "d")
    room.do("nora", CaptureWithdrawn(capture="c"))
    found = results(room.meeting)
    assert found.since.added == {"d"}
    assert found.since.withdrawn == {"c"}
    assert found.dots
    assert found.dots.gone == 4
    room.do("nora", NeedsGrouped(theme="t", title="T", needs=()))
    found = results(room.meeting)
    assert found.since.regrouped == {"a", "b"}
    assert found.dots
    assert found.dots.gone == 9, "what was placed on a theme is on nothing once it is dissolved"
    dots(room, None, a=1, b=2, d=3)
    assert not any(results(room.meeting).since)


@pytest.mark.parametrize(("group", "number"), [(WOMEN, 8), (MEN, 12), (None, 20), (YOUNG, None)])
def test_how_many_people_have_dots(group: Group | None, number: int | None) -> None:
    room = room_with()
    room.do("nora", AttendanceCounted(group=WOMEN, number=8), AttendanceCounted(group=MEN, number=12))
    assert voters(room.meeting, group) == number


def test_women_counted_by_age_are_all_women() -> None:
    room = room_with()
    for age, number in (("15-24", 3), ("25-59", 4)):
        room.do("nora", AttendanceCounted(group=Group(sex="women", age=age), number=number))
    assert voters(room.meeting, WOMEN) == 7
    assert voters(room.meeting, YOUNG) == 3


def test_two_laptops_that_ranked_apart_agree_after_a_merge() -> None:
    first = room_with("a", "b", "c")
    second = Room(first.laptop, "replica2")
    second.record.add(first.events)
    dots(first, WOMEN, a=3, b=1)
    first.laptop.passes(seconds=5)
    dots(second, WOMEN, a=0, c=6)
    dots(second, MEN, a=1, c=2)
    ours, theirs = list(first.events), list(second.events)
    for room, others in ((first, theirs), (second, ours)):
        known = {event.id for event in room.events}
        room.record.add([event for event in others if event.id not in known])
    assert results(first.meeting) == results(second.meeting)
    assert {line.unit.id: line.dots for line in results(first.meeting).lines} == {"a": 1, "b": 0, "c": 8}
