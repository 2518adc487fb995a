"""What was prepared for: who is expected and who came, what is to be got ready, who is to be invited."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.expecting import came
from facilitate.report.blocks import Block, Bullets
from facilitate.report.teller import Teller


def expected_said(tell: Teller) -> str:
    """Groups with the numbers that are expected of them."""
    return " · ".join(
        tell("director.of_a_group", group=tell.group(each.group), number=each.number) for each in tell.meeting.expected
    )


def checklist(tell: Teller) -> Iterator[Block]:
    """What is to be got ready, and who is to be invited; what is done is marked."""
    for what in ("material", "invitation"):
        lines = [each for each in tell.meeting.checklist.values() if each.what == what]
        if lines:
            yield tell.part(f"checklist.{what}")
            done = {True: "checklist.done", False: "checklist.open"}
            texts = [(each, tell.own(each.text)) for each in lines]
            named = [
                (each, tell("checklist.by", text=text, who=tell.own(each.who)) if each.who else text)
                for each, text in texts
            ]
            yield Bullets(tuple(tell(done[each.done], text=text) for each, text in named))


def expected_lines(tell: Teller) -> Iterator[str]:
    """Each group that was expected, and how many of it came, where that was counted."""
    for each in came(tell.meeting):
        group = tell.group(each.group)
        if each.came is None:
            yield tell("report.expected.only", group=group, expected=each.expected)
        else:
            yield tell("report.expected.came", group=group, expected=each.expected, came=each.came)
