"""A PIN as the journal keeps it: never the digits, but what a slow function makes of them, with all that it takes to
make it again."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from typing import Annotated

from pydantic import Field

from facilitate.domain.model import Frozen, Identifier

SHORTEST, LONGEST = 4, 12
"""How many digits a PIN has."""

_COST, _BLOCK, _PARALLEL = 14, 8, 1
"""16 MB and some 50 ms: little to wait for on an old laptop, much for whoever wants to try all PINs there are."""


class Pin(Frozen):
    """What scrypt made of the digits (in ASCII) and the salt (as text): 32 bytes in hexadecimal.

    `cost` is the binary logarithm of scrypt's N, `block` its r, `parallel` its p. They are bounded, so that no file can
    ask for more memory than a laptop has.
    """

    salt: Annotated[Identifier, Field(repr=False)]
    hash: Annotated[Identifier, Field(repr=False)]
    cost: Annotated[int, Field(ge=10, le=16)]
    block: Annotated[int, Field(ge=1, le=8)]
    parallel: Annotated[int, Field(ge=1, le=4)]

    def opened_by(self, typed: str) -> bool:
        """Whether these are its digits, in whatever script they were typed."""
        found = digits(typed)
        made = _slow(found, self.salt, self.cost, self.block, self.parallel) if found else ""
        return hmac.compare_digest(made, self.hash)


def digits(typed: str) -> str | None:
    """The PIN that somebody typed, in the digits 0 to 9; nothing where it is none. ٣ and 3 are the same."""
    found = [unicodedata.decimal(each, -1) for each in typed.strip()]
    if not SHORTEST <= len(found) <= LONGEST or -1 in found:
        return None
    return "".join(map(str, found))


def make_pin(typed: str, salt: str) -> Pin | None:
    """The PIN of these digits with a fresh random salt; nothing where they are no PIN."""
    found = digits(typed)
    if found is None:
        return None
    made = _slow(found, salt, _COST, _BLOCK, _PARALLEL)
    return Pin(salt=salt, hash=made, cost=_COST, block=_BLOCK, parallel=_PARALLEL)


def _slow(pin: str, salt: str, cost: int, block: int, parallel: int) -> str:
    n = 2**cost
    memory = 128 * block * (n + parallel + 2)
    made = hashlib.scrypt(pin.encode(), salt=salt.encode(), n=n, r=block, p=parallel, maxmem=2 * memory, dklen=32)
    return made.hex()
