"""Times of day as people type them: in any digits, with a colon, a point or an h, with or without seconds."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from facilitate.language.letters import folded

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:[:.h]\s*(?P<minute>\d{2})(?:\s*(?:[:.'m]|min|mn)\s*(?P<second>\d{2})?)?|h|(?=\s*[apصم]))"
    r"\s*(?P<half>am|pm|a\.m\.|p\.m\.|ص|م)?"
)
_FIGURES = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?")
_AFTERNOON = ("pm", "p.m.", "م")


def read_time(text: str) -> time | None:
    """The time of day, or nothing where the text is none: ``14:05``, ``14h05``, ``1405``, ``2:05 pm``, ``٢:٠٥ م``."""
    said = folded(text).strip()
    found = _CLOCK.fullmatch(said) or _FIGURES.fullmatch(said)
    if found is None:
        return None
    parts = found.groupdict()
    hour, half = int(parts["hour"]), parts.get("half")
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in _AFTERNOON else 0)
    try:
        return time(hour, int(parts["minute"] or 0), int(parts["second"] or 0))
    except ValueError:
        return None


def nearest(said: time, to: datetime) -> datetime:
    """The moment of that time of day that is nearest to another moment: a meeting may pass midnight."""
    same_day = to.replace(hour=said.hour, minute=said.minute, second=said.second, microsecond=0)
    days = (same_day + timedelta(days=each) for each in (0, -1, 1))
    return min(days, key=lambda each: abs(each - to))
