"""The parts of a YAML text and where they stand, so that a test can spoil one of them and know its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import yaml

Steps = tuple[str | int, ...]

FREE = {"sources", "levels", "anchors", "methods", "scales", "yesno_map"}
"""Maps whose keys are names or points that the file chooses."""


@dataclass(frozen=True, eq=False)
class Part:
    """A value with its key, in a text."""

    text: str
    path: Steps
    node: yaml.Node
    key: yaml.Node | None
    siblings: tuple[Part, ...] = ()
    shape: str = ""

    @property
    def start(self) -> int:
        """Where the value begins."""
        return int(self.node.start_mark.index)

    @cached_property
    def end(self) -> int:
        """Where the value ends; that of a block is where its last line does."""
        end = int(self.node.end_mark.index)
        return len(self.text[:end].rstrip()) if self.block else end

    @property
    def block(self) -> bool:
        return isinstance(self.node, yaml.CollectionNode) and not self.node.flow_style

    @property
    def key_start(self) -> int:
        return int(self.key.start_mark.index) if self.key else self.start

    @property
    def key_end(self) -> int:
        return int(self.key.end_mark.index) if self.key else self.start

    @property
    def written(self) -> str:
        return self.text[self.start : self.end]

    @property
    def name(self) -> str:
        return str(self.path[-1]) if self.path else ""

    @property
    def line(self) -> int:
        """The line, from 1, of the key, or of the value in a list."""
        return self.text.count("\n", 0, self.key_start) + 1

    @property
    def free(self) -> bool:
        """Whether the file chose the key."""
        return len(self.path) > 1 and self.path[-2] in FREE

    def written_as(self, new: str) -> str:
        """The text with another value here."""
        if self.key:
            return f"{self.text[: self.key_end]}: {new}{self.text[self.end :]}"
        return self.text[: self.start] + new + self.text[self.end :]

    def called(self, new: str) -> str:
        """The text with another key here."""
        return self.text[: self.key_start] + new + self.text[self.key_end :]

    def left_out(self) -> str:
        """The text without key and value; a map or list that has nothing else stays as an empty one."""
        position = next(index for index, each in enumerate(self.siblings) if each.path == self.path)
        if position + 1 < len(self.siblings):
            return self.text[: self.key_start] + self.text[self.siblings[position + 1].key_start :]
        if position:
            return self.text[: self.siblings[position - 1].end] + self.text[self.end :]
        return self.text[: self.key_start] + ("" if not self.in_block else "{}") + self.text[self.end :]

    @property
    def in_block(self) -> bool:
        """Whether it has a line of its own."""
        begin = self.text.rfind("\n", 0, self.key_start) + 1
        return not self.text[begin : self.key_start].strip(" -")


def parts(text: str) -> list[Part]:
    """Every value of a text, in its order."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert root is not None
    return list(_within(text, root, (), ""))


def by_shape(text: str) -> dict[str, list[Part]]:
    """The parts by what they are: all titles of steps together, all English anchors together."""
    found: dict[str, list[Part]] = {}
    for part in parts(text):
        found.setdefault(part.shape, []).append(part)
    return found


def _within(text: str, node: yaml.Node, path: Steps, shape: str) -> Iterator[Part]:
    if isinstance(node, yaml.MappingNode):
        kind = next((f"({value.value})" for key, value in node.value if key.value == "type"), "")
        pairs = [((*path, key.value), value, key) for key, value in node.value]
        names = [f"{shape}{kind}.{'*' if path and path[-1] in FREE else key.value}" for _, _, key in pairs]
    elif isinstance(node, yaml.SequenceNode):
        pairs = [((*path, index), value, None) for index, value in enumerate(node.value)]
        names = [f"{shape}[]"] * len(pairs)
    else:
        return
    siblings = tuple(Part(text, below, value, key) for below, value, key in pairs)
    for (below, value, key), name in zip(pairs, names, strict=True):
        yield Part(text, below, value, key, siblings, name)
        yield from _within(text, value, below, name)
