"""How far observers agree in what they counted, ticked and timed, in sentences that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from facilitate.analysis.agreement.counted import CountedAgreement, counted_agreement, kind_of
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Duration, Indicator, Interval, Tally
from facilitate.report.answers import about, asked
from facilitate.report.blocks import Block, Bullets, Paragraph, table
from facilitate.report.sampled import FEW
from facilitate.report.teller import Teller

COLUMNS = ("total_count", "interval_by_interval", "scored_interval")
"""What is told of each code or group; the others say little more of a part."""


def counted_agreement_blocks(tell: Teller) -> Iterator[Block]:
    """Nothing where nothing was counted, ticked or timed on the sheets that this reader may see."""
    grid, found = tell.meeting.grid, counted_agreement(tell.meeting)
    if grid is None or not found:
        return
    yield tell.part("agreed.counting")
    for (code, subject), entries in groupby(found, key=lambda each: (each.indicator, each.about)):
        yield from _of(tell, grid, grid.by_id[code], subject, tuple(entries))
    scored = (each.measures.get("scored_interval") for each in found)
    if any(each is not None and each.value is not None for each in scored):
        yield Paragraph(tell("agreed.counting.which"))


def _of(
    tell: Teller, grid: Grid, indicator: Indicator, subject: str, entries: Sequence[CountedAgreement]
) -> Iterator[Block]:
    what = asked(tell, indicator)
    if subject != MEETING:
        what = tell("report.noted", what=what, note=about(tell, subject))
    yield Paragraph(tell("report.introduced", what=what))
    together = [each for each in entries if each.code is None]
    yield Bullets(tuple(line for each in together for line in _lines(tell, indicator, each)))
    yield from _parts(tell, indicator, [each for each in entries if each.code is not None and each.looked])


def _lines(tell: Teller, indicator: Indicator, each: CountedAgreement) -> Iterator[str]:
    """Who is compared on how much, each measure as a sentence, and why there is none."""
    kind = kind_of(indicator, each)
    if len(each.observers) == 1:
        yield tell("agreed.counting.alone", name=tell.name(each.observers[0]))
        return
    names = tell.names(each.observers)
    if each.per == "whole":
        yield tell("agreed.counting.compared.whole", names=names)
    else:
        yield tell(f"agreed.counting.compared.{kind}", each.looked, names=names)
    if isinstance(indicator, Interval) and len(indicator.codes) > 1:
        yield tell("agreed.counting.together")
    for name, measure in each.measures.items():
        if measure.value is not None:
            yield tell(f"agreed.counting.{kind}.{name}", share=tell.words.percent(measure.value))
    reasons = {measure.why.message: measure.why.values for measure in each.measures.values() if measure.why}
    yield from (tell(message, **given) for message, given in reasons.items())
    if not each.looked:
        return
    if len(each.observers) > 2:
        yield tell("agreed.counting.means")
    apart = each.measures["total_count"].left_out
    if apart:
        yield tell("agreed.counting.apart", apart)
    if each.per != "whole" and each.looked < FEW:
        yield tell("agreed.counting.few")


def _parts(tell: Teller, indicator: Indicator, entries: Sequence[CountedAgreement]) -> Iterator[Block]:
    """Code by code, or group by group; what nobody saw is only named."""
    options = indicator.codes if isinstance(indicator, Interval) else ()
    if isinstance(indicator, Tally | Duration):
        options = indicator.groups
    labels = {option.id: tell.own(option.label.to(tell.words.language)) for option in options}
    seen = [each for each in entries if not _never(each)]
    columns = [name for name in COLUMNS if any(name in each.measures for each in seen)]
    if seen:
        first = tell("agreed.counting.by_code" if isinstance(indicator, Interval) else "agreed.counting.by_group")
        rows = [(labels.get(each.code or "", ""), *(_share(tell, each, name) for name in columns)) for each in seen]
        yield table((first, *(tell(f"agreed.counting.column.{name}") for name in columns)), rows, numbers_from=1)
    never = [labels.get(each.code or "", "") for each in entries if _never(each)]
    if never:
        yield Paragraph(tell("report.sampled.never", codes=tell.words.listed(never)))


def _never(each: CountedAgreement) -> bool:
    scored = each.measures.get("scored_interval")
    return scored is not None and scored.value is None and each.looked > 0


def _share(tell: Teller, each: CountedAgreement, name: str) -> str:
    measure = each.measures.get(name)
    return tell.words.percent(measure.value) if measure is not None and measure.value is not None else ""
