"""Keys: the bars on every page, ids that a person can put elsewhere, and the settings that do so."""

from __future__ import annotations

import asyncio
import inspect
import pkgutil
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import facilitate.tui
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.running import TurnQueued
from facilitate.domain.people import Group
from facilitate.kits.settings import Settings, read_settings, write_settings
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui import commands
from facilitate.tui.app import FacilitateApp
from facilitate.tui.console.marks import marks
from facilitate.tui.intents import Intent
from facilitate.tui.keymap import Keymap, read_keymap
from facilitate.tui.layouts import bound_keys, digit_pressed
from facilitate.tui.rooms import intents_of_screens
from facilitate.tui.seat import PAGES
from facilitate.tui.widgets.keys import GAP, KeyBar, rows_of
from facilitate.tui.widgets.pagebar import PageBar
from tests.making import small_room
from tests.tui.sitting import NARROW, NORMAL, WIDE, app_for, lines_of, made, settled, until


def test_digit_keys_need_no_shift_on_a_french_keyboard() -> None:
    assert [digit_pressed(each) for each in "&é\"'(èçà"] == [1, 2, 3, 4, 5, 7, 9, 0]
    assert [digit_pressed(each) for each in ("٣", "3", "-", "_", "a", None)] == [3, 3, None, None, None, None]
    assert bound_keys(commands.NEED.keys).split(",") == ["1", "ampersand", "١"]


# The bars.


@given(st.lists(st.integers(2, 20), min_size=1, max_size=20), st.integers(44, 160), st.integers(1, 3))
def test_pieces_stand_whole_in_their_rows_in_order_and_the_last_always(widths: list[int], room: int, most: int) -> None:
    rows = rows_of(widths, room, most)
    assert len(rows) <= most
    assert all(sum(widths[place] + GAP for place in row) - GAP <= room for row in rows)
    places = [place for row in rows for place in row]
    assert places[:-1] == list(range(len(places) - 1))
    assert places[-1] == len(widths) - 1


def on_page(app: FacilitateApp, name: str) -> bool:
    return getattr(app.screen, "PAGE", "") == name


@pytest.mark.parametrize("size", [NARROW, NORMAL, WIDE])
@pytest.mark.parametrize("language", CODES)
def test_on_every_page_the_bars_are_whole_and_help_is_in_sight(
    tmp_path: Path, size: tuple[int, int], language: Code
) -> None:
    file = made(tmp_path / "bars.meeting")

    async def walk() -> None:
        app = app_for(file, "mona", language)
        async with app.run_test(size=size) as pilot:
            help_, step = Words(language)("key.help"), Words(language)("key.step")
            for name, page in zip(PAGES, commands.PAGES, strict=True):
                await pilot.press(page.keys[0])
                await until(pilot, partial(on_page, app, name))
                await until(pilot, lambda: any(help_ in line for line in lines_of(app)[-3:]))
                bar, pages = app.screen.query_one(KeyBar), app.screen.query_one(PageBar)
                assert bar.size.height <= (3 if size == NARROW else 2), name
                assert f"? {help_}" in str(bar.render()).splitlines()[-1]
                assert pages.render().cell_len <= pages.size.width
                assert (step in lines_of(app)[1]) == (name == "step" or size != NARROW), "names where there is room"

    asyncio.run(walk())


def test_a_tap_on_a_bar_does_what_its_key_does(tmp_path: Path) -> None:
    file = made(tmp_path / "taps.meeting")

    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            await until(pilot, lambda: any("? Help" in line for line in lines_of(app)))
            row = next(number for number, line in enumerate(lines_of(app)) if "n Next" in line)
            await pilot.click(offset=(lines_of(app)[row].index("Next") + 1, row))
            await until(pilot, lambda: app.session and app.session.kept.current)
            await pilot.click(offset=(lines_of(app)[1].index("Groups") + 1, 1))
            await until(pilot, lambda: getattr(app.screen, "PAGE", "") == "groups")
            row = next(number for number, line in enumerate(lines_of(app)) if "? Help" in line)
            await pilot.click(offset=(lines_of(app)[row].index("? Help") + 3, row))
            await until(pilot, lambda: type(app.screen).__name__ == "Help")

    asyncio.run(walk())


def test_a_page_on_which_something_waits_has_a_mark() -> None:
    room = small_room()
    assert set(marks(room.meeting, Words()).values()) == {""}
    room.next("mona")
    for number, sex in enumerate(("women", "men")):
        room.do("tim", TurnQueued(turn=f"q{number}", who=Spoke(group=Group(sex=sex))))
    room.do("nora", Captured(capture="a", what=CaptureKind.ACTION, text="write", owner="nora"))
    assert marks(room.meeting, Words()) == {"floor": "•2", "closing": "!"}


# Ids.


def bindings_of_our_own() -> Iterator[tuple[type[DOMNode], Binding]]:
    """Every binding that a class of the screens declares."""
    names = [each.name for each in pkgutil.walk_packages(facilitate.tui.__path__, "facilitate.tui.")]
    for module in map(import_module, names):
        for _, found in inspect.getmembers(module, inspect.isclass):
            if found.__module__ == module.__name__ and issubclass(found, DOMNode):
                theirs = [each for base in found.__mro__ for each in _of_textual(base)]
                for each in found.__dict__.get("BINDINGS", ()):
                    assert isinstance(each, Binding), f"{found.__name__}: {each} has no id"
                    if each not in theirs:  # what moves in a text that is being written
                        yield found, each


def _of_textual(base: type) -> list[object]:
    return list(base.__dict__.get("BINDINGS", ())) if base.__module__.startswith("textual") else []


def test_every_binding_has_an_id_of_its_own() -> None:
    ids: dict[type[DOMNode], list[str | None]] = {}
    for found, binding in bindings_of_our_own():
        assert (binding.id or "").startswith("facilitate."), (found.__name__, binding.key)
        ids.setdefault(found, []).append(binding.id)
    assert sum(issubclass(each, Screen) for each in ids) > 12
    for found, own in ids.items():
        assert len(own) == len(set(own)), found.__name__


def test_an_id_means_the_same_act_everywhere() -> None:
    acts: dict[str, set[str]] = {}
    for _, binding in bindings_of_our_own():
        acts.setdefault(binding.id or "", set()).add(binding.action)
    assert {name: found for name, found in acts.items() if len(found) > 1} == {}


@pytest.mark.parametrize("intents", list(intents_of_screens()))
def test_no_key_means_two_things_on_one_screen(intents: tuple[Intent, ...]) -> None:
    keys = [key for each in intents for key in each.keys]
    assert sorted(keys) == sorted(set(keys))
    assert len({each.id for each in intents}) == len(intents)


# Keys that people put elsewhere.

SCREENS = (
    (commands.NEXT, commands.BACK, commands.NEED, commands.HELP),
    (commands.SEND, commands.NOT_OBSERVED, commands.HELP),
)


def test_keys_are_put_elsewhere_and_may_change_places() -> None:
    found = read_keymap({"next": "j", "send": "F10"}, SCREENS)
    assert found == Keymap({"next": ("j",), "send": ("f10",)})
    assert found.for_textual == {"facilitate.next": "j,ت", "facilitate.send": "f10"}
    assert read_keymap({"next": "b", "back": "n"}, SCREENS).ignored == ()


@pytest.mark.parametrize(
    ("intent", "key"),
    [
        ("next", "b"),
        ("next", "لا"),
        ("next", "7"),
        ("next", "enter"),
        ("next", ""),
        ("next", 5),
        ("fly", "j"),
        ("next", "ذ1"),
    ],
)
def test_what_cannot_be_is_left_as_it_was_and_told(intent: str, key: object) -> None:
    assert read_keymap({intent: key, "send": "j"}, SCREENS) == Keymap({"send": ("j",)}, (f"{intent}: {key}",))


def test_the_same_key_for_two_is_given_to_the_first() -> None:
    assert read_keymap({"next": "j", "back": "j"}, SCREENS) == Keymap({"next": ("j",)}, ("back: j",))


def test_a_key_from_the_settings_works_and_is_shown_and_a_bad_one_is_told(tmp_path: Path) -> None:
    write_settings(Settings(keys={"next": "Z", "pause": "q"}))
    file = made(tmp_path / "keys.meeting")

    async def walk() -> None:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL, notifications=True) as pilot:
            await until(pilot, lambda: any("Z Next" in line for line in lines_of(app)))
            await until(pilot, lambda: any("keys of your settings" in line for line in lines_of(app)))
            await pilot.press("n")
            await pilot.press("Z")
            await settled(pilot)
            assert app.session is not None
            assert len(app.session.kept.plenary.openings) == 1, "n is free now"
            await pilot.press("question_mark")
            await until(pilot, lambda: type(app.screen).__name__ == "Help")

    asyncio.run(walk())


def test_light_or_dark_is_remembered(tmp_path: Path) -> None:
    file = made(tmp_path / "theme.meeting")

    async def walk() -> str:
        app = app_for(file, "mona")
        async with app.run_test(size=NORMAL) as pilot:
            before = app.theme
            await pilot.press("f12")
            await until(pilot, lambda: app.theme != before)
            return app.theme

    assert asyncio.run(walk()) == read_settings().theme == "hall-light"
