"""Deleting and moving in the fields: arrows go by sight, deleting goes by what was typed, in any script."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.widgets import Input

from facilitate.tui.bidi.caret import side
from facilitate.tui.widgets.entry import Entry
from facilitate.tui.widgets.lineinput import LineInput


class Fields(App[None]):
    """Both kinds of fields on a page that is read from the right."""

    def compose(self) -> ComposeResult:
        yield Entry(lambda: None)
        yield LineInput()

    def filters_for(self, typed: str) -> tuple[int, Sequence[LineFilter]]:
        return side(typed, 1), ()


def typed(text: str, keys: str, kind: type[Entry] | type[LineInput]) -> tuple[str, str]:
    """What stands before and behind the caret, once these keys were pressed behind a text."""

    async def walk() -> tuple[str, str]:
        app = Fields()
        async with app.run_test() as pilot:
            field = app.query_one(kind)
            field.focus()
            field.post_message(events.Paste(text))
            await pilot.pause()
            await pilot.press(*keys.split())
            if isinstance(field, Input):
                return field.value[: field.cursor_position], field.value[field.cursor_position :]
            row, column = field.cursor_location
            lines = [str(line) for line in field.document.lines]
            before = "\n".join([*lines[:row], lines[row][:column]])
            return before, field.text[len(before) :]

    return asyncio.run(walk())


@pytest.mark.parametrize("kind", [Entry, LineInput])
@pytest.mark.parametrize(
    ("text", "keys", "left"),
    [
        ("نعم", "backspace", ("نع", "")),
        ("نعم", "home delete", ("", "عم")),
        ("نعم abc", "backspace", ("نعم ab", "")),
        ("abc نعم", "backspace backspace", ("abc ن", "")),
        ("نعم لا", "right right backspace", ("نعم", "لا")),
        ("بَّ", "backspace", ("بَ", "")),
        ("نعم لا", "ctrl+right", ("نعم ", "لا")),
        ("نعم لا", "home ctrl+left ctrl+right", ("", "نعم لا")),
        ("أمينة 👨\u200d👩\u200d👧", "backspace", ("أمينة ", "")),
        ("❤\ufe0f نعم", "home delete", ("", " نعم")),
    ],
)
def test_what_was_typed_last_is_deleted_first(
    kind: type[Entry] | type[LineInput], text: str, keys: str, left: tuple[str, str]
) -> None:
    assert typed(text, keys, kind) == left


def test_at_the_beginning_of_a_line_the_break_before_it_is_deleted() -> None:
    assert typed("نعم\nلا", "home backspace", Entry) == ("نعم", "لا")
    assert typed("نعم\nلا", "up end delete", Entry) == ("نعم", "لا")
