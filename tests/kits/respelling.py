"""Writes the data of a YAML file again as another person might: keys in another order, other quotation marks, blocks or
braces, comments, numbers with and without a point, accents in one piece or two, other line ends."""

from __future__ import annotations

import json
import re
import unicodedata
from random import Random
from typing import Any

from facilitate.kits.yaml_scalars import Bare

_PLAIN = re.compile("[A-Za-z][A-Za-z0-9_-]*")
_SAYS_SOMETHING = frozenset(("yes", "no", "on", "off", "true", "false", "null", "y", "n"))


def respelt(data: Any, seed: int) -> bytes:
    """A whole file with the same content; each seed has its own spelling."""
    by = _Hand(Random(seed))
    text = "".join(f"{line}\n" for line in by.block(data, 0)).removeprefix("\n")
    text = unicodedata.normalize("NFC" if seed % 2 else "NFD", text)
    mark, end = by.one_of("", "\ufeff"), by.one_of("\n", "\r\n")
    return (mark + text.replace("\n", end)).encode()


class _Hand:
    def __init__(self, random: Random) -> None:
        self.random = random

    def one_of(self, *choices: str) -> str:
        return self.random.choice(choices)

    def block(self, value: Any, indent: int) -> list[str]:
        """A map or a list on lines of its own."""
        lines = [" " * indent + self.one_of("# of our own", "")] if self.random.random() < 0.2 else []
        if isinstance(value, dict):
            for key in self.shuffled(value):
                lines += self._entry(" " * indent + self.key(key) + self.one_of(":", " :"), value[key], indent)
        else:
            for each in value:
                lines += self._entry(" " * indent + "-", each, indent)
        return lines

    def _entry(self, head: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, dict | list) and value and self.random.random() < 0.7:
            return [head + self.comment(), *self.block(value, indent + self.random.choice((1, 2, 4)))]
        if isinstance(value, str) and " " in value and self.random.random() < 0.2:
            inner = " " * (indent + 2)
            return [f"{head} {self.one_of('|', '>', '|-', '>-')}", *(inner + line for line in value.split("\n"))]
        return [f"{head} {self.flow(value)}{self.comment()}"]

    def comment(self) -> str:
        return self.one_of("", "", "   ", " # why: not")

    def shuffled(self, data: dict[Any, Any]) -> list[Any]:
        return self.random.sample(list(data), len(data))

    def key(self, key: Any) -> str:
        return self.flow(key) if not isinstance(key, str) or isinstance(key, Bare) else self.text(key)

    def flow(self, value: Any) -> str:
        """A value on one line."""
        gap = self.one_of("", " ")
        if isinstance(value, dict):
            return (
                "{" + gap + ", ".join(f"{self.key(key)}: {self.flow(value[key])}" for key in self.shuffled(value)) + "}"
            )
        if isinstance(value, list):
            return "[" + gap + f",{self.one_of(' ', '   ')}".join(self.flow(each) for each in value) + gap + "]"
        if value is None or isinstance(value, bool):
            return self.one_of("null", "~", "Null") if value is None else str(value).lower()
        if isinstance(value, Bare):
            return str(value)
        return self.text(value) if isinstance(value, str) else self.number(value)

    def number(self, value: float) -> str:
        if isinstance(value, int):
            return self.one_of(str(value), f"{value}.0", f"{value}.", f"+{value}")
        return self.one_of(repr(value), f"{value}0", repr(value).removeprefix("0"))

    def text(self, text: str) -> str:
        if _PLAIN.fullmatch(text) and text.lower() not in _SAYS_SOMETHING and self.random.random() < 0.5:
            return text
        single = "'" + text.replace("'", "''").replace("\n", "\n\n") + "'"
        return self.one_of(json.dumps(text), json.dumps(text, ensure_ascii=False), single)
