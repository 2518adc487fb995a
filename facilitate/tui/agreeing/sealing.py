"""The key of the seal: what is missing, the question, and the fingerprint that everybody can compare."""

from __future__ import annotations

from facilitate.tui.agreeing.above import rule_said
from facilitate.tui.agreeing.base import AgreeingBase
from facilitate.tui.agreeing.hexdigits import large_fingerprint
from facilitate.tui.agreeing.seal import SealDialog, hindrances, sealing, signed_said


class Sealing(AgreeingBase):
    """Everybody's own yes makes the seal; whoever presses the key only puts it on."""

    def action_seal(self) -> None:
        meeting, words = self.meeting, self.words
        if self.draft:
            self.say(words("agree.draft_no_seal"), severe=True)
        elif meeting.grids.standing == "agreed":
            self._show_seal()
        elif why := hindrances(meeting, words):
            self.app.push_screen(SealDialog(words("agree.seal.not_yet"), (), lambda: why, "", words))
        else:
            fact = sealing(meeting)
            names = tuple(meeting.name(each.person) for each in fact.signatures) if fact else ()
            means, keys = words("agree.seal.means"), words("agree.seal.keys")
            lines = [words("agree.seal.by", names=names), rule_said(meeting, words), means, "", keys]
            rows = large_fingerprint(meeting.grid.short_fingerprint, self._room) if meeting.grid else ()
            asked = SealDialog(words("agree.seal.sure"), rows, lambda: lines, words("agree.seal.yes"), words)
            self.app.push_screen(asked, self._sealed)

    @property
    def _room(self) -> int:
        return min(80, int(self.size.width * 0.96)) - 6

    def _sealed(self, yes: bool | None) -> None:
        """As it is by now: if somebody took back their yes meanwhile, it is refused and told."""
        fact = sealing(self.meeting)
        if yes and fact is not None and self.do(fact):
            self.paint()
            self._show_seal()

    def _show_seal(self) -> None:
        meeting, words, seal = self.meeting, self.words, self.meeting.grids.seal
        if seal is None or meeting.grid is None:
            return
        rows = large_fingerprint(meeting.grid.short_fingerprint, self._room)
        title = words("agree.seal.sealed", version=meeting.grid.version)
        self.app.push_screen(SealDialog(title, rows, lambda: signed_said(meeting, seal, words), "", words))
