"""The demo's colleagues: rehearsed people who act while somebody sits in one of the seats."""

from __future__ import annotations

from time import monotonic

from facilitate.domain.meeting.state import Meeting
from facilitate.kits.rehearsal.colleagues import Colleagues
from facilitate.session import Session
from facilitate.tui.seat import screens_for

SECONDS_BETWEEN = 1.5


class Demo:
    """Who can be sat down as, and what the others do meanwhile."""

    def __init__(self, colleagues: Colleagues, seats: tuple[tuple[str, str], ...]) -> None:
        self.colleagues = colleagues
        self.seats = seats
        self._moved = monotonic()
        self._acted = 0.0
        self._opening: str | None = None

    @classmethod
    def of(cls, colleagues: Colleagues, meeting: Meeting) -> Demo:
        """A demo with a seat for the first of each: moderator, timekeeper, note-taker, observer, trainer."""
        chosen: dict[str, tuple[str, str]] = {}
        for person in meeting.people.values():
            if person.roles:
                name = screens_for(person)[0]
                chosen.setdefault(name, (person.id, name))
        wanted = ("step", "floor", "notes", "observe", "review")
        return cls(colleagues, tuple(chosen[name] for name in wanted if name in chosen))

    def act(self, session: Session, seated: str) -> None:
        """One thing, if one is due; what is refused is dropped."""
        now = monotonic()
        if now - self._acted < SECONDS_BETWEEN:
            return
        meeting = session.kept
        opening = meeting.current.event if meeting.current else None
        if opening != self._opening:
            self._opening, self._moved = opening, now
        due = self.colleagues.due(meeting, seated, round((now - self._moved) * 1000))
        if due is not None:
            self._acted = now
            session.do(*due)
