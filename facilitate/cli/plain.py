"""A meeting line by line: `open --plain` asks and takes answers, for screen readers and very small terminals."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import click

from facilitate.analysis.progress import Asked, asked, owing, still_open
from facilitate.cli.desk import Desk
from facilitate.cli.frame import DONE, Stop, say
from facilitate.domain.events import running as r
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.events.observing import MEETING, EvidenceAdded, Scored, SheetSent
from facilitate.domain.indicator import Choice, Interval, Note, Rating, YesNo, anchor_at
from facilitate.domain.model import harmless_prose
from facilitate.domain.people import Role
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.journal.journal import Journal, fresh_name
from facilitate.language import Words
from facilitate.language.numbers import read_number
from facilitate.tui.capturing import capture_fields, captured

CAPTURE_KEYS = (
    CaptureKind.NEED,
    CaptureKind.DECISION,
    CaptureKind.ACTION,
    CaptureKind.PARKING,
    CaptureKind.NOTE,
    CaptureKind.RULE,
)
YES_NO = dict.fromkeys(("yes", "oui", "نعم"), Answer.YES) | dict.fromkeys(("no", "non", "لا"), Answer.NO)
"""Said in any of the three languages; 1 and 0 (or 2) say the same."""

LONGEST = 50_000
NOT_OBSERVED, NOT_APPLICABLE = ("o", "nobs"), ("a", "na")


def converse(journal: Journal, person: str | None, words: Words) -> int:
    """Sit somebody down; the roles say what they are asked."""
    if person is None:
        journal.close()
        raise Stop("cli.error.as_needed")
    desk = Desk(journal, person, words)
    roles = journal.record.meeting.people[person].roles
    try:
        if Role.OBSERVER in roles:
            Observing(desk).run()
        elif Role.MODERATOR in roles or Role.TIMEKEEPER in roles or Role.NOTE_TAKER in roles:
            Moderating(desk).run()
        else:
            desk.status()
    except (EOFError, click.Abort):
        say()
    finally:
        journal.close()
    return DONE


class Moderating:
    """A word a line: next, back, pause, and what was said."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def run(self) -> None:
        words = self.desk.words
        say(words("plain.moderator"))
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
            "": self.desk.status,
        }
        if key in captures:
            self._capture(captures[key], rest)
        else:
            acts.get(key.lower(), lambda: say(self.desk.words("plain.moderator")))()

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


class Observing:
    """Asks for every open answer in turn; any of them can be given again by its code."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.passed: set[object] = set()

    def run(self) -> None:
        words = self.desk.words
        say(words("plain.observer"))
        while not self.desk.meeting.sheet(self.desk.person).sent:
            waiting = [each for each in still_open(self._everything()) if each.cell not in self.passed]
            if not waiting:
                if self._finish():
                    return
                continue
            if self._one(waiting[0]):
                return
        say(words("observe.sent"))

    def _everything(self) -> tuple[Asked, ...]:
        meeting = self.desk.meeting
        step = meeting.current.step if meeting.current else None
        return asked(meeting, self.desk.person, step, self.desk.journal.machine())

    def _one(self, found: Asked) -> bool:
        """Ask for one answer; true where the person wants to leave."""
        words = self.desk.words
        for line in self._question(found):
            say(line)
        answer = self.desk.ask(words("plain.answer"))
        match answer.lower():
            case "q":
                return True
            case "":
                self.passed.add(found.cell)
            case "u":
                self.desk.take_back()
            case "?":
                self.desk.status()
            case "s":
                return self._send()
            case _:
                self._score(found, answer)
        return False

    def _question(self, found: Asked) -> Iterator[str]:
        words, meeting = self.desk.words, self.desk.meeting
        about = words("observe.about_meeting") if found.cell.about == MEETING else meeting.name(found.cell.about)
        yield f"\n{found.indicator.id}, {about}: {found.indicator.text.to(words.language)}"
        indicator, grid = found.indicator, meeting.grid
        if isinstance(indicator, Rating) and grid is not None:
            scale = grid.scale(indicator.scale)
            for level in scale.levels if scale else ():
                anchor = anchor_at(indicator.anchors, level.value).to(words.language)
                yield f"  {level.value}  {level.label.to(words.language)}. {anchor}"
        elif isinstance(indicator, YesNo):
            yield f"  1  {words('common.yes')}. {indicator.yes_means.to(words.language)}"
            yield f"  0  {words('common.no')}. {indicator.no_means.to(words.language)}"
        elif isinstance(indicator, Choice):
            for number, option in enumerate(indicator.options, start=1):
                yield f"  {number}  {option.label.to(words.language)}"

    def _score(self, found: Asked, answer: str) -> None:
        value = self._value(found, answer)
        cell, meeting = found.cell, self.desk.meeting
        if value is None:
            say(self.desk.words("plain.not_understood"))
            return
        step = cell.step or (meeting.current.step if meeting.current else None)
        if not self.desk.do(Scored(about=cell.about, indicator=cell.indicator, step=step, value=value)):
            return
        if any(each.cell == cell for each in owing(self._everything())):
            text = self.desk.ask(self.desk.words("observe.fact"))
            if text := harmless_prose(text)[:LONGEST]:
                name = f"e{fresh_name()}"
                fact = EvidenceAdded(about=cell.about, indicator=cell.indicator, step=step, evidence=name, text=text)
                self.desk.do(fact)

    def _value(self, found: Asked, answer: str) -> Value | None:
        indicator = found.indicator
        if answer.lower() in NOT_OBSERVED:
            return Answer.NOT_OBSERVED
        if answer.lower() in NOT_APPLICABLE:
            return Answer.NOT_APPLICABLE
        number = read_number(answer)
        match indicator:
            case Note():
                return Noted(text=answer[:LONGEST])
            case YesNo():
                return YES_NO.get(answer.casefold()) or {1: Answer.YES, 0: Answer.NO, 2: Answer.NO}.get(
                    -1 if number is None else int(number)
                )
            case Choice():
                place = int(number or 0)
                known = 1 <= place <= len(indicator.options)
                return Chosen(choices=(indicator.options[place - 1].id,)) if known else None
            case Interval():
                return None
        return number

    def _finish(self) -> bool:
        """Everything was asked; send, go through what was passed over, or leave."""
        self.passed.clear()
        answer = self.desk.ask(self.desk.words("plain.finish"))
        return self._send() if answer.lower() == "s" else answer.lower() == "q"

    def _send(self) -> bool:
        words, everything = self.desk.words, self._everything()
        for message, found in (
            ("observe.open_count", still_open(everything)),
            ("observe.owed_count", owing(everything)),
        ):
            if found:
                codes = words.listed(dict.fromkeys(each.indicator.id for each in found))
                say(f"{words(message, count=len(found))} {codes}")
        if self.desk.ask(words("plain.send_sure")).lower() in ("s", "y", "o", "1", "ن"):
            return self.desk.do(SheetSent())
        return False
