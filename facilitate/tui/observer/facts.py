"""Facts behind an answer: what was seen or heard, in which step; and why a value from the log does not stand."""

from __future__ import annotations

from facilitate.analysis.progress import Asked, owing
from facilitate.domain.events import Fact
from facilitate.domain.events.observing import EvidenceChanged, Scored
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Value
from facilitate.journal.journal import fresh_name
from facilitate.tui.capturing import LONGEST
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.facts import Facts, Said
from facilitate.tui.observer.evidence import fact_of, facts_shown
from facilitate.tui.observer.standing import condition_told
from facilitate.tui.observer.stepping import Stepping, about


class FactActs(Stepping):
    """A note opened and closed by one key, stamped with the step and the time; several behind one answer."""

    # Facts.

    def action_evidence(self) -> None:
        self._open_facts(picking=False)

    def action_part(self) -> None:
        """For slow typists: the same, with the cursor in what can be picked."""
        self._open_facts(picking=True)

    def _open_facts(self, picking: bool) -> None:
        self.commit()
        found = self.here
        if found is None or self.meeting.grid is None:
            return
        if self.sheet.sent:
            self.say(self.words("observe.sent"), severe=True)
            return
        shown = facts_shown(self.meeting, self.sheet, found, self.seen(found.cell), self.words)
        drafts = self.desk.texts(found.cell)
        self.app.push_screen(
            Facts(shown, drafts, self.words, LONGEST, picking), lambda said: self._facts_closed(found.cell, said)
        )

    def _facts_closed(self, cell: Cell, said: Said | None) -> None:
        """Keep what was said; a refusal leaves the draft for the next time it is opened."""
        drafts = self.desk.texts(cell)
        if said is None:
            if any(text.strip() for text in drafts.values()):
                self.say(self.words("facts.set_aside"))
            return
        if self.do(self._fact(cell, said)) and (said.text or said.withdrawn):
            drafts.pop(said.fact, None)
        self.tell_news()

    def _fact(self, cell: Cell, said: Said) -> Fact:
        if said.fact:
            return EvidenceChanged(evidence=said.fact, text=said.text, withdrawn=said.withdrawn)
        return fact_of(cell, self.seen(cell), said, f"e{fresh_name()}")

    def action_next_owed(self) -> None:
        """To the next answer whose fact is owed."""
        self.commit()
        waiting = owing(self.everything)
        if not waiting:
            self.say(self.words("facts.none_owed"))
            return
        order = [each.cell for each in self.everything]
        place = order.index(self.here.cell) if self.here is not None else -1
        after = [each for each in waiting if order.index(each.cell) > place]
        self.go_to((after or list(waiting))[0].cell)

    # Keeping.

    def score(self, found: Asked, value: Value | None, reason: str = "") -> bool:
        """Keep an answer. Instead of a derived or a logged one it is kept at once, and its reason asked after that."""
        given, mark = found.given, self.sheet.marks.get(found.cell)
        if given is not None and given.origin == "not_asked" and value is not None:
            self.say(condition_told(self.meeting, found, self.words), severe=True)
            return False
        done = super().score(found, value, reason or (mark.reason if mark and value is not None else ""))
        kept = self.sheet.marks.get(found.cell)
        instead = given is not None and given.origin in ("log", "derived")
        if instead and kept is not None and kept.value == value and not reason:
            self.ask_about(found, Field(self.words("facts.why"), limit=1_000), self._because)
        return done

    def _because(self, found: Asked, why: str) -> None:
        """The reason joins the answer that stands."""
        mark = self.sheet.marks.get(found.cell)
        if mark is not None:
            self.do(Scored(**about(found.cell), step=mark.seen, value=mark.value, reason=why))
