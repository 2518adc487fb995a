"""Agreeing on a grid: a yes stands for the words that were read, silence is none, a *no* is settled before the seal."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.domain.agreement import asked, not_yet, objections, signatures, standing
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import agreeing as g
from facilitate.domain.events import observing as o
from facilitate.domain.events import preparing as p
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.indicator import Condition, Derived, YesNo
from facilitate.domain.meeting.fold import fold
from facilitate.domain.people import Role
from tests.domain.acting import Actor
from tests.domain.test_fingerprint import GRID, neighbours
from tests.making import Room, all_agree, no, rating, sealing, small_room, words, yes


def grid_of(room: Room) -> Grid:
    assert room.meeting.grid
    return room.meeting.grid


def state(room: Room) -> str:
    return room.meeting.grids.standing


def open_for(room: Room) -> dict[str, int]:
    return {person: len(codes) for person, codes in not_yet(room.meeting).items() if codes}


@pytest.mark.parametrize("grid", list(neighbours()))
def test_whatever_changes_the_fingerprint_changes_what_somebody_says_yes_to(grid: Grid) -> None:
    assert grid.content_of != GRID.content_of


def test_moderators_and_observers_are_asked_and_trainers_are_not() -> None:
    assert [person.id for person in asked(small_room().meeting)] == ["mona", "milo", "olga", "omar"]


def test_nobody_agrees_by_silence() -> None:
    room = small_room()
    assert open_for(room) == dict.fromkeys(("mona", "milo", "olga", "omar"), 1 + len(grid_of(room).by_id))
    assert signatures(room.meeting) == ()


def test_three_agree_after_an_objection_a_rewording_and_a_dropped_indicator() -> None:
    room = small_room(observers=1)
    all_agree(room)
    room.do("olga", no(grid_of(room), "A1", "two questions in one"))
    assert [(each.code, each.person, each.reason) for each in objections(room.meeting)] == [
        ("A1", "olga", "two questions in one")
    ]
    assert isinstance(room.try_("mona", sealing(room)), Refused)
    clearer = rating("A1").model_copy(update={"text": words("one question")})
    room.do("milo", g.IndicatorProposed(action="edit", code="A1", indicator=clearer, reason="one question each"))
    assert not objections(room.meeting), "it was made to other words"
    assert open_for(room) == {"mona": 1, "milo": 1, "olga": 1}, "everybody reads the new words"
    room.do("mona", g.IndicatorProposed(action="drop", code="B4", reason="nobody can see that"))
    assert open_for(room) == {"mona": 2, "milo": 2, "olga": 2}, "and says yes to a grid without B4"
    all_agree(room)
    room.do("olga", sealing(room))
    history = room.meeting.grids
    assert history.standing == "agreed"
    assert history.seal is not None
    assert [(each.person, each.role) for each in history.seal.signatures] == [
        ("mona", Role.MODERATOR),
        ("milo", Role.MODERATOR),
        ("olga", Role.OBSERVER),
    ]
    assert [(each.by, each.change.reason) for each in history.proposals] == [
        ("milo", "one question each"),
        ("mona", "nobody can see that"),
    ]
    assert [each.reason for each in history.judgements if not each.accepted] == ["two questions in one"]


def test_an_objection_can_be_taken_back_by_saying_yes_or_by_undoing_it() -> None:
    room = small_room()
    room.do("olga", no(grid_of(room), "A1"))
    room.do("olga", yes(grid_of(room), "A1"))
    assert not objections(room.meeting)
    said = room.do("omar", no(grid_of(room), "A2"))
    room.do("omar", o.Undone(event=said.id))
    assert not objections(room.meeting)


def test_a_trainer_can_object() -> None:
    room = small_room()
    all_agree(room)
    room.do("tess", no(grid_of(room), FRAME, "too long"))
    assert isinstance(room.try_("mona", sealing(room)), Refused)


def test_words_that_come_back_are_the_same_words() -> None:
    room = small_room()
    all_agree(room)
    edit = room.do("mona", g.IndicatorProposed(action="edit", code="A1", indicator=rating("A1", weight=2.0)))
    assert open_for(room)
    room.do("mona", o.Undone(event=edit.id))
    assert not open_for(room)


def test_another_scale_asks_again_about_all_that_are_rated_on_it() -> None:
    room = small_room()
    all_agree(room)
    scale = grid_of(room).scales[0]
    room.do("mona", g.ScaleProposed(scale=scale.id, content=scale.model_copy(update={"best": "low"})))
    assert not_yet(room.meeting)["olga"] == ("A1", "A2", "B2")


def test_whoever_has_left_is_not_waited_for_and_holds_nobody_up() -> None:
    room = small_room()
    room.do("omar", no(grid_of(room), "A1"))
    room.do("nora", p.PersonLeft(person="omar"))
    all_agree(room)
    room.do("mona", sealing(room))
    assert state(room) == "agreed"


def test_who_has_a_say_no_longer_holds_nobody_up() -> None:
    room = small_room()
    room.do("omar", no(grid_of(room), "A1"))
    room.do("nora", p.PersonChanged(person="omar", roles=frozenset({Role.NOTE_TAKER})))
    assert not objections(room.meeting)
    all_agree(room)
    room.do("mona", sealing(room))
    assert state(room) == "agreed"


def test_a_quorum_is_enough_where_the_team_chose_it() -> None:
    room = small_room()
    room.do("mona", g.AgreementRuleSet(rule="quorum", quorum=2))
    for person in ("mona", "olga"):
        room.do(person, *(yes(grid_of(room), code) for code in grid_of(room).content_of))
    room.do("milo", sealing(room))
    seal = room.meeting.grids.seal
    assert seal is not None
    assert (seal.rule, seal.quorum, [each.person for each in seal.signatures]) == ("quorum", 2, ["mona", "olga"])


def test_an_amendment_is_agreed_by_a_seal_of_its_own() -> None:
    room = small_room()
    all_agree(room)
    room.do("mona", sealing(room))
    before = grid_of(room)
    after = before.with_parts(version="2")
    same = tuple(g.Mapped(how="same", old=(code,), new=(code,)) for code in before.by_id)
    room.do("milo", g.GridAmended(grid=after, before=before.fingerprint, mapping=same, reason="a new number"))
    assert state(room) == "amended"
    assert not_yet(room.meeting)["olga"] == (FRAME,)
    all_agree(room)
    room.do("olga", sealing(room))
    assert state(room) == "agreed"
    assert [each.fingerprint for each in room.meeting.grids.seals] == [before.fingerprint, after.fingerprint]


def test_of_two_amendments_made_apart_the_first_stands() -> None:
    room = small_room()
    all_agree(room)
    room.do("mona", sealing(room))
    before = grid_of(room)
    same = tuple(g.Mapped(how="same", old=(code,), new=(code,)) for code in before.by_id)
    elsewhere = Room(replica="replica2")
    elsewhere.record.add(room.events)
    for where, version in ((room, "2"), (elsewhere, "3")):
        amended = before.with_parts(version=version)
        where.do("mona", g.GridAmended(grid=amended, before=before.fingerprint, mapping=same, reason="number"))
    merged = fold([*room.events, elsewhere.events[-1]])
    assert [each.version for each in merged.grids.versions] == ["1", "2"]
    assert [each.message for each in merged.clashes] == ["clash.amended_twice"]


def test_a_centre_adds_to_what_a_programme_locked() -> None:
    room = small_room()
    room.do("tess", g.FrameProposed(locked=("A1", "A2")))
    room.do("mona", g.IndicatorProposed(action="add", code="A9", section="A", indicator=rating("A9")))
    room.do("mona", g.SectionProposed(action="add", section="C", title=words("ours")))
    room.do("mona", g.IndicatorProposed(action="edit", code="B2", indicator=rating("B2", weight=3.0)))
    assert {"A9", "A1", "A2"} <= set(grid_of(room).by_id)


def test_what_a_locked_indicator_follows_from_is_locked_with_it() -> None:
    room = small_room()
    derived = Derived(id="D1", text=words("D1"), scale="scale4", behaviours=("A1", "A2"))
    after = YesNo(id="W1", text=words("W1"), when=Condition(indicator="A3", values=("yes",)))
    for each in (derived, after):
        room.do("mona", g.IndicatorProposed(action="add", code=each.id, section="A", indicator=each))
    room.do("tess", g.FrameProposed(locked=("D1", "W1")))
    reworded = (
        g.IndicatorProposed(action="drop", code="A1"),
        g.IndicatorProposed(action="edit", code="A2", indicator=rating("A2", weight=3.0)),
        g.IndicatorProposed(action="edit", code="A3", indicator=YesNo(id="A3", text=words("the opposite"))),
    )
    for fact in reworded:
        refused = room.try_("mona", fact)
        assert isinstance(refused, Refused), fact
        assert refused.message == "refused.locked"


@pytest.mark.parametrize(
    ("fact", "codes"),
    [
        (g.IndicatorProposed(action="move", code="A3", first=True), "A3 A1 A2 B1 B2 B3 B4"),
        (g.IndicatorProposed(action="move", code="A1", after="A2"), "A2 A1 A3 B1 B2 B3 B4"),
        (g.IndicatorProposed(action="move", code="A1", section="B", after="B1"), "A2 A3 B1 A1 B2 B3 B4"),
        (g.IndicatorProposed(action="move", code="A1", section="B"), "A2 A3 B1 B2 B3 B4 A1"),
        (g.SectionProposed(action="move", section="B", first=True), "B1 B2 B3 B4 A1 A2 A3"),
        (g.SectionProposed(action="edit", section="A", weight=2), "A1 A2 A3 B1 B2 B3 B4"),
        (g.IndicatorProposed(action="edit", code="A2", indicator=rating("A7")), "A1 A7 A3 B1 B2 B3 B4"),
    ],
)
def test_where_parts_stand_after_a_proposal(fact: g.IndicatorProposed | g.SectionProposed, codes: str) -> None:
    room = small_room()
    room.do("mona", fact)
    assert " ".join(grid_of(room).by_id) == codes


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32).map(Random))
def test_whatever_happened_who_signed_had_said_yes_to_every_word(chance: Random) -> None:
    """Random people on one laptop; each seal is looked at in the meeting as it was just before."""
    room, actor = small_room(), Actor(chance)
    room.do("mona", g.AgreementRuleSet(rule="quorum", quorum=1))
    for _ in range(40):
        if chance.random() < 0.1:
            person = chance.choice(asked(room.meeting)).id
            for code in not_yet(room.meeting)[person]:
                room.do(person, yes(grid_of(room), code))
        before, (by, fact) = room.meeting, actor.grid(room)
        if isinstance(room.try_(by, fact), Refused) or not isinstance(fact, g.GridSealed):
            continue
        assert not objections(before)
        for signature in fact.signatures:
            for code in grid_of(room).content_of:
                assert standing(before)[code, signature.person].accepted
