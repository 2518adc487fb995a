"""Undo and redo: one's own acts only, never after sending, never once built upon; there and back is where it was."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event, Fact
from facilitate.domain.events import agreeing as g
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.meeting.fold import fold
from facilitate.domain.people import Role
from tests.domain.acting import Actor
from tests.making import Room, rating, sealing, small_agenda, small_grid, small_room, words, yes

EXAMPLES = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
CHANCES = st.integers(0, 2**32).map(Random)
TOO_LATE = ("refused.undo_built_upon", "refused.undo_other_built")
NEED = c.Captured(capture="n1", what=c.CaptureKind.NEED, text="a room")


def played(chance: Random, acts: int = 90) -> Room:
    room, actor = small_room(), Actor(chance)
    for _ in range(acts):
        room.laptop.passes(seconds=chance.choice((0, 5)))
        room.try_(*actor.act(room))
    return room


def refusal(decided: Event | Refused) -> str:
    assert isinstance(decided, Refused), decided
    return decided.message


def undo(room: Room, by: str) -> Event | Refused:
    last = room.record.undo.next_undo(by)
    assert last is not None
    return room.try_(by, o.Undone(event=last.id))


def redo(room: Room, by: str) -> Event | Refused:
    last = room.record.undo.next_redo(by)
    assert last is not None
    return room.try_(by, o.Redone(event=last.id))


@EXAMPLES
@given(CHANCES)
def test_there_and_back_is_the_meeting_as_it_was(chance: Random) -> None:
    room = played(chance)
    for by in ("mona", "milo", "nora", "tess", "olga", "omar"):
        before = room.meeting
        if room.record.undo.next_undo(by) and isinstance(undo(room, by), Event):
            assert isinstance(redo(room, by), Event)
            assert room.meeting == before


@EXAMPLES
@given(CHANCES)
def test_what_was_taken_back_is_as_if_it_had_never_been_done(chance: Random) -> None:
    room = played(chance)
    taken = room.record.undo.taken.back
    counting = [
        event for event in room.events if event.id not in taken and not isinstance(event.fact, o.Undone | o.Redone)
    ]
    assert room.meeting == fold(counting)


@EXAMPLES
@given(CHANCES)
def test_nobody_takes_back_what_somebody_else_did(chance: Random) -> None:
    room = played(chance, acts=40)
    for event in list(room.events):
        for by in ("mona", "milo", "olga"):
            if event.by != by:
                assert refusal(room.try_(by, o.Undone(event=event.id))) == "refused.undo_not_own"


@EXAMPLES
@given(CHANCES)
def test_the_last_act_that_counts_is_what_undo_offers(chance: Random) -> None:
    room = played(chance)
    for by in ("mona", "milo", "nora", "olga"):
        counts = [e for e in room.events if e.by == by and e.id not in room.record.undo.back]
        mine = [e for e in counts if e.fact.undoable and not e.fact.unasked]
        assert room.record.undo.next_undo(by) == (mine[-1] if mine else None)


BUILT_UPON: list[tuple[str, list[tuple[str, Fact]], tuple[str, Fact], tuple[str, Fact]]] = [
    (
        "a step that another one followed",
        [],
        ("mona", r.StepOpened(step="S1")),
        ("milo", r.StepOpened(step="S2", predecessor="S1")),
    ),
    (
        "a closing that a step followed",
        [("mona", r.StepOpened(step="S1"))],
        ("mona", r.StepClosed(step="S1")),
        ("milo", r.StepOpened(step="S2")),
    ),
    (
        "a pause that was ended",
        [("mona", r.StepOpened(step="S1"))],
        ("mona", r.Paused()),
        ("milo", r.Resumed()),
    ),
    (
        "a resumption that a pause followed",
        [("mona", r.StepOpened(step="S1")), ("mona", r.Paused())],
        ("mona", r.Resumed()),
        ("milo", r.Paused()),
    ),
    ("a step that was paused", [], ("mona", r.StepOpened(step="S1")), ("milo", r.Paused())),
    (
        "a track with a pause in it",
        [("mona", r.StepOpened(step="S1"))],
        ("mona", r.TrackOpened(track="women", title="women", step="S1")),
        ("milo", r.Paused(track="women")),
    ),
    (
        "a track that has another moderator",
        [("mona", r.StepOpened(step="S1"))],
        ("mona", r.TrackOpened(track="women", title="women", step="S1")),
        ("milo", r.TrackChanged(track="women", title="women", moderator="milo")),
    ),
    (
        "a track with a need in it",
        [("mona", r.StepOpened(step="S1"))],
        ("mona", r.TrackOpened(track="women", title="women", step="S1")),
        ("nora", c.Captured(capture="n2", what=c.CaptureKind.NEED, text="a room", track="women")),
    ),
    (
        "a chair that was handed on",
        [],
        ("mona", r.ChairTaken.model_validate({"from": "mona", "to": "milo"})),
        ("milo", r.ChairTaken.model_validate({"from": "milo", "to": "mona"})),
    ),
    ("a turn that was ended", [], ("mona", r.TurnStarted(turn="t1")), ("nora", r.TurnEnded(turn="t1"))),
    ("a turn that another one followed", [], ("mona", r.TurnStarted(turn="t1")), ("nora", r.TurnStarted(turn="t2"))),
    (
        "a silence that a turn followed",
        [("mona", r.TurnStarted(turn="t1"))],
        ("mona", r.TurnEnded(turn="t1")),
        ("nora", r.TurnStarted(turn="t2")),
    ),
    ("a need that was changed", [], ("mona", NEED), ("nora", c.CaptureChanged(capture="n1", text="two rooms"))),
    (
        "a need that was ranked",
        [],
        ("mona", NEED),
        ("nora", c.Ranked(method="dots", needs=("n1",), counts={"n1": 3})),
    ),
    (
        "a project with a plan",
        [],
        ("nora", c.ProjectSet(project="p1", title="computers")),
        ("tess", c.PlanSet(project="p1", rows=())),
    ),
    (
        "a person who has a name",
        [],
        ("mona", p.PersonAdded(person="paula")),
        ("nora", p.PersonNamed(person="paula", name="Paula")),
    ),
    (
        "a person who has done something",
        [],
        ("mona", p.PersonAdded(person="otis", roles=frozenset({Role.OBSERVER}))),
        ("otis", o.Scored(about="mona", indicator="A1", value=2)),
    ),
    (
        "an agenda of which a step was opened",
        [],
        ("tess", p.AgendaSet(agenda=small_agenda())),
        ("mona", r.StepOpened(step="S1")),
    ),
    (
        "a grid that was scored on",
        [],
        ("tess", g.GridProposed(grid=small_grid())),
        ("olga", o.Scored(about="mona", indicator="A1", value=2)),
    ),
    (
        "a change of an indicator that was scored",
        [],
        ("tess", g.IndicatorProposed(action="edit", code="A1", indicator=rating("A1"))),
        ("olga", o.Scored(about="mona", indicator="A1", value=2)),
    ),
]


@pytest.mark.parametrize(("what", "before", "first", "second"), BUILT_UPON, ids=[case[0] for case in BUILT_UPON])
def test_what_was_built_upon_stays(
    what: str, before: list[tuple[str, Fact]], first: tuple[str, Fact], second: tuple[str, Fact]
) -> None:
    room = small_room()
    for by, fact in before:
        room.do(by, fact)
    event = room.do(*first)
    later = room.do(*second)
    meeting = room.meeting
    assert refusal(room.try_(event.by, o.Undone(event=event.id))) in TOO_LATE, what
    assert room.meeting is meeting
    if second[1].undoable:
        assert isinstance(room.try_(later.by, o.Undone(event=later.id)), Event)
        assert isinstance(room.try_(event.by, o.Undone(event=event.id)), Event)


def test_a_changed_indicator_that_was_sealed_stays() -> None:
    room = small_room()
    edit = room.do("tess", g.IndicatorProposed(action="edit", code="A1", indicator=rating("A1", weight=2.0)))
    undone = room.do("milo", g.IndicatorProposed(action="edit", code="A2", indicator=rating("A2", weight=2.0)))
    room.do("milo", o.Undone(event=undone.id))
    assert room.meeting.grid
    room.do("mona", g.AgreementRuleSet(rule="quorum", quorum=1))
    room.do("mona", *(yes(room.meeting.grid, code) for code in room.meeting.grid.content_of))
    room.do("mona", sealing(room))
    assert refusal(room.try_("tess", o.Undone(event=edit.id))) in TOO_LATE
    assert refusal(room.try_("milo", o.Redone(event=undone.id))) == "refused.redo_moved_on"


def test_nothing_on_a_sheet_that_is_sent() -> None:
    room = small_room()
    score = room.do("olga", o.Scored(about="mona", indicator="A1", value=3))
    other = room.do("olga", o.Scored(about="mona", indicator="A2", value=3))
    room.do("olga", o.Undone(event=other.id), o.SheetSent())
    assert refusal(room.try_("olga", o.Undone(event=score.id))) == "refused.undo_sent"
    assert refusal(room.try_("olga", o.Redone(event=other.id))) == "refused.undo_sent"
    room.do("olga", o.SheetRecalled(reason="a slip"), o.Undone(event=score.id))
    assert not room.meeting.sheet("olga").begun


@pytest.mark.parametrize(
    "by_fact",
    [
        ("olga", o.SheetSent()),
        ("tess", o.DebriefOpened(reason="late")),
        ("mona", o.SheetReleased(observer="omar", reason="ill")),
        ("mona", p.PersonErased(person="omar")),
    ],
    ids=lambda pair: pair[1].kind,
)
def test_what_has_a_way_back_of_its_own_is_not_undone(by_fact: tuple[str, Fact]) -> None:
    room = small_room()
    room.do("olga", o.Scored(about="mona", indicator="A1", value=3))
    event = room.do(*by_fact)
    assert refusal(room.try_(event.by, o.Undone(event=event.id))) == "refused.undo_never"


def test_a_redo_does_not_push_aside_what_others_did_meanwhile() -> None:
    room = small_room()
    room.do("mona", r.StepOpened(step="S1"))
    mine = room.do("mona", r.StepOpened(step="S2", predecessor="S1"))
    room.do("mona", o.Undone(event=mine.id))
    room.do("milo", r.StepOpened(step="S3", predecessor="S1"))
    assert refusal(room.try_("mona", o.Redone(event=mine.id))) == "refused.redo_moved_on"
    assert room.meeting.current
    assert room.meeting.current.step == "S3"


def test_doing_something_else_forgets_what_could_be_redone() -> None:
    room = small_room()
    mine = room.do("mona", NEED)
    room.do("mona", o.Undone(event=mine.id))
    room.do("mona", p.MeetingChanged(title=words("other")))
    assert refusal(room.try_("mona", o.Redone(event=mine.id))) == "refused.redo_nothing"
    assert refusal(room.try_("mona", o.Undone(event=mine.id))) == "refused.undo_done"


def test_an_undo_that_comes_too_late_in_a_merge_is_a_clash() -> None:
    room = small_room()
    opened = room.do("mona", r.StepOpened(step="S1"))
    other = Room(replica="replica2")
    other.record.add(room.events)
    following = other.do("milo", r.StepOpened(step="S2", predecessor="S1"))
    other.laptop.passes(seconds=1)
    room.laptop.passes(seconds=2)
    undone = room.do("mona", o.Undone(event=opened.id))
    assert following.order < undone.order
    room.record.add([following])
    assert [clash.message for clash in room.meeting.clashes] == ["refused.undo_built_upon"]
    assert getattr(room.meeting.current, "step", None) == "S2"
