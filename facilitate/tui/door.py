"""Who may sit down: who somebody is, and their PIN where they have one; and one's own PIN set, changed, taken away."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from textual.app import App
from textual.message import Message

from facilitate.analysis.consent import consent_said, overdue
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.observing import PinSet
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Role
from facilitate.language import Words
from facilitate.session import Session
from facilitate.tui.dialogs.ask import Ask
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.field import Field
from facilitate.tui.pins import Tried, new_pin, taken_away, typed_twice
from facilitate.tui.seat import SHOW, Seat


@dataclass
class PinWanted(Message):
    """An observer wants to set, change or take away their PIN."""

    seat: Seat


class Door:
    """Asks before somebody sits down; the wrong tries of this program are counted as long as it runs."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._tried = Tried(monotonic)

    def ask_who(self, meeting: Meeting, words: Words, then: Callable[[str | None], None]) -> None:
        """Who of the team sits here, under what people are told about being observed; nobody where they leave."""
        options = [
            (person.id, person.name, words.listed(words(f"role.{role}") for role in sorted(person.roles)))
            for person in meeting.people.values()
            if person.roles - {Role.PARTICIPANT} and not person.erased
        ]
        consent = "\n".join(words(each.message, **each.values) for each in consent_said(meeting))
        self._app.push_screen(Choose(words("open.who"), options, words, consent), then)

    def let_in(
        self,
        session: Session,
        person: str,
        words: Words,
        sit: Callable[[], None],
        otherwise: Callable[[], None],
    ) -> None:
        """Have that person sit down once their PIN was typed; then they are told where a trainer took it away."""

        def asked(right: bool) -> None:
            if not right:
                otherwise()
                return
            sit()
            if told := taken_away(session.kept, person, words):
                self._app.notify(told, severity="warning", markup=False, timeout=15)
            day = overdue(session.kept, session.now().wall.date())
            if day is not None and person != SHOW:
                self._app.notify(words("consent.overdue", day=day), severity="warning", markup=False, timeout=15)

        self._pass(session, person, words, asked)

    def _pass(self, session: Session, person: str, words: Words, then: Callable[[bool], None]) -> None:
        """Whether it is that person: at once where they have no PIN, else once it was typed."""
        if person == SHOW or person not in session.kept.pins:
            then(True)
            return
        title = words("pin.asked", name=session.kept.name(person))
        field = Field(words("pin.pin"), secret=True)

        def wrong(typed: tuple[str, ...]) -> str | None:
            return self._wrong(session, person, typed[0], words)

        ask = Ask(title, [field], words, check=wrong, verbs=(words("pin.go"), words("pin.keys")))
        self._app.push_screen(ask, lambda typed: then(typed is not None))

    def _wrong(self, session: Session, person: str, typed: str, words: Words) -> str | None:
        """What is wrong with the PIN that was typed for somebody, as a sentence."""
        why = self._tried.why_not(session.kept, person, typed)
        return _said(why, words) if why is not None else None

    # One's own.

    def change(self, seat: Seat) -> None:
        """Set one's own PIN; where there is one, or a trainer took it away, choose first what to do."""
        meeting, words = seat.session.kept, seat.words
        if seat.person not in meeting.pins and seat.person not in meeting.pins_taken:
            self._set(seat)
            return
        body = taken_away(meeting, seat.person, words)
        ways = [("set", words("pin.set"), ""), ("away", words("pin.away"), "")]
        self._app.push_screen(
            Choose(body or words("pin.title"), ways, words),
            lambda way: {"set": self._set, "away": self._take_away}[way](seat) if way else None,
        )

    def _set(self, seat: Seat) -> None:
        words, before = seat.words, seat.person in seat.session.kept.pins
        old = [Field(words("pin.old"), secret=True)] if before else []
        fields = [*old, Field(words("pin.new"), secret=True), Field(words("pin.again"), secret=True)]

        def wrong(typed: tuple[str, ...]) -> str | None:
            why = typed_twice(*typed[-2:])
            if why is not None:
                return _said(why, words)
            return self._wrong(seat.session, seat.person, typed[0], words) if before else None

        def keep(typed: tuple[str, ...] | None) -> None:
            if typed is not None:
                self._do(seat, PinSet(person=seat.person, pin=new_pin(typed[-1], secrets.token_hex(16))))

        self._app.push_screen(Ask(words("pin.title"), fields, words, words("pin.body"), wrong), keep)

    def _take_away(self, seat: Seat) -> None:
        def gone(shown: bool) -> None:
            if shown:
                self._do(seat, PinSet(person=seat.person))

        self._pass(seat.session, seat.person, seat.words, gone)

    def _do(self, seat: Seat, fact: PinSet) -> None:
        refused, words = seat.session.do(seat.person, fact), seat.words
        said = _said(refused, words) if refused else words("pin.kept" if fact.pin else "pin.gone")
        self._app.clear_notifications()
        self._app.notify(said, severity="warning" if refused else "information", markup=False, timeout=6)


def _said(refused: Refused, words: Words) -> str:
    return words(refused.message, **refused.values)
