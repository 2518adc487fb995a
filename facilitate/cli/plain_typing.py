"""Scoresheets from paper line by line: whose, about whom, when; then code by code in the order of the sheet."""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.analysis.paper import fillers, on_paper, subjects
from facilitate.analysis.progress import Asked
from facilitate.cli.desk import Desk
from facilitate.cli.frame import say
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.model import harmless, harmless_prose
from facilitate.domain.scale import Answer, Value
from facilitate.journal.journal import fresh_name
from facilitate.kits.score_values import value_of
from facilitate.language.numbers import read_number
from facilitate.tui.observer.answers import shown
from facilitate.tui.observer.paper import Paper, moment_said, named, typed, usual_moment

LONGEST, LONGEST_REASON = 50_000, 1_000
APART = {
    "o": Answer.NOT_OBSERVED,
    "nobs": Answer.NOT_OBSERVED,
    "a": Answer.NOT_APPLICABLE,
    "na": Answer.NOT_APPLICABLE,
}


class TypingLines:
    """Types one observer's paper about one subject after the other."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._said = ("", "")

    def run(self) -> None:
        """Until the person leaves it. Raises EOFError where the lines end."""
        words, meeting = self.desk.words, self.desk.meeting
        people = [each for each in fillers(meeting) if each.id != self.desk.person]
        if not people or meeting.grid is None:
            say(words("typing.nobody" if meeting.grid else "observe.no_grid"))
            return
        whose = self._choose(words("typing.observer"), [each.name for each in people])
        if whose is None:
            return
        observer = people[whose].id
        abouts = subjects(meeting, observer)
        about = self._choose(words("typing.about", name=people[whose].name), [named(meeting, x, words) for x in abouts])
        paper = self._when(observer, abouts[about]) if about is not None else None
        if paper is None or not self._open_again(paper):
            return
        say(
            words(
                "typing.head",
                observer=people[whose].name,
                about=named(meeting, paper.about, words),
                when=paper.happened,
            )
        )
        say(words("plain.typing_how"))
        self._lines(paper)

    def _choose(self, title: str, names: Sequence[str]) -> int | None:
        """One of some names, by its number; the place, or nothing."""
        say(title)
        for number, name in enumerate(names, 1):
            say(f"  {self.desk.words.number(number)}  {self.desk.words.shown(name)}")
        said = read_number(self.desk.ask(self.desk.words("plain.typing_choose")))
        return int(said) - 1 if said is not None and said in range(1, len(names) + 1) else None

    def _when(self, observer: str, about: str) -> Paper | None:
        """When it was filled in; empty lines take what was said before, or when the meeting was."""
        words, now = self.desk.words, self.desk.journal.machine().wall
        usual = usual_moment(self.desk.meeting, now)
        before = self._said if self._said[0] else (f"{usual:%Y-%m-%d}", f"{usual:%H:%M}")
        say(words("typing.when"))
        asked = (("typing.day", before[0]), ("typing.hour", before[1]))
        said = [self.desk.ask(f"{words(name)} [{words.figures(known)}]:") or known for name, known in asked]
        found = moment_said(said[0], said[1], now)
        if isinstance(found, Refused):
            say(words(found.message, **found.values))
            return None
        self._said = (said[0], said[1])
        return Paper(observer, about, found)

    def _open_again(self, paper: Paper) -> bool:
        """What was typed and sent already is recalled with a reason."""
        if self.desk.meeting.sheet(paper.observer).sent is None:
            return True
        say(self.desk.words("typing.recall_body"))
        reason = harmless(self.desk.ask(f"{self.desk.words('moderate.reason')}:"))[:LONGEST_REASON]
        return bool(reason) and self.desk.do(paper.recalled(reason), happened=paper.happened)

    def _lines(self, paper: Paper) -> None:
        at = next((n for n, each in enumerate(self._every(paper)) if not typed(each)), 0)
        while True:
            lines = self._every(paper)
            at = max(0, min(at, len(lines) - 1))
            found = lines[at]
            said = self.desk.ask(self._question(found))
            verb, _, rest = said.partition(" ")
            match verb.casefold():
                case "q" if not rest:
                    return
                case "s" if not rest:
                    if self.desk.do(paper.sent(), happened=paper.happened):
                        return
                case "b" if not rest:
                    at -= 1
                case "u" if not rest:
                    self.desk.take_back()
                case "e" if rest:
                    text = harmless_prose(rest)[:LONGEST]
                    before = lines[at - 1] if at and typed(lines[at - 1]) else found
                    self.desk.do(paper.fact(before, f"e{fresh_name()}", text), happened=paper.happened)
                case "":
                    at += 1
                case _:
                    at += self._score(paper, found, said)

    def _every(self, paper: Paper) -> tuple[Asked, ...]:
        return on_paper(self.desk.meeting, paper.observer, paper.about, self.desk.journal.machine())

    def _question(self, found: Asked) -> str:
        words, indicator = self.desk.words, found.indicator
        now = shown(found.given.value if typed(found) and found.given else None, indicator, words)
        code = " ".join(each for each in (indicator.id, found.cell.step) if each)
        return words("plain.typing_line", code=code, text=indicator.text.to(words.language), now=now)

    def _score(self, paper: Paper, found: Asked, said: str) -> int:
        """Keep what was typed; 1 where it was, so that the next line comes."""
        value: Value | Refused = APART.get(said.casefold()) or value_of(found.indicator, _spoken(found, said))
        if isinstance(value, Refused):
            say(self.desk.words(value.message, **value.values))
            return 0
        return int(self.desk.do(paper.scored(found, value), happened=paper.happened))


def _spoken(found: Asked, said: str) -> str:
    """1 and 0 are yes and no, as on the screen."""
    if found.indicator.kind == "yesno":
        return {1: "yes", 0: "no", 2: "no"}.get(int(number) if (number := read_number(said)) is not None else -1, said)
    return said
