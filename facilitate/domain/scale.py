"""Scales, bands and the values that an observer can give."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field, StrictFloat, StrictInt

from facilitate.domain.model import Frozen, Identifier, Prose, SaidLine, Wording


def _plainest(number: float) -> float:
    """4.0 is 4, so that both give one seal and come through a file; beyond 2^53 a float is no exact number."""
    return int(number) if isinstance(number, float) and number.is_integer() and abs(number) < 2**53 else number


Number: TypeAlias = Annotated[StrictInt | StrictFloat, AfterValidator(_plainest)]


class Answer(StrEnum):
    """Answers that are not numbers. The last two are answers of their own, never a low score."""

    YES = "yes"
    NO = "no"
    NOT_OBSERVED = "not_observed"
    NOT_APPLICABLE = "not_applicable"


class Chosen(Frozen):
    """One or several options of a choice."""

    choices: Annotated[tuple[Identifier, ...], Field(min_length=1)]


class Noted(Frozen):
    """What was written under a note."""

    text: Prose


Value: TypeAlias = StrictInt | StrictFloat | Answer | Chosen | Noted
"""What an observer gives: a number, yes or no, options, a text, *not observed* or *not applicable*."""

Measurement: TypeAlias = Literal["nominal", "ordinal", "interval", "ratio"]


class Level(Frozen):
    """One point of a scale; the number is what is stored, the label what people read."""

    value: Number
    label: Wording


class Scale(Frozen):
    """The points that an indicator can be rated on, in any number, with gaps, in either direction.

    `distances` say how grave it is to take one point for another: a row and a column for each point, in rising order
    of the points, since the order in which a file lists them says nothing. See `domain/distances.py`.
    """

    id: Identifier
    levels: Annotated[tuple[Level, ...], Field(min_length=2)]
    measurement: Measurement = "ordinal"
    best: Literal["high", "low"] = "high"
    not_observed: Wording = Wording()
    not_applicable: Wording = Wording()
    note: SaidLine = None
    distances: tuple[tuple[Number, ...], ...] = ()

    @property
    def values(self) -> tuple[Number, ...]:
        """The points, as the file lists them."""
        return tuple(level.value for level in self.levels)

    @property
    def lowest(self) -> Number:
        return min(self.values)

    @property
    def highest(self) -> Number:
        return max(self.values)

    def label(self, value: Number) -> Wording:
        """What people read at a point; nothing for a number that is no point."""
        return next((level.label for level in self.levels if level.value == value), Wording())


class Band(Frozen):
    """Counts up to `max` (no limit where it is absent) map to `score`."""

    max: Number | None = None
    score: Number


def banded(bands: tuple[Band, ...], count: Number) -> Number | None:
    """The score of the first band that holds `count`."""
    return next((band.score for band in bands if band.max is None or count <= band.max), None)
