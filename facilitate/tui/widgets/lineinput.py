"""One line to type in: a paste of several lines comes in whole, and known names complete what is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events
from textual.suggester import Suggester
from textual.widgets import Input
from textual.widgets.input import Selection

from facilitate.domain.model import harmless
from facilitate.language.letters import folded
from facilitate.tui.ahead import passed_on
from facilitate.tui.bidi.caret import beside, letter_at
from facilitate.tui.bidi.cells import beginning, drawn_each, ending
from facilitate.tui.bysight import BySight


class Names(Suggester):
    """Completes a name from its first letters, however they are typed; the right arrow takes it."""

    def __init__(self, names: Sequence[str] = ()) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.names = tuple(names)

    async def get_suggestion(self, value: str) -> str | None:
        typed = folded(value)
        return next((each for each in self.names if typed and folded(each).startswith(typed) and each != value), None)


class LineInput(BySight, Input):
    """Textual's own takes only the first line of a paste, and writes over what stands there when it gets the focus."""

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        id: str | None = None,
        names: Sequence[str] = (),
        enter: Callable[[], None] | None = None,
        secret: bool = False,
    ) -> None:
        """`enter` is called at once on Enter, before any letter that was typed behind it; `secret` shows dots."""
        self.known = Names(names)
        self.enter = enter
        super().__init__(value, placeholder, password=secret, id=id, suggester=self.known, select_on_focus=False)

    # By sight.

    @property
    def typed(self) -> str:
        return self.value

    def action_cursor_left(self, select: bool = False) -> None:
        self._go(-1, select)

    def action_cursor_right(self, select: bool = False) -> None:
        self._go(1, select)

    def action_cursor_left_word(self, select: bool = False) -> None:
        self._go_a_word(-1, select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        self._go_a_word(1, select)

    def _go(self, step: int, select: bool) -> None:
        """One letter to the right or to the left, or to that edge of what is selected.

        Onwards from the last letter it takes what completes it.
        """
        if self.cursor_at_end and self._onwards(step) and not select and self.selection.is_empty:
            super().action_cursor_right()
            return
        start, end = self.selection
        if select or self.selection.is_empty:
            goal = beside(self.value, end, step, self.base)
        else:
            goal = max(start, end) if self._onwards(step) else min(start, end)
        self.selection = Selection(start if select else goal, goal)

    def _go_a_word(self, step: int, select: bool) -> None:
        if self._onwards(step):
            super().action_cursor_right_word(select)
        else:
            super().action_cursor_left_word(select)

    def _onwards(self, step: int) -> bool:
        return step == (-1 if self.base else 1)

    def _cell_offset_to_index(self, offset: int) -> int:
        """The letter that was clicked; what is scrolled out of sight stands before what is drawn."""
        width, start, hidden = self.scrollable_content_region.width, 0, self.scroll_offset.x
        drawn = drawn_each(self.value)
        while start < len(self.value) and hidden > 0:
            hidden -= cell_len(drawn[start])
            start += 1
        return start + letter_at(self.value[start:], offset, width, self.base)

    # Keys and pastes.

    def action_delete_left(self) -> None:
        """The letter before the caret, or the whole emoji."""
        if self.selection.is_empty:
            self.delete(beginning(self.value, self.cursor_position), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right(self) -> None:
        if self.selection.is_empty:
            self.delete(self.cursor_position, ending(self.value, self.cursor_position))
        else:
            self.delete_selection()

    async def _on_key(self, event: events.Key) -> None:
        if not passed_on(self, event) and event.key == "enter" and self.enter is not None:
            event.prevent_default()
            event.stop()
            self.enter()

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = harmless(event.text)
        start, end = self.selection
        self.replace(text, start, end)
