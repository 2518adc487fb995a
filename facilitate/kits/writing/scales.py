"""Scales, and how answers become points."""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.domain.distances import apart, tabled
from facilitate.domain.grid import Grid, Scoring
from facilitate.domain.model import Language
from facilitate.domain.scale import Scale
from facilitate.kits.grid_file import KEYS
from facilitate.kits.header import HEADER
from facilitate.kits.scoring import enough_said
from facilitate.kits.writing.scalars import answer, name, number, quoted
from facilitate.kits.writing.tree import List, Map, Node, flow, present
from facilitate.kits.writing.wordings import wording

_TAKEN = frozenset((*KEYS, *HEADER, *Grid.model_fields))


def scales(several: Sequence[Scale], languages: Sequence[Language]) -> tuple[tuple[str, Node], ...]:
    """Each scale under its own name at the top of the file; all under `scales:` where one is called as another key is.

    One place for all of them, since their order belongs to the seal.
    """
    found = tuple((name(scale.id), _scale(scale, languages)) for scale in several)
    if any(scale.id in _TAKEN or name(scale.id) != scale.id for scale in several):
        return (("scales", Map(found)),)
    return found


def _scale(scale: Scale, languages: Sequence[Language]) -> Map:
    return Map(
        present(
            ("levels", _levels(scale, languages)),
            ("not_observed", wording(scale.not_observed, languages)),
            ("not_applicable", wording(scale.not_applicable, languages)),
            ("measurement", scale.measurement if scale.measurement != "ordinal" else None),
            ("best", scale.best if scale.best != "high" else None),
            ("distances", _distances(scale)),
            ("note", quoted(scale.note) if scale.note is not None else None),
        )
    )


def _levels(scale: Scale, languages: Sequence[Language]) -> Node:
    if not any(level.label for level in scale.levels):
        return List(tuple(number(level.value) for level in scale.levels), flows=True)
    points = tuple((number(level.value), wording(level.label, languages) or "null") for level in scale.levels)
    return Map(points, flows=len(languages) == 1, even=True)


def _distances(scale: Scale) -> List | None:
    """A row a line, in the order in which the levels stand there; flawed ones as they are, so that a reader tells."""
    rows = tabled(scale.values, apart(scale)) or scale.distances
    return List(tuple(List(tuple(map(number, row)), flows=True) for row in rows)) if rows else None


def scoring(rules: Scoring, grid: Grid) -> Map | None:
    """The rules that differ from the usual ones."""
    said = enough_said(rules.about)
    usual = Scoring().enough if said is None else said
    entries = present(
        ("section_score", quoted(rules.about) if rules.about is not None else None),
        ("enough", number(rules.enough) if rules.enough != usual else None),
        ("yesno_map", _yes_no(rules, grid)),
        ("weights", rules.weights if rules.weights != Scoring().weights else None),
        ("evidence_required_for", flow(map(answer, rules.evidence_for))),
        ("basis", quoted(rules.basis) if rules.basis is not None else None),
    )
    return Map(entries) if entries else None


def _yes_no(rules: Scoring, grid: Grid) -> Map | None:
    """The points of yes and of no: both where one differs, if the other, too, lies within the scales of the grid."""
    usual, points = Scoring(), [value for scale in grid.scales for value in scale.values]
    if (rules.yes, rules.no) == (usual.yes, usual.no):
        return None
    pairs = (("yes", rules.yes, usual.yes), ("no", rules.no, usual.no))
    told = [
        (f'"{word}"', number(own))
        for word, own, default in pairs
        if own != default or not points or min(points) <= own <= max(points)
    ]
    return Map(tuple(told), flows=True)
