"""What a meeting still needs before it can start well, and the checklist that it begins with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from facilitate.analysis.lacking import Lack, lacking
from facilitate.analysis.seeds import seeds, things
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.people import Group, Role
from facilitate.kits.kit_file import read_kit
from tests.making import Room, seal, small_room


def ready() -> Room:
    """A meeting that lacks nothing."""
    room = small_room(place="Youth house")
    for step, who in zip(("S1", "S2", "S3", "S4"), ("mona", "mona", "milo", "milo"), strict=True):
        room.do("tess", n.StepAssigned(step=step, moderator=who))
    room.do("tess", n.ExpectedSet(group=Group(sex="women"), number=8))
    room.do("tess", n.ItemSet(item="i1", what="material", text="cards", done=True))
    room.do("tess", n.ConsentSet(until=date(2027, 1, 1)))
    seal(room)
    return room


def said(room: Room) -> list[tuple[str, str, str]]:
    return [(each.message.removeprefix("lacking."), each.part, each.line) for each in lacking(room.meeting)]


def test_a_meeting_that_is_ready_lacks_nothing() -> None:
    assert said(ready()) == []


def _roles(person: str, *roles: Role) -> Callable[[Room], object]:
    return lambda room: room.do("tess", p.PersonChanged(person=person, roles=frozenset(roles)))


def _observes(person: str, *whom: str) -> Callable[[Room], object]:
    return lambda room: room.do("tess", p.PersonChanged(person=person, observes=whom))


MISSING: list[tuple[Callable[[Room], object], set[tuple[str, str, str]]]] = [
    (lambda room: room.do("tess", p.MeetingChanged(place="")), {("place", "about", "where")}),
    (lambda room: room.do("tess", n.EndLocked(end=datetime(2026, 7, 16, 14, 30))), {("too_long", "agenda", "")}),
    (lambda room: room.do("tess", n.StepAssigned(step="S2")), {("unassigned", "agenda", "S2")}),
    (lambda room: room.do("tess", n.ItemSet(item="i2", what="material", text="tape")), {("undone", "checklist", "i2")}),
    (lambda room: room.do("tess", n.ItemDropped(item="i1")), {("checklist", "checklist", "")}),
    (lambda room: room.do("tess", n.ConsentSet(wording="we note")), {("until", "consent", "until")}),
    (lambda room: room.do("tess", n.ExpectedSet(group=Group(sex="women"), number=0)), {("expected", "expected", "")}),
    (_roles("milo", Role.HOST), set()),
]


@pytest.mark.parametrize(("act", "wanted"), MISSING)
def test_whatever_is_missing_is_named_with_the_part_that_mends_it(
    act: Callable[[Room], object], wanted: set[tuple[str, str, str]]
) -> None:
    room = ready()
    act(room)
    assert set(said(room)) == wanted


def test_who_observes_nobody_and_who_is_observed_by_nobody_are_told_apart() -> None:
    room = ready()
    _observes("olga", "milo")(room)
    _observes("omar", "milo")(room)
    assert said(room) == [("unobserved", "team", "mona")]
    _roles("milo", Role.HOST)(room)
    assert said(room)[:3] == [
        ("observes_nobody", "team", "olga"),
        ("observes_nobody", "team", "omar"),
        ("unobserved", "team", "mona"),
    ]


def test_without_moderators_or_an_hour_that_is_said_first() -> None:
    room = small_room(observers=0)
    _roles("mona", Role.HOST)(room), _roles("milo", Role.HOST)(room)
    assert [lack.message for lack in lacking(room.meeting.model_copy(update={"start": None}))][:4] == [
        "lacking.hour",
        "lacking.place",
        "lacking.moderator",
        "lacking.observer",
    ]
    assert Lack("lacking.agreement", "grid") in lacking(room.meeting)


# The checklist to begin with.


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Cards, thick pens, tape.", ("Cards", "Thick pens", "Tape")),
        ("Pebbles (about 100, or more), and chalk", ("Pebbles (about 100, or more)", "Chalk")),
        ("بطاقات، وأقلام عريضة، وورق كبير.", ("بطاقات", "أقلام عريضة", "ورق كبير")),
        ("", ()),
    ],
)
def test_a_sentence_of_materials_is_taken_apart(sentence: str, found: tuple[str, ...]) -> None:
    assert things(sentence) == found


@pytest.mark.parametrize("kit", ["youth", "farmers"])
def test_sowing_twice_or_in_another_language_brings_nothing_twice(kit: str) -> None:
    room = small_room()
    room.do("tess", p.AgendaSet(agenda=read_kit(kit).agenda))
    room.do("tess", n.ExpectedSet(group=Group(sex="women", age="18-24"), number=8))
    sown = seeds(room.meeting, "en")
    assert [each.group for each in sown if each.what == "invitation"] == [Group(sex="women", age="18-24")]
    assert len([each for each in sown if each.what == "material"]) >= 4
    for each in sown:
        room.do("tess", n.ItemSet(item=each.id, what=each.what, text=each.text or "women"))
    assert [seeds(room.meeting, language) for language in ("en", "fr", "ar")] == [(), (), ()]
