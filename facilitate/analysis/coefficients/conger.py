"""Conger's kappa: Cohen's for any number of observers, with gaps.

A. J. Conger (1980), Psychological Bulletin 88: chance draws, for every two observers, from what each of the two
gives. With gaps, and its standard error: K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, and his
R package irrCAC.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.analysis.coefficients.chance import observed
from facilitate.analysis.coefficients.distances import Different
from facilitate.analysis.coefficients.linearised import error, interval
from facilitate.analysis.coefficients.named import answered
from facilitate.analysis.coefficients.patterns import Coded
from facilitate.analysis.coefficients.result import NOT_ASKED, Coefficient, Undefined, found
from facilitate.analysis.coefficients.table import Table, comparable, varying


@answered
def conger_kappa(table: Table, bounds: bool = True) -> Coefficient:
    """Agreement beyond what observers would reach who give points as often as they do, but at random."""
    comparable(table)
    varying(table.patterns)
    numbers = _numbers(table)
    chance, by_observer = _expected(table, numbers)
    if chance < 1e-15:
        raise Undefined("agreement.why.no_variation")
    value = 1 - observed(table, Different()) / chance
    if not bounds:
        return found(value, NOT_ASKED, table.units_paired)
    off = error(_parts(table, value, chance, by_observer), value, table.units)
    return found(value, interval(value, off, table.units), table.units_paired)


def _numbers(table: Table) -> list[list[int]]:
    """How often each observer gave each point; first how often none."""
    numbers = [[0] * (len(table.points) + 1) for _ in table.columns]
    for row, times in table.rows.items():
        for own, code in zip(numbers, row, strict=True):
            own[code] += times
    return numbers


def _expected(table: Table, numbers: Sequence[Sequence[int]]) -> tuple[float, list[list[float]]]:
    """The disagreement by chance, and by observer and code (0 for a gap) what a value adds to it."""
    pairs = table.observers * (table.observers - 1)
    judged = [sum(own[1:]) for own in numbers]
    shares = [[number / of for number in own[1:]] for own, of in zip(numbers, judged, strict=True)]
    all_shares = [sum(point) for point in zip(*shares, strict=True)]
    over_all, by_observer = 0.0, list[list[float]]()
    for own, of in zip(shares, judged, strict=True):
        others = [whole - share for whole, share in zip(all_shares, own, strict=True)]
        differing = Different().towards(others)
        mean = sum([share * each for share, each in zip(own, differing, strict=True)])
        over_all += mean / pairs
        added = [mean + table.units / of * (each - mean) for each in differing]
        by_observer.append([each / pairs for each in (mean, *added)])
    return over_all, by_observer


def _parts(
    table: Table, value: float, chance: float, by_observer: Sequence[Sequence[float]]
) -> list[tuple[int, float]]:
    """What units add to the coefficient."""
    more, added = table.units / table.units_paired, []
    for row, times in table.rows.items():
        drawn = sum([own[code] for own, code in zip(by_observer, row, strict=True)])
        apart = _apart(row)
        part = more * (1 - apart / chance) if apart is not None else 0.0
        added.append((times, part - 2 * (1 - value) * (chance - drawn) / chance))
    return added


def _apart(row: Coded) -> float | None:
    """The share of pairs of observers that differ; none where there is no pair."""
    given = [code for code in row if code]
    pairs = len(given) * (len(given) - 1)
    return 1 - sum([given.count(code) - 1 for code in given]) / pairs if pairs else None
