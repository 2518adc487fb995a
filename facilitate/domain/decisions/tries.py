"""Whether somebody who types a PIN is let in: wrong tries are counted, after five of them one waits, never for ever."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.pin import Pin

FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 30, 300
"""Seconds after the fifth wrong try; each one more doubles them, up to five minutes."""


class Tries(NamedTuple):
    """Wrong tries at one PIN since the last right one, and the second before which the next is not looked at."""

    wrong: int = 0
    until: float = 0.0


def tried(pin: Pin | None, typed: str, before: Tries, now: float) -> tuple[Tries, Refused | None]:
    """What a try changes, and why it was in vain; `now` are seconds of any clock that never goes back.

    Nothing is asked where there is no PIN any more.
    """
    if pin is None:
        return Tries(), None
    if now < before.until:
        return before, _wait(before.until - now)
    if pin.opened_by(typed):
        return Tries(), None
    wrong = before.wrong + 1
    if wrong < FREE_TRIES:
        return Tries(wrong), refuse("refused.pin_wrong")
    seconds = min(FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 10), LONGEST_WAIT)
    return Tries(wrong, now + seconds), _wait(seconds)


def _wait(seconds: float) -> Refused:
    return refuse("refused.pin_wait", count=ceil(seconds))
