"""Makes meetings for tests: a small grid and agenda, a laptop whose clock stands still unless told, and a short way to
have people do things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from facilitate.domain.agenda import Agenda, Step
from facilitate.domain.agreement import not_yet, signatures
from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event, Fact
from facilitate.domain.events.agreeing import GridProposed, GridSealed, IndicatorJudged
from facilitate.domain.events.preparing import AgendaSet, MeetingCreated, PersonAdded, PersonNamed
from facilitate.domain.events.running import StepOpened
from facilitate.domain.grid import Grid, Scoring, Section
from facilitate.domain.indicator import Anchor, Count, Indicator, Note, Rating, Tally, YesNo
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Wording
from facilitate.domain.people import SETUP, Role
from facilitate.domain.record import Record
from facilitate.domain.scale import Band, Level, Scale
from facilitate.domain.scribe import Scribe

START = datetime(2026, 7, 16, 14, 0, tzinfo=UTC)


class Laptop:
    """A clock that moves when it is told to."""

    def __init__(self, boot: str = "boot-1", wall: datetime = START) -> None:
        self.boot, self.wall, self.uptime = boot, wall, 1_000_000

    def __call__(self) -> Instant:
        return Instant(wall=self.wall, boot=self.boot, uptime=self.uptime)

    def passes(self, minutes: float = 0, seconds: float = 0) -> None:
        step = timedelta(minutes=minutes, seconds=seconds)
        self.wall += step
        self.uptime += round(step.total_seconds() * 1000)


class Room:
    """A meeting to which people do things; `do` raises where a thing is refused, `try_` returns the reason."""

    def __init__(self, laptop: Laptop | None = None, replica: str = "replica1", meeting: str = "meeting1") -> None:
        self.laptop = laptop or Laptop()
        self.scribe = Scribe(meeting, replica, self.laptop)
        self.record = Record()

    @property
    def meeting(self) -> Meeting:
        return self.record.meeting

    @property
    def events(self) -> list[Event]:
        return self.record.events

    def try_(self, by: str, fact: Fact) -> Event | Refused:
        decided = decide(self.record.meeting, self.record.undo, by, fact)
        if isinstance(decided, Refused):
            return decided
        event = self.scribe.write(by, decided, self.record.latest)
        self.scribe.kept()
        self.record.add([event])
        return event

    def do(self, by: str, *facts: Fact) -> Event:
        event: Event | Refused | None = None
        for fact in facts:
            event = self.try_(by, fact)
            assert isinstance(event, Event), event
        assert isinstance(event, Event)
        return event

    def person(self, person: str, *roles: Role, name: str | None = None, **fields: Any) -> str:
        self.do(SETUP, PersonAdded(person=person, roles=frozenset(roles), **fields))
        self.do(SETUP, PersonNamed(person=person, name=name or person.capitalize()))
        return person

    def next(self, by: str, minutes: float = 0) -> Event:
        """Let some minutes pass, then open the next step."""
        self.laptop.passes(minutes)
        current = self.meeting.current.step if self.meeting.current else None
        assert self.meeting.agenda
        step = self.meeting.agenda.after(current)
        assert step
        return self.do(by, StepOpened(step=step.id, predecessor=current))


def words(text: str) -> Wording:
    return Wording(en=text, fr=f"{text} (fr)", ar=f"{text} (ar)")


SCALE = Scale(id="scale4", levels=tuple(Level(value=v, label=words(f"level {v}")) for v in (1, 2, 3, 4)))


def rating(code: str, about: str = "moderator", **fields: Any) -> Rating:
    anchors = tuple(Anchor(value=v, text=words(f"{code} at {v}")) for v in (1, 2, 3, 4))
    return Rating(id=code, text=words(f"indicator {code}"), about=about, scale="scale4", anchors=anchors, **fields)


def small_grid(extra: Iterable[Indicator] = ()) -> Grid:
    """Two sections: A1 A2 (moderator), A3 yes/no (meeting); B1 count, B2 rating about steps, B3 tally, B4 note."""
    bands = (Band(max=1, score=4), Band(max=3, score=3), Band(max=None, score=1))
    return Grid(
        id="small",
        title=words("small grid"),
        scales=(SCALE,),
        scoring=Scoring(evidence_for=(1, 4)),
        sections=(
            Section(
                id="A",
                title=words("section A"),
                indicators=(rating("A1"), rating("A2"), YesNo(id="A3", text=words("indicator A3"))),
            ),
            Section(
                id="B",
                title=words("section B"),
                indicators=(
                    Count(id="B1", text=words("indicator B1"), bands=bands),
                    rating("B2", about="step"),
                    Tally(id="B3", text=words("indicator B3"), bands=bands),
                    Note(id="B4", text=words("indicator B4")),
                    *extra,
                ),
            ),
        ),
    )


def small_agenda() -> Agenda:
    """S0 before the start, then S1 to S4 of ten minutes, floors of six; S4 protected."""
    steps = [Step(id="S0", phase="before", counted=False, title=words("arrival"), minutes=5)]
    steps += [
        Step(id=f"S{n}", title=words(f"step {n}"), minutes=10, min_minutes=6, protect=n == 4) for n in (1, 2, 3, 4)
    ]
    return Agenda(id="small", title=words("small agenda"), steps=tuple(steps))


def all_agree(room: Room) -> None:
    """Every moderator and observer says yes to all of the grid that they have not said yes to yet."""
    grid = room.meeting.grid
    assert grid
    for person, codes in not_yet(room.meeting).items():
        for code in codes:
            room.do(person, yes(grid, code))


def yes(grid: Grid, code: str) -> IndicatorJudged:
    return IndicatorJudged(code=code, fingerprint=grid.fingerprint, content=grid.content_of[code], accepted=True)


def no(grid: Grid, code: str, reason: str = "vague") -> IndicatorJudged:
    return yes(grid, code).model_copy(update={"accepted": False, "reason": reason})


def sealing(room: Room) -> GridSealed:
    """The seal as the meeting's rule wants it, by all who have agreed so far."""
    grid, rule = room.meeting.grid, room.meeting.grids.rule
    assert grid
    signed = signatures(room.meeting)
    return GridSealed(fingerprint=grid.fingerprint, rule=rule.rule, quorum=rule.quorum, signatures=signed)


def seal(room: Room, by: str = "mona") -> None:
    """Everybody agrees, and somebody seals."""
    all_agree(room)
    room.do(by, sealing(room))


def small_room(observers: int = 2, **created: Any) -> Room:
    """A meeting with a trainer `tess`, moderators `mona` and `milo`, a timekeeper `tim`, a note-taker `nora`, and
    observers `olga`, `omar`, ...; nothing has begun."""
    room = Room()
    room.do(
        SETUP,
        MeetingCreated(kit="small", title=words("small meeting"), start=datetime(2026, 7, 16, 14, 0), **created),
        AgendaSet(agenda=small_agenda()),
        GridProposed(grid=small_grid()),
    )
    room.person("tess", Role.TRAINER)
    room.person("mona", Role.MODERATOR)
    room.person("milo", Role.MODERATOR)
    room.person("tim", Role.TIMEKEEPER)
    room.person("nora", Role.NOTE_TAKER)
    for name in ("olga", "omar", "otis", "ofra")[:observers]:
        room.person(name, Role.OBSERVER)
    return room
