"""What the program writes by itself, such as a missed interval, is no act of a person: their undo passes over it."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitate.domain.events import Event
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import IntervalMarked, Redone, Scored, Undone
from facilitate.domain.indicator import Interval, Option
from facilitate.domain.meeting.sheets import Cell, IntervalMark
from facilitate.domain.people import SETUP
from facilitate.domain.record import Record
from tests.making import Room, small_grid, small_room, words

CODES = (Option(id="lec", label=words("lec")), Option(id="ask", label=words("ask")))
CELL = Cell("meeting", "I1")


def room() -> Room:
    found = small_room()
    found.do(SETUP, GridProposed(grid=small_grid((Interval(id="I1", text=words("I1"), codes=CODES),))))
    return found


def ticked(number: int, *codes: str) -> IntervalMarked:
    return IntervalMarked(indicator="I1", interval=number, codes=codes)


def missed(number: int) -> IntervalMarked:
    return IntervalMarked(indicator="I1", interval=number, missed=True)


def marks(room: Room) -> dict[int, IntervalMark]:
    return dict(room.meeting.sheet("olga").intervals.get(CELL, {}))


def take_back(room: Room, *, again: bool = False) -> Event:
    """One `u`, or one `r`, of Olga."""
    (act,) = room.record.undo.last_act("olga", again=again)
    return room.do("olga", (Redone if again else Undone)(event=act.id))


def test_undo_takes_back_the_last_tick_and_not_what_was_written_by_itself() -> None:
    olga = room()
    for fact in (ticked(1, "lec"), ticked(4, "ask"), missed(2)):
        olga.laptop.passes(seconds=1)
        olga.do("olga", fact)
    take_back(olga)
    assert set(marks(olga)) == {1, 2}
    olga.do("olga", missed(4))
    take_back(olga, again=True)
    assert marks(olga)[4].codes == ("ask",), "what was written by itself meanwhile does not forbid to bring it back"
    take_back(olga)
    take_back(olga)
    assert {number for number, mark in marks(olga).items() if not mark.missed} == set()
    assert olga.record.undo.last_act("olga") == ()


def test_a_file_in_which_a_missed_mark_was_taken_back_reads_as_before() -> None:
    olga = room()
    automatic = olga.do("olga", missed(1))
    olga.do("olga", Undone(event=automatic.id))
    assert marks(olga) == {}
    olga.do("olga", Redone(event=automatic.id))
    assert marks(olga)[1].missed
    assert olga.meeting.clashes == ()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["ticks", "missed", "undo", "redo", "score"]), max_size=14), st.integers().map(Random))
def test_in_any_order_it_folds_to_the_same_and_undo_never_finds_a_missed_mark(acts: list[str], chance: Random) -> None:
    olga = room()
    for number, act in enumerate(acts, start=1):
        olga.laptop.passes(seconds=1)
        if act not in ("undo", "redo"):
            facts = {"ticks": ticked(number, "lec"), "missed": missed(number)}
            olga.do("olga", facts.get(act) or Scored(indicator="B1", value=2))
        elif found := olga.record.undo.last_act("olga", again=act == "redo"):
            assert not any(each.fact.unasked for each in found)
            take_back(olga, again=act == "redo")
    shuffled = list(olga.events)
    chance.shuffle(shuffled)
    other = Record()
    for event in shuffled:
        other.add([event])
    assert other.meeting == olga.meeting
    assert [each.id for each in other.undo.last_act("olga")] == [each.id for each in olga.record.undo.last_act("olga")]
