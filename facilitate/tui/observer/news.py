"""What others changed under an observer's hands: the grid, its subjects, or this very seat. It stands above the grid
until it is read; what was being typed for something that is gone is set aside."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events, on

from facilitate.analysis.regrid import asked_no_more
from facilitate.domain.events import Fact
from facilitate.domain.events.observing import EvidenceAdded, Scored
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.placing import cell_for
from facilitate.domain.meeting.sheets import Cell
from facilitate.tui.observer.answers import shown_number
from facilitate.tui.observer.changes import Before, beside_told, changes_told, drafts_told
from facilitate.tui.observer.context import NEW
from facilitate.tui.observer.stepping import Stepping


class News(Stepping):
    """One line for each thing that changed, Escape once it is read."""

    def look_for_changes(self) -> None:
        """Between what is asked and how it is drawn: nothing that was typed goes away with its indicator."""
        codes = self.desk.carried_on(self.meeting.grids)
        if self.entry is not None and (now := codes.get(self.entry[0].indicator)) is not None:
            self.entry = self.entry[0]._replace(indicator=now), self.entry[1]
        self._given_back(self.seat.session.take_withdrawn(self.seat.person))
        self._set_aside()
        self.tell_news()

    # What was typed for something that is gone.

    def _set_aside(self) -> None:
        """A number that was being typed waits until its indicator is there again."""
        asked = {each.cell for each in self._everything}
        if self.entry is not None and self.entry[0] not in asked:
            (cell, typed), self.entry = self.entry, None
            self.desk.numbers[cell] = typed
        for cell in [each for each in self.desk.numbers if each in asked]:
            self.tell_here(self.words("regrid.back", code=cell.indicator, text=self.desk.numbers.pop(cell)))

    def _given_back(self, facts: Iterable[Fact]) -> None:
        """What the file has refused after it was painted is a draft again, where somebody has typed it."""
        for fact in facts:
            if isinstance(fact, EvidenceAdded) and fact.text:
                self.desk.texts(cell_for(self.meeting, fact)).setdefault(NEW, fact.text)
            elif isinstance(fact, Scored) and isinstance(fact.value, int | float):
                cell = cell_for(self.meeting, fact)
                if asked_no_more(self.meeting, cell):
                    self.desk.numbers[cell] = shown_number(fact.value, self.words)

    @property
    def _aside(self) -> dict[Cell, list[str]]:
        """What is kept nowhere, and cannot be reached from the grid any longer."""
        if not self.desk.drafts and not self.desk.numbers:
            return {}
        return self.desk.aside({each.cell for each in self._everything}, self.meeting)

    @property
    def beside(self) -> list[str]:
        return beside_told(self.meeting, self.seat.person, self._aside, self.words)

    # What is told.

    @property
    def _before(self) -> Before:
        """What the person had before them when they read the news last."""
        now = Before.of(self.meeting, self.seat.person)
        found = self.seat.standing.left_off.setdefault("observe before", now)
        assert isinstance(found, Before)
        return found

    def tell_elsewhere(self, since: Instant) -> None:
        self.desk.elsewhere.append(since)
        self.tell_news()

    def tell_news(self) -> None:
        """One line each, until it is read."""
        words, aside = self.words, {cell: texts for cell, texts in self._aside.items() if cell not in self.desk.read}
        lines = [
            *changes_told(self._before, self.meeting, self.seat.person, words),
            *drafts_told(aside, words),
            *(words("elsewhere.also", time=since.time) for since in self.desk.elsewhere),
        ]
        self.stand_above("#news", "\n".join(lines) + f" · {words('regrid.escape')}" if lines else "")

    def _read_news(self) -> bool:
        """The person has read it; False where nothing stood there."""
        if not self._above.get("#news"):
            return False
        self.seat.standing.left_off["observe before"] = Before.of(self.meeting, self.seat.person)
        self.desk.elsewhere.clear()
        self.desk.read = set(self._aside)
        self.tell_news()
        return True

    @on(events.Click, "#news")
    def _tapped_news(self) -> None:
        self._read_news()

    @on(events.Click, "#instep")
    def _tapped_step(self) -> None:
        self.leave_step()

    def action_whole(self) -> None:
        """Escape: a number that is being typed first, then the news, then another step, then what is in sight."""
        inside = self.entry is not None or self.search.display
        if inside or not (self._read_news() or self.leave_step()):
            super().action_whole()
