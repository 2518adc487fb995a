"""Sending one's sheet, with a list of what is missing first; recalling it, with a reason; and one's own PIN."""

from __future__ import annotations

from facilitate.domain.events.observing import SheetRecalled, SheetSent
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.door import PinWanted
from facilitate.tui.observer.lines import missing
from facilitate.tui.observer.page import ObserverPage


class Sending(ObserverPage):
    """Nothing that is missing blocks; it is told."""

    def action_send(self) -> None:
        self.commit()
        words = self.words
        if self.sheet.sent:
            title = words("observe.recall")
            verbs = (words("observe.recall_yes"), words("observe.recall_keys"))
            ask = Ask(title, [Field(words("moderate.reason"))], words, verbs=verbs)
            self.app.push_screen(ask, lambda reason: self._recall(reason[0]) if reason else None)
            return
        lines = [words("observe.saw")] if self.sheet.saw else []
        lines += [words("lasting.unsent", what=self.lasting)] if self.lasting else []
        lines += [*self.missed_told(sending=True), *self.beside]
        body = "\n".join([*lines, *missing(self.meeting, self.everything, words)])
        self.app.push_screen(Confirm(words("observe.send"), body, words("observe.send_yes"), words), self._send)

    def action_own_pin(self) -> None:
        self.commit()
        self.post_message(PinWanted(self.seat))

    def _send(self, yes: bool | None) -> None:
        if yes:
            self.before_sending()
        if yes and self.do(SheetSent()):
            self.say(self.words("observe.sent"))

    def _recall(self, reason: str) -> None:
        self.do(SheetRecalled(reason=reason))
