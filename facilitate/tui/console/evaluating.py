"""The participants' quick evaluation: answers are counted one by one or as numbers, and kept together as one act."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.widgets import Static

from facilitate.domain.events import running as r
from facilitate.domain.events.base import FactBase
from facilitate.tui.closing import answered, answers, answers_table
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.layouts import digit_pressed
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.headcounts import HeadCounts
from facilitate.tui.widgets.keys import KeyBar


class Evaluating(ConsolePage):
    """A page with a table of answers. What is being counted is a draft until Enter, or until the person goes on."""

    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        **ConsolePage.NEEDS,
        "more": r.Evaluated,
        "fewer": r.Evaluated,
    }

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.draft: dict[str, int] | None = None
        self.typed = ""

    @property
    def answers(self) -> HeadCounts:
        return self.query_one(HeadCounts)

    @property
    def counts(self) -> dict[str, int]:
        """How many chose each answer: what is being counted, else what was kept."""
        return dict(self.meeting.evaluation) if self.draft is None else self.draft

    @property
    def counting(self) -> bool:
        """Whether the answers are what + and - are about."""
        return self.there and self.answers.has_focus

    def draw_answers(self) -> None:
        meeting, words, counts = self.meeting, self.words, self.counts
        table = self.answers
        table.show(answers_table(meeting, counts, words))
        if self.typed:
            table.stand(table.cursor, self.typed)
            self.typed = ""
        state = words("closing.not_kept") if self.draft else ""
        said = words("closing.evaluation", state=answered(meeting, counts, words))
        self.head("#closing-evaluation", 2, bool(meeting.evaluation) and not self.draft, f"{said}{state}")

    def head(self, selector: str, number: int, done: bool, text: str) -> None:
        """The title of a part, with a mark once it is done."""
        self.query_one(selector, Static).update(f"{self.words.number(number)} {'✓' if done else '·'} {text}")

    def on_key(self, event: events.Key) -> None:
        """A digit counts wherever the focus is."""
        table, digit = self.answers, digit_pressed(event.character)
        if digit is not None and not table.has_focus:
            event.stop()
            table.focus()
            table.type(digit)
        elif event.key == "escape" and self.draft is not None:
            event.stop()
            self.draft = None
            self.draw_answers()

    @on(HeadCounts.Counted)
    def _counted(self, event: HeadCounts.Counted) -> None:
        self._count(event.column, event.number)

    @on(HeadCounts.Stepped)
    def _stepped(self, event: HeadCounts.Stepped) -> None:
        answer = answers(self.meeting, self.counts)[event.column]
        self._count(event.column, self.counts.get(answer, 0) + event.by)

    def _count(self, column: int, number: int) -> None:
        names = answers(self.meeting, self.counts)
        counts = {each: self.counts.get(each, 0) for each in names} | {names[column]: max(0, number)}
        self.draft = counts if counts != dict(self.meeting.evaluation) else None
        if not self.answers.has_focus:
            self.keep_answers()
        self.draw_answers()

    @on(HeadCounts.Entered)
    def keep_answers(self) -> None:
        """What was counted is the evaluation now, as one act."""
        typed = self.answers.take()
        if typed is not None:
            self._count(typed.column, typed.number)
        draft, self.draft = self.draft, None
        if draft is not None and not self.do(r.Evaluated(counts=draft)):
            self.draft = draft
        self.draw_answers()

    def on_descendant_blur(self) -> None:
        self._focus_moved()

    def on_descendant_focus(self) -> None:
        self._focus_moved()

    def _focus_moved(self) -> None:
        """Going on keeps the answers; and + and - are something else then."""
        if self.there:
            if not self.counting:
                self.keep_answers()
            self.query_one(KeyBar).refresh()

    def action_more(self) -> None:
        self._one(1)

    def action_fewer(self) -> None:
        self._one(-1)

    def _one(self, by: int) -> None:
        """On this page + and - count, as on the page of people, wherever the focus is."""
        self.answers.focus()
        self.answers.one(by)

    def _go(self, name: str) -> None:
        self.keep_answers()
        super()._go(name)

    def action_seat(self) -> None:
        self.keep_answers()
        super().action_seat()

    def action_leave(self) -> None:
        self.keep_answers()
        super().action_leave()
