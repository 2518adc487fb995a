"""The lines of the list: the frame, sections with their indicators, then the scales; each with its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitate.domain.grid import FRAME, Grid, Section
from facilitate.domain.soundness import Lack
from facilitate.language import Words
from facilitate.tui.agreeing.history import Done, concerning
from facilitate.tui.agreeing.keys import scale_key, section_key
from facilitate.tui.agreeing.voices import Assembly
from facilitate.tui.agreeing.workshop import Only
from facilitate.tui.widgets.gridlist import GridLine

MARKS = {"yes": "✓", "no": "✗", "again": "↻", "": "·"}
"""One's own answer: yes, no, to be given again since the words changed, not given."""

CHANGED, LACKING = "✎", "?"


class Lines:
    """Draws every line of a grid; in a draft nobody has said anything yet."""

    def __init__(
        self,
        grid: Grid,
        voices: Assembly | None,
        history: Sequence[Done],
        lacking: Sequence[Lack],
        words: Words,
        changed: frozenset[str] = frozenset(),
    ) -> None:
        self.grid, self.voices, self.history, self.words = grid, voices, history, words
        self._lacking = {each.code or FRAME for each in lacking}
        self._also_changed = changed

    def shown(self, only: Only) -> tuple[GridLine, ...]:
        """The lines that are looked at; of a section that is left with none, nothing."""
        if not only:
            return tuple(self._all())
        found = list[GridLine]()
        wanted = {"open": self._open, "objections": self._contested, "changed": self._changed}[only]
        if wanted(FRAME):
            found.append(self._frame())
        for section in self.grid.sections:
            lines = [self._indicator(each.id) for each in section.indicators if wanted(each.id)]
            if lines or wanted(section_key(section.id)):
                found += [self._section(section), *lines]
        return (*found, *(self._scale(each.id) for each in self.grid.scales if wanted(scale_key(each.id))))

    def _all(self) -> Iterator[GridLine]:
        yield self._frame()
        for section in self.grid.sections:
            yield self._section(section)
            yield from (self._indicator(each.id) for each in section.indicators)
        yield from (self._scale(each.id) for each in self.grid.scales)

    # One line each.

    def _frame(self) -> GridLine:
        title = self.grid.title.to(self.words.language)
        name = self.words("agree.frame")
        return GridLine(FRAME, name, title, self._own(FRAME), self._signs(FRAME), title=True)

    def _section(self, section: Section) -> GridLine:
        key = section_key(section.id)
        signs = self._marks(key, section.id)
        return GridLine(key, section.id, section.title.to(self.words.language), "", signs, title=True)

    def _indicator(self, code: str) -> GridLine:
        text = self.grid.by_id[code].text.to(self.words.language)
        return GridLine(code, code, " ".join(text.split()), self._own(code), self._signs(code))

    def _scale(self, scale: str) -> GridLine:
        found = self.grid.scale(scale)
        points = "–".join(self.words.number(each) for each in ((found.lowest, found.highest) if found else ()))
        said = self.words("agree.scale_line", scale=scale, points=points)
        return GridLine(scale_key(scale), "=", said, "", self._marks(scale_key(scale), ""))

    # Marks.

    def _own(self, code: str) -> str:
        return MARKS[self.voices.own(code)] if self.voices and self.voices.may_judge else ""

    def _signs(self, code: str) -> str:
        """Signs, then how many of those who are asked have said yes."""
        marks = self._marks(code, code)
        if self.voices is None:
            return marks
        found = self.voices.on(code)
        objections = f"!{len(found.against)}" if found.against else ""
        counted = f"{len(found.yes)}/{found.asked}"
        return " ".join(each for each in (objections, marks, counted) if each)

    def _marks(self, key: str, code: str) -> str:
        locked = self.words("agree.mark.locked") if code and code in self.grid.locked else ""
        lacking = LACKING if (code or key) in self._lacking else ""
        return " ".join(each for each in (lacking, locked, CHANGED if self._changed(key) else "") if each)

    def _changed(self, key: str) -> bool:
        return key in self._also_changed or bool(concerning(self.history, key, self.grid))

    def _open(self, code: str) -> bool:
        return bool(self.voices) and code in (self.voices.open_for_me() if self.voices else ())

    def _contested(self, code: str) -> bool:
        return bool(self.voices and code in self.voices.codes and self.voices.on(code).against)
