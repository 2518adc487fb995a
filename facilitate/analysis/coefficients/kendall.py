"""Kendall's W: whether observers put units in the same order.

M. G. Kendall & B. Babington Smith (1939), Annals of Mathematical Statistics 10; ties as in M. G. Kendall (1970), Rank
Correlation Methods, 4th edition. Only units that every observer judged. The literature has no interval for
it: units are drawn again and again.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitate.analysis.coefficients.drawing import drawn
from facilitate.analysis.coefficients.laws import chi_square_passed
from facilitate.analysis.coefficients.named import answered, ordered
from facilitate.analysis.coefficients.patterns import Coded
from facilitate.analysis.coefficients.result import NOT_ASKED, Coefficient, Tested, Undefined, found
from facilitate.analysis.coefficients.table import Table, comparable


@answered
def kendall_w(table: Table, bounds: bool = True) -> Coefficient:
    """1 where all put the units in the same order, 0 where their ranks cancel each other out; with its chi-square."""
    comparable(ordered(table))
    rows = dict(table.complete)
    units = sum(rows.values())
    if units < 2:
        raise Undefined("agreement.why.few_complete", units=units)
    value = concordance(rows)
    if value is None:
        raise Undefined("agreement.why.no_variation")
    statistic = table.observers * (units - 1) * value
    test = Tested("chi2", statistic, (units - 1,), chi_square_passed(statistic, units - 1))
    return found(value, drawn(rows, concordance, value) if bounds else NOT_ASKED, units, test)


def concordance(rows: dict[Coded, int]) -> float | None:
    """W of complete rows, each so many times; none where no observer tells units apart."""
    each, times = list(rows), list(rows.values())
    units, observers = sum(times), len(each[0])
    placed, ties = [], 0
    for column in zip(*each, strict=True):
        ranks, tied = _ranks(column, times)
        placed.append(map(ranks.__getitem__, column))
        ties += tied
    middle = observers * (units + 1) / 2
    ranked = map(sum, zip(*placed, strict=True))
    apart = sum([number * (rank - middle) * (rank - middle) for rank, number in zip(ranked, times, strict=True)])
    most = observers * (observers * (units**3 - units) - ties)
    return 12 * apart / most if most else None


def _ranks(column: Sequence[int], times: Sequence[int]) -> tuple[dict[int, float], int]:
    """The rank of each point, the middle of those that share it; and the sum of t^3 - t over groups of t ties."""
    numbers = dict[int, int]()
    for code, number in zip(column, times, strict=True):
        numbers[code] = numbers.get(code, 0) + number
    ranks, below, ties = dict[int, float](), 0, 0
    for code in sorted(numbers):
        number = numbers[code]
        ranks[code] = below + (number + 1) / 2
        below, ties = below + number, ties + number**3 - number
    return ranks, ties
