"""The parts of a meeting under way: openings of steps, tracks, turns, captures, rankings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from facilitate.domain.events.base import PLENARY, Spoke
from facilitate.domain.events.capturing import CaptureKind, Pair, PlanRow
from facilitate.domain.instants import NO_TIME, Instant, Span, between, total
from facilitate.domain.model import Frozen, Identifier
from facilitate.domain.people import Group


class Pause(Frozen):
    """The clock stood still from start to end, or stands still."""

    start: Instant
    end: Instant | None = None
    reason: str = ""


class Opening(Frozen):
    """One time that a step was open; a step that is gone back to has several."""

    step: Identifier
    event: str
    by: Identifier
    start: Instant
    end: Instant | None = None
    pauses: tuple[Pause, ...] = ()

    @property
    def paused(self) -> bool:
        return self.end is None and bool(self.pauses) and self.pauses[-1].end is None

    def spent(self, now: Instant) -> Span:
        """Time in this opening without its pauses."""
        end = self.end or now
        still = total(between(pause.start, pause.end or end) for pause in self.pauses)
        spent = between(self.start, end).minus(still)
        return Span(max(0, spent.ms), spent.approximate)


class Track(Frozen):
    """The plenary, or one group of a split room, with its own clock."""

    id: Identifier = PLENARY
    title: str = ""
    step: Identifier | None = None
    moderator: Identifier | None = None
    observers: tuple[Identifier, ...] = ()
    open: bool = True
    openings: tuple[Opening, ...] = ()

    @property
    def current(self) -> Opening | None:
        """The opening that runs now."""
        last = self.openings[-1] if self.openings else None
        return last if last is not None and last.end is None else None

    def spent(self, step: str, now: Instant) -> Span:
        """Time in a step, all its openings together."""
        return total(each.spent(now) for each in self.openings if each.step == step) or NO_TIME


class Turn(Frozen):
    """Somebody had, or has, the floor."""

    id: Identifier
    who: Spoke
    track: Identifier
    step: Identifier | None
    start: Instant
    end: Instant | None = None
    corrected: bool = False
    withdrawn: bool = False


class Waiting(Frozen):
    """Somebody waits for the floor."""

    id: Identifier
    who: Spoke


class Capture(Frozen):
    """A need, a decision, an action, a parked topic, a rule or a note."""

    id: Identifier
    what: CaptureKind
    text: str
    step: Identifier | None
    track: Identifier
    by: Identifier
    at: Instant
    group: Group | None = None
    theme: Identifier | None = None
    owner: Identifier | None = None
    due: date | None = None
    due_said: str = ""
    changed: bool = False
    withdrawn: bool = False
    status: Literal["open", "doing", "done", "dropped"] = "open"
    status_note: str = ""

    @property
    def complete(self) -> bool:
        """Whether an action has who, what and by when."""
        return bool(self.owner and (self.due or self.due_said))


class Theme(Frozen):
    """Needs that belong together."""

    id: Identifier
    title: str
    needs: tuple[Identifier, ...]


class Ranking(Frozen):
    """The last count of one method by one group. What is ranked are needs and themes.

    `stood` is every need that stood then, with its theme or with nothing: so that it can be told what changed since.
    """

    method: Literal["dots", "pair"]
    needs: tuple[Identifier, ...]
    group: Group | None
    counts: Mapping[str, int]
    pairs: tuple[Pair, ...]
    stood: Mapping[Identifier, str] = {}


class Headcount(Frozen):
    """How many of a group are present: `Meeting.attendance` has each group's last count, `Meeting.counts` all."""

    group: Group
    number: int
    step: Identifier | None


class Item(Frozen):
    """A line of the checklist: something to get ready, or somebody to invite."""

    id: Identifier
    what: Literal["material", "invitation"]
    text: str
    who: str = ""
    done: bool = False


class Consent(Frozen):
    """What people are told about being observed, in own words if there are any, and until when it is kept."""

    wording: str = ""
    until: date | None = None


class Retiming(Frozen):
    """New minutes for steps: each step's, before and after; `agreed` says whether the group was asked."""

    steps: tuple[tuple[Identifier, int, int], ...]
    agreed: bool
    reason: str
    at: Instant


class Handover(Frozen):
    """The lead of the meeting going from one moderator to another; `absent` where the other was not there."""

    from_: Identifier | None
    to: Identifier
    absent: bool
    at: Instant


class PinTaken(Frozen):
    """A PIN that somebody else took away, until its owner sets another one or says that none is wanted."""

    by: Identifier
    reason: str
    at: Instant


class EnergiserDone(Frozen):
    """An energiser that was run."""

    energiser: Identifier
    minutes: int | None
    step: Identifier | None
    at: Instant


class Project(Frozen):
    """A small project, with its plan."""

    id: Identifier
    title: str
    needs: tuple[Identifier, ...] = ()
    services: str = ""
    product: str = ""
    resources: str = ""
    users: str = ""
    plan: tuple[PlanRow, ...] = ()
