"""Keys on the layouts that people type on: what the same key sends while the Arabic layout is on."""

from __future__ import annotations

from collections.abc import Iterable

ARABIC_LAYOUT = dict(zip("qwertyuiopasdfghjklzxcvnm", "ضصثقفغعهخحشسيبلاتنمئءؤرىة", strict=True))
"""What the letter keys send while the Arabic layout is on, where the key is meant and not the letter (b sends two)."""


def on_every_layout(key: str) -> tuple[str, ...]:
    """A key, and what it sends on an Arabic keyboard where that is something else."""
    return (key, ARABIC_LAYOUT[key]) if key in ARABIC_LAYOUT else (key,)


def bound_keys(keys: Iterable[str]) -> str:
    """Some keys as Textual wants them, on every layout."""
    return ",".join(each for key in keys for each in on_every_layout(key))
