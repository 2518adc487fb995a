"""What Excel takes as a formula: a file with a longer one, or one that is nested deeper, it calls damaged."""

from __future__ import annotations

import re

MOST_UNITS, MOST_ARGUMENTS, MOST_NESTED = 8_000, 255, 60
"""Excel's own limits are 8,192 units, 255 arguments and 64 levels; some room is left."""

_QUOTED = re.compile(r'"(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'')


def fits(formula: str) -> bool:
    """Whether a formula keeps within Excel's limits."""
    if len(formula.encode("utf-16-le", "surrogatepass")) // 2 > MOST_UNITS:
        return False
    arguments = [1]
    for sign in _QUOTED.sub("", formula):
        if sign == "(":
            arguments.append(1)
            if len(arguments) > MOST_NESTED:
                return False
        elif sign == ")":
            arguments.pop()
        elif sign == ",":
            arguments[-1] += 1
            if arguments[-1] > MOST_ARGUMENTS:
                return False
    return True
