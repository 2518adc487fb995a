"""A form over the page: lines that scroll, the reason below, and everything typed kept whatever closes it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button, Input, Label

from facilitate.domain.events import Fact
from facilitate.domain.model import harmless
from facilitate.language import Words
from facilitate.tui.agreeing.fields import Asked, FormField, merged
from facilitate.tui.agreeing.reading import Values, WrongError
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Beside, Scroll
from facilitate.tui.widgets.entry import Entry
from facilitate.tui.widgets.lineinput import LineInput
from facilitate.tui.widgets.pick import Pick

Keep = Callable[[Fact], str | None]
"""Keeps a change; says why not, or nothing."""

WHY = "why"
LONGEST = 2_000


class Writing(Entry):
    """A text of several lines; up from its first line and down from its last one lead to the other fields."""

    def action_cursor_up(self, select: bool = False) -> None:
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)


class GridForm(Modal[bool]):
    """Enter goes on; F8, or Enter on the reason, keeps; Escape closes, and what was typed waits in `drafts`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.gridform.leave"),
        Binding("f8", "keep", show=False, priority=True, id="facilitate.gridform.keep"),
        Binding("up", "app.focus_previous", show=False, id="facilitate.gridform.up"),
        Binding("down", "app.focus_next", show=False, id="facilitate.gridform.down"),
        Binding("pageup", "roll(-1)", show=False, priority=True, id="facilitate.gridform.pageup"),
        Binding("pagedown", "roll(1)", show=False, priority=True, id="facilitate.gridform.pagedown"),
    ]
    CSS_PATH = "form.tcss"

    def __init__(
        self,
        asked: Asked,
        drafts: MutableMapping[str, Values],
        extended: Callable[[Values], Values],
        changed: Callable[[], str],
        keep: Keep,
        words: Words,
    ) -> None:
        """`extended` adds the empty lines behind lists; `changed` tells what others made of it meanwhile."""
        super().__init__()
        self._asked, self._drafts, self._words = asked, drafts, words
        self._extended, self._changed, self._keep = extended, changed, keep
        found = {**asked.begun, **drafts.get(asked.key, {})}
        self._waited = asked.key in drafts
        self.values = extended(found)
        self.fields: list[FormField] = []
        self._warned: Values | None = None

    def compose(self) -> ComposeResult:
        words = self._words
        with Vertical(id="gridform"):
            yield Label(self._asked.title, id="gridform-title", markup=False)
            with Scroll(id="gridform-body", can_focus=False):
                yield from self._lines()
            with Beside(id="gridform-why-line"):
                yield Label(words("agree.why"), markup=False)
                why = self.values.get(WHY, "")
                yield LineInput(why, words("agree.why_example"), WHY, enter=self.action_keep)
            yield Label(words("agree.form.waited") if self._waited else "", id="gridform-told", markup=False)
            with Beside(id="gridform-buttons"):
                yield Button(words("agree.form.keep"), id="gridform-keep", compact=True)
                yield Button(words("agree.form.later"), id="gridform-later", compact=True)
                yield Button(words("agree.form.drop"), id="gridform-drop", compact=True)

    def _lines(self) -> list[Widget]:
        self.fields = list(self._asked.fields(self.values))
        found: list[Widget] = []
        for place, field in enumerate(self.fields):
            classes = "gridform-head" if field.how == "head" else ""
            found.append(Label(field.label, classes=classes, markup=False))
            found += [self._line(place, field)] if field.how != "head" else []
        return found

    def _line(self, place: int, field: FormField) -> Widget:
        value, enter = self.values.get(field.name, ""), partial(self._enter, place)
        if field.how == "pick":
            return Pick(field.options, value, id=f"line-{place}")
        if field.how == "text":
            text = Writing(enter, id=f"line-{place}")
            text.put(value)
            return text
        return LineInput(value, field.example, f"line-{place}", enter=enter)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        first = next((n for n, each in enumerate(self.fields) if each.how == "text"), 0)
        self._go(first)

    # Going about.

    def _widget(self, place: int) -> Widget:
        return self.query_one(f"#line-{place}")

    def _go(self, place: int) -> None:
        """The cursor into that line, or the next that takes one; after the last the reason."""
        rest = (n for n in range(place, len(self.fields)) if self.fields[n].how != "head")
        here = next(rest, None)
        self.set_focus(self._widget(here) if here is not None else self.query_one(f"#{WHY}"))

    def _enter(self, place: int) -> None:
        self._go(place + 1)

    @on(Pick.Submitted)
    def _picked(self, event: Pick.Submitted) -> None:
        self._go(int((event.pick.id or "line-0").rpartition("-")[2]) + 1)

    def action_roll(self, by: int) -> None:
        body = self.query_one("#gridform-body", Scroll)
        (body.scroll_page_down if by > 0 else body.scroll_page_up)(animate=False)

    # What is typed.

    @on(Entry.Changed)
    @on(Input.Changed)
    def _typed(self) -> None:
        self._take_down()
        self._say("")

    def _take_down(self) -> None:
        """Have what stands in the lines, and set it aside: nothing is lost, whatever closes this."""
        for place, field in enumerate(self.fields):
            found = self.query(f"#line-{place}")
            if found:
                self.values[field.name] = _said(found.first())
        self.values[WHY] = self.query_one(f"#{WHY}", LineInput).value
        begun = {WHY: "", **self._extended(self._asked.begun)}
        own = {name: text for name, text in self.values.items() if begun.get(name, "") != text}
        if own:
            self._drafts[self._asked.key] = own
        else:
            self._drafts.pop(self._asked.key, None)

    def on_pick_chosen(self, event: Pick.Chosen) -> None:
        """Another kind or another scale has other lines; what was typed stays for when one comes back."""
        self._take_down()
        place = int((event.pick.id or "line-0").rpartition("-")[2])
        if self.fields[place].turns:
            self.values = self._extended(self.values)
            self.call_after_refresh(self._rebuild, self.fields[place].name)

    async def _rebuild(self, name: str) -> None:
        body = self.query_one("#gridform-body", Scroll)
        await body.remove_children()
        await body.mount_all(self._lines())
        self._go(next((n for n, each in enumerate(self.fields) if each.name == name), 0))

    def _say(self, text: str) -> None:
        self.query_one("#gridform-told", Label).update(text)

    # Keeping.

    @on(Button.Pressed, "#gridform-keep")
    def action_keep(self) -> None:
        self._take_down()
        why = harmless(self.values.get(WHY, ""))
        if self._asked.needs_why and not why:
            self._refuse(WHY, self._words("refused.reason_needed"))
            return
        long = next((name for name, text in self.values.items() if len(text) > LONGEST), None)
        if long is not None:
            self._refuse(long, self._words("ask.too_long", count=len(self.values[long]) - LONGEST))
            return
        now = self._asked.now()
        if now != self._asked.begun and self._warned != now:
            self._warned = dict(now or {})
            self._refuse("", self._words("agree.gone_meanwhile") if now is None else self._changed())
            return
        self._try(merged(now or self._asked.begun, self._asked.begun, self.values), why)

    def _try(self, values: Values, why: str) -> None:
        try:
            fact = self._asked.read(values, why)
        except WrongError as wrong:
            self._refuse(wrong.field, wrong.said(self._words))
            return
        refused = self._keep(fact)
        if refused is not None:
            self._refuse("", refused)
            return
        self._drafts.pop(self._asked.key, None)
        self.dismiss(True)

    def _refuse(self, field: str, why: str) -> None:
        """Say why not, with the cursor where it can be mended; everything typed stays."""
        place = next((n for n, each in enumerate(self.fields) if each.name == field), None)
        if field == WHY:
            self.set_focus(self.query_one(f"#{WHY}"))
        elif place is not None:
            self.set_focus(self._widget(place))
        self._say(why)

    @on(Button.Pressed, "#gridform-later")
    def action_leave(self) -> None:
        self._take_down()
        self.dismiss(False)

    @on(Button.Pressed, "#gridform-drop")
    def _forget(self) -> None:
        """Close, and forget what was typed."""
        self._drafts.pop(self._asked.key, None)
        self.dismiss(False)


def _said(widget: Widget) -> str:
    if isinstance(widget, Pick):
        return widget.chosen
    return widget.text if isinstance(widget, Entry) else widget.value if isinstance(widget, LineInput) else ""
