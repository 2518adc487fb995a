"""The agenda as a list: what is done, what runs, what comes."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widgets import Static

from facilitate.analysis.timing import StepTime
from facilitate.language import Words
from facilitate.tui.drawing import cut, fitted

MARKS = {"done": "✓", "open": "▶", "skipped": "–", "to_come": "·"}


class AgendaView(VerticalScroll):
    """One line a step: its mark, its title, planned minutes and, once it has run, actual ones."""

    DEFAULT_CSS = """
    AgendaView { padding: 0 1; scrollbar-size-vertical: 1; }
    AgendaView > Static { width: 1fr; height: auto; }
    """
    can_focus = False

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, times: tuple[StepTime, ...], titles: dict[str, str], words: Words) -> None:
        """Draw the steps and keep the open one in sight; nothing else moves."""
        width = max(20, self.size.width - 3)
        lines = [self._line(time, titles.get(time.step, time.step), words, width) for time in times]
        self.query_one(Static).update(Text("\n").join(lines))
        running = next((place for place, time in enumerate(times) if time.state == "open"), None)
        if running is not None:
            self.scroll_to_region(Region(0, running, 1, 3), animate=False)

    def _line(self, time: StepTime, title: str, words: Words, width: int) -> Text:
        minutes = self._minutes(time, words)
        style = Style(bold=time.state == "open", dim=time.state in ("done", "skipped"))
        text = f"{MARKS[time.state]} {time.step} {cut(title, width - len(time.step) - 4 - len(minutes))}"
        return Text(f"{fitted(text, width - len(minutes) - 1)} {minutes}", style, no_wrap=True)

    def _minutes(self, time: StepTime, words: Words) -> str:
        planned = words.number(time.planned)
        if time.state == "done":
            return f"{words.number(round(time.spent.minutes))}/{planned}"
        return planned
