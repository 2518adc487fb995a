"""Tables of agreement: sections, every two observers, without each, and all coefficients with their intervals."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.agreement import LOWEST, SHARES, Agreement, Apart, Measured
from facilitate.analysis.coefficients import Coefficient
from facilitate.domain.grid import Grid
from facilitate.report.blocks import Block, Bullets, Paragraph, table
from facilitate.report.teller import Teller

ICC = ("icc_1_1", "icc_2_1", "icc_3_1", "icc_1_k", "icc_2_k", "icc_3_k")


def by_section(tell: Teller, grid: Grid, found: Agreement) -> Iterator[Block]:
    """Sections down; how often the same, at most neighbours, and alpha across."""
    compared = {code: each for code, each in found.sections.items() if each.compared}
    if not compared or len(grid.sections) < 2:
        return
    titles = {section.id: tell.own(section.title.to(tell.words.language)) for section in grid.sections}
    header = (
        tell("report.section"),
        tell("agreement.column.compared"),
        tell("agreement.column.same"),
        tell("agreement.column.near"),
        tell("agreement.column.alpha"),
    )
    rows = [
        (
            titles.get(code, code),
            tell.words.number(each.compared),
            *(_share(tell, each.coefficients[name]) for name in SHARES),
            plain(tell, each.alpha),
        )
        for code, each in compared.items()
    ]
    yield tell.part("agreement.by_section")
    yield table(header, rows, numbers_from=1)


def apart_from_each_other(tell: Teller, found: Agreement) -> Iterator[Block]:
    """Every two observers in a sentence; of two observers all was said already."""
    pairs = [each for each in found.between if each.units]
    if len(found.whole.observers) < 3 or not pairs:
        return
    yield tell.part("agreement.between")
    yield Bullets(tuple(pair_told(tell, each) for each in pairs))


def pair_told(tell: Teller, each: Apart) -> str:
    """How two observers stand to each other."""
    names = {"one": tell.name(each.one), "other": tell.name(each.other)}
    said = tell("agreement.pair", count=each.units, same=tell.words.percent(each.same or 0), **names)
    if each.difference is None or each.higher is None:
        return said
    higher, lower = (each.one, each.other) if each.higher >= 0 else (each.other, each.one)
    far = tell("agreement.pair.apart", line=said, difference=tell.words.number(each.difference, 1))
    if round(abs(each.higher), 1) == 0:
        return far
    more = tell.words.number(abs(each.higher), 1)
    return tell("agreement.pair.higher", line=far, name=tell.name(higher), other=tell.name(lower), more=more)


def without_each(tell: Teller, found: Agreement) -> Iterator[Block]:
    """Alpha without each observer, in a sentence each."""
    lines = [
        tell("agreement.without", name=tell.name(each.observer), value=tell.words.number(each.alpha.value, 2))
        for each in found.without
        if each.alpha.value is not None
    ]
    if lines:
        yield tell.part("agreement.without_each")
        yield Paragraph(tell("agreement.without_each.meaning"))
        yield Bullets(tuple(lines))


def every_coefficient(tell: Teller, found: Measured) -> Iterator[Block]:
    """Each coefficient with its interval; those that have no value with the reason, once for all of the same."""
    yield tell.part("agreement.coefficients")
    yield Paragraph(tell("agreement.coefficients.meaning"))
    rows = [
        (tell(f"agreement.name.{name}"), _shown(tell, name, each), _range(tell, name, each))
        for name, each in found.coefficients.items()
        if each.value is not None
    ]
    if rows:
        header = (tell("agreement.column.name"), tell("agreement.column.value"), tell("agreement.column.range"))
        yield table(header, rows, numbers_from=1)
    reasons: dict[str, list[str]] = {}
    for name, each in found.coefficients.items():
        if each.value is None and each.why is not None and each.why.message != "agreement.why.no_distances":
            reasons.setdefault(tell(each.why.message, **each.why.values), []).append(name)
    if reasons:
        lines = (tell("agreement.undefined", names=_named(tell, names), why=why) for why, names in reasons.items())
        yield Bullets(tuple(lines))


def _named(tell: Teller, names: list[str]) -> str:
    """Coefficients one after the other; the six of one family by its name."""
    said = [name for name in names if name not in ICC]
    said += ["icc"] if set(ICC) <= set(names) else [name for name in names if name in ICC]
    return tell.words.listed(tell(f"agreement.name.{name}") for name in said)


def number(tell: Teller, found: Coefficient) -> str:
    """A coefficient with its interval."""
    if found.value is None:
        return "–"
    value = tell.words.number(found.value, 2)
    if found.low is None or found.high is None:
        return value
    return tell("agreement.from_to", value=value, low=_low(tell, found.low), high=tell.words.number(found.high, 2))


def plain(tell: Teller, found: Coefficient) -> str:
    """A coefficient alone."""
    return "–" if found.value is None else tell.words.number(found.value, 2)


def _share(tell: Teller, found: Coefficient) -> str:
    return "–" if found.value is None else tell.words.percent(found.value)


def _shown(tell: Teller, name: str, found: Coefficient) -> str:
    return _share(tell, found) if name in SHARES else plain(tell, found)


def _range(tell: Teller, name: str, found: Coefficient) -> str:
    if found.low is None or found.high is None:
        return ""
    if name in SHARES:
        return tell("agreement.range", low=tell.words.percent(found.low), high=tell.words.percent(found.high))
    return tell("agreement.range", low=_low(tell, found.low), high=tell.words.number(found.high, 2))


def _low(tell: Teller, low: float) -> str:
    return tell("agreement.below", number=tell.words.number(LOWEST, 0)) if low < LOWEST else tell.words.number(low, 2)
