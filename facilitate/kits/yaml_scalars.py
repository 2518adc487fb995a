"""What an unquoted word of a YAML file means: text, a number, true or false, nothing, or something that must be quoted.

YAML 1.1 reads `no` as false, `12:30` as 750 and `010` as 8; other readers do not. Such words become `Bare`: they serve
where one meaning only is possible, such as `touch: no`, and are a fault wherever text or a number is asked for.
"""

from __future__ import annotations

import re
from typing import TypeAlias

Scalar: TypeAlias = bool | int | float | str | None
Key: TypeAlias = int | float | str
Data: TypeAlias = Scalar | list["Data"] | dict[Key, "Data"]


class Bare(str):
    """An unquoted word that programs read in different ways; the text is as it stands in the file."""

    __slots__ = ()


YES = frozenset(("yes", "on"))
NO = frozenset(("no", "off"))

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?[0-9]{0,15}\.[0-9]{1,25}|[-+]?[0-9]{1,15}\.")  # a third has 16 decimals
_AMBIGUOUS = re.compile(
    r"""(?x)
    [Yy]es | YES | [Nn]o | NO | [Oo]n | ON | [Oo]ff | OFF           # truth in YAML 1.1
    | [-+]? [0-9][0-9_,.]* ([eE][-+]?[0-9]+)?                       # 010, 1_000, 1e3, and numbers too long to keep
    | [-+]? 0x[0-9a-fA-F_]+ | [-+]? 0b[01_]+ | 0o[0-7]+
    | [-+]? [0-9]+ (:[0-9]{1,2})+ (\.[0-9]*)?                       # 12:30
    | [0-9]{4} - [0-9]{1,2} - [0-9]{1,2} ([Tt\s].*)?                # 2026-07-16
    | [-+]? \.(inf|Inf|INF) | \.(nan|NaN|NAN)
    | =
    """
)


def read_plain(text: str) -> Scalar:
    """The value of an unquoted word."""
    if text in _NOTHING:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return Bare(text) if _AMBIGUOUS.fullmatch(text) else text


def read_key(text: str, quoted: bool) -> Key | None:
    """The value of a key; truth values stay words, and nothing is no key."""
    value = text if quoted else read_plain(text)
    return Bare(text) if isinstance(value, bool) else value
