"""Head counts as the people's page shows them: the table, what is kept for a new number, who came and who left."""

from __future__ import annotations

from itertools import groupby

from facilitate.analysis.headcounts import by_sex, changes, columns, counted_otherwise, counts_after
from facilitate.domain.events import Fact
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group, band_shown
from facilitate.language import Words
from facilitate.tui.console.naming import group_name
from facilitate.tui.widgets.headcounts import CountLine, Counts


def table(meeting: Meeting, words: Words) -> Counts:
    """Women and men by age band; where the agenda has no bands and nobody used one, by sex alone."""
    ages = columns(meeting)
    lines = tuple(
        CountLine(
            group_name(Group(sex=count.sex), words),
            tuple(count.number(age) for age in ages),
            tuple(_cell_name(count.sex, age, len(ages) > 1, words) for age in ages),
        )
        for count in by_sex(meeting.attendance).values()
    )
    titles = (words("people.unasked") if age is None else band_shown(age) for age in ages)
    return Counts(
        tuple(titles) if len(ages) > 1 else (words("people.counted"),), lines, words("people.total"), words.number
    )


def counted(meeting: Meeting, line: int, column: int, number: int, *, by_one: bool = False) -> list[Fact]:
    """What is kept when a cell of the table gets a number; nothing where it has that number already."""
    found, age = list(by_sex(meeting.attendance).values())[line], columns(meeting)[column]
    asked = any(each.group == Group(sex=found.sex, age=age) for each in meeting.attendance)
    if found.number(age) == number and asked:
        return []
    step = meeting.current.step if meeting.current else None
    after = counts_after(found, age, number, by_one)
    return [AttendanceCounted(group=group, number=many, step=step) for group, many in after]


def number_at(meeting: Meeting, line: int, column: int) -> int:
    """The number of a cell."""
    return list(by_sex(meeting.attendance).values())[line].number(columns(meeting)[column])


def _cell_name(sex: str, age: str | None, divided: bool, words: Words) -> str:
    """A cell in full, such as ``women 18-29``, or ``women, age?`` where there are bands beside it."""
    group = group_name(Group(sex=sex, age=age), words)
    return words.listed((group, words("people.unasked"))) if age is None and divided else group


def change_lines(meeting: Meeting, words: Words) -> list[str]:
    """Who came and who left since the first count, a line for each step."""
    lines = []
    for step, found in groupby(changes(meeting), key=lambda each: each.step):
        said = [_change(each.by, Group(sex=each.sex, age=each.age), words) for each in found]
        lines.append(words("people.changed", step=step or words("people.no_step"), changes=words.listed(said)))
    return lines


def _change(by: int, group: Group, words: Words) -> str:
    sign = "+" if by > 0 else "−"
    return f"{sign}{words.number(abs(by))} {group_name(group, words)}"


def also_counted(meeting: Meeting, words: Words) -> str:
    """Counts that have no cell, such as of young people whatever their sex."""
    said = [f"{group_name(each.group, words)} {words.number(each.number)}" for each in counted_otherwise(meeting)]
    return words("people.also", counts=words.listed(said)) if said else ""
