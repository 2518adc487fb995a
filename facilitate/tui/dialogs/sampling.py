"""Ticks what was seen in each interval, or at each sign: a key or a tap for every code, and the clock above."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from facilitate.language import Words
from facilitate.tui.dialogs.look import Acts, Code, Look, Sampled
from facilitate.tui.layouts import ARABIC_LAYOUT, digit_pressed
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Scroll

KEYS = "1234567890acdefghijklmnopqrstuvwxyz"
"""The keys of the codes, in their order: while somebody samples, the whole keyboard is for them. No b: on an Arabic
keyboard it sends the letters of two other keys."""
_LATIN = {arabic: latin for latin, arabic in ARABIC_LAYOUT.items()}
_AZERTY = {"-": "6", "_": "8"}
"""What two of the digit keys send on AZERTY without Shift: here they mean nothing else."""

REPAINT_SECONDS = 0.5
LINGER_MS = 5_000
"""For so long after a tick in an earlier interval the page stays there, although the next one has begun."""
FRAME_ROWS, LEAST_ROWS = 2, 3
TWO_COLUMNS = 70
"""Cells from which the codes stand in two columns."""


class Sampling(Modal[None]):
    """Every tick is kept at once. The interval in view is the one that runs, unless the person went back to another.

    What is taken back here is what was done here: nobody sees the grid behind.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", show=False, id="facilitate.sampling.leave"),
        Binding("left", "turn(-1)", show=False, id="facilitate.sampling.before"),
        Binding("right", "turn(1)", show=False, id="facilitate.sampling.after"),
        Binding("up", "roll(-1)", show=False, id="facilitate.sampling.up"),
        Binding("down", "roll(1)", show=False, id="facilitate.sampling.down"),
        Binding("pageup", "roll(-8)", show=False, id="facilitate.sampling.page_up"),
        Binding("pagedown", "roll(8)", show=False, id="facilitate.sampling.page_down"),
        Binding("question_mark,؟,f1", "explain", show=False, id="facilitate.sampling.help"),
        Binding("space", "nothing", show=False, id="facilitate.sampling.nothing"),
        Binding("backspace", "undo", show=False, id="facilitate.sampling.undo"),
        Binding("plus,equals_sign", "redo", show=False, id="facilitate.sampling.redo"),
    ]
    CSS_PATH = "sampling.tcss"

    def __init__(self, sampled: Sampled, acts: Acts, words: Words, name: str | None = None) -> None:
        super().__init__(name)
        self._sampled, self._acts, self._words = sampled, acts, words
        self._back: int | None = None
        self._done = self._taken = 0
        self._ran, self._told = 0, ""
        self._ticked: int | None = None
        self._empty: set[int] = set()  # somebody said of these that nothing was seen, before they ticked

    def compose(self) -> ComposeResult:
        with Vertical(id="sampling"):
            yield Static(self._sampled.title, id="sampling-head", markup=False)
            yield Static(id="sampling-clock")
            yield Static(id="sampling-told", markup=False)
            with Scroll(id="sampling-list", can_focus=False):
                yield Static(id="sampling-codes")
            yield Static(self._ways(), id="sampling-ways")
            yield Static(self._words(f"{self._kind}.keys"), id="sampling-keys", markup=False)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.set_interval(REPAINT_SECONDS, self.draw)
        self._tell("")
        self.draw()

        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        self.draw()

    def _fit(self) -> None:
        """The codes have the rows that the clock, the keys and the frame leave; they scroll where these are few."""
        others = ("head", "clock", "told", "ways", "keys")
        lines = [self.query_one(f"#sampling-{each}") for each in others]
        taken = FRAME_ROWS + sum(each.outer_size.height for each in lines if each.display)
        self.query_one("#sampling-list").styles.max_height = max(LEAST_ROWS, self.size.height - taken)

    @property
    def _kind(self) -> str:
        return self._sampled.kind

    def _tell(self, text: str) -> None:
        """One line in place, until the next key."""
        told = self.query_one("#sampling-told", Static)
        self._told = text
        told.display = bool(text)
        told.update(text)
        self.call_after_refresh(self._fit)

    # Drawing.

    @property
    def in_view(self) -> int:
        """The interval that a key is about."""
        now = self._acts.look().number
        return min(self._back, now) if self._back is not None else now

    def draw(self) -> None:
        """The clock, and every code with its key."""
        if not self.is_mounted:
            return
        look = self._acts.look()
        self._come_back(look)
        self.query_one("#sampling-clock", Static).update(self._clock(look))
        self.query_one("#sampling-codes", Static).update(self._table(look))
        self.call_after_refresh(self._fit)

    def _come_back(self, look: Look) -> None:
        """When the next interval begins it comes into view, but not while somebody ticks in an earlier one."""
        ticking = self._ticked is not None and look.at - self._ticked < LINGER_MS
        if self._back is None or look.number <= self._ran or ticking:
            return
        self._back = None
        self._tell(self._words(f"{self._kind}.comes_back", number=self._words.number(look.number)))

    def _clock(self, look: Look) -> Text:
        words, here = self._words, self.in_view
        if look.why:
            return Text(look.why)
        lines = [self._words(f"{self._kind}.interval", number=words.number(here)), self._acts.span(here)]
        if here != look.number:
            lines.append(self._words(f"{self._kind}.earlier", now=words.number(look.number)))
        elif look.closed:
            lines.append(words("sampling.closed"))
        else:
            lines += list(self._time(look))
        lines.append(self._standing(look, here))
        return Text(" · ".join(lines), Style(reverse=here == look.number and look.fresh))

    def _time(self, look: Look) -> tuple[str, ...]:
        """How far the interval is; of a moment, that it is now, or how long ago it was."""
        words = self._words
        left = self._words(f"{self._kind}.left", time=words.clock(look.left_ms))
        paused = (words("sampling.paused"),) if look.paused else ()
        if not self._sampled.momentary:
            return (left, *paused)
        if look.fresh:
            return (words("snapshot.look"),)
        return (words("snapshot.was", time=words.clock(look.since_ms)), left, *paused)

    def _standing(self, look: Look, here: int) -> str:
        """What stands in the interval in view."""
        if here not in look.marks:
            return self._words(f"{self._kind}.unmarked")
        found = look.marks[here]
        if found is None:
            return self._words(f"{self._kind}.missed")
        return self._words("sampling.ticked", count=len(found)) if found else self._words(f"{self._kind}.nothing")

    def _table(self, look: Look) -> Table:
        ticked, codes = look.marks.get(self.in_view) or (), self._sampled.codes
        rows = [self._row(key, code, code.id in ticked) for key, code in zip(KEYS, codes, strict=False)]
        columns = 2 if self.size.width >= TWO_COLUMNS else 1
        table = Table.grid(expand=True, padding=(0, 1))
        for _ in range(columns):
            table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
        half = -(-len(rows) // columns)
        for place in range(half):
            table.add_row(*(rows[each] if each < len(rows) else Text() for each in range(place, len(rows), half)))
        return table

    def _ways(self) -> Text:
        """What can be tapped besides the codes."""
        turns = (("turn(-1)", "←"), ("turn(1)", "→"))
        ways = (
            *turns,
            ("nothing", self._words(f"{self._kind}.nothing")),
            ("undo", "⌫"),
            ("redo", "+"),
            ("leave", "⏎"),
        )
        places = [Text(f" {said} ", Style(reverse=True, meta={"@click": f"screen.{act}"})) for act, said in ways]
        return Text(" ").join(places)

    def _row(self, key: str, code: Code, ticked: bool) -> Text:
        tap = {"@click": f"screen.tick({code.id!r})"}
        text = Text(f" {key} ", Style(reverse=True, bold=True, meta=tap), no_wrap=True, overflow="ellipsis")
        return text.append(f" {'✓' if ticked else '·'} {code.label}", Style(bold=ticked, reverse=False, meta=tap))

    # Keys and taps.

    def on_key(self, event: events.Key) -> None:
        character, digit = (event.character or "").lower(), digit_pressed(event.character)
        key = str(digit) if digit is not None else _LATIN.get(character, _AZERTY.get(character, character))
        place = KEYS.find(key) if len(key) == 1 else -1
        if 0 <= place < len(self._sampled.codes):
            event.stop()
            self.action_tick(self._sampled.codes[place].id)
        elif key == "u":  # on the grid it takes back
            event.stop()
            self._tell(self._words("sampling.u"))

    def action_tick(self, code: str) -> None:
        """Tick a code in the interval in view, or take the tick away; where there can be one only, it replaces.

        Without its last tick the interval is as it was before the first one: not marked, or looked at and empty.
        """
        look, here, most = self._acts.look(), self.in_view, self._sampled.at_most
        if self._acts.twice(f"{here} {code}"):
            self._tell(self._words("sampling.twice"))
            return
        ticked = {*(look.marks.get(here) or ())} ^ {code}
        if most == 1:
            ticked &= {code}
        if most is not None and len(ticked) > most:
            self._tell(self._words("sampling.at_most", count=most))
            return
        if look.marks.get(here) == ():
            self._empty.add(here)
        seen = tuple(each.id for each in self._sampled.codes if each.id in ticked)
        self._keep(look, here, seen if seen or here in self._empty else None)

    def action_nothing(self) -> None:
        """Somebody looked, and nothing of all this was seen."""
        self._empty.add(self.in_view)
        self._keep(self._acts.look(), self.in_view, ())

    def _keep(self, look: Look, here: int, seen: tuple[str, ...] | None) -> None:
        self._tell("")
        if not look.why and self._acts.mark(here, seen):
            self._done, self._taken = self._done + 1, 0
            self._ticked = look.at
        self.draw()

    def action_undo(self) -> None:
        if not self._done:
            self._tell(self._words("sampling.no_undo"))
            return
        self._done, self._taken = self._done - 1, self._taken + 1
        self._tell("")
        self._acts.undo()

    def action_redo(self) -> None:
        if not self._taken:
            self._tell(self._words("sampling.no_redo"))
            return
        self._done, self._taken = self._done + 1, self._taken - 1
        self._tell("")
        self._acts.redo()

    def action_turn(self, by: int) -> None:
        """To the interval before or after; the one that runs goes on by itself."""
        now, goal = self._acts.look().number, self.in_view + by
        self._ran, self._ticked = now, None
        self._back = None if goal >= now else max(1, goal)
        self._tell("")
        self.draw()

    def action_roll(self, by: int) -> None:
        """Codes that have no room come into view."""
        self.query_one("#sampling-list").scroll_relative(y=by, animate=False)

    def action_explain(self) -> None:
        """What there is to know, in place, until the next key; the same key takes it away."""
        text = self._words(f"{self._kind}.explained")
        self._tell("" if self._told == text else text)

    def action_leave(self) -> None:
        self.dismiss(None)
