"""Rehearsed meetings are whole and plausible, and nothing in them is refused."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from facilitate.analysis.answers import answers
from facilitate.analysis.measures import MEASURES, log_values, measure
from facilitate.domain.agenda import Kit
from facilitate.domain.events import Event
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import running as r
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.observing import MEETING
from facilitate.domain.indicator import Derived
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import scores_open
from facilitate.domain.people import SETUP, Role
from facilitate.domain.record import Record
from facilitate.domain.scale import Answer
from facilitate.kits.rehearsal.play import perform, play
from facilitate.kits.rehearsal.script import script
from tests.kits_rehearsal.kits import (
    SHIPPED,
    all_kinds_kit,
    other_scale_kit,
    shipped,
    small_kit,
    unscored_kit,
)

SEEDS = range(30)
FEW = range(6)


def missing(meeting: Meeting, observer: str) -> list[tuple[str, str]]:
    """Indicators that are scored by hand and have no answer on an observer's sheet."""
    assert meeting.grid
    assert meeting.closed
    sheet, found = meeting.sheet(observer), []
    log = log_values(meeting, meeting.closed)
    for about in (*(each.id for each in meeting.observed_by(observer)), MEETING):
        given = answers(meeting, sheet, about, log)
        answered = {cell.indicator for cell in given}
        found += [
            (about, each.id)
            for each in meeting.grid.indicators()
            if (each.about == "moderator") == (about != MEETING)
            and not isinstance(each, Derived)
            and not each.auto
            and each.id not in answered
        ]
    return found


def of_kind(record: Record, *kinds: type[object]) -> list[Event]:
    return [event for event in record.events if isinstance(event.fact, kinds)]


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("observers", [2, 3, 4, 5])
def test_nothing_is_refused_and_every_sheet_is_sent_and_complete(name: str, observers: int) -> None:
    for seed in SEEDS:
        meeting = play(shipped(name), seed, observers=observers).meeting
        assert meeting.closed
        assert meeting.rehearsal
        assert meeting.clashes == ()
        assert len(meeting.observers) == observers
        for observer in meeting.observers:
            assert meeting.sheet(observer.id).sent, seed
            assert missing(meeting, observer.id) == [], seed
        assert scores_open(meeting)


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("moderators", [1, 2, 3, 5])
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_any_number_of_people_and_any_language(name: str, moderators: int, language: str) -> None:
    meeting = play(shipped(name), 4, moderators=moderators, observers=10, language=language).meeting  # type: ignore[arg-type]
    assert (len(meeting.moderators), len(meeting.observers)) == (moderators, 10)
    assert all(meeting.sheet(each.id).sent for each in meeting.observers)
    assert meeting.language == language
    names = [person.name for person in meeting.people.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "kit", [small_kit(), all_kinds_kit(), other_scale_kit(), unscored_kit()], ids=lambda kit: kit.id
)
def test_kits_that_a_user_writes(kit: Kit) -> None:
    for seed in FEW:
        for observers, moderators in ((2, 2), (5, 1), (0, 3)):
            meeting = play(kit, seed, observers=observers, moderators=moderators).meeting
            assert meeting.closed
            assert meeting.clashes == ()
            asked = any(meeting.grid.indicators()) if meeting.grid else False
            for observer in meeting.observers:
                assert bool(meeting.sheet(observer.id).sent) == asked
                assert missing(meeting, observer.id) == [], seed


@pytest.mark.parametrize("name", SHIPPED)
def test_the_log_can_carry_what_the_grid_takes_from_it(name: str) -> None:
    for seed in FEW:
        meeting = play(shipped(name), seed).meeting
        assert meeting.closed
        values = {each: measure(meeting, each, meeting.closed) for each in MEASURES}
        assert {each: found.why for each, found in values.items() if found.value is None} == {}, seed
        assert 2 <= (values["log.start_delay_minutes"].value or 0) <= 10
        assert 5 <= (values["log.moderator_speaking_share"].value or 0) <= 60


@pytest.mark.parametrize("name", SHIPPED)
def test_steps_that_split_the_room_have_two_tracks_that_come_together(name: str) -> None:
    meeting = play(shipped(name), 8).meeting
    assert meeting.agenda
    split = {step.id for step in meeting.agenda.steps if step.apart and not step.energiser}
    sides = [track for track in meeting.tracks.values() if track.id != PLENARY]
    codes = [step.id for step in meeting.agenda.steps]
    times = sum(code in split and before not in split for before, code in pairwise(codes))
    assert len(sides) == 2 * times, "they stay apart from one such step to the next"
    assert Counter(opening.step for track in sides for opening in track.openings) == dict.fromkeys(split, 2)
    assert not any(track.open or track.current for track in sides)
    assert all(track.moderator in meeting.people for track in sides)


def test_a_last_step_in_groups_comes_together_too() -> None:
    meeting = play(other_scale_kit(), 1).meeting
    assert [track.open for track in meeting.tracks.values() if track.id != PLENARY] == [False, False]


@pytest.mark.parametrize("name", SHIPPED)
def test_whoever_has_the_chair_opens_the_steps(name: str) -> None:
    record = play(shipped(name), 2)
    chair = record.meeting.moderators[0].id
    handed_over = 0
    for event in record.events:
        if isinstance(event.fact, r.ChairTaken):
            assert (event.fact.from_, event.by) == (chair, event.fact.to)
            chair, handed_over = event.by, handed_over + 1
        elif isinstance(event.fact, r.StepOpened | r.MeetingClosed | r.Paused):
            assert event.by == chair
    assert handed_over == 1


@pytest.mark.parametrize("name", SHIPPED)
def test_no_score_is_given_twice_or_taken_back(name: str) -> None:
    for seed in FEW:
        record = play(shipped(name), seed, observers=3)
        assert len(of_kind(record, o.Scored)) == sum(len(sheet.marks) for sheet in record.meeting.sheets.values())
        undone = {event.fact.event for event in record.events if isinstance(event.fact, o.Undone)}
        redone = {event.fact.event for event in record.events if isinstance(event.fact, o.Redone)}
        assert undone == redone
        assert len(undone) == 1
        assert all(isinstance(event.fact, c.Captured) for event in record.events if event.id in undone)


@pytest.mark.parametrize("name", SHIPPED)
def test_observers_mostly_agree_within_a_point(name: str) -> None:
    close = pairs = different = 0
    for seed in FEW:
        meeting = play(shipped(name), seed).meeting
        first, second = (meeting.sheet(each.id).marks for each in meeting.observers)
        for cell in first.keys() & second.keys():
            a, b = first[cell].value, second[cell].value
            if (
                isinstance(a, int)
                and isinstance(b, int)
                and meeting.grid
                and meeting.grid.by_id[cell.indicator].kind == "rating"
            ):
                pairs, close, different = pairs + 1, close + (abs(a - b) <= 1), different + (a != b)
    assert close / pairs > 0.9
    assert 0.2 < different / pairs < 0.7


@pytest.mark.parametrize("name", SHIPPED)
def test_facts_are_owed_by_one_or_two_answers_only(name: str) -> None:
    for seed in FEW:
        meeting = play(shipped(name), seed).meeting
        assert meeting.grid
        owing = [
            cell
            for sheet in meeting.sheets.values()
            for cell, mark in sheet.marks.items()
            if mark.value in meeting.grid.scoring.evidence_for and not sheet.evidence_for(cell)
        ]
        assert len(owing) <= 2
        facts = [fact for sheet in meeting.sheets.values() for fact in sheet.evidence.values()]
        assert facts
        assert all(fact.text and meeting.sheet(fact.by).marks[fact.cell].value == fact.anchor for fact in facts)


@pytest.mark.parametrize("name", SHIPPED)
def test_one_value_of_the_log_is_overridden_with_a_reason(name: str) -> None:
    record = play(shipped(name), 3)
    grid = record.meeting.grid
    assert grid
    overridden = [e for e in of_kind(record, o.Scored) if grid.by_id[getattr(e.fact, "indicator")].auto]  # noqa: B009
    assert len(overridden) == 1
    assert getattr(overridden[0].fact, "reason", "")
    assert sum(
        mark.value in (Answer.NOT_OBSERVED,) for s in record.meeting.sheets.values() for mark in s.marks.values()
    )


@pytest.mark.parametrize(("name", "method"), [("youth", "dots"), ("farmers", "pair")])
def test_the_meeting_brings_what_its_agenda_asks_for(name: str, method: str) -> None:
    for seed in FEW:
        meeting = play(shipped(name), seed).meeting
        found = Counter(each.what for each in meeting.captured(*c.CaptureKind))
        assert set(found) == set(c.CaptureKind), seed
        assert found[c.CaptureKind.NEED] >= 8
        assert meeting.themes
        assert {ranking.method for ranking in meeting.rankings} == {method}
        if method == "pair":
            number = len(meeting.rankings[0].needs)
            assert number <= 6
            assert len(meeting.rankings[0].pairs) == number * (number - 1) // 2
        actions = meeting.captured(c.CaptureKind.ACTION)
        assert [each.complete for each in actions].count(False) in (0, 1)
        assert sum(meeting.evaluation.values()) > 10
        assert sum(heads.number for heads in meeting.attendance) == len(meeting.people_with(Role.PARTICIPANT))
        assert any(topic.owner for topic in meeting.captured(c.CaptureKind.PARKING))


@pytest.mark.parametrize("name", SHIPPED)
def test_surprises_come_and_a_break_is_skipped_in_about_a_third(name: str) -> None:
    skipped = 0
    for seed in range(45):
        record = play(shipped(name), seed, observers=0)
        kinds = Counter(event.fact.kind for event in record.events)
        assert kinds["extended"] in (1, 2)
        assert (kinds["paused"], kinds["resumed"], kinds["energiser_run"] > 0) == (1, 1, True)
        assert all(reason for reason in record.meeting.skipped.values())
        skipped += bool(record.meeting.skipped)
        assert record.meeting.closed
        assert (measure(record.meeting, "log.steps_overrun_20pct", record.meeting.closed).value or 0) >= 1
    assert 8 <= skipped <= 22


@pytest.mark.parametrize("name", SHIPPED)
def test_time_goes_forward_on_one_laptop(name: str) -> None:
    record = play(shipped(name), 9)
    assert all(a.order < b.order and a.wall <= b.wall and a.uptime <= b.uptime for a, b in pairwise(record.events))
    assert all(event.uptime > 0 for event in record.events)
    assert len({event.boot for event in record.events}) == 1
    assert record.meeting.current is None
    assert all(turn.end for turn in record.meeting.turns.values())


def test_the_script_says_what_moves_the_agenda_and_where_acts_belong() -> None:
    written = script(shipped("farmers"), 1)
    assert {by for by, _ in written.setup} == {SETUP}
    moving = {type(each.fact) for each in written.acts if each.opens}
    assert {r.StepOpened, r.TrackOpened, r.Paused, r.Resumed, r.Extended, r.MeetingClosed} <= moving
    assert not moving & {r.ChairTaken, r.TurnStarted, c.Captured}
    closed = next(place for place, each in enumerate(written.acts) if isinstance(each.fact, r.MeetingClosed))
    assert all(each.step for each in written.acts[: closed + 1])
    assert all(isinstance(each.fact, o.SheetSent | o.ConsensusSet) for each in written.acts[closed + 1 :])
    assert [each.offset_ms for each in written.acts] == sorted(each.offset_ms for each in written.acts)


def test_a_part_of_a_script_can_be_played() -> None:
    written = script(shipped("youth"), 1)
    meeting = perform(written, until="Y05").meeting
    assert meeting.current
    assert meeting.current.step == "Y05"
    assert not meeting.closed
