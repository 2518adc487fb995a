"""Whose dots, or whose comparisons: the groups that can be counted apart, and what each has said so far."""

from __future__ import annotations

from typing import NamedTuple

from facilitate.analysis.presence import present_by
from facilitate.analysis.ranking import results, voters
from facilitate.analysis.tallies import Method, Tally
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group
from facilitate.language import Words
from facilitate.tui.console.naming import group_name

SEXES = ("women", "men")


class Choice(NamedTuple):
    """A group to choose: what it is called, and how far it is."""

    group: Group | None
    name: str
    beside: str


def choices(meeting: Meeting, method: Method, words: Words) -> tuple[Choice, ...]:
    """Women and men, ages that are present, groups that were counted before, everybody; everybody first where pairs are
    compared, since that is mostly done together."""
    sexes = dict.fromkeys((*SEXES, *present_by(meeting, "sex")))
    known: dict[Group, None] = dict.fromkeys(Group(sex=sex) for sex in sexes)
    known |= dict.fromkeys(Group(age=age) for age in sorted(present_by(meeting, "age")))
    known |= dict.fromkeys(each.group for each in meeting.rankings if each.group and each.method == method)
    groups: list[Group | None] = [*known, None]
    if method == "pair":
        groups.insert(0, groups.pop())
    return tuple(Choice(group, name_of(group, words), _beside(meeting, method, group, words)) for group in groups)


def name_of(group: Group | None, words: Words) -> str:
    """What a group is called here."""
    return words("needs.everybody") if group is None else group_name(group, words)


def tally_of(meeting: Meeting, method: Method, group: Group | None) -> Tally | None:
    """What a group has said so far."""
    found = results(meeting)
    counted = found.pairs if method == "pair" else found.dots
    return next((each for each in counted.tallies if each.group == group), None) if counted else None


def _beside(meeting: Meeting, method: Method, group: Group | None, words: Words) -> str:
    present, tally = voters(meeting, group), tally_of(meeting, method, group)
    there = words("needs.present", count=present) if present else words("needs.not_counted")
    if tally is None:
        return there
    if method == "dots":
        return f"{there} · {words('needs.placed', count=tally.total)}"
    done = words("needs.compared", number=tally.total, all=tally.total + len(tally.open))
    return f"{there} · {done}"
