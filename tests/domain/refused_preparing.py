"""Refusals about people, the agenda and the grid: the reason, and how one comes to hear it."""

from __future__ import annotations

from collections.abc import Callable

from facilitate.domain.events import Fact
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.grid import Grid
from facilitate.domain.people import SETUP, Role
from tests.making import Room, rating, small_grid, words

SIGNED = (p.Signature(person="mona", role=Role.MODERATOR),)


def says(by: str, fact: Fact, *before: tuple[str, Fact]) -> Callable[[Room], tuple[str, Fact]]:
    """Somebody says something, after others have done things."""

    def act(room: Room) -> tuple[str, Fact]:
        for who, what in before:
            room.do(who, what)
        return by, fact

    return act


def sealed(room: Room) -> None:
    room.do("mona", p.GridSealed(fingerprint=_fingerprint(room), signatures=SIGNED))


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
        grid = next(event for event in room.events if isinstance(event.fact, p.GridProposed))
        room.record.events.remove(grid)
        room.record.refold()
        return "mona", fact

    return act


def _seal(room: Room) -> tuple[str, Fact]:
    return "mona", p.GridSealed(fingerprint=_fingerprint(room), signatures=SIGNED)


def _sealed_twice(room: Room) -> tuple[str, Fact]:
    sealed(room)
    return _seal(room)


def _with_an_objection(room: Room) -> tuple[str, Fact]:
    no = p.IndicatorJudged(code="A1", fingerprint=_fingerprint(room), accepted=False, reason="vague")
    room.do("olga", no)
    return _seal(room)


def _without_signatures(room: Room) -> tuple[str, Fact]:
    return "mona", p.GridSealed(fingerprint=_fingerprint(room))


def _below_quorum(room: Room) -> tuple[str, Fact]:
    return "mona", p.GridSealed(fingerprint=_fingerprint(room), rule="quorum", quorum=2, signatures=SIGNED)


def _no_without_a_reason(room: Room) -> tuple[str, Fact]:
    return "olga", p.IndicatorJudged(code="A1", fingerprint=_fingerprint(room), accepted=False)


def _amended(*mapping: p.Mapped, reason: str = "clearer") -> p.GridAmended:
    return p.GridAmended(grid=small_grid(), mapping=mapping, reason=reason)


def _added(code: str = "Z1", **fields: object) -> p.IndicatorProposed:
    content = {"action": "add", "code": code, "section": "A", "indicator": rating("Z1"), **fields}
    return p.IndicatorProposed.model_validate(content)


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
    ("refused.grid_sealed", _after_sealing("mona", p.GridProposed(grid=EMPTY))),
    ("refused.grid_sealed", _after_sealing("mona", _added())),
    ("refused.grid_sealed", _sealed_twice),
    (
        "refused.grid_in_use",
        says("mona", p.GridProposed(grid=EMPTY), ("olga", o.Scored(about="mona", indicator="A1", value=2))),
    ),
    ("refused.no_grid", _without_grid(_added())),
    ("refused.no_grid", _without_grid(p.GridSealed(fingerprint="f", signatures=SIGNED))),
    ("refused.no_grid", says("mona", p.GridSealed(fingerprint="f"), ("mona", p.GridProposed(grid=EMPTY)))),
    ("refused.code_taken", says("mona", _added("A1", indicator=rating("A1")))),
    ("refused.no_such_indicator", says("mona", p.IndicatorProposed(action="drop", code="Z1"))),
    ("refused.no_content", says("mona", _added(indicator=None))),
    ("refused.no_content", says("mona", _added("Z2"))),
    ("refused.no_such_scale", says("mona", _added(indicator=rating("Z1").model_copy(update={"scale": "other"})))),
    ("refused.no_such_section", says("mona", _added(section="Z"))),
    ("refused.no_such_section", says("mona", _added(section=None))),
    ("refused.no_such_section", says("mona", p.IndicatorProposed(action="move", code="A1", section="Z"))),
    ("refused.no_such_indicator", says("olga", p.IndicatorJudged(code="Z1", fingerprint="f", accepted=True))),
    ("refused.grid_changed_meanwhile", says("olga", p.IndicatorJudged(code="A1", fingerprint="f", accepted=True))),
    ("refused.reason_needed", _no_without_a_reason),
    ("refused.grid_changed_meanwhile", says("mona", p.GridSealed(fingerprint="f", signatures=SIGNED))),
    ("refused.objections", _with_an_objection),
    ("refused.too_few_signatures", _without_signatures),
    ("refused.too_few_signatures", _below_quorum),
    ("refused.not_sealed", says("mona", _amended())),
    ("refused.reason_needed", _after_sealing("mona", _amended(reason=" "))),
    ("refused.mapping_incomplete", _after_sealing("mona", _amended(p.Mapped(how="same", old=("A1",), new=("A1",))))),
]
