"""What people need: by step and group, by theme, and how they ranked it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture, Ranking
from facilitate.domain.people import Group
from facilitate.report.blocks import Block, Bullets, Paragraph, Table, table
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
    own = {need.id: need.theme for need in found}
    lines = []
    for theme in tell.meeting.themes.values():
        members = [text for need, text in texts.items() if need in theme.needs or own[need] == theme.id]
        count = tell("report.needs.in_theme", count=len(members), theme=tell.own(theme.title))
        lines.append(tell("report.labelled", label=count, value=tell("report.between").join(members)))
    if lines:
        yield tell.part("report.themes", 2)
        yield Bullets(tuple(lines))


def _rankings(tell: Teller) -> Iterator[Block]:
    dots = [each for each in tell.meeting.rankings if each.method == "dots"]
    pairs = [each for each in tell.meeting.rankings if each.method == "pair"]
    if dots or pairs:
        yield tell.part("report.ranking", 2)
    if dots:
        yield Paragraph(tell("report.ranking.dots"))
        yield _ranking(tell, dots, [each.counts for each in dots])
    if pairs:
        yield Paragraph(tell("report.ranking.pairs"))
        yield _ranking(tell, pairs, [Counter(pair.winner for pair in each.pairs) for each in pairs])
        notes = [tell.own(pair.note) for each in pairs for pair in each.pairs if pair.note]
        if notes:
            yield Bullets(tuple(notes))


def _ranking(tell: Teller, rankings: list[Ranking], counts: list[Mapping[str, int]]) -> Table:
    """Needs in their order, with each group's count where several groups counted, and the sum."""
    known = {need.id: tell.own(need.text) for need in tell.meeting.captured(CaptureKind.NEED)}
    known |= {theme.id: tell.own(theme.title) for theme in tell.meeting.themes.values()}
    ranked = dict.fromkeys(need for each in rankings for need in each.needs if need in known)
    sums = {need: sum(count.get(need, 0) for count in counts) for need in ranked}
    order = sorted(ranked, key=lambda need: -sums[need])
    number = tell.words.number
    if len(rankings) == 1:
        label = _who(tell, rankings[0].group) if rankings[0].group else tell("report.ranking.count")
        return table((tell("report.need"), label), [(known[each], number(sums[each])) for each in order], 1)
    header = (tell("report.need"), tell("report.ranking.sum"), *(_who(tell, each.group) for each in rankings))
    rows = [
        (known[each], number(sums[each]), *(number(count.get(each, 0)) for count in counts)) for each in order
    ]  # fmt: skip
    return table(header, rows, numbers_from=1)


def _who(tell: Teller, group: Group | None) -> str:
    return tell.group(group) or tell("report.ranking.everybody")
