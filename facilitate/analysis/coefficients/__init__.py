"""Agreement of observers: the mathematics, from a table of what they gave, without meetings.

`tabulated` makes a table of rows, `coefficients` answers all coefficients by name. Everything is a pure function;
nothing that comes out is infinite or no number, and what is undefined says why.
"""

from facilitate.analysis.coefficients.categories import fleiss_by_point
from facilitate.analysis.coefficients.every import COEFFICIENTS, coefficients
from facilitate.analysis.coefficients.observers import Between, Left, distances, leaving_each_out, stands_apart
from facilitate.analysis.coefficients.occurrences import MEASURES, occurrences
from facilitate.analysis.coefficients.result import Coefficient, Tested, Unfit, Why
from facilitate.analysis.coefficients.scale import Declared
from facilitate.analysis.coefficients.table import Table, tabulated
from facilitate.analysis.coefficients.units import disagreement

__all__ = [
    "COEFFICIENTS",
    "MEASURES",
    "Between",
    "Coefficient",
    "Declared",
    "Left",
    "Table",
    "Tested",
    "Unfit",
    "Why",
    "coefficients",
    "disagreement",
    "distances",
    "fleiss_by_point",
    "leaving_each_out",
    "occurrences",
    "stands_apart",
    "tabulated",
]
