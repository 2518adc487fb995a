"""A new version of a sealed grid: edits collect in a draft that nobody else sees; a mapping and a reason make it."""

from __future__ import annotations

from facilitate.domain.events.agreeing import FrameProposed, GridAmended
from facilitate.domain.model import harmless_prose
from facilitate.tui.agreeing.base import AgreeingBase
from facilitate.tui.agreeing.mapped import Mapping
from facilitate.tui.agreeing.mapping import next_version, proposed_mapping
from facilitate.tui.agreeing.workshop import Draft
from facilitate.tui.dialogs.choose import Choose


class Amending(AgreeingBase):
    """The draft is in the seat's standing; the journal has nothing of it before it is made."""

    def action_amend(self) -> None:
        grid, words = self.meeting.grid, self.words
        if self.meeting.grids.seal is None or grid is None:
            self.say(words("agree.amend.not_sealed"))
        elif self.draft is None:
            self.shop.draft, self.shop.only = Draft(base=grid), ""
            self.paint()
            self.say(words("agree.amend.begun"))
        else:
            ways = [(way, words(f"agree.amend.{way}"), words(f"agree.amend.{way}_help")) for way in ("go_on", "throw")]
            if self.draft.changes:
                count = len(self.draft.changes)
                ways.insert(0, ("finish", words("agree.amend.finish"), words("agree.amend.finish_help", count=count)))
            self.app.push_screen(Choose(words("agree.amend"), ways, words), self._amend)

    def _amend(self, way: str | None) -> None:
        if way == "throw":
            self.shop.draft = None
            self.paint()
            self.say(self.words("agree.amend.thrown"))
        elif way == "finish":
            self._finish()

    def _finish(self) -> None:
        draft = self.draft
        if draft is None or not draft.changes:
            return
        if self._rebased(draft):
            self.say(self.words("agree.amend.rebased"), severe=True)
            return
        if draft.grid.version == draft.base.version:
            draft.add(FrameProposed(version=next_version(draft.base.version)))
        if draft.mapping is None:
            draft.mapping = proposed_mapping(draft.base, draft.grid, draft.renamed)
        if not draft.reason:
            reasons = dict.fromkeys(each.reason for each in draft.changes if each.reason)
            draft.reason = "; ".join(reasons)
        self.app.push_screen(Mapping(draft, self._make, self.words), self._made)

    def _rebased(self, draft: Draft) -> bool:
        """Whether somebody has amended meanwhile; the draft's changes then stand on their version."""
        grid = self.meeting.grid
        if grid is None or grid.fingerprint == draft.base.fingerprint:
            return False
        draft.onto(grid)
        self.paint()
        return True

    def _make(self) -> str | None:
        """Make the amendment; says why not."""
        draft = self.draft
        if draft is None:
            return None
        if self._rebased(draft):
            draft.mapping = proposed_mapping(draft.base, draft.grid, draft.renamed)
            return self.words("agree.amend.rebased")
        fact = GridAmended(
            grid=draft.grid,
            mapping=draft.mapping or (),
            reason=harmless_prose(draft.reason),
            before=draft.base.fingerprint,
        )
        refused = self.seat.session.do(self.seat.person, fact)
        return None if refused is None else self.words(refused.message, **refused.values)

    def _made(self, made: bool | None) -> None:
        if made:
            self.shop.draft = None
            self.paint()
            grid = self.meeting.grid
            self.say(self.words("agree.amend.made", version=grid.version if grid else ""))

    @property
    def _stays(self) -> bool:
        """Whether this person has said nothing since the last seal or amendment, neither of which is taken back: their
        last act is then one from before, perhaps of another page."""
        grids = self.meeting.grids
        closed = [each.at.wall for each in grids.seals] + [each.at.wall for each in grids.amendments]
        own = [each.at.wall for each in grids.judgements if each.person == self.seat.person]
        return bool(closed) and max(own, default=max(closed)) <= max(closed)

    def action_undo(self) -> None:
        """In a draft its last change; nobody else has seen it."""
        if self.draft is None:
            if self._stays:
                self.say(self.words("agree.amend.stays"), severe=True)
            else:
                super().action_undo()
            return
        if self.draft.take_back() is None:
            self.say(self.words("agree.amend.nothing"))
        else:
            self.paint()
            self.say(self.words("agree.amend.taken_back"))

    def action_redo(self) -> None:
        if self.draft is None:
            super().action_redo()
