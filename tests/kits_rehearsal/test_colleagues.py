"""Rehearsed colleagues carry a meeting to its end around a user in any seat, who may change it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from facilitate.domain.events import Fact
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import running as r
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.preparing import StepMoved
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import awaited
from facilitate.domain.model import replaced
from facilitate.domain.people import Role
from facilitate.kits.rehearsal.colleagues import STEP_MS, Colleagues
from facilitate.kits.rehearsal.play import perform, play
from facilitate.kits.rehearsal.script import Script, script
from tests.kits_rehearsal.kits import SHIPPED, all_kinds_kit, shipped
from tests.kits_rehearsal.live import Live, idle, seat


def written_for(name: str, seed: int = 2, observers: int = 3) -> Script:
    kit = all_kinds_kit() if name == "kinds" else shipped(name)
    return script(kit, seed, observers=observers)


def seated_as(written: Script, role: Role, place: int = 0) -> str:
    return seat(perform(written).meeting, role, place)


def opens_steps(live: Live) -> Fact | None:
    """A user who moderates: next, every forty seconds; then the end."""
    meeting = live.meeting
    if meeting.closed or live.now_ms - live.moved_ms < 40_000 or not meeting.agenda:
        return None
    current = meeting.current.step if meeting.current else None
    step = meeting.agenda.after(current)
    return r.StepOpened(step=step.id, predecessor=current) if step else r.MeetingClosed()


def scores_a_few(live: Live) -> Fact | None:
    """A user who observes: gives the lowest point to the first moderator, six times, and sends when all is over."""
    meeting = live.meeting
    sheet = meeting.sheet(live.seated)
    assert meeting.grid
    ratings = [each.id for each in meeting.grid.indicators() if each.kind == "rating" and each.about == "moderator"][:6]
    if meeting.closed and sheet.begun and not sheet.sent:
        return o.SheetSent()
    if live.now_ms % 20_000 or meeting.closed or len(sheet.marks) >= len(ratings):
        return None
    return o.Scored(about=meeting.moderators[0].id, indicator=ratings[len(sheet.marks)], value=1)


def keeps_time(live: Live) -> Fact | None:
    """A user who opens steps, but leaves it to a moderator to close the meeting."""
    found = opens_steps(live)
    return None if isinstance(found, r.MeetingClosed) else found


USERS = {Role.MODERATOR: opens_steps, Role.TIMEKEEPER: keeps_time, Role.OBSERVER: scores_a_few}
SEATS = [(Role.MODERATOR, 0), (Role.MODERATOR, 1), (Role.TIMEKEEPER, 0), (Role.NOTE_TAKER, 0), (Role.TRAINER, 0)]


def sent_by_colleagues(meeting: Meeting, seated: str) -> bool:
    return all(meeting.sheet(each.id).sent for each in meeting.observers if each.id != seated)


@pytest.mark.parametrize("name", [*SHIPPED, "kinds"])
@pytest.mark.parametrize(("role", "place"), [*SEATS, (Role.OBSERVER, 0), (Role.OBSERVER, 2)])
def test_a_whole_meeting_from_each_seat(name: str, role: Role, place: int) -> None:
    written = written_for(name)
    seated = seated_as(written, role, place)
    live = Live(written, seated, USERS.get(role, idle))
    live.run()
    assert live.meeting.closed
    assert live.meeting.clashes == ()
    assert sent_by_colleagues(live.meeting, seated)
    assert [event for _, _, event in live.by_colleagues if event.by == seated] == []
    assert set(awaited(live.meeting)) <= ({seated} if role is Role.OBSERVER else set())
    colleagues_moved = any(isinstance(event.fact, r.StepOpened) for _, _, event in live.by_colleagues)
    assert colleagues_moved != live.is_mover


@pytest.mark.parametrize("name", SHIPPED)
def test_the_users_sheet_is_the_users(name: str) -> None:
    written = written_for(name)
    live = Live(written, seated_as(written, Role.OBSERVER), scores_a_few)
    live.run()
    sheet = live.meeting.sheet(live.seated)
    assert len(sheet.marks) == 6
    assert {mark.value for mark in sheet.marks.values()} == {1}
    assert not sheet.evidence
    assert sheet.sent
    assert not awaited(live.meeting)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_user_who_watches_sees_the_chain_in_ten_minutes(name: str) -> None:
    written = written_for(name)
    live = Live(written, seated_as(written, Role.OBSERVER), idle)
    live.run(until=lambda meeting: meeting.closed is not None)
    assert 180_000 < live.now_ms < 600_000
    opened = [at for at, _, event in live.by_colleagues if isinstance(event.fact, r.StepOpened)]
    assert all(b - a >= STEP_MS for a, b in pairwise(opened))
    whole = perform(written).meeting
    assert set(live.meeting.tracks) == set(whole.tracks)
    assert live.meeting.skipped == whole.skipped
    assert live.meeting.extra_minutes == whole.extra_minutes
    assert live.meeting.chair == whole.chair
    assert set(live.meeting.captures) == set(whole.captures)
    assert set(live.meeting.themes) == set(whole.themes)
    assert len(live.meeting.turns) == len(whole.turns)
    assert live.meeting.rankings == whole.rankings
    assert live.meeting.evaluation == whole.evaluation
    assert [each.group for each in live.meeting.attendance] == [each.group for each in whole.attendance]


@pytest.mark.parametrize("name", [*SHIPPED, "kinds"])
def test_without_a_user_on_a_sheet_it_is_as_in_the_script(name: str) -> None:
    written = written_for(name)
    live = Live(written, seated_as(written, Role.TRAINER), idle)
    live.run()
    whole = perform(written).meeting
    for observer in whole.observers:
        now, then = live.meeting.sheet(observer.id), whole.sheet(observer.id)
        assert {cell: mark.value for cell, mark in now.marks.items()} == {k: m.value for k, m in then.marks.items()}
        assert (now.tallies, now.intervals) == (then.tallies, then.intervals)
        for each in then.timings.values():
            assert now.timings[each.id] == replaced(each, typed=now.timings[each.id].typed)
        assert len(now.timings) == len(then.timings)
        assert set(now.evidence) == set(then.evidence)
        assert now.sent


@pytest.mark.parametrize("name", SHIPPED)
def test_a_seat_that_the_user_leaves_is_taken_over(name: str) -> None:
    written = written_for(name)
    observer, moderator = seated_as(written, Role.OBSERVER), seated_as(written, Role.MODERATOR)
    live = Live(written, observer, scores_a_few)
    live.run(200)
    given = dict(live.meeting.sheet(observer).marks)
    assert given
    live.seated, live.user = moderator, opens_steps
    live.run(200)
    assert len(live.meeting.sheet(observer).marks) > len(given)
    live.seated, live.user = seated_as(written, Role.NOTE_TAKER), idle
    live.run()
    meeting, sheet = live.meeting, live.meeting.sheet(observer)
    assert meeting.closed
    assert sheet.sent
    assert all(sheet.marks[cell] == mark for cell, mark in given.items())
    assert len(sheet.marks) >= len(play(shipped(name), 2, observers=3).meeting.sheet(observer).marks)
    planned = {each.fact.evidence: each for each in written.acts if isinstance(each.fact, o.EvidenceAdded)}
    assert all(sheet.marks[planned_fact.cell].value == planned_fact.anchor for planned_fact in sheet.evidence.values())
    assert set(sheet.evidence) <= set(planned)


def test_a_meeting_may_be_taken_up_in_the_middle() -> None:
    written = written_for("youth")
    live = Live(written, seated_as(written, Role.OBSERVER), idle, until="Y06")
    assert live.meeting.current
    before = len(live.record.events)
    live.run()
    assert live.meeting.closed
    first = live.by_colleagues[0][2]
    assert first.seq == 1
    assert not [e for _, _, e in live.by_colleagues if isinstance(e.fact, r.StepOpened) and e.fact.step <= "Y06"]
    assert len(live.record.events) > before


def test_a_user_who_hurries_and_jumps_leaves_no_step_behind() -> None:
    """Steps left out by a moderator: their turns are never taken, and observers still give a complete sheet."""
    written = written_for("farmers")

    def jumps(live: Live) -> Fact | None:
        meeting = live.meeting
        if meeting.closed or live.now_ms - live.moved_ms < 4_000 or not meeting.agenda or not meeting.current:
            return None
        step = meeting.agenda.after(meeting.current.step)
        step = meeting.agenda.after(step.id) if step else None
        return r.StepOpened(step=step.id, predecessor=meeting.current.step) if step else r.MeetingClosed()

    live = Live(written, seated_as(written, Role.MODERATOR), jumps)
    live.run()
    opened = {opening.step for opening in live.meeting.plenary.openings}
    assert {turn.step for turn in live.meeting.turns.values()} <= opened
    whole = perform(written).meeting
    for observer in whole.observers:
        assert set(live.meeting.sheet(observer.id).marks) == set(whole.sheet(observer.id).marks)
        assert {mark.seen for mark in live.meeting.sheet(observer.id).marks.values()} <= {*opened, None}
        assert live.meeting.sheet(observer.id).sent


def test_colleagues_leave_the_floor_to_a_turn_that_the_user_started() -> None:
    written = written_for("youth")
    live = Live(written, seated_as(written, Role.MODERATOR), idle, until="Y01")
    live.do(live.seated, r.TurnStarted(turn="mine", who=Spoke(person=live.seated)))
    live.run(100)
    assert live.meeting.turns["mine"].end is None
    live.do(live.seated, r.TurnEnded(turn="mine"))
    live.run(100)
    assert len(live.meeting.turns) > 3


def test_needs_of_a_user_are_not_asked_of_colleagues() -> None:
    """A note-taker who writes one need: rankings of needs that nobody wrote are dropped, and nothing is refused."""
    written = written_for("farmers")

    def writes(live: Live) -> Fact | None:
        open_ = live.meeting.current
        if open_ and open_.step == "F05" and "mine" not in live.meeting.captures:
            return c.Captured(capture="mine", what=c.CaptureKind.NEED, text="A bridge", step="F05")
        return None

    live = Live(written, seated_as(written, Role.NOTE_TAKER), writes)
    live.run()
    assert live.meeting.closed
    assert set(live.meeting.captures) == {"mine"}
    assert not live.meeting.rankings


def test_an_agenda_that_the_user_changed_is_followed() -> None:
    written = written_for("youth")
    live = Live(written, seated_as(written, Role.OBSERVER), idle, until="Y09")
    assert live.meeting.agenda
    trainer = seated_as(written, Role.TRAINER)
    live.do(trainer, StepMoved(step="Y11", after="Y09"))
    live.run()
    assert [opening.step for opening in live.meeting.plenary.openings][-3:] == ["Y09", "Y11", "Y10"]
    assert live.meeting.closed


def test_nothing_is_due_before_time_passes_and_nothing_twice() -> None:
    written = written_for("youth")
    colleagues, record = Colleagues(written), perform(written, until="Y00")
    observer = seated_as(written, Role.OBSERVER)
    first = colleagues.due(record.meeting, observer, 0)
    assert first
    second = colleagues.due(record.meeting, observer, 0)
    assert second != first


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("steps_only", [True, False])
def test_a_pause_lasts_a_moment_however_the_caller_counts(name: str, steps_only: bool) -> None:
    written = written_for(name)
    live = Live(written, seated_as(written, Role.OBSERVER), idle)
    live.steps_only = steps_only
    live.run()
    at = {event.fact.kind: now for now, _, event in live.by_colleagues if event.fact.kind in ("paused", "resumed")}
    assert 5_000 < at["resumed"] - at["paused"] < 20_000
    assert live.meeting.closed
