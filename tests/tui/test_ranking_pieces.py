"""What putting together, counting and comparing mean for the meeting, without a screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.comparing import Comparing
from facilitate.analysis.ranking import results, units
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import Captured, CaptureKind, CaptureWithdrawn, NeedsGrouped, Pair, Ranked
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.events.running import TrackOpened
from facilitate.domain.people import Group
from facilitate.language import Words
from facilitate.tui.ranking.chosen import best_by_dots, candidates, dots_kept, pairs_kept
from facilitate.tui.ranking.dotting import Dots
from facilitate.tui.ranking.drawn import matrix, result_text
from facilitate.tui.ranking.entries import entries
from facilitate.tui.ranking.grouping import joined, taken_out
from facilitate.tui.ranking.groups import choices, tally_of
from tests.making import Room, small_room

WOMEN, MEN = Group(sex="women"), Group(sex="men")
ENGLISH = Words("en")


def room_with(*needs: str) -> Room:
    room = small_room()
    for need in needs:
        said(room, need)
    return room


def said(room: Room, need: str, track: str = PLENARY, group: Group | None = None) -> None:
    room.do("nora", Captured(capture=need, what=CaptureKind.NEED, text=need, track=track, group=group))


def drive(room: Room, asked: list[str], acts: int, group: Group | None = None) -> int:
    """Decide some comparisons, the earlier name always first, as the screen does; how many were put to the room."""
    tally = tally_of(room.meeting, "pair", group)
    comparing, number = Comparing.begun(asked, tally.pairs if tally else {}), 0
    while comparing.here is not None and number < acts:
        winner, loser = sorted(comparing.here)
        pair = Pair(winner=winner, loser=loser)
        room.do("nora", pairs_kept(room.meeting, group, asked, comparing.here.couple, pair))
        comparing, number = comparing.answered(pair), number + 1
    return number


# Putting together.


def test_marked_needs_make_a_theme_and_join_the_one_that_is_among_them() -> None:
    room = room_with("a", "b", "c", "d")
    join = joined(room.meeting, {"c", "a"})
    assert join is not None
    assert (join.needs, join.title, join.theme) == (("a", "c"), "a", None)
    room.do("nora", NeedsGrouped(theme="t", title="Water", needs=("a", "c")))
    for marked in ({"t", "d"}, {"c", "d"}):
        join = joined(room.meeting, marked)
        assert join is not None
        assert (join.needs, join.title, join.theme) == (("a", "c", "d"), "Water", "t")
    assert joined(room.meeting, {"a", "c"}) is None
    assert joined(room.meeting, {"t"}) is None
    assert joined(room.meeting, {"d"}) is None


def test_needs_of_one_theme_leave_it_for_a_new_one() -> None:
    room = room_with("a", "b", "c")
    room.do("nora", NeedsGrouped(theme="t", title="Water", needs=("a", "b", "c")))
    join = joined(room.meeting, {"b", "c"})
    assert join is not None
    assert (join.theme, join.needs) == (None, ("b", "c"))
    room.do("nora", NeedsGrouped(theme="s", title=join.title, needs=join.needs))
    assert [unit.needs for unit in units(room.meeting)] == [("a",), ("b", "c")]


def test_a_need_leaves_its_theme_and_a_theme_is_dissolved() -> None:
    room = room_with("a", "b", "c")
    room.do("nora", NeedsGrouped(theme="t", title="Water", needs=("a", "b", "c")))
    room.do("nora", CaptureWithdrawn(capture="c"))
    fact = taken_out(room.meeting, "b")
    assert fact is not None
    assert fact.needs == ("a",)
    room.do("nora", fact)
    dissolved = taken_out(room.meeting, "t")
    assert dissolved is not None
    room.do("nora", dissolved)
    assert not room.meeting.themes
    assert taken_out(room.meeting, "a") is None


def test_the_list_says_who_brought_a_need() -> None:
    room = room_with("a")
    room.next("mona")
    room.do("mona", TrackOpened(track="g1", title="Upper village", step="S0"))
    said(room, "b", track="g1", group=WOMEN)
    room.do("nora", NeedsGrouped(theme="t", title="Water", needs=("a", "b")))
    found = entries(room.meeting, results(room.meeting), {"b"}, ENGLISH, scores=False)
    assert [(each.key, each.inside, each.marked) for each in found] == [
        ("t", False, False),
        ("a", True, False),
        ("b", True, True),
    ]
    assert found[0].beside == "2 needs"
    assert found[2].beside == "Upper village, women"


# Dots.


def test_digits_write_a_number_and_signs_change_it() -> None:
    dots = Dots({"a": 7, "b": 0}).digit(1).digit(2)
    assert dots.counts == {"a": 12, "b": 0}
    assert dots.by(-1).number == 11
    assert dots.by(-1).digit(4).number == 4, "a digit after a sign begins a new number"
    assert dots.erased().number == 1
    below = dots.gone_to(2)
    assert below.by(-1).number == 0
    assert below.gone_to(9).here == 2
    each = below.gone_to(0).digit(5)
    assert (each.each, each.counts) == (5, dots.counts)
    assert each.digit(0).digit(0).by(-999).each == 1, "each person has one dot at least"


def test_dots_on_what_was_withdrawn_meanwhile_are_told_and_the_others_kept() -> None:
    room = room_with("a", "b")
    room.do("nora", CaptureWithdrawn(capture="b"))
    fact, gone = dots_kept(room.meeting, WOMEN, {"a": 4, "b": 3})
    assert (fact, gone) == (Ranked(method="dots", needs=("a",), group=WOMEN, counts={"a": 4}), 3)
    room.do("nora", fact)


def test_groups_to_count_are_women_men_ages_and_everybody_with_how_far_they_are() -> None:
    room = room_with("a", "b")
    room.do("nora", AttendanceCounted(group=WOMEN, number=8))
    room.do("nora", AttendanceCounted(group=Group(age="15-24"), number=3))
    room.do("nora", Ranked(method="dots", needs=("a",), group=WOMEN, counts={"a": 5}))
    found = choices(room.meeting, "dots", ENGLISH)
    assert [each.group for each in found] == [WOMEN, MEN, Group(age="15-24"), None]
    assert found[0].beside == "8 present · 5 dots placed"
    assert found[1].beside == "nobody counted them"
    assert choices(room.meeting, "pair", ENGLISH)[0].group is None


# Pairs.


@given(st.lists(st.integers(min_value=0, max_value=6), max_size=6))
def test_interrupted_anywhere_and_taken_up_again_it_comes_out_the_same(pieces: list[int]) -> None:
    names = list("abcdef")
    room, whole = room_with(*names), room_with(*names)
    asked = sum(drive(room, names, piece) for piece in pieces) + drive(room, names, 99)
    assert asked == drive(whole, names, 99) == 15
    assert results(room.meeting).lines == results(whole.meeting).lines
    assert [line.won for line in results(room.meeting).lines] == [5, 4, 3, 2, 1, 0]


def test_only_what_is_missing_is_asked_when_needs_come_and_go() -> None:
    room = room_with(*"abcd")
    drive(room, list("abcd"), 99)
    said(room, "e")
    room.do("nora", CaptureWithdrawn(capture="a"))
    tally = tally_of(room.meeting, "pair", None)
    found = candidates(room.meeting, (), tally, 6)
    assert [unit.id for unit in found.units] == ["b", "c", "d", "e"]
    assert not found.too_many
    assert drive(room, [unit.id for unit in found.units], 99) == 3
    assert [line.won for line in results(room.meeting).lines] == [3, 2, 1, 0]


def test_two_laptops_on_one_meeting_lose_nothing_of_each_other() -> None:
    room = room_with(*"abc")
    first, second = (Comparing.begun(list("abc"), {}) for _ in range(2))
    for comparing in (first, second.left()):
        assert comparing.here
        winner, loser = comparing.here
        pair = Pair(winner=winner, loser=loser)
        room.do("nora", pairs_kept(room.meeting, None, "abc", comparing.here.couple, pair))
    found = results(room.meeting).pairs
    assert found
    assert (found.tallies[0].total, found.open) == (2, 1)


def test_laptops_that_were_apart_agree_after_a_merge_and_the_missing_ones_are_asked() -> None:
    room = room_with(*"abcd")
    other = Room(room.laptop, "replica2")
    other.record.add(room.events)
    drive(room, list("abcd"), 2)
    room.laptop.passes(seconds=9)
    drive(other, list("abcd"), 4)
    for one, two in ((room, list(other.events)), (other, list(room.events))):
        known = {event.id for event in one.events}
        one.record.add([event for event in two if event.id not in known])
    assert results(room.meeting) == results(other.meeting)
    assert drive(room, list("abcd"), 99) == 2
    assert [line.won for line in results(room.meeting).lines] == [3, 2, 1, 0]


def test_too_many_for_a_room_are_narrowed_to_the_best_without_parting_a_tie() -> None:
    room = room_with(*"abcdefg")
    counts = dict(zip("abcdefg", (9, 8, 7, 6, 5, 5, 0), strict=True))
    room.do("nora", Ranked(method="dots", needs=tuple(counts), counts=counts))
    found = candidates(room.meeting, (), None, 5)
    assert found.too_many
    assert [unit.id for unit in best_by_dots(results(room.meeting), found.units, 5)] == list("abcd")
    assert [unit.id for unit in best_by_dots(results(room.meeting), found.units, 6)] == list("abcdef")
    assert [unit.id for unit in candidates(room.meeting, {"b", "f"}, None, 5).units] == ["b", "f"]
    assert not candidates(room.meeting, (), None, None).too_many, "eight where the step says nothing"


def test_pairs_compared_before_and_not_marked_now_are_kept() -> None:
    room = room_with(*"abcd")
    drive(room, list("abc"), 99)
    assert drive(room, ["a", "d"], 99) == 1
    found = results(room.meeting).pairs
    assert found
    assert (found.tallies[0].total, found.open) == (4, 2)


# What is drawn.


def test_the_result_says_ties_and_what_is_still_open_in_words() -> None:
    room = room_with(*"abc")
    room.do("nora", Ranked(method="pair", needs=("a", "b", "c"), pairs=(Pair(winner="a", loser="c"),)))
    text = result_text(room.meeting, results(room.meeting), ENGLISH, 60).plain
    assert "2 comparisons are still open" in text
    assert "1. a" in text
    assert "2= b" in text
    assert "won 0, lost 1" in text


def test_the_result_says_who_was_not_counted_and_where_it_goes_round() -> None:
    room = room_with(*"abc")
    room.do("nora", AttendanceCounted(group=WOMEN, number=8), AttendanceCounted(group=MEN, number=9))
    room.do("nora", Ranked(method="dots", needs=("a", "b"), group=MEN, counts={"a": 3}))
    assert "Not counted yet: women." in result_text(room.meeting, results(room.meeting), ENGLISH, 60).plain
    said(room, "d")
    text = result_text(room.meeting, results(room.meeting), ENGLISH, 60).plain
    assert "Ranked before 1 need was added." in text
    round_ = tuple(Pair(winner=one, loser=other) for one, other in ("ab", "bc", "ca"))
    room.do("nora", Ranked(method="pair", needs=("a", "b", "c"), pairs=round_))
    text = result_text(room.meeting, results(room.meeting), ENGLISH, 60).plain
    assert "a over b over c over a" in text


def test_the_matrix_fits_and_says_who_won() -> None:
    room = room_with(*"abcdefgh")
    drive(room, list("abcdefgh"), 27)
    tally = tally_of(room.meeting, "pair", None)
    assert tally
    text = matrix(units(room.meeting), tally.pairs, ENGLISH, 40).plain
    rows = text.split("\n")
    assert max(map(len, rows[:9])) <= 41
    assert text.count("●") == text.count("○") == 27 + 1, "and once each in the words below"
    assert rows[1].endswith("7    1.")
