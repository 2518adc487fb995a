"""Acts on the chosen line, whichever part is in hand: edit, add, take off, more and fewer, up and down."""

from __future__ import annotations

from textual import on

from facilitate.tui.preparing import things
from facilitate.tui.preparing.acts_about import AboutActs
from facilitate.tui.preparing.acts_agenda import AgendaActs
from facilitate.tui.preparing.acts_team import TeamActs
from facilitate.tui.widgets.headcounts import HeadCounts
from facilitate.tui.widgets.taplist import TapList


class PartActs(AboutActs, TeamActs, AgendaActs):
    """A key means the same in every part, as far as there is something to do."""

    @on(TapList.Chosen)
    def _chosen_line(self, event: TapList.Chosen) -> None:
        self._take_in_hand(event.taplist)
        self.action_edit_line()

    @on(TapList.Dropped)
    def _dropped_line(self, event: TapList.Dropped) -> None:
        self._take_in_hand(event.taplist)
        self._drop(event.row)

    def _take_in_hand(self, table: TapList) -> None:
        """On a wide screen a tap may be on the part that is not in hand."""
        part = (table.id or "").removeprefix("prepare-")
        if part != self.part:
            self.go(part)

    @on(TapList.Moved)
    def _moved_line(self, event: TapList.Moved) -> None:
        if event.taplist.has_focus:
            self._take_in_hand(event.taplist)

    def action_edit_line(self) -> None:
        line = self.chosen_or_told()
        if line is not None and self.may(self.part, "edit_line"):
            getattr(self, f"edit_{self.part}")(line)

    def action_add_line(self) -> None:
        {"team": self.add_person, "agenda": self.add_step, "checklist": self.add_item}[self.part]()

    def action_drop_line(self) -> None:
        line = self.chosen_or_told()
        if line is not None:
            self._drop(line)

    def _drop(self, line: str) -> None:
        if self.may(self.part, "drop_line"):
            {"team": self.drop_person, "agenda": self.drop_step, "checklist": self.drop_item}[self.part](line)

    def action_switch(self) -> None:
        line = self.chosen_or_told()
        if line is not None:
            {"team": self.ask_observes, "agenda": self.hand_on, "checklist": self.tick_off}[self.part](line)

    def action_plus_one(self) -> None:
        self._by_one(1)

    def action_minus_one(self) -> None:
        self._by_one(-1)

    def _by_one(self, by: int) -> None:
        if self.part == "expected":
            self.query_one(HeadCounts).one(by)
        elif (line := self.chosen_or_told()) is not None:
            self.by_minutes(line, by)

    def action_line_up(self) -> None:
        self._move(-1)

    def action_line_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        line = self.chosen_or_told()
        if line is not None:
            self.move_step(line, by)

    # The expected.

    @on(HeadCounts.Counted)
    def _counted(self, event: HeadCounts.Counted) -> None:
        if self.may("expected", "plus_one"):
            self.keep(things.expected(self.meeting, event.line, event.column, event.number))

    @on(HeadCounts.Stepped)
    def _stepped(self, event: HeadCounts.Stepped) -> None:
        number = things.expected_at(self.meeting, event.line, event.column) + event.by
        if number >= 0:
            self.keep(things.expected(self.meeting, event.line, event.column, number, by_one=True))

    def put_down(self) -> None:
        """A number that was being typed is kept."""
        typed = self.query_one(HeadCounts).take() if self.there else None
        if typed is not None:
            self._counted(typed)
