"""Single values as a file says them: text in quotation marks, names without where that is safe, numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from facilitate.domain.scale import Number
from facilitate.kits.yaml_scalars import Bare, read_plain

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9_./?=&%~+-]+")
_TRUTH_ELSEWHERE = frozenset("yYnN")
"""Words that other programs read as true or false; ours reads text."""

_BY_NUMBER = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that a file may not hold as they are, or that no eye would find in it."""


def name(identifier: str) -> str:
    """A name for programs; in quotation marks where bare it would be a number, a date, a truth value or a sign."""
    plain = read_plain(identifier)
    bare = isinstance(plain, str) and not isinstance(plain, Bare) and identifier not in _TRUTH_ELSEWHERE
    return identifier if bare and _NAME.fullmatch(identifier) else quoted(identifier)


def address(url: str) -> str:
    """An address of the web, bare where nothing in it could be taken for YAML."""
    return url if _ADDRESS.fullmatch(url) else quoted(url)


def quoted(text: str) -> str:
    """Text on one line. Single quotation marks where they spare the reader backslashes."""
    if ('"' in text or "\\" in text) and "'" not in text and "\n" not in text and safe(text):
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{_BY_NUMBER.sub(_escape, escaped)}"'


def safe(text: str) -> bool:
    """Whether every character of a line may stand in a file as it is."""
    return not _BY_NUMBER.search(text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def number(value: Number) -> str:
    """A number without an exponent, which trainers do not read; 2.0 is 2."""
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def flag(value: bool) -> str:
    return "true" if value else "false"


def answer(value: Number | str) -> str:
    """An answer that a condition or a rule names: a number, or a word."""
    return name(value) if isinstance(value, str) else number(value)
