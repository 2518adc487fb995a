"""What a part of a grid says, as labelled lines: they are read on the page, and compared to tell what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from facilitate.domain.distances import apart
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import (
    Choice,
    Count,
    Derived,
    Duration,
    Indicator,
    Interval,
    Option,
    Rating,
    Tally,
    YesNo,
    anchor_at,
)
from facilitate.domain.model import LANGUAGES, Wording
from facilitate.domain.scale import Answer, Band, Number, Scale
from facilitate.language import Words


class Told(NamedTuple):
    """A label and what stands there; `field` is the same in every language of the reader."""

    field: str
    label: str
    text: str


def indicator_told(
    indicator: Indicator, grid: Grid, words: Words, languages: Sequence[str], sources: bool = True
) -> list[Told]:
    """All that an indicator says, its texts in these languages."""
    found = [*_texts("text", words("agree.field.text"), indicator.text, words, languages)]
    found.append(Told("kind", words("agree.field.kind"), words(f"agree.kind.{indicator.kind}")))
    found.append(Told("about", words("agree.field.about"), words(f"agree.about.{indicator.about}")))
    found += _answers(indicator, grid, words, languages)
    found += _conditions(indicator, grid, words)
    if sources:
        found += _origins(indicator, grid, words)
    return [each for each in found if each.text]


def _texts(field: str, label: str, text: Wording, words: Words, languages: Sequence[str]) -> Iterator[Told]:
    """A text in each of the languages; with one language its name needs not be said."""
    for language in languages:
        named = label if len(languages) == 1 else words("agree.in_language", label=label, language=tongue(language))
        yield Told(f"{field}.{language}", named, getattr(text, language) or "")


def tongue(language: str) -> str:
    """A language by its own code, as it stands in files; short enough for a label."""
    return language.upper()


def _answers(indicator: Indicator, grid: Grid, words: Words, languages: Sequence[str]) -> Iterator[Told]:
    match indicator:
        case Rating() | Derived():
            yield from _rated(indicator, grid, words, languages)
        case YesNo():
            yield from _texts("yes_means", words("agree.field.yes_means"), indicator.yes_means, words, languages)
            yield from _texts("no_means", words("agree.field.no_means"), indicator.no_means, words, languages)
        case Choice():
            yield Told("several", words("agree.field.several"), words.shown(indicator.several))
            yield from _options(indicator.options, words("agree.field.options"), words, languages)
        case Interval():
            yield Told("every", words("agree.field.every"), words.number(indicator.every_seconds))
            yield Told("momentary", words("agree.field.momentary"), words.shown(indicator.momentary))
            yield Told("at_most", words("agree.field.at_most"), words.shown(indicator.at_most or ""))
            yield from _options(indicator.codes, words("agree.field.codes"), words, languages)
        case Tally() | Duration():
            yield from _options(indicator.groups, words("agree.field.groups"), words, languages)
            yield Told("bands", words("agree.field.bands"), bands_said(indicator.bands, words))
        case Count():
            yield Told("measure", words("agree.field.measure"), words(f"agree.measure.{indicator.measure}"))
            yield Told("bands", words("agree.field.bands"), bands_said(indicator.bands, words))


def _rated(indicator: Rating | Derived, grid: Grid, words: Words, languages: Sequence[str]) -> Iterator[Told]:
    scale = grid.scale(indicator.scale)
    if isinstance(indicator, Derived):
        rule, codes = words(f"agree.rule_of.{indicator.rule}"), words.listed(indicator.behaviours)
        yield Told("behaviours", words("agree.field.behaviours"), codes)
        yield Told("rule", words("agree.field.rule"), rule)
    yield Told("scale", words("agree.field.scale"), indicator.scale)
    for value in scale.values if scale else ():
        label = f"{words.number(value)} {scale.label(value).to(words.language) if scale else ''}"
        yield from _texts(f"anchor.{value}", label, anchor_at(indicator.anchors, value), words, languages)


def _options(options: Iterable[Option], label: str, words: Words, languages: Sequence[str]) -> Iterator[Told]:
    for option in options:
        score = f" = {words.number(option.score)}" if option.score is not None else ""
        yield from _texts(f"opt.{option.id}", f"{label} {option.id}{score}", option.label, words, languages)


def bands_said(bands: Iterable[Band], words: Words) -> str:
    """``up to 5 = 4, up to 10 = 3, more than 10 = 1``."""
    said, before = list[str](), 0.0
    for each in bands:
        if each.max is None:
            label = words("observe.band_above", low=words.number(before))
        else:
            label, before = words("observe.band_up_to", high=words.number(each.max)), each.max
        said.append(f"{label} = {words.number(each.score)}")
    return words.listed(said)


def _conditions(indicator: Indicator, grid: Grid, words: Words) -> Iterator[Told]:
    yield Told("steps", words("agree.field.steps"), words.listed(indicator.steps))
    yield Told("weight", words("agree.field.weight"), words.number(indicator.weight))
    yield Told("reverse", words("agree.field.reverse"), words("common.yes") if indicator.reverse else "")
    own = indicator.evidence_for
    owed = grid.scoring.evidence_for if own is None else own
    yield Told("evidence", words("agree.field.evidence"), answers_said(owed, words) or words("agree.none"))
    for field in ("not_observed", "not_applicable"):
        yield Told(field, words(f"agree.field.{field}"), words.shown(bool(getattr(indicator, field))))
    if indicator.when:
        said = f"{indicator.when.indicator} = {answers_said(indicator.when.values, words)}"
        yield Told("when", words("agree.field.when"), said)


def answers_said(values: Iterable[Number | str], words: Words) -> str:
    """Answers as people read them."""
    return words.listed(answer_said(each, words) for each in values)


def answer_said(value: Number | str, words: Words) -> str:
    if isinstance(value, str):
        return words(f"common.{value}") if value in {str(each) for each in Answer} else value
    return words.number(value)


def _origins(indicator: Indicator, grid: Grid, words: Words) -> Iterator[Told]:
    """What is only changed in a file: where the answer comes from by itself, and where the idea does."""
    auto = indicator.auto or indicator.evidence_auto
    yield Told("auto", words("agree.field.auto"), auto or "")
    cited = (grid.sources[each].cite if each in grid.sources else each for each in indicator.sources)
    yield Told("sources", words("agree.field.sources"), " · ".join(cited))


def section_told(section: Section, words: Words, languages: Sequence[str]) -> list[Told]:
    """A section's title and weight, and how many indicators it holds."""
    found = [*_texts("title", words("agree.field.title"), section.title, words, languages)]
    found.append(Told("weight", words("agree.field.weight"), words.number(section.weight)))
    return [each for each in found if each.text]


def scale_told(scale: Scale, words: Words, languages: Sequence[str]) -> list[Told]:
    """A scale's points, its direction, and the names of what is not scored."""
    found: list[Told] = []
    for level in scale.levels:
        found += _texts(f"point.{level.value}", words.number(level.value), level.label, words, languages)
    found.append(Told("best", words("agree.field.best"), words(f"agree.best.{scale.best}")))
    found.append(Told("measurement", words("agree.field.measurement"), words(f"agree.measured.{scale.measurement}")))
    found.append(Told("distances", words("agree.field.distances"), _distances(scale, words)))
    found += _texts("not_observed", words("common.not_observed"), scale.not_observed, words, languages)
    found += _texts("not_applicable", words("common.not_applicable"), scale.not_applicable, words, languages)
    return [each for each in found if each.text]


def _distances(scale: Scale, words: Words) -> str:
    """How far every two points are from each other, each pair once; nothing where the scale does not say."""
    pairs = ((one, other, far) for (one, other), far in apart(scale).items() if one < other)
    told = ((words.number(one), words.number(other), words.number(far)) for one, other, far in pairs)
    return " · ".join(words("diff.apart", one=one, other=other, distance=far) for one, other, far in told)


def frame_told(grid: Grid, words: Words, languages: Sequence[str]) -> list[Told]:
    """What a grid says beside its indicators."""
    found = [*_texts("title", words("agree.field.title"), grid.title, words, languages)]
    found.append(Told("version", words("agree.field.version"), grid.version))
    for number, rule in enumerate(grid.observer_rules, start=1):
        found += _texts(f"rule.{number}", words("agree.field.observer_rule", number=number), rule, words, languages)
    found.append(Told("enough", words("agree.field.enough"), words.percent(grid.scoring.enough)))
    owed = answers_said(grid.scoring.evidence_for, words) or words("agree.none")
    found.append(Told("evidence", words("agree.field.evidence"), owed))
    found.append(Told("locked", words("agree.field.locked"), words.listed(grid.locked)))
    sections = (f"{each.id} {each.title.to(words.language)} ({_codes(each)})" for each in grid.sections)
    found.append(Told("sections", words("agree.field.sections"), " · ".join(sections)))
    return [each for each in found if each.text]


def _codes(section: Section) -> str:
    return " ".join(each.id for each in section.indicators)


class Differs(NamedTuple):
    """A line that says something else than before; one side may be empty."""

    label: str
    old: str
    new: str


def differences(before: Iterable[Told], after: Iterable[Told]) -> list[Differs]:
    """What differs between two descriptions, in the order of the new one; what is gone last."""
    old, new = ({each.field: each for each in side} for side in (before, after))
    found = [
        Differs(each.label, old[field].text if field in old else "", each.text)
        for field, each in new.items()
        if field not in old or old[field].text != each.text
    ]
    return found + [Differs(each.label, each.text, "") for field, each in old.items() if field not in new]


def left_behind(before: Iterable[Told], after: Iterable[Told]) -> list[str]:
    """Labels of texts that still have the old words while another language of the same text has new ones."""
    old, new = ({each.field: each for each in side} for side in (before, after))
    changed = {field for field in new if field in old and old[field].text != new[field].text and _language(field)}
    stems = {field.rpartition(".")[0] for field in changed}
    stayed = (field for field in new if field in old and field not in changed and _language(field))
    return [new[field].label for field in stayed if field.rpartition(".")[0] in stems]


def _language(field: str) -> bool:
    return field.rpartition(".")[2] in LANGUAGES
