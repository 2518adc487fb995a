"""Chooses an energiser: a list with what fits first, and how the chosen one goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from facilitate.analysis.sitting import Suggestion
from facilitate.analysis.timing import MINUTE_MS
from facilitate.language import Words
from facilitate.tui import commands
from facilitate.tui.energising import Wanted, facts_said, instructions, length_said
from facilitate.tui.intents import Intent, bound
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Options, Scroll
from facilitate.tui.widgets.keys import KeyBar


class Chosen(NamedTuple):
    """An energiser to be done now, or else to be put into the agenda."""

    energiser: str
    now: bool


class Energise(Modal[Chosen | None]):
    """Arrows or a tap choose, Enter does it; `inserting` has Enter put it into the agenda instead."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(each for each in commands.ENERGISING if each != commands.DO_IT),
        Binding("enter", commands.DO_IT.id, show=False, priority=True, id="facilitate.do_it"),
    ]
    CSS_PATH = "energise.tcss"

    def __init__(
        self, found: Sequence[Suggestion], words: Words, *, inserting: bool = False, may_insert: bool = True
    ) -> None:
        """`found` in the order in which they fit now; who may not change the agenda is not offered to."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
        self._found, self._words = tuple(found), words
        self._inserting, self._may_insert = inserting, may_insert
        self._wanted = Wanted()

    def compose(self) -> ComposeResult:
        title = "energise.title_insert" if self._inserting else "energise.title"
        with Vertical(id="energise"):
            yield Label(self._words(title), id="energise-title", markup=False)
            yield Static(id="energise-wanted")
            yield Options(id="energise-list", markup=False)
            with Scroll(id="energise-how", can_focus=False):
                yield Static(id="energise-text")
            yield KeyBar(commands.ENERGISING, self._words)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self._list()
        self.query_one(OptionList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != commands.INTO_AGENDA.id or (self._may_insert and not self._inserting)

    def label(self, intent: Intent) -> str:
        """What a key is called here, as a message id."""
        return commands.INTO_AGENDA.name if self._inserting and intent == commands.DO_IT else intent.name

    # Drawing.

    @property
    def here(self) -> Suggestion | None:
        """The chosen one; nothing where none is as wanted."""
        option = self.query_one(OptionList).highlighted_option
        return next((each for each in self._found if option and each.energiser.id == option.id), None)

    def _list(self) -> None:
        """List what is as wanted; the chosen one stays chosen where it can."""
        shown = [each for each in self._found if self._wanted.passes(each.energiser)]
        options, before = self.query_one(OptionList), self.here
        options.clear_options()
        options.add_options(Option(self._entry(each), id=each.energiser.id) for each in shown)
        options.highlighted = (shown.index(before) if before in shown else 0) if shown else None
        self.query_one("#energise-wanted", Static).update(self._wanted_said())
        self._read()

    def _entry(self, each: Suggestion) -> Text:
        """Its title; below, its length and why it would do good now. The first is marked, if anything speaks for it."""
        best = bool(each.why) and not each.done and each is self._found[0]
        text = Text.assemble(("★ " if best else "  ", "bold"), (each.energiser.title.to(self._words.language), "bold"))
        beside = (length_said(each.energiser, self._words), self._words(each.why) if each.why else "")
        text.append(f"\n  {' · '.join(part for part in beside if part)}", Style(dim=each.done))
        return text

    def _wanted_said(self) -> Text:
        """What is asked for, each with the key that changes it; a tap does too."""
        words, wanted = self._words, self._wanted
        length = words.minutes((wanted.at_most or 0) * MINUTE_MS)
        said = (
            (commands.POSTURE, words(f"energise.wanted.{wanted.posture or 'any_posture'}")),
            (commands.AT_MOST, words("energise.at_most" if wanted.at_most else "energise.any_length", minutes=length)),
            (commands.TOUCH, words("energise.not_touching" if wanted.untouched else "energise.any_touch")),
        )
        line = Text()
        for intent, text in said:
            tap = Style(meta={"@click": f"screen.{intent.id}"})
            line.append(intent.shown_key, Style(bold=True, reverse=True) + tap)
            line.append(f" {text}".replace(" ", "\u00a0"), tap)  # each stays in one line
            line.append("  ")
        return line

    @on(OptionList.OptionHighlighted)
    def _read(self) -> None:
        """Show how the chosen one goes, from its beginning."""
        here, words = self.here, self._words
        text = Text(words("energise.none"))
        if here is not None:
            text = Text.assemble((facts_said(here.energiser, words), "bold"), "\n")
            text.append_text(instructions(here.energiser, words))
        self.query_one("#energise-text", Static).update(text)
        self.query_one("#energise-how").scroll_home(animate=False)

    # What people want.

    def _ask(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._list()

    def action_posture(self) -> None:
        self._ask(self._wanted.other_posture())

    def action_at_most(self) -> None:
        self._ask(self._wanted.other_length(each.energiser for each in self._found))

    def action_touch(self) -> None:
        self._ask(self._wanted._replace(untouched=not self._wanted.untouched))

    def action_page_up(self) -> None:
        self.query_one("#energise-how").scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self.query_one("#energise-how").scroll_page_down(animate=False)

    # Leaving.

    def action_do_it(self) -> None:
        if self.here is not None:
            self.dismiss(Chosen(self.here.energiser.id, now=not self._inserting))

    def action_into_agenda(self) -> None:
        if self.here is not None:
            self.dismiss(Chosen(self.here.energiser.id, now=False))

    def action_cancel(self) -> None:
        self.dismiss(None)
