"""The mapping table over the page: what became of each indicator, each row changeable, and the reason below."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Input, Label, OptionList
from textual.widgets.option_list import Option

from facilitate.domain.decisions.checks_amending import why_not_mapped
from facilitate.domain.events.agreeing import Mapped
from facilitate.domain.model import harmless_prose
from facilitate.language import Words
from facilitate.tui.agreeing.mapping import alternatives
from facilitate.tui.agreeing.workshop import Draft
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Beside, Options
from facilitate.tui.widgets.lineinput import LineInput

Amend = Callable[[], str | None]
"""Makes the amendment of the draft; says why not, or nothing."""

OTHERS = ("dropped", "new", "split", "merged", "renamed")
"""Rows that want to be read stand first; what is the same stands last."""


def row_said(row: Mapped, words: Words) -> str:
    """``A1 A2 → A1: merged``."""
    old, new = " ".join(row.old) or "–", " ".join(row.new) or "–"
    return words("agree.map.row", old=old, new=new, word=words(f"agree.map.{row.how}"))


class Mapping(Modal[bool]):
    """Enter on a row offers what else it could be; F8 amends, or the button that Enter on the reason leads to, since
    an amendment cannot be taken back. What was changed stays in the draft when this is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.mapping.leave"),
        Binding("f8", "amend_now", show=False, priority=True, id="facilitate.mapping.amend"),
    ]
    CSS_PATH = "mapped.tcss"

    def __init__(self, draft: Draft, amend: Amend, words: Words) -> None:
        super().__init__()
        self._draft, self._amend, self._words = draft, amend, words

    def compose(self) -> ComposeResult:
        words = self._words
        with Vertical(id="mapping"):
            yield Label(words("agree.map.title"), id="mapping-title", markup=False)
            yield Label(words("agree.map.body"), id="mapping-what", markup=False)
            yield Options(id="mapping-rows", markup=False)
            with Beside(id="mapping-why-line"):
                yield Label(words("agree.why"), markup=False)
                yield LineInput(
                    self._draft.reason, words("agree.map.why_example"), "mapping-why", enter=self._to_the_button
                )
            yield Label("", id="mapping-told", markup=False)
            with Beside(id="mapping-buttons"):
                yield Button(words("agree.map.amend"), id="mapping-amend", compact=True)
                yield Button(words("agree.form.later"), id="mapping-later", compact=True)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self._fill()
        rows = self.query_one(OptionList)
        rows.highlighted = 0 if rows.option_count else None
        rows.focus()

    @property
    def _rows(self) -> tuple[Mapped, ...]:
        return self._draft.mapping or ()

    def _fill(self) -> None:
        order = sorted(range(len(self._rows)), key=lambda place: self._rows[place].how == "same")
        rows = self.query_one(OptionList)
        place = rows.highlighted
        rows.set_options([Option(self._told(self._rows[each]), id=str(each)) for each in order])
        rows.highlighted = min(place, rows.option_count - 1) if place is not None and rows.option_count else None
        why = why_not_mapped(self._draft.base, self._draft.grid, self._rows)
        self._say(self._words(why.message, **why.values) if why else "")

    def _told(self, row: Mapped) -> Text:
        """What became of it; with its words where something did, since codes alone are hard to know."""
        said = Text(row_said(row, self._words))
        if row.how == "same":
            return said
        grid, code = (self._draft.grid, row.new[0]) if row.new else (self._draft.base, row.old[0])
        return said.append(f"  {grid.by_id[code].text.to(self._words.language)}")

    def _say(self, why: str) -> None:
        self.query_one("#mapping-told", Label).update(why)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        """What else this row could be."""
        event.stop()
        place, words = int(event.option.id or "0"), self._words
        found = alternatives(self._rows, place, self._draft.base, self._draft.grid)
        if not found:
            self._say(words("agree.map.nothing_else"))
            return
        ways = [(str(number), row_said(row, words), "") for number, (row, _) in enumerate(found)]

        def taken(way: str | None) -> None:
            if way is not None:
                self._draft.mapping = found[int(way)][1]
                self._fill()

        title = words("agree.map.instead", row=row_said(self._rows[place], words))
        self.app.push_screen(Choose(title, ways, words), taken)

    @on(Input.Changed, "#mapping-why")
    def _typed(self, event: Input.Changed) -> None:
        self._draft.reason = event.value

    def _to_the_button(self) -> None:
        self.query_one("#mapping-amend", Button).focus()

    @on(Button.Pressed, "#mapping-amend")
    def action_amend_now(self) -> None:
        if not harmless_prose(self._draft.reason):
            self.query_one(LineInput).focus()
            self._say(self._words("refused.reason_needed"))
            return
        why = self._amend()
        if why is None:
            self.dismiss(True)
        else:
            self._fill()
            self._say(why)

    @on(Button.Pressed, "#mapping-later")
    def action_leave(self) -> None:
        self.dismiss(False)
