"""Facts behind an answer: what was seen or heard."""

from __future__ import annotations

from facilitate.analysis.progress import Asked
from facilitate.domain.events.observing import EvidenceAdded
from facilitate.journal.journal import fresh_name
from facilitate.tui.capturing import LONGEST
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.observer.page import ObserverPage


class FactActs(ObserverPage):
    """A note opened and closed by one key, stamped with the step and the time."""

    def action_evidence(self) -> None:
        self.commit()
        if self.here is not None and not self.sheet.sent:
            self.ask_about(self.here, Field(self.words("observe.fact"), limit=LONGEST), self._fact)

    def _fact(self, found: Asked, text: str) -> None:
        cell, name = found.cell, f"e{fresh_name()}"
        step = self.seen(cell)
        self.do(EvidenceAdded(about=cell.about, indicator=cell.indicator, step=step, evidence=name, text=text))
