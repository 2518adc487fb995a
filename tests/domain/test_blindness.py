"""Blind until sent: what each kind of person sees of each sheet, at every stage."""

from __future__ import annotations

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.meeting.view import awaited, scores_open, see
from facilitate.domain.people import Role
from facilitate.domain.scale import Answer, Noted
from tests.making import Room, small_room

ROOM = ("tess", "mona", "milo", "tim", "nora", "paula", None)
"""Everybody who does not observe; None is somebody without a seat."""


def scored_room(observers: int = 3) -> Room:
    """Every observer has begun; each has written a secret of their own."""
    room = small_room(observers)
    room.person("paula", Role.PARTICIPANT)
    for person in room.meeting.observers:
        secret = f"secret-{person.id}"
        room.do(
            person.id,
            o.Scored(about="mona", indicator="A1", value=3, reason=secret),
            o.Scored(indicator="B4", value=Noted(text=secret)),
            o.EvidenceAdded(evidence=f"e-{person.id}", about="mona", indicator="A1", text=secret, photo=secret),
            o.Tallied(indicator="B3"),
        )
    return room


def seen(room: Room, person: str | None) -> set[str]:
    """The observers whose secrets stand anywhere in what this person is given."""
    view = see(room.meeting, person)
    dump = repr(view.model_dump())
    for sheet in view.sheets.values():
        assert sheet.hidden == (f"secret-{sheet.observer}" not in dump)
        assert sheet.begun != sheet.hidden
    assert set(view.sheets) == set(room.meeting.sheets), "hidden sheets stay listed"
    return {each.id for each in room.meeting.observers if f"secret-{each.id}" in dump}


def everybody_sees(room: Room, room_sees: set[str], **observers: set[str]) -> None:
    assert {person: seen(room, person) for person in ROOM} == dict.fromkeys(ROOM, room_sees)
    for observer in ("olga", "omar", "otis"):
        assert seen(room, observer) == observers.get(observer, set()) | {observer}, observer


def test_nobody_has_sent() -> None:
    room = scored_room()
    everybody_sees(room, set())
    assert awaited(room.meeting) == ("olga", "omar", "otis")
    assert not scores_open(room.meeting)


def test_one_has_sent() -> None:
    room = scored_room()
    room.do("olga", o.SheetSent())
    everybody_sees(room, set())


def test_two_have_sent_and_see_each_other() -> None:
    room = scored_room()
    room.do("olga", o.SheetSent())
    room.do("omar", o.SheetSent())
    everybody_sees(room, set(), olga={"omar"}, omar={"olga"})


def test_all_have_sent() -> None:
    room = scored_room()
    for observer in ("olga", "omar", "otis"):
        room.do(observer, o.SheetSent())
    everyone = {"olga", "omar", "otis"}
    everybody_sees(room, everyone, olga=everyone, omar=everyone, otis=everyone)
    assert awaited(room.meeting) == ()


def test_a_recall_closes_the_scores_and_hides_the_sheet() -> None:
    room = scored_room()
    for observer in ("olga", "omar", "otis"):
        room.do(observer, o.SheetSent())
    room.do("tess", o.ConsensusSet(indicator="A3", value=Answer.YES, reason="secret-talk"))
    room.do("tess", o.Reviewed(observer="omar", about="mona", indicator="A1", value=2, reason="secret-review"))
    room.do("omar", o.SheetRecalled(reason="a slip of mine"))
    everybody_sees(room, set(), olga={"otis"}, otis={"olga"})
    for person in (*ROOM, "omar"):
        view = see(room.meeting, person)
        assert (view.consensus, view.reviews) == ({}, {})
        assert "secret-talk" not in repr(view.model_dump())
        assert "secret-review" not in repr(view.model_dump())
    assert see(room.meeting, "olga").consensus


def test_what_is_sent_after_seeing_is_marked_so() -> None:
    room = scored_room()
    room.do("olga", o.SheetSent())
    room.do("omar", o.SheetSent())
    assert not room.meeting.sheet("olga").after_seeing
    assert not room.meeting.sheet("omar").after_seeing, "who sends second has seen nothing yet"
    room.do("olga", o.SheetRecalled(reason="a slip"))
    room.do("olga", o.Scored(about="mona", indicator="A1", value=1, reason="secret-olga"))
    sent = room.do("olga", o.SheetSent())
    assert isinstance(sent.fact, o.SheetSent)
    assert sent.fact.after_seeing
    assert room.meeting.sheet("olga").after_seeing
    room.do("otis", o.SheetSent())
    assert not room.meeting.sheet("otis").after_seeing


def test_nobody_marks_themselves_as_not_having_seen() -> None:
    room = scored_room()
    sent = room.do("olga", o.SheetSent(after_seeing=True))
    assert isinstance(sent.fact, o.SheetSent)
    assert not sent.fact.after_seeing


def test_who_recalls_before_anybody_else_has_sent_has_seen_nothing() -> None:
    room = scored_room()
    room.do("olga", o.SheetSent(), o.SheetRecalled(reason="a slip"), o.SheetSent())
    assert not room.meeting.sheet("olga").after_seeing


def test_an_open_debrief_shows_what_was_sent_and_nothing_else() -> None:
    room = scored_room()
    room.do("olga", o.SheetSent())
    room.do("tess", o.DebriefOpened(reason="the bus leaves"))
    everybody_sees(room, {"olga"})
    assert room.meeting.debrief == "the bus leaves"
    assert isinstance(room.try_("mona", o.DebriefOpened(reason="I want to")), Refused)


@pytest.mark.parametrize("first", ["mona", "tess"])
def test_an_absent_observer_is_released_by_moderator_and_trainer_together(first: str) -> None:
    room = scored_room()
    room.do("olga", o.SheetSent())
    room.do("otis", o.SheetSent())
    second = {"mona": "tess", "tess": "mona"}[first]
    room.do(first, o.SheetReleased(observer="omar", reason="ill"))
    everybody_sees(room, set(), olga={"otis"}, otis={"olga"})
    room.do("milo" if first == "mona" else first, o.SheetReleased(observer="omar", reason="ill"))
    everybody_sees(room, set(), olga={"otis"}, otis={"olga"})
    room.do(second, o.SheetReleased(observer="omar", reason="went home"))
    everyone = {"olga", "omar", "otis"}
    everybody_sees(room, everyone, olga=everyone, otis=everyone)
    assert set(room.meeting.sheet("omar").released) >= {"mona", "tess"}


def test_nobody_waits_for_an_observer_who_left_without_having_begun() -> None:
    room = small_room(2)
    room.do("olga", o.Scored(about="mona", indicator="A1", value=3), o.SheetSent())
    assert not scores_open(room.meeting)
    room.do("nora", p.PersonLeft(person="omar"))
    assert scores_open(room.meeting)


def test_a_moderator_who_also_observes_waits_like_an_observer() -> None:
    room = scored_room()
    room.do("tess", p.PersonChanged(person="milo", roles=frozenset({Role.MODERATOR, Role.OBSERVER})))
    for observer in ("olga", "omar", "otis"):
        room.do(observer, o.SheetSent())
    assert seen(room, "milo") == set()
    assert seen(room, "mona") == set()
    room.do("milo", o.Scored(about="mona", indicator="A1", value=2), o.SheetSent())
    assert {each for each in ("olga", "omar", "otis") if f"secret-{each}" in repr(see(room.meeting, "milo"))} == {
        "olga",
        "omar",
        "otis",
    }


def test_a_meeting_without_scores_has_nothing_to_open() -> None:
    room = small_room(0)
    assert not scores_open(room.meeting)
    assert see(room.meeting, None).sheets == {}
