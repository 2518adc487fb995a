"""From keys to answers, and from answers to what fits in a cell."""

from __future__ import annotations

from facilitate.analysis.progress import Asked
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Count, Derived, Duration, Indicator, Rating, Tally, YesNo
from facilitate.domain.scale import Answer, Chosen, Noted, Number, Value
from facilitate.language import Words


def counted(grid: Grid | None, indicator: Indicator) -> bool:
    """Whether the answer is typed as a number and ended by Enter: a count, or a point that one digit cannot say."""
    if isinstance(indicator, Rating | Derived):
        scale = grid.scale(indicator.scale) if grid else None
        return scale is not None and any(value not in range(10) for value in scale.values)
    return isinstance(indicator, Count | Duration)


def answer_for(indicator: Indicator, digit: int, now: Value | None) -> Value | None:
    """The answer that one digit gives; nothing where the digit means nothing here.

    On a choice the digit is the option's place, and on one of several it switches that option.
    """
    match indicator:
        case Rating() | Derived():
            return digit
        case YesNo():
            return {1: Answer.YES, 0: Answer.NO, 2: Answer.NO}.get(digit)
        case Choice():
            return _chosen(indicator, digit, now)
    return None


def points_of(grid: Grid | None, indicator: Indicator) -> tuple[int, ...]:
    """The digits that answer this indicator; none where they are signs of a number, or mean nothing."""
    match indicator:
        case Rating() | Derived():
            scale = grid.scale(indicator.scale) if grid else None
            return tuple(int(value) for value in scale.values) if scale else ()
        case YesNo():
            return (1, 2, 0)
        case Choice():
            return tuple(range(1, len(indicator.options) + 1))
    return ()


def value_now(asked: Asked) -> Value | None:
    """What stands in the cell."""
    return asked.given.value if asked.given else None


def _chosen(indicator: Choice, digit: int, now: Value | None) -> Value | None:
    if not 1 <= digit <= len(indicator.options):
        return None
    option = indicator.options[digit - 1].id
    before = now.choices if isinstance(now, Chosen) and indicator.several else ()
    after = tuple(each for each in before if each != option) if option in before else (*before, option)
    return Chosen(choices=after) if after else None


def group_for(indicator: Tally, digit: int) -> str | None:
    """The group that a digit counts for; groups are numbered from 1."""
    return indicator.groups[digit - 1].id if 1 <= digit <= len(indicator.groups) else None


def shown(value: Value | None, indicator: Indicator, words: Words) -> str:
    """An answer in at most six cells."""
    match value:
        case None:
            return "·"
        case Answer():
            return words(f"cell.{value}")
        case Chosen():
            places = [
                words.number(n) for n, option in enumerate(_options(indicator), start=1) if option in value.choices
            ]
            return "+".join(places)
        case Noted():
            return words("cell.noted")
    if isinstance(indicator, Duration):
        return words.clock(round(value) * 1000)
    return shown_number(value, words)


def _options(indicator: Indicator) -> list[str]:
    return [option.id for option in indicator.options] if isinstance(indicator, Choice) else []


def shown_number(value: Number, words: Words) -> str:
    """A number without needless decimals."""
    return words.number(int(value) if value == int(value) else value)
