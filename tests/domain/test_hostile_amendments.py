"""Amendments that no screen makes: lines of another program, and a team that goes back to earlier words."""

from __future__ import annotations

import pytest

from facilitate.domain.events.agreeing import GridAmended, Mapped
from facilitate.domain.events.observing import Scored, Tallied
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.sheets import Cell
from tests.amending import amended
from tests.making import Room, seal, small_room


def grid_of(room: Room) -> Grid:
    assert room.meeting.grid
    return room.meeting.grid


def same(*codes: str) -> tuple[Mapped, ...]:
    return tuple(Mapped(how="same", old=(code,), new=(code,)) for code in codes)


def arrives(room: Room, fact: GridAmended) -> None:
    """As a line that was read in: nobody was asked whether it may be."""
    room.record.add([room.scribe.write("mona", fact, room.record.latest)])


@pytest.mark.parametrize(
    "mapping",
    [
        (),
        (Mapped(how="same"), *same("A2", "A3", "B1", "B2", "B3", "B4")),
        (Mapped(how="renamed", old=("A1",), new=("A1",)), Mapped(how="renamed", old=("A2",), new=("A1",))),
        (Mapped(how="renamed", old=("A1",), new=("Z9",)), *same("A2", "A3", "B1", "B2", "B3", "B4")),
        (Mapped(how="dropped", old=("Z9",)), *same("A1", "A2", "A3", "B1", "B2", "B3", "B4")),
        (Mapped(how="split", old=("A1",), new=("A1",)), *same("A2", "A3", "B1", "B2", "B3", "B4")),
    ],
)
def test_a_mapping_that_forgets_or_loses_something_never_counts(mapping: tuple[Mapped, ...]) -> None:
    room = small_room()
    seal(room)
    room.do("olga", Scored(about="mona", indicator="A1", value=3), Scored(about="mona", indicator="A2", value=2))
    room.do("olga", Tallied(indicator="B3"))
    before, sheet = grid_of(room), room.meeting.sheet("olga")
    after = before.with_parts(version="2")
    arrives(room, GridAmended(grid=after, before=before.fingerprint, mapping=mapping, reason="x"))
    assert [each.message for each in room.meeting.clashes] == ["clash.mapping_not_whole"]
    assert grid_of(room) == before
    assert room.meeting.sheet("olga") == sheet


def test_where_a_team_goes_back_to_earlier_words_answers_stand_on_the_version_in_force() -> None:
    room = small_room()
    seal(room)
    first, others = grid_of(room), ("A2", "A3", "B1", "B2", "B3", "B4")
    room.do("mona", amended(first, split={"A1": ("A1", "A9")}))
    merged = (Mapped(how="merged", old=("A1", "A9"), new=("A1",)), *same(*others))
    before = grid_of(room).fingerprint
    room.do("mona", GridAmended(grid=first, before=before, mapping=merged, reason="it was better"))
    room.do("olga", Scored(about="mona", indicator="A1", value=4))
    assert room.meeting.sheet("olga").marks[Cell("mona", "A1")].value == 4
    assert not room.meeting.sheet("olga").earlier
