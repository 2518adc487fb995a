"""How far observers agree, as the table `Agreement` holds it.

By section and over all the four measures that everybody asks for; over all every coefficient; by indicator how often
the same and how far apart; and what was counted, ticked and timed.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean
from typing import NamedTuple

from facilitate.analysis.agreement import Agreement, Measured
from facilitate.analysis.coefficients import Coefficient, Why
from facilitate.analysis.coefficients.result import NOT_ASKED, undefined
from facilitate.workbook.agreement.judged import Judged
from facilitate.workbook.agreement.wording import verdict_alone
from facilitate.workbook.book import Book


class AgreementRow(NamedTuple):
    """One measure over a section, or over all where `section` is empty; shares from 0 to 1; `pairs` of observers.

    `note` says why there is no value, or no range from `low` to `high` (95 %). A row about one `indicator` names its
    section too; one about what was counted says about whom, which `code` or group (all where empty), and `per` what:
    `units` are then as many intervals, or steps.
    """

    measure: str
    section: str
    value: float | None
    units: int
    observers: int
    pairs: int | None
    note: str
    low: float | None = None
    high: float | None = None
    indicator: str = ""
    about: str = ""
    code: str = ""
    per: str = ""


def by_section(found: Agreement) -> dict[str, Measured]:
    """The agreement of each section of the grid with something to compare, then of all together under an empty name."""
    return {**found.sections, "": found.whole}


def measured(found: Measured) -> dict[str, Coefficient]:
    """The measures that everybody asks for, by the names that the table gives them; alpha by the kind of scale."""
    kept = found.coefficients
    return {
        "percent_exact": kept["percent"],
        "percent_within_one": kept["percent_within_1"],
        "mean_absolute_difference": _difference(found),
        f"krippendorff_alpha_{found.put.scale.level}": found.alpha,
    }


def _difference(found: Measured) -> Coefficient:
    if found.difference is not None:
        return Coefficient(found.difference)
    no_order = found.compared and found.put.scale.level == "nominal"
    return undefined(Why("agreement.why.no_order" if no_order else "agreement.why.no_pair"))


def agreement_rows(book: Book, judged: Judged) -> Iterator[AgreementRow]:
    """A row for each measure; with the reason where there is no value."""
    rows = _Rows(book, judged)
    yield from rows.sections()
    yield from rows.coefficients()
    yield from rows.indicators()
    yield from rows.counted()


class _Rows:
    def __init__(self, book: Book, judged: Judged) -> None:
        self.book, self.found, self.items = book, judged.found, judged.items

    def sections(self) -> Iterator[AgreementRow]:
        for section, found in by_section(self.found).items():
            for measure, each in measured(found).items():
                yield self._row(measure, section, each, found)

    def coefficients(self) -> Iterator[AgreementRow]:
        for measure, each in self.found.whole.coefficients.items():
            yield self._row(measure, "", each, self.found.whole)

    def indicators(self) -> Iterator[AgreementRow]:
        apart: dict[str, list[float]] = {}
        for item in self.items:
            if item.apart is not None:
                apart.setdefault(item.cell.indicator, []).append(item.apart)
        for code, found in self.found.indicators.items():
            percent = self._row("percent", self._section(code), found.coefficients["percent"], found)
            yield percent._replace(indicator=code)
            if code in apart:
                whole = Coefficient(fmean(apart[code]))
                row = self._row("disagreement", self._section(code), whole, found)
                yield row._replace(indicator=code, units=len(apart[code]))

    def counted(self) -> Iterator[AgreementRow]:
        for each in self.found.counted:
            for measure, value in each.measures.items():
                yield AgreementRow(
                    measure=measure,
                    section=self._section(each.indicator),
                    value=value.value,
                    units=each.looked,
                    observers=len(each.observers),
                    pairs=None,
                    note=self._note(value),
                    indicator=each.indicator,
                    about=self.book.names.about(each.about),
                    code=each.code or "",
                    per=each.per,
                )

    def _section(self, code: str) -> str:
        grid = self.book.meeting.grid
        return grid.section_of[code].id if grid else ""

    def _row(self, measure: str, section: str, each: Coefficient, found: Measured) -> AgreementRow:
        return AgreementRow(
            measure=measure,
            section=section,
            value=each.value,
            units=found.compared,
            observers=len(found.observers),
            pairs=found.pairs,
            note=self._note(each),
            low=each.low,
            high=each.high,
        )

    def _note(self, each: Coefficient) -> str:
        """Where scores are not to be seen yet, that is the reason, and not that there are none."""
        if each.value is None and self.found.state in ("no_grid", "hidden"):
            return verdict_alone(self.book, self.found)
        why = each.why if each.value is None else each.why_interval
        return "" if why is None or why == NOT_ASKED else self.book.words(why.message, **why.values)
