"""The director's agenda from the page that prepares it: for the hand or for the wall, as a sheet or as a document."""

from __future__ import annotations

from facilitate.domain.people import Role
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.preparing.page import PreparingPage

WAYS = (("hand", ".xlsx"), ("hand", ".docx"), ("wall", ".xlsx"), ("wall", ".docx"))
"""What it is for, and the ending of its file."""


class Printing(PreparingPage):
    """Writes it beside the meeting, under a name that is free."""

    @property
    def may_print(self) -> bool:
        """Whether there is an agenda to print, and this person prepares it."""
        person = self.meeting.people.get(self.seat.person)
        return self.meeting.agenda is not None and person is not None and person.has(Role.TRAINER, Role.MODERATOR)

    def action_print_agenda(self) -> None:
        words = self.words
        ways = [(f"{what}{suffix}", words(f"prepare.print.{what}"), suffix) for what, suffix in WAYS]
        self.app.push_screen(Choose(words("prepare.print"), ways, words), self._print)

    def _print(self, way: str | None) -> None:
        errands = getattr(self.app, "errands", None)
        if way is None or errands is None:
            return
        what, _, ending = way.partition(".")
        path = self.seat.session.path
        target = path.with_name(f"{path.stem}-{self.words('prepare.print.file').replace(' ', '-')}.{ending}")
        self.say(errands.director(self.meeting, target, self.words, what == "wall"))
