"""A rehearsal that goes on live: colleagues act around one user, on a clock that the test moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event, Fact
from facilitate.domain.events.running import StepOpened
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Role
from facilitate.domain.scribe import Scribe
from facilitate.kits.rehearsal.act import MOVES
from facilitate.kits.rehearsal.colleagues import Colleagues
from facilitate.kits.rehearsal.play import perform
from facilitate.kits.rehearsal.script import Script

TICK_MS = 1_000
PLAYED = "the user"

User = Callable[["Live"], Fact | None]


class Live:
    """The demo without a screen; whoever acts, the meeting is asked."""

    def __init__(self, written: Script, seated: str, user: User, until: str | None = None) -> None:
        first = written.acts[0].fact
        self.record = perform(written, until=until or getattr(first, "step", None))
        self.colleagues = Colleagues(written)
        self.seated, self.user = seated, user
        self.now_ms = self.moved_ms = 0
        self.steps_only = False
        self.begun = datetime(2026, 7, 16, 16, 0, tzinfo=UTC)
        self.scribe = Scribe(written.meeting, "live", self._machine)
        self.by_user: list[Event] = []
        self.by_colleagues: list[tuple[int, str, Event]] = []

    def _machine(self) -> Instant:
        return Instant(wall=self.begun + timedelta(milliseconds=self.now_ms), boot="live", uptime=self.now_ms)

    @property
    def meeting(self) -> Meeting:
        return self.record.meeting

    @property
    def is_mover(self) -> bool:
        return self.meeting.people[self.seated].has(Role.MODERATOR, Role.TIMEKEEPER)

    def do(self, by: str, fact: Fact) -> Event:
        decided = decide(self.record.meeting, self.record.undo, by, fact)
        assert not isinstance(decided, Refused), (decided, fact)
        event = self.scribe.write(by, decided, self.record.latest)
        self.scribe.kept()
        self.record.add([event])
        if isinstance(fact, StepOpened if self.steps_only else MOVES):
            self.moved_ms = self.now_ms
        return event

    def tick(self) -> bool:
        """A second passes, the user may act, then a colleague may. Whether anything was done."""
        self.now_ms += TICK_MS
        own = self.user(self)
        if own is not None:
            self.by_user.append(self.do(self.seated, own))
        done = self.colleagues.due(self.meeting, self.seated, self.now_ms - self.moved_ms)
        if done is None:
            return own is not None
        by, fact = done
        assert by != self.seated
        self.by_colleagues.append((self.now_ms, self.seated, self.do(by, fact)))
        return True

    def run(self, seconds: int = 1_500, until: Callable[[Meeting], bool] = lambda _: False) -> None:
        """Let time pass until nothing happens any more for a minute."""
        quiet = 0
        for _ in range(seconds):
            quiet = 0 if self.tick() else quiet + 1
            if quiet > 60 or until(self.meeting):
                return


def seat(meeting: Meeting, role: Role, place: int = 0) -> str:
    return meeting.people_with(role)[place].id


def idle(_: Live) -> Fact | None:
    return None
