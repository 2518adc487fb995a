"""What a YAML parser complains about, as a fault that says how to mend it."""

from __future__ import annotations

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
    ("expected ',' or", "fault.syntax_bracket", True),
    ("cannot start any token", "fault.syntax_character", False),
    ("could not find expected ':'", "fault.syntax_key", True),
    ("expected", "fault.syntax_indent", False),
)


def syntax_fault(file: str, error: yaml.YAMLError, text: str = "") -> Fault:
    """The fault for a parser's complaint about a text.

    A forgotten quotation mark is told where it was forgotten: the parser complains where the next text begins.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(file, 0, None, "fault.syntax")
    last = error.problem_mark.line + 1 if error.problem_mark else 1
    if (unclosed := first_unclosed(text, last)) is not None:
        return Fault(file, unclosed, None, "fault.syntax_quote")
    problem = str(error.problem or "")
    for part, message_id, at_beginning in _COMPLAINTS:
        if part in problem:
            mark = (error.context_mark if at_beginning else None) or error.problem_mark
            return Fault(file, mark.line + 1 if mark else 0, None, message_id)
    mark = error.problem_mark or error.context_mark
    return Fault(file, mark.line + 1 if mark else 0, None, "fault.syntax")
