"""What a YAML parser complains about, as a fault that says how to mend it."""

from __future__ import annotations

import re

import yaml

from facilitate.kits.faults import Fault
from facilitate.kits.yaml_quotes import first_unclosed

# Parts of the complaints of both parsers (C and Python), in the order in which they are tried; `True` where the
# beginning of the quotation or bracket says more than the place where the parser gave up.
_COMPLAINTS = (
    ("mapping values are not allowed", "fault.syntax_colon", False),
    ("found unexpected end of stream", "fault.syntax_quote", True),
    ("unexpected document indicator", "fault.syntax_quote", True),
    ("unknown escape character", "fault.syntax_backslash", False),
    ("exceeded", "fault.too_deep", False),
    ("while parsing a flow node", "fault.syntax_bracket", True),
    ("expected ',' or", "fault.syntax_bracket", True),
    ("cannot start any token", "fault.syntax_character", False),
    ("could not find expected ':'", "fault.syntax_key", True),
    ("expected", "fault.syntax_indent", False),
)

DEEPEST = 50
"""Levels of nesting that are read."""

_TAB = re.compile(r" *\t")


def syntax_fault(file: str, error: yaml.YAMLError, text: str) -> Fault:
    """The fault for a parser's complaint about a text.

    A forgotten quotation mark is told where it was forgotten: the parser complains where the next text begins.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(file, 1, None, "fault.syntax")
    last = _line(error.problem_mark or error.context_mark, text)
    if (unclosed := first_unclosed(text, last)) is not None:
        return Fault(file, unclosed, None, "fault.syntax_quote")
    if _TAB.match(text.split("\n")[last - 1]):
        return Fault(file, last, None, "fault.tab")
    problem = f"{error.context or ''}: {error.problem or ''}"
    for part, message_id, at_beginning in _COMPLAINTS:
        if part in problem:
            line = _line(error.context_mark, text) if at_beginning and error.context_mark else last
            values = {"count": DEEPEST} if message_id == "fault.too_deep" else {}
            return Fault(file, line, None, message_id, values)
    return Fault(file, last, None, "fault.syntax")


def _line(mark: yaml.error.Mark | None, text: str) -> int:
    """The line of a mark, from 1; what is missing at the end of a file is missing on the last line with a text."""
    return min(mark.line if mark else 0, text.rstrip().count("\n")) + 1
