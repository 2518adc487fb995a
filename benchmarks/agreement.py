"""Observers' agreement side by side with the libraries that its tests compare it with, on 10, 1,000 and 100,000 units.

    .venv/bin/python benchmarks/agreement.py [OBSERVERS]

For each coefficient the fastest library that has it. Both start from the same rows with gaps; of the libraries it is
also told what they take when the array or frame that they want is at hand. Prints milliseconds of processor, the best
of several runs in turns, and how many times faster ours is. Ours comes with its interval where theirs does.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Callable
from functools import partial
from random import Random
from time import process_time
from typing import Any, NamedTuple

from facilitate.analysis.coefficients import COEFFICIENTS, Declared, tabulated

Cells = list[list[float | None]]

SCALE = Declared((1.0, 2.0, 3.0, 4.0, 5.0))
RUNS = {10: 50, 1_000: 10, 100_000: 3}
ICC = ("icc_1_1", "icc_2_1", "icc_3_1", "icc_1_k", "icc_2_k", "icc_3_k")
MOST_FOR_PINGOUIN = 1_000
"""On 100,000 units it takes a minute and more."""


class Rival(NamedTuple):
    """A library: whether it gives intervals, for which of our coefficients, from which rows, how it wants them, and
    what it does with that."""

    library: str
    bounds: bool
    names: tuple[str, ...]
    rows: Cells
    prepared: Callable[[Cells], Any]
    run: Callable[[Any], Any]


def made(units: int, observers: int, gaps: float) -> Cells:
    chance = Random(units)
    cells: Cells = []
    for _ in range(units):
        true = chance.randint(1, 5)
        row = [float(min(5, max(1, true + chance.choice((-1, 0, 0, 0, 1))))) for _ in range(observers)]
        cells.append([None if chance.random() < gaps else value for value in row])
    return cells


def rivals(cells: Cells, full: Cells) -> list[Rival]:
    numpy, pandas = importlib.import_module("numpy"), importlib.import_module("pandas")
    kappas, alpha = (
        importlib.import_module("statsmodels.stats.inter_rater"),
        importlib.import_module("krippendorff").alpha,
    )
    raw, pingouin = importlib.import_module("irrCAC.raw"), importlib.import_module("pingouin")

    def columns(rows: Cells) -> Any:
        return numpy.array(rows, dtype=float).T  # None becomes no number

    def whole(rows: Cells) -> Any:
        return numpy.array(rows, dtype=int) - 1

    def longer(rows: Cells) -> Any:
        long = [(unit, place, value) for unit, row in enumerate(rows) for place, value in enumerate(row)]
        return pandas.DataFrame(long, columns=["unit", "observer", "value"])

    def frame(rows: Cells) -> Any:
        return pandas.DataFrame(numpy.array(rows, dtype=float))

    def gwet(method: str, weights: str, given: Any) -> Any:
        return getattr(raw.CAC(given, weights=weights, categories=list(SCALE.points)), method)()

    def cohen(weights: str | None, given: Any) -> Any:
        return kappas.cohens_kappa(kappas.to_table(given, 5)[0], wt=weights)

    two = [row[:2] for row in full]
    found = [
        Rival(
            "krippendorff",
            False,
            (f"krippendorff_{level}",),
            cells,
            columns,
            partial(alpha, level_of_measurement=level),
        )
        for level in ("nominal", "ordinal", "interval", "ratio")
    ]
    found += [
        Rival(
            "statsmodels",
            False,
            ("fleiss_kappa",),
            full,
            whole,
            lambda it: kappas.fleiss_kappa(kappas.aggregate_raters(it, 5)[0]),
        ),
        Rival("statsmodels", True, ("cohen_kappa",), two, whole, partial(cohen, None)),
        Rival("statsmodels", True, ("cohen_kappa_linear",), two, whole, partial(cohen, "linear")),
        Rival("statsmodels", True, ("cohen_kappa_quadratic",), two, whole, partial(cohen, "quadratic")),
        Rival("irrCAC", True, ("gwet_ac1",), cells, frame, partial(gwet, "gwet", "identity")),
        Rival("irrCAC", True, ("gwet_ac2_quadratic",), cells, frame, partial(gwet, "gwet", "quadratic")),
        Rival("irrCAC", True, ("brennan_prediger",), cells, frame, partial(gwet, "bp", "identity")),
        Rival("irrCAC", True, ("conger_kappa",), cells, frame, partial(gwet, "conger", "identity")),
    ]
    if len(cells) <= MOST_FOR_PINGOUIN:
        run = partial(pingouin.intraclass_corr, targets="unit", raters="observer", ratings="value")
        found.append(Rival("pingouin", True, ICC, full, longer, run))
    return found


def ours(rows: Cells, names: tuple[str, ...], bounds: bool) -> None:
    table = tabulated(rows, SCALE)
    for name in names:
        COEFFICIENTS[name](table, bounds)


def milliseconds(run: Callable[[], Any]) -> float:
    start = process_time()
    run()
    return (process_time() - start) * 1000


def compared(units: int, observers: int) -> None:
    print(f"{units:,} units, {observers} observers: ours; theirs from rows, times; with the array at hand, times")
    for rival in rivals(made(units, observers, 0.1), made(units, observers, 0)):
        at_hand = rival.prepared(rival.rows)
        runs = {
            "ours": partial(ours, rival.rows, rival.names, rival.bounds),
            "theirs": partial(lambda it: it.run(it.prepared(it.rows)), rival),
            "at hand": partial(rival.run, at_hand),
        }
        took: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(RUNS[units]):
            for name, run in runs.items():  # in turns, so that a slower machine is slower for all
                took[name].append(milliseconds(run))
        own, theirs, alone = (min(each) for each in took.values())
        name = rival.names[0] if len(rival.names) == 1 else "all six icc"
        print(f"  {name:24}{own:9.2f}  {rival.library:12}", end="")
        print(f"{theirs:9.2f} {theirs / own:7.1f}{alone:9.2f} {alone / own:7.1f}")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for number in RUNS:
        compared(number, int(sys.argv[1]) if len(sys.argv) > 1 else 4)
