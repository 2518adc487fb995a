"""One person at a keyboard, line by line: what they are asked, and what became of what they did."""

from __future__ import annotations

from datetime import datetime

import click

from facilitate.analysis.timing import step_clock
from facilitate.cli.frame import say
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import see
from facilitate.journal.faults import NotKept
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.tui.dialogs.field import Field
from facilitate.tui.telling import described


class Desk:
    """One person at a keyboard: reads lines, does things, says what became of them."""

    def __init__(self, journal: Journal, person: str, words: Words) -> None:
        self.journal, self.person, self.words = journal, person, words
        self._told_of: set[str] = set()

    @property
    def meeting(self) -> Meeting:
        """The meeting as this person may see it, with what the others did meanwhile."""
        self.journal.follow()
        return see(self.journal.record.meeting, self.person)

    def ask(self, prompt: str) -> str:
        """One line from the keyboard. Raises EOFError at its end."""
        self.tell_elsewhere()
        click.echo(f"{prompt} ", nl=False)
        return input().strip()

    def tell_elsewhere(self) -> None:
        """Say, once for each, that this person sits in another program too."""
        self.journal.follow()
        for replica, since in self.journal.elsewhere.get(self.person, {}).items():
            if replica not in self._told_of:
                self._told_of.add(replica)
                say(self.words("elsewhere.also", time=since.time))

    def line(self, field: Field) -> str:
        """One more line; how it is understood is said, and what is doubtful asked again: an empty line keeps it."""
        said = self._maybe(field)
        while (doubt := field.doubt(said) if field.doubt else None) is not None:
            say(doubt)
            again = self._maybe(field)
            if not again or again == said:
                break
            said = again
        if field.live and (told := field.live(said)):
            say(told)
        return said

    def _maybe(self, field: Field) -> str:
        """A line that need not be there: what was said before it is kept even where the lines have ended."""
        try:
            return self.ask(field.label)[: field.limit]
        except EOFError:
            return ""

    def do(self, *facts: Fact, quiet: bool = False, happened: datetime | None = None) -> bool:
        """Keep something; a refusal, or a disk that refuses, is told. `quiet` is for what nobody typed."""
        try:
            kept = self.journal.append(self.person, *facts, happened=happened)
        except NotKept as why:
            say(self.words(why.message, **why.values))
            return False
        if isinstance(kept, Refused):
            say(self.words(kept.message, **kept.values))
            return False
        if not quiet:
            say(self.words("plain.kept"))
        return True

    def take_back(self, *, again: bool = False) -> None:
        """Undo the last act and say which one; `again` brings back what was undone."""
        before = self.meeting  # what others did is read before the act is looked for
        acts = self.journal.record.undo.last_act(self.person, again=again)
        try:
            kept = self.journal.take_back(self.person, again=again)
        except NotKept as why:
            say(self.words(why.message, **why.values))
            return
        if isinstance(kept, Refused):
            say(self.words(kept.message, **kept.values))
        elif acts:
            act = described(acts[0], before, self.words)
            say(self.words("undo.again" if again else "undo.back", act=act))

    def grid_told(self) -> None:
        """Which grid it is, and whether it was agreed."""
        grids = self.meeting.grids
        if grids.current is not None:
            fingerprint = grids.current.short_fingerprint
            say(self.words(f"grid.told.{grids.standing}", fingerprint=fingerprint))

    def status(self) -> None:
        """The step, the clock, who leads."""
        meeting, words = self.meeting, self.words
        clock = step_clock(meeting, self.journal.machine())
        step = meeting.agenda.step(clock.step) if meeting.agenda and clock else None
        if step is None or clock is None:
            say(words("moderate.closed" if meeting.closed else "observe.not_begun"))
            return
        time = words.minutes(abs(clock.remaining_ms))
        message = "plain.over" if clock.remaining_ms < 0 else "plain.left"
        say(words(message, step=step.id, title=step.title, time=time))
