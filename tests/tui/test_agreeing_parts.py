"""The parts of the grid's workshop: moves, mappings, what was changed, what is told."""

from __future__ import annotations

import pytest

from facilitate.domain.decisions.checks_amending import why_not_mapped
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import (
    AgreementRuleSet,
    IndicatorProposed,
    Mapped,
    ScaleProposed,
    SectionProposed,
)
from facilitate.domain.events.observing import Undone
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.meeting.proposing import proposed
from facilitate.kits.kit_file import read_kit
from facilitate.kits.library import shipped_kits
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.agreeing.detail import Detail
from facilitate.tui.agreeing.editing import moved_indicator, moved_section
from facilitate.tui.agreeing.hexdigits import large_fingerprint
from facilitate.tui.agreeing.history import concerning, done
from facilitate.tui.agreeing.keys import languages_of
from facilitate.tui.agreeing.lines import Lines
from facilitate.tui.agreeing.mapping import alternatives, next_version, proposed_mapping
from facilitate.tui.agreeing.seal import hindrances
from facilitate.tui.agreeing.taking import languages_in, read_file
from facilitate.tui.agreeing.voices import Assembly
from facilitate.tui.agreeing.workshop import Draft
from facilitate.tui.telling import described
from tests.making import no, rating, small_grid, small_room, words, yes

EN = Words("en")
SHIPPED = [(name, grid) for name in shipped_kits() if (grid := read_kit(name).grid)]


def edited(grid: Grid, code: str, **changes: object) -> IndicatorProposed:
    return IndicatorProposed(action="edit", code=code, indicator=grid.by_id[code].model_copy(update=changes))


def amended(*changes: object) -> tuple[Grid, Grid, Draft]:
    draft = Draft(base=small_grid(), changes=tuple(changes))  # type: ignore[arg-type]
    return draft.base, draft.grid, draft


# Moving.


def codes(grid: Grid) -> str:
    return " ".join(each.id for each in grid.indicators())


def test_an_indicator_moves_within_its_section_and_on_into_the_next() -> None:
    grid = small_grid()
    down = moved_indicator(grid, "A1", 1)
    assert down
    assert codes(proposed(grid, down)).startswith("A2 A1 A3 B1")
    out = moved_indicator(grid, "A3", 1)
    assert out
    assert [each.id for each in proposed(grid, out).sections[1].indicators][:2] == ["A3", "B1"]
    back = moved_indicator(grid, "B1", -1)
    assert back
    assert proposed(grid, back).sections[0].indicators[-1].id == "B1"
    assert moved_indicator(grid, "A1", -1) is None
    sections = moved_section(grid, "A", 1)
    assert sections
    assert [each.id for each in proposed(grid, sections).sections] == ["B", "A"]


# Mapping.


def test_a_mapping_is_proposed_from_what_was_edited() -> None:
    grid = small_grid()
    renamed = IndicatorProposed(action="edit", code="A1", indicator=rating("A9"))
    drop = IndicatorProposed(action="drop", code="A2")
    other = edited(grid, "A3", about="moderator")
    added = IndicatorProposed(action="add", code="B7", section="B", indicator=rating("B7"))
    before, after, draft = amended(renamed, drop, other, added)
    rows = proposed_mapping(before, after, draft.renamed)
    assert [(each.how, each.old, each.new) for each in rows if each.how != "same"] == [
        ("renamed", ("A1",), ("A9",)),
        ("dropped", ("A2",), ()),
        ("dropped", ("A3",), ()),
        ("new", (), ("A3",)),
        ("new", (), ("B7",)),
    ]
    assert why_not_mapped(before, after, rows) is None


def test_rows_can_be_split_and_merged_and_every_alternative_maps_everything() -> None:
    drop = IndicatorProposed(action="drop", code="A2")
    added = IndicatorProposed(action="add", code="B7", section="B", indicator=rating("B7"))
    before, after, draft = amended(drop, added)
    rows = proposed_mapping(before, after, draft.renamed)
    place = next(number for number, each in enumerate(rows) if each.how == "dropped")
    offered = alternatives(rows, place, before, after)
    assert Mapped(how="renamed", old=("A2",), new=("B7",)) in [row for row, _ in offered]
    assert Mapped(how="merged", old=("A1", "A2"), new=("A1",)) in [row for row, _ in offered]
    last = len(rows) - 1
    assert Mapped(how="split", old=("A1",), new=("A1", "B7")) in [
        row for row, _ in alternatives(rows, last, before, after)
    ]


def test_whatever_is_chosen_row_by_row_no_code_is_lost() -> None:
    drop = IndicatorProposed(action="drop", code="A2")
    added = IndicatorProposed(action="add", code="B7", section="B", indicator=rating("B7"))
    before, after, draft = amended(drop, added)
    reached, waiting = list[tuple[Mapped, ...]](), [proposed_mapping(before, after, draft.renamed)]
    while waiting and len(reached) < 60:
        rows = waiting.pop(0)
        if rows not in reached:
            reached.append(rows)
            assert why_not_mapped(before, after, rows) is None, rows
            waiting += [each for place in range(len(rows)) for _, each in alternatives(rows, place, before, after)]
    assert len(reached) > 30


@pytest.mark.parametrize(
    ("version", "then"), [("1", "2"), ("0.1-draft", "0.2-draft"), ("9", "10"), ("first", "first 2")]
)
def test_the_next_version_has_the_next_number(version: str, then: str) -> None:
    assert next_version(version) == then


def test_a_code_that_changes_twice_in_a_draft_is_followed() -> None:
    one = IndicatorProposed(action="edit", code="A1", indicator=rating("A8"))
    two = IndicatorProposed(action="edit", code="A8", indicator=rating("A9"))
    assert Draft(base=small_grid(), changes=(one, two)).renamed["A1"] == "A9"


# What was said and changed.


def test_a_rewording_asks_again_and_says_whose_it_was_and_why() -> None:
    room = small_room()
    grid = room.meeting.grid
    assert grid
    room.do("olga", yes(grid, "A1"))
    room.do("mona", edited(grid, "A1", text=words("shorter")).model_copy(update={"reason": "too long"}))
    now = room.meeting.grid
    assert now
    voices, history = Assembly(room.meeting, "olga"), done(room.meeting.grids)
    assert voices.own("A1") == "again"
    said = Detail(room.meeting, now, voices, history, (), EN, "en").drawn("A1").plain
    assert 'Since you said yes: A1 reworded by Mona: "too long"' in said
    assert "− indicator A1" in said
    assert "+ shorter" in said
    marks = {each.key: each for each in Lines(now, voices, history, (), EN).shown("")}
    assert (marks["A1"].mark, marks["A1"].signs, marks["A2"].mark) == ("↻", "✎ 0/4", "·")


def test_a_dropped_indicator_is_told_on_the_frame_and_a_renamed_one_keeps_its_history() -> None:
    room = small_room()
    room.do("mona", edited(small_grid(), "A1", weight=2.0).model_copy(update={"reason": "heavier"}))
    room.do("mona", IndicatorProposed(action="edit", code="A1", indicator=rating("A9"), reason="order"))
    room.do("milo", IndicatorProposed(action="drop", code="A2", reason="twice"))
    grid, history = room.meeting.grid, done(room.meeting.grids)
    assert grid
    assert [each.change.reason for each in concerning(history, "A9", grid)] == ["order", "heavier"]
    said = Detail(room.meeting, grid, None, history, (), EN, "en").drawn(FRAME).plain
    assert 'A2 dropped by Milo: "twice"' in said
    assert "− indicator A2" in said


def test_who_is_missing_is_named_before_the_seal() -> None:
    room = small_room()
    grid = room.meeting.grid
    assert grid
    room.do("tess", no(grid, "B1", "unclear"))
    said = "\n".join(hindrances(room.meeting, EN))
    assert "! B1: Tess objects: unclear" in said
    assert "4 more have to say yes to everything" in said
    assert "Olga: 8 lines open" in said
    room.do("mona", AgreementRuleSet(rule="quorum", quorum=2))
    assert "2 more have to say yes to everything (at least 2 must say yes)" in "\n".join(hindrances(room.meeting, EN))


def test_only_objections_and_only_what_was_changed_are_shown() -> None:
    room = small_room()
    grid = room.meeting.grid
    assert grid
    room.do("olga", no(grid, "B1"))
    room.do("mona", edited(grid, "A2", weight=2.0))
    now = room.meeting.grid
    assert now
    lines = Lines(now, Assembly(room.meeting, "olga"), done(room.meeting.grids), (), EN)
    assert [each.key for each in lines.shown("objections")] == ["§B", "B1"]
    assert [each.key for each in lines.shown("changed")] == ["§A", "A2"]


@pytest.mark.parametrize("language", CODES)
def test_what_was_undone_on_the_grid_is_named(language: Code) -> None:
    room = small_room()
    grid = room.meeting.grid
    assert grid
    facts: list[Fact] = [
        yes(grid, FRAME),
        edited(grid, "A1", weight=2.0),
        SectionProposed(action="move", section="A", after="B"),
        ScaleProposed(scale="spare", content=grid.scales[0].model_copy(update={"id": "spare"})),
        AgreementRuleSet(rule="quorum", quorum=3),
    ]
    read = Words(language)
    told = [described(room.do("mona", fact), room.meeting, read) for fact in facts]
    for said, part in zip(told, (read("agree.frame"), "A1", "A", "spare", "3"), strict=True):
        assert part in said


# Taking another grid, and the fingerprint.


def test_a_file_that_cannot_be_read_says_where_and_why() -> None:
    assert "nowhere.yaml" in read_file("/nowhere.yaml", EN).why
    assert languages_in("fr ar") == ("ar", "fr")
    assert languages_in("fr, klingon") == languages_in("") == ()


def test_a_fingerprint_is_large_where_there_is_room_and_plain_where_there_is_none() -> None:
    rows = large_fingerprint("7F3A-C21E", 74)
    assert rows[-1] == "7F3A-C21E"
    assert len(rows) > 5
    assert large_fingerprint("7F3A-C21E", 20) == ("7F3A-C21E",)


def test_a_grid_that_names_no_language_is_read_in_the_readers() -> None:
    assert languages_of(small_grid().with_parts(languages=()), "fr") == ("fr",)
    assert languages_of(small_grid(), "fr")[0] == "fr"


def test_what_was_told_of_earlier_proposals_is_not_reckoned_again() -> None:
    """A grid of 300 indicators with 100 proposals took twenty seconds a key."""
    room = small_room()
    first = room.do("mona", edited(grid_now := small_grid(), "A1", weight=2.0))
    told = done(room.meeting.grids)
    room.do("olga", yes(room.meeting.grid or grid_now, "A1"))
    room.do("milo", IndicatorProposed(action="drop", code="B4"))
    after = done(room.meeting.grids, told)
    assert after == done(room.meeting.grids)
    assert [each.after is old.after for each, old in zip(after, told, strict=False)] == [True]
    room.do("milo", Undone(event=room.events[-1].id))
    room.do("mona", Undone(event=first.id), edited(grid_now, "A1", weight=3.0))
    assert done(room.meeting.grids, after) == done(room.meeting.grids)
