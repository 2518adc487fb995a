"""Numbers as people type them, in any digits, with a comma or a point; and as they round them."""

from __future__ import annotations

import unicodedata
from decimal import ROUND_HALF_UP, Decimal

COMMAS = str.maketrans({",": " ", "،": " "})
"""What stands between numbers that are typed one after the other, in either script."""


def digit_of(character: str | None) -> int | None:
    """The digit that a key stands for on any keyboard: 3, ٣ and ۳ are the same."""
    if character is None or len(character) != 1:
        return None
    return unicodedata.digit(character, None)


def western(text: str) -> str:
    """The text with its digits as 0 to 9: large digits are drawn in these alone."""
    return "".join(each if (found := digit_of(each)) is None else str(found) for each in text)


def read_number(text: str) -> int | float | None:
    """The number, or nothing where the text is none."""
    plain = western(text.strip()).replace("،", ".").replace("٫", ".").replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    if value != value or value in (float("inf"), float("-inf")):
        return None
    return int(value) if value == int(value) else value


EXACT = 10**12
"""Beyond it a number with decimals has no fifteen digits left to be rounded by."""


def rounded(value: float, digits: int) -> Decimal | float:
    """The number as a pencil and a spreadsheet round it: a half goes up, away from zero (2.25 is 2.3, not 2.2).

    Of the number its first fifteen digits count, so that 3.15 is 3.2 whatever its binary fraction.
    """
    if not abs(value) < EXACT:
        return value
    return Decimal(f"{value:.15g}").quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def read_lasting(text: str) -> int | float | None:
    """Seconds, typed as such or as they are shown, as 90, 1:30 or 0:01:30; nothing where the text is none."""
    parts = western(text.strip()).split(":")
    if not 1 < len(parts) <= 3:
        return read_number(text)
    if not all(each.isascii() and each.isdigit() and len(each) < 8 for each in parts):
        return None
    seconds = 0
    for each in parts:
        seconds = seconds * 60 + int(each)
    return seconds
