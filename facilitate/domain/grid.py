"""The observation grid: sections of indicators, their scales, and the rules by which they are scored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field

from facilitate.domain.canonical import digest
from facilitate.domain.indicator import Derived, Indicator, Rating
from facilitate.domain.model import Frozen, Identifier, Language, Line, SaidLine, Wording
from facilitate.domain.scale import Number, Scale


class Source(Frozen):
    """Where an idea comes from."""

    cite: Line
    url: SaidLine = None
    note: SaidLine = None
    used_for: SaidLine = None


class Scoring(Frozen):
    """How answers become points.

    `enough` is the share of a section that must have been scored before its mean is shown. `yes` and `no` are the
    points of a yes/no indicator. `evidence_for` lists the answers that owe a fact. `basis` says where thresholds come
    from. `weights` is what was said of the weights when they were agreed; they count as they stand, whatever it says.
    """

    enough: Annotated[float, Field(ge=0, le=1)] = 0.6
    yes: Number = 4
    no: Number = 1
    evidence_for: tuple[Number | Line, ...] = ()
    basis: SaidLine = None
    about: SaidLine = None
    weights: Literal["equal", "declared"] = "equal"


class Section(Frozen):
    """Some indicators under one heading."""

    id: Identifier
    title: Wording
    weight: Annotated[float, Field(ge=0)] = 1.0
    indicators: tuple[Indicator, ...] = ()


FRAME = "grid:frame"
"""The code of what a grid says beside its indicators: title, rules, scoring, sections with their weights, locks."""


class Grid(Frozen):
    """An observation grid. `locked` are codes of a programme: a centre may add to the grid, and not change these."""

    # cached_property writes to __dict__; the model stays frozen for everybody else.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, ignored_types=(cached_property,))

    id: Identifier
    version: Line = "1"
    title: Wording
    languages: tuple[Language, ...] = ("en", "fr", "ar")
    scales: tuple[Scale, ...] = ()
    sections: tuple[Section, ...] = ()
    scoring: Scoring = Scoring()
    observer_rules: tuple[Wording, ...] = ()
    sources: Mapping[Identifier, Source] = {}
    locked: tuple[Identifier, ...] = ()

    def indicators(self) -> Iterator[Indicator]:
        """Every indicator, in the order of the sections."""
        for section in self.sections:
            yield from section.indicators

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        """Indicators by code."""
        return {indicator.id: indicator for indicator in self.indicators()}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """The section of each indicator, by code."""
        return {indicator.id: section for section in self.sections for indicator in section.indicators}

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed; nothing computed for the old ones is carried along."""
        copy = super().model_copy(update=update, deep=deep)
        for name in set(copy.__dict__) - set(type(self).model_fields):
            del copy.__dict__[name]
        return copy

    def with_sections(self, sections: tuple[Section, ...]) -> Grid:
        """The same grid with other sections; nothing computed for the old ones is carried along."""
        return self.with_parts(sections=sections)

    def with_parts(self, **parts: Any) -> Grid:
        """The same grid with some fields replaced; nothing computed for the old ones is carried along."""
        fields = {name: getattr(self, name) for name in Grid.model_fields}
        return Grid(**{**fields, **parts})

    def scale(self, identifier: str) -> Scale | None:
        """The scale of that name, if the grid defines it."""
        return next((scale for scale in self.scales if scale.id == identifier), None)

    def scale_of(self, indicator: Indicator) -> Scale | None:
        """The scale that an indicator is rated on; nothing for kinds that have none."""
        return self.scale(indicator.scale) if isinstance(indicator, Rating | Derived) else None

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the content, as 64 hexadecimal digits.

        Defaults are left out, so that a field which a later version adds breaks no seal. Text is in NFC already
        (`harmless`) and the rest is canonical, so that the order and the spelling of a file do not matter.
        """
        return digest(self.model_dump(mode="json", exclude_defaults=True))

    @cached_property
    def content_of(self) -> Mapping[str, str]:
        """What people say yes or no to, by code: the SHA-256 of each indicator with its scale, and of `FRAME`.

        Whatever changes the fingerprint changes one of these. The frame names all indicators in their order, so that
        none is added, moved or dropped without everybody's yes.
        """
        found = {FRAME: self.frame}
        for indicator in self.indicators():
            scale = self.scale_of(indicator)
            parts = [part.model_dump(mode="json", exclude_defaults=True) for part in (indicator, scale) if part]
            found[indicator.id] = digest(parts)
        return found

    @cached_property
    def frame(self) -> str:
        """`content_of` of `FRAME` alone, which costs little."""
        return digest(self._frame())

    def _frame(self) -> dict[str, Any]:
        content = self.model_dump(mode="json", exclude_defaults=True, exclude={"sections", "scales"})
        used = {scale.id for each in self.indicators() if (scale := self.scale_of(each))}
        loose = (scale for scale in self.scales if scale.id not in used)
        content["scales"] = [scale.model_dump(mode="json", exclude_defaults=True) for scale in loose]
        content["order"] = [scale.id for scale in self.scales]
        content["sections"] = [
            (section.model_dump(mode="json", exclude={"indicators"}), [each.id for each in section.indicators])
            for section in self.sections
        ]
        return content

    @property
    def short_fingerprint(self) -> str:
        """The form people compare by eye, like ``7F3A-C21E``."""
        return short_fingerprint(self.fingerprint)


def short_fingerprint(fingerprint: str) -> str:
    """The first eight digits, as two groups of four capitals."""
    return f"{fingerprint[:4]}-{fingerprint[4:8]}".upper()
