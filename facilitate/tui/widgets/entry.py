"""A text to write: it grows as it gets longer, takes pastes of any length whole, and Enter keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import Location
from textual.events import MouseEvent
from textual.widgets import TextArea

from facilitate.domain.model import without_controls
from facilitate.tui.ahead import passed_on
from facilitate.tui.bidi.caret import beside, letter_at
from facilitate.tui.bidi.cells import beginning, ending
from facilitate.tui.bysight import BySight
from facilitate.tui.sides import Sided

PAGE_KEYS = frozenset({"f6", "f7"})
"""Textual's editor selects with them; here they lead to other pages."""

LINE_BREAKS = frozenset({"shift+enter", "alt+enter"})
"""Where the terminal can tell them from Enter."""


class Entry(BySight, Sided, TextArea, inherit_bindings=False):
    """Several lines, wrapped, without anything of an editor's looks."""

    DEFAULT_CSS = """
    Entry { height: auto; min-height: 1; max-height: 5; width: 1fr; padding: 0 1; background: $panel; }
    Entry:focus { background: $panel; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in TextArea.BINDINGS if isinstance(each, Binding) and each.key not in PAGE_KEYS
    ]

    def __init__(self, enter: Callable[[], None], id: str | None = None) -> None:
        """`enter` is called at once on Enter, before any letter that was typed behind it."""
        self.enter = enter
        super().__init__(soft_wrap=True, compact=True, highlight_cursor_line=False, tab_behavior="focus", id=id)

    # By sight.

    @property
    def typed(self) -> str:
        return self.text

    def action_cursor_left(self, select: bool = False) -> None:
        self._go(-1, select)

    def action_cursor_right(self, select: bool = False) -> None:
        self._go(1, select)

    def action_cursor_word_left(self, select: bool = False) -> None:
        self._go_a_word(-1, select)

    def action_cursor_word_right(self, select: bool = False) -> None:
        self._go_a_word(1, select)

    def _go(self, step: int, select: bool) -> None:
        """One letter to the right or to the left; from what is selected, to its edge on that side.

        Only the arrows go by sight: the editor also asks where left and right are when it deletes, and means before and
        behind.
        """
        if select or self.selection.is_empty:
            goal = self._beside(step)
        else:
            goal = max(*self.selection) if self._onwards(step) else min(*self.selection)
        self.move_cursor(goal, select=select)

    def _go_a_word(self, step: int, select: bool) -> None:
        if self._onwards(step):
            super().action_cursor_word_right(select)
        else:
            super().action_cursor_word_left(select)

    def _onwards(self, step: int) -> bool:
        return step == (-1 if self.base else 1)

    def _beside(self, step: int) -> Location:
        """One letter to the right or to the left in the wrapped line of the cursor; from its edge to the line before or
        after, as reading goes."""
        row, column = self.cursor_location
        starts = [0, *self.wrapped_document.get_offsets(row)]
        number = max(each for each, start in enumerate(starts) if start <= column)
        end = starts[number + 1] if number + 1 < len(starts) else len(self.document.get_line(row))
        text = self.document.get_line(row)[starts[number] : end]
        goal = beside(text, column - starts[number], step, self.base)
        if goal != column - starts[number]:
            return row, starts[number] + goal
        onwards = self._onwards(step)
        navigator = self.navigator
        edge = navigator.get_location_right if onwards else navigator.get_location_left
        return edge((row, end if onwards else starts[number]))

    def get_target_document_location(self, event: MouseEvent) -> Location:
        """The letter that was clicked."""
        row, first = super().get_target_document_location(event)
        starts = [0, *self.wrapped_document.get_offsets(row)]
        number = max(each for each, start in enumerate(starts) if start <= first)
        end = starts[number + 1] if number + 1 < len(starts) else len(self.document.get_line(row))
        text = self.document.get_line(row)[starts[number] : end]
        cell = event.x - self.gutter.left
        return row, starts[number] + letter_at(text, cell, self.size.width, self.base)

    # Deleting goes by what was typed, whatever stands beside the cursor.

    def get_cursor_left_location(self) -> Location:
        """Before the letter that was typed last, or before the whole emoji."""
        row, column = self.cursor_location
        if column == 0:
            return super().get_cursor_left_location()
        return row, beginning(self.document.get_line(row), column)

    def get_cursor_right_location(self) -> Location:
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return super().get_cursor_right_location() if column >= len(line) else (row, ending(line, column))

    # Keys and pastes.

    async def _on_key(self, event: events.Key) -> None:
        if passed_on(self, event) or event.key not in ("enter", *LINE_BREAKS):
            return
        event.prevent_default()
        event.stop()
        if event.key == "enter":
            self.enter()
        else:
            self.insert("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        done = self.replace(_shown(event.text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(done.end_location)

    def put(self, text: str) -> None:
        """Another text in place of this one, with the cursor behind it."""
        self.load_text(text)
        self.move_cursor(self.document.end)


def _shown(text: str) -> str:
    """What a terminal may show: a paste comes from anywhere."""
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(1))
