"""The question to an observer, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.progress import Asked
from facilitate.analysis.sampling import running
from facilitate.cli.desk import Desk
from facilitate.domain.events.observing import MEETING
from facilitate.domain.indicator import Choice, Duration, Interval, Rating, Tally, YesNo, anchor_at


def question(desk: Desk, found: Asked) -> Iterator[str]:
    """What is asked, whom it is about, and how it is answered."""
    words, meeting = desk.words, desk.meeting
    about = words("observe.about_meeting") if found.cell.about == MEETING else meeting.name(found.cell.about)
    yield f"\n{found.indicator.id}, {about}: {found.indicator.text.to(words.language)}"
    indicator, grid = found.indicator, meeting.grid
    if isinstance(indicator, Rating) and grid is not None:
        scale = grid.scale(indicator.scale)
        for level in scale.levels if scale else ():
            anchor = anchor_at(indicator.anchors, level.value).to(words.language)
            yield f"  {level.value}  {level.label.to(words.language)}. {anchor}"
    elif isinstance(indicator, YesNo):
        yield f"  1  {words('common.yes')}. {indicator.yes_means.to(words.language)}"
        yield f"  0  {words('common.no')}. {indicator.no_means.to(words.language)}"
    elif isinstance(indicator, Choice):
        for number, option in enumerate(indicator.options, start=1):
            yield f"  {number}  {option.label.to(words.language)}"

    yield from _of_lasting(desk, found)


def _of_lasting(desk: Desk, found: Asked) -> Iterator[str]:
    """How a tally, a duration or an interval is answered, and what stands there."""
    words, indicator = desk.words, found.indicator
    sheet = desk.meeting.sheet(desk.person)
    if isinstance(indicator, Tally):
        counts = sheet.tallies.get(found.cell, {})
        for number, group in enumerate(indicator.groups, start=1):
            yield f"  {number}  {group.label.to(words.language)}: {counts.get(group.id, 0)}"
        yield words("plain.tally_groups" if indicator.groups else "plain.tally", count=counts.get(None, 0))
    elif isinstance(indicator, Duration):
        for number, group in enumerate(indicator.groups, start=1):
            yield f"  {number}  {group.label.to(words.language)}"
        lasts = [each for each in sheet.timings.values() if each.cell == found.cell and each.stop is None]
        yield words("plain.lasts" if lasts else "plain.lasts_not")
    elif isinstance(indicator, Interval):
        for number, code in enumerate(indicator.codes, start=1):
            yield f"  {number}  {code.label.to(words.language)}"
        now = running(desk.meeting, indicator, desk.journal.machine())
        yield words("plain.interval", number=now.number) if now else words("sampling.not_begun")
