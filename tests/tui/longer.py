"""Sentences as long as the longest translation may be, and a look at a screen for what does not fit on it any more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from textual.widget import Widget
from textual.widgets import Button, Label, Static

from facilitate.language.catalog import find
from facilitate.tui.app import FacilitateApp
from facilitate.tui.keynames import key_read
from facilitate.tui.widgets.keys import KeyBar

MORE = 0.4
"""How much longer every sentence becomes."""

_WORD = re.compile(r"\{[^}]*\}|[^\W\d_]{2,}")


def longer(sentence: str) -> str:
    """The sentence with accented letters at the end of its words; its values stay."""
    owed = 0.0

    def stretched(found: re.Match[str]) -> str:
        nonlocal owed
        word = found[0]
        if word.startswith("{"):
            return word
        owed += len(word) * MORE
        whole = int(owed)
        owed -= whole
        return word + ("éàüô" * whole)[:whole]

    return _WORD.sub(stretched, sentence)


def find_longer(language: str, message: str, count: int | None) -> str | None:
    """What stands in for `find` of the catalogs."""
    found = find(language, message, count)
    return None if found is None else longer(found)


def painted(app: FacilitateApp) -> list[str]:
    """Every line of the screen, whole."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips(app.size)]


def broken(app: FacilitateApp) -> Iterator[str]:
    """What is wrong with the screen as it stands, a line for each fault."""
    lines = painted(app)
    for number, line in enumerate(lines):
        if cell_len(line) != app.size.width:
            yield f"line {number} has {cell_len(line)} cells: {line!r}"
    yield from _frames(lines)
    for widget in app.screen.walk_children(Widget):
        yield from _misplaced(app, widget)


def _frames(lines: list[str]) -> Iterator[str]:
    """Corners come in fours."""
    for number, line in enumerate(lines):
        for left, right, below in ("╭╮╰", "┏┓┗"):
            for place in (each.start() for each in re.finditer(f"{left}[─━]{{4}}", line)):
                if right not in line[place:]:
                    yield f"line {number}: a frame is open at its side: {line!r}"
                if not any(place < len(under) and under[place] == below for under in lines[number:]):
                    yield f"line {number}: a frame is open below: {line!r}"


def _misplaced(app: FacilitateApp, widget: Widget) -> Iterator[str]:
    if not widget.is_attached or not all(
        each.display for each in widget.ancestors_with_self if isinstance(each, Widget)
    ):
        return
    said = _said(widget)
    if not said.strip() or _scrolls(widget):
        return
    name = f"{type(widget).__name__}#{widget.id or ''} {said[:60]!r}"
    region, room = widget.region, app.screen.region
    if region.area == 0:
        yield f"{name} has no room"
    elif not room.contains_region(region):
        yield f"{name} stands outside: {region}"
    elif app.screen.find_widget(widget).clip.intersection(region) != region:
        yield f"{name} is cut off: {region}"
    elif isinstance(widget, KeyBar):
        last = widget._there[-1]
        if f"{key_read(last, widget.words)} {widget._called(last)}" not in "\n".join(painted(app)):
            yield f"{name} does not show its last key"
    elif isinstance(widget, Button | Label | Static):
        yield from _cut(widget, name)


def _cut(widget: Widget, name: str) -> Iterator[str]:
    """A text that needs more lines, or a button more columns, than there are."""
    width, height = widget.content_size
    if isinstance(widget, Button):
        if cell_len(str(widget.label)) > width:
            yield f"{name} shows {width} cells"
        return
    needed = widget.get_content_height(widget.screen.size, widget.screen.size, max(1, width))
    one_line = widget.styles.text_wrap == "nowrap" or height == needed == 1
    if needed > height:
        yield f"{name} needs {needed} lines and has {height}"
    elif one_line and widget.styles.text_overflow != "ellipsis" and _widest(widget) > width:
        yield f"{name} is cut at {width} cells"


def _widest(widget: Widget) -> int:
    return max(map(cell_len, _said(widget).splitlines()))


def _said(widget: Widget) -> str:
    if isinstance(widget, Button):
        return str(widget.label)
    if isinstance(widget, KeyBar | Label | Static):
        return str(widget.render())
    return ""


def _scrolls(widget: Widget) -> bool:
    """Whether it stands in something that can be moved to show it."""
    around = (each for each in widget.ancestors if isinstance(each, Widget))
    return any(each.max_scroll_y > 0 and each.styles.overflow_y != "hidden" for each in around)
