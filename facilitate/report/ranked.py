"""What must be said beside a ranking: what changed since, what is still open, and where it goes round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce

from facilitate.analysis.ranking import Results, Unit
from facilitate.language.words import Words


def remarks(results: Results, words: Words, own: Callable[[str], str] = str) -> Iterator[str]:
    """One sentence each, for the ranking that gives the order; `own` wraps what people typed."""
    counted = results.counted
    if counted is None:
        return
    for what, needs in zip(counted.since._fields, counted.since, strict=True):
        if needs:
            yield words(f"ranking.since.{what}", count=len(needs))
    if counted.gone:
        yield words("ranking.gone.pairs" if results.method == "pair" else "ranking.gone.dots", count=counted.gone)
    if counted.open:
        yield words("ranking.open", count=counted.open)
    if results.method == "pair":
        yield from (words("ranking.round", way=_way(each, words, own)) for each in results.rounds)


def _way(units: tuple[Unit, ...], words: Words, own: Callable[[str], str]) -> str:
    """A over B over C over A."""
    return reduce(
        lambda way, unit: words("ranking.over", one=way, other=own(unit.label)),
        (*units[1:], units[0]),
        own(units[0].label),
    )
