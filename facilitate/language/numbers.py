"""Numbers as people type them: in any digits, with a comma or a point."""

from __future__ import annotations

import unicodedata


def digit_of(character: str | None) -> int | None:
    """The digit that a key stands for on any keyboard: 3, ٣ and ۳ are the same."""
    if character is None or len(character) != 1:
        return None
    return unicodedata.digit(character, None)


def read_number(text: str) -> int | float | None:
    """The number, or nothing where the text is none."""
    plain = "".join(str(found) if (found := digit_of(each)) is not None else each for each in text.strip())
    plain = plain.replace("،", ".").replace("٫", ".").replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    if value != value or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) else value
