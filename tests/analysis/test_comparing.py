"""Comparisons two by two: each is put to the room once, whatever the answers, and wherever it was interrupted."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.comparing import Comparing
from facilitate.analysis.pairing import Couple, Duel, cycles, decided, duels, number_of_duels
from facilitate.domain.events.capturing import Pair

COUNTS = st.integers(min_value=2, max_value=9)


def names(count: int) -> list[str]:
    return [f"n{number}" for number in range(count)]


def won(duel: Duel, first: bool) -> Pair:
    winner, loser = duel if first else (duel.second, duel.first)
    return Pair(winner=winner, loser=loser)


@pytest.mark.parametrize("count", range(2, 10))
def test_every_comparison_once_and_nobody_many_times_in_a_row(count: int) -> None:
    found = duels(names(count))
    assert len(found) == number_of_duels(count)
    assert {duel.couple for duel in found} == {frozenset(pair) for pair in combinations(names(count), 2)}
    assert duels(names(count)) == found
    for three in zip(found, found[1:], found[2:], strict=False):
        assert count < 4 or not frozenset.intersection(*(duel.couple for duel in three)), "never three times running"
    stood_first = [sum(duel.first == name for duel in found) for name in names(count)]
    assert max(stood_first) - min(stood_first) <= 2, "nobody always stands first"


def test_six_needs_are_fifteen_comparisons() -> None:
    assert number_of_duels(6) == len(duels(names(6))) == 15


@given(COUNTS, st.randoms(use_true_random=False))
def test_driving_all_asks_each_once_whatever_is_answered(count: int, chance: Random) -> None:
    comparing, asked = Comparing.begun(names(count), {}), list[Couple]()
    while comparing.here is not None:
        asked.append(comparing.here.couple)
        assert comparing.number == len(asked)
        comparing = comparing.answered(won(comparing.here, chance.random() < 0.5))
    assert sorted(map(sorted, asked)) == sorted(map(sorted, combinations(names(count), 2)))
    assert comparing.decided == len(comparing.order)


@given(COUNTS, st.lists(st.sampled_from(["first", "second", "later", "back", "on", "anew"]), max_size=80))
def test_later_back_and_interruptions_lose_nothing_and_ask_nothing_twice(count: int, acts: list[str]) -> None:
    comparing = Comparing.begun(names(count), {})
    kept: dict[Couple, Pair] = {}
    for act in acts:
        here = comparing.here
        match act:
            case "anew":  # the laptop was closed; what was kept is what there is
                comparing = Comparing.begun(names(count), kept)
            case "back":
                comparing = comparing.back()
            case "on":
                comparing = comparing.onward()
            case "later" if here is not None:
                kept.pop(here.couple, None)
                comparing = comparing.left()
            case _ if here is not None:
                kept[here.couple] = won(here, act == "first")
                comparing = comparing.answered(kept[here.couple])
        assert comparing.answers == kept
        assert comparing.at is not None or comparing.here is None or comparing.here.couple not in kept
        assert 1 <= comparing.number <= len(comparing.order) + 1
    comparing = comparing.onward()
    left = {duel.couple for duel in comparing.order} - kept.keys()
    asked = list[Couple]()
    while comparing.here is not None:
        asked.append(comparing.here.couple)
        comparing = comparing.answered(won(comparing.here, True))
    assert len(asked) == len(set(asked))
    assert left <= set(asked)
    assert comparing.decided == number_of_duels(count)


def test_what_could_not_be_agreed_on_comes_again_after_the_others() -> None:
    comparing = Comparing.begun(names(3), {})
    first = comparing.here
    assert first is not None
    comparing = comparing.left()
    assert not comparing.only_later_left
    for _ in range(2):
        assert comparing.here not in (None, first)
        comparing = comparing.answered(won(comparing.here or first, True))
    assert comparing.here == first
    assert comparing.only_later_left
    assert comparing.left().here == first, "alone it comes again and again"


def test_going_back_shows_what_was_decided_and_goes_on_where_it_was() -> None:
    comparing = Comparing.begun(names(4), {})
    for _ in range(3):
        assert comparing.here
        comparing = comparing.answered(won(comparing.here, True))
    ahead = comparing.here
    back = comparing.back().back()
    assert (back.number, back.here) == (2, comparing.trail[1])
    assert back.answer == won(comparing.trail[1], True)
    changed = back.answered(won(comparing.trail[1], False))
    assert changed.here == ahead
    assert changed.answers[comparing.trail[1].couple] == won(comparing.trail[1], False)
    assert back.onward().here == ahead
    assert comparing.back().back().back().back().number == 1, "before the first one there is none"


def test_what_others_do_meanwhile_does_not_change_what_is_shown() -> None:
    comparing = Comparing.begun(names(4), {})
    here = comparing.here
    assert here is not None
    other = won(comparing.order[3], True)
    assert comparing.now(names(4), {comparing.order[3].couple: other}).here == here
    answered = comparing.now(names(4), {here.couple: won(here, False)})
    assert (answered.here, answered.answer) == (here, won(here, False))
    more = comparing.now(names(5), {})
    assert (more.here, len(more.order)) == (here, 10)
    gone = [name for name in names(4) if name != here.first]
    fewer = comparing.now(gone, {})
    assert fewer.here is not None
    assert here.first not in fewer.here
    finished = Comparing.begun(["a", "b"], {frozenset("ab"): Pair(winner="a", loser="b")})
    assert finished.now(["a", "b", "c"], finished.answers).here is None, "the result stays in view"
    assert finished.now(["a", "b", "c"], finished.answers).onward().here is not None


def test_what_was_said_of_needs_counts_for_their_theme_as_far_as_it_agrees() -> None:
    homes = {"t": "t", "a": "t", "b": "t", "c": "c", "d": "d"}
    pairs = [
        Pair(winner="a", loser="c"),
        Pair(winner="b", loser="c", note="the well"),
        Pair(winner="a", loser="d"),
        Pair(winner="d", loser="b"),
        Pair(winner="a", loser="b"),
        Pair(winner="gone", loser="c"),
    ]
    found = decided(homes, pairs)
    assert {couple: (pair.winner, pair.loser) for couple, pair in found.items()} == {frozenset("tc"): ("t", "c")}
    direct = decided(homes, [*pairs, Pair(winner="c", loser="t")])
    assert direct[frozenset("tc")].winner == "c", "what was said of the theme itself stands"


def test_cycles() -> None:
    over = {"a": "bd", "b": "cd", "c": "ad", "d": "e", "e": "f", "f": "d"}
    beats = {winner: frozenset(losers) for winner, losers in over.items()}
    assert cycles("abcdef", beats) == (("a", "b", "c"), ("d", "e", "f"))
    assert cycles("abc", {"a": frozenset("bc"), "b": frozenset("c")}) == ()
