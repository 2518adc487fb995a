"""One line that somebody is asked for, as plain values: `Ask` draws it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Field(NamedTuple):
    """A label, what stands there already, an example, whether it may stay empty, and how many letters it takes.

    `names` complete what is typed. `live` says below the line how it is understood; `doubt` says what to think over:
    a second Enter keeps it nevertheless. What is `secret`
    is typed in dots, and begun anew where it was wrong. What stands there as a `proposal` gives way to the first letter
    that is typed.
    """

    label: str
    value: str = ""
    example: str = ""
    optional: bool = False
    limit: int = 1_000
    names: tuple[str, ...] = ()
    live: Callable[[str], str] | None = None
    doubt: Callable[[str], str | None] | None = None
    secret: bool = False
    proposal: bool = False


Check = Callable[[tuple[str, ...]], str | None]
"""Says what is wrong with everything that was typed, or nothing."""
