"""Yes, no with a reason, yes to the rest; and going to what is still open."""

from __future__ import annotations

from facilitate.domain.events.agreeing import IndicatorJudged
from facilitate.domain.grid import FRAME
from facilitate.tui.agreeing.base import AgreeingBase
from facilitate.tui.agreeing.workshop import ONLY, Only
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.choose import Choose


class Judging(AgreeingBase):
    """What a moderator, an observer or a trainer says to a line; all of it can be taken back."""

    def judgement(self, code: str, accepted: bool, reason: str = "") -> IndicatorJudged:
        """What is said of the words as they stand."""
        grid = self.meeting.grid
        assert grid is not None
        content = grid.content_of[code]
        return IndicatorJudged(
            code=code, fingerprint=grid.fingerprint, content=content, accepted=accepted, reason=reason
        )

    @property
    def judged(self) -> str | None:
        """The code to say something of; what else stands under the cursor belongs to the frame, and it says so."""
        if self.draft:
            self.say(self.words("agree.draft_no_yes"), severe=True)
            return None
        if self.meeting.grid is None or self.key not in self.meeting.grid.content_of:
            self.say(self.words("agree.judge_frame"))
            return None
        return self.key

    def action_say_yes(self) -> None:
        """Yes, and on to the next line of which nothing was said yet."""
        code = self.judged
        if code is not None and self.do(self.judgement(code, accepted=True)):
            self._onward(code)

    def _onward(self, code: str) -> None:
        voices = self.voices
        if voices is None:
            return
        left = voices.open_for_me()
        codes = list(voices.codes)
        place = codes.index(code) if code in codes else 0
        after = next((each for each in (*codes[place + 1 :], *codes[: place + 1]) if each in left), None)
        if after is not None:
            self.go_to(after)
        elif voices.own(code) == "yes":
            self.say(self.words("agree.all_said"))

    def go_to(self, key: str) -> None:
        """Put the cursor on a line, which is shown for it if it was left out."""
        if all(line.key != key for line in self.list.lines):
            self.shop.only = ""
            self.paint()
        self.list.go(key)

    def action_say_no(self) -> None:
        """No, with its reason; the one that was given before stands in the line."""
        code = self.judged
        if code is None:
            return
        words, voices = self.words, self.voices
        said = voices.said.get((code, self.seat.person)) if voices else None
        before = said.reason if said and not said.accepted else ""
        name = words("agree.frame") if code == FRAME else code
        field = Field(words("agree.no_why"), before, words("agree.no_example"))
        ask = Ask(words("agree.no_to", code=name), [field], words)
        self.app.push_screen(ask, lambda found: self._no(code, found[0]) if found else None)

    def _no(self, code: str, reason: str) -> None:
        if self.meeting.grid is None or code not in self.meeting.grid.content_of:
            self.say(self.words("refused.no_such_indicator", code=code), severe=True)
        elif self.do(self.judgement(code, accepted=False, reason=reason)):
            self._onward(code)

    def action_yes_to_rest(self) -> None:
        """Yes to all that is left, of this section or of the grid, once it has said how many that is."""
        voices, grid, words = self.voices, self.meeting.grid, self.words
        if voices is None or grid is None:
            self.say(words("agree.draft_no_yes"), severe=True)
            return
        sections = [each for each in grid.sections if each.id == self.section and self.key != FRAME]
        here, everywhere = voices.open_for_me(*sections) if sections else (), voices.open_for_me()
        if not everywhere:
            self.say(words("agree.nothing_open"))
            return
        ways = []
        if here:
            label = words("agree.rest_section", count=len(here), section=sections[0].id)
            ways.append(("section", label, words.listed(here)))
        ways.append(("grid", words("agree.rest_grid", count=len(everywhere)), ""))
        chosen = {"section": here, "grid": everywhere}
        ask = Choose(words("agree.rest"), ways, words)
        self.app.push_screen(ask, lambda way: self._yes_to(chosen[way]) if way else None)

    def _yes_to(self, codes: tuple[str, ...]) -> None:
        grid, voices = self.meeting.grid, self.voices
        if grid is None or voices is None:
            return
        still = [code for code in codes if code in voices.open_for_me()]
        if still and self.do(*(self.judgement(code, accepted=True) for code in still)):
            self.say(self.words("agree.yes_to", count=len(still)))

    # Going about.

    def action_next_unsaid(self) -> None:
        voices = self.voices
        self._next(voices.open_for_me() if voices else (), "agree.nothing_open")

    def action_next_objection(self) -> None:
        voices = self.voices
        found = dict.fromkeys(each.code for each in voices.objections) if voices else {}
        self._next(tuple(found), "agree.no_objection")

    def _next(self, wanted: tuple[str, ...], nothing: str) -> None:
        """To the next of these after the cursor, round the end."""
        keys = [line.key for line in self.list.lines]
        codes = [*self.meeting.grid.content_of] if self.meeting.grid else []
        order = keys if set(wanted) & set(keys) else codes
        place = order.index(self.key) + 1 if self.key in order else 0
        found = next((each for each in (*order[place:], *order[:place]) if each in wanted), None)
        if found is None:
            self.say(self.words(nothing))
        else:
            self.go_to(found)

    def action_only(self) -> None:
        """All lines, those open for me, those with an objection, those that were changed."""
        ways: tuple[Only, ...] = ("", "changed") if self.draft else ONLY
        self.shop.only = ways[(ways.index(self.shop.only) + 1) % len(ways)] if self.shop.only in ways else ""
        self.paint()
