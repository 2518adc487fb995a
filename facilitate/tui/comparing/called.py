"""What meetings, audiences, sections and moderators are called on the page, and how its lines are put together."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from facilitate.analysis.points import reach
from facilitate.analysis.profiles import Moderator
from facilitate.analysis.programme import Held, Programme
from facilitate.analysis.programme_notes import Note
from facilitate.language import Words
from facilitate.language.numbers import rounded
from facilitate.tui.bidi.marks import FIELD
from facilitate.tui.drawing import bar, fitted

NOTHING = "–"
_NAMELESS = {"audience": "compare.no_audience", "centre": "compare.no_centre"}
BOLD, DIM = Style(bold=True), Style(dim=True)


class Called:
    """Names and numbers of a programme in the reader's language."""

    def __init__(self, programme: Programme, words: Words) -> None:
        self.programme, self.words = programme, words
        grid = programme.common.shared if programme.common else None
        self._sections = {each.id: each.title.to(words.language) for each in grid.sections} if grid else {}
        self.span = reach(grid) if grid else None
        self._held = {each.meeting.id: each for each in programme.held}

    def held(self, meeting: str) -> Held:
        """A meeting of the programme, by its id."""
        return self._held[meeting]

    def title(self, held: Held) -> str:
        return one_line(held.meeting.title.to(self.words.language)) or self.words("report.untitled")

    def group(self, by: str, code: str) -> str:
        """An audience, or a centre, in words."""
        if not code:
            return self.words(_NAMELESS[by])
        if by == "centre":
            return one_line(code)
        message = f"compare.audience.{code}"
        said = self.words(message)
        return one_line(code) if said == message else said

    def section(self, code: str | None) -> str:
        """A section's code and title; what stands for all of them."""
        if code is None:
            return self.words("workbook.overall")
        title = self.section_title(code)
        return f"{code} {title}" if title != code else code

    def section_title(self, code: str) -> str:
        """A section's title alone, as it stands in a sentence; its code where it has none."""
        return one_line(self._sections.get(code, "")) or code

    def moderator(self, who: Moderator) -> str:
        """Those whose names were erased are numbered, so that they are told apart."""
        if who.name:
            return one_line(who.name)
        return self.words("compare.no_name", number=self.programme.moderators.index(who) + 1)

    def day(self, held: Held) -> str:
        """A date, written out."""
        return self.words.day(held.moment.date()) if held.moment else NOTHING

    def short_day(self, held: Held) -> str:
        """A date in ten cells."""
        form = "%Y-%m-%d" if self.words.language == "en" else "%d/%m/%Y"
        return self.words.figures(held.moment.strftime(form)) if held.moment else NOTHING

    def mean(self, value: float | None) -> str:
        return NOTHING if value is None else self.words.number(float(rounded(value, 2)) + 0.0, 2)

    def count(self, value: float | None) -> str:
        return NOTHING if value is None else self.words.number(int(rounded(value, 0)))

    def bar(self, value: float | None, width: int) -> str:
        """A bar for a mean, from the fewest points of the grid to the most; blank where there is no number."""
        if value is None or self.span is None or width < 3:
            return " " * max(0, width)
        low, high = self.span
        return bar((value - low) / (high - low) if high > low else 1.0, width)

    def note(self, note: Note) -> str:
        """A sentence of `programme_notes`."""
        values = {
            name: self.words.listed(each) or NOTHING if isinstance(each, tuple) else each
            for name, each in note.values.items()
        }
        return self.words(note.message, note.number, **values)


def one_line(text: str) -> str:
    return " ".join(text.split())


def across(cells: Sequence[tuple[str, int]], style: Style | None = None, *, right: bool = False) -> Text:
    """Texts beside each other, each in so many cells, as fields that do not turn each other round. `right`: all but the
    first end where their columns do."""
    found = [_cell(text, width, right=right and place > 0) for place, (text, width) in enumerate(cells)]
    return Text(FIELD.join(found), style or Style())


def _cell(text: str, width: int, *, right: bool) -> str:
    """One cell of a gap is always left beside the next."""
    return f" {fitted(text, width - 1, right=True)}" if right else f"{fitted(text, width - 1)} "


def widest(texts: Sequence[str]) -> int:
    return max((cell_len(each) for each in texts), default=0)
