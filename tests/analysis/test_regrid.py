"""A grid that changes under a running meeting: what is told of it, and that nothing said is lost or breaks anything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.progress import asked
from facilitate.analysis.regrid import Beside, Regridded, beside, regridded
from facilitate.domain.events import Event, Fact
from facilitate.domain.events.agreeing import GridProposed, IndicatorProposed
from facilitate.domain.events.observing import MEETING, EvidenceAdded, IntervalMarked, Scored, Tallied, Timed
from facilitate.domain.events.preparing import PersonChanged
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import (
    Choice,
    Condition,
    Count,
    Derived,
    Duration,
    Indicator,
    Interval,
    Note,
    Option,
    Tally,
    YesNo,
)
from facilitate.domain.meeting.fold import fold
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.model import replaced
from facilitate.domain.people import Role
from facilitate.domain.scale import Answer, Chosen, Level, Noted, Scale
from facilitate.language import Words
from facilitate.tui.observer.card import card
from facilitate.tui.observer.changes import Before, beside_told, changes_told
from facilitate.tui.observer.lines import GridLines, by_code, missing
from tests.making import START, Room, rating, small_grid, small_room, words

OPTIONS = (Option(id="x", label=words("x")), Option(id="y", label=words("y")))


def edited(room: Room, code: str, indicator: Indicator | None, section: str = "A") -> None:
    action = "drop" if indicator is None else "edit" if room.meeting.grid and code in room.meeting.grid.by_id else "add"
    room.do("mona", IndicatorProposed(action=action, code=code, section=section, indicator=indicator))


def test_new_reworded_and_gone_are_told_apart() -> None:
    room = small_room()
    before = room.meeting.grid
    assert before is not None
    assert regridded(before, before) == regridded(before, small_grid()) == Regridded()
    edited(room, "A1", None)
    edited(room, "A2", replaced(before.by_id["A2"], text=words("other words")))
    edited(room, "Z9", rating("Z9"))
    assert regridded(before, room.meeting.grid) == Regridded(("Z9",), ("A2",), ("A1",))
    assert regridded(room.meeting.grid, None).gone[0] == "A2"


def test_another_scale_under_the_same_words_is_another_question() -> None:
    before = small_grid()
    levels = tuple(Level(value=value, label=words(f"level {value}")) for value in (1, 2, 3))
    after = replaced(before, scales=(Scale(id="scale4", levels=levels),))
    assert regridded(before, after).reworded == ("A1", "A2", "B2")


def scored_room() -> Room:
    room = small_room()
    room.do("olga", Scored(about="mona", indicator="A1", value=3), Scored(about="milo", indicator="A1", value=2))
    room.do("olga", EvidenceAdded(about="mona", indicator="A2", evidence="e1", text="seen"))
    return room


def test_what_stays_beside_the_grid_is_listed_before_sending() -> None:
    room = scored_room()
    assert beside(room.meeting, room.meeting.sheet("olga")) == Beside((), ())
    edited(room, "A1", None)
    room.do("milo", PersonChanged(person="mona", roles=frozenset({Role.PARTICIPANT})))
    gone, people = beside(room.meeting, room.meeting.sheet("olga"))
    assert (gone, people) == ((Cell("milo", "A1"), Cell("mona", "A1")), (Cell("mona", "A2"),))
    assert beside_told(room.meeting, "olga", {Cell("mona", "A1"): ["half a fact"]}, Words("en")) == [
        "2 answers belong to indicators that the grid no longer has; they stay in the meeting file: A1",
        "1 answer is about Mona, whom you no longer score; it stays in the meeting file.",
        "Typed for A1, which is asked no longer: “half a fact”. Set aside, not in the file.",
    ]


def test_an_indicator_that_asks_about_the_meeting_now_asks_the_old_answers_no_longer() -> None:
    room = scored_room()
    edited(room, "A1", rating("A1", about="meeting"))
    assert beside(room.meeting, room.meeting.sheet("olga")).gone == (Cell("milo", "A1"), Cell("mona", "A1"))


def test_a_grid_that_is_another_one_altogether_names_only_some_codes() -> None:
    room = scored_room()
    before = Before.of(room.meeting, "olga")
    grid = small_grid().with_sections(
        (Section(id="N", title=words("N"), indicators=tuple(rating(f"N{n}") for n in range(1, 9))),)
    )
    event = room.scribe.write("mona", GridProposed(grid=grid), room.record.latest)
    meeting = fold([*room.events, event])
    (line,) = changes_told(before, meeting, "olga", Words("en"))
    assert line.startswith("Grid changed: new N1, N2, N3, N4, N5, N6 +2 · gone A1, A2, A3, B1, B2, B3 +1. 3 answers")


KINDS: tuple[Indicator, ...] = (
    rating("A1"),
    rating("A1", about="meeting"),
    rating("A1", about="step"),
    rating("A1", when=Condition(indicator="B1", values=(2,))),
    YesNo(id="A1", text=words("t")),
    Choice(id="A1", text=words("t"), options=OPTIONS, several=True),
    Count(id="A1", text=words("t")),
    Count(id="A1", text=words("t"), about="step"),
    Tally(id="A1", text=words("t"), groups=OPTIONS),
    Duration(id="A1", text=words("t"), groups=OPTIONS),
    Interval(id="A1", text=words("t"), codes=OPTIONS),
    Derived(id="A1", text=words("t"), about="moderator", scale="scale4", behaviours=("A2", "A1", "B1")),
    Note(id="A1", text=words("t")),
)
ABOUT = st.sampled_from(["mona", "milo", MEETING, "nobody"])
STEP = st.sampled_from([None, "S1", "S2"])
CODE = st.sampled_from(["A1", "B1"])
VALUES = st.sampled_from([1, 2.5, 40, *Answer, Chosen(choices=("x", "gone")), Noted(text="n"), None])
GRIDS = st.lists(st.tuples(CODE, st.sampled_from(KINDS)), max_size=2).map(
    lambda found: Grid(
        id="g",
        title=words("g"),
        scales=small_grid().scales,
        sections=(
            Section(
                id="A",
                title=words("A"),
                indicators=tuple(replaced(kind, id=code) for code, kind in dict(found).items()),
            ),
        ),
    )
)
SAID = st.one_of(
    st.builds(Scored, about=ABOUT, indicator=CODE, step=STEP, value=VALUES),
    st.builds(Tallied, about=ABOUT, indicator=CODE, step=STEP, group=st.sampled_from([None, "x", "gone"])),
    st.builds(IntervalMarked, about=ABOUT, indicator=CODE, step=STEP, interval=st.just(1), codes=st.just(("gone",))),
    st.builds(Timed, about=ABOUT, indicator=CODE, step=STEP, timing=st.sampled_from("tu"), start=st.just(START)),
    st.builds(
        EvidenceAdded,
        about=ABOUT,
        indicator=CODE,
        step=STEP,
        evidence=st.sampled_from("ef"),
        anchor=st.sampled_from([None, 3, 9]),
    ),
    st.builds(GridProposed, grid=GRIDS),
    st.builds(
        PersonChanged, person=st.just("mona"), roles=st.sampled_from([frozenset[Role](), frozenset([Role.MODERATOR])])
    ),
)


@given(st.lists(SAID, max_size=8), st.sampled_from([None, "S1"]))
def test_no_order_of_scores_and_grids_breaks_what_is_shown(acts: list[Fact], step: str | None) -> None:
    """As a merge can bring them: nothing is refused, whatever the grid was when it was said."""
    room = small_room()
    before = Before.of(room.meeting, "olga")
    events: list[Event] = list(room.events)
    for fact in acts:
        by = "mona" if isinstance(fact, GridProposed | PersonChanged) else "olga"
        events.append(room.scribe.write(by, fact, events[-1].at))
        room.scribe.kept()
    meeting = fold(events)
    sheet, everything, said = meeting.sheet("olga"), asked(meeting, "olga", step, room.laptop()), Words("en")
    for each in everything:
        assert card(meeting, sheet, each, said, everything, step).code == each.indicator.id
    if meeting.grid is not None:
        GridLines(said).lines(meeting.grid, by_code(everything), None)
    missing(meeting, everything, said)
    changes_told(before, meeting, "olga", said)
    shown = {each.cell for each in everything} | {cell for cells in beside(meeting, sheet) for cell in cells}
    lost = {cell for cell in (*sheet.marks, *sheet.tallies, *sheet.intervals) if cell not in shown}
    assert all(cell.step not in (None, step) for cell in lost), "only answers about other steps are out of sight"
