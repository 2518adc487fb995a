"""Where screens run, without screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

from facilitate.domain.decisions.refusal import Refused
from facilitate.journal.faults import NotKept
from facilitate.session import Session, TookBack
from tests.journal.helping import reopened, until


class Screens:
    """Where screens run: what is posted waits until they look."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.posts: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.notices: list[tuple[str, Refused | NotKept | TookBack]] = []
        self.journal = reopened(path)
        self.session = Session(self.journal, self.posts.put, lambda person, what: self.notices.append((person, what)))

    def look(self) -> None:
        """Run what was posted so far."""
        while True:
            try:
                self.posts.get_nowait()()
            except Empty:
                return

    def until(self, condition: Callable[[], object]) -> None:
        def looked() -> object:
            self.look()
            return condition()

        until(looked)

    def settled(self) -> None:
        self.until(lambda: self.session.pending == 0)

    def full(self) -> None:
        """From now on the disk has no room."""
        pages = self.journal._connection.execute("PRAGMA page_count").fetchone()[0]
        self.journal._connection.execute(f"PRAGMA max_page_count = {pages}")

    def room_again(self) -> None:
        self.journal._connection.execute("PRAGMA max_page_count = 100000")


def captures(screens: Screens, person: str = "mona") -> list[str]:
    return list(screens.session.view(person).captures)
