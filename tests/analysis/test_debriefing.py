"""What a team talks about: how far answers are apart, worked out by hand, and in which order they are told."""

from __future__ import annotations

import pytest

from facilitate.analysis.agreement import agreement
from facilitate.analysis.debriefing import Item, items
from facilitate.analysis.scores import scores
from facilitate.domain.events.observing import MEETING, ConsensusSet, EvidenceAdded, Reviewed, Scored
from facilitate.domain.indicator import Choice, Count, Derived, Duration, Indicator, Note, Option, Rating, Tally, YesNo
from facilitate.domain.meeting.view import see
from facilitate.domain.scale import Answer, Band, Chosen, Level, Noted, Scale, Value
from tests.analysis.test_agreement import answer, room_on, send
from tests.making import Room, rating, words

OPTIONS = tuple(Option(id=each, label=words(each)) for each in ("a", "b", "c"))


def talked(room: Room) -> tuple[Item, ...]:
    meeting = see(room.meeting, None)
    found = scores(meeting, room.laptop())
    return items(meeting, found, agreement(meeting, found, room.laptop(), "briefly"), room.laptop())


@pytest.mark.parametrize(
    ("indicator", "values", "apart"),
    [
        (rating("I", about="meeting"), (1, 4), 1.0),
        (rating("I", about="meeting"), (2, 4, 2), 4 / 9),  # 2, 2, 0 of 3 points, the mean of three pairs
        (rating("I", about="meeting"), (3, 3), 0.0),
        (YesNo(id="I", text=words("I")), (Answer.YES, Answer.NO, Answer.NO), 2 / 3),
        (Count(id="I", text=words("I")), (3, 4), 1 / 4),  # the smaller is three quarters of the larger
        (Count(id="I", text=words("I")), (0, 4), 1.0),
        (Count(id="I", text=words("I"), bands=(Band(max=1, score=4), Band(score=1))), (0, 1), 0.0),
        (Count(id="I", text=words("I"), bands=(Band(max=1, score=4), Band(score=1))), (0, 9), 1.0),
        (Duration(id="I", text=words("I")), (60, 30), 1 / 2),
        (Tally(id="I", text=words("I")), (5, 5), 0.0),
        (Choice(id="I", text=words("I"), options=OPTIONS), (Chosen(choices=("a",)), Chosen(choices=("b",))), 1.0),
        (
            Choice(id="I", text=words("I"), options=OPTIONS, several=True),
            (Chosen(choices=("a", "b")), Chosen(choices=("b", "c"))),
            2 / 3,  # b of a, b, c
        ),
    ],
)
def test_how_far_answers_are_apart(indicator: Indicator, values: tuple[Value, ...], apart: float) -> None:
    room = room_on(indicator, observers=len(values))
    answer(room, "I", *values)
    send(room)
    (item,) = talked(room)
    assert item.apart == pytest.approx(apart)
    assert item.differs == (apart > 0)


def test_the_widest_first_then_what_some_saw_then_what_all_see_alike_then_what_one_alone_scored() -> None:
    room = room_on(*(rating(f"A{n}", about="meeting") for n in range(1, 7)))
    answer(room, "A1", 3, 3)
    answer(room, "A2", 3)
    answer(room, "A3", 3, Answer.NOT_OBSERVED)
    answer(room, "A4", 3, 2)
    answer(room, "A5", 1, 4)
    send(room)
    found = talked(room)
    assert [each.cell.indicator for each in found] == ["A5", "A4", "A3", "A1", "A2"]
    assert [each.to_talk for each in found] == [True, True, True, False, False]
    assert [each.partly for each in found] == [False, False, True, False, False]


def test_the_observers_own_stay_beside_consensus_and_review() -> None:
    room = room_on(rating("A1"))
    answer(room, "A1", 1, 4, about="mona")
    room.do("olga", EvidenceAdded(about="mona", indicator="A1", evidence="e1", text="she asked twice"))
    send(room)
    room.do("tess", Reviewed(observer="olga", about="mona", indicator="A1", value=3, reason="asked again"))
    room.do("tess", ConsensusSet(about="mona", indicator="A1", value=2, reason="talked"))
    (item,) = talked(room)
    assert {each.observer: each.given.value for each in item.voices if each.given} == {"olga": 1, "omar": 4}
    assert item.voices[0].review is not None
    assert item.voices[0].review.value == 3
    assert [fact.text for fact in item.voices[0].evidence] == ["she asked twice"]
    assert item.consensus is not None
    assert (item.consensus.value, item.consensus.reason, item.to_talk) == (2, "talked", False)


def test_who_does_not_observe_a_moderator_has_no_voice_about_them() -> None:
    room = room_on(rating("A1"), observers=2)
    room.do("olga", Scored(about="mona", indicator="A1", value=1))
    room.do("omar", Scored(about="milo", indicator="A1", value=4))
    send(room)
    assert {item.cell.about: [each.observer for each in item.voices] for item in talked(room)} == {
        "mona": ["olga", "omar"],
        "milo": ["olga", "omar"],
    }, "who observes nobody in particular observes all"


def test_notes_and_facts_alone_are_listed_and_what_follows_from_others_is_not() -> None:
    element = Derived(id="E", text=words("element"), scale="scale4", behaviours=("A1",))
    room = room_on(rating("A1", about="meeting"), element, Note(id="N", text=words("N")))
    answer(room, "A1", 2, 3)
    answer(room, "N", Noted(text="warm"), Noted(text="cold"))
    room.do("olga", EvidenceAdded(about=MEETING, indicator="E", evidence="e1", text="seen"))
    send(room)
    found = {each.cell.indicator: each for each in talked(room)}
    assert set(found) == {"A1", "E", "N"}
    assert found["N"].apart is None
    assert not found["N"].to_talk
    assert not any(each.in_person for each in found["E"].voices)


def test_uneven_points_are_as_far_as_their_scale_says() -> None:
    scale = Scale(id="s", levels=tuple(Level(value=v, label=words(str(v))) for v in (0, 1, 10)), measurement="interval")
    room = room_on(Rating(id="I", text=words("I"), scale="s"), scales=(scale,))
    answer(room, "I", 0, 1)
    send(room)
    assert talked(room)[0].apart == pytest.approx(1 / 10)


def test_equal_ones_stand_as_in_the_grid_whatever_their_fractions_add_up_to() -> None:
    room = room_on(*(rating(f"A{n}", about="meeting") for n in (1, 2)), observers=3)
    answer(room, "A1", 2, 1, 4)  # 1, 2 and 3 of 3 points: two thirds
    answer(room, "A2", 2, 4, Answer.NOT_OBSERVED)  # 2 of 3 points: two thirds
    send(room)
    assert [each.cell.indicator for each in talked(room)] == ["A1", "A2"]
