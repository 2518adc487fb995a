"""Chance that follows from a seed: the same on every machine, in every process."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Chance:
    """One stream of chance for each concern, so that one that draws more does not change the others.

    Streams are seeded with text, which Python hashes in the same way everywhere.
    """

    def __init__(self, *key: object) -> None:
        self._key = "/".join(map(str, key))

    def stream(self, *concern: object) -> Random:
        """The stream of one concern, from its beginning."""
        return Random("/".join((self._key, *map(str, concern))))


class Ids:
    """Identifiers that look random and never come twice."""

    def __init__(self, stream: Random) -> None:
        self._stream = stream
        self._used: set[str] = set()

    def new(self, prefix: str, digits: int = 8) -> str:
        """A prefix and some hexadecimal digits."""
        while True:
            found = f"{prefix}{self._stream.getrandbits(4 * digits):0{digits}x}"
            if found not in self._used:
                self._used.add(found)
                return found


def shuffled(items: Sequence[Item], stream: Random) -> list[Item]:
    """The items in another order."""
    return stream.sample(list(items), len(items))


def seconds(stream: Random, least: float, most: float) -> int:
    """Some seconds between two bounds, in milliseconds."""
    return round(stream.uniform(least, most) * 1000)
