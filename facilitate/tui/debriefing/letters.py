"""A short sign for each observer: the beginning of their name, as long as it must be to tell them apart."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase, digits

from rich.cells import cell_len

LONGEST = 3


def letters(names: Mapping[str, str]) -> dict[str, str]:
    """By person; a number where names begin alike for too long, or are missing."""
    for length in range(1, LONGEST + 1):
        found = {person: _initials(name, length) for person, name in names.items()}
        if all(found.values()) and len(set(found.values())) == len(found):
            return found
    return {person: str(place) for place, person in enumerate(names, 1)}


def in_one_cell(names: Mapping[str, str]) -> dict[str, str]:
    """The same in one cell, for drawings; digits, then small letters, where first letters are not enough."""
    found = {person: _initials(name, 1) for person, name in names.items()}
    if len(set(found.values())) == len(found) and all(cell_len(each) == 1 for each in found.values()):
        return found
    return dict(zip(names, f"{digits[1:]}{ascii_lowercase}".ljust(len(names), "*"), strict=False))


def _initials(name: str, length: int) -> str:
    """The first letters; of the last word, too, where one is not enough."""
    words = name.split()
    if not words:
        return ""
    if length > 1 and len(words) > 1:
        return words[0][: length - 1] + words[-1][0]
    return words[0][:length]
