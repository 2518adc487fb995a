"""Keys on the layouts that people type on: what the same key sends on an Arabic and on a French keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from facilitate.language.numbers import digit_of

ARABIC_LAYOUT = dict(zip("qwertyuiopasdfghjklzxcvnm", "ضصثقفغعهخحشسيبلاتنمئءؤرىة", strict=True))
"""What the letter keys send while the Arabic layout is on, where the key is meant and not the letter (b sends two)."""

FRENCH_DIGITS = {
    "&": ("1", "ampersand"),
    "é": ("2", "é"),
    '"': ("3", "quotation_mark"),
    "'": ("4", "apostrophe"),
    "(": ("5", "left_parenthesis"),
    "è": ("7", "è"),
    "ç": ("9", "ç"),
    "à": ("0", "à"),
}
"""What the digit keys send on AZERTY without Shift, and what Textual calls that key; 6 and 8 send - and _, which mean
something of their own here."""
_FRENCH_NAMES = dict(FRENCH_DIGITS.values())


def on_every_layout(key: str) -> tuple[str, ...]:
    """A key, and what it sends on an Arabic or a French keyboard where that is something else."""
    others = (ARABIC_LAYOUT.get(key), _FRENCH_NAMES.get(key))
    return (key, *(each for each in others if each))


def digit_pressed(character: str | None) -> int | None:
    """The digit of the key that sent this character, also on AZERTY without Shift; for keys, not for what is typed."""
    return digit_of(FRENCH_DIGITS[character][0] if character in FRENCH_DIGITS else character)


def digits_typed(text: str) -> str:
    """What was typed blindly where only digits are meant: on AZERTY without Shift the keys of 6 and 8 count, too."""
    blind = {**{sent: digit for sent, (digit, _) in FRENCH_DIGITS.items()}, "-": "6", "_": "8"}
    return "".join(blind.get(each, each) for each in text)


def bound_keys(keys: Iterable[str]) -> str:
    """Some keys as Textual wants them, on every layout."""
    return ",".join(each for key in keys for each in on_every_layout(key))
