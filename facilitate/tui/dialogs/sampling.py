"""Ticks what was seen in each interval: a key or a tap for every code, and the clock of the interval above."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, NamedTuple

from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from facilitate.language import Words
from facilitate.tui.layouts import ARABIC_LAYOUT, digit_pressed

KEYS = "1234567890acdefghijklmnopqrstuvwxyz"
"""The keys of the codes, in their order: while somebody samples, the whole keyboard is for them. No b: on an Arabic
keyboard it sends the letters of two other keys."""
_LATIN = {arabic: latin for latin, arabic in ARABIC_LAYOUT.items()}

BEGINS_MS = 4_000
"""For so long a new interval says that it has begun."""
REPAINT_SECONDS = 0.5
TWO_COLUMNS = 70
"""Cells from which the codes stand in two columns."""


class Code(NamedTuple):
    """Something that can be seen, with its words."""

    id: str
    label: str


class Look(NamedTuple):
    """What there is to see now: the interval that runs (none before the meeting begins), and every mark, `None` where
    the interval was missed. `why` says why nothing can be marked."""

    number: int
    since_ms: int
    left_ms: int
    marks: Mapping[int, tuple[str, ...] | None]
    paused: bool = False
    why: str = ""


class Sampling(ModalScreen[None]):
    """Every tick is kept at once. The interval in view is the one that runs, unless the person went back to another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", show=False, id="facilitate.sampling.leave"),
        Binding("left", "turn(-1)", show=False, id="facilitate.sampling.before"),
        Binding("right", "turn(1)", show=False, id="facilitate.sampling.after"),
        Binding("space", "nothing", show=False, id="facilitate.sampling.nothing"),
    ]
    CSS_PATH = "sampling.tcss"

    def __init__(
        self,
        title: str,
        codes: tuple[Code, ...],
        look: Callable[[], Look],
        mark: Callable[[int, tuple[str, ...]], None],
        words: Words,
    ) -> None:
        """`mark` keeps what was seen in an interval; `look` is asked again and again."""
        super().__init__()
        self._title, self._codes, self._look, self._mark, self._words = title, codes, look, mark, words
        self._back: int | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sampling", can_focus=False):
            yield Static(self._title, id="sampling-head", markup=False)
            yield Static(id="sampling-clock")
            yield Static(id="sampling-codes")
            yield Static(self._ways(), id="sampling-ways")
            yield Static(self._words("sampling.keys"), id="sampling-keys", markup=False)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.set_interval(REPAINT_SECONDS, self.draw)
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    # Drawing.

    @property
    def in_view(self) -> int:
        """The interval that a key is about."""
        now = self._look().number
        return min(self._back, now) if self._back is not None else now

    def draw(self) -> None:
        """The clock, and every code with its key."""
        if not self.is_mounted:
            return
        look = self._look()
        self.query_one("#sampling-clock", Static).update(self._clock(look))
        self.query_one("#sampling-codes", Static).update(self._table(look))

    def _clock(self, look: Look) -> Text:
        words, here = self._words, self.in_view
        if look.why:
            return Text(look.why)
        lines = [words("sampling.interval", number=words.number(here))]
        if here == look.number:
            lines.append(words("sampling.left", time=words.clock(look.left_ms)))
            lines += [words("sampling.paused")] if look.paused else []
        else:
            lines.append(words("sampling.earlier", now=words.number(look.number)))
        lines.append(self._standing(look, here))
        begins = here == look.number and look.since_ms < BEGINS_MS
        return Text(" · ".join(lines), Style(reverse=begins))

    def _standing(self, look: Look, here: int) -> str:
        """What stands in the interval in view."""
        if here not in look.marks:
            return self._words("sampling.unmarked")
        found = look.marks[here]
        if found is None:
            return self._words("sampling.missed")
        return self._words("sampling.ticked", count=len(found)) if found else self._words("sampling.nothing")

    def _table(self, look: Look) -> Table:
        ticked = look.marks.get(self.in_view) or ()
        rows = [self._row(key, code, code.id in ticked) for key, code in zip(KEYS, self._codes, strict=False)]
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
        ways = (("turn(-1)", " ← "), ("turn(1)", " → "), ("nothing", self._words("sampling.nothing")), ("leave", " ⏎ "))
        places = [Text(f" {said} ", Style(reverse=True, meta={"@click": f"screen.{act}"})) for act, said in ways]
        return Text("   ").join(places)

    def _row(self, key: str, code: Code, ticked: bool) -> Text:
        tap = {"@click": f"screen.tick({code.id!r})"}
        text = Text(f" {key} ", Style(reverse=True, bold=True, meta=tap), no_wrap=True, overflow="ellipsis")
        return text.append(f" {'✓' if ticked else '·'} {code.label}", Style(bold=ticked, reverse=False, meta=tap))

    # Keys and taps.

    def on_key(self, event: events.Key) -> None:
        character, digit = (event.character or "").lower(), digit_pressed(event.character)
        key = str(digit) if digit is not None else _LATIN.get(character, character)
        place = KEYS.find(key) if len(key) == 1 else -1
        if 0 <= place < len(self._codes):
            event.stop()
            self.action_tick(self._codes[place].id)

    def action_tick(self, code: str) -> None:
        """Tick a code in the interval in view, or take the tick away."""
        look, here = self._look(), self.in_view
        if look.why:
            return
        before = look.marks.get(here) or ()
        ticked = {*before} ^ {code}
        self._mark(here, tuple(each.id for each in self._codes if each.id in ticked))
        self.draw()

    def action_nothing(self) -> None:
        """Somebody looked, and nothing of all this was seen."""
        if not self._look().why:
            self._mark(self.in_view, ())
            self.draw()

    def action_turn(self, by: int) -> None:
        """To the interval before or after; the one that runs goes on by itself."""
        now, goal = self._look().number, self.in_view + by
        self._back = None if goal >= now else max(1, goal)
        self.draw()

    def action_leave(self) -> None:
        self.dismiss(None)
