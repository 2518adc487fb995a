"""A whole training in words: an overview of its meetings, then each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitate.analysis.presence import present
from facilitate.analysis.timing import step_times
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.instants import Instant, Span, total
from facilitate.domain.meeting.state import Meeting
from facilitate.language.words import Words
from facilitate.report.blocks import Block, Heading, Paragraph, Table, table
from facilitate.report.frame import title
from facilitate.report.meeting import blocks
from facilitate.report.results import action_row
from facilitate.report.teller import Teller

COLUMNS = ("present", "minutes", "needs", "decisions", "actions")
KINDS = (CaptureKind.NEED, CaptureKind.DECISION, CaptureKind.ACTION)


def training_blocks(meetings: Sequence[tuple[Meeting, Instant]], words: Words) -> tuple[Block, ...]:
    """The report of several meetings, each with its moment, in the order in which they took place."""
    tellers = [Teller(meeting, now, words, 2) for meeting, now in meetings]
    ordered = sorted(tellers, key=lambda tell: (tell.meeting.start is None, tell.meeting.start or 0))
    return tuple(_told(ordered, words))


def _told(tellers: Sequence[Teller], words: Words) -> Iterator[Block]:
    yield Heading(1, words("report.training", count=len(tellers)))
    if not tellers:
        return
    yield Heading(2, words("report.training.overview"))
    yield _overview(tellers, words)
    rehearsals = sum(tell.meeting.rehearsal for tell in tellers)
    if rehearsals and rehearsals < len(tellers):
        yield Paragraph(words("report.training.without_rehearsals", count=rehearsals))
    yield from _actions(tellers, words)
    for tell in tellers:
        yield from blocks(tell.meeting, tell.now, words, tell.level)


def _overview(tellers: Sequence[Teller], words: Words) -> Table:
    header = (words("report.training.meeting"), *(words(f"report.training.{column}") for column in COLUMNS))
    real = [tell for tell in tellers if not tell.meeting.rehearsal] or tellers
    sums = [sum(numbers) for numbers in zip(*(_numbers(tell) for tell in real), strict=True)]
    last = (words("report.training.total"), *(words.number(number) for number in sums))
    return table(header, [*(_row(tell) for tell in tellers), last], numbers_from=1)


def _row(tell: Teller) -> tuple[str, ...]:
    meeting, words = tell.meeting, tell.words
    date = words.day(meeting.start.date()) if meeting.start else ""
    which = words.listed(each for each in (_title(tell), date, tell.own(meeting.place)) if each)
    people, *numbers = _numbers(tell)
    counted = words.number(people) if present(meeting) is not None else words("report.training.not_counted")
    return (which, counted, *(words.number(number) for number in numbers))


def _title(tell: Teller) -> str:
    return tell("report.training.rehearsal", title=title(tell)) if tell.meeting.rehearsal else title(tell)


def _numbers(tell: Teller) -> tuple[int, ...]:
    """Present, minutes of the steps that count, needs, decisions, actions."""
    spent: Span = total(each.spent for each in step_times(tell.meeting, tell.now) if each.counted)
    return (
        present(tell.meeting) or 0,
        round(spent.minutes),
        *(len(tell.meeting.captured(kind)) for kind in KINDS),
    )


def _actions(tellers: Sequence[Teller], words: Words) -> Iterator[Block]:
    """All actions of all meetings, by date; those without one last."""
    found = [(each, tell) for tell in tellers for each in tell.meeting.captured(CaptureKind.ACTION)]
    yield Heading(2, words("report.training.all_actions"))
    if not found:
        yield Paragraph(words("report.actions.none"))
        return
    found.sort(key=lambda item: (item[0].due is None, str(item[0].due or "")))
    columns = ("report.actions.what", "report.actions.who", "report.actions.when", "report.training.meeting")
    yield table(
        [words(column) for column in columns], [(*action_row(tell, each), _title(tell)) for each, tell in found]
    )
