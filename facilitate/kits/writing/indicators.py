"""One indicator of any kind."""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import (
    Anchor,
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
)
from facilitate.domain.model import Language, Wording
from facilitate.domain.scale import Band
from facilitate.kits.scales import INDICATOR_KINDS
from facilitate.kits.writing.scalars import answer, flag, name, number, quoted
from facilitate.kits.writing.tree import List, Map, Node, flow, present
from facilitate.kits.writing.wordings import needed, wording

Entries = tuple[tuple[str, Node | None], ...]


def indicator(each: Indicator, grid: Grid) -> Map:
    """What an indicator is comes first, what it asks next, then what its answers mean, then the rules for it alone."""
    before, after = _own(each, grid)
    return Map(
        present(
            ("id", name(each.id)),
            ("type", _type(each)),
            ("unit", each.about),
            ("steps", flow(map(name, each.steps))),
            ("when", _when(each)),
            *before,
            ("auto", name(each.auto) if each.auto is not None else None),
            ("evidence_auto", name(each.evidence_auto) if each.evidence_auto is not None else None),
            ("text", needed(each.text, grid.languages)),
            *after,
            ("reverse", flag(True) if each.reverse else None),
            ("weight", number(each.weight) if each.weight != 1 else None),
            ("not_observed", None if each.not_observed else flag(False)),
            ("not_applicable", None if each.not_applicable else flag(False)),
            ("evidence_required_for", _evidence(each)),
            ("thresholds_basis", quoted(each.thresholds_basis) if each.thresholds_basis is not None else None),
            ("sources", flow(map(name, each.sources))),
        )
    )


def _type(each: Indicator) -> str:
    match each:
        case Rating():
            return "rating" if each.scale in INDICATOR_KINDS else name(each.scale)
        case Count(measure="percent"):
            return "percent"
        case Interval(momentary=True):
            return "snapshot"
    return each.kind


def _when(each: Indicator) -> Map | None:
    if each.when is None:
        return None
    values = List(tuple(map(answer, each.when.values)), flows=True)
    return Map((("indicator", name(each.when.indicator)), ("is", values)), flows=True)


def _evidence(each: Indicator) -> List | None:
    """An empty list stands: it says that no answer owes a fact, whatever the grid asks elsewhere."""
    return None if each.evidence_for is None else List(tuple(map(answer, each.evidence_for)), flows=True)


def _own(each: Indicator, grid: Grid) -> tuple[Entries, Entries]:
    """What only its kind has: what stands before the text, and what stands after it."""
    languages = grid.languages
    match each:
        case Rating():
            named = (("scale", name(each.scale)),) if each.scale in INDICATOR_KINDS else ()
            return named, (("anchors", _anchors(each, grid)),)
        case YesNo():
            meanings = (each.yes_means, each.no_means)
            yes, no = (wording(means, languages) for means in meanings)
            return (), (("yes_means", yes), ("no_means", no))
        case Choice():
            several = flag(True) if each.several else None
            return (("several", several),), (("options", _options(each.options, languages)),)
        case Count():
            measure = each.measure if each.measure not in ("times", "percent") else None
            threshold = number(each.threshold) if each.threshold is not None else None
            split = flow(map(name, each.split_by))
            return (("measure", measure), ("split_by", split)), (
                ("threshold", threshold),
                ("bands", _bands(each.bands)),
            )
        case Tally() | Duration():
            groups = _options(each.groups, languages) if each.groups else None
            return (), (("groups", groups), ("bands", _bands(each.bands)))
        case Interval():
            at_most = number(each.at_most) if each.at_most is not None else None
            every = number(each.every_seconds)
            return (("every_seconds", every), ("at_most", at_most)), (("codes", _options(each.codes, languages)),)
        case Derived():
            behaviours = List(tuple(map(name, each.behaviours)), flows=True)
            rule: Entries = (("scale", name(each.scale)), ("from", behaviours), ("rule", each.rule))
            return (), (*rule, ("anchors", _anchors(each, grid)))
    return (), ()


def _bands(bands: Sequence[Band]) -> List | None:
    return List(tuple(map(_band, bands)), flows=True) if bands else None


def _band(band: Band) -> Map:
    limit = "null" if band.max is None else number(band.max)
    return Map((("max", limit), ("score", number(band.score))), flows=True)


def _options(options: Sequence[Option], languages: Sequence[Language]) -> List:
    """Options with their labels; their ids alone where the file has one language and they say the same."""
    if len(languages) == 1 and all(option == _word(option, languages[0]) for option in options):
        return List(tuple(name(option.id) for option in options), flows=True)
    return List(tuple(_option(option, languages) for option in options), rows=True)


def _word(option: Option, language: Language) -> Option:
    return Option(id=option.id, label=Wording(**{language: option.id}))


def _option(option: Option, languages: Sequence[Language]) -> Map:
    score = number(option.score) if option.score is not None else None
    entries = present(("id", name(option.id)), ("label", needed(option.label, languages)), ("score", score))
    return Map(entries, flows=True)


def _anchors(each: Rating | Derived, grid: Grid) -> Map | None:
    """An anchor for each point; a point that has none says so, as readers of a file ask."""
    if not each.anchors:
        return None
    scale = grid.scale(each.scale)
    points = [anchor.value for anchor in each.anchors]
    silent = [value for value in (scale.values if scale else ()) if value not in points]
    between = _in_order_of_scale(each.anchors, silent, list(scale.values) if scale else [])
    return Map(tuple((number(point), _anchor(each.anchors, point, grid)) for point in between), even=True)


def _in_order_of_scale(anchors: Sequence[Anchor], silent: list[float], values: list[float]) -> list[float]:
    points = [anchor.value for anchor in anchors]
    return values if [value for value in values if value not in silent] == points else [*points, *silent]


def _anchor(anchors: Sequence[Anchor], point: float, grid: Grid) -> Node:
    found = next((anchor.text for anchor in anchors if anchor.value == point), Wording())
    return needed(found, grid.languages)
