"""The clock of the open step: large, counting down, and past zero counting up in words and shape."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.filter import LineFilter
from textual.widgets import Digits, Static

from facilitate.analysis.timing import StepClock
from facilitate.language import Words
from facilitate.language.numbers import western
from facilitate.tui.drawing import bar


class Figures(Digits):
    """Large digits are a drawing: their lines are never turned round."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return []


class ClockView(Vertical):
    """``12:41`` left of 18 minutes, or ``+3:20`` over; drawn from instants, so any number of screens agree."""

    DEFAULT_CSS = """
    ClockView { height: auto; padding: 0 1; }
    ClockView Digits { width: 1fr; height: 3; text-align: center; }
    ClockView Static { width: 1fr; height: 1; text-align: center; }
    ClockView #clock-words { height: auto; min-height: 1; max-height: 2; }
    ClockView.-soon Digits { color: $warning; }
    ClockView.-over Digits { color: $error; }
    ClockView.-paused Digits { color: $foreground 50%; }
    """

    def compose(self) -> ComposeResult:
        yield Figures("-:--")
        yield Static(id="clock-bar")
        yield Static(id="clock-words", markup=False)

    def show(self, clock: StepClock | None, words: Words, idle: str) -> None:
        """Draw the clock; `idle` is said where no step is open."""
        over = clock is not None and clock.remaining_ms < 0
        self.set_class(over, "-over")
        self.set_class(clock is not None and 0 <= clock.remaining_ms < clock.warning_ms, "-soon")
        self.set_class(clock is not None and clock.paused, "-paused")
        if clock is None:
            self._write("-:--", "", idle)
            return
        shown = words.clock(-(clock.remaining_ms // 1000) * 1000 if over else clock.remaining_ms)
        share = clock.spent.ms / clock.planned_ms if clock.planned_ms else 1.0
        width = max(10, min(self.size.width - 4, 60))
        drawn = "▓" * width if over else bar(share, width)
        self._write(f"+{shown}" if over else shown, drawn, self._said(clock, shown, words))

    def _said(self, clock: StepClock, shown: str, words: Words) -> str:
        planned = words.minutes(clock.planned_ms)
        if clock.paused and clock.remaining_ms < 0:
            said = words("clock.paused_over", time=shown, planned=planned)
        elif clock.paused:
            said = words("clock.paused", planned=planned)
        elif clock.remaining_ms < 0:
            said = words("clock.over", time=shown, planned=planned)
        elif clock.remaining_ms < clock.warning_ms:
            said = words("clock.soon", planned=planned)
        else:
            said = words("clock.left", planned=planned)
        return f"≈ {said}" if clock.spent.approximate else said

    def _write(self, digits: str, drawn: str, said: str) -> None:
        self.query_one(Figures).update(western(digits))
        self.query_one("#clock-bar", Static).update(drawn)
        self.query_one("#clock-words", Static).update(said)
