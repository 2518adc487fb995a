"""What every part of the observer's screen stands on: the sheet, the place in the grid, and how an answer is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events

from facilitate.analysis.progress import Asked, seen_first, subjects_of
from facilitate.domain import topics
from facilitate.domain.events.observing import MEETING, Scored
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.domain.scale import Value
from facilitate.language.numbers import read_number
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.observer.lines import GridLines, by_code, subject_name
from facilitate.tui.screen import SeatScreen
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.scoregrid import GridCell, ScoreGrid


class ObserverPage(SeatScreen):
    """One observer before the grid. What is being typed into a cell is a draft until Enter, or until they go on."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.grid = ScoreGrid(self.pressed, id="grid")
        self.entry: tuple[Cell, str] | None = None
        self.grid_lines = GridLines(seat.words, lambda: self.running_cells())
        self.by_code: Mapping[str, tuple[Asked, ...]] = {}
        self._everything: tuple[Asked, ...] = ()
        self._wanted: object = None

    @property
    def topics(self) -> frozenset[str]:
        own = topics.scores_of(self.seat.person)
        return frozenset({own, topics.CLOCK, topics.AGENDA, topics.GRID, topics.PEOPLE, topics.TURNS, topics.CAPTURES})

    @property
    def sheet(self) -> Sheet:
        """What this observer has said."""
        return self.meeting.sheet(self.seat.person)

    @property
    def here(self) -> Asked | None:
        """What is asked under the cursor."""
        line = self.grid.line
        found = self.by_code.get(line.key, ()) if line is not None else ()
        return found[min(self.grid.subject, len(found) - 1)] if found else None

    @property
    def everything(self) -> tuple[Asked, ...]:
        """Every answer that is asked of this observer now."""
        self.catch_up()
        return self._everything

    @everything.setter
    def everything(self, everything: tuple[Asked, ...]) -> None:
        self._everything, self.by_code = everything, by_code(everything)

    def catch_up(self) -> None:
        """Draw what was put off."""

    @property
    def step_here(self) -> str | None:
        """The step that is open where this observer is."""
        opening = self.seat.here.current
        return opening.step if opening else None

    def column(self, each: Asked) -> int:
        """The place of a moderator among the subjects; -1 for what is about the meeting."""
        abouts = subjects_of(self.meeting, self.seat.person)
        return abouts.index(each.cell.about) if each.cell.about in abouts else -1

    def seen(self, cell: Cell) -> str | None:
        """The step of the answer: its own where it is about one, else the one that is open now."""
        return cell.step or self.step_here

    # Where the person stands, kept over another screen or language.

    @property
    def place(self) -> object:
        abouts = subjects_of(self.meeting, self.seat.person)
        about = abouts[self.grid.subject] if self.grid.subject < len(abouts) else MEETING
        return (self.grid.line.key if self.grid.line else "", about)

    @place.setter
    def place(self, place: object) -> None:
        self._wanted = place

    def return_to_place(self) -> None:
        """Once, to where the person stood before they went to another screen or language."""
        match self._wanted:
            case (str(key), str(about)):
                keys = [line.key for line in self.grid.lines]
                abouts = subjects_of(self.meeting, self.seat.person)  # others may have come or gone meanwhile
                self._wanted = None
                place = keys.index(key) if key in keys else self.grid.cursor
                self.grid.go(place, abouts.index(about) if about in abouts else 0)

    def pressed(self, event: events.Key) -> None:
        """What a key means while the grid has the focus; one that is not stopped goes on to the keys of the page."""

    # Keeping.

    def score(self, found: Asked, value: Value | None, reason: str = "") -> bool:
        """Keep an answer, or take it away; `reason` says why a value from the log does not stand."""
        cell = found.cell
        step = seen_first(self.sheet, found) or self.seen(cell)
        return self.do(Scored(about=cell.about, indicator=cell.indicator, step=step, value=value, reason=reason))

    def running_cells(self) -> Mapping[Cell, GridCell]:
        """What stands in the cells of what lasts now."""
        return {}

    @property
    def lasting(self) -> str:
        """What has been started and not stopped, in words."""
        return ""

    def missed_told(self, *, sending: bool = False) -> list[str]:
        """What was not looked at in time, a line each."""
        return []

    @property
    def beside(self) -> list[str]:
        """What was said or typed beside the grid in force, a line each."""
        return []

    def tell_news(self) -> None:
        """Say above the grid what others changed."""

    def before_sending(self) -> None:
        """What is still to be written down when the sheet is about to be sent."""

    def commit(self) -> None:
        """A number that was being typed is the answer now."""
        everything = self.everything if self.entry is not None else ()  # drawn first: its indicator may be gone
        if self.entry is None:
            return
        cell, typed = self.entry
        self.entry = None
        found = next((each for each in everything if each.cell == cell), None)
        number = read_number(typed)
        if found is not None and number is not None:
            self.score(found, number)
        self.draw()

    def ask_about(self, found: Asked, field: Field, then: Callable[[Asked, str], None]) -> None:
        """One line about an indicator, which stands above it."""
        title = f"{found.indicator.id} · {subject_name(self.meeting, found.cell, self.words)}"
        self.app.push_screen(
            Ask(title, [field], self.words, found.indicator.text.to(self.words.language)),
            lambda texts: then(found, texts[0]) if texts else None,
        )
