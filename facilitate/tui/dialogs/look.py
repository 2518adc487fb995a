"""What there is to see and to do on the page of sampling, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple


class Code(NamedTuple):
    """Something that can be seen, with its words."""

    id: str
    label: str


class Look(NamedTuple):
    """What there is to see now: the interval that runs (the last sign for a snapshot; 0 before the first), and every
    mark, `None` where it was missed.

    `why` says why nothing can be marked; `fresh` that this is the moment to look; `at` when this was, in milliseconds
    of a clock that only goes on.
    """

    number: int
    since_ms: int
    left_ms: int
    marks: Mapping[int, tuple[str, ...] | None]
    paused: bool = False
    closed: bool = False
    fresh: bool = False
    why: str = ""
    at: int = 0


class Sampled(NamedTuple):
    """What is sampled: its title, its codes, how many of them one mark may have, and whether a moment is looked at."""

    title: str
    codes: tuple[Code, ...]
    at_most: int | None = None
    momentary: bool = False

    @property
    def kind(self) -> str:
        """The first part of the messages that differ."""
        return "snapshot" if self.momentary else "sampling"


class Acts(NamedTuple):
    """What the page has done for it: `look` is asked again and again; `mark` keeps what was seen in an interval, or
    for `None` that it is not marked yet, False where it was refused; `twice` says whether a key is pressed twice at
    once; `span` tells an interval's times of day; the others take back this person's last act, and bring it back."""

    look: Callable[[], Look]
    mark: Callable[[int, tuple[str, ...] | None], bool]
    twice: Callable[[str], bool]
    span: Callable[[int], str]
    undo: Callable[[], None]
    redo: Callable[[], None]
