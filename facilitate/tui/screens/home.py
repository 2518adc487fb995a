"""The folder's meetings: open one as a person, or make a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitate.domain.model import harmless
from facilitate.journal.machine import this_machine
from facilitate.language import Words
from facilitate.tui import commands
from facilitate.tui.anywhere import AnyScreen
from facilitate.tui.bidi.marks import left_to_right
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.folder import Entry, meetings_in
from facilitate.tui.intents import bound
from facilitate.tui.sides import Options
from facilitate.tui.widgets.keys import KeyBar

FORM = ("file", "title", "place", "start", "moderators", "observers", "trainers", "note_takers")
"""What a new meeting is asked for, line by line."""

Make = Callable[[dict[str, str]], str | None]
"""Makes a meeting from what was typed; the sentence to show where it could not."""


@dataclass
class OpenMeeting(Message):
    """The person wants into a meeting."""

    path: Path
    just_made: bool = False


@dataclass
class CompareWanted(Message):
    """The person wants the folder's meetings side by side."""


class HomeScreen(AnyScreen):
    """Where the program begins."""

    PAGE = "home"
    INTENTS = commands.HOME
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    CSS_PATH = "home.tcss"

    def __init__(self, folder: Path, words: Words, kits: tuple[tuple[str, str, str], ...], make: Make) -> None:
        """`kits` are (name, title, description) in the reader's language; `make` is the command line's own way."""
        super().__init__()
        self.folder, self.words, self.kits, self.make = folder, words, kits, make
        self.entries: tuple[Entry, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="home"):
            yield Static(Text(self.words("home.name"), "bold"), id="name")
            yield Static(Text(self.words("home.what")), id="what")
            yield Static(Text(self.words("home.folder", folder=left_to_right(str(self.folder)))), id="folder")
            yield Options(id="meetings")
            yield Static(Text(self.words("home.empty")), id="empty")
        yield KeyBar(self.intents, self.words)

    def on_mount(self) -> None:
        self.refresh_list()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        self.refresh_list()

    def refresh_list(self) -> None:
        """Read the folder anew; the highlight stays on its meeting."""
        options = self.query_one(OptionList)
        before = options.highlighted
        self.entries = meetings_in(self.folder)
        options.clear_options()
        options.add_options(Option(self._line(entry), id=str(n)) for n, entry in enumerate(self.entries))
        options.display = bool(self.entries)
        self.query_one("#empty").display = not self.entries
        if self.entries:
            options.highlighted = min(before or 0, len(self.entries) - 1)

    def _line(self, entry: Entry) -> Text:
        words = self.words
        title = entry.title.to(words.language) or harmless(entry.path.stem)
        marks = [words(f"home.{entry.state}"), entry.place, words.moment(entry.start) if entry.start else ""]
        if entry.rehearsal:
            marks.insert(0, words("top.rehearsal"))
        if entry.standing in ("not_agreed", "amended") and entry.state != "closed":
            marks.append(words(f"home.grid.{entry.standing}"))
        beside = " · ".join(each for each in marks if each)
        line = Text.assemble((title, "bold"), f"\n  {harmless(entry.path.name)}  {beside}")
        if entry.keep_until is not None and entry.keep_until < this_machine().wall.date():
            line.append(f"\n  {words('consent.overdue', day=entry.keep_until)}", "italic")
        return line

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        entry = self.entries[int(event.option.id or 0)]
        if entry.why is not None:
            self.notify(self.words(entry.why.message, **entry.why.values), severity="warning", markup=False)
        else:
            self.post_message(OpenMeeting(entry.path))

    def action_open(self) -> None:
        self.query_one(OptionList).action_select()

    def action_compare(self) -> None:
        self.post_message(CompareWanted())

    def action_new(self) -> None:
        self.app.push_screen(Choose(self.words("home.which_kit"), self.kits, self.words), self._kit)

    def _kit(self, kit: str | None) -> None:
        if kit is None:
            return
        words = self.words
        fields = [
            Field(words("home.file"), f"{kit}.meeting"),
            Field(words("home.title"), optional=True),
            Field(words("home.place"), optional=True),
            Field(words("home.start"), optional=True),
            Field(words("home.moderators"), example=words("home.names_example")),
            Field(words("home.observers"), example=words("home.names_example"), optional=True),
            Field(words("home.trainers"), optional=True),
            Field(words("home.note_takers"), optional=True),
        ]
        form = Ask(words("home.new"), fields, words, check=lambda found: self._make(kit, found))
        self.app.push_screen(form, self._made)

    def _make(self, kit: str, found: tuple[str, ...]) -> str | None:
        """Make the meeting; what is wrong with what was typed, if anything."""
        typed = dict(zip(FORM, found, strict=True))
        return self.make({"kit": kit, **typed, "file": str(self._file(typed["file"]))})

    def _file(self, name: str) -> Path:
        """Where the meeting will be: in this folder, under a name that the list finds again."""
        path = self.folder / name
        return path if path.suffix == ".meeting" else path.with_name(f"{path.name}.meeting")

    def _made(self, found: tuple[str, ...] | None) -> None:
        if found is not None:
            self.refresh_list()
            self.post_message(OpenMeeting(self._file(found[0]), just_made=True))
