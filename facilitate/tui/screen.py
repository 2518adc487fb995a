"""What every screen of a seat shares: it listens to topics, draws from the seat's view, and asks the session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message

from facilitate.domain.decisions.authority import AUTHORITY
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.base import FactBase
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.topics import KEPT
from facilitate.tui.anywhere import AnyScreen
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.intents import Intent
from facilitate.tui.seat import Seat, screens_for
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.topbar import TopBar


@dataclass
class NextSeat(Message):
    """The person wants another of their screens, or in a demo another seat."""


@dataclass
class GoTo(Message):
    """The person wants that page."""

    name: str


@dataclass
class ComeBack(Message):
    """The person has seen enough of the projector's screen, and wants the page that was there before."""


@dataclass
class ExportWanted(Message):
    """The person wants the workbook now."""


class SeatScreen(AnyScreen):
    """A screen of one person in one meeting. A live update repaints; it never moves the focus or what is typed."""

    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {}
    TOPICS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
        self.seat = seat
        self.words = seat.words
        self.going = False
        self._stop: Callable[[], None] | None = None

    @property
    def meeting(self) -> Meeting:
        return self.seat.meeting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that this person has no right to are not there; those that do nothing just now say why when pressed."""
        if action == "seat":
            return self.can_change_seat
        if action in ("prepare", "agree_grid"):
            name = "prepare" if action == "prepare" else "agree"
            return name != self.PAGE and name in screens_for(self.meeting.people.get(self.seat.person))
        person, needed = self.meeting.people.get(self.seat.person), self.NEEDS.get(action)
        return needed is None or bool(person and person.has(*AUTHORITY[needed]))

    def label(self, intent: Intent) -> str:
        """What a key is called here, as a message id: outside a demo there is no other seat, but another page."""
        other_page = intent.id == "seat" and not getattr(self.app, "demo", None)
        return "key.page" if other_page else super().label(intent)

    def idle(self, action: str) -> bool:
        """Whether a key does nothing just now; the key bar shows it dim."""
        return False

    @property
    def place(self) -> object:
        """Where the person stands on this screen, for when they come back to it."""
        return None

    @place.setter
    def place(self, place: object) -> None:
        """Go back there."""

    @property
    def can_change_seat(self) -> bool:
        """Whether there is another seat, or another screen of this person, to go to."""
        return bool(getattr(self.app, "seats_to_change", ()))

    @property
    def topics(self) -> frozenset[str]:
        """What this screen shows; some depend on the person."""
        return self.TOPICS

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    @property
    def there(self) -> bool:
        """Whether everything is mounted and still stands; a timer or a listener may be late."""
        alive = self.is_attached and self.is_mounted and self.app.is_running
        return (
            self._stop is not None and alive and self.display and bool(self.children)
        )  # the parts go before the whole

    def _begin(self) -> None:
        """Everything is mounted: draw it, and from now on draw what changes."""
        if not self.is_attached:
            return
        listening, listen = ExitStack(), self.seat.session.listen
        listening.callback(listen(self.topics | {KEPT}, self._heard))
        listening.callback(listen({KEPT}, self._look_elsewhere))
        self._stop = listening.close
        self.begun()
        self.paint()
        self._look_elsewhere()

    def begun(self) -> None:
        """Everything stands, and the first drawing comes now; `on_mount` is too early for what needs that."""

    def _look_elsewhere(self, _: frozenset[str] = frozenset()) -> None:
        """Tell, once for each, that this person sits in another program too."""
        for since in self.seat.news_of_elsewhere():
            self.tell_elsewhere(since)

    def tell_elsewhere(self, since: Instant) -> None:
        """Everywhere but where a screen has a better place: a notice that stays for a while."""
        told = self.words("elsewhere.also", time=since.time)
        self.notify(told, severity="warning", markup=False, timeout=20)

    @property
    def takes_keys(self) -> bool:
        """Whether keys mean something here: not before everything stands, nor on the way to another page."""
        return self.there and not self.going

    def paint(self) -> None:
        """Draw, if there is still something to draw on."""
        if self.there:
            self.draw()

    def on_unmount(self) -> None:
        if self._stop is not None:
            self._stop()
            self._stop = None

    def on_resize(self) -> None:
        if self._stop is not None:
            self.call_after_refresh(self.paint)

    def _heard(self, topics: frozenset[str]) -> None:
        if not self.there:
            return
        for bar in self.query(TopBar):
            bar.refresh()
        if topics - {KEPT}:
            self.draw()
            for keys in self.query(KeyBar):
                keys.refresh()

    def draw(self) -> None:
        """Paint everything from the view."""

    def put_down(self) -> None:
        """Keep what is being typed, or make a draft of it: the person is about to go elsewhere."""

    def do(self, *facts: Fact) -> bool:
        """Have this person do something; a refusal is told, and False."""
        refused = self.seat.session.do(self.seat.person, *facts)
        for bar in self.query(TopBar):  # in the frame that shows what was done, it must not say *kept* any longer
            bar.refresh()
        if refused is not None:
            self.tell(refused)
        return refused is None

    def tell(self, refused: Refused) -> None:
        """Say why not."""
        self.say(self.words(refused.message, **refused.values), severe=True)

    def say(self, text: str, *, severe: bool = False) -> None:
        """A notice that goes away by itself, and makes place for the next; never read as markup."""
        self.app.clear_notifications()
        self.notify(text, severity="warning" if severe else "information", markup=False, timeout=6 if severe else 3)

    def action_undo(self) -> None:
        self.seat.session.undo(self.seat.person)

    def action_redo(self) -> None:
        self.seat.session.redo(self.seat.person)

    def action_leave(self) -> None:
        """At once, or, where something was begun and not kept, after a question."""
        begun, words = self.seat.standing.unfinished, self.words
        if not begun:
            super().action_leave()
            return
        title, body = words("quit.unfinished"), words("quit.unfinished_body", count=begun)
        asked = Confirm(title, body, words("quit.yes"), words)
        self.app.push_screen(asked, lambda yes: super(SeatScreen, self).action_leave() if yes else None)

    def action_seat(self) -> None:
        self.post_message(NextSeat())

    def action_prepare(self) -> None:
        self.post_message(GoTo("prepare"))

    def action_agree_grid(self) -> None:
        self.post_message(GoTo("agree"))

    def action_export(self) -> None:
        self.post_message(ExportWanted())
