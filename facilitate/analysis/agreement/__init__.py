"""How far the observers of a meeting agree, before anybody talked about it; the mathematics is in
`analysis/coefficients`."""

from facilitate.analysis.agreement.differing import apart
from facilitate.analysis.agreement.meaning import Meaning, Verdict, meaning, verdict
from facilitate.analysis.agreement.measuring import LOWEST, SHARES, Apart, Measured, Without, by_point
from facilitate.analysis.agreement.putting import Put, declared
from facilitate.analysis.agreement.units import Coverage, Unit, units
from facilitate.analysis.agreement.whole import Agreement, agreement

__all__ = [
    "LOWEST",
    "SHARES",
    "Agreement",
    "Apart",
    "Coverage",
    "Meaning",
    "Measured",
    "Put",
    "Unit",
    "Verdict",
    "Without",
    "agreement",
    "apart",
    "by_point",
    "declared",
    "meaning",
    "units",
    "verdict",
]
