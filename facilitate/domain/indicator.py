"""Indicators of every kind that grids in the field use (design §5)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from facilitate.domain.model import Frozen, Identifier, Line, SaidLine, Wording
from facilitate.domain.scale import Band, Number

About: TypeAlias = Literal["meeting", "moderator", "step"]


class Option(Frozen):
    """One answer of a choice, one code of an interval protocol, one group of a tally."""

    id: Identifier
    label: Wording
    score: Number | None = None


class Anchor(Frozen):
    """What is seen at one point of a scale."""

    value: Number
    text: Wording


def anchor_at(anchors: tuple[Anchor, ...], value: Number) -> Wording:
    """The anchor of a point; nothing where there is none."""
    return next((anchor.text for anchor in anchors if anchor.value == value), Wording())


class Condition(Frozen):
    """The indicator is asked only when another one was answered with one of these values."""

    indicator: Identifier
    values: Annotated[tuple[Number | Line, ...], Field(min_length=1)]


class IndicatorBase(Frozen):
    """What all kinds share.

    `about` says whether each moderator, each step or the meeting once is scored; `steps` says in which steps of the
    agenda it shows, by their ids or by phases (``opening``); one about steps is asked only there. `auto` names the
    measure of the meeting's own log that can answer instead of an observer, `evidence_auto` one that is only shown
    beside. `evidence_for` overrides the grid's rule on which answers owe a fact.
    """

    kind: str
    id: Identifier
    text: Wording
    about: About = "meeting"
    steps: tuple[Identifier, ...] = ()
    not_observed: bool = True
    not_applicable: bool = True
    evidence_for: tuple[Number | Line, ...] | None = None
    weight: Annotated[float, Field(ge=0)] = 1.0
    reverse: bool = False
    when: Condition | None = None
    auto: Identifier | None = None
    evidence_auto: Identifier | None = None
    thresholds_basis: SaidLine = None
    sources: tuple[Identifier, ...] = ()

    @model_serializer(mode="wrap")
    def _with_kind(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """The kind is written also where defaults are left out: without it nothing could be read again."""
        return {"kind": self.kind, **written(self)}


class Rating(IndicatorBase):
    """A point of a scale, each point with its anchor: what is seen at that point."""

    kind: Literal["rating"] = "rating"
    scale: Identifier
    anchors: tuple[Anchor, ...] = ()


class YesNo(IndicatorBase):
    """Yes or no, with what each means."""

    kind: Literal["yesno"] = "yesno"
    yes_means: Wording = Wording()
    no_means: Wording = Wording()


class Choice(IndicatorBase):
    """One of several options, or several of them."""

    kind: Literal["choice"] = "choice"
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    several: bool = False


class Count(IndicatorBase):
    """A number of times, minutes, steps or people, or a percentage, put into bands; may be split by group."""

    kind: Literal["count"] = "count"
    measure: Literal["times", "minutes", "seconds", "steps", "people", "percent"] = "times"
    bands: tuple[Band, ...] = ()
    threshold: Number | None = None
    split_by: tuple[Identifier, ...] = ()


class Tally(IndicatorBase):
    """Counted by key press while it happens, split by group where groups are given."""

    kind: Literal["tally"] = "tally"
    groups: tuple[Option, ...] = ()
    bands: tuple[Band, ...] = ()


class Duration(IndicatorBase):
    """Seconds between start and stop, summed; split by group where groups are given."""

    kind: Literal["duration"] = "duration"
    groups: tuple[Option, ...] = ()
    bands: tuple[Band, ...] = ()


class Interval(IndicatorBase):
    """Sampling by time: tick every code that was seen in each interval, or, `momentary`, what is so at each sign."""

    kind: Literal["interval"] = "interval"
    every_seconds: Annotated[int, Field(gt=0)] = 120
    momentary: bool = False
    codes: Annotated[tuple[Option, ...], Field(min_length=1)]
    at_most: Annotated[int, Field(gt=0)] | None = None


class Derived(IndicatorBase):
    """An element that follows from behaviours by a rule; an observer may override it, and it is then marked."""

    kind: Literal["derived"] = "derived"
    scale: Identifier
    behaviours: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    rule: Literal["mean", "lowest", "highest", "share"] = "mean"
    anchors: tuple[Anchor, ...] = ()


class Note(IndicatorBase):
    """Free text."""

    kind: Literal["note"] = "note"


Indicator: TypeAlias = Annotated[
    Rating | YesNo | Choice | Count | Tally | Duration | Interval | Derived | Note, Field(discriminator="kind")
]
