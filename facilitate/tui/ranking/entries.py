"""The list of needs as the page shows it: themes with their needs under them, and needs alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from facilitate.analysis.ranking import Line, Results
from facilitate.domain.events.base import PLENARY
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.console.naming import group_name
from facilitate.tui.widgets.unitlist import Entry


def entries(meeting: Meeting, found: Results, marked: Collection[str], words: Words, scores: bool) -> tuple[Entry, ...]:
    """Everything in the order in which it was said; with `scores`, what each was given stands beside it."""
    lines = {line.unit.id: line for line in found.lines}
    first = {need: place for place, need in enumerate(meeting.captures)}
    result: list[Entry] = []
    for line in sorted(lines.values(), key=lambda line: min(first[need] for need in line.unit.needs)):
        score = score_of(line, found, words) if scores else ""
        result += _unit(meeting, line, marked, words, score)
    return tuple(result)


def _unit(meeting: Meeting, line: Line, marked: Collection[str], words: Words, score: str) -> Iterator[Entry]:
    unit = line.unit
    if unit.theme:
        beside = words("needs.count", count=len(unit.needs))
        yield Entry(unit.id, unit.label, beside, score, theme=True, marked=unit.id in marked)
    for need in (meeting.captures[each] for each in unit.needs):
        told = "" if unit.theme else score
        text = " ".join(need.text.split())
        yield Entry(need.id, text, origin(meeting, need, words), told, inside=unit.theme, marked=need.id in marked)


def origin(meeting: Meeting, need: Capture, words: Words) -> str:
    """Whose need it is: the group of a split room, the group of people; nothing where it was not said."""
    track = meeting.tracks.get(need.track) if need.track != PLENARY else None
    names = [track.title if track else "", group_name(need.group, words) if need.group else ""]
    return words.listed(dict.fromkeys(name for name in names if name))


def score_of(line: Line, found: Results, words: Words) -> str:
    """Place and count in a few letters, such as ``2. 14``."""
    if found.method is None or line.place is None:
        return ""
    count = line.won if found.method == "pair" else line.dots
    return f"{place_of(line, words)} {words.number(count)}"


def place_of(line: Line, words: Words) -> str:
    """The place, with a word where several have it; a dash where it was not ranked."""
    if line.place is None:
        return "–"
    return words("needs.tied" if line.tied else "needs.place", place=line.place)
