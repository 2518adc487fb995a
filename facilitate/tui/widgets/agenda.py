"""The agenda as a list: what is done, what runs, what comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from facilitate.analysis.timing import StepTime
from facilitate.language import Words
from facilitate.tui.drawing import cut, fitted
from facilitate.tui.sides import Scroll

WHO = 6
"""Cells that a name has at the least."""

MARKS = {"done": "✓", "open": "▶", "skipped": "–", "to_come": "·"}


class AgendaView(Scroll):
    """One line a step: its mark, its title, planned minutes and, once it has run, actual ones."""

    DEFAULT_CSS = """
    AgendaView { padding: 0 1; scrollbar-size-vertical: 1; }
    AgendaView > Static { width: 1fr; height: auto; }
    """
    can_focus = False

    @dataclass
    class Tapped(Message):
        """Somebody pointed at that step."""

        step: str

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._in_sight: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield Static()

    def show(
        self, times: tuple[StepTime, ...], titles: dict[str, str], words: Words, people: Mapping[str, str] | None = None
    ) -> None:
        """Draw the steps; another open step is brought into sight, and nothing else moves the list.

        `people` are those who are to moderate the steps.
        """
        width = max(20, self.size.width - 3)
        people = people or {}
        lines = [
            self._line(time, titles.get(time.step, time.step), people.get(time.step, ""), words, width)
            for time in times
        ]
        self.query_one(Static).update(Text("\n").join(lines))
        running = next((place for place, time in enumerate(times) if time.state == "open"), -1)
        if self.size.height and (running, self.size.height) != self._in_sight:
            self._in_sight = (running, self.size.height)
            self.call_after_refresh(self._bring, running)

    def _bring(self, running: int) -> None:
        """The open step with the one before and the one after it."""
        if running >= 0 and self.is_attached:
            self.scroll_to_region(Region(0, max(0, running - 1), 1, 3), animate=False)

    def _line(self, time: StepTime, title: str, person: str, words: Words, width: int) -> Text:
        name = f"{cut(person, max(WHO, width // 4))} " if person else ""
        minutes = f"{name}{self._minutes(time, words)}"
        style = Style(bold=time.state == "open", dim=time.state in ("done", "skipped"), meta={"step": time.step})
        wide = cell_len(minutes)
        text = f"{MARKS[time.state]} {time.step} {cut(title, width - len(time.step) - 4 - wide)}"
        return Text(f"{fitted(text, width - wide - 1)} {fitted(minutes, wide)}", style, no_wrap=True)

    def _minutes(self, time: StepTime, words: Words) -> str:
        planned = words.number(time.planned)
        if time.state == "done":
            return f"{words.number(round(time.spent.minutes))}/{planned}"
        return planned

    def on_click(self, event: Click) -> None:
        step = event.style.meta.get("step")
        if step is not None:
            event.stop()
            self.post_message(self.Tapped(str(step)))
