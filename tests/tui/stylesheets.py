"""Style sheets are parsed once a process, not once a program: what is parsed is only read, and a walk opens many."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from textual.css.model import RuleSet
from textual.css.parse import parse
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token

Tokens = dict[str, list[Token]]

_rules: dict[Hashable, list[RuleSet]] = {}
_tokens: dict[Hashable, Tokens] = {}


def tokens(values: dict[str, str]) -> Tokens:
    """The variables of a theme; equal ones are the same."""
    key = tuple(values.items())
    if key not in _tokens:
        _tokens[key] = tokenize_values(values)
    return _tokens[key]


def rules(scope: str, css: str, read_from: Any, variable_tokens: Tokens, **how: Any) -> list[RuleSet]:
    """What a style sheet says, with these variables, which `tokens` keeps."""
    key = (scope, css, read_from, id(variable_tokens), *how.items())
    if key not in _rules:
        _rules[key] = list(parse(scope, css, read_from, variable_tokens=variable_tokens, **how))
    return _rules[key]
