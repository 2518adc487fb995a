"""Kappa with the distances that a scale declares itself."""

from __future__ import annotations

from facilitate.analysis.coefficients.cohen import weighted_kappa
from facilitate.analysis.coefficients.distances import Listed
from facilitate.analysis.coefficients.named import answered
from facilitate.analysis.coefficients.result import Coefficient, Undefined
from facilitate.analysis.coefficients.table import Table, comparable, varying


@answered
def cohen_kappa_declared(table: Table, bounds: bool = True) -> Coefficient:
    """Weighted by how grave the scale says it is to take one point for another: 1 - distance / the largest distance.

    J. Cohen (1968), Psychological Bulletin 70; of more than two observers, and the interval, as `cohen.py` says.
    """
    comparable(table)
    if not table.scale.apart:
        raise Undefined("agreement.why.no_distances")
    try:
        return weighted_kappa(table, Listed(table.scale.apart), bounds)
    except Undefined:
        varying(table.paired)
        raise Undefined("agreement.why.no_distance") from None
