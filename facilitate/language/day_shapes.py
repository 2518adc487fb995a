"""From a row of signs (`day_words`) to a day: the shapes that say a day, and what each means."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from facilitate.language.day_words import Sign

Row: TypeAlias = Mapping[str, Sign]
"""What was said, by sign; and by name the day, the year, the number and the unit, which a sign alone does not tell."""


def understood(signs: tuple[Sign, ...], today: date) -> date | None:
    """The day that these signs say in this order; nothing where they say none, or one that no calendar has."""
    said = [each for each in signs if each.sign != "z"]
    line = "".join(each.sign for each in said)
    for shape, meaning in _SHAPES:
        match = re.fullmatch(shape, line)
        if match is not None:
            named = {name: said[match.start(name)] for name, found in match.groupdict().items() if found}
            try:
                return meaning(today, {each.sign: each for each in said} | named)
            except (ValueError, OverflowError):  # the 31st of June, the year 10000
                return None
    return None


def _date(today: date, row: Row) -> date | None:
    """The 15th of August of a year, or the next one; a weekday said with it must be its own."""
    said = row["F"] if "F" in row else Sign("F", row["day"].value, "", row["M"].value, _year(row))
    year = said.year + 2000 if 0 < said.year < 100 else said.year  # 15.8.26
    found = date(year, said.month, said.value) if year else _next(today, said.month, said.value)
    return found if found is not None and _falls_on(found, row) else None


def _year(row: Row) -> int:
    """The year that was said, or 0; of two digits only from 20 on. Raises ValueError where the number is no year."""
    year = row["year"].value if "year" in row else 0
    if 0 < year < 20 or 100 <= year < 1900:
        raise ValueError(year)
    return year + 2000 if 0 < year < 100 else year


def _falls_on(day: date, row: Row) -> bool:
    return "W" not in row or day.weekday() == row["W"].value


def _next(today: date, month: int, day: int) -> date | None:
    """The next such day, today included; the 29th of February may be years away."""
    for year in range(today.year, today.year + 9):
        if 0 < day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
    return None


def _relative(today: date, row: Row) -> date | None:
    found = today + timedelta(days=row["R"].value)
    return found if _falls_on(found, row) else None


def _weekday(today: date, row: Row) -> date:
    """The next one after today, or a week later."""
    ahead = (row["W"].value - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=ahead, weeks="h" in row or "w" in row)


def _weekday_of_week(today: date, row: Row) -> date:
    """That day of this week, or of the next; a week begins on Monday."""
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=row["W"].value, weeks="x" in row)


def _in(today: date, row: Row) -> date:
    """A number of units from today; without a number one."""
    if "L" in row:
        number, unit = row["L"].value, row["L"].unit
    else:
        number, unit = row["number"].value if "number" in row else 1, row["unit"].sign
    if unit in "sy":
        first = _month(today, number * (12 if unit == "y" else 1))
        return first.replace(day=min(today.day, _last(first).day))
    return today + timedelta(days=number * (7 if unit == "w" else 1))


def _month(today: date, months: int) -> date:
    """The first day of the month that is some months away."""
    years, month = divmod(today.month - 1 + months, 12)
    return date(today.year + years, month + 1, 1)


def _last(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _end_of_month(today: date, row: Row) -> date:
    return _last(_month(today, int("x" in row)))


def _end_of_year(today: date, row: Row) -> date:
    return date(_year(row) or today.year + ("x" in row), 12, 31)


def _end_of_named(today: date, row: Row) -> date:
    """The last day of August of a year, or of the next August that has not ended."""
    year = _year(row)
    found = _last(date(year or today.year, row["M"].value, 1))
    return found if year or found >= today else _last(found.replace(year=found.year + 1, day=1))


def _in_month(today: date, row: Row) -> date:
    """The 15th of this month or of the next."""
    return _month(today, int("x" in row)).replace(day=row["day"].value)


def _next_number(today: date, row: Row) -> date | None:
    """The next 15th, today included; the 31st only of a month that has one."""
    for month in (_month(today, ahead) for ahead in range(12)):
        day = row["day"].value
        if 0 < day <= _last(month).day and month.replace(day=day) >= today:
            return month.replace(day=day)
    return None


_BY = "[bakj]*"
_OF = "[ba]*"
_UNIT = "(?P<unit>[djwsy])"

_SHAPES: tuple[tuple[str, Callable[[date, Row], date | None]], ...] = (
    (f"{_BY}x?(Wx?)?{_OF}F", _date),
    (f"{_BY}x?(Wx?)?{_OF}(?P<day>[NO])a*s?a*Ma*(?P<year>[YN])?", _date),
    (f"{_BY}W?M{_OF}(?P<day>[NO])(?P<year>Y)?", _date),
    (f"{_BY}R({_OF}W)?", _relative),
    (f"{_BY}[tx]*Wa*[tx]?", _weekday),
    (f"{_BY}W[hw]", _weekday),
    (f"{_BY}W{_OF}([tx]w|w[tx])", _weekday_of_week),
    (f"{_BY}([tx]w|w[tx]){_OF}W", _weekday_of_week),
    (f"b*[ik](a*x?(?P<number>N))?{_UNIT}l?", _in),
    (f"(?P<number>N){_UNIT}l?|b*[ik]?Ll?", _in),
    (f"{_BY}ea*(t?s|xs|sx)", _end_of_month),
    (f"{_BY}ea*(t?y|xy|yx|(?P<year>Y))", _end_of_year),
    (f"{_BY}ea*s?a*Ma*(?P<year>[YN])?", _end_of_named),
    (f"{_BY}(?P<day>[NO])a*(ts|xs|sx)", _in_month),
    (f"{_BY}(?P<day>[NO])a+s", _next_number),
    ("[bk]*[aj]+(?P<day>N)", _next_number),
    ("[bakj]*(?P<day>O)", _next_number),
)
