"""Energisers as people choose and read them: what is asked of them, and how each goes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from facilitate.analysis.timing import MINUTE_MS
from facilitate.domain.agenda import Energiser
from facilitate.language import Words

POSTURES = ("", "seated", "standing")


class Wanted(NamedTuple):
    """What an energiser must be like: possible while seated or standing (or either), in at most so many minutes, and
    `untouched`, without anybody touching another."""

    posture: str = ""
    at_most: int | None = None
    untouched: bool = False

    def passes(self, energiser: Energiser) -> bool:
        """Whether an energiser is like that."""
        if self.posture and self.posture not in energiser.posture.split("_or_"):
            return False
        if self.at_most is not None and energiser.minutes > self.at_most:
            return False
        return not (self.untouched and energiser.touch)

    def other_posture(self) -> Wanted:
        """The next of the postures."""
        return self._replace(posture=POSTURES[(POSTURES.index(self.posture) + 1) % len(POSTURES)])

    def other_length(self, energisers: Iterable[Energiser]) -> Wanted:
        """The next shorter limit that leaves something out and something in; after the shortest, any length."""
        lengths = sorted({each.minutes for each in energisers})[:-1]
        shorter = [each for each in lengths if self.at_most is None or each < self.at_most]
        return self._replace(at_most=shorter[-1] if shorter else None)


def posture_said(posture: str, words: Words) -> str:
    """A posture in words; as it was written where the catalog does not have it."""
    message = f"energise.posture.{posture}"
    said = words(message)
    return posture if said == message else said


def length_said(energiser: Energiser, words: Words) -> str:
    """Its minutes in words."""
    return words.minutes(energiser.minutes * MINUTE_MS)


def facts_said(energiser: Energiser, words: Words) -> str:
    """Length, posture, touch and material in one line."""
    touch = words("energise.touching" if energiser.touch else "energise.not_touching")
    material = "" if energiser.materials in ("", "none") else energiser.materials
    found = (length_said(energiser, words), posture_said(energiser.posture, words), touch, material)
    return " · ".join(each for each in found if each)


def instructions(energiser: Energiser, words: Words, *, airy: bool = False) -> Text:
    """The numbered steps and the tip; `airy` leaves a line between them, to be read from far."""
    gap = "\n\n" if airy else "\n"
    text = Text()
    for number, step in enumerate(energiser.steps, start=1):
        text.append(f"{words.number(number)}. ", Style(bold=True))
        text.append(f"{step.to(words.language)}{gap}")
    if energiser.tip:
        text.append(f"{words('energise.tip')} ", Style(bold=True))
        text.append(energiser.tip.to(words.language), Style(italic=True))
    return text
