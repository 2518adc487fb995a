"""Dates and hours as they are written in files and on the command line: ``2026-07-16 15:00``, ``17:00``."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time

from facilitate.language.numbers import western

YEARS = range(1900, 3000)
"""What is no slip of the finger; minutes before and months after are days, too."""

_MOMENT = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[ T]+(\d{1,2}):(\d{2})")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_HOUR = re.compile(r"(\d{1,2}):(\d{2})")


def moment_of(text: str) -> datetime | None:
    """A date and a time of day, without a zone; nothing where it is none, or in no year of ours."""
    found = _MOMENT.fullmatch(western(text.strip()))
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) for part in found.groups())
    try:
        return datetime(year, month, day, hour, minute) if year in YEARS else None
    except ValueError:
        return None


def day_of(text: str) -> date | None:
    """A date; nothing where it is none."""
    found = _DAY.fullmatch(western(text.strip()))
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def hour_of(text: str) -> time | None:
    """A time of day; nothing where it is none."""
    found = _HOUR.fullmatch(western(text.strip()))
    if found is None:
        return None
    hour, minute = (int(part) for part in found.groups())
    return time(hour, minute) if hour < 24 and minute < 60 else None


def end_of(text: str) -> datetime | time | None:
    """A time of day, or one with its date; nothing where it is neither."""
    hour = hour_of(text)
    return moment_of(text) if hour is None else hour


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where that month is shorter."""
    year, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))


def months_between(day: date, later: date) -> int | None:
    """How many months lead from one day to the other, where that is a whole number of them."""
    months = 12 * (later.year - day.year) + later.month - day.month
    return months if months > 0 and months_after(day, months) == later else None
