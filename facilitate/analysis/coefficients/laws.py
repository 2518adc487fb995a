"""Student's t, F and chi-square: how likely, and the values that are passed so seldom; in plain Python.

Incomplete beta: continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions. Incomplete gamma:
series 8.11.4 and continued fraction 8.9.2 there, its even part. Both fractions by the modified method of Lentz (W. J.
Thompson & A. R. Barnett 1986, Journal of Computational Physics 64). Quantiles: Newton's steps, kept between bounds
that close in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import exp, inf, isfinite, lgamma, log, log1p, sqrt
from statistics import NormalDist

_TINY, _CLOSE, _TERMS = 1e-300, 1e-15, 100_000
_FAR = 690.0
"""As far as the logarithms of numbers go that a computer can hold."""


def normal(share: float) -> float:
    """Below which value this share of the standard normal law lies."""
    return NormalDist().inv_cdf(share)


@lru_cache(maxsize=1024)
def student(share: float, freedom: float) -> float:
    """Below which value this share of Student's t lies: t squared has the F law with 1 and `freedom`."""
    middle = 2 * share - 1
    found = sqrt(fisher(abs(middle), 1, freedom))
    return found if middle > 0 else -found


@lru_cache(maxsize=1024)
def fisher(share: float, above: float, below: float) -> float:
    """Below which value this share of F with these degrees of freedom lies; infinite where no number is that large."""
    a, b = above / 2, below / 2
    if not 0 < share < 1:
        return inf if share >= 1 else 0.0
    odds = _solved(share, lambda at: _beta(a, b, at), lambda at: _beta_density(a, b, at), 0.0)
    return exp(odds) * below / above if isfinite(odds) else (inf if odds > 0 else 0.0)


def fisher_passed(value: float, above: float, below: float) -> float:
    """How often F with these degrees of freedom is larger."""
    if value <= 0:
        return 1.0
    return _beta(below / 2, above / 2, -log(value * above / below)) if isfinite(value) else 0.0


@lru_cache(maxsize=1024)
def chi_square(share: float, freedom: float) -> float:
    """Below which value this share of chi-square lies."""
    half = freedom / 2
    if not 0 < share < 1:
        return inf if share >= 1 else 0.0
    found = _solved(
        share, lambda at: 1 - _gamma_above(half, exp(at)), lambda at: exp(half * at - exp(at) - lgamma(half)), log(half)
    )
    return 2 * exp(found) if isfinite(found) else 0.0


def chi_square_passed(value: float, freedom: float) -> float:
    """How often chi-square with these degrees of freedom is larger."""
    return _gamma_above(freedom / 2, value / 2) if value > 0 else 1.0


def _solved(share: float, law: Callable[[float], float], density: Callable[[float], float], start: float) -> float:
    """Where a growing law reaches the share; infinite where that is out of reach."""
    low, high, at = -_FAR, _FAR, start
    for _ in range(200):
        off = law(at) - share
        if off < 0:
            low = at
        else:
            high = at
        slope = density(at)
        step = at - off / slope if slope > 0 else inf
        if not low < step < high:
            step = (low + high) / 2
        if abs(step - at) <= 1e-14 * max(1.0, abs(step)):
            break
        at = step
    return inf if at > _FAR - 1 else -inf if at < 1 - _FAR else at


def _beta_front(a: float, b: float, odds: float) -> float:
    """x^a (1 - x)^b / B(a, b), where `odds` is the logarithm of x / (1 - x)."""
    rare = log1p(exp(-abs(odds)))  # of the larger of x and 1 - x, minus its logarithm
    x, rest = (-rare, -odds - rare) if odds > 0 else (odds - rare, -rare)
    return exp(min(_FAR, a * x + b * rest + lgamma(a + b) - lgamma(a) - lgamma(b)))


def _beta_density(a: float, b: float, odds: float) -> float:
    return _beta_front(a, b, odds)


def _beta(a: float, b: float, odds: float) -> float:
    """The regularised incomplete beta function at x, where `odds` is the logarithm of x / (1 - x)."""
    x, rest = 1 / (1 + exp(-odds)), 1 / (1 + exp(odds))
    front = _beta_front(a, b, odds)
    if x * (a + b + 2) < a + 1:
        return min(1.0, front * _fraction(a, b, x) / a)
    return max(0.0, 1 - front * _fraction(b, a, rest) / b)


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz."""
    c, d = 1.0, 1 / _apart(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1 / _apart(1 + even * d), _apart(1 + even / c)
        value *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / _apart(1 + odd * d), _apart(1 + odd / c)
        value *= d * c
        if abs(d * c - 1) < _CLOSE:
            break
    return value


def _gamma_above(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function."""
    if x <= 0:
        return 1.0
    front = exp(max(-_FAR - 50, a * log(x) - x - lgamma(a)))
    return max(0.0, 1 - front * _series(a, x)) if x < a + 1 else front * _above_fraction(a, x)


def _series(a: float, x: float) -> float:
    term = total = 1 / a
    for n in range(1, _TERMS):
        term *= x / (a + n)
        total += term
        if term < total * _CLOSE:
            break
    return total


def _above_fraction(a: float, x: float) -> float:
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / _apart(b)
    value = d
    for n in range(1, _TERMS):
        b += 2
        step = -n * (n - a)
        d, c = 1 / _apart(step * d + b), _apart(b + step / c)
        value *= d * c
        if abs(d * c - 1) < _CLOSE:
            break
    return value


def _apart(value: float) -> float:
    """Never zero, as Lentz's method asks."""
    return value if abs(value) > _TINY else _TINY
