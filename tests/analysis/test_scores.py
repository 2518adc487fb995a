"""Scores of sections, worked out by hand, for one observer and over observers."""

from __future__ import annotations

import pytest

from facilitate.analysis.answers import Given, answers
from facilitate.analysis.measures import log_values
from facilitate.analysis.scores import Mean, Scores, scores, section_score
from facilitate.domain.events.agreeing import GridAmended, GridProposed, Mapped
from facilitate.domain.events.observing import MEETING, Scored, SheetSent, Tallied, Timed
from facilitate.domain.events.running import MeetingClosed
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Condition, Count, Derived, Duration, Indicator, Option, Tally, YesNo
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.view import see
from facilitate.domain.people import SETUP, Role
from facilitate.domain.scale import Answer, Band, Value
from tests.making import START, Room, rating, seal, small_grid, small_room, words


def room_on(*indicators: Indicator, **section: float) -> Room:
    """A meeting whose grid has one section with these indicators."""
    room = small_room()
    grid = small_grid().with_sections((Section(id="A", title=words("A"), indicators=indicators, **section),))
    room.do(SETUP, GridProposed(grid=grid))
    return room


def score(room: Room, observer: str, about: str = MEETING, step: str | None = None, **values: Value) -> None:
    for code, value in values.items():
        room.do(observer, Scored(about=about, indicator=code, value=value, step=step))


def found(room: Room) -> Scores:
    return scores(room.meeting, room.meeting.closed or room.laptop())


def test_a_section_is_the_mean_of_what_was_scored() -> None:
    room = room_on(*(rating(f"A{n}") for n in range(1, 6)))
    score(room, "olga", "mona", A1=4, A2=3, A3=1)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0] == pytest.approx(("A", 8 / 3, 3, 5, 3)), "3 of 5 are just 60 %"
    assert sheet.overall.mean == pytest.approx(8 / 3)


def test_too_little_shows_no_score_and_not_observed_is_no_low_score() -> None:
    room = room_on(*(rating(f"A{n}") for n in range(1, 6)))
    score(room, "olga", "mona", A1=4, A2=3, A3=Answer.NOT_OBSERVED)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0] == ("A", None, 2, 5, 2)
    score(room, "olga", "mona", A4=Answer.NOT_APPLICABLE, A5=Answer.NOT_APPLICABLE)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0] == ("A", 3.5, 2, 3, 2), "not applicable leaves the denominator"


def test_weights() -> None:
    room = room_on(rating("A1", weight=3), rating("A2"), rating("A3", weight=0))
    score(room, "olga", "mona", A1=4, A2=2, A3=1)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0] == ("A", 3.5, 2, 2, 2)


def test_overall_weighs_sections() -> None:
    room = small_room()
    sections = (
        Section(id="A", title=words("A"), weight=3, indicators=(rating("A1"),)),
        Section(id="B", title=words("B"), indicators=(rating("B1"), rating("B2"))),
        Section(id="C", title=words("C"), indicators=(rating("C1", about="meeting"),)),
    )
    room.do(SETUP, GridProposed(grid=small_grid().with_sections(sections)))
    score(room, "olga", "mona", A1=4, B1=1, B2=3)
    score(room, "olga", C1=2)
    everything = found(room)
    mona, meeting = everything.sheet("olga", "mona"), everything.sheet("olga", MEETING)
    assert mona is not None
    assert meeting is not None
    assert mona.overall.mean == pytest.approx((3 * 4 + 1 * 2) / 4)
    assert meeting.overall.mean == 2
    subject = everything.subject("mona")
    assert subject is not None
    assert set(subject.sections) == {"A", "B"}, "what is about the meeting is no part of a moderator's profile"


def test_moderators_and_the_meeting_are_never_mixed() -> None:
    room = room_on(rating("A1"), rating("A2", about="meeting"))
    score(room, "olga", "mona", A1=4)
    score(room, "olga", "milo", A1=2)
    score(room, "olga", A2=1)
    means = {each.about: each.sections["A"].mean for each in found(room).subjects}
    assert means == {"mona": 4, "milo": 2, MEETING: 1}


def test_over_observers_the_mean_the_spread_and_the_deviation() -> None:
    room = room_on(rating("A1"), rating("A2"))
    score(room, "olga", "mona", A1=4, A2=3)
    score(room, "omar", "mona", A1=1, A2=2)
    subject = found(room).subject("mona")
    assert subject is not None
    assert subject.indicators["A1"] == pytest.approx((2.5, 3, 4.5**0.5, 2))
    assert subject.sections["A"] == pytest.approx((2.5, 2, 2**0.5, 2)), "3.5 and 1.5"
    assert subject.overall.observers == 2
    one = found(room).subject("milo")
    assert one is not None
    assert one.sections["A"] == Mean(None, None, None, 0)


def test_hidden_sheets_count_for_nothing() -> None:
    room = room_on(rating("A1"))
    score(room, "olga", "mona", A1=4)
    room.do("olga", SheetSent())
    score(room, "omar", "mona", A1=1)
    assert scores(see(room.meeting, None), room.laptop()).sheets == ()
    seen = scores(see(room.meeting, "olga"), room.laptop())
    assert {each.observer for each in seen.sheets} == {"olga"}


def test_steps_make_one_indicator() -> None:
    room = room_on(rating("A1", about="step"), rating("A2", about="meeting"))
    score(room, "olga", step="S1", A1=4)
    score(room, "olga", step="S2", A1=3)
    score(room, "olga", A2=2)
    sheet = found(room).sheet("olga", MEETING)
    assert sheet is not None
    assert sheet.sections[0] == ("A", (3.5 + 2) / 2, 2, 2, 2)


def test_tallies_and_durations_are_answers_unless_marked() -> None:
    bands = (Band(max=2, score=4), Band(score=1))
    groups = (Option(id="women", label=words("women")), Option(id="men", label=words("men")))
    room = room_on(
        Tally(id="A1", text=words("t"), bands=bands, groups=groups), Duration(id="A2", text=words("d"), bands=bands)
    )
    room.do("olga", *(Tallied(indicator="A1", group=group) for group in ("women", "men", "women")))
    second = START.replace(second=2)
    room.do("olga", Timed(indicator="A2", timing="x", start=START, stop=second))
    room.do("olga", Timed(indicator="A2", timing="running", start=START))
    given = answers(room.meeting, room.meeting.sheet("olga"), MEETING, {})
    assert given == {Cell(MEETING, "A1"): (3, 1, "tally"), Cell(MEETING, "A2"): (2, 4, "duration")}
    score(room, "olga", A1=2)
    given = answers(room.meeting, room.meeting.sheet("olga"), MEETING, {})
    assert given[Cell(MEETING, "A1")] == (2, 4, "mark")


def test_a_condition_that_is_not_met_leaves_the_indicator_out() -> None:
    asked = YesNo(id="A1", text=words("conflict?"))
    after = rating("A2", about="moderator", when=Condition(indicator="A1", values=("yes",)))
    room = room_on(asked, after, rating("A3"))
    score(room, "olga", "mona", A2=1, A3=3)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0] == ("A", 3, 1, 1, 1)
    score(room, "olga", A1=Answer.YES)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0] == ("A", 2, 2, 2, 2)


def test_an_element_follows_from_its_behaviours_until_it_is_overridden() -> None:
    element = Derived(id="A3", text=words("e"), about="moderator", scale="scale4", behaviours=("A1", "A2"))
    room = room_on(rating("A1"), rating("A2"), element)
    score(room, "olga", "mona", A1=4, A2=3)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.answers[Cell("mona", "A3")] == (3.5, 3.5, "derived")
    assert sheet.sections[0] == ("A", 3.5, 1, 1, 1), "behaviours count through their element"
    score(room, "olga", "mona", A3=2)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0].mean == 2


def test_an_element_of_which_no_behaviour_applies_leaves_the_denominator() -> None:
    element = Derived(id="A3", text=words("e"), about="moderator", scale="scale4", behaviours=("A1", "A2"))
    asked_after = rating("A2", when=Condition(indicator="A1", values=(4,)))
    room = room_on(rating("A1"), asked_after, element, rating("A4"))
    score(room, "olga", "mona", A1=Answer.NOT_APPLICABLE, A4=4)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.answers[Cell("mona", "A3")] == (Answer.NOT_APPLICABLE, None, "derived")
    assert sheet.sections[0] == ("A", 4, 1, 1, 1)
    score(room, "olga", "mona", A1=Answer.NOT_OBSERVED)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0] == ("A", None, 1, 2, 1), "not observed is a gap"


def test_an_element_whose_behaviours_are_all_not_asked_is_not_asked_either() -> None:
    behaviour = rating("A1", when=Condition(indicator="A4", values=(1,)))
    element = Derived(id="A3", text=words("e"), about="moderator", scale="scale4", behaviours=("A1",))
    room = room_on(behaviour, element, rating("A4"))
    score(room, "olga", "mona", A4=4)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.answers[Cell("mona", "A3")] == (Answer.NOT_APPLICABLE, None, "not_asked")
    assert sheet.sections[0] == ("A", 4, 1, 1, 1)


def test_elements_that_rest_upon_themselves_give_nothing() -> None:
    looped = rating("A1", when=Condition(indicator="A2", values=(4,)))
    element = Derived(id="A2", text=words("e"), about="moderator", scale="scale4", behaviours=("A1",))
    room = room_on(looped, element)
    score(room, "olga", "mona", A1=4)
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert sheet.sections[0].mean is None


def with_log() -> Room:
    """A1 from the log (7 minutes late: 3 points), A2 yes/no, A3 rating; all about the meeting."""
    bands = (Band(max=5, score=4), Band(max=10, score=3), Band(score=1))
    count = Count(id="A1", text=words("late"), auto="log.start_delay_minutes", bands=bands)
    room = room_on(count, YesNo(id="A2", text=words("?")), rating("A3", about="meeting"))
    room.next("mona")
    room.next("mona", minutes=7)
    room.do("mona", MeetingClosed())
    return room


def test_the_log_answers_where_nobody_did() -> None:
    room = with_log()
    score(room, "olga", A2=Answer.YES)
    everything = found(room)
    sheet, subject = everything.sheet("olga", MEETING), everything.subject(MEETING)
    assert sheet is not None
    assert subject is not None
    assert sheet.answers[Cell(MEETING, "A1")] == Given(7, 3, "log")
    assert sheet.sections[0] == ("A", 3.5, 2, 3, 1)
    assert subject.indicators["A1"] == (3, None, None, 0), "the same on every sheet: no observers' agreement"
    score(room, "olga", A1=2)
    subject = found(room).subject(MEETING)
    assert subject is not None
    assert subject.indicators["A1"] == (4, None, None, 1)


def test_the_log_alone_counts_no_observers() -> None:
    room = with_log()
    count = Count(id="A1", text=words("late"), auto="log.start_delay_minutes", bands=(Band(score=2),))
    grid = small_grid().with_sections((Section(id="A", title=words("A"), indicators=(count,)),))
    room.do(SETUP, GridProposed(grid=grid))
    subject = found(room).subject(MEETING)
    assert subject is not None
    assert subject.sections["A"] == (2, None, None, 0)
    assert subject.overall == (2, None, None, 0)


def test_how_much_of_the_grid_was_used() -> None:
    room = room_on(rating("A1"), rating("A2"), rating("A3", about="meeting"))
    assert found(room).exercised == (0, 5)
    score(room, "olga", "mona", A1=4, A2=Answer.NOT_OBSERVED)
    score(room, "olga", "milo", A2=Answer.NOT_APPLICABLE)
    assert found(room).exercised == (1, 4)
    assert found(room).exercised.share == 0.25


def test_scores_stay_with_the_version_they_were_given_on() -> None:
    room = room_on(rating("A1"), rating("A2"))
    grid = room.meeting.grid
    assert grid is not None
    score(room, "olga", "mona", A1=4, A2=4)
    seal(room)
    changed = rating("A9", reverse=True)
    amended = grid.with_sections((Section(id="A", title=words("A"), indicators=(rating("A1"), changed)),))
    gone, came = Mapped(how="dropped", old=("A2",)), Mapped(how="new", new=("A9",))
    mapping = (Mapped(how="same", old=("A1",), new=("A1",)), gone, came)
    room.do("mona", GridAmended(grid=amended, before=grid.fingerprint, mapping=mapping, reason="clearer"))
    sheet = found(room).sheet("olga", "mona")
    assert sheet is not None
    assert set(sheet.answers) == {Cell("mona", "A1")}


def test_somebody_who_is_no_moderator_any_more_keeps_their_scores() -> None:
    from facilitate.domain.events.preparing import PersonChanged

    room = room_on(rating("A1"))
    score(room, "olga", "milo", A1=3)
    room.do("tess", PersonChanged(person="milo", roles=frozenset({Role.HOST})))
    assert [each.about for each in found(room).subjects] == ["mona", "milo", MEETING]


def test_section_score_alone() -> None:
    grid: Grid = small_grid()
    given = {Cell("m", "A1"): Given(4, 4, "mark")}
    assert section_score(grid, grid.sections[0], "m", given) == ("A", None, 1, 2, 1)


def test_a_meeting_without_a_grid_has_no_scores() -> None:
    assert scores(Room().meeting, Room().laptop()).exercised == (0, 0)
    assert log_values(Room().meeting, Room().laptop()) == {}
