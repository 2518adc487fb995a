"""Which needs each group named, and what each put first, counted by hand."""

from __future__ import annotations

from facilitate.analysis.group_needs import first_choices, needs_by_group, needs_of_nobody, of_one_mind
from facilitate.domain.events.capturing import Captured, CaptureKind, CaptureWithdrawn, NeedsGrouped, Pair, Ranked
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.events.running import TrackOpened
from facilitate.domain.people import Group
from tests.making import Room, small_room

WOMEN, MEN = Group(sex="women"), Group(sex="men")


def need(room: Room, name: str, group: Group | None = None, track: str = "plenary") -> str:
    room.do("nora", Captured(capture=name, what=CaptureKind.NEED, text=f"need {name}", group=group, track=track))
    return name


def room_with_needs() -> Room:
    """Four women and eight men; needs a, b and c of the women, d of young men, e of nobody known."""
    room = small_room()
    room.do("nora", AttendanceCounted(group=WOMEN, number=4), AttendanceCounted(group=MEN, number=8))
    room.next("mona")
    room.next("mona")
    for name in ("a", "b", "c"):
        need(room, name, WOMEN)
    need(room, "d", Group(sex="men", age="18-29"))
    need(room, "e")
    return room


def told(room: Room) -> list[tuple[str, str, int, int | None]]:
    return [(each.kind, each.value, len(each.needs), each.present) for each in needs_by_group(room.meeting)]


def test_each_group_with_the_needs_it_named() -> None:
    room = room_with_needs()
    assert told(room) == [("sex", "men", 1, 8), ("sex", "women", 3, 4), ("age", "18-29", 1, None)]
    assert needs_of_nobody(room.meeting) == ("e",)
    assert [each.small for each in needs_by_group(room.meeting)] == [False, True, False]


def test_a_group_that_named_nothing_stands_there_with_none() -> None:
    room = room_with_needs()
    room.do("nora", CaptureWithdrawn(capture="d"))
    assert told(room)[0] == ("sex", "men", 0, 8)


def test_without_any_group_there_is_nothing_to_tell() -> None:
    room = small_room()
    room.do("nora", AttendanceCounted(group=WOMEN, number=4))
    room.next("mona")
    need(room, "a")
    assert told(room) == []


def test_groups_of_a_split_room_named_what_was_said_there() -> None:
    room = room_with_needs()
    room.do("mona", TrackOpened(track="g1", title="By the river", step="S1"))
    need(room, "f", track="g1")
    assert told(room)[-1] == ("track", "g1", 1, None)
    assert needs_of_nobody(room.meeting) == ("e",)


def test_first_choices_of_groups_that_differ() -> None:
    room = room_with_needs()
    room.do("nora", NeedsGrouped(theme="t", title="Roads", needs=("a", "d")))
    ranked = ("t", "b", "c")
    room.do("nora", Ranked(method="dots", needs=ranked, group=WOMEN, counts={"t": 2, "b": 6, "c": 2}))
    room.do("nora", Ranked(method="dots", needs=ranked, group=MEN, counts={"t": 9, "b": 3, "c": 3}))
    women, men = first_choices(room.meeting)
    assert ([unit.label for unit in women.units], women.score, women.total, women.place) == (["need b"], 6, 10, 2)
    assert ([unit.label for unit in men.units], men.score, men.total, men.place) == (["Roads"], 9, 15, 1)
    assert (women.people, women.small, men.small) == (4, True, False)
    assert not of_one_mind((women, men))


def test_a_shared_first_place_is_enough_to_agree() -> None:
    room = room_with_needs()
    room.do("nora", Ranked(method="dots", needs=("a", "b"), group=WOMEN, counts={"a": 4, "b": 4}))
    room.do("nora", Ranked(method="dots", needs=("a", "b"), group=MEN, counts={"a": 1, "b": 5}))
    women, men = first_choices(room.meeting)
    assert len(women.units) == 2
    assert of_one_mind((women, men))


def test_a_group_that_placed_nothing_put_nothing_first() -> None:
    room = room_with_needs()
    room.do("nora", Ranked(method="dots", needs=("a", "b"), group=WOMEN, counts={"a": 3}))
    room.do("nora", Ranked(method="dots", needs=("a", "b"), group=MEN, counts={"a": 0}))
    room.do("nora", Ranked(method="pair", needs=("a", "b"), group=MEN, pairs=(Pair(winner="b", loser="a"),)))
    found = first_choices(room.meeting)
    assert [(each.method, each.total) for each in found] == [("dots", 3), ("pair", 1)]
    assert [unit.id for unit in found[1].units] == ["b"]
