"""What others changed while an observer answers line by line: told before the next question; nothing typed is lost."""

from __future__ import annotations

from facilitate.analysis.mapping import version_of
from facilitate.analysis.progress import Asked, subjects_of
from facilitate.analysis.regrid import asked_no_more
from facilitate.cli.desk import Desk
from facilitate.cli.frame import say
from facilitate.domain.events.observing import MEETING
from facilitate.domain.meeting.mapping import carried
from facilitate.domain.meeting.sheets import Cell
from facilitate.tui.observer.changes import Before, beside_told, changes_told, drafts_told


class News:
    """The grid and the subjects as the person knows them, and what they typed for something that is gone."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.before = Before.of(desk.meeting, desk.person)
        self.aside: dict[Cell, list[str]] = {}

    def tell(self) -> None:
        """Each change once."""
        desk, meeting = self.desk, self.desk.meeting
        for line in changes_told(self.before, meeting, desk.person, desk.words):
            say(line)
        self.before = Before.of(meeting, desk.person)

    def not_as_asked(self, found: Asked, typed: str, *, only_gone: bool = False) -> bool:
        """Whether the question is another one by now, or gone: then what was typed is no answer to it, and said so.

        `only_gone`: a fact holds under other words, too.
        """
        desk, meeting, code = self.desk, self.desk.meeting, found.indicator.id
        subjects = (*subjects_of(meeting, desk.person), MEETING)
        version = version_of(meeting.grids, self.before.grid) if self.before.grid else None
        now = carried(meeting.grids, version, code) if version is not None else None
        if now is not None and now != code:
            say(desk.words("regrid.called_again", old=code, new=now, text=typed))
            return True
        if asked_no_more(meeting, found.cell) or found.cell.about not in subjects:
            self.aside.setdefault(found.cell, []).append(typed)
            for line in drafts_told({found.cell: [typed]}, desk.words):
                say(line)
            return True
        if (
            only_gone
            or self.before.grid is None
            or self.before.asks(code) == Before.of(meeting, desk.person).asks(code)
        ):
            return False
        say(desk.words("regrid.answer_again", code=code, text=typed))
        return True

    def beside(self) -> list[str]:
        """Before sending."""
        return beside_told(self.desk.meeting, self.desk.person, self.aside, self.desk.words)
