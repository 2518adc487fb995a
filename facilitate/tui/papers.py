"""Typing paper scoresheets from a page: whose, about whom, when; then the sheet itself."""

from __future__ import annotations

from datetime import datetime

from facilitate.analysis.paper import fillers, on_paper, subjects
from facilitate.analysis.progress import Asked
from facilitate.domain.decisions.authority import BRING_IN
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.scale import Value
from facilitate.journal.journal import fresh_name
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.paper import Hands, TypingDialog
from facilitate.tui.observer.paper import Paper, moment_said, named, usual_moment
from facilitate.tui.screen import SeatScreen


class TypingIn(SeatScreen):
    """A page from which whoever may bring scores in types what was filled in on paper."""

    sheet_typed: TypingDialog | None = None
    _paper_moment: datetime | None = None
    """When the last sheet was filled in: the next one most likely too."""

    @property
    def may_type_in(self) -> bool:
        """Whether this person types for others."""
        person = self.meeting.people.get(self.seat.person)
        return person is not None and person.has(*BRING_IN)

    def action_type_in(self) -> None:
        meeting, words = self.meeting, self.words
        people = [each for each in fillers(meeting) if each.id != self.seat.person]
        if not people or meeting.grid is None:
            self.say(words("typing.nobody" if meeting.grid else "observe.no_grid"))
            return
        told = [(each.id, each.name, words("review.sent") if meeting.sheet(each.id).sent else "") for each in people]
        self.app.push_screen(Choose(words("typing.observer"), told, words), self._paper_of)

    def _paper_of(self, observer: str | None) -> None:
        if observer is None:
            return
        meeting, words = self.meeting, self.words
        told = [(each, named(meeting, each, words), "") for each in subjects(meeting, observer)]
        ask = Choose(words("typing.about", name=meeting.name(observer)), told, words)
        self.app.push_screen(ask, lambda about: self._paper_when(observer, about) if about else None)

    def _paper_when(self, observer: str, about: str) -> None:
        """The moment is asked for once, and offered again."""
        words, now = self.words, self.seat.session.now().wall
        usual = self._paper_moment or usual_moment(self.meeting, now)
        day, hour = words.figures(f"{usual:%Y-%m-%d}"), words.hour(usual)
        fields = [Field(words("typing.day"), day), Field(words("typing.hour"), hour)]

        def wrong(said: tuple[str, ...]) -> str | None:
            read = moment_said(said[0], said[1], now)
            return words(read.message, **read.values) if isinstance(read, Refused) else None

        ask = Ask(words("typing.when"), fields, words, words("typing.when_body"), check=wrong)
        self.app.push_screen(ask, lambda said: self._paper_begin(observer, about, said, now) if said else None)

    def _paper_begin(self, observer: str, about: str, said: tuple[str, ...], now: datetime) -> None:
        moment = moment_said(said[0], said[1], now)
        if isinstance(moment, Refused):
            return
        self._paper_moment = moment
        paper = Paper(observer, about, moment)
        if self.meeting.sheet(observer).sent is None:
            self._paper_type(paper)
            return
        words = self.words
        ask = Ask(words("typing.recall"), [Field(words("moderate.reason"))], words, words("typing.recall_body"))
        self.app.push_screen(ask, lambda reason: self._paper_again(paper, reason[0]) if reason else None)

    def _paper_again(self, paper: Paper, reason: str) -> None:
        if self._keep_paper(paper, paper.recalled(reason)):
            self._paper_type(paper)

    def _paper_type(self, paper: Paper) -> None:
        def score(found: Asked, value: Value | None) -> bool:
            return self._keep_paper(paper, paper.scored(found, value))

        def fact(found: Asked, text: str) -> bool:
            return self._keep_paper(paper, paper.fact(found, f"e{fresh_name()}", text))

        def lines(*abouts: str) -> tuple[Asked, ...]:
            meeting, now = self.meeting, self.seat.session.now()
            return tuple(each for about in abouts for each in on_paper(meeting, paper.observer, about, now))

        hands = Hands(
            meeting=lambda: self.meeting,
            lines=lambda: lines(paper.about),
            every=lambda: lines(*subjects(self.meeting, paper.observer)),
            score=score,
            fact=fact,
            send=lambda: self._keep_paper(paper, paper.sent()),
            undo=lambda: self.seat.session.undo(self.seat.person),
        )
        self.sheet_typed = TypingDialog(paper, hands, self.words)
        self.app.push_screen(self.sheet_typed, self._paper_done)

    def _paper_done(self, _: None) -> None:
        self.sheet_typed = None
        self.paint()

    def _keep_paper(self, paper: Paper, fact: Fact) -> bool:
        """Keep something of the paper, as of when it was filled in; a refusal is told."""
        refused = self.seat.session.do(self.seat.person, fact, happened=paper.happened)
        if refused is not None:
            self.tell(refused)
        return refused is None

    def draw(self) -> None:
        """What changed on the meeting also changes the sheet that is being typed."""
        if self.sheet_typed is not None:
            self.sheet_typed.draw()
