"""What a page needs to act: which group its person is with, and a way to ask for some lines."""

from __future__ import annotations

from collections.abc import Callable

from facilitate.domain.decisions.authority import OF_A_GROUP
from facilitate.domain.events.base import PLENARY
from facilitate.domain.meeting.parts import Opening, Track
from facilitate.tui.dialogs.ask import Ask, Check, Field
from facilitate.tui.screen import SeatScreen


class Acting(SeatScreen):
    """A screen of the console, wherever its person is in a split room."""

    @property
    def track(self) -> Track:
        """The group that this person is with; the plenary unless the room is split and they chose one."""
        return self.meeting.tracks.get(self.seat.track, self.meeting.plenary)

    @property
    def opening(self) -> Opening | None:
        """The step that is open where this person is."""
        return self.track.current

    @property
    def apart(self) -> bool:
        """Whether this person is with one group of a split room."""
        return self.track.id != PLENARY

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whoever moderates a group has the keys of its clock, whatever their role."""
        moderates = self.apart and self.track.moderator == self.seat.person
        if moderates and self.NEEDS.get(action) in OF_A_GROUP:
            return True
        return super().check_action(action, parameters)

    def ask(
        self,
        title: str,
        fields: list[Field],
        then: Callable[[tuple[str, ...]], None],
        check: Check | None = None,
        first: int = 0,
    ) -> None:
        """Ask for some lines, beginning in the `first` of them; `then` gets them, unless the person leaves."""
        form = Ask(title, fields, self.words, check=check, first=first)
        self.app.push_screen(form, lambda found: then(found) if found else None)
