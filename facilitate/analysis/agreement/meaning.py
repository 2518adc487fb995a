"""What agreement means for people who never saw a coefficient: one verdict, and what is to be done next.

The lines at .800 and .667 are K. Krippendorff's (2004), Content Analysis, 2nd edition, page 241: above the first, data
can be relied on; between the two, for tentative conclusions; below, not. They are a habit and no test, so the interval
counts too. Where nearly all values stand at one point, coefficients that take chance out say little (A. R. Feinstein &
D. V. Cicchetti 1990): Gwet's are asked beside them.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.agreement.measuring import Measured, Without
from facilitate.analysis.agreement.whole import Agreement, State
from facilitate.analysis.coefficients import Coefficient

RELIABLE, TENTATIVE = 0.8, 0.667
FEW_UNITS = 10
"""With fewer units compared, no figure is trusted."""

MOSTLY = 0.8
"""From this share on, observers nearly always give the same."""

NEIGHBOURS = 0.9
"""From this share on, observers who differ are neighbours on the scale."""

WIDE = 0.4
"""An interval as long as this leaves open what the agreement really is."""

CHANGES = 0.1
"""An observer without whom alpha is higher by this much stands apart."""

Verdict: TypeAlias = Literal[
    "no_grid",
    "hidden",
    "nothing",
    "one_observer",
    "no_pair",
    "counted",
    "all_the_same",
    "few",
    "reliable",
    "one_point",
    "tentative",
    "neighbours",
    "differing",
    "chance",
]
"""What can be said, from nothing to compare at all to the several grades of agreement."""


class Meaning(NamedTuple):
    """The verdict; whether the interval is wide; and the observer who stands apart, if one does."""

    verdict: Verdict
    wide: bool = False
    apart: Without | None = None


def meaning(found: Agreement) -> Meaning:
    """What the agreement of all that was compared means."""
    if found.state != "compared":
        return Meaning(found.state)
    return Meaning(verdict(found.whole), _wide(found.whole.alpha), _apart(found))


def verdict(found: Measured, state: State = "compared") -> Verdict:
    """What agreement over some units means; there must be some that two observers judged."""
    if state != "compared":
        return state
    same, alpha = _value(found, "percent"), found.alpha.value
    if same is None or not found.compared:
        return "no_pair"
    if found.compared < FEW_UNITS:
        return "few"
    if alpha is None:
        return "all_the_same"
    if alpha >= RELIABLE and (found.alpha.low is None or found.alpha.low >= TENTATIVE):
        return "reliable"
    if alpha < TENTATIVE and same >= MOSTLY and max(_value(found, name) or 0 for name in _SKEWED) >= RELIABLE:
        return "one_point"
    if alpha >= TENTATIVE:
        return "tentative"
    if (_value(found, "percent_within_1") or 0) >= NEIGHBOURS and len(found.put.scale.points) > NEEDED_POINTS:
        return "neighbours"
    return "differing" if alpha > 0 else "chance"


NEEDED_POINTS = 3
"""Of three points and fewer, nearly all are neighbours."""

_SKEWED = ("gwet_ac1", "gwet_ac2_quadratic")


def _value(found: Measured, name: str) -> float | None:
    return found.coefficients[name].value


def _wide(alpha: Coefficient) -> bool:
    return alpha.low is not None and alpha.high is not None and alpha.high - alpha.low >= WIDE


def _apart(found: Agreement) -> Without | None:
    """Who most lowers the agreement of the others, if by enough and if there was enough to compare."""
    if found.whole.compared < FEW_UNITS:
        return None
    higher = [each for each in found.without if each.change is not None and each.change >= CHANGES]
    return max(higher, key=lambda each: each.change or 0, default=None)
