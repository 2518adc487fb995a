"""Refusals while a meeting runs: the reason, and how one comes to hear it."""

from __future__ import annotations

from collections.abc import Callable

from facilitate.domain.events import Fact
from facilitate.domain.events import capturing as c
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.events.base import Spoke
from facilitate.domain.people import Group
from tests.domain.refused_preparing import says
from tests.making import Room

S1 = ("mona", r.StepOpened(step="S1"))
TURN = ("mona", r.TurnStarted(turn="t1"))
CLOSED = ("mona", r.MeetingClosed())
WOMEN = Spoke(group=Group(sex="f"))
MILO = Spoke(person="milo")
NEED = ("nora", c.Captured(capture="n1", what=c.CaptureKind.NEED, text="a room"))
WITHDRAWN = ("mona", c.CaptureWithdrawn(capture="n1"))
DECISION = ("nora", c.Captured(capture="d1", what=c.CaptureKind.DECISION, text="we go"))
MEN = ("mona", r.TrackOpened(track="men", title="men", step="S1", moderator="milo", observers=("omar",)))


def _women(moderator: str | None = None, observers: tuple[str, ...] = ()) -> r.TrackOpened:
    return r.TrackOpened(track="women", title="women", step="S1", moderator=moderator, observers=observers)


WITH_WOMEN = ("mona", _women())


def _chair(giver: str | None, to: str) -> r.ChairTaken:
    return r.ChairTaken.model_validate({"from": giver, "to": to})


RUNNING: list[tuple[str, Callable[[Room], tuple[str, Fact]]]] = [
    ("refused.no_such_step", says("mona", r.StepOpened(step="S9"))),
    ("refused.no_such_track", says("mona", r.StepOpened(step="S1", track="men"))),
    ("refused.no_such_track", says("mona", r.Paused(track="men"), S1, MEN, ("mona", r.TrackClosed(track="men")))),
    ("refused.no_such_track", says("mona", r.TrackChanged(track="men", title="men"))),
    ("refused.no_such_track", says("mona", r.TrackClosed())),
    ("refused.step_open_already", says("tim", r.StepOpened(step="S1", predecessor="S1"), S1)),
    ("refused.moved_on", says("tim", r.StepOpened(step="S2"), S1)),
    ("refused.step_not_open", says("tim", r.StepClosed(step="S2"), S1)),
    ("refused.skipped_already", says("tim", r.StepSkipped(step="S2"), ("mona", r.StepSkipped(step="S2")))),
    ("refused.nothing_open", says("tim", r.Paused())),
    ("refused.paused_already", says("tim", r.Paused(), S1, ("mona", r.Paused()))),
    ("refused.not_paused", says("tim", r.Resumed(), S1)),
    ("refused.nothing_open", says(*MEN)),
    ("refused.nothing_written", says("tim", r.TrackOpened(track="men", title="", step="S1"), S1)),
    ("refused.track_twice", says("tim", r.TrackOpened(track="men", title="men", step="S1"), S1, MEN)),
    ("refused.track_title", says("tim", r.TrackOpened(track="t2", title="Men", step="S1"), S1, MEN)),
    ("refused.track_title", says("tim", r.TrackChanged(track="women", title="MEN"), S1, MEN, WITH_WOMEN)),
    ("refused.in_another_group", says("tim", _women(moderator="milo"), S1, MEN)),
    ("refused.in_another_group", says("tim", _women(observers=("olga", "omar")), S1, MEN)),
    (
        "refused.in_another_group",
        says("tim", r.TrackChanged(track="women", title="women", moderator="omar"), S1, MEN, WITH_WOMEN),
    ),
    ("refused.no_such_person", says("tim", _women(moderator="nobody"), S1)),
    ("refused.no_such_person", says("tim", _women(observers=("olga", "nobody")), S1)),
    ("refused.no_such_step", says("tim", r.Extended(step="S9", minutes=5))),
    ("refused.not_a_moderator", says("milo", _chair("mona", "tim"))),
    ("refused.person_left", says("mona", _chair("mona", "milo"), ("mona", p.PersonLeft(person="milo")))),
    ("refused.chair_already", says("mona", _chair("mona", "mona"))),
    ("refused.chair_moved_on", says("mona", _chair("mona", "mona"), ("milo", _chair("mona", "milo")))),
    ("refused.turn_twice", says("nora", r.TurnStarted(turn="t1"), TURN)),
    ("refused.no_such_turn", says("nora", r.TurnEnded(turn="t1"))),
    ("refused.no_such_turn", says("nora", r.TurnCorrected(turn="t1"))),
    ("refused.turn_over", says("nora", r.TurnEnded(turn="t1"), TURN, ("mona", r.TurnEnded(turn="t1")))),
    (
        "refused.waits_already",
        says("nora", r.TurnQueued(turn="t3", who=MILO), ("mona", r.TurnQueued(turn="t2", who=MILO))),
    ),
    (
        "refused.turn_twice",
        says("nora", r.TurnQueued(turn="t2", who=MILO), ("mona", r.TurnQueued(turn="t2", who=WOMEN))),
    ),
    ("refused.turn_twice", says("nora", r.TurnQueued(turn="t1", who=WOMEN), TURN)),
    ("refused.meeting_closed", says("nora", r.TurnQueued(turn="t2", who=WOMEN), CLOSED)),
    ("refused.floor_paused", says("nora", r.TurnStarted(turn="t1"), S1, ("mona", r.Paused()))),
    ("refused.floor_split", says("nora", r.TurnStarted(turn="t1"), S1, MEN)),
    ("refused.waits_not", says("nora", r.TurnUnqueued(turn="t2"))),
    ("refused.meeting_closed", says("tim", r.StepOpened(step="S1"), CLOSED)),
    ("refused.meeting_closed", says("nora", r.TurnStarted(turn="t1"), CLOSED)),
    ("refused.meeting_closed", says("tim", r.TrackOpened(track="men", title="men", step="S1"), CLOSED)),
    ("refused.meeting_closed", says("mona", r.MeetingClosed(), CLOSED)),
    ("refused.not_closed", says("mona", r.MeetingReopened(reason="more"))),
    ("refused.capture_twice", says("mona", NEED[1], NEED)),
    ("refused.no_such_step", says("nora", c.Captured(capture="n2", what=c.CaptureKind.NEED, text="x", step="S9"))),
    ("refused.no_such_person", says("nora", c.Captured(capture="a", what=c.CaptureKind.ACTION, text="x", owner="q"))),
    ("refused.no_such_capture", says("nora", c.CaptureChanged(capture="n1", text="two rooms"))),
    ("refused.no_such_capture", says("nora", c.CaptureWithdrawn(capture="n1"), NEED, WITHDRAWN)),
    ("refused.no_such_capture", says("nora", c.NeedsGrouped(theme="h", title="h", needs=("d1",)), DECISION)),
    ("refused.no_such_capture", says("nora", c.Ranked(method="dots", needs=("n1",)))),
    ("refused.no_such_project", says("nora", c.PlanSet(project="p1", rows=()))),
]
