"""Meetings on versions of one grid: compared through the mapping that the file of one of them holds, and said so."""

from __future__ import annotations

from itertools import permutations

from facilitate.analysis.comparable import comparable
from facilitate.analysis.linking import Links
from facilitate.analysis.mapping import became
from facilitate.analysis.programme import Told, programme
from facilitate.analysis.programme_notes import notes
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.grid import Grid, Section
from facilitate.domain.model import replaced
from facilitate.domain.people import SETUP
from facilitate.workbook.programme.score_table import programme_scores
from tests.amending import amend
from tests.analysis.test_comparable import reworded
from tests.analysis.test_programme import scored, told
from tests.making import rating, small_grid, small_room, words


def amended_meeting(value: int, number: int = 2) -> Told:
    """Scores on version 1, then A1 and B1 get other codes, B3 is dropped and A2 reworded."""
    room = scored(value, sent=False)
    amend(room, renamed={"A1": "A7", "B1": "B7"}, reworded=["A2"], dropped=["B3"])
    for name in ("olga", "omar"):
        room.do(name, SheetSent())
    return told(room, number)


def on_second(value: int, number: int) -> Told:
    """Another meeting, which took over the amended grid."""
    grid = amended_meeting(1)[0].grid
    room = small_room()
    assert grid is not None
    room.do(SETUP, GridProposed(grid=grid))
    for name in ("olga", "omar"):
        room.do(
            name, Scored(about="mona", indicator="A7", value=value), Scored(about="mona", indicator="A2", value=value)
        )
        room.do(name, SheetSent())
    return told(room, number)


def test_both_versions_are_compared_where_one_file_holds_the_mapping_whichever_leads() -> None:
    first = [told(scored(2), 1), told(scored(2), 3)]
    for others in ([], [on_second(4, 4)], [on_second(4, 4), on_second(4, 5)]):
        found = programme([*first, amended_meeting(4), *others])
        assert not found.apart
        whole = {each.meeting: each.of("A").mean for each in found.profiles if each.who.name == "Mona"}
        assert whole["meeting1"] == 2
        assert whole["meeting2"] == 4, "A7 is A1 there"
        assert found.common is not None
        assert found.common.through


def test_without_a_file_that_holds_the_mapping_another_code_is_not_compared() -> None:
    found = programme([told(scored(2), 1), told(scored(2), 3), on_second(4, 4)])
    assert found.common is not None
    assert [each.meeting.id for each in found.apart] == ["meeting4"], "same words under another code say nothing"
    assert not found.common.through


def test_the_mapping_is_named_with_its_codes_and_its_file() -> None:
    told_ = [told(scored(2), 1), told(scored(2), 3), amended_meeting(4)]
    note = next(each for each in notes(programme(told_)) if each.message == "compare.note.mapped")
    assert note.number == 1
    assert note.values["pairs"] == ("A7 → A1", "B7 → B1")
    assert note.values["file"] == words("small meeting")
    rows = [row for row in programme_scores(programme(told_)) if row.meeting == "meeting2"]
    assert {(row.indicator, row.given_as, row.compared_as) for row in rows} == {("A7", "A1", "A1"), ("A2", "", "")}
    assert all(programme(order) == programme(told_) for order in permutations(told_))


def test_a_way_over_two_files_is_found() -> None:
    one, other = small_room(), small_room()
    amend(one, renamed={"A1": "A7"})
    second = one.meeting.grid
    assert second is not None
    other.do(SETUP, GridProposed(grid=second))
    amend(other, renamed={"A7": "A9"})
    meetings = [replaced(room.meeting, id=name) for room, name in ((one, "m1"), (other, "m2"))]
    links = Links(meetings)
    third = other.meeting.grid
    assert third is not None
    way = links.between(small_grid().fingerprint, third.fingerprint)
    assert way is not None
    assert (way.codes["A1"], way.meetings) == ("A9", ("m1", "m2"))
    assert links.between(third.fingerprint, small_grid().fingerprint)
    assert links.between(third.fingerprint, "0" * 64) is None


def locked(*more: str, name: str = "small") -> Grid:
    """A centre's grid: A1 and A2 are the programme's, the rest its own."""
    section = small_grid().sections[0]
    own = Section(id="C", title=words("C"), indicators=tuple(rating(code) for code in more))
    kept = replaced(section, indicators=section.indicators[:2])
    return small_grid().with_parts(id=name, locked=("A1", "A2"), sections=(kept, own))


def test_what_is_locked_stays_comparable_whatever_centres_add() -> None:
    one, other = (
        locked(*(f"C{n}" for n in range(9)), name="rabat"),
        locked(*(f"D{n}" for n in range(20)), name="agadir"),
    )
    found = comparable([one, other])
    assert found is not None
    assert found.fingerprints == {one.fingerprint, other.fingerprint}
    assert found.codes == {"A1", "A2"}
    changed = reworded(locked("D0"), "A2")
    alone = comparable([one, one, changed])
    assert alone is not None
    assert alone.fingerprints == {one.fingerprint}, "it locks A2 and asks it otherwise"


def test_what_became_of_every_indicator_is_one_table_over_all_amendments() -> None:
    room = small_room()
    amend(room, renamed={"A1": "A7"}, split={"A2": ("A2", "A8")}, merged={"B9": ("B1", "B3")})
    amend(room, renamed={"A7": "A9"}, dropped=["A8"], new={"B4": rating("B5")})
    rows = {row.old: (row.how, row.new) for row in became(room.meeting.grids, 0)}
    assert rows[("A1",)] == ("renamed", ("A9",))
    assert rows[("A2",)] == ("split", ("A2",))
    assert rows[("A3",)] == ("same", ("A3",))
    assert rows[("B1", "B3")] == ("merged", ("B9",))
    assert rows[()] == ("new", ("B5",))
    assert became(room.meeting.grids, 2) == ()
