"""The question to an observer, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.progress import Asked
from facilitate.cli.desk import Desk
from facilitate.domain.events.observing import MEETING
from facilitate.domain.indicator import Choice, Derived, Rating, YesNo, anchor_at
from facilitate.tui.observer.answers import shown_number
from facilitate.tui.observer.standing import answer_told, basis


def question(desk: Desk, found: Asked, everything: tuple[Asked, ...]) -> Iterator[str]:
    """What is asked, whom it is about, and the answers that there are; of an element also what it follows from, looked
    up in `everything`."""
    words, meeting = desk.words, desk.meeting
    about = (
        words("observe.about_meeting") if found.cell.about == MEETING else words.shown(meeting.name(found.cell.about))
    )
    yield f"\n{words.listed((found.indicator.id, about))}: {found.indicator.text.to(words.language)}"
    indicator, grid = found.indicator, meeting.grid
    if isinstance(indicator, Rating | Derived) and grid is not None:
        scale = grid.scale(indicator.scale)
        for level in scale.levels if scale else ():
            anchor = anchor_at(indicator.anchors, level.value).to(words.language)
            yield f"  {shown_number(level.value, words)}  {level.label.to(words.language)}. {anchor}"
    elif isinstance(indicator, YesNo):
        yield f"  {words.number(1)}  {words('common.yes')}. {indicator.yes_means.to(words.language)}"
        yield f"  {words.number(0)}  {words('common.no')}. {indicator.no_means.to(words.language)}"
    elif isinstance(indicator, Choice):
        for number, option in enumerate(indicator.options, start=1):
            yield f"  {words.number(number)}  {option.label.to(words.language)}"
    if isinstance(indicator, Derived):
        stands = answer_told(meeting, meeting.sheet(desk.person), found, words)
        yield stands or words("plain.derived_none")
        yield from (f"  {line}" for line in basis(meeting, found, everything, words))
