"""A meeting line by line: `open --plain` asks and takes answers, for screen readers and very small terminals."""

from __future__ import annotations

from collections.abc import Callable

import click

from facilitate.cli.consent import consent_lines
from facilitate.cli.desk import Desk
from facilitate.cli.frame import DONE, Stop, say
from facilitate.cli.plain_observing import Observing
from facilitate.cli.plain_pin import PinDesk
from facilitate.cli.plain_typing import TypingLines
from facilitate.domain.decisions.authority import BRING_IN
from facilitate.domain.events import running as r
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.model import harmless_prose
from facilitate.domain.people import Role
from facilitate.journal.journal import Journal, fresh_name
from facilitate.language import Words
from facilitate.language.numbers import western
from facilitate.tui.capturing import capture_fields, captured

CAPTURE_KEYS = (
    CaptureKind.NEED,
    CaptureKind.DECISION,
    CaptureKind.ACTION,
    CaptureKind.PARKING,
    CaptureKind.NOTE,
    CaptureKind.RULE,
)
LONGEST = 50_000


def converse(journal: Journal, person: str | None, words: Words) -> int:
    """Sit somebody down; the roles say what they are asked."""
    if person is None:
        journal.close()
        raise Stop("cli.error.as_needed")
    desk = Desk(journal, person, words.for_lines())
    pin = PinDesk(desk)
    roles = journal.record.meeting.people[person].roles
    try:
        pin.let_in()
        for line in consent_lines(journal.record.meeting, person, desk.words):
            say(line)
        desk.grid_told()
        if Role.OBSERVER in roles:
            Observing(desk, pin).run()
        elif Role.MODERATOR in roles or Role.TIMEKEEPER in roles or Role.NOTE_TAKER in roles:
            Moderating(desk).run()
        elif roles & BRING_IN:
            _training(desk)
        else:
            desk.status()
    except (EOFError, click.Abort):
        say()
    finally:
        journal.close()
    return DONE


def _training(desk: Desk) -> None:
    """Whoever runs no clock and observes nobody: how it stands, and paper to type."""
    say(desk.words("plain.trainer"))
    papers = TypingLines(desk)
    while True:
        desk.status()
        match desk.ask(desk.words("plain.trainer_prompt")).casefold():
            case "q":
                return
            case "t":
                papers.run()


class Moderating:
    """A word a line: next, back, pause, and what was said."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.papers = desk, TypingLines(desk)
        self.types = desk.meeting.people[desk.person].has(*BRING_IN)

    def run(self) -> None:
        words = self.desk.words
        say(words("plain.moderator"))
        if self.types:
            say(words("plain.paper_key"))
        while True:
            self.desk.status()
            line = self.desk.ask(words("plain.prompt"))
            if line.lower() == "q":
                return
            self._obey(line)

    def _obey(self, line: str) -> None:
        key, _, rest = line.partition(" ")
        captures = dict(zip("123456", CAPTURE_KEYS, strict=True))
        acts: dict[str, Callable[[], object]] = {
            "n": self._next,
            "b": self._back,
            "p": self._pause,
            "u": self.desk.take_back,
            "c": lambda: self.desk.do(r.MeetingClosed()),
            "t": self._paper,
            "": self.desk.status,
        }
        if western(key) in captures:
            self._capture(captures[western(key)], rest)
        else:
            acts.get(key.lower(), lambda: say(self.desk.words("plain.moderator")))()

    def _paper(self) -> None:
        """A scoresheet from paper, for those of the team; nobody else has that key."""
        if self.types:
            self.papers.run()
        else:
            say(self.desk.words("plain.moderator"))

    def _next(self) -> None:
        meeting = self.desk.meeting
        step = meeting.next_step()
        if step is None:
            say(self.desk.words("plain.last"))
        else:
            self.desk.do(r.StepOpened(step=step.id, predecessor=meeting.current.step if meeting.current else None))

    def _back(self) -> None:
        meeting = self.desk.meeting
        current = meeting.current.step if meeting.current else None
        step = meeting.agenda.before(current) if meeting.agenda and current else None
        if step is not None:
            self.desk.do(r.StepOpened(step=step.id, predecessor=current))
        else:
            say(self.desk.words("moderate.first"))

    def _pause(self) -> None:
        current = self.desk.meeting.current
        self.desk.do(r.Resumed() if current is not None and current.paused else r.Paused())

    def _capture(self, what: CaptureKind, text: str) -> None:
        """What was said; of an action also who and by when, which may stay empty."""
        words, step = self.desk.words, self.desk.meeting.current
        fields = capture_fields(what, words)
        text = harmless_prose(text)[:LONGEST] or self.desk.ask(fields[0].label)
        if not (text := harmless_prose(text)[:LONGEST]):
            return
        found = (text, *(self.desk.line(field) for field in fields[1:]))
        opened = step.step if step else None
        self.desk.do(*captured(self.desk.meeting, what, found, opened, fresh_name, language=words.language))
