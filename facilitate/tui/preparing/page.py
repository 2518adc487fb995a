"""What the acts of every part need: the part that is in hand, the chosen line there, and ways to ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from facilitate.domain.decisions.authority import AUTHORITY
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.tui.dialogs.ask import Ask, Check, Field
from facilitate.tui.preparing.keys import ACTS
from facilitate.tui.screen import SeatScreen
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.taplist import TapList

LISTS = ("about", "team", "agenda", "checklist", "consent")
"""The parts that are lists; the expected are a table."""


class Place(NamedTuple):
    """Where somebody was on the page: the part, and the chosen line of each list."""

    part: str
    lines: tuple[tuple[str, str | None], ...]


class PreparingPage(SeatScreen):
    """A page of parts, one of them in hand."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.part = "about"

    def may(self, part: str, action: str) -> bool:
        """Whether something can be done in a part, and by this person."""
        needed, person = ACTS.get((part, action)), self.meeting.people.get(self.seat.person)
        return needed is not None and person is not None and person.has(*AUTHORITY[needed])

    def go(self, part: str, line: str = "") -> None:
        """Take a part in hand, at a line of it."""
        raise NotImplementedError

    @property
    def today(self) -> date:
        return self.seat.session.now().wall.date()

    def list_of(self, part: str) -> TapList:
        return self.query_one(f"#prepare-{part}", TapList)

    @property
    def chosen(self) -> str | None:
        """The line under the cursor of the part in hand."""
        return self.list_of(self.part).cursor if self.there and self.part in LISTS else None

    def chosen_or_told(self) -> str | None:
        """The same; says so where there is none."""
        if self.chosen is None:
            self.say(self.words("prepare.choose"))
        return self.chosen

    def ask(
        self, title: str, fields: list[Field], then: Callable[[tuple[str, ...]], object], check: Check | None = None
    ) -> None:
        """Ask for some lines; `then` gets them, unless the person leaves."""
        form = Ask(title, fields, self.words, check=check)

        def answered(found: tuple[str, ...] | None) -> None:
            if found:
                then(found)

        self.app.push_screen(form, answered)

    def keep(self, facts: list[Fact] | Refused) -> bool:
        """Have these things done, as one act; where something is against it, say so."""
        if isinstance(facts, Refused):
            self.tell(facts)
            return False
        return bool(facts) and self.do(*facts)

    def neighbour(self, part: str, gone: str) -> str | None:
        """The line that is the chosen one after this person has taken that one off."""
        ids = [row.id for row in self.list_of(part).rows]
        place = ids.index(gone) if gone in ids else len(ids)
        return next(iter([*ids[place + 1 :], *reversed(ids[:place])]), None)
