"""An amendment takes along what was said: every answer lands at exactly one place, and none is lost."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitate.domain.events.agreeing import GridProposed, Mapped
from facilitate.domain.events.observing import (
    MEETING,
    EvidenceAdded,
    EvidenceChanged,
    Reviewed,
    Scored,
    SheetSent,
    Tallied,
    Timed,
)
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Duration
from facilitate.domain.meeting.agreement import Amendment, GridHistory
from facilitate.domain.meeting.mapping import carried, furthest, given_as
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP
from tests.amending import amend
from tests.domain.acting import joined
from tests.making import START, Laptop, Room, rating, small_grid, small_room, words

Ways = st.sampled_from(("same", "renamed", "split", "merged", "dropped"))


def grid_of(codes: list[str]) -> Grid:
    section = Section(id="S", title=words("S"), indicators=tuple(map(rating, codes)))
    return Grid(id="g", title=words("g"), sections=(section,))


def grid_in(room: Room) -> Grid:
    assert room.meeting.grid is not None
    return room.meeting.grid


@st.composite
def histories(draw: st.DrawFn) -> GridHistory:
    """Chains of amendments; codes come back under another meaning, as people would do it."""
    names = iter(f"N{number}" for number in range(200))
    codes = [next(names) for _ in range(draw(st.integers(1, 5)))]
    versions, amendments = [grid_of(codes)], []
    for _ in range(draw(st.integers(0, 4))):
        rows: list[Mapped] = []
        left = list(codes)
        known = tuple(dict.fromkeys(code for version in versions for code in version.by_id))

        def another(rows: list[Mapped] = rows, left: list[str] = left, known: tuple[str, ...] = known) -> str:
            taken = {new for row in rows for new in row.new} | set(left)
            again = [code for code in known if code not in taken]
            return draw(st.sampled_from([*again, next(names)]))

        while left:
            code = left.pop(0)
            way = draw(Ways)
            if way == "same" and code not in {new for row in rows for new in row.new}:
                rows.append(Mapped(how="same", old=(code,), new=(code,)))
            elif way in ("renamed", "same"):
                rows.append(Mapped(how="renamed", old=(code,), new=(another(),)))
            elif way == "merged" and left:
                rows.append(Mapped(how="merged", old=(code, left.pop(0)), new=(another(),)))
            elif way == "split":
                one = another()
                rows.append(Mapped(how="split", old=(code,), new=(one, next(names))))
            else:
                rows.append(Mapped(how="dropped", old=(code,)))
        if not any(row.new for row in rows):
            rows.append(Mapped(how="new", new=(next(names),)))
        codes = [new for row in rows for new in row.new]
        versions.append(grid_of(codes))
        amendments.append(Amendment(mapping=tuple(rows), reason="r", by="mona", at=Laptop()()))
    return GridHistory(versions=tuple(versions), amendments=tuple(amendments))


@given(histories())
def test_every_indicator_of_every_version_goes_to_one_place_and_back(history: GridHistory) -> None:
    for version, grid in enumerate(history.versions):
        landed = [(carried(history, version, code), code) for code in grid.by_id]
        on = [now for now, _ in landed if now is not None]
        assert len(on) == len(set(on)), "two never land in one place"
        assert history.current is not None
        assert set(on) <= set(history.current.by_id)
        for now, code in landed:
            if now is not None:
                assert given_as(history, version, now) == code
            reached, there = furthest(history, version, code)
            assert there in history.versions[reached].by_id
            assert given_as(history, version, there, reached) == code


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_answer_is_lost_over_amendments_whatever_became_of_its_indicator(data: st.DataObject) -> None:
    room = small_room()
    given: set[str] = set()
    for number in range(3):
        codes = [code for code in grid_in(room).by_id if code.startswith("A") and code != "A3"]
        for code in codes:
            if Cell("mona", code) not in room.meeting.sheet("olga").marks and data.draw(st.booleans()):
                given.add(room.do("olga", Scored(about="mona", indicator=code, value=3)).id)
        way, fresh = data.draw(st.sampled_from(("renamed", "reworded", "split", "merged", "dropped"))), f"A{5 + number}"
        if way == "merged" and len(codes) > 1:
            amend(room, merged={fresh: tuple(codes[:2])})
        elif way == "split":
            amend(room, split={codes[0]: (fresh, f"{fresh}b")})
        elif way == "dropped" and len(codes) > 1:
            amend(room, dropped=[codes[0]])
        else:
            amend(room, renamed={codes[0]: fresh}, reworded=codes[1:2])
    sheet = room.meeting.sheet("olga")
    stands = [mark.event for mark in sheet.marks.values()]
    aside = [mark.event for said in sheet.earlier.values() for mark in said.marks.values()]
    assert sorted([*stands, *aside]) == sorted(given), "each stands at one place"
    assert {cell.indicator for cell in sheet.marks} <= set(grid_in(room).by_id)


def test_answers_facts_counts_and_timings_go_on_under_the_new_code() -> None:
    room = small_room()
    room.do(SETUP, GridProposed(grid=small_grid([Duration(id="B5", text=words("B5"))])))
    timed = Timed(indicator="B5", timing="t1", start=START, stop=START + timedelta(seconds=30))
    fact = EvidenceAdded(about="mona", indicator="A1", evidence="e1", text="she waited")
    room.do("olga", Scored(about="mona", indicator="A1", value=3), fact, Tallied(indicator="B3"), timed)
    amend(room, renamed={"A1": "A7", "B3": "B7", "B5": "B8"})
    sheet = room.meeting.sheet("olga")
    assert sheet.marks[Cell("mona", "A7")].value == 3
    assert not sheet.earlier
    assert sheet.evidence["e1"].cell == Cell("mona", "A7")
    assert sheet.tallies == {Cell(MEETING, "B7"): {None: 1}}
    assert sheet.timings["t1"].cell == Cell(MEETING, "B8")
    room.do("olga", Tallied(indicator="B7"), Scored(about="mona", indicator="A7", value=1))
    assert room.meeting.sheet("olga").tallies[Cell(MEETING, "B7")] == {None: 2}
    assert room.meeting.sheet("olga").marks[Cell("mona", "A7")].value == 1, "the newer answer stands"
    room.do("olga", Scored(about="mona", indicator="A7", value=None))
    assert not room.meeting.sheet("olga").marks, "and can be taken away"


def test_codes_that_are_exchanged_do_not_cover_each_other() -> None:
    room = small_room()
    room.do("olga", Scored(about="mona", indicator="A1", value=1), Scored(about="mona", indicator="A2", value=4))
    amend(room, renamed={"A1": "A2", "A2": "A1"})
    marks = room.meeting.sheet("olga").marks
    assert {cell.indicator: mark.value for cell, mark in marks.items()} == {"A2": 1, "A1": 4}


def test_what_was_split_is_put_aside_even_where_a_part_keeps_the_code() -> None:
    room = small_room()
    room.do("olga", Scored(about="mona", indicator="A1", value=1))
    room.do("olga", EvidenceAdded(about="mona", indicator="A1", evidence="e1", text="she waited"))
    amend(room, split={"A1": ("A1", "A7")})
    room.do("olga", Scored(about="mona", indicator="A1", value=4))
    room.do("olga", EvidenceChanged(evidence="e1", text="she waited long"))
    sheet = room.meeting.sheet("olga")
    assert sheet.marks[Cell("mona", "A1")].value == 4
    assert sheet.earlier[0].marks[Cell("mona", "A1")].value == 1
    assert sheet.earlier[0].evidence["e1"].text == "she waited long", "a fact can still be put right"


def test_what_arrives_late_under_an_old_code_stands_where_that_went() -> None:
    """A laptop that was apart has not read the amendment: its events come after it."""
    room = small_room()
    apart = Room(Laptop("boot-2"), "replica9")
    apart.record.add(room.events)
    amend(room, renamed={"A1": "A7"}, dropped=["A2"])
    apart.laptop.passes(5)
    apart.do("olga", Scored(about="mona", indicator="A1", value=2), Scored(about="mona", indicator="A2", value=4))
    joined(room, apart)
    sheet = room.meeting.sheet("olga")
    assert sheet.marks[Cell("mona", "A7")].value == 2
    assert sheet.marks[Cell("mona", "A7")].version == 0
    assert sheet.earlier[0].marks[Cell("mona", "A2")].value == 4


def test_what_arrives_late_finds_its_question_where_its_code_was_given_to_others() -> None:
    room = small_room()
    apart = Room(Laptop("boot-2"), "replica9")
    apart.record.add(room.events)
    amend(room, renamed={"A1": "A2", "A2": "A1"}, split={"B1": ("B1", "B8")})
    apart.laptop.passes(5)
    apart.do("olga", Scored(about="mona", indicator="A1", value=2), Scored(indicator="B1", value=7))
    joined(room, apart)
    room.do("omar", Scored(about="mona", indicator="A1", value=3))
    assert room.meeting.sheet("olga").marks == {
        Cell("mona", "A2"): room.meeting.sheet("olga").marks[Cell("mona", "A2")]
    }
    assert room.meeting.sheet("olga").earlier[0].marks[Cell(MEETING, "B1")].value == 7
    assert room.meeting.sheet("omar").marks[Cell("mona", "A1")].value == 3


def test_reviews_go_along_and_nobody_sees_more_than_before() -> None:
    room = small_room()
    for who in ("olga", "omar"):
        room.do(who, Scored(about="mona", indicator="A1", value=1), Scored(about="mona", indicator="A2", value=1))
        room.do(who, SheetSent())
    for code in ("A1", "A2"):
        room.do("tess", Reviewed(observer="olga", about="mona", indicator=code, value=3, reason="it was so"))
    amend(room, renamed={"A1": "A7"}, dropped=["A2"])
    assert set(room.meeting.reviews) == {("olga", Cell("mona", "A7"))}
    assert set(room.meeting.earlier) == {(0, "olga", Cell("mona", "A2"))}
    alone = small_room()
    alone.do("olga", Scored(about="mona", indicator="A1", value=1))
    amend(alone, dropped=["A1"])
    blind: tuple[str | None, ...] = ("omar", "tess", None)
    for reader in blind:
        assert not see(alone.meeting, reader).sheet("olga").earlier, "blind until sent"
