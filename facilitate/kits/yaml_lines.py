"""YAML as plain data with the line of every value, refusing what makes files unclear or dangerous."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath

import yaml

from facilitate.kits.faults import Fault, Faulty
from facilitate.kits.yaml_quotes import without_blocks
from facilitate.kits.yaml_scalars import Data
from facilitate.kits.yaml_syntax import syntax_fault
from facilitate.kits.yaml_tree import Path, Tree

LARGEST_FILE = 2_000_000

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_BREAKS = re.compile("\r\n?")
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")  # lines to YAML 1.1, not to an editor
_CONTROL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_TAB = re.compile(r"^ *\t[ \t]*[^\s#]", re.MULTILINE)
_ODD_SPACE = re.compile("^[ -]*[\xa0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """The data of a file; `lines` counts from 1, `raw` holds unquoted values as they were written."""

    file: str
    data: Data
    lines: Mapping[Path, int]
    raw: Mapping[Path, str]

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest one that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: str | FilePath) -> Document:
    """The data of one YAML file.

    Raises OSError where the file cannot be read, and Faulty where it is not one clear YAML document in UTF-8: too
    large, tabs in the indentation, duplicate keys, anchors and aliases, tags, deep nesting, several documents.
    """
    file = str(path)
    kind = os.stat(path).st_mode
    if not stat.S_ISREG(kind):  # a pipe would be waited for, for ever
        code = errno.EISDIR if stat.S_ISDIR(kind) else errno.EINVAL
        raise OSError(code, os.strerror(code), file)
    with open(path, "rb") as stream:
        content = stream.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise Faulty([Fault(file, 1, None, "fault.too_large", {"megabytes": LARGEST_FILE // 1_000_000})])
    return parse_yaml(file, _decoded(file, content))


def parse_yaml(file: str, text: str) -> Document:
    """The data of a YAML text; `file` is what faults call it. Raises Faulty."""
    text = _OTHER_BREAKS.sub(" ", _LINE_BREAKS.sub("\n", text))
    laid_out = without_blocks(text)
    for pattern, within, message_id in (
        (_CONTROL, text, "fault.control_character"),
        (_CONFLICT, laid_out, "fault.merge_conflict"),
        (_TAB, laid_out, "fault.tab"),
        (_ODD_SPACE, laid_out, "fault.odd_space"),
    ):
        if found := pattern.search(within):
            raise Faulty([Fault(file, _line_at(within, found.start()), None, message_id)])
    tree = Tree(file)
    try:
        tree.grow(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        raise Faulty([*tree.faults, syntax_fault(file, error, text)]) from None
    if tree.faults:
        raise Faulty(tree.faults)
    return Document(file, tree.data, tree.lines, tree.raw)


def _decoded(file: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Faulty([Fault(file, line, None, "fault.encoding")]) from None


def _line_at(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
