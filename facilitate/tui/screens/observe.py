"""The observer's screen: the grid, the anchors of the indicator in view, and the meeting's present step above."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.analysis.progress import Asked, asked, still_open, subjects_of
from facilitate.domain import topics
from facilitate.domain.events.observing import EvidenceAdded, Scored, SheetRecalled, SheetSent, Tallied
from facilitate.domain.indicator import Interval, Note, Tally
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Answer, Noted, Value
from facilitate.journal.journal import fresh_name
from facilitate.language.numbers import digit_of, read_number
from facilitate.tui import commands
from facilitate.tui.answers import answer_for, counted, group_for
from facilitate.tui.capturing import LONGEST
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.observing import card, grid_lines, missing, subject_name, where
from facilitate.tui.screen import SeatScreen
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.anchors import AnchorPanel
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.scoregrid import ScoreGrid
from facilitate.tui.widgets.topbar import TopBar


class ObserveScreen(SeatScreen):
    """Eyes on the room: digits score, one key each for the rest."""

    PAGE = "observe"
    INTENTS = commands.OBSERVE
    BINDINGS: ClassVar[list[BindingType]] = commands.bound(INTENTS)
    CSS_PATH = "observe.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.entry: tuple[Cell, str] | None = None
        self._wanted: object = None
        self.everything: tuple[Asked, ...] = ()

    @property
    def topics(self) -> frozenset[str]:
        own = topics.scores_of(self.seat.person)
        return frozenset({own, topics.CLOCK, topics.AGENDA, topics.GRID, topics.PEOPLE, topics.TURNS, topics.CAPTURES})

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield Static(id="room", markup=False)
        yield ScoreGrid(id="grid")
        yield AnchorPanel(id="anchors")
        yield KeyBar(self.intents, self.words)

    def on_mount(self) -> None:
        super().on_mount()
        self.grid.focus()
        self.set_interval(1.0, self._room)

    @property
    def grid(self) -> ScoreGrid:
        return self.query_one(ScoreGrid)

    # Drawing.

    def draw(self) -> None:
        meeting, words = self.meeting, self.words
        if meeting.grid is None:
            self.query_one("#room", Static).update(words("observe.no_grid"))
            return
        opening = self.seat.here.current
        step = opening.step if opening else None
        self.everything = asked(meeting, self.seat.person, step, self.seat.session.now())
        names = tuple(meeting.name(about) for about in subjects_of(meeting, self.seat.person))
        self.grid.show(grid_lines(meeting.grid, self.everything, self.entry, words), names or ("",))
        self._return()
        self._card()
        self._room()

    def _return(self) -> None:
        """Once, to where the person stood before they went to another screen or language."""
        match self._wanted:
            case (str(key), int(subject)):
                keys = [line.key for line in self.grid.lines]
                self._wanted = None
                self.grid.go(keys.index(key) if key in keys else self.grid.cursor, subject)

    @on(ScoreGrid.Moved)
    def _card(self) -> None:
        found = self.here
        sheet = self.meeting.sheet(self.seat.person)
        shown = card(self.meeting, sheet, found, self.words) if found and self.meeting.grid else None
        self.query_one(AnchorPanel).show(shown)

    def _room(self) -> None:
        """The step, who leads, the clock, and how far one's own sheet is."""
        if not self.there:
            return
        meeting, words = self.meeting, self.words
        sheet = meeting.sheet(self.seat.person)
        state = words("observe.sent") if sheet.sent else words("observe.left", count=len(still_open(self.everything)))
        room = where(meeting, self.seat.here, self.seat.session.now(), words)
        self.query_one("#room", Static).update(f"{room}\n{state}")

    # Where the cursor stands.

    @property
    def place(self) -> object:
        return (self.grid.line.key if self.grid.line else "", self.grid.subject)

    @place.setter
    def place(self, place: object) -> None:
        self._wanted = place

    @property
    def here(self) -> Asked | None:
        """What is asked under the cursor."""
        line = self.grid.line
        found = [each for each in self.everything if line is not None and each.indicator.id == line.key]
        if not found:
            return None
        return found[min(self.grid.subject, len(found) - 1)]

    def action_subject(self) -> None:
        self._commit()
        self.grid.action_turn(1)

    def action_next_open(self) -> None:
        self._commit()
        self._jump(1)

    def action_previous_open(self) -> None:
        self._commit()
        self._jump(-1)

    def _jump(self, direction: int) -> None:
        """To the next answer that is still open for the present subject, round the end; else for another subject."""
        grid, places = self.grid, range(1, len(self.grid.lines) + 1)
        waiting = {(each.indicator.id, self._column(each)) for each in still_open(self.everything)}
        for subject in dict.fromkeys((grid.subject, *range(len(grid.names)))):
            for place in ((grid.cursor + direction * each) % len(grid.lines) for each in places):
                line = grid.lines[place]
                if {(line.key, subject), (line.key, -1)} & waiting:
                    grid.go(place, subject)
                    return
        self.say(self.words("observe.nothing_open"))

    def _column(self, each: Asked) -> int:
        """The place of a moderator among the subjects; -1 for what is about the meeting."""
        abouts = subjects_of(self.meeting, self.seat.person)
        return abouts.index(each.cell.about) if each.cell.about in abouts else -1

    # Scoring.

    def idle(self, action: str) -> bool:
        sent = self.meeting.sheet(self.seat.person).sent is not None
        return sent and action in ("not_observed", "not_applicable", "evidence", "clear")

    def on_key(self, event: events.Key) -> None:
        found, digit = self.here, digit_of(event.character)
        if found is None:
            return
        if isinstance(found.indicator, Tally) and event.key in ("plus", "minus"):
            event.stop()
            self._tally(found, None, 1 if event.key == "plus" else -1)
        elif digit is not None:
            event.stop()
            self._digit(found, digit)
        elif event.character in (".", ",", "-") and counted(self.meeting.grid, found.indicator):
            event.stop()
            self._type(found, event.character)
        elif event.key == "enter":
            event.stop()
            self._enter(found)
        elif self.entry is not None and event.key == "escape":
            self.entry = None
            self.draw()
        elif self.entry is not None and event.key in ("up", "down", "left", "right"):
            self._commit()

    def _digit(self, found: Asked, digit: int) -> None:
        indicator = found.indicator
        if counted(self.meeting.grid, indicator):
            self._type(found, str(digit))
        elif isinstance(indicator, Tally):
            self._tally(found, group_for(indicator, digit), 1)
        elif isinstance(indicator, Interval):
            self.say(self.words("observe.how_interval"), severe=True)
        else:
            value = answer_for(indicator, digit, found.given.value if found.given else None)
            self._score(found, value if value is not None else Answer.NO if digit == 0 else digit)

    def _type(self, found: Asked, sign: str) -> None:
        """One more sign of a number that is being typed into the cell."""
        typed = self.entry[1] if self.entry and self.entry[0] == found.cell else ""
        self.entry = (found.cell, f"{typed}{sign}"[:6])
        self.draw()

    def _enter(self, found: Asked) -> None:
        if self.entry is not None:
            self._commit()
        elif isinstance(found.indicator, Note):
            before = found.given.value.text if found.given and isinstance(found.given.value, Noted) else ""
            self._ask(found, Field(self.words("observe.note"), before, limit=LONGEST), self._note)
        else:
            self.action_evidence()

    def _note(self, found: Asked, text: str) -> None:
        self._score(found, Noted(text=text))

    def _commit(self) -> None:
        """A number that was being typed is the answer now."""
        if self.entry is None:
            return
        cell, typed = self.entry
        self.entry = None
        found = next((each for each in self.everything if each.cell == cell), None)
        number = read_number(typed)
        if found is not None and number is not None:
            self._score(found, number)
        self.draw()

    def _score(self, found: Asked, value: Value | None) -> None:
        cell = found.cell
        self.do(Scored(about=cell.about, indicator=cell.indicator, step=self._seen(cell), value=value))

    def _seen(self, cell: Cell) -> str | None:
        """The step of the answer: its own where it is about one, else the one that is open now."""
        opening = self.seat.here.current
        return cell.step or (opening.step if opening else None)

    def _tally(self, found: Asked, group: str | None, change: int) -> None:
        cell, one = found.cell, 1 if change > 0 else -1
        self.do(Tallied(about=cell.about, indicator=cell.indicator, step=self._seen(cell), group=group, change=one))

    def action_not_observed(self) -> None:
        if self.here is not None:
            self._score(self.here, Answer.NOT_OBSERVED)

    def action_not_applicable(self) -> None:
        if self.here is not None:
            self._score(self.here, Answer.NOT_APPLICABLE)

    def action_clear(self) -> None:
        if self.entry is not None:
            self.entry = (self.entry[0], self.entry[1][:-1]) if self.entry[1][:-1] else None
            self.draw()
        elif self.here is not None and self.here.given is not None and self.here.given.origin == "mark":
            self._score(self.here, None)

    def action_evidence(self) -> None:
        self._commit()
        if self.here is not None and not self.meeting.sheet(self.seat.person).sent:
            self._ask(self.here, Field(self.words("observe.fact"), limit=LONGEST), self._fact)

    def _ask(self, found: Asked, field: Field, then: Callable[[Asked, str], None]) -> None:
        title = f"{found.indicator.id} · {subject_name(self.meeting, found.cell, self.words)}"
        self.app.push_screen(
            Ask(title, [field], self.words, found.indicator.text.to(self.words.language)),
            lambda texts: then(found, texts[0]) if texts else None,
        )

    def _fact(self, found: Asked, text: str) -> None:
        cell, name = found.cell, f"e{fresh_name()}"
        step = self._seen(cell)
        self.do(EvidenceAdded(about=cell.about, indicator=cell.indicator, step=step, evidence=name, text=text))

    # Sending.

    def action_send(self) -> None:
        self._commit()
        words = self.words
        if self.meeting.sheet(self.seat.person).sent:
            title = words("observe.recall")
            ask = Ask(title, [Field(words("moderate.reason"))], words)
            self.app.push_screen(ask, lambda reason: self._recall(reason[0]) if reason else None)
            return
        body = "\n".join(missing(self.meeting, self.everything, words))
        self.app.push_screen(Confirm(words("observe.send"), body, words("observe.send_yes"), words), self._send)

    def _send(self, yes: bool | None) -> None:
        if yes and self.do(SheetSent()):
            self.say(self.words("observe.sent"))

    def _recall(self, reason: str) -> None:
        self.do(SheetRecalled(reason=reason))
