"""On which points of the scale observers agree: Fleiss' kappa of each point against all others together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from facilitate.analysis.coefficients.chance import fleiss_kappa
from facilitate.analysis.coefficients.patterns import Coded
from facilitate.analysis.coefficients.result import Coefficient
from facilitate.analysis.coefficients.scale import Declared
from facilitate.analysis.coefficients.table import Table


def fleiss_by_point(table: Table) -> dict[float, Coefficient]:
    """For each point in its order; undefined for one that nobody gave, or that everybody always gave.

    J. L. Fleiss (1971), Psychological Bulletin 76: the kappa of a scale with two points, this
    one and any other.
    """
    return {point: fleiss_kappa(_against_others(table, code)) for code, point in enumerate(table.points, 1)}


def _against_others(table: Table, code: int) -> Table:
    rows = Counter[Coded]()
    for row, times in table.rows.items():
        rows[bytes([2 if each == code else 1 if each else 0 for each in row])] += times
    return replace(table, scale=Declared((0.0, 1.0), "nominal"), points=(0.0, 1.0), counted=rows, flat=b"")
