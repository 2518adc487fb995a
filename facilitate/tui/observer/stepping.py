"""The step that something was seen in: what is said late goes on the step it belongs to, what is due is reminded of,
and nothing stays on a step that is over without a line that says so."""

from __future__ import annotations

from facilitate.analysis.progress import Asked
from facilitate.domain.events.observing import Scored
from facilitate.domain.meeting.sheets import Cell
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.observer.context import NOW, Desk, due_in, last_ended, put_on, reminder, step_choices
from facilitate.tui.observer.looking import Looking


class Stepping(Looking):
    """Mostly the step that is open; another one only as long as the person wants it, or until the next one opens."""

    @property
    def desk(self) -> Desk:
        """What outlives this screen."""
        found = self.seat.standing.left_off.setdefault("observe facts", Desk())
        assert isinstance(found, Desk)
        return found

    def seen(self, cell: Cell) -> str | None:
        """The step of an answer; one that was chosen for this indicator goes before the one that is open."""
        return cell.step or self.desk.late.get(cell) or super().seen(cell)

    # Another step than the one that is open.

    @property
    def step_in_view(self) -> str | None:
        """The step that indicators about steps are asked of: that of a number which is being typed, the one that was
        chosen, else the one that is open."""
        typed_for = self.entry[0].step if self.entry is not None else None
        return typed_for or self.desk.in_view or self.step_here

    def action_seen_in(self) -> None:
        """Put what is said here, and what stands here, on the step it belongs to."""
        self.commit()
        found = self.here
        if found is None or self.sheet.sent:
            return
        title = self.words("context.choose", code=found.indicator.id)
        choices = step_choices(self.meeting, self.seat.here, self.words)
        self.app.push_screen(Choose(title, choices, self.words), lambda step: self._seen_in(found, step))

    def _seen_in(self, found: Asked, step: str | None) -> None:
        if step is None:
            return
        cell, chosen = found.cell, None if step == NOW else step
        if found.indicator.about == "step":
            self._view(chosen)
        else:
            self.desk.late.pop(cell, None)
            if chosen is not None:
                self.desk.late[cell] = chosen
            mark, seen = self.sheet.marks.get(cell), self.seen(cell)
            if mark is not None and mark.seen != seen:
                self.do(Scored(**about(cell), step=seen, value=mark.value, reason=mark.reason))
        self.draw()

    def _view(self, step: str | None) -> None:
        self.desk.in_view, self.desk.chosen_at = step, self._opened

    @property
    def _opened(self) -> tuple[str, int]:
        """How many steps were opened where this person is: another number is another step, or the same once more."""
        return (self.seat.here.id, len(self.seat.here.openings))

    def follow_step(self) -> None:
        """Back to the open step when the next one has been opened; not under a number that is being typed."""
        current, desk = self.seat.here.current, self.desk
        if desk.in_view is None or self.entry is not None or current is None or self._opened == desk.chosen_at:
            return
        told = desk.in_view != current.step
        desk.in_view = None
        if told:
            self.tell_here(self.words("context.back", step=current.step))

    def leave_step(self) -> bool:
        """Back to the open step because the person wants it; False where they are there already."""
        if self.desk.in_view is None:
            return False
        self.desk.in_view = None
        self.draw()
        return True

    def tell_step(self) -> None:
        """Above the grid, as long as it is so: on which step answers are put that is not the open one."""
        self.stand_above("#instep", put_on(self.step_in_view, self.step_here, self.words))

    # A step's end.

    @property
    def due(self) -> tuple[Cell, ...]:
        """What the step that ended last should have shown, and is still open."""
        if self.sheet.sent:
            return ()
        return due_in(last_ended(self.seat.here), self.everything, self.sheet, self.meeting.agenda)

    @property
    def reminded(self) -> str:
        """The reminder, in one line."""
        return reminder(last_ended(self.seat.here), self.due, self.words)

    def action_due(self) -> None:
        """To the first of what the step that ended should have shown."""
        self.commit()
        if not self.due:
            self.say(self.words("context.nothing_due"))
            return
        cell = self.due[0]
        if cell.step is not None:
            self._view(cell.step)
            self.draw()
        self.go_to(cell)


def about(cell: Cell) -> dict[str, str]:
    """What a fact is about."""
    return {"about": cell.about, "indicator": cell.indicator}
