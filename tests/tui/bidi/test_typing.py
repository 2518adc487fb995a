"""Arabic typed into fields: arrows go by sight, and what deletes deletes what was typed before or behind."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

import pytest
from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.widgets import Input, TextArea

from facilitate.tui.widgets.entry import Entry
from facilitate.tui.widgets.lineinput import LineInput


class Fields(App[None]):
    """A line and a text, both read from the right."""

    def compose(self) -> ComposeResult:
        yield LineInput()
        yield Entry(lambda: None)

    def filters_for(self, typed: str) -> tuple[int, Sequence[LineFilter]]:
        return 1, ()


def after(keys: Iterable[str]) -> set[str]:
    """What stands in a field after these keys; the same in both, where all is well."""

    async def walk() -> set[str]:
        app = Fields()
        async with app.run_test(size=(40, 10)) as pilot:
            for kind in (LineInput, Entry):
                app.query_one(kind).focus()
                await pilot.press(*keys)
            return {app.query_one(Input).value, app.query_one(TextArea).text}

    return asyncio.run(walk())


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["backspace"], "باب كبي"),
        (["right", "right", "backspace"], "باب كير"),
        (["right", "right", "delete"], "باب كبر"),
        (["right", "right", "shift+right", "backspace"], "باب كير"),
        (["shift+right", "shift+right", "left", "backspace"], "باب كبي"),
        (["ctrl+right", "x"], "باب xكبير"),
        (["home", "ctrl+left", "ctrl+left", "x"], "باب كبيرx"),
        (["right", "ctrl+w"], "باب ر"),
    ],
)
def test_arrows_go_by_sight_and_backspace_takes_the_letter_typed_before(keys: list[str], left: str) -> None:
    assert after([*"باب كبير", *keys]) == {left}
