"""The sections as a profile: where each observer's mean stands on the scale, and the mean of all."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from facilitate.analysis.points import points_range
from facilitate.analysis.scores import Mean, SubjectScores
from facilitate.domain.events.observing import MEETING
from facilitate.tui.debriefing.known import Known
from facilitate.tui.drawing import cut, fitted

NUMBER, LEAST, LEAST_NAME, MOST_NAME = 11, 11, 6, 34
MEAN, SEVERAL = "◆", "+"


def profile(known: Known, width: int) -> list[Text]:
    """One drawing a subject, in lines of at most `width` cells."""
    grid = known.meeting.grid
    spans = (
        [span for each in (grid.indicators() if grid else ()) if (span := points_range(grid, each)) is not None]
        if grid
        else []
    )
    drawn = [each for each in known.scores.subjects if _has_mean(each)]
    if not spans or not drawn:
        return [Text(known.words("debrief.profile.none"), Style(italic=True))]
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    how = known.words("debrief.profile.how", mark=MEAN, several=SEVERAL)
    lines = [Text(how, Style(italic=True)), Text(known.whose(known.signs), Style(italic=True))]
    for subject in drawn:
        lines += [Text(""), *_Profile(known, subject, low, high, width).lines()]
    return lines


def _has_mean(subject: SubjectScores) -> bool:
    return any(each.mean is not None for each in (*subject.sections.values(), subject.overall))


class _Profile:
    def __init__(self, known: Known, subject: SubjectScores, low: float, high: float, width: int) -> None:
        self.known, self.subject, self.low, self.high = known, subject, low, high
        means = [*subject.sections.values(), subject.overall]
        widest = max(NUMBER, *(cell_len(self._told(mean)) for mean in means))
        self.number = max(NUMBER, min(widest, width - LEAST - LEAST_NAME - 2))
        self.name = max(LEAST_NAME, min(MOST_NAME, width - self.number - 2 * LEAST - 2))
        self.axis = max(LEAST, min(41, width - self.name - self.number - 2))

    def lines(self) -> Iterator[Text]:
        known, words = self.known, self.known.words
        about = self.subject.about
        name = words("observe.about_meeting") if about == MEETING else known.meeting.name(about)
        ends = fitted(words.number(self.low), self.axis - cell_len(words.number(self.high))) + words.number(self.high)
        yield Text(f"{fitted(name, self.name)} {ends}", Style(bold=True))
        grid = known.meeting.grid
        for section in grid.sections if grid else ():
            mean = self.subject.sections.get(section.id)
            if mean is not None:
                title = f"{section.id} {section.title.to(words.language)}"
                yield self._row(title, mean, self._means(section.id), Style())
        yield self._row(words("review.overall"), self.subject.overall, self._means(None), Style(bold=True))

    def _means(self, section: str | None) -> dict[str, float]:
        """Each observer's own mean that is shown."""
        found = {}
        for sheet in self.known.scores.sheets:
            if sheet.about == self.subject.about:
                parts = sheet.sections if section else (sheet.overall,)
                own = next((each for each in parts if each.section == (section or "")), None)
                if own is not None and own.mean is not None and own.by_hand:
                    found[sheet.observer] = own.mean
        return found

    def _row(self, title: str, mean: Mean, own: dict[str, float], style: Style) -> Text:
        line = Text(f"{fitted(title, self.name)} ", style)
        line.append(self._drawn(mean, own))
        told = self._told(mean)
        if cell_len(told) > self.number:
            told = cut(self._told(mean._replace(spread=None)), self.number)
        return line.append(f" {told}", Style(italic=mean.mean is None))

    def _told(self, mean: Mean) -> str:
        """The mean and its spread, or that there is none."""
        words = self.known.words
        if mean.mean is None:
            return words("debrief.too_little")
        spread = "" if mean.spread is None else f" ({words.number(mean.spread, 1)})"
        return f"{words.number(mean.mean, 2)}{spread}"

    def _drawn(self, mean: Mean, own: dict[str, float]) -> str:
        cells = ["─"] * self.axis
        places = {who: self._place(value) for who, value in own.items()}
        if places:
            for place in range(min(places.values()), max(places.values()) + 1):
                cells[place] = "━"
        if mean.mean is not None:
            cells[self._place(mean.mean)] = MEAN
        for who, place in places.items():
            cells[place] = self.known.signs[who] if cells[place] in "─━" or len(own) == 1 else SEVERAL
        return "".join(cells)

    def _place(self, value: float) -> int:
        share = (value - self.low) / ((self.high - self.low) or 1)
        return min(self.axis - 1, max(0, round(share * (self.axis - 1))))
