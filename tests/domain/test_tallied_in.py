"""In which steps a tally was pressed: beside the totals, always adding up to them, and taken along by amendments."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitate.domain.events import Event
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import MEETING, Redone, Tallied, Undone
from facilitate.domain.indicator import Option, Tally
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.people import SETUP
from facilitate.domain.record import Record
from tests.amending import amend
from tests.making import Room, small_grid, small_room, words

B3 = Cell(MEETING, "B3")
GROUPS = tuple(Option(id=each, label=words(each)) for each in ("women", "men"))
CUT_OFF = Tally(id="T1", text=words("cut off"), groups=GROUPS)


def press(room: Room, step: str | None, change: int = 1, by: str = "olga", **fields: str) -> Event:
    return room.do(by, Tallied.model_validate({"indicator": "B3", "step": step, "change": change, **fields}))


def by_step(room: Room, cell: Cell = B3, by: str = "olga") -> Mapping[str | None, Mapping[str | None, int]]:
    return room.meeting.sheet(by).tallied_in.get(cell, {})


def test_each_press_counts_in_the_step_in_which_it_was_seen() -> None:
    room = small_room()
    for step in ("S1", "S1", "S2", None):
        press(room, step)
    assert by_step(room) == {None: {"S1": 2, "S2": 1, None: 1}}
    press(room, "S1", -1)
    assert by_step(room) == {None: {"S1": 1, "S2": 1, None: 1}}


def test_one_fewer_in_a_step_without_any_corrects_the_last_press() -> None:
    room = small_room()
    for step in ("S1", "S2", "S1"):
        press(room, step)
    press(room, "S3", -1)
    assert by_step(room) == {None: {"S2": 1, "S1": 1}}
    press(room, "S3", -1)
    press(room, "S3", -1)
    assert by_step(room) == {None: {}}, "counted, and none"
    assert room.meeting.sheet("olga").tallies[B3] == {None: 0}


def test_what_is_undone_counts_in_no_step() -> None:
    room = small_room()
    first = press(room, "S1")
    room.do("olga", Undone(event=first.id))
    assert by_step(room) == {}
    room.do("olga", Redone(event=first.id))
    assert by_step(room) == {None: {"S1": 1}}


def test_an_amendment_takes_the_steps_along_or_puts_them_aside() -> None:
    room = small_room()
    press(room, "S1")
    amend(room, renamed={"B3": "B7"})
    room.do("olga", Tallied(indicator="B7", step="S2"))
    assert by_step(room, Cell(MEETING, "B7")) == {None: {"S1": 1, "S2": 1}}
    amend(room, dropped=["B7"])
    assert not room.meeting.sheet("olga").tallied_in
    assert room.meeting.sheet("olga").earlier[1].tallied_in == {Cell(MEETING, "B7"): {None: {"S1": 1, "S2": 1}}}


PRESSES = st.lists(
    st.tuples(
        st.sampled_from(("S1", "S2", "S3", None)),
        st.sampled_from(("women", "men")),
        st.sampled_from((1, 1, -1)),
        st.booleans(),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(PRESSES)
def test_steps_always_add_up_to_the_total_whatever_is_taken_back(
    presses: list[tuple[str | None, str, int, bool]],
) -> None:
    room = small_room(observers=1)
    room.do(SETUP, GridProposed(grid=small_grid((CUT_OFF,))))
    taken_back: list[str] = []
    for step, group, change, undo in presses:
        fact = Tallied.model_validate({"indicator": "T1", "step": step, "group": group, "change": change})
        event = room.try_("olga", fact)
        if undo and isinstance(event, Event):
            taken_back.append(event.id)
    for each in taken_back:
        room.do("olga", Undone(event=each))
    for meeting in (room.meeting, Record(room.events).meeting):
        sheet = meeting.sheet("olga")
        totals = {
            cell: {each: sum(counts.values()) for each, counts in of.items()} for cell, of in sheet.tallied_in.items()
        }
        assert totals == sheet.tallies
