"""Arabic letters in the form that their neighbours give them, a character for a character; and lam with alef as one."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_LETTERS = re.compile("[\u0620-\u06ff\u0750-\u077f]")
_LAM = {"\ufedf": 0, "\ufee0": 1}
"""The lam that nothing joins from the right, and the one that something does."""
_ALEFS = {"\ufe82": "\ufef5\ufef6", "\ufe84": "\ufef7\ufef8", "\ufe88": "\ufef9\ufefa", "\ufe8e": "\ufefb\ufefc"}


@cache
def _shaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": False, "support_ligatures": False, "support_zwj": False})


@lru_cache(4096)
def joined(text: str) -> str:
    """The text with joined letters; as many characters, at the same places."""
    if not _LETTERS.search(text):
        return text
    found = str(_shaper().reshape(text))
    return found if len(found) == len(text) else text


def lam_alef(lam: str, alef: str) -> str | None:
    """The one sign of a joined lam and a joined alef; nothing for other letters."""
    form = _LAM.get(lam)
    return _ALEFS[alef][form] if form is not None and alef in _ALEFS else None
