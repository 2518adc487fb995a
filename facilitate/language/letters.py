"""Words however they are typed: without capitals, accents and vowel signs, in any digits and any form of a letter."""

from __future__ import annotations

import unicodedata

_SAME = str.maketrans(
    {"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": None, "’": "'", "‘": "'", "ʼ": "'", "٫": ".", "،": ","}
)
"""Letters that keyboards, or hurried people, put in place of one another."""


def folded(text: str) -> str:
    """The text as it is compared: *Août*, *août* and *aout* are the same, and so are أكتوبر and اكتوبر, ٣ and 3."""
    return "".join(_folded(each) for each in unicodedata.normalize("NFKD", text)).casefold().translate(_SAME)


def _folded(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in ("Mn", "Cf", "Cc"):
        return " " if character in "\t\n\r" else ""
    return str(unicodedata.digit(character)) if kind == "Nd" else character
