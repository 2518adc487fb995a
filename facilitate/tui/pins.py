"""What asking for a PIN needs on a screen and line by line: tries, a new PIN typed twice, what a trainer took away."""

from __future__ import annotations

from collections.abc import Callable

from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.decisions.tries import Tries, tried
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.pin import Pin, digits, make_pin
from facilitate.language import Words
from facilitate.tui.layouts import digits_typed


class Tried:
    """The wrong tries of one program, person by person."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` tells seconds and never goes back."""
        self._clock = clock
        self._tries: dict[tuple[str, str], Tries] = {}

    def why_not(self, meeting: Meeting, person: str, typed: str) -> Refused | None:
        """Why what was typed does not open that person's seat; nothing where it does, or where nothing is asked."""
        key = (meeting.id, person)
        before = self._tries.get(key, Tries())
        self._tries[key], why = tried(meeting.pins.get(person), digits_typed(typed), before, self._clock())
        return why


def typed_twice(once: str, again: str) -> Refused | None:
    """Why a PIN that was typed twice cannot be the new one."""
    if digits(digits_typed(once)) is None:
        return refuse("refused.pin_digits")
    return None if digits(digits_typed(once)) == digits(digits_typed(again)) else refuse("refused.pin_twice")


def new_pin(typed: str, salt: str) -> Pin | None:
    """The PIN to keep, with a fresh random salt."""
    return make_pin(digits_typed(typed), salt)


def taken_away(meeting: Meeting, person: str, words: Words) -> str:
    """What a person is told whose PIN a trainer took away; nothing where nobody did."""
    taken = meeting.pins_taken.get(person)
    if taken is None:
        return ""
    return words(
        "pin.taken", name=meeting.name(taken.by), day=words.moment(taken.at.wall.astimezone()), why=taken.reason
    )
