"""The one live thing: follows a journal, folds it, tells listeners what changed, and asks for decisions.

A thread of its own owns the journal, since a write waits for the disk. Everything else here runs where the screens run:
a change is painted at once as pending, and confirmed or withdrawn when the disk has answered.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import count
from typing import NamedTuple

from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.elsewhere import Elsewhere
from facilitate.domain.events import Event, Fact
from facilitate.domain.events.observing import Redone, Undone
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.fold import extend
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.undo import UndoWalk
from facilitate.domain.meeting.view import see
from facilitate.domain.scribe import Scribe
from facilitate.domain.topics import EVERYTHING, KEPT, topics_of
from facilitate.journal.faults import NotKept
from facilitate.journal.journal import Journal

POLL_SECONDS = 0.05
RETRY_SECONDS = 1.0

Post = Callable[[Callable[[], None]], None]
Listener = Callable[[frozenset[str]], None]


class TookBack(NamedTuple):
    """An act that was undone, or brought back."""

    act: Event
    again: bool


Notice = Callable[[str, Refused | NotKept | TookBack], None]


@dataclass(frozen=True)
class Wish:
    """Something a person did that waits for the disk; undo and redo have no `facts`, they look up their target."""

    number: int
    by: str
    facts: tuple[Fact, ...] = ()
    events: tuple[Event, ...] = ()
    redo: bool | None = None
    happened: datetime | None = None


class Session:
    """One program’s hold of a meeting, shared by all seats in it.

    `post` runs a function where the screens run. `notice` is told, with the person, of what was refused after it had
    been painted, of what the disk refuses, and of what was undone. `painted` runs a function once what was done is on
    the screen: the thread that writes would take the processor from the one that paints. It waits no longer than
    `POLL_SECONDS` for that.
    """

    def __init__(
        self, journal: Journal, post: Post, notice: Notice | None = None, painted: Post = lambda act: act()
    ) -> None:
        self.path = journal.path
        self.read_only = journal.read_only
        self.damaged = tuple(journal.damaged)
        self.kept: Meeting = journal.record.meeting
        self.elsewhere: Elsewhere = journal.elsewhere
        self.stalled: NotKept | None = None
        self.notice: Notice = notice or (lambda person, what: None)
        self._machine = journal.machine
        self._post = post
        self._pending: dict[int, Wish] = {}
        self._refused: list[Wish] = []
        self._ahead: Meeting = self.kept
        self._views: dict[str, tuple[Meeting, Meeting]] = {}
        self._listeners: dict[int, tuple[frozenset[str], Listener]] = {}
        self._numbers = count(1)
        self._provisional = Scribe(self.kept.id or "pending", "pending", self._machine)
        self._painted = painted
        self._closing = threading.Event()
        self._keeper = _Keeper(self, journal)
        self._thread = threading.Thread(target=self._keeper.run, name="journal", daemon=True)
        self._thread.start()

    # What screens ask.

    @property
    def pending(self) -> int:
        """How many acts wait for the disk."""
        return len(self._pending)

    def now(self) -> Instant:
        """What time it is on this laptop."""
        return self._machine()

    def view(self, person: str) -> Meeting:
        """The meeting as that person may see it, with their own pending acts in it."""
        cached = self._views.get(person)
        if cached is None or cached[0] is not self._ahead:
            cached = (self._ahead, see(self._ahead, person))
            self._views[person] = cached
        return cached[1]

    def listen(self, topics: Iterable[str], listener: Listener) -> Callable[[], None]:
        """Call the listener with the topics that changed, when one of these did; returns a way to stop."""
        number = next(self._numbers)
        self._listeners[number] = (frozenset(topics), listener)
        return lambda: self._listeners.pop(number, None) and None

    # What people do.

    def do(self, by: str, *facts: Fact, happened: datetime | None = None) -> Refused | None:
        """Have a person do some things, all or none. Refused at once where that is known; else painted, then kept."""
        if self.read_only:
            return Refused("refused.read_only", {"file": str(self.path)})
        meeting, events = self._ahead, list[Event]()
        for fact in facts:
            decided = decide(meeting, UndoWalk(), by, fact)
            if isinstance(decided, Refused):
                return decided
            event = self._provisional.write(by, decided, "0" * 12 + "-0000", happened)
            self._provisional.kept()
            events.append(event)
            meeting = extend(meeting, event)
        self._ahead = meeting
        self._wish(Wish(next(self._numbers), by, facts, tuple(events), happened=happened))
        self._tell(topic for event in events for topic in topics_of(event))
        return None

    def take_withdrawn(self, by: str) -> list[Fact]:
        """What this person did, was painted, and then refused by what the file had meanwhile; each of it once."""
        own = [wish for wish in self._refused if wish.by == by]
        self._refused = [wish for wish in self._refused if wish.by != by]
        return [fact for wish in own for fact in wish.facts]

    def undo(self, by: str) -> None:
        """Take back the person's last act; what it was is told through `notice`."""
        self._wish(Wish(next(self._numbers), by, redo=False))

    def redo(self, by: str) -> None:
        """Bring back what the person took back last."""
        self._wish(Wish(next(self._numbers), by, redo=True))

    def close(self, patience: float = 5.0) -> int:
        """Let the disk finish, then stop; the number of acts that could not be kept."""
        self._closing.set()
        self._keeper.wake()
        self._thread.join(patience)
        return len(self._pending.keys() - self._keeper.answered)  # what was posted may not have run yet

    # What the keeper's thread posts.

    def _wish(self, wish: Wish) -> None:
        if wish.facts:
            self._pending[wish.number] = wish
        self._keeper.wishes.append(wish)
        self._painted(self._keeper.wake)

    def _moved(self, meeting: Meeting, events: list[Event], done: Wish | None, elsewhere: Elsewhere) -> None:
        """The kept meeting has changed."""
        self.kept, self.elsewhere = meeting, elsewhere
        if done is not None:
            self._pending.pop(done.number, None)
        self._rebuild()
        turned_back = any(isinstance(event.fact, Undone | Redone) for event in events)
        topics = {topic for event in events for topic in topics_of(event)}
        self._tell(EVERYTHING if turned_back else topics | {KEPT})

    def _withdrawn(self, wish: Wish, refused: Refused) -> None:
        self._pending.pop(wish.number, None)
        self._refused.append(wish)
        self._rebuild()
        self._tell({topic for event in wish.events for topic in topics_of(event)} | {KEPT})
        self.notice(wish.by, refused)

    def _stall(self, why: NotKept | None, wish: Wish | None) -> None:
        news = why is not None and self.stalled is None
        self.stalled = why
        self._tell({KEPT})
        if news and why is not None:
            self.notice(wish.by if wish else "", why)

    def _rebuild(self) -> None:
        meeting = self.kept
        for wish in self._pending.values():
            for event in wish.events:
                meeting = extend(meeting, event)
        self._ahead = meeting

    def _tell(self, topics: Iterable[str]) -> None:
        changed = frozenset(topics)
        for wanted, listener in list(self._listeners.values()):
            if wanted & changed or changed is EVERYTHING:
                listener(changed)


class _Keeper:
    """The thread that owns the journal: writes what people do, in their order, and looks for what others wrote."""

    def __init__(self, session: Session, journal: Journal) -> None:
        self.session = session
        self.journal = journal
        self.wishes: deque[Wish] = deque()
        self.answered: set[int] = set()
        self.blind = False
        self._woken = threading.Event()

    def wake(self) -> None:
        """There is something to do, also if it is only to stop."""
        self._woken.set()

    def run(self) -> None:
        while self.wishes or not self.session._closing.is_set():
            self._woken.wait(POLL_SECONDS)
            self._woken.clear()
            if not self.wishes:
                self._look()
            while self.wishes:
                if not self._keep(self.wishes.popleft()):
                    self.wishes.clear()  # the program stops, and the disk still refuses
        self.journal.close()

    def _keep(self, wish: Wish) -> bool:
        """Write one wish; while the disk refuses, try again every second: nothing that was painted is dropped.

        False where the program stops before the disk has taken it.
        """
        stalled = False
        while True:
            try:
                kept = self._append(wish)
            except Exception as error:  # a fault of our own must not look like kept, and loses nothing either
                stalled = True
                self.session._post(partial(self.session._stall, self._why(error), wish))
                if self.session._closing.wait(RETRY_SECONDS):
                    return False
                continue
            self.answered.add(wish.number)
            if stalled:
                self.session._post(partial(self.session._stall, None, wish))
            if isinstance(kept, Refused):
                self._report(None)
                self.session._post(partial(self.session._withdrawn, wish, kept))
            else:
                self._report(wish)
                self._tell_taken_back(wish, kept)
            return True

    def _look(self) -> None:
        """Take in what others wrote; while that cannot be done, look again every second."""
        try:
            self.journal.follow()
        except Exception as error:
            self.blind = True
            self.session._post(partial(self.session._stall, self._why(error), None))
            self.session._closing.wait(RETRY_SECONDS)
            return
        if self.blind:
            self.blind = False
            self.session._post(partial(self.session._stall, None, None))
        self._report(None)

    def _why(self, error: Exception) -> NotKept:
        if isinstance(error, NotKept):
            return error
        return NotKept("not_kept.other", file=str(self.journal.path), why=f"{type(error).__name__}: {error}")

    def _tell_taken_back(self, wish: Wish, kept: list[Event]) -> None:
        """Name the act by the last of its facts."""
        last = kept[-1 if wish.redo else 0].fact if kept else None
        if isinstance(last, Undone | Redone):
            act = self.journal.record.undo.events[last.event]
            self.session._post(partial(self.session.notice, wish.by, TookBack(act, again=wish.redo is True)))

    def _append(self, wish: Wish) -> list[Event] | Refused:
        if wish.redo is None:
            return self.journal.append(wish.by, *wish.facts, happened=wish.happened)
        return self.journal.take_back(wish.by, again=wish.redo)

    def _report(self, wish: Wish | None) -> None:
        """Tell the session what is on disk now."""
        events, meeting = self.journal.take_news(), self.journal.record.meeting
        if events or wish is not None or meeting is not self.session.kept:
            self.session._post(partial(self.session._moved, meeting, events, wish, self.journal.elsewhere))
