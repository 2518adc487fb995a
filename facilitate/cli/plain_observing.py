"""An observer line by line: every open answer asked in turn, and any of them again by its code."""

from __future__ import annotations

from facilitate.analysis.progress import Asked, asked, owing, seen_first, still_open
from facilitate.cli.desk import Desk
from facilitate.cli.frame import say
from facilitate.cli.plain_asking import question
from facilitate.cli.plain_lasting import Lasting, about
from facilitate.cli.plain_news import News
from facilitate.cli.plain_pin import PinDesk
from facilitate.domain.events.observing import (
    EvidenceAdded,
    Scored,
    SheetRecalled,
    SheetSent,
)
from facilitate.domain.indicator import Choice, Duration, Interval, Note, Tally, YesNo
from facilitate.domain.model import harmless, harmless_prose
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.journal.journal import fresh_name
from facilitate.language.letters import folded
from facilitate.language.numbers import COMMAS, read_number
from facilitate.tui.observer.lines import by_section, subject_name

YES_NO = dict.fromkeys(("yes", "oui", "نعم"), Answer.YES) | dict.fromkeys(("no", "non", "لا"), Answer.NO)
"""Said in any of the three languages; 1 and 0 (or 2) say the same."""

LONGEST, LONGEST_REASON = 50_000, 1_000
NOT_OBSERVED, NOT_APPLICABLE = ("o", "nobs"), ("a", "na")
RECALL = ("recall", "rappel", "rappeler", "استعادة", "استرجاع")
"""Said in any of the three languages, with a reason after it."""

LASTING = (Tally, Duration, Interval)
"""What is asked again until an empty line: it goes on while the meeting does."""


class Observing:
    """One question a line, whom it is about said each time."""

    def __init__(self, desk: Desk, pin: PinDesk) -> None:
        self.desk, self.pin = desk, pin
        self.passed: set[object] = set()
        self.here: Asked | None = None
        self.step: str | None = None
        self.news = News(desk)
        self.lasting = Lasting(desk, self._step_now)

    def run(self) -> None:
        words = self.desk.words
        say(words("plain.observer"))
        while True:
            self.lasting.note_missed(self._everything())
            if self.desk.meeting.sheet(self.desk.person).sent:
                if self._sent():
                    return
                continue
            self._tell_step()
            self.news.tell()
            found = self._next()
            if self._one(found) if found is not None else self._finish():
                if not self.desk.meeting.sheet(self.desk.person).sent:
                    return
                say(words("plain.sent"))
                return

    def _sent(self) -> bool:
        """A sheet that was sent can be recalled with a reason; true where the person leaves."""
        say(self.desk.words("plain.sent"))
        verb, _, reason = self.desk.ask(self.desk.words("plain.recall")).partition(" ")
        if verb.lower() in RECALL and reason.strip():
            self.desk.do(SheetRecalled(reason=harmless(reason)[:LONGEST_REASON]))
        elif verb.lower() == "pin" and not reason:
            self.pin.change()
        return verb.lower() in ("", "q")

    def _tell_step(self) -> None:
        """The step, once each time it changes."""
        if (step := self._step_now()) != self.step:
            self.step = step
            self.desk.status()

    def _step_now(self) -> str | None:
        current = self.desk.meeting.current
        return current.step if current else None

    def _everything(self) -> tuple[Asked, ...]:
        return asked(self.desk.meeting, self.desk.person, self._step_now(), self.desk.journal.machine())

    def _next(self) -> Asked | None:
        """What the person stays with, else the next that is open and was not put off."""
        everything = self._everything()
        if self.here is not None:
            self.here = next((each for each in everything if each.cell == self.here.cell), None)
        if self.here is not None:
            return self.here
        return next((each for each in still_open(everything) if each.cell not in self.passed), None)

    def _one(self, found: Asked) -> bool:
        """Ask for one answer; true where the person wants to leave."""
        for line in (*question(self.desk, found, self._everything()), *self.lasting.told(found)):
            say(line)
        answer = self.desk.ask(self.desk.words("plain.answer"))
        verb, _, rest = answer.partition(" ")
        match verb.lower():
            case "q" if not rest:
                return True
            case "":
                self.passed.add(found.cell)
                self.here = None
            case "u" if not rest:
                self.desk.take_back()
            case "r" if not rest:
                self.desk.take_back(again=True)
            case "?" if not rest:
                say(self.desk.words("plain.observer"))
                self.desk.status()
            case "!" if not rest:
                self._owed()
            case "s" if not rest:
                return self._send()
            case "pin" if not rest:
                self.pin.change()
            case "g" if rest:
                self._go(rest)
            case "t" if isinstance(found.indicator, Duration):
                self.here = found
                self.lasting.timings(found, rest.split())
            case "e" if rest:
                self._fact(found, rest)
            case _:
                self._given(found, answer)
        return False

    def _go(self, said: str) -> None:
        """To an indicator by its code, and where a name follows to that moderator's answer; without one to the next
        subject, where it was there already."""
        words, meeting = self.desk.words, self.desk.meeting
        code, _, name = said.strip().partition(" ")
        group = [each for each in self._everything() if each.indicator.id.casefold() == code.casefold()]
        if not group:
            say(words("refused.no_such_indicator", code=code))
            return
        if wanted := folded(name.strip()):
            named = [each for each in group if folded(meeting.name(each.cell.about)).startswith(wanted)]
            if not named:
                names = words.listed(subject_name(meeting, each.cell, words) for each in group)
                say(words("plain.no_subject", code=group[0].indicator.id, name=name.strip(), names=names))
                return
            self.here = named[0]
            return
        cells = [each.cell for each in group]
        place = cells.index(self.here.cell) + 1 if self.here is not None and self.here.cell in cells else 0
        self.here = group[place % len(group)]

    def _owed(self) -> None:
        found = owing(self._everything())
        if not found:
            say(self.desk.words("facts.none_owed"))
            return
        self._list("observe.owed_count", found)

    def _list(self, message: str, found: tuple[Asked, ...]) -> None:
        """How many there are, and which, section by section."""
        for line in (
            self.desk.words(message, count=len(found)),
            *by_section(self.desk.meeting, found, self.desk.words),
        ):
            say(line)

    # Keeping.

    def _given(self, found: Asked, answer: str) -> None:
        """Something that was typed as the answer; to the question as it was asked, or not at all."""
        if self.news.not_as_asked(found, answer):
            return
        if isinstance(found.indicator, LASTING) and answer.lower() not in (*NOT_OBSERVED, *NOT_APPLICABLE):
            fact = self.lasting.fact(found, answer)
            if fact is None:
                say(self.desk.words("plain.not_understood"))
                return
            self.here = found
            self.desk.do(fact)
            return
        self._score(found, answer)

    def _about(self, found: Asked) -> dict[str, str | None]:
        return about(found, self._step_now())

    def _score(self, found: Asked, answer: str) -> None:
        value = self._value(found, answer)
        if value is None:
            say(self.desk.words("plain.not_understood"))
            return
        instead = found.given is not None and found.given.origin in ("log", "derived")
        reason = harmless(self.desk.ask(self.desk.words("plain.why")))[:LONGEST_REASON] if instead else ""
        told = self._about(found)
        told["step"] = seen_first(self.desk.meeting.sheet(self.desk.person), found) or told["step"]
        if not self.desk.do(Scored(**told, value=value, reason=reason)):
            return
        self.here = None
        if any(each.cell == found.cell for each in owing(self._everything())):
            self._fact(found, self.desk.ask(self.desk.words("observe.fact")))

    def _fact(self, found: Asked, text: str) -> None:
        text = harmless_prose(text)[:LONGEST]
        if text and not self.news.not_as_asked(found, text, only_gone=True):
            self.desk.do(EvidenceAdded(**self._about(found), evidence=f"e{fresh_name()}", text=text))

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
                places = [read_number(each) for each in answer.translate(COMMAS).split()]
                if not places or any(each not in range(1, len(indicator.options) + 1) for each in places):
                    return None
                chosen = tuple(each.id for place, each in enumerate(indicator.options, start=1) if place in places)
                return Chosen(choices=chosen) if indicator.several or len(chosen) == 1 else None
        return number

    def _finish(self) -> bool:
        """Everything was asked; send, go through what was passed over, or leave."""
        self.passed.clear()
        answer = self.desk.ask(self.desk.words("plain.finish"))
        return self._send() if answer.lower() == "s" else answer.lower() == "q"

    def _send(self) -> bool:
        words, everything = self.desk.words, self._everything()
        for message, found in (
            ("observe.owed_count", owing(everything)),
            ("observe.open_count", still_open(everything)),
        ):
            if found:
                self._list(message, found)
        for line in (*self.lasting.missed_told(everything, sending=True), *self.news.beside()):
            say(line)
        if self.desk.ask(words("plain.send_sure")).lower() in ("s", "y", "o", "1", "ن"):
            self.lasting.note_missed(everything, sending=True)
            return self.desk.do(SheetSent())
        return False
