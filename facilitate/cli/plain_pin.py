"""PINs line by line: asked for before somebody sits down, set, changed and taken away; typed without being shown."""

from __future__ import annotations

import secrets
import sys
from getpass import getpass
from time import monotonic

import click

from facilitate.cli.desk import Desk
from facilitate.cli.frame import Stop, say
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.observing import PinSet
from facilitate.domain.meeting.state import Meeting
from facilitate.tui.pins import Tried, new_pin, taken_away, typed_twice


class PinDesk:
    """The PIN of the person at a desk. Wrong tries are counted as long as this one is used."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._tried = Tried(monotonic)

    @property
    def _all(self) -> Meeting:
        """The meeting with its PINs, which no view has."""
        self.desk.journal.follow()
        return self.desk.journal.record.meeting

    @property
    def _set(self) -> bool:
        return self.desk.person in self._all.pins

    def let_in(self) -> None:
        """Ask until it is right. Where no terminal is, the first line is the PIN, and the only try.

        Raises Stop where that line is wrong or missing, EOFError where somebody leaves a terminal.
        """
        words, person = self.desk.words, self.desk.person
        if self._set and not sys.stdin.isatty():
            self._first_line()
        while self._set and sys.stdin.isatty() and self._wrong():
            pass
        if told := taken_away(self._all, person, words):
            say(f"{told} {words('plain.pin_how')}")

    def _first_line(self) -> None:
        name = self._all.name(self.desk.person)
        try:
            typed = input()
        except EOFError:
            raise Stop("cli.error.pin_missing", name=name) from None
        if self._tried.why_not(self._all, self.desk.person, typed) is not None:
            raise Stop("cli.error.pin_wrong", name=name)

    def _wrong(self) -> bool:
        """Ask for the PIN that is set, and say where it is not the one."""
        typed = self._hidden(self.desk.words("pin.asked", name=self._all.name(self.desk.person)))
        return self._refused(self._tried.why_not(self._all, self.desk.person, typed)) if typed else True

    def change(self) -> None:
        """A new one, or none: an empty line takes it away. An empty line at the present one changes nothing."""
        while self._set:
            old = self._hidden(self.desk.words("pin.old"))
            if not old:
                return
            if not self._refused(self._tried.why_not(self._all, self.desk.person, old)):
                break
            if not sys.stdin.isatty():
                return
        say(self.desk.words("pin.body"))
        once = self._hidden(self.desk.words("plain.pin_new"))
        if not once:
            if self._set or self.desk.person in self._all.pins_taken:
                self._keep(PinSet(person=self.desk.person))
        elif self._refused(typed_twice(once, once)):  # no need to type again what cannot be one
            return
        elif not self._refused(typed_twice(once, self._hidden(self.desk.words("pin.again")))):
            self._keep(PinSet(person=self.desk.person, pin=new_pin(once, secrets.token_hex(16))))

    def _keep(self, fact: PinSet) -> None:
        if self.desk.do(fact):
            say(self.desk.words("pin.kept" if fact.pin else "pin.gone"))

    def _refused(self, why: Refused | None) -> bool:
        if why is not None:
            say(self.desk.words(why.message, **why.values))
        return why is not None

    def _hidden(self, prompt: str) -> str:
        """A line that is not shown while it is typed; as it comes where no terminal is. Raises EOFError at the end."""
        click.echo(f"{prompt}: ", nl=False)
        return (getpass("") if sys.stdin.isatty() else input()).strip()
