"""How far observers agree, in words: first what it means and what to do, then where they differ, then the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitate.analysis.agreement import Agreement, Measured, agreement, told
from facilitate.analysis.debriefing import Item, items
from facilitate.analysis.scores import Scores, scores
from facilitate.domain.grid import Grid
from facilitate.report.answers import asked, value, where
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph
from facilitate.report.coefficients import (
    apart_from_each_other,
    by_section,
    every_coefficient,
    number,
    without_each,
)
from facilitate.report.counted_agreement import counted_agreement_blocks
from facilitate.report.teller import Teller

MOST_ITEMS = 5
"""So many things to talk about are told; the debrief page has them all."""


def agreement_blocks(tell: Teller, scored: Scores, found: Agreement) -> tuple[Block, ...]:
    """The whole answer of the command; `found` is the agreement at least as far as it is told."""
    return tuple(_whole(tell, scored, found))


def in_report(tell: Teller) -> Iterator[Block]:
    """The part of a meeting's report: what it means and what it rests on; nothing where nothing was compared."""
    if tell.meeting.grid is None:
        return
    found = agreement(tell.meeting, scores(tell.meeting, tell.now), tell.now, "briefly")
    if found.state not in ("compared", "counted"):
        return
    yield tell.part("agreement.title", 2)
    yield Paragraph(f"{verdict_told(tell, found)} {next_told(tell, found)}")
    if found.state == "compared":
        yield Bullets(tuple(counted(tell, found)))


def _whole(tell: Teller, scored: Scores, found: Agreement) -> Iterator[Block]:
    meeting = tell.meeting
    yield Heading(tell.level, tell("agreement.of", title=tell.own(meeting.title.to(tell.words.language))))
    yield Paragraph(verdict_told(tell, found))
    yield Paragraph(next_told(tell, found))
    if meeting.grid is None or found.state not in ("compared", "counted"):
        return
    if found.state == "counted":
        yield from counted_agreement_blocks(tell)
        return
    yield Bullets(tuple(counted(tell, found)))
    yield from _differing(tell, meeting.grid, items(meeting, scored, found, tell.now), tell.level + 1)
    yield from counted_agreement_blocks(tell)
    yield from by_section(tell, meeting.grid, found)
    yield from apart_from_each_other(tell, found)
    yield from without_each(tell, found)
    yield from every_coefficient(tell, found.whole)
    yield Heading(tell.level + 1, tell("agreement.in_short"))  # on a terminal the beginning has scrolled away by now
    yield Paragraph(f"{verdict_told(tell, found)} {next_told(tell, found)}")


def verdict_told(tell: Teller, found: Agreement) -> str:
    """What this means for trusting the scores, for people who never saw a coefficient."""
    return _said(tell, told.verdict_told(found))


def next_told(tell: Teller, found: Agreement) -> str:
    """What to do now."""
    return tell("agreement.next", what=_said(tell, [told.next_step(found)]))


def _said(tell: Teller, sentences: Iterable[told.Sentence]) -> str:
    return " ".join(each.said(tell, tell.name, tell.words.listed) for each in sentences)


def counted(tell: Teller, found: Agreement) -> Iterator[str]:
    """What the figures rest on, and the two that everybody understands."""
    whole = found.whole
    yield _said(tell, told.covered(found))
    yield same_told(tell, whole)
    if whole.alpha.value is not None:
        yield tell("agreement.alpha", value=number(tell, whole.alpha), name=tell(f"agreement.name.{whole.lead}"))
    elif whole.alpha.why is not None:
        yield tell(whole.alpha.why.message, **whole.alpha.why.values)
    yield from (_said(tell, [each]) for each in told.compared_how(found))


def same_told(tell: Teller, found: Measured) -> str:
    """How often the same, and how often at most neighbours."""
    same, near = found.coefficients["percent"].value, found.coefficients["percent_within_1"].value
    if near is None:
        return tell("agreement.same", same=tell.words.percent(same or 0))
    return tell("agreement.same_or_near", same=tell.words.percent(same or 0), near=tell.words.percent(near))


def _differing(tell: Teller, grid: Grid, every: tuple[Item, ...], level: int) -> Iterator[Block]:
    """Where observers differ most, with what each gave."""
    differing = [item for item in every if item.differs]
    yield Heading(level, tell("agreement.differing"))
    if not differing:
        yield Paragraph(tell("agreement.differing.none"))
        return
    yield Bullets(tuple(item_told(tell, grid, item) for item in differing[:MOST_ITEMS]))
    if len(differing) > MOST_ITEMS:
        yield Paragraph(tell("agreement.differing.more", count=len(differing) - MOST_ITEMS))


def item_told(tell: Teller, grid: Grid, item: Item) -> str:
    """One thing with what every observer gave, and what was agreed."""
    indicator = grid.by_id[item.cell.indicator]
    given = [
        tell("agreement.gave", name=tell.name(each.observer), value=value(tell, grid, indicator, each.given.value))
        for each in item.voices
        if each.given is not None and each.in_person
    ]
    line = tell(
        "agreement.item",
        code=indicator.id,
        text=asked(tell, indicator),
        where=where(tell, item.cell),
        given=tell.words.listed(given),
    )
    if item.consensus is None or item.consensus.value is None:
        return line
    return tell("agreement.item_agreed", line=line, value=value(tell, grid, indicator, item.consensus.value))
