"""Everything that can be done, found by some letters of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import (
    Command,
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
    SearchIcon,
)
from textual.containers import Vertical
from textual.filter import LineFilter
from textual.widgets import Input, LoadingIndicator
from textual.widgets.option_list import Option

from facilitate.language import Words
from facilitate.tui.anywhere import AnyScreen
from facilitate.tui.entries import Entry, entries, found
from facilitate.tui.sides import Beside, Sided
from facilitate.tui.widgets.lineinput import LineInput


class Finder(Provider):
    """Looks among the entries of the screen below."""

    async def startup(self) -> None:
        self._entries = entries(self.screen) if isinstance(self.screen, AnyScreen) else ()

    async def search(self, query: str) -> Hits:
        for fits, entry in found(query, self._entries):
            yield Hit(fits, _drawn(entry), entry.act, text=entry.names[0])

    async def discover(self) -> Hits:
        for entry in self._entries:
            yield DiscoveryHit(_drawn(entry), entry.act, text=entry.names[0])


def _drawn(entry: Entry) -> Text:
    """Its name and its key, and below what it does."""
    text = Text(entry.names[0], Style(bold=True))
    if entry.key:
        text.append("  ")
        text.append(f" {entry.key} ", Style(reverse=True))
    if entry.help:
        text.append(f"\n{entry.help}", Style(bold=False, dim=True))
    return text


class _Asked(CommandInput, LineInput):
    """Letters of a name, with arrows by sight."""


class _Offered(Sided, CommandList):
    """What can be done; its scroll bar stands where lines end."""


class Palette(CommandPalette, inherit_bindings=False):
    """Letters narrow the list, the arrows move in it, Enter or a tap does it, Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "escape", show=False, id="facilitate.palette.leave"),
        Binding("down", "cursor_down", show=False, id="facilitate.palette.down"),
        Binding("up", "command_list('cursor_up')", show=False, id="facilitate.palette.up"),
        Binding("pagedown", "command_list('page_down')", show=False, id="facilitate.palette.page_down"),
        Binding("pageup", "command_list('page_up')", show=False, id="facilitate.palette.page_up"),
        Binding("ctrl+home", "command_list('first')", show=False, id="facilitate.palette.first"),
        Binding("ctrl+end", "command_list('last')", show=False, id="facilitate.palette.last"),
    ]
    CSS_PATH = "palette.tcss"

    def __init__(self, words: Words) -> None:
        super().__init__([Finder])
        self._words = words
        self._behind, self._hasty = False, False

    def get_line_filters(self) -> Sequence[LineFilter]:
        """None, as `tui/modal.py` has it: the page behind is in display order already."""
        return ()

    def compose(self) -> ComposeResult:
        """What Textual's own is made of, each part on the side where it is read."""
        with Vertical(id="--container"):
            with Beside(id="--input"):
                yield SearchIcon()
                yield _Asked(placeholder=self._words("palette.placeholder"))
            with Vertical(id="--results"):
                yield _Offered()
                yield LoadingIndicator()

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.query_one(SearchIcon).icon = ":"

    @on(Input.Changed)
    def _typed(self) -> None:
        self._behind = True

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Whoever types fast means what they typed, and not what the list still shows."""
        if self._behind:
            event.prevent_default().stop()
            self._hasty = True

    def _refresh_command_list(self, command_list: CommandList, commands: list[Command], clear_current: bool) -> None:
        super()._refresh_command_list(command_list, commands, clear_current)
        self._behind = False
        if self._hasty and commands:
            self._hasty = False
            self.call_next(command_list.action_select)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say at once, and in the reader's language, that nothing is called so."""
        if search_value:
            nothing = Option(Text(self._words("palette.nothing")), disabled=True, id=self._NO_MATCHES)
            self.query_one(CommandList).add_option(nothing)
        self._behind, self._hasty = False, False
        self._list_visible = bool(search_value)
