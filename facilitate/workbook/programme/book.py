"""The programme workbook while it is written: what everything in it is called, and how means are put in."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from facilitate.analysis.points import reach
from facilitate.analysis.profiles import MEETING_ITSELF, Moderator, Small
from facilitate.analysis.programme import Held, Programme
from facilitate.analysis.programme_notes import Note
from facilitate.domain.model import Language
from facilitate.workbook.book import NOTHING, Pages
from facilitate.workbook.grading import graded
from facilitate.workbook.page import margins, paper
from facilitate.workbook.safe import criterion

FORMULA_ROWS = 5_000
"""With more rows in the table `Means`, means are written as values: formulas over it would take long to calculate."""

ALL = "(all)"
"""Stands in `Means` for all sections together; no section can be called so."""


class ProgrammeBook(Pages):
    """A workbook about several meetings in one language."""

    def __init__(self, programme: Programme, language: Language, program_version: str) -> None:
        super().__init__(language, program_version)
        self.programme = programme
        self.rehearsal = any(each.meeting.rehearsal for each in programme.held)
        self.common = programme.common.shared if programme.common else None
        self.live = sum(len(each.sections) + 1 for each in programme.profiles) <= FORMULA_ROWS
        self._labels = self._labelled()
        self._titles = {each.meeting.id: self._title(each) for each in programme.held}

    def _labelled(self) -> dict[Moderator, str]:
        taken: set[str] = set()
        found = {}
        for number, who in enumerate(self.programme.moderators, 1):
            label = who.name or self.words("compare.no_name", number=number)
            if label.casefold() in taken and who.centre:
                label = f"{label} ({who.centre})"
            plain, place = label, 1
            while label.casefold() in taken:
                place += 1
                label = f"{plain} ({place})"
            taken.add(label.casefold())
            found[who] = label
        return found

    def _title(self, held: Held) -> str:
        return held.meeting.title.to(self.words.language) or self.words("workbook.untitled")

    def label(self, who: Moderator) -> str:
        """What a moderator is called; no two are called the same."""
        return "" if who is MEETING_ITSELF else self._labels[who]

    def title(self, meeting: str) -> str:
        """What a meeting is called, by its id."""
        return self._titles[meeting]

    def audience(self, code: str) -> str:
        """An audience in words, where there are some."""
        if not code:
            return NOTHING
        message = f"compare.audience.{code}"
        said = self.words(message)
        return code if said == message else said

    def day(self, held: Held) -> str:
        """The date as charts and short columns show it."""
        form = "%Y-%m-%d" if self.words.language == "en" else "%d/%m/%Y"
        return self.words.figures(held.moment.strftime(form)) if held.moment else NOTHING

    def section(self, code: str) -> str:
        """A section's title; its code where it has none."""
        found = next((each for each in self.common.sections if each.id == code), None) if self.common else None
        return (found.title.to(self.words.language) if found else "") or code

    def note(self, note: Note) -> str:
        """A sentence of `programme_notes`."""
        values: dict[str, Any] = {
            name: self.words.listed(value) or NOTHING if isinstance(value, tuple) else value
            for name, value in note.values.items()
        }
        if "fingerprint" in values:
            values["fingerprint"] = self.code(values["fingerprint"])
        return self.words(note.message, note.number, **values)

    def few(self, why: Small | None) -> str:
        """Names a small number as small."""
        return self.words(f"compare.short.{why}") if why else ""

    def mean_of(
        self,
        sheet: Worksheet,
        row: int,
        column: int,
        among: dict[str, str],
        result: float | None,
        look: str = "mean",
        over: str = "Means[mean]",
    ) -> None:
        """A mean over the rows of a table whose columns hold these texts."""
        table = over.split("[")[0]
        conditions = [(f"{table}[{name}]", criterion(text)) for name, text in among.items()]
        if not self.live or any(each is None for _, each in conditions):
            self.mean(sheet, row, column, result, look)
            return
        told = ",".join(f"{name},{each}" for name, each in conditions)
        formula = f'IFERROR(AVERAGEIFS({over},{told}),"{NOTHING}")'
        self.formula(sheet, row, column, formula, NOTHING if result is None else result, look)

    def colour(self, sheet: Worksheet, cells: str) -> None:
        """A light ground from orange over grey to blue behind means; the numbers say the same."""
        if self.span is not None:
            graded(sheet, cells, self.span)

    @property
    def span(self) -> tuple[float, float] | None:
        """The least and the most points that can be had."""
        return reach(self.common) if self.common else None

    def grid_line(self) -> str:
        """Which grid the scores that stand side by side were given on."""
        common = self.programme.common
        if common is None:
            return self.words("workbook.grid.none")
        return self.words("compare.grid", fingerprint=self.code(common.grid.short_fingerprint))

    def period(self) -> str:
        """From the first meeting to the last, and how many."""
        days = [each.moment.date() for each in self.programme.held if each.moment]
        number = self.words("compare.meetings", count=len(self.programme.held))
        when = self.words("compare.period", first=min(days), last=max(days)) if days else ""
        return self.line(number, when)

    def printed(self, sheet: Worksheet, repeat: int | None = None, *, landscape: bool = True) -> None:
        """Pages as all sheets of this workbook are printed."""
        paper(sheet, landscape=landscape, repeat=repeat)
        margins(self, sheet, self.words("compare.title"), self.grid_line())
