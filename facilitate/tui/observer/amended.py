"""In words, to an observer: what an amendment made of each indicator, which answers stand, and which are asked anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitate.analysis.answers import put_aside
from facilitate.analysis.mapping import Became, became
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.observer.answers import shown

MOST = 6
"""Codes that one line names; how many more there are is said."""


def codes_told(codes: Iterable[str], words: Words) -> str:
    """Codes in a list, not more than can be read at once."""
    every = list(dict.fromkeys(codes))
    more = f" +{words.number(len(every) - MOST)}" if len(every) > MOST else ""
    return words.listed(every[:MOST]) + more


def amendment_told(meeting: Meeting, observer: str, version: int, words: Words) -> str:
    """Since that version of the grid: what is called otherwise and stands, what is asked anew, what no longer."""
    rows = [row for row in became(meeting.grids, version) if row.how != "same"]
    said = [*_called(meeting, observer, rows, words), *_reworded(meeting, observer, rows, words), *_anew(rows, words)]
    if not said:
        return words("regrid.amended_else", reason=_reason(meeting))
    lines = [words("regrid.amended", reason=_reason(meeting), what=" · ".join(said))]
    aside = sum(place >= version for place, _ in put_aside(meeting.sheet(observer)))
    if aside:
        lines.append(words("regrid.aside", count=aside))
    return " ".join(lines)


def _reason(meeting: Meeting) -> str:
    return " ".join(meeting.grids.amendments[-1].reason.split())


def _called(meeting: Meeting, observer: str, rows: Iterable[Became], words: Words) -> Iterator[str]:
    """Each with another code, and with the answer that stands."""
    renamed = [row for row in rows if row.how == "renamed" and row.old != row.new]
    for row in renamed[:MOST]:
        values = _standing(meeting, observer, row.new[0], words)
        old, new = row.old[0], row.new[0]
        if not values:
            yield words("regrid.renamed", old=old, new=new)
        elif len(values) == 1:
            yield words("regrid.renamed_stands", old=old, new=new, value=values[0])
        else:
            yield words("regrid.renamed_all_stand", old=old, new=new)
    if len(renamed) > MOST:
        yield f"+{words.number(len(renamed) - MOST)}"


def _standing(meeting: Meeting, observer: str, code: str, words: Words) -> list[str]:
    """The observer's answers to an indicator."""
    marks = [mark for cell, mark in meeting.sheet(observer).marks.items() if cell.indicator == code]
    indicator = meeting.grid.by_id.get(code) if meeting.grid else None
    return [shown(mark.value, indicator, words) for mark in marks] if indicator else []


def _reworded(meeting: Meeting, observer: str, rows: Iterable[Became], words: Words) -> Iterator[str]:
    codes = [row.new[0] for row in rows if row.how == "renamed" and row.old == row.new]
    if codes:
        yield words("regrid.reworded", codes=codes_told(codes, words))
    answered = [code for code in codes if _standing(meeting, observer, code, words)]
    if answered:
        yield words("regrid.reworded_stand", codes=codes_told(answered, words))


def _anew(rows: Iterable[Became], words: Words) -> Iterator[str]:
    """What was split, merged or dropped, and what is new."""
    every = list(rows)
    for how in ("split", "merged"):
        for row in [each for each in every if each.how == how][:MOST]:
            yield words(f"regrid.{how}", old=codes_told(row.old, words), new=codes_told(row.new, words))
    for how, message in (("dropped", "regrid.gone"), ("new", "regrid.new")):
        codes = [code for row in every if row.how == how for code in (row.old or row.new)]
        if codes:
            yield words(message, codes=codes_told(codes, words))
