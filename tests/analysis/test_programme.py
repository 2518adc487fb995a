"""Several meetings side by side: which are compared, who is the same person, what is small."""

from __future__ import annotations

from datetime import datetime
from itertools import permutations
from typing import Any

import pytest

from facilitate.analysis.profiles import courses, grouped, small, together
from facilitate.analysis.programme import Told, audience, programme
from facilitate.analysis.programme_notes import notes
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.events.preparing import PersonErased
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.view import see
from facilitate.domain.model import replaced
from facilitate.domain.people import SETUP
from tests.analysis.test_comparable import reworded
from tests.making import Room, small_grid, small_room


def scored(value: int, *, observers: int = 2, sent: bool = True, grid: Grid | None = None, **about: Any) -> Room:
    """A meeting of July in which every observer gave Mona this for A1 and A2."""
    room = small_room(observers, audience=about.pop("audience", "youth"), centre=about.pop("centre", "AB1"), **about)
    if grid is not None:
        room.do(SETUP, GridProposed(grid=grid))
    for name in ("olga", "omar", "otis", "ofra")[:observers]:
        room.do(
            name, Scored(about="mona", indicator="A1", value=value), Scored(about="mona", indicator="A2", value=value)
        )
        if sent:
            room.do(name, SheetSent())
    return room


def told(room: Room, number: int) -> Told:
    """The meeting as somebody without a seat sees it, on that day of July."""
    meeting = replaced(see(room.meeting, None), id=f"meeting{number}", start=datetime(2026, 7, number, 14))
    return meeting, room.laptop()


def test_the_mean_of_each_meeting_counts_once() -> None:
    found = programme([told(scored(2, observers=1), 1), told(scored(4, observers=3), 2)])
    assert [each.meeting.id for each in found.compared] == ["meeting1", "meeting2"]
    whole = together(found.profiles, "moderator", "A")
    assert (whole.mean, whole.profiles, whole.meetings, whole.observers) == (3.0, 2, 2, 1)


def test_minutes_of_a_meeting_on_paper_are_not_known_and_not_none() -> None:
    held = scored(3)
    held.next("mona")
    held.next("mona", minutes=4)
    held.next("mona", minutes=5)
    found = programme([told(scored(2), 1), told(held, 2)])
    assert [each.figures.minutes_used for each in found.held] == [None, 5]


def test_the_order_in_which_meetings_come_does_not_matter() -> None:
    every = [told(scored(n), n) for n in (1, 2, 3)]
    first = programme(every)
    assert all(programme(order) == first for order in permutations(every))


def test_rehearsals_stay_out_unless_asked_for() -> None:
    every = [told(scored(2), 1), told(scored(4, rehearsal=True), 2)]
    found = programme(every)
    assert [each.meeting.id for each in found.held] == ["meeting1"]
    assert found.rehearsals_left_out == 1
    assert "compare.note.rehearsals" in [note.message for note in notes(found)]
    assert len(programme(every, rehearsals=True).held) == 2


def test_other_grids_stand_apart() -> None:
    strange = scored(1, grid=Grid(**{**dict(small_grid()), "id": "strange"}))
    found = programme([told(scored(2), 1), told(scored(4), 2), told(strange, 3)])
    assert [(each.meeting.id, each.apart) for each in found.apart] == [("meeting3", "other_grid")]
    assert {each.meeting for each in found.profiles} == {"meeting1", "meeting2"}


def test_another_version_is_compared_on_what_is_the_same() -> None:
    newer = small_room(1, audience="youth")
    newer.do(SETUP, GridProposed(grid=reworded(small_grid(), "A2")))
    newer.do("olga", Scored(about="mona", indicator="A1", value=4), Scored(about="mona", indicator="A2", value=1))
    newer.do("olga", SheetSent())
    found = programme([told(scored(2), 1), told(scored(2), 2), told(newer, 3)])
    assert not found.apart
    means = {
        each.meeting: each.of("A").mean for each in found.profiles if each.of("A").mean and each.who.name == "Mona"
    }
    assert means == {"meeting1": 2, "meeting2": 2, "meeting3": 4}
    assert notes(found)[0].message == "compare.note.versions"


def test_unsent_sheets_give_nothing() -> None:
    found = programme([told(scored(2, sent=False), 1)])
    assert all(each.overall.mean is None for each in found.profiles)
    assert "compare.note.unsent" in [note.message for note in notes(found)]


@pytest.mark.parametrize(("centres", "people"), [(("AB1", "ab1"), 2), (("AB1", "AB2"), 4)])
def test_a_person_is_the_same_by_name_within_a_centre(centres: tuple[str, str], people: int) -> None:
    found = programme([told(scored(n, centre=centre), n) for n, centre in enumerate(centres, 1)])
    assert len(found.moderators) == people


def test_an_erased_person_is_in_no_other_meeting_and_has_no_name() -> None:
    rooms = [scored(n) for n in (1, 2)]
    for room in rooms:
        room.do("tess", PersonErased(person="mona"))
    found = programme([told(room, n) for n, room in enumerate(rooms, 1)])
    assert sorted(who.name or "" for who in found.moderators) == ["", "", "Milo"]


def test_two_of_one_name_in_a_meeting_are_not_taken_for_anybody_else() -> None:
    every = [told(scored(n), n) for n in (1, 2)]
    meeting, now = every[0]
    people = {**meeting.people, "milo": replaced(meeting.people["milo"], name="MONA")}
    found = programme([(replaced(meeting, people=people), now), every[1]])
    assert sorted(who.name or "" for who in found.moderators) == ["MONA", "Milo", "Mona", "Mona"]


def test_change_over_time_is_told_from_three_meetings_on() -> None:
    every = [told(scored(value), n) for n, value in ((1, 2), (2, 3), (3, 4))]
    for number, change in ((2, None), (3, 2.0)):
        found = programme(every[:number])
        mona = next(each for each in courses(found.profiles, found.moderators) if each.who.name == "Mona")
        assert mona.change == change


def test_small_numbers_are_named() -> None:
    assert small(2, 30) == "few_meetings"
    assert small(3, 4) == "few_observers"
    assert small(3, 5) is None


def test_groups_are_in_the_order_of_the_alphabet_and_nobody_s_come_last() -> None:
    every = [told(scored(1, audience=""), 1), told(scored(1), 2), told(scored(1, audience="farmers"), 3)]
    every[0] = (replaced(every[0][0], kit=""), every[0][1])
    groups = grouped(programme(every).held, audience)
    assert {key: [each.meeting.id for each in held] for key, held in groups.items()} == {
        "farmers": ["meeting3"],
        "youth": ["meeting2"],
        "": ["meeting1"],
    }
    assert list(groups) == ["farmers", "youth", ""]


def test_a_meeting_that_nobody_has_scored_yet_does_not_lead() -> None:
    other = replaced(small_grid(), id="another-grid")
    found = programme(
        [told(scored(3), 1), told(scored(2, sent=False, grid=other), 2), told(scored(2, sent=False, grid=other), 3)]
    )
    assert [each.meeting.id for each in found.compared] == ["meeting1"]
