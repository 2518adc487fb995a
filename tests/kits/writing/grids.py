"""Grids by chance, of all kinds, such as a reader of files would accept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, get_args

from hypothesis import strategies as st

from facilitate.domain.distances import Distances
from facilitate.domain.grid import Grid, Scoring, Section, Source
from facilitate.domain.indicator import (
    Anchor,
    Choice,
    Condition,
    Count,
    Derived,
    Duration,
    Indicator,
    Interval,
    Note,
    Option,
    Rating,
    Tally,
    YesNo,
)
from facilitate.domain.model import Language, replaced
from facilitate.domain.scale import Band, Level, Number, Scale
from facilitate.kits.answers import NOT_SCORED, RESERVED
from facilitate.kits.indicators import LOG_MEASURES
from facilitate.kits.scales import INDICATOR_KINDS
from tests.kits.writing.odd import LANGUAGE_LISTS, LINES, NAMES, POINTS, WEIGHTS, or_nothing, several, wordings

SOURCES = st.dictionaries(
    NAMES,
    st.builds(
        Source,
        cite=LINES,
        url=st.one_of(st.none(), st.just("https://a.org/x?y=1&z=%20#part"), LINES),
        note=st.none() | LINES,
        used_for=st.none() | LINES,
    ),
    max_size=3,
)


def distances(points: int) -> st.SearchStrategy[Distances]:
    """How far so many points are from each other: not from themselves, the same in both directions, not all 0."""
    pairs = points * (points - 1) // 2
    far = st.lists(st.sampled_from((0, 1, 3, 6, 0.5, 1 / 3, 12)), min_size=pairs, max_size=pairs)
    return far.filter(any).map(lambda drawn: _both_ways(points, drawn))


def _both_ways(points: int, far: Sequence[Number]) -> Distances:
    drawn = iter(far)
    pair = {frozenset((one, other)): next(drawn) for one in range(points) for other in range(one)}
    return tuple(tuple(pair.get(frozenset((one, other)), 0) for other in range(points)) for one in range(points))


class Maker:
    """Draws the parts of one grid; what is drawn later may name what was drawn before."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.languages: tuple[Language, ...] = draw(LANGUAGE_LISTS)
        self.texts = wordings(self.languages)
        self.sources = draw(SOURCES)
        self.scales = tuple(self.scale(each) for each in draw(several(NAMES.filter(_no_kind), 1)))
        self.points = sorted({value for scale in self.scales for value in scale.values})
        self.indicators: list[Indicator] = []

    def grid(self) -> Grid:
        draw = self.draw
        codes = draw(several(least=1, most=6))
        cut = draw(st.integers(0, len(codes) - 1))
        sections = [codes[:cut], codes[cut:]] if cut else [codes]
        made = tuple(self.section(f"S{place}", each) for place, each in enumerate(sections))
        return Grid(
            id=draw(NAMES),
            version=draw(LINES),
            title=draw(self.texts),
            languages=self.languages,
            scales=self.scales,
            sections=made,
            scoring=self.scoring(),
            observer_rules=tuple(draw(st.lists(self.texts, max_size=3))),
            sources=self.sources,
            locked=draw(several(st.sampled_from(codes))),
        )

    def section(self, name: str, codes: Sequence[str]) -> Section:
        own = []
        for code in codes:
            own.append(self.indicator(code))
            self.indicators.append(own[-1])
        return Section(id=name, title=self.draw(self.texts), weight=self.draw(WEIGHTS), indicators=tuple(own))

    def scale(self, name: str) -> Scale:
        draw = self.draw
        points = draw(st.lists(POINTS, min_size=2, max_size=4, unique=True))
        return Scale(
            id=name,
            levels=tuple(Level(value=value, label=draw(or_nothing(self.texts))) for value in points),
            measurement=draw(st.sampled_from(("nominal", "ordinal", "interval", "ratio"))),
            best=draw(st.sampled_from(("high", "low"))),
            not_observed=draw(or_nothing(self.texts)),
            not_applicable=draw(or_nothing(self.texts)),
            note=draw(st.none() | LINES),
            distances=draw(st.just(()) | distances(len(points))),
        )

    def scoring(self) -> Scoring:
        draw, point = self.draw, st.sampled_from(self.points)
        said = st.sampled_from((None, "shown when 70 % were scored", "a mean", "at least 60% of it", "from 150 % on"))
        return Scoring(
            enough=draw(st.sampled_from((0, 0.6, 0.7, 1 / 3, 1))),
            yes=draw(st.just(4) | point),
            no=draw(st.just(1) | point),
            evidence_for=tuple(draw(st.lists(point | st.sampled_from(("yes", "no", "12", "often")), max_size=3))),
            basis=draw(st.none() | LINES),
            about=draw(said),
            weights=draw(st.sampled_from(("equal", "declared"))),
        )

    def indicator(self, code: str) -> Indicator:
        kinds: list[Callable[[dict[str, Any]], Indicator]] = [self.rating, self.yesno, self.choice, self.count]
        kinds += [self.tally, self.duration, self.interval, self.note]
        behaviours = [each for each in self.indicators if isinstance(each, Rating | YesNo)]
        if behaviours:
            kinds.append(lambda shared: self.derived(shared, behaviours))
        kind = self.draw(st.sampled_from(kinds))
        made: Indicator = kind(self.shared(code))
        asked = [each for each in self.indicators if not isinstance(each, Note)]
        values: dict[str, Any] = {}
        if self.draw(st.booleans()) and asked:
            other = self.draw(st.sampled_from(asked))
            values["when"] = Condition(indicator=other.id, values=self.answers(other, 1))
        if self.draw(st.booleans()):
            values["evidence_for"] = self.answers(made, 0)
        return replaced(made, **values)

    def answers(self, indicator: Indicator, least: int) -> tuple[Number | str, ...]:
        possible: list[Number | str] = list(NOT_SCORED)
        match indicator:
            case Rating() | Derived():
                possible += [value for scale in self.scales if scale.id == indicator.scale for value in scale.values]
            case YesNo():
                possible += ["yes", "no"]
            case Choice():
                possible += [option.id for option in indicator.options]
            case Interval():
                possible += [code.id for code in indicator.codes]
            case Note():
                possible += ["whatever it's"]
            case _:
                possible += [0, 3, 2.5]
        return tuple(self.draw(st.lists(st.sampled_from(possible), min_size=least, max_size=3)))

    def shared(self, code: str) -> dict[str, Any]:
        draw = self.draw
        measure = st.none() | st.sampled_from(LOG_MEASURES)
        return {
            "id": code,
            "text": draw(self.texts),
            "about": draw(st.sampled_from(("meeting", "moderator", "step"))),
            "steps": draw(several()),
            "not_observed": draw(st.booleans()),
            "not_applicable": draw(st.booleans()),
            "weight": draw(WEIGHTS),
            "reverse": draw(st.booleans()),
            "auto": draw(measure),
            "evidence_auto": draw(measure),
            "thresholds_basis": draw(st.none() | LINES),
            "sources": draw(several(st.sampled_from(sorted(self.sources)))) if self.sources else (),
        }

    def rating(self, shared: dict[str, Any]) -> Rating:
        scale = self.draw(st.sampled_from(self.scales))
        return Rating(**shared, scale=scale.id, anchors=self.anchors(scale))

    def anchors(self, scale: Scale) -> tuple[Anchor, ...]:
        points = self.draw(st.lists(st.sampled_from(scale.values), unique=True))
        return tuple(Anchor(value=value, text=self.draw(self.texts)) for value in points)

    def yesno(self, shared: dict[str, Any]) -> YesNo:
        meanings = or_nothing(self.texts)
        return YesNo(**shared, yes_means=self.draw(meanings), no_means=self.draw(meanings))

    def options(self, least: int) -> tuple[Option, ...]:
        names = self.draw(several(NAMES.filter(lambda name: name.lower() not in RESERVED), least, 4))
        alike = self.draw(st.booleans())
        score = st.none() | st.sampled_from(self.points)
        return tuple(
            Option(id=name, label={self.languages[0]: name})
            if alike
            else Option(id=name, label=self.draw(self.texts), score=self.draw(score))
            for name in names
        )

    def bands(self) -> tuple[Band, ...]:
        if self.draw(st.booleans()):
            return ()
        limits = sorted(self.draw(st.lists(st.integers(0, 90), max_size=3, unique=True)))
        return tuple(Band(max=limit, score=self.draw(st.sampled_from(self.points))) for limit in (*limits, None))

    def choice(self, shared: dict[str, Any]) -> Choice:
        return Choice(**shared, options=self.options(2), several=self.draw(st.booleans()))

    def count(self, shared: dict[str, Any]) -> Count:
        measures = get_args(Count.model_fields["measure"].annotation)
        return Count(
            **shared,
            measure=self.draw(st.sampled_from(measures)),
            bands=self.bands(),
            threshold=self.draw(st.none() | POINTS),
            split_by=self.draw(several()),
        )

    def tally(self, shared: dict[str, Any]) -> Tally:
        return Tally(**shared, groups=self.options(1) if self.draw(st.booleans()) else (), bands=self.bands())

    def duration(self, shared: dict[str, Any]) -> Duration:
        return Duration(**shared, groups=self.options(1) if self.draw(st.booleans()) else (), bands=self.bands())

    def interval(self, shared: dict[str, Any]) -> Interval:
        codes = self.options(1)
        return Interval(
            **shared,
            every_seconds=self.draw(st.integers(1, 86_400)),
            momentary=self.draw(st.booleans()),
            codes=codes,
            at_most=self.draw(st.none() | st.integers(1, len(codes))),
        )

    def derived(self, shared: dict[str, Any], behaviours: Sequence[Indicator]) -> Indicator:
        about = shared["about"]
        fitting = [each.id for each in behaviours if each.about in (about, "meeting")]
        if not fitting:
            return self.note(shared)
        scale = self.draw(st.sampled_from(self.scales))
        rule = self.draw(st.sampled_from(get_args(Derived.model_fields["rule"].annotation)))
        named = self.draw(several(st.sampled_from(fitting), 1))
        return Derived(**shared, scale=scale.id, behaviours=named, rule=rule, anchors=self.anchors(scale))

    def note(self, shared: dict[str, Any]) -> Note:
        return Note(**shared)


def _no_kind(name: str) -> bool:
    return name not in INDICATOR_KINDS


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """A sound grid."""
    return Maker(draw).grid()
