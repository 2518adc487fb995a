"""What people need: by step and group, by theme, and how they ranked it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from facilitate.analysis.ranking import Results, results, units
from facilitate.analysis.tallies import Counted
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.people import Group
from facilitate.report.blocks import Block, Bullets, Paragraph, Table, table
from facilitate.report.group_needs import first_choice_blocks, group_needs
from facilitate.report.ranked import remarks
from facilitate.report.teller import Teller


def needs(tell: Teller) -> Iterator[Block]:
    """Needs, themes, ranking; one sentence where none was written down."""
    found = tell.meeting.captured(CaptureKind.NEED)
    yield tell.part("report.needs")
    if not found:
        yield Paragraph(tell("report.needs.none"))
        return
    yield Paragraph(tell("report.needs.count", count=len(found)))
    for origin, each in _by_origin(tell, found).items():
        if origin:
            yield Paragraph(tell("report.introduced", what=origin))
        yield Bullets(tuple(tell.own(need.text) for need in each))
    yield from group_needs(tell)
    yield from _themes(tell, found)
    yield from _rankings(tell)


def _by_origin(tell: Teller, found: Iterable[Capture]) -> Mapping[str, list[Capture]]:
    """Needs by where they came up: the step, the group of a split room, the group of people."""
    result: dict[str, list[Capture]] = {}
    for need in found:
        result.setdefault(_origin(tell, need), []).append(need)
    return result


def _origin(tell: Teller, need: Capture) -> str:
    track = tell.meeting.tracks.get(need.track) if need.track != PLENARY else None
    step = tell.step(need.step) if need.step else ""
    title, group = tell.own(track.title) if track else "", tell.group(need.group)
    if title.casefold() == group.casefold():
        title = ""
    return tell.words.listed(part for part in (step, title, group) if part)


def _themes(tell: Teller, found: Iterable[Capture]) -> Iterator[Block]:
    texts = {need.id: tell.own(need.text) for need in found}
    lines = []
    for unit in units(tell.meeting):
        if unit.theme:
            count = tell("report.needs.in_theme", count=len(unit.needs), theme=tell.own(unit.label))
            members = tell("report.between").join(texts[need] for need in unit.needs)
            lines.append(tell("report.labelled", label=count, value=members))
    if lines:
        yield tell.part("report.themes", 2)
        yield Bullets(tuple(lines))


def _rankings(tell: Teller) -> Iterator[Block]:
    found = results(tell.meeting)
    if found.method is None:
        return
    yield tell.part("report.ranking", 2)
    if found.dots:
        yield Paragraph(tell("report.ranking.dots"))
        yield _ranking(tell, found, found.dots)
        yield from first_choice_blocks(tell, "dots")
    if found.pairs:
        yield Paragraph(tell("report.ranking.pairs"))
        yield _ranking(tell, found, found.pairs)
        yield from first_choice_blocks(tell, "pair")
        notes = [tell.own(pair.note) for each in found.pairs.tallies for pair in each.pairs.values() if pair.note]
        if notes:
            yield Bullets(tuple(notes))
    for remark in remarks(found, tell.words, tell.own):
        yield Paragraph(remark)


def _ranking(tell: Teller, found: Results, counted: Counted) -> Table:
    """What was ranked in its order, with each group's count where several groups counted, and the sum."""
    number, tallies = tell.words.number, counted.tallies
    ranked = [line.unit for line in found.lines if line.unit.id in counted.places]
    ranked.sort(key=lambda unit: counted.places[unit.id])
    rows = [(number(counted.places[unit.id]), tell.own(unit.label), number(counted.scores[unit.id])) for unit in ranked]
    head = (tell("report.ranking.place"), tell("report.need"))
    if len(tallies) == 1:
        label = _who(tell, tallies[0].group) if tallies[0].group else tell("report.ranking.count")
        return table((*head, label), rows, numbers_from=2)
    apart = [tuple(number(each.scores.get(unit.id, 0)) for each in tallies) for unit in ranked]
    header = (*head, tell("report.ranking.sum"), *(_who(tell, each.group) for each in tallies))
    return table(header, [(*row, *more) for row, more in zip(rows, apart, strict=True)], numbers_from=2)


def _who(tell: Teller, group: Group | None) -> str:
    return tell.group(group) or tell("report.ranking.everybody")
