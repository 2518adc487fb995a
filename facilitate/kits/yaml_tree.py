"""Plain data grown from the events of a YAML parser, with the line of every value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from facilitate.kits.faults import Fault, Faulty, clean
from facilitate.kits.yaml_scalars import Data, Key, read_key, read_plain
from facilitate.kits.yaml_syntax import DEEPEST

Path: TypeAlias = tuple[Key, ...]
"""The keys and positions that lead to a value."""


@dataclass
class _Branch:
    """A list or a map that is still growing; `key` is the key whose value comes next.

    `doubled` is set once a key was there twice: a forgotten first line of an item doubles all its keys, told once.
    """

    path: Path
    data: list[Data] | dict[Key, Data]
    key: Key | None = None
    doubled: bool = False


@dataclass
class Tree:
    """The data of one document, the line of every value, and the source text of unquoted ones.

    A value in a map stands on the line of its key. Duplicate keys are collected; what makes a whole file unusable
    (anchors, aliases, tags, odd keys, nesting, a second document) raises `Faulty` at once.
    """

    file: str
    data: Data = None
    lines: dict[Path, int] = field(default_factory=dict)
    raw: dict[Path, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    documents: int = 0
    _branches: list[_Branch] = field(default_factory=list)

    def grow(self, events: Iterable[yaml.Event]) -> None:
        """Takes all events of a file. Raises Faulty."""
        for event in events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    raise self._refusal(line, "fault.several_documents")
            elif isinstance(event, yaml.AliasEvent):
                raise self._refusal(line, "fault.alias", name=event.anchor)
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event, line)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event, line)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._branches.pop()

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._plainly(event, line)
        quoted = bool(event.style)
        branch = self._branches[-1] if self._branches else None
        if branch and isinstance(branch.data, dict) and branch.key is None:
            self._key(branch, branch.data, event.value, quoted, line)
            return
        path = self._put(event.value if quoted else read_plain(event.value), line)
        if not quoted:
            self.raw[path] = event.value

    def _open(self, event: yaml.CollectionStartEvent, line: int) -> None:
        self._plainly(event, line)
        branch = self._branches[-1] if self._branches else None
        if branch and isinstance(branch.data, dict) and branch.key is None:
            raise self._refusal(line, "fault.odd_key")
        if len(self._branches) >= DEEPEST:
            raise self._refusal(line, "fault.too_deep", count=DEEPEST)
        data: list[Data] | dict[Key, Data] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._branches.append(_Branch(self._put(data, line), data))

    def _key(self, branch: _Branch, data: dict[Key, Data], text: str, quoted: bool, line: int) -> None:
        key = read_key(text, quoted)
        if key is None:
            raise self._refusal(line, "fault.odd_key")
        branch.key = key
        path = (*branch.path, key)
        if key in data and branch.doubled:
            return
        if key in data:
            branch.doubled = True
            first = self.lines[path]
            self.faults.append(
                Fault(self.file, line, None, "fault.duplicate_key", {"key": clean(text), "first": first})
            )
        else:
            self.lines[path] = line

    def _put(self, value: Data, line: int) -> Path:
        """Hangs a value on the branch that grows, and says where."""
        if not self._branches:
            self.data = value
            self.lines[()] = line
            return ()
        branch = self._branches[-1]
        if isinstance(branch.data, list):
            path: Path = (*branch.path, len(branch.data))
            branch.data.append(value)
            self.lines[path] = line
            return path
        assert branch.key is not None  # a key came before: `_scalar` and `_open` see to it
        path = (*branch.path, branch.key)
        branch.data[branch.key] = value
        branch.key = None
        return path

    def _plainly(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor:
            raise self._refusal(line, "fault.anchor", name=event.anchor)
        tag = getattr(event, "tag", None)
        if tag:
            raise self._refusal(line, "fault.tag", tag=tag)

    def _refusal(self, line: int, message_id: str, **values: object) -> Faulty:
        return Faulty([Fault(self.file, line, None, message_id, {name: clean(each) for name, each in values.items()})])
