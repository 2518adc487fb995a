"""What an amendment made of a line: old beside new, whose it was and why."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from rich.text import Text

from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.meeting.agreement import GridHistory
from facilitate.domain.meeting.state import Meeting
from facilitate.tui.agreeing.detail import Detail
from facilitate.tui.agreeing.mapped import row_said
from facilitate.tui.agreeing.told import differences


class Versions:
    """The version in force beside the one before it; a draft shows its own changes instead."""

    def __init__(self, grids: GridHistory, drafting: bool) -> None:
        self._there = bool(grids.amendments) and len(grids.versions) > 1 and not drafting
        self._grids = grids

    @property
    def before(self) -> Grid:
        return self._grids.versions[-2]

    @property
    def lines(self) -> frozenset[str]:
        """The codes of what is not the same as in the version before."""
        if not self._there:
            return frozenset()
        changed = (each.new for each in self._grids.amendments[-1].mapping if each.how != "same")
        found = {code for codes in changed for code in codes}
        now = self._grids.versions[-1]
        return frozenset(found | ({FRAME} if now.content_of[FRAME] != self.before.content_of[FRAME] else set()))

    def said(self, key: str, detail: Detail, meeting: Meeting) -> Iterator[Text]:
        """Of a line that was amended: how, by whom, why, and old beside new."""
        if key not in self.lines:
            return
        amendment, words = self._grids.amendments[-1], detail.words
        title = words("agree.amended", version=detail.grid.version, name=meeting.name(amendment.by))
        yield Text("")
        yield Text(title, Style(bold=True, underline=True))
        yield Text(words("agree.amended_why", reason=amendment.reason))
        rows = [each for each in amendment.mapping if key in each.new or (key == FRAME and each.how != "same")]
        yield from (Text(f"  {row_said(each, words)}") for each in rows)
        languages = detail.grid.languages
        old = rows[0].old[0] if key != FRAME and rows and rows[0].old else key
        was = detail.told(old, languages, self.before)
        if was:
            for each in differences(was, detail.told(key, languages)):
                yield from detail.beside(each)
