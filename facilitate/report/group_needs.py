"""Needs by group: how many each named, and what each put first."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.group_needs import (
    FirstChoice,
    GroupNeeds,
    first_choices,
    needs_by_group,
    needs_of_nobody,
    of_one_mind,
)
from facilitate.analysis.tallies import Method
from facilitate.report.blocks import Block, Bullets, Paragraph
from facilitate.report.teller import Teller


def group_needs(tell: Teller) -> Iterator[Block]:
    """How many needs each group named; nothing where no group is known.

    A group of a split room stands there only where its needs are not told under the people who named them.
    """
    found = needs_by_group(tell.meeting)
    of_people = {need for each in found if each.kind != "track" for need in each.needs}
    shown = [each for each in found if each.kind != "track" or not of_people.issuperset(each.needs)]
    if not shown:
        return
    yield tell.part("voices.needs", 2)
    lines = [tell("voices.needs.group", count=len(each.needs), group=_name(tell, each)) for each in shown]
    nobody = len(needs_of_nobody(tell.meeting))
    if nobody:
        lines.append(tell("voices.needs.nobody", count=nobody))
    yield Bullets(tuple(lines))


def _name(tell: Teller, each: GroupNeeds) -> str:
    if each.kind == "track":
        return tell.own(tell.meeting.tracks[each.value].title or each.value)
    group = tell.value(each.kind, each.value)
    return tell("voices.small_group", group=group) if each.small else group


def first_choice_blocks(tell: Teller, method: Method) -> Iterator[Block]:
    """What each group put first, where more than one ranked."""
    found = [each for each in first_choices(tell.meeting) if each.method == method and each.group and each.units]
    if len(found) < 2:
        return
    yield Paragraph(tell("voices.first.same" if of_one_mind(found) else "voices.first.differ"))
    yield Bullets(tuple(_first(tell, each) for each in found))


def _first(tell: Teller, each: FirstChoice) -> str:
    group = tell.group(each.group)
    return tell(
        f"voices.first.{each.method}",
        group=tell("voices.small_group", group=group) if each.small else group,
        first=tell("report.between").join(tell.own(unit.label) for unit in each.units),
        score=each.score,
        total=each.total,
        place=each.place,
    )
