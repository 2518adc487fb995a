"""What a file holds, as a tree, and the tree as lines: on one line what is short, else one line for each part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

WIDTH = 120
"""Columns. What would be longer on one line is taken apart; a single text stays whole, however long it is."""

ROW = 160
"""Columns of a list that is read like a table: one line for each item, or none on one line."""


@dataclass(frozen=True)
class Prose:
    """Text of several lines; each stands on a line of its own."""

    text: str


@dataclass(frozen=True)
class Map:
    """Keys and values. `flows`: on one line where there is room. `even`: each value on one line, or none of them."""

    entries: tuple[tuple[str, Node], ...]
    flows: bool = False
    even: bool = False


@dataclass(frozen=True)
class List:
    """Items. `rows`: they are read like a table. `above` is a comment over each, `apart` an empty line between them."""

    items: tuple[Node, ...]
    flows: bool = False
    rows: bool = False
    apart: bool = False
    above: str = ""


Node: TypeAlias = str | Prose | Map | List
"""A string is a value as it stands in the file, with its quotation marks."""


def present(*entries: tuple[str, Node | None]) -> tuple[tuple[str, Node], ...]:
    """Those entries that have a value."""
    return tuple((key, node) for key, node in entries if node is not None)


def flow(items: Iterable[str]) -> List | None:
    """A list on one line where there is room; nothing where it is empty."""
    found = tuple(items)
    return List(found, flows=True) if found else None


def lines_of(entries: Iterable[tuple[str, Node]], indent: int = 0, *, apart: bool = False) -> list[str]:
    """The lines of keys and values; `apart` has all of them taken apart that are maps."""
    return [line for key, node in entries for line in _entry(key, node, indent, apart=apart)]


def _entry(key: str, node: Node, indent: int, *, apart: bool) -> list[str]:
    begun = f"{' ' * indent}{key}:"
    inline = None if apart and isinstance(node, Map | List) and not _empty(node) else _inline(node)
    if inline is not None and (isinstance(node, str) or len(begun) + 1 + len(inline) <= WIDTH):
        return [f"{begun} {inline}"]
    if isinstance(node, Prose):
        return [f"{begun} |-", *_prose(node, indent + 2)]
    return [begun, *_block(node, indent + 2)]


def _block(node: Node, indent: int) -> list[str]:
    if isinstance(node, Map):
        apart = node.even and not all(_fits(key, each, indent) for key, each in node.entries)
        return lines_of(node.entries, indent, apart=apart)
    return _items(node, indent) if isinstance(node, List) else []


def _items(node: List, indent: int) -> list[str]:
    whole = node.rows and all(_fits("", each, indent, ROW) for each in node.items)
    width = ROW if whole else 0 if node.rows else WIDTH
    found: list[str] = []
    for place, item in enumerate(node.items):
        found += [""] if node.apart and place else []
        found += [node.above] if node.above else []
        found += _item(item, indent, width)
    return found


def _item(node: Node, indent: int, width: int) -> list[str]:
    """An item of a list: its first line begins with a dash."""
    begun = f"{' ' * indent}- "
    inline = _inline(node)
    if inline is not None and (isinstance(node, str) or len(begun) + len(inline) <= width):
        return [f"{begun}{inline}"]
    if isinstance(node, Prose):
        return [f"{begun}|-", *_prose(node, indent + 2)]
    first, *rest = _block(node, indent + 2)
    return [f"{begun}{first.lstrip()}", *rest]


def _prose(node: Prose, indent: int) -> list[str]:
    return [f"{' ' * indent}{line}" if line else "" for line in node.text.split("\n")]


def _fits(key: str, node: Node, indent: int, width: int = WIDTH) -> bool:
    inline = _inline(node)
    return inline is not None and indent + len(key) + 2 + len(inline) <= width


def _inline(node: Node) -> str | None:
    """The whole value on one line; nothing where it cannot be."""
    if isinstance(node, str):
        return node
    if isinstance(node, Prose) or not (node.flows or _empty(node)):
        return None
    if isinstance(node, List):
        items = [_inline(each) for each in node.items]
        return None if None in items else f"[{', '.join(each for each in items if each is not None)}]"
    pairs = [(key, _inline(each)) for key, each in node.entries]
    return (
        None if any(each is None for _, each in pairs) else f"{{{', '.join(f'{key}: {each}' for key, each in pairs)}}}"
    )


def _empty(node: Map | List) -> bool:
    return not (node.entries if isinstance(node, Map) else node.items)
