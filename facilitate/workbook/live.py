"""Formulas that follow an answer's cell: its points, what it says, and the means of sections.

Together they say what `analysis.points` and `analysis.sections` say, so that whoever changes an answer in the workbook
sees what the program would say of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from facilitate.analysis.points import points
from facilitate.analysis.sections import ROUNDING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Derived, Duration, Indicator, Rating, Tally, YesNo
from facilitate.workbook.answer_lists import AnswerList
from facilitate.workbook.book import NOTHING
from facilitate.workbook.safe import CELL_UNITS, cut, writable

_LITERAL = 200
"""Characters of one text inside a formula; Excel takes 255 at most."""

_ESCAPE = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)")
"""Where a text is cut so that no program takes it for an escaped character; they differ in formulas."""


def literal(text: str) -> str:
    """A text as formulas hold it, in pieces where it is long."""
    kept = cut(writable(text), CELL_UNITS)
    pieces = [
        piece[place : place + _LITERAL // 2]
        for piece in _ESCAPE.split(kept)
        for place in range(0, len(piece), _LITERAL // 2)
    ]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces) or '""'


def looked_up(cell: str, answers: AnswerList, column: int) -> str:
    """What a list says beside what stands in a cell; signs that a lookup takes for more are meant as they are."""
    wanted = cell
    if answers.wild:
        for sign in "~*?":
            wanted = f'SUBSTITUTE({wanted},"{sign}","~{sign}")'
        wanted = f"IF(ISTEXT({cell}),{wanted},{cell})"
    return f"VLOOKUP({wanted},{answers.name},{column},FALSE)"


def points_formula(grid: Grid, indicator: Indicator, cell: str, answers: AnswerList) -> str | None:
    """The points of what stands in a cell; nothing where no formula can tell them."""
    match indicator:
        case Rating() | YesNo() | Choice(several=False):
            # no points are a dash in the list: an empty cell would be looked up as 0
            return f'IF(ISBLANK({cell}),"",IFERROR({looked_up(cell, answers, 3)}+0,""))'
        case Count() | Tally() | Duration() if indicator.bands:
            worth = '""'
            for band in reversed(indicator.bands):
                score = points(grid, indicator, band.max if band.max is not None else _beyond(indicator))
                worth = f"{score!r}" if band.max is None else f"IF({cell}<={band.max!r},{score!r},{worth})"
            return f'IF(ISNUMBER({cell}),{worth},"")'
        case Count(threshold=threshold) if threshold is not None:
            yes, no = points(grid, indicator, threshold), points(grid, indicator, threshold - 1)
            return f'IF(ISNUMBER({cell}),IF({cell}>={threshold!r},{yes!r},{no!r}),"")'
    return None


def _beyond(indicator: Count | Tally | Duration) -> float:
    return max((band.max for band in indicator.bands if band.max is not None), default=0) + 1


def meaning_formula(cell: str, answers: AnswerList, more: str) -> str:
    """What the answer in a cell says; then what is to be said besides, whatever stands there."""
    told = f'IF(ISBLANK({cell}),"",IFERROR({looked_up(cell, answers, 4)}&"",""))'
    if not more:
        return told
    line = f'IF(LEN({told})>0,{literal(chr(10))},"")'  # an answer that says nothing leaves no empty line
    return f"{told}&{line}&{literal(more)}"


def value_formula(cell: str, answers: AnswerList) -> str:
    """The value in a cell as programs read it, whether it was picked in words or typed as a number."""
    return f'IF(ISBLANK({cell}),"",IFERROR({looked_up(cell, answers, 2)},{cell}))'


def derived_formula(indicator: Derived, own: str, spans: Sequence[tuple[str, tuple[float, float]]], none: str) -> str:
    """An element from the cells of its behaviours' points, each with the least and the most it can be worth; on a
    scale from `own` (lowest and highest, with a comma between) where shares are laid on it. `none` is a formula, too:
    what stands there where no behaviour was scored."""
    cells = ",".join(cell for cell, _ in spans)
    if indicator.rule == "share":
        lowest, highest = own.split(",")
        reached = "+".join(_reached(cell, span) for cell, span in spans)
        return f"IF(COUNT({cells}),{lowest}+({reached})/COUNT({cells})*({highest}-{lowest}),{none})"
    function = {"lowest": "MIN", "highest": "MAX"}.get(indicator.rule, "AVERAGE")
    return f"IF(COUNT({cells}),{function}({cells}),{none})"


def none_applies(answers: Sequence[str], not_applicable: Sequence[str]) -> str:
    """*Not applicable* where it stands in each of these cells, else nothing."""
    if not answers:
        return '""'
    counts = "+".join(f"COUNTIF({run},{literal(word)})" for run in runs(answers).split(",") for word in not_applicable)
    return f'IF(({counts})={len(answers)},{literal(not_applicable[0])},"")'


def _reached(cell: str, span: tuple[float, float]) -> str:
    low, high = span
    return f"IF(ISNUMBER({cell}),({cell}-{low!r})/{high - low!r},0)" if high > low else f"COUNT({cell})"


class Asked(NamedTuple):
    """An indicator that counts in a section: its weight, the cells of its answers, of their points, and of the points
    that are given by hand.

    `leaves` where a condition is not met: it is not asked there; without any answer it leaves the denominator.
    """

    weight: float
    answers: tuple[str, ...]
    points: tuple[str, ...]
    by_hand: tuple[str, ...]
    leaves: bool = False


def runs(cells: Sequence[str]) -> str:
    """Cells of one column as ranges where they stand under each other, such as ``D6:D9,D12``."""
    found: list[list[tuple[str, int]]] = []
    for cell in cells:
        letter, row = cell.rstrip("0123456789"), int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))
        if found and found[-1][-1] == (letter, row - 1):
            found[-1].append((letter, row))
        else:
            found.append([(letter, row)])
    return ",".join(
        f"{run[0][0]}{run[0][1]}" if len(run) == 1 else f"{run[0][0]}{run[0][1]}:{run[-1][0]}{run[-1][1]}"
        for run in found
    )


def scored_formula(asked: Sequence[Asked]) -> str:
    """How many of a section's indicators were answered with something that is worth points."""
    single = [each.points[0] for each in asked if len(each.points) == 1]
    many = [f"(COUNT({runs(each.points)})>0)" for each in asked if len(each.points) > 1]
    return "+".join([f"COUNT({runs(single)})"] * bool(single) + many) or "0"


def applicable_formula(asked: Sequence[Asked], not_applicable: Iterable[str]) -> str:
    """How many of a section's indicators apply: *not applicable* and what is not asked leave the denominator."""
    number = sum(bool(each.answers) for each in asked)
    left = [_all_left(each, list(not_applicable)) for each in asked if len(each.answers) > 1]
    single = [each.answers[0] for each in asked if len(each.answers) == 1]
    parts = [_left([run], not_applicable) for run in runs(single).split(",") if run] + left
    return "-".join([str(number), *parts])


def _left(ranges: Iterable[str], not_applicable: Iterable[str]) -> str:
    return "-".join(f"COUNTIF({each},{literal(word)})" for each in ranges for word in not_applicable)


def _all_left(asked: Asked, not_applicable: list[str]) -> str:
    counts = "+".join(
        f"COUNTIF({run},{literal(word)})" for run in runs(asked.answers).split(",") for word in not_applicable
    )
    return f"(({counts})={len(asked.answers)})"


def mean_formula(asked: Sequence[Asked], scored: str, applicable: str, enough: float) -> str:
    """The mean of a section, weighted; a dash where too little was scored. `scored` and `applicable` are cells."""
    weights = {each.weight for each in asked}
    if len(weights) == 1 and all(len(each.points) == 1 for each in asked):
        mean = f"AVERAGE({runs([each.points[0] for each in asked])})"
    else:
        whole = "+".join(f"{each.weight!r}*{_worth(each)}" for each in asked)
        weight = "+".join(f"{each.weight!r}*(COUNT({runs(each.points)})>0)" for each in asked)
        mean = f"({whole})/({weight})"
    return shown(mean, scored, applicable, enough)


def _worth(asked: Asked) -> str:
    return f"N({asked.points[0]})" if len(asked.points) == 1 else f"IFERROR(AVERAGE({runs(asked.points)}),0)"


def overall_formula(means: Sequence[tuple[str, float]], scored: str, applicable: str, enough: float) -> str:
    """The mean of the sections' means, by their weights; those without weight stay out."""
    means = [(cell, weight) for cell, weight in means if weight > 0]
    if not means:
        mean = "NA()"
    elif len({weight for _, weight in means}) == 1:
        mean = f"AVERAGE({','.join(cell for cell, _ in means)})"
    else:
        whole = "+".join(f"{weight!r}*N({cell})" for cell, weight in means)
        mean = f"({whole})/({'+'.join(f'{weight!r}*ISNUMBER({cell})' for cell, weight in means)})"
    return shown(mean, scored, applicable, enough)


def shown(mean: str, scored: str, applicable: str, enough: float) -> str:
    """A mean, or a dash where less than enough was scored."""
    return f'IF({scored}+{ROUNDING:.0E}<{enough!r}*{applicable},"{NOTHING}",IFERROR({mean},"{NOTHING}"))'
