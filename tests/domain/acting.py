"""Random people who do random, plausible things to a meeting on several laptops that now and then meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from random import Random

from facilitate.domain.agenda import Step
from facilitate.domain.events import Event, Fact
from facilitate.domain.events import agreeing as g
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.events.base import PLENARY, Spoke
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.proposing import proposed
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group, Role
from facilitate.domain.pin import Pin
from facilitate.domain.scale import Answer, Noted
from tests.making import (
    SCALE,
    START,
    Laptop,
    Room,
    rating,
    sealing,
    small_agenda,
    small_grid,
    small_room,
    words,
    yes,
)

WOMEN, MEN = Group(sex="f"), Group(sex="m")
PIN = Pin(salt="salt", hash="hash", cost=10, block=1, parallel=1)
MODERATORS, TEAM, OBSERVERS = ("mona", "milo"), ("mona", "milo", "tim", "nora"), ("olga", "omar")


class Actor:
    """Says what somebody does next, from what the meeting holds just now."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.kinds: list[Callable[[Room], tuple[str, Fact]]] = [
            *[self.step] * 4,
            *[self.clock] * 3,
            *[self.turn] * 3,
            *[self.capture] * 3,
            *[self.score] * 6,
            *[self.sheet] * 2,
            *[self.take_back] * 6,
            self.prepare,
            self.plan,
            self.grid,
            self.person,
            self.end,
        ]

    def act(self, room: Room) -> tuple[str, Fact]:
        return self.chance.choice(self.kinds)(room)

    def one(self, things: Iterable[str], otherwise: str = "nothing") -> str:
        return self.chance.choice([*things] or [otherwise])

    def code(self, meeting: Meeting) -> str:
        assert meeting.agenda
        return self.chance.choice(meeting.agenda.steps).id

    def step(self, room: Room) -> tuple[str, Fact]:
        track = room.meeting.tracks[self.one(room.meeting.tracks)]
        current = track.current.step if track.current else None
        fresh = f"t{self.chance.randrange(99)}"
        choices: list[Fact] = [
            r.StepOpened(step=self.code(room.meeting), predecessor=current, track=track.id),
            r.StepOpened(step=self.code(room.meeting), predecessor=current, track=track.id),
            r.StepClosed(step=current or "S1", track=track.id),
            r.StepSkipped(step=self.code(room.meeting)),
            r.TrackOpened(track=fresh, title=fresh, step=self.code(room.meeting)),
            r.TrackOpened(track=fresh, title=fresh, step=self.code(room.meeting), moderator="milo"),
            r.TrackChanged(track=track.id, title=fresh, moderator=self.one(MODERATORS), observers=("olga",)),
            r.TrackClosed(track=track.id),
        ]
        return self.one(("mona", "milo", "tim")), self.chance.choice(choices)

    def clock(self, room: Room) -> tuple[str, Fact]:
        track = self.one(room.meeting.tracks)
        choices: list[Fact] = [
            r.Paused(track=track),
            r.Resumed(track=track),
            r.Extended(step=self.code(room.meeting), minutes=self.chance.randint(-5, 9), track=track),
            r.ChairTaken.model_validate({"from": room.meeting.chair, "to": self.one(MODERATORS)}),
        ]
        return self.one(MODERATORS), self.chance.choice(choices)

    def turn(self, room: Room) -> tuple[str, Fact]:
        fresh, who = f"turn{self.chance.randrange(999)}", Spoke(group=self.chance.choice((WOMEN, MEN)))
        known = self.one([*room.meeting.turns, *(each.id for each in room.meeting.queue)])
        choices: list[Fact] = [
            r.TurnStarted(turn=fresh, who=who),
            r.TurnStarted(turn=known, who=who, track=self.one(room.meeting.tracks)),
            r.TurnEnded(turn=known),
            r.TurnCorrected(turn=known, who=who, withdrawn=self.chance.random() < 0.3),
            r.TurnQueued(turn=fresh, who=who),
            r.TurnUnqueued(turn=known),
        ]
        return self.one(TEAM), self.chance.choice(choices)

    def capture(self, room: Room) -> tuple[str, Fact]:
        fresh, known = f"c{self.chance.randrange(999)}", self.one(room.meeting.captures)
        needs = tuple(each.id for each in room.meeting.captured(c.CaptureKind.NEED))[:2]
        choices: list[Fact] = [
            c.Captured(capture=fresh, what=c.CaptureKind.NEED, text="a need", step=self.code(room.meeting)),
            c.Captured(capture=fresh, what=c.CaptureKind.ACTION, text="an action", owner="nora"),
            c.CaptureChanged(capture=known, text=fresh),
            c.CaptureChanged(capture=known, cleared=("owner",)),
            c.CaptureWithdrawn(capture=known),
            c.NeedsGrouped(theme=self.one(("h1", "h2")), title="theme", needs=needs),
            c.Ranked(method="dots", needs=needs, group=WOMEN, counts=dict.fromkeys(needs, 2)),
            c.ProjectSet(project="p1", title=fresh, needs=needs),
            c.PlanSet(project="p1", rows=(c.PlanRow(what=fresh),)),
            c.ActionFollowed(capture=known, status="doing"),
            r.EnergiserRun(energiser="clap"),
            p.AttendanceCounted(group=self.chance.choice((WOMEN, MEN)), number=self.chance.randrange(20)),
        ]
        return self.one(("tim", "nora", "mona")), self.chance.choice(choices)

    def score(self, room: Room) -> tuple[str, Fact]:
        by = self.one(OBSERVERS)
        fresh, known = f"e{self.chance.randrange(999)}", self.one(room.meeting.sheet(by).evidence)
        step = self.code(room.meeting)
        point, about = self.chance.randint(1, 4), self.one(MODERATORS)
        choices: list[Fact] = [
            o.Scored(about=about, indicator="A1", value=point, step=step),
            o.Scored(about=about, indicator="A2", value=None),
            o.Scored(indicator="A3", value=self.chance.choice((Answer.YES, Answer.NOT_OBSERVED))),
            o.Scored(indicator="B2", value=point, step=step),
            o.Scored(indicator="B4", value=Noted(text=fresh)),
            o.Tallied(indicator="B3", change=self.chance.choice((1, 1, -1))),
            o.EvidenceAdded(evidence=fresh, about=about, indicator="A1", text=fresh),
            o.EvidenceChanged(evidence=known, text="other words", withdrawn=self.chance.random() < 0.3),
        ]
        return by, self.chance.choice(choices)

    def sheet(self, room: Room) -> tuple[str, Fact]:
        by = self.one(OBSERVERS)
        acts: list[tuple[str, Fact]] = [
            (by, o.SheetSent()),
            (by, o.SheetRecalled(reason="a slip")),
            (self.one(("mona", "tess")), o.SheetReleased(observer=by, reason="went home")),
            (by, o.PinSet(person=by, pin=PIN)),
            (self.one((by, "tess")), o.PinSet(person=by, reason="forgotten")),
            ("tess", o.DebriefOpened(reason="it is late")),
            ("tess", o.ConsensusSet(indicator="A3", value=Answer.YES)),
            ("tess", o.Reviewed(observer=by, about="mona", indicator="A1", value=2)),
        ]
        return self.chance.choice(acts)

    def prepare(self, room: Room) -> tuple[str, Fact]:
        code, after = self.code(room.meeting), self.code(room.meeting)
        new = Step(id=f"S{self.chance.randint(1, 6)}", title=words("other"), minutes=7, groups="split")
        choices: list[Fact] = [
            p.MeetingChanged(place=self.one(("hall", "school"))),
            p.StepChanged(step=new, after=after),
            p.StepMoved(step=code, after=after),
            p.Retimed(minutes={code: self.chance.randint(4, 20)}),
            p.AgendaSet(agenda=small_agenda()),
        ]
        return self.one(("tess", "mona")), self.chance.choice(choices)

    def grid(self, room: Room) -> tuple[str, Fact]:
        grid = room.meeting.grid
        assert grid
        code = self.one(grid.by_id)
        choices: list[Fact] = [
            g.GridProposed(grid=small_grid()),
            g.IndicatorProposed(action="edit", code=code, indicator=rating(code, "meeting")),
            g.IndicatorProposed(action="move", code=code, section=self.one("ABX"), after=self.one(grid.by_id)),
            g.IndicatorProposed(action="drop", code=code),
            g.IndicatorProposed(action="add", code="Z1", section="B", indicator=rating("Z1")),
            g.FrameProposed(title=words(self.one(("one title", "another")))),
            g.SectionProposed(action=self.chance.choice(("add", "edit", "move", "drop")), section=self.one("ABX")),
            g.ScaleProposed(scale="scale4", content=SCALE.model_copy(update={"best": self.one(("high", "low"))})),
            g.AgreementRuleSet(rule="quorum", quorum=1),
            self.judged(grid),
            self.judged(grid),
            sealing(room),
            self.amended(grid),
        ]
        return self.one((*MODERATORS, *OBSERVERS, "tess")), self.chance.choice(choices)

    def judged(self, grid: Grid) -> Fact:
        said = yes(grid, self.one(grid.content_of))
        return said if self.chance.random() < 0.8 else said.model_copy(update={"accepted": False, "reason": "vague"})

    def amended(self, grid: Grid) -> Fact:
        """One indicator is dropped, the others stay."""
        code = self.one(grid.by_id)
        same = (g.Mapped(how="same", old=(each,), new=(each,)) for each in grid.by_id if each != code)
        after = proposed(grid, g.IndicatorProposed(action="drop", code=code))
        mapping = (g.Mapped(how="dropped", old=(code,)), *same)
        return g.GridAmended(grid=after, before=grid.fingerprint, mapping=mapping, reason="shorter")

    def plan(self, room: Room) -> tuple[str, Fact]:
        code, item = self.code(room.meeting), self.one(("i1", "i2"))
        choices: list[Fact] = [
            n.ExpectedSet(group=self.chance.choice((WOMEN, MEN)), number=self.chance.randrange(3)),
            n.EndLocked(end=None),
            n.StepAssigned(step=code, moderator=self.one(MODERATORS)),
            n.StepAssigned(step=code),
            n.StepDropped(step=code),
            n.ItemSet(item=item, what="material", text="markers", done=self.chance.random() < 0.5),
            n.ItemDropped(item=item),
            n.ConsentSet(wording=item),
        ]
        return self.one(("tess", "mona")), self.chance.choice(choices)

    def person(self, room: Room) -> tuple[str, Fact]:
        person = self.one(("paula", "pierre"))
        choices: list[Fact] = [
            p.PersonAdded(person=person, roles=frozenset({Role.PARTICIPANT}), group=WOMEN),
            p.PersonNamed(person=person, name=person.capitalize()),
            p.PersonChanged(person=person, returned=True),
            p.PersonLeft(person=person),
            p.PersonErased(person=person),
        ]
        return self.one(("nora", "mona")), self.chance.choice(choices)

    def end(self, _: Room) -> tuple[str, Fact]:
        again = self.chance.random() < 0.7
        return self.one(MODERATORS), r.MeetingReopened(reason="not yet") if again else r.MeetingClosed()

    def take_back(self, room: Room) -> tuple[str, Fact]:
        by = self.one((*TEAM, *OBSERVERS, "tess"))
        undo, redo = room.record.undo.next_undo(by), room.record.undo.next_redo(by)
        anything = self.one(each.id for each in room.events)
        if self.chance.random() < 0.5:
            return by, o.Redone(event=redo.id if redo else anything)
        return by, o.Undone(event=undo.id if undo and self.chance.random() < 0.9 else anything)


def joined(room: Room, other: Room) -> None:
    """The first takes in what it lacks of the second."""
    known = {event.id for event in room.events}
    room.record.add([event for event in other.events if event.id not in known])


def laptops(chance: Random, number: int, acts: int) -> list[Room]:
    """Some laptops that began with one meeting and went on apart, meeting now and then."""
    first = small_room()
    first.next("mona")
    rooms = [_copy(first, chance, f"replica{n}") for n in range(2, 2 + number)]
    actor = Actor(chance)
    for _ in range(acts):
        room = chance.choice(rooms)
        room.laptop.passes(seconds=chance.choice((0, 0.4, 3, 70)))
        room.try_(*actor.act(room))
        if chance.random() < 0.06:
            joined(room, chance.choice(rooms))
    return rooms


def _copy(room: Room, chance: Random, replica: str) -> Room:
    wrong = timedelta(hours=chance.choice((0, 0, -30, 5)))
    copy = Room(Laptop(boot=replica, wall=START + wrong), replica)
    copy.record.add(room.events)
    return copy


def union(rooms: Iterable[Room]) -> list[Event]:
    """Every event of some laptops, once."""
    return list({event.id: event for room in rooms for event in room.events}.values())


def plenary_only(fact: Fact) -> bool:
    """Whether the fact may end other tracks: when the plenary moves on, or at the end."""
    return isinstance(fact, r.MeetingClosed) or (isinstance(fact, r.StepOpened) and fact.track == PLENARY)
