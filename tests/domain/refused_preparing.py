"""Refusals about people, the agenda and the grid: the reason, and how one comes to hear it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from facilitate.domain.events import Fact
from facilitate.domain.events import agreeing as g
from facilitate.domain.events import observing as o
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.grid import Grid, Scoring
from facilitate.domain.meeting.proposing import proposed
from facilitate.domain.people import SETUP, Role
from tests.making import SCALE, Room, all_agree, no, rating, seal, sealing, small_grid, words, yes

How = Callable[[Grid], tuple[Grid, tuple[g.Mapped, ...]]]
"""Another grid, and what became of each indicator."""


def says(by: str, fact: Fact, *before: tuple[str, Fact]) -> Callable[[Room], tuple[str, Fact]]:
    """Somebody says something, after others have done things."""

    def act(room: Room) -> tuple[str, Fact]:
        for who, what in before:
            room.do(who, what)
        return by, fact

    return act


def sealed(room: Room) -> None:
    seal(room)


def _fingerprint(room: Room) -> str:
    assert room.meeting.grid
    return room.meeting.grid.fingerprint


def _after_sealing(by: str, fact: Fact) -> Callable[[Room], tuple[str, Fact]]:
    def act(room: Room) -> tuple[str, Fact]:
        sealed(room)
        return by, fact

    return act


def _without_grid(fact: Fact) -> Callable[[Room], tuple[str, Fact]]:
    def act(room: Room) -> tuple[str, Fact]:
        grid = next(event for event in room.events if isinstance(event.fact, g.GridProposed))
        room.record.events.remove(grid)
        room.record.refold()
        return "mona", fact

    return act


def _seal(room: Room) -> tuple[str, Fact]:
    return "mona", sealing(room)


def _sealed_twice(room: Room) -> tuple[str, Fact]:
    sealed(room)
    return _seal(room)


def _grid(room: Room) -> Grid:
    assert room.meeting.grid
    return room.meeting.grid


def _with_an_objection(room: Room) -> tuple[str, Fact]:
    all_agree(room)
    room.do("olga", no(_grid(room), "A1"))
    return _seal(room)


def _one_has_not_said_a_word(room: Room) -> tuple[str, Fact]:
    for code in _grid(room).content_of:
        room.do("mona", yes(_grid(room), code))
    return _seal(room)


def _below_quorum(room: Room) -> tuple[str, Fact]:
    room.do("mona", g.AgreementRuleSet(rule="quorum", quorum=2))
    return _one_has_not_said_a_word(room)


def _by_another_rule(room: Room) -> tuple[str, Fact]:
    all_agree(room)
    return "mona", sealing(room).model_copy(update={"rule": "quorum", "quorum": 1})


def _signed_by_somebody_else(room: Room) -> tuple[str, Fact]:
    all_agree(room)
    return "mona", sealing(room).model_copy(update={"signatures": (g.Signature(person="tess", role=Role.TRAINER),)})


def _changed_meanwhile(room: Room) -> tuple[str, Fact]:
    all_agree(room)
    return "mona", sealing(room).model_copy(update={"fingerprint": "f"})


def _from_nowhere(by: str) -> Callable[[Room], tuple[str, Fact]]:
    def act(room: Room) -> tuple[str, Fact]:
        all_agree(room)
        taken = None if by == SETUP else g.TakenFrom(meeting="other")
        return by, sealing(room).model_copy(update={"taken_from": taken})

    return act


def _unsound(*changes: Fact) -> Callable[[Room], tuple[str, Fact]]:
    def act(room: Room) -> tuple[str, Fact]:
        room.do("mona", *changes)
        all_agree(room)
        return _seal(room)

    return act


def _judged(change: dict[str, object]) -> Callable[[Room], tuple[str, Fact]]:
    return lambda room: ("olga", yes(_grid(room), "A1").model_copy(update=change))


def _locked(fact: Fact) -> Callable[[Room], tuple[str, Fact]]:
    return says("mona", fact, ("mona", g.FrameProposed(locked=("A1",))))


def _amending(
    how: Callable[[Grid], tuple[Grid, tuple[g.Mapped, ...]]], **fields: object
) -> Callable[[Room], tuple[str, Fact]]:
    """An amendment of a sealed grid."""

    def act(room: Room) -> tuple[str, Fact]:
        sealed(room)
        grid, mapping = how(_grid(room))
        fact = g.GridAmended(grid=grid, before=_fingerprint(room), mapping=mapping, reason="clearer")
        return "mona", fact.model_copy(update=fields)

    return act


def _mapped(*rows: g.Mapped, without: str = "A1") -> How:
    """The small grid without one indicator; what the rows do not name stays the same."""

    def how(grid: Grid) -> tuple[Grid, tuple[g.Mapped, ...]]:
        after = proposed(grid, g.IndicatorProposed(action="drop", code=without))
        named = {code for row in rows for code in (*row.old, *row.new)}
        same = (g.Mapped(how="same", old=(code,), new=(code,)) for code in after.by_id if code not in named)
        return after, (*rows, *same)

    return how


def _edited(*rows: g.Mapped, **fields: object) -> How:
    """The small grid with another A1."""

    def how(grid: Grid) -> tuple[Grid, tuple[g.Mapped, ...]]:
        change = g.IndicatorProposed(action="edit", code="A1", indicator=rating("A1").model_copy(update=fields))
        same = (g.Mapped(how="same", old=(code,), new=(code,)) for code in grid.by_id if code != "A1")
        return proposed(grid, change), (*rows, *same)

    return how


DROPPED = g.Mapped(how="dropped", old=("A1",))
SAME, RENAMED = g.Mapped(how="same", old=("A1",), new=("A1",)), g.Mapped(how="renamed", old=("A1",), new=("A1",))


def _added(code: str = "Z1", **fields: object) -> g.IndicatorProposed:
    content = {"action": "add", "code": code, "section": "A", "indicator": rating("Z1"), **fields}
    return g.IndicatorProposed.model_validate(content)


ALL_BUT_THE_LAST = [("mona", n.StepDropped(step=f"S{number}")) for number in range(4)]
EMPTY = Grid(id="empty", title=words("empty"))

PREPARING: list[tuple[str, Callable[[Room], tuple[str, Fact]]]] = [
    ("refused.unknown_author", says("nobody", r.Paused())),
    ("refused.not_yours", says("olga", r.StepOpened(step="S1"))),
    ("refused.not_yours", says(SETUP, r.StepOpened(step="S1"))),
    ("refused.not_yours", says("tess", o.Scored(about="mona", indicator="A1", value=2))),
    ("refused.not_yours", says("olga", o.Scored(observer="omar", about="mona", indicator="A1", value=2))),
    ("refused.not_yours", says("olga", o.SheetSent(observer="omar"))),
    ("refused.not_yours", says("olga", o.SheetRecalled(observer="omar", reason="ha"))),
    ("refused.not_yours", says("olga", o.EvidenceChanged(observer="omar", evidence="e1", text="ha"))),
    ("refused.not_yours", says("tess", o.Scored(observer="omar", about="mona", indicator="A1", value=2))),
    ("refused.created_already", says("mona", p.MeetingCreated(kit="k", title=words("again")))),
    ("refused.person_twice", says("nora", p.PersonAdded(person="mona"))),
    ("refused.no_such_person", says("nora", p.PersonNamed(person="nobody", name="N"))),
    ("refused.no_such_person", says("nora", p.PersonLeft(person="nobody"))),
    (
        "refused.erased",
        says("nora", p.PersonNamed(person="omar", name="O"), ("nora", p.PersonErased(person="omar"))),
    ),
    ("refused.no_such_step", says("mona", p.StepMoved(step="S9"))),
    ("refused.after_itself", says("mona", p.StepMoved(step="S2", after="S2"))),
    ("refused.no_such_step", says("mona", p.Retimed(minutes={"S9": 5}))),
    ("refused.below_floor", says("mona", p.Retimed(minutes={"S1": 5}))),
    ("refused.below_floor", says("mona", p.Retimed(minutes={"S4": 9}))),
    (
        "refused.below_floor",
        says("mona", p.Retimed(minutes={"S4": 10}), ("mona", r.Extended(step="S4", minutes=2))),
    ),
    (
        "refused.step_over",
        says(
            "mona",
            p.Retimed(minutes={"S1": 9, "S3": 8}),
            ("mona", r.StepOpened(step="S1")),
            ("tim", r.StepOpened(step="S2", predecessor="S1")),
        ),
    ),
    ("refused.meeting_closed", says("mona", p.Retimed(minutes={"S1": 9}), ("mona", r.MeetingClosed()))),
    ("refused.grid_sealed", _after_sealing("mona", g.GridProposed(grid=EMPTY))),
    ("refused.grid_sealed", _after_sealing("mona", _added())),
    ("refused.sealed_already", _sealed_twice),
    (
        "refused.grid_in_use",
        says("mona", g.GridProposed(grid=EMPTY), ("olga", o.Scored(about="mona", indicator="A1", value=2))),
    ),
    ("refused.no_grid", _without_grid(_added())),
    ("refused.no_grid", _without_grid(g.GridSealed(fingerprint="f"))),
    ("refused.code_taken", says("mona", _added("A1", indicator=rating("A1")))),
    ("refused.no_such_indicator", says("mona", g.IndicatorProposed(action="drop", code="Z1"))),
    ("refused.no_content", says("mona", _added(indicator=None))),
    ("refused.no_content", says("mona", _added("Z2"))),
    ("refused.no_such_scale", says("mona", _added(indicator=rating("Z1").model_copy(update={"scale": "other"})))),
    ("refused.no_such_section", says("mona", _added(section="Z"))),
    ("refused.no_such_section", says("mona", _added(section=None))),
    ("refused.no_such_section", says("mona", g.IndicatorProposed(action="move", code="A1", section="Z"))),
    ("refused.no_such_indicator", says("olga", g.IndicatorJudged(code="Z1", fingerprint="f", accepted=True))),
    ("refused.reworded_meanwhile", _judged({"content": "other words"})),
    ("refused.reason_needed", _judged({"accepted": False})),
    ("refused.grid_changed_meanwhile", _changed_meanwhile),
    ("refused.grid_changed_meanwhile", _signed_by_somebody_else),
    ("refused.objections", _with_an_objection),
    ("refused.too_few_signatures", _seal),
    ("refused.too_few_signatures", _one_has_not_said_a_word),
    ("refused.too_few_signatures", _below_quorum),
    ("refused.other_rule", _by_another_rule),
    ("refused.seal_not_here", _from_nowhere("mona")),
    ("refused.seal_not_here", _from_nowhere(SETUP)),
    ("lack.empty_section", _unsound(g.SectionProposed(action="add", section="C", title=words("empty")))),
    ("lack.empty", _unsound(*(g.IndicatorProposed(action="drop", code=code) for code in small_grid().by_id))),
    ("refused.quorum_needed", says("mona", g.AgreementRuleSet(rule="quorum"))),
    ("refused.grid_sealed", _after_sealing("mona", g.AgreementRuleSet())),
    ("refused.section_taken", says("mona", g.SectionProposed(action="add", section="A", title=words("again")))),
    ("refused.text_needed", says("mona", g.SectionProposed(action="add", section="C"))),
    ("refused.no_such_section", says("mona", g.SectionProposed(action="edit", section="Z", weight=2))),
    ("refused.section_not_empty", says("mona", g.SectionProposed(action="drop", section="A"))),
    ("refused.no_such_scale", says("mona", g.ScaleProposed(scale="other"))),
    ("refused.no_such_scale", says("mona", g.ScaleProposed(scale="other", content=SCALE))),
    ("refused.scale_in_use", says("mona", g.ScaleProposed(scale="scale4"))),
    ("refused.code_taken", says("mona", g.IndicatorProposed(action="edit", code="A1", indicator=rating("A2")))),
    ("refused.locked", _locked(g.IndicatorProposed(action="edit", code="A1", indicator=rating("A1", weight=2)))),
    ("refused.locked", _locked(g.IndicatorProposed(action="drop", code="A1"))),
    ("refused.locked", _locked(g.IndicatorProposed(action="move", code="A1", section="B"))),
    ("refused.locked", _locked(g.SectionProposed(action="edit", section="A", weight=2))),
    ("refused.locked", _locked(g.ScaleProposed(scale="scale4", content=SCALE.model_copy(update={"best": "low"})))),
    ("refused.locked", _locked(g.FrameProposed(scoring=Scoring(enough=0.1)))),
    ("refused.locked", _locked(g.FrameProposed(locked=()))),
    ("refused.locked", _locked(g.GridProposed(grid=EMPTY))),
    ("refused.not_sealed", says("mona", g.GridAmended(grid=small_grid(), mapping=(), reason="clearer"))),
    ("refused.reason_needed", _amending(_mapped(DROPPED), reason="")),
    ("refused.grid_changed_meanwhile", _amending(_mapped(DROPPED), before="f")),
    ("refused.nothing_changed", _amending(lambda grid: (grid, ()))),
    ("lack.empty", _amending(lambda _: (EMPTY, ()))),
    ("refused.mapping_incomplete", _amending(_mapped())),
    ("refused.mapped_twice", _amending(_mapped(DROPPED, DROPPED))),
    ("refused.no_such_indicator", _amending(_mapped(DROPPED, g.Mapped(how="new", new=("Z9",))))),
    ("refused.mapping_shape", _amending(_mapped(g.Mapped(how="split", old=("A1", "A2"), new=("A2",))))),
    ("refused.not_the_same", _amending(_edited(SAME, weight=2.0))),
    ("refused.other_measure", _amending(_edited(RENAMED, reverse=True))),
    ("refused.no_such_step", says("mona", n.StepAssigned(step="S9", moderator="mona"))),
    ("refused.no_moderator", says("mona", n.StepAssigned(step="S1", moderator="olga"))),
    ("refused.no_such_step", says("mona", n.StepDropped(step="S9"))),
    ("refused.step_was_opened", says("mona", n.StepDropped(step="S1"), ("mona", r.StepOpened(step="S1")))),
    (
        "refused.last_step",
        says("mona", n.StepDropped(step="S4"), *ALL_BUT_THE_LAST),
    ),
    ("refused.end_before_start", says("mona", n.EndLocked(end=datetime(2026, 7, 16, 14, 0)))),
    ("refused.text_needed", says("nora", n.ItemSet(item="i1", what="material", text=" "))),
    ("refused.no_such_item", says("nora", n.ItemDropped(item="i1"))),
]
