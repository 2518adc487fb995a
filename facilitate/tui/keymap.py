"""Keys as a person has put them in their settings: ``"keys": {"next": "j"}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from facilitate.tui.intents import Intent, moved
from facilitate.tui.layouts import bound_keys

_TAKEN = frozenset("+-.,")
"""Signs that belong to numbers, as digits do: they are typed as answers."""


class Keymap(NamedTuple):
    """Where intents were put, by their ids, and what was asked for and cannot be."""

    keys: Mapping[str, tuple[str, ...]] = {}
    ignored: tuple[str, ...] = ()

    @property
    def for_textual(self) -> dict[str, str]:
        """The same for `App.set_keymap`: ids of bindings, and what the key sends on every layout."""
        return {f"facilitate.{intent}": bound_keys(keys) for intent, keys in self.keys.items()}


def read_keymap(asked: Mapping[str, object], screens: Iterable[Sequence[Intent]]) -> Keymap:
    """What of it can be done: on no screen may one key mean two things. `screens` are the intents of each screen."""
    every = [tuple(intents) for intents in screens]
    known = {intent.id for intents in every for intent in intents}
    keys = {name: (key,) for name, said in asked.items() if name in known and (key := _key(said))}
    while clashing := _clashing(keys, every):
        del keys[clashing]
    return Keymap(keys, tuple(f"{name}: {said}" for name, said in asked.items() if name not in keys))


def _key(said: object) -> str | None:
    """A letter, a sign, or a function key; nothing where it is none of these."""
    key = said.strip() if isinstance(said, str) else ""
    if re.fullmatch(r"[fF]([1-9]|1[0-2])", key):
        return key.lower()
    return key if len(key) == 1 and key.isprintable() and not key.isdigit() and key not in _TAKEN else None


def _clashing(keys: Mapping[str, tuple[str, ...]], screens: Sequence[tuple[Intent, ...]]) -> str | None:
    """An intent, of those that were put elsewhere the last, whose key means something else on one of its screens."""
    for name in reversed(list(keys)):
        for intents in screens:
            there = moved(intents, keys)
            mine = {key for each in there if each.id == name for key in bound_keys(each.keys).split(",")}
            others = {key for each in there if each.id != name for key in bound_keys(each.keys).split(",")}
            if mine & others:
                return name
    return None
