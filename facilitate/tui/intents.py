"""What a person wants to do, and the keys that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from textual.binding import Binding, BindingType

from facilitate.tui.layouts import bound_keys


class Intent(NamedTuple):
    """Something a person wants to do. The first key is the one that is shown; `bar` puts it into the key bar."""

    id: str
    keys: tuple[str, ...]
    bar: bool = True

    @property
    def name(self) -> str:
        """The message id of its name."""
        return f"key.{self.id}"

    @property
    def help(self) -> str:
        """The message id of its help."""
        return f"key.{self.id}.help"

    @property
    def shown_key(self) -> str:
        """The key as people read it on the keyboard; nothing where there is none."""
        return _SHOWN.get(self.keys[0], self.keys[0]) if self.keys else ""


_SHOWN = {
    "space": "␣",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "enter": "⏎",
    "escape": "Esc",
    "delete": "Del",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
    "tab": "⇥",
    "slash": "/",
    "colon": ":",
    "digits": "1-9",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
}


def moved(intents: Iterable[Intent], keys: Mapping[str, tuple[str, ...]]) -> tuple[Intent, ...]:
    """The intents, those in `keys` on other keys."""
    return tuple(each._replace(keys=keys[each.id]) if each.id in keys else each for each in intents)


def bound(intents: Iterable[Intent]) -> list[BindingType]:
    """Textual's bindings for some intents, each with a stable id, so that users can put them on other keys."""
    return [
        Binding(
            bound_keys(intent.keys),
            intent.id,
            intent.name,
            show=False,
            id=f"facilitate.{intent.id}",
        )
        for intent in intents
    ]
