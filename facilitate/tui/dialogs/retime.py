"""Offers new minutes for the steps to come, so that the meeting ends as announced: accept, edit or refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Click
from textual.widgets import Label, Static

from facilitate.analysis.retiming import MOST_MINUTES, Proposal, Row, why_not
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events.preparing import Retimed
from facilitate.domain.model import harmless
from facilitate.language import Words
from facilitate.tui import commands, retiming
from facilitate.tui.intents import bound
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Beside
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.lineinput import LineInput
from facilitate.tui.widgets.minutes import MinutesTable

LONGEST = 1_000
"""Letters of a reason."""

Look = Callable[[Mapping[str, int]], Proposal]
"""What becomes of the end with these minutes, as the meeting stands now."""

Check = Callable[[Retimed], Refused | None]
"""Why the minutes cannot be kept, if so."""


class Retime(Modal[Retimed | None]):
    """Arrows choose a step and change its minutes, digits set them; others may go on with the meeting meanwhile."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(commands.RETIMING),
        Binding("up", "other(-1)", show=False, id="facilitate.retime.up"),
        Binding("down", "other(1)", show=False, id="facilitate.retime.down"),
        Binding("minus,left", "by(-1)", show=False, id="facilitate.retime.less"),
        Binding("plus,equals_sign,right", "by(1)", show=False, id="facilitate.retime.more"),
        Binding("backspace", "erase", show=False, id="facilitate.retime.erase"),
        *(
            Binding(f"{digit},{arabic}", f"digit({digit})", show=False, id=f"facilitate.retime.{digit}")
            for digit, arabic in enumerate("٠١٢٣٤٥٦٧٨٩")
        ),
    ]
    CSS_PATH = "retime.tcss"
    AUTO_FOCUS = ""

    def __init__(self, proposal: Proposal, titles: Mapping[str, str], look: Look, check: Check, words: Words) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
        self._titles, self._words, self._look, self._check = titles, words, look, check
        self._proposed = {row.step: row.proposed for row in proposal.rows}
        self._minutes = dict(self._proposed)
        self._steps = tuple(self._proposed)
        self._here, self._typed, self._agreed = 0, "", False
        self._why: Refused | None = None
        self._height = 0

    def compose(self) -> ComposeResult:
        words = self._words
        with Vertical(id="retime"):
            yield Label(words("retime.title"), id="retime-title", markup=False)
            yield Static(id="retime-ends", markup=False)
            yield Static(id="retime-after", markup=False)
            yield MinutesTable()
            yield Static(id="retime-note", markup=False)
            yield Static(id="retime-agreed", markup=False)
            with Beside(id="retime-why"):
                yield Label(words("retime.reason"), markup=False)
                yield LineInput(placeholder=words("retime.reason_example"), enter=self.action_accept)
            yield KeyBar(commands.RETIMING, words)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.set_interval(1.0, self.draw)
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self.draw()
        self.call_after_refresh(self._show_here)

    def _measure(self) -> None:
        """As high as its lines need; in a small window the table scrolls."""
        if not self.is_attached:
            return
        box, table = self.query_one("#retime"), self.query_one(MinutesTable)
        others = sum(each.outer_size.height for each in box.children if each is not table)
        height = min(self.size.height, others + max(2, len(self._steps) + 1) + 2)  # its head, its border
        if height != self._height:
            self._height, box.styles.height = height, height

    # Drawing.

    def draw(self) -> None:
        """Draw it as the meeting stands now; what is being edited stays as it is."""
        if not self.is_attached:
            return
        now, why, words = self._look(self._minutes), self._why, self._words
        self.query_one("#retime-ends", Static).update(retiming.ends(now, words))
        self.query_one("#retime-after", Static).update(retiming.end_after(now, words))
        typed = (self._steps[self._here], self._typed) if self._pending else ("", "")
        lines = retiming.lines(now, self._titles, self._minutes, typed, words)
        self.query_one(MinutesTable).show(retiming.head(words), lines, self._here)
        note = words(why.message, **why.values) if why else retiming.state(now, words)
        self.query_one("#retime-note", Static).update(note)
        agreed = words("retime.agreed" if self._agreed else "retime.not_agreed")
        tap = Style(meta={"@click": "screen.agree"}, reverse=self._agreed)
        self.query_one("#retime-agreed", Static).update(Text(agreed, tap, no_wrap=True))
        self.call_after_refresh(self._measure)

    def _show_here(self) -> None:
        if self.is_attached:
            self.query_one(MinutesTable).keep_in_sight(self._here)

    # Editing.

    def _edited(self, why: Refused | None = None) -> None:
        """Something was done here: say why it was not possible, or nothing."""
        self._why = why
        self.draw()

    def _row(self) -> Row | None:
        """The chosen step as it stands now; nothing where it has gone by."""
        rows = self._look(self._minutes).rows
        return next((row for row in rows if row.step in self._steps[self._here : self._here + 1]), None)

    def _set(self, minutes: int) -> Refused | None:
        """Give the chosen step these minutes, or say why not."""
        row = self._row()
        if row is None:
            return refuse("retime.passed", step=self._steps[self._here]) if self._steps else None
        why = why_not(row, minutes)
        if why is None:
            self._minutes[row.step] = minutes
        return why

    def action_other(self, by: int) -> None:
        self.set_focus(None)
        self.action_choose(max(0, min(len(self._steps) - 1, self._here + by)))

    def action_choose(self, place: int) -> None:
        self._here, self._typed = place, ""
        self._edited()
        self._show_here()

    def action_by(self, minutes: int) -> None:
        self._typed = ""
        if self._steps:
            self._edited(self._set(self._minutes[self._steps[self._here]] + minutes))

    def action_take(self, place: int) -> None:
        self.action_choose(place)
        self.action_by(-1)

    def action_give(self, place: int) -> None:
        self.action_choose(place)
        self.action_by(1)

    def action_digit(self, digit: int) -> None:
        self._type(f"{self._typed}{digit}")

    def action_erase(self) -> None:
        self._type(self._typed[:-1])

    @property
    def _pending(self) -> bool:
        """Whether digits stand there that are no possible number of minutes, or not yet."""
        return bool(self._typed) and int(self._typed) != self._minutes[self._steps[self._here]]

    def _type(self, digits: str) -> None:
        """Take the number as soon as it is possible; what is still too small may be the beginning of one."""
        row = self._row()
        if row is None or not digits:
            self._typed = ""
            self._edited(self._set(0) if row is None else None)
            return
        number = int(digits)
        why = self._set(number)
        if number <= MOST_MINUTES and not row.protected:
            self._typed = str(number)
        begun = len(digits) == 1 and number * 10 + 9 >= row.floor and not row.protected
        self._edited(None if begun else why)

    def action_put_back(self) -> None:
        self._minutes, self._typed = dict(self._proposed), ""
        self._edited()

    def action_agree(self) -> None:
        self._agreed = not self._agreed
        self._edited()

    def action_why(self) -> None:
        """To the line for the reason, and back."""
        reason = self.query_one(LineInput)
        self.set_focus(None if reason.has_focus else reason)

    # Leaving.

    def action_accept(self) -> None:
        """Keep what was changed; whatever is against it is said here, and nothing that was typed is lost."""
        changed = self._look(self._minutes).changed
        reason = harmless(self.query_one(LineInput).value)[:LONGEST]
        if self._pending:
            self._edited(self._set(int(self._typed)))
        elif changed:
            retimed = Retimed(minutes=changed, reason=reason, agreed=self._agreed)
            why = self._check(retimed)
            if why is None:
                self.dismiss(retimed)
            else:
                self._edited(why)
        elif reason or self._agreed or self._minutes != self._proposed:
            self._edited(refuse("retime.unchanged"))
        else:
            self.dismiss(None)

    def action_refuse(self) -> None:
        """From the line for the reason back to the minutes; from there out, with everything as it was."""
        if self.query_one(LineInput).has_focus:
            self.set_focus(None)
        else:
            self.dismiss(None)

    def on_click(self, event: Click) -> None:
        """A tap beside the line for the reason goes back to the minutes."""
        if not isinstance(event.widget, LineInput):
            self.set_focus(None)
