"""The meeting as the fold of its events: one immutable value that screens, sheets and reports are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from facilitate.domain.agenda import Agenda, Step
from facilitate.domain.events.base import PLENARY, Spoke
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.grid import Grid
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.agreement import GridHistory
from facilitate.domain.meeting.parts import (
    Capture,
    Consent,
    EnergiserDone,
    Handover,
    Headcount,
    Item,
    Opening,
    Pause,
    PinTaken,
    Project,
    Ranking,
    Retiming,
    Theme,
    Track,
    Turn,
    Waiting,
)
from facilitate.domain.meeting.sheets import Cell, Review, Sheet
from facilitate.domain.model import Frozen, Wording
from facilitate.domain.people import Person, Role
from facilitate.domain.pin import Pin


class Clash(Frozen):
    """An event of a merge that could not stand beside an earlier one; the earlier one stands, this one is told."""

    message: str
    event: str
    by: str
    values: Mapping[str, Any] = {}


class Meeting(Frozen):
    """A meeting at one moment."""

    id: str = ""
    kit: str = ""
    title: Wording = Wording()
    place: str = ""
    centre: str = ""
    start: datetime | None = None
    language: str = "en"
    audience: str = ""
    objectives: tuple[str, ...] = ()
    rehearsal: bool = False
    created: Instant | None = None

    people: Mapping[str, Person] = {}
    pins: Mapping[str, Pin] = {}
    pins_taken: Mapping[str, PinTaken] = {}
    attendance: tuple[Headcount, ...] = ()
    counts: tuple[Headcount, ...] = ()
    expected: tuple[Headcount, ...] = ()
    checklist: Mapping[str, Item] = {}
    consent: Consent | None = None
    agenda: Agenda | None = None
    end: datetime | None = None
    assigned: Mapping[str, str] = {}
    announced_minutes: int | None = None
    retimings: tuple[Retiming, ...] = ()
    grids: GridHistory = GridHistory()

    tracks: Mapping[str, Track] = {PLENARY: Track()}
    extra_minutes: Mapping[tuple[str, str], int] = {}
    skipped: Mapping[str, str] = {}
    chair: str | None = None
    handovers: tuple[Handover, ...] = ()
    turns: Mapping[str, Turn] = {}
    queue: tuple[Waiting, ...] = ()
    floor: tuple[Spoke, ...] = ()
    energisers: tuple[EnergiserDone, ...] = ()
    evaluation: Mapping[str, int] = {}
    closed: Instant | None = None
    reopened: tuple[str, ...] = ()
    shut: tuple[Pause, ...] = ()

    captures: Mapping[str, Capture] = {}
    themes: Mapping[str, Theme] = {}
    rankings: tuple[Ranking, ...] = ()
    projects: Mapping[str, Project] = {}

    sheets: Mapping[str, Sheet] = {}
    debrief: str | None = None
    consensus: Mapping[Cell, Review] = {}
    reviews: Mapping[tuple[str, Cell], Review] = {}
    earlier: Mapping[tuple[int, str | None, Cell], Review] = {}
    """Reviews, by version and observer, and consensus, without one, on what an amendment split, merged or dropped."""

    clashes: tuple[Clash, ...] = ()
    unknown: int = 0

    @property
    def plenary(self) -> Track:
        return self.tracks[PLENARY]

    @property
    def current(self) -> Opening | None:
        """The step that is open in plenary."""
        return self.plenary.current

    @property
    def apart(self) -> tuple[Track, ...]:
        """The groups of a split room that have not come back."""
        return tuple(track for track in self.tracks.values() if track.id != PLENARY and track.open)

    @property
    def grid(self) -> Grid | None:
        """The grid in force."""
        return self.grids.current

    @property
    def read_only(self) -> bool:
        """Whether it holds events that this program is too old to know."""
        return self.unknown > 0

    def people_with(self, *roles: Role) -> tuple[Person, ...]:
        """People who hold one of these roles, in the order in which they were added."""
        return tuple(person for person in self.people.values() if person.has(*roles))

    @property
    def moderators(self) -> tuple[Person, ...]:
        return self.people_with(Role.MODERATOR)

    @property
    def observers(self) -> tuple[Person, ...]:
        return self.people_with(Role.OBSERVER)

    def observed_by(self, observer: str) -> tuple[Person, ...]:
        """The moderators whom an observer scores: those named, else all."""
        person = self.people.get(observer)
        chosen = person.observes if person else ()
        return tuple(each for each in self.moderators if not chosen or each.id in chosen)

    def name(self, person: str | None) -> str:
        """A person's name, or nothing where it is not known or was erased."""
        found = self.people.get(person or "")
        return found.name if found else ""

    def captured(self, *kinds: CaptureKind) -> tuple[Capture, ...]:
        """What stands of these kinds, in the order in which it was said."""
        return tuple(each for each in self.captures.values() if each.what in kinds and not each.withdrawn)

    def sheet(self, observer: str) -> Sheet:
        """An observer's sheet; an empty one where nothing was said yet."""
        return self.sheets.get(observer) or Sheet(observer=observer)

    def moderator_of(self, step: str) -> Person | None:
        """Who is to moderate a step, if that was said and they are still there."""
        person = self.people.get(self.assigned.get(step, ""))
        return person if person is not None and person.has(Role.MODERATOR) and not person.left else None

    def planned_minutes(self, step: str, track: str = PLENARY) -> int:
        """Minutes of a step with what it was extended by."""
        found = self.agenda.step(step) if self.agenda else None
        return max(0, (found.minutes if found else 0) + self.extra_minutes.get((track, step), 0))

    def next_step(self, track: str = PLENARY) -> Step | None:
        """The step that *next* opens: after the open one, or the one that was open last, without those left out."""
        if self.agenda is None:
            return None
        openings = self.tracks[track].openings
        step = self.agenda.after(openings[-1].step if openings else None)
        while step is not None and step.id in self.skipped:
            step = self.agenda.after(step.id)
        return step
