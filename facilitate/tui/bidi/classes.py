"""What the bidirectional algorithm knows of each character: its class, its bracket, its mirror (Unicode's UAX #9)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from bidi.mirror import MIRRORED

EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
REMOVED = EMBEDDINGS | {"PDF", "BN"}
"""Classes that take no part in anything after rule X9."""
EXPLICIT = EMBEDDINGS | ISOLATES | {"PDF", "PDI"}
NEUTRAL = ISOLATES | {"B", "S", "WS", "ON", "PDI"}

_UNASSIGNED = (
    ("AL", ((0x0600, 0x07BF), (0x0860, 0x08FF), (0xFB50, 0xFDCF), (0xFDF0, 0xFDFF), (0xFE70, 0xFEFF))),
    ("AL", ((0x10D00, 0x10D3F), (0x10EC0, 0x10EFF), (0x10F30, 0x10F6F), (0x1EC70, 0x1ECBF), (0x1ED00, 0x1ED4F))),
    ("AL", ((0x1EE00, 0x1EEFF),)),
    ("R", ((0x0590, 0x05FF), (0x07C0, 0x085F), (0xFB1D, 0xFB4F), (0x10800, 0x10CFF), (0x10D40, 0x10EBF))),
    ("R", ((0x10F00, 0x10F2F), (0x10F70, 0x10FFF), (0x1E800, 0x1EC6F), (0x1ECC0, 0x1ECFF), (0x1ED50, 0x1EDFF))),
    ("R", ((0x1EF00, 0x1EFFF),)),
    ("ET", ((0x20A0, 0x20CF),)),
)
"""Classes of code points that have no character yet in this Python (DerivedBidiClass.txt, "@missing")."""


class Bracket(NamedTuple):
    """A bracket that has a partner: `pair` is the same for both of a pair."""

    opens: bool
    pair: str


@lru_cache(8192)
def bidi_class(character: str) -> str:
    """The class of a character, such as ``AL`` or ``EN``."""
    found = unicodedata.bidirectional(character)
    if found:
        return found
    point = ord(character)
    if point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF or 0xE0000 <= point <= 0xE0FFF:
        return "BN"
    return next(
        (name for name, ranges in _UNASSIGNED if any(low <= point <= high for low, high in ranges)),
        "L",
    )


def mirrored(character: str) -> str:
    """The character that is drawn in its place where reading goes right to left (rule L4)."""
    return str(MIRRORED.get(character, character))


@lru_cache(1024)
def bracket(character: str) -> Bracket | None:
    """Whether a character is one of a pair of brackets (BidiBrackets.txt)."""
    category = unicodedata.category(character)
    other = MIRRORED.get(character)
    if category not in ("Ps", "Pe") or other is None or unicodedata.category(other) not in ("Ps", "Pe"):
        return None
    opens = category == "Ps"
    return Bracket(opens, unicodedata.normalize("NFC", character if opens else other))
