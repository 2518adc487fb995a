"""Bringing the meeting back to its announced end: new minutes for the steps to come."""

from __future__ import annotations

from collections.abc import Mapping

from facilitate.analysis.retiming import Proposal, outlook, propose
from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.preparing import Retimed
from facilitate.domain.meeting.undo import UndoWalk
from facilitate.tui import commands
from facilitate.tui.console.steps import StepActs
from facilitate.tui.dialogs.retime import Retime


class TimeActs(StepActs):
    """Re-timing is proposed, never done by itself; others may go on with the meeting while somebody thinks about it."""

    @property
    def retime_key(self) -> str:
        """The key for it, as this person reads it; nothing where they have no right to it, or no key."""
        return next((each.shown_key for each in self.allowed(self.intents) if each.id == commands.RETIME.id), "")

    def action_retime(self) -> None:
        meeting, words = self.meeting, self.words
        if meeting.closed:
            self.say(words("moderate.closed_key"))
            return
        titles = {step.id: step.title.to(words.language) for step in meeting.agenda.steps} if meeting.agenda else {}
        proposal = propose(meeting, self.seat.session.now())
        form = Retime(proposal, titles, self._with_minutes, self._against, words)
        self.app.push_screen(form, self._retimed)

    def _with_minutes(self, minutes: Mapping[str, int]) -> Proposal:
        return outlook(self.meeting, self.seat.session.now(), minutes)

    def _against(self, fact: Retimed) -> Refused | None:
        """Why the meeting as it stands now would refuse it."""
        decided = decide(self.meeting, UndoWalk(), self.seat.person, fact)
        return decided if isinstance(decided, Refused) else None

    def _retimed(self, fact: Retimed | None) -> None:
        if fact is not None:
            self.do(fact)
