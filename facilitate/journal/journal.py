"""A meeting's journal: read, append, follow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.elsewhere import Elsewhere, with_others
from facilitate.domain.events import Event, Fact, UnknownEvent, parse_event
from facilitate.domain.events.observing import Redone, Undone
from facilitate.domain.instants import NO_STAMP, Stamp
from facilitate.domain.meeting.fold import extend
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.record import Record
from facilitate.domain.scribe import Machine, Scribe
from facilitate.journal import file
from facilitate.journal.faults import JournalError, NotKept
from facilitate.journal.machine import Readings, this_machine


class Damaged(NamedTuple):
    """A row whose content is not what was written: left out, and told."""

    replica: str
    seq: int


class _Decided(NamedTuple):
    """Events that may be kept, and the meeting that they make."""

    events: list[Event]
    meeting: Meeting


def row_hash(replica: str, seq: int, body: str) -> bytes:
    """Finds silent corruption that SQLite's own check does not: 16 bytes a row."""
    return blake2b(f"{replica}:{seq}:{body}".encode(), digest_size=16).digest()


def fresh_name() -> str:
    """A random name for a replica, a person, a turn, a capture."""
    return uuid4().hex[:12]


class Journal:
    """The events of one meeting's file, with the meeting they make.

    Used by one thread at a time. Every program start writes as a replica of its own.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool, machine: Machine) -> None:
        self.path = path
        self.read_only = read_only
        self.machine = machine
        self.record = Record()
        self.damaged: list[Damaged] = []
        self.known: set[tuple[str, int]] = set()
        self.news: list[Event] = []
        self.elsewhere: Elsewhere = {}
        self._opened: Stamp | None = None
        self._connection = connection
        self._last_row = 0
        self._last_key: tuple[str, int] | None = None
        self._data_version = -1
        self._scribe: Scribe | None = None
        self._readings = Readings()

    @classmethod
    def create(cls, path: Path, machine: Machine = this_machine) -> Journal:
        """A new meeting's file. Raises JournalError where one of that name exists or none can be made."""
        return cls(path, file.create(path), read_only=False, machine=machine)

    @classmethod
    def open(cls, path: Path, machine: Machine = this_machine, *, read_only: bool = False) -> Journal:
        """An existing file with all its events; to read only, where it or its folder cannot be written.

        Raises JournalError where it is no meeting, or one of a newer program.
        """
        read_only = read_only or (path.is_file() and not file.writable(path))
        journal = cls(path, file.connect(path, read_only=read_only), read_only=read_only, machine=machine)
        try:
            journal.catch_up()
            journal.take_news()
            journal._opened = journal.record.latest
        except sqlite3.Error as error:
            journal.close()
            raise JournalError("file.cannot_open", file=str(path), why=str(error)) from error
        return journal

    def close(self) -> None:
        """Let go of the file; where nobody else writes, SQLite's own empty journal beside it goes too."""
        if not self.read_only:
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    def changed(self) -> bool:
        """Whether another program has written since this was asked last. Costs some microseconds."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        changed, self._data_version = version != self._data_version, version
        return bool(changed)

    def catch_up(self) -> list[Event]:
        """Take in what others have written; the new events that this program understands.

        Raises NotKept where the file is no longer the one that was opened: another was copied over it.
        """
        rows = self._connection.execute(
            "SELECT n, replica, seq, body, hash FROM event WHERE n >= ? ORDER BY n", (self._last_row,)
        ).fetchall()
        if self._last_key is not None:
            if not rows or (rows[0][1], rows[0][2]) != self._last_key:
                raise NotKept("not_kept.replaced", file=str(self.path))
            del rows[0]
        events: list[Event] = []
        unknown = 0
        for n, replica, seq, body, check in rows:
            self._last_row, self._last_key = n, (replica, seq)
            event = self._read(replica, seq, body, check)
            if isinstance(event, Event):
                events.append(event)
            elif event is not None:
                unknown += 1
        if rows:
            self.record.add(events, unknown)
            self.news += events
            if self._opened is not None:
                self.elsewhere = with_others(self.elsewhere, events, self.record.events, self._opened)
        return events

    def follow(self) -> None:
        """Take in what others wrote, if anything; a file that cannot be read just now is looked at again next time."""
        before = self._data_version
        try:
            if self.changed():
                self.catch_up()
        except sqlite3.Error:
            self._data_version = before

    def take_news(self) -> list[Event]:
        """The events, others' and our own, that came since this was asked last."""
        news, self.news = self.news, []
        return news

    def _read(self, replica: str, seq: int, body: str, check: bytes) -> Event | UnknownEvent | None:
        self.known.add((replica, seq))
        if check != row_hash(replica, seq, body):
            self.damaged.append(Damaged(replica, seq))
            return None
        try:
            return parse_event(body)
        except (ValueError, RecursionError):  # what was written, and not to be understood here
            return UnknownEvent(replica, seq, NO_STAMP, "", body)

    def append(self, by: str, *facts: Fact, happened: datetime | None = None) -> list[Event] | Refused:
        """Keep some facts of one author, all or none: catch up, decide, insert, commit, in one write transaction.

        Returns the kept events, or the reason of the refusal. Raises NotKept where the disk refuses.
        """
        return self.append_all([(by, fact) for fact in facts], happened)

    def take_back(self, by: str, *, again: bool = False) -> list[Event] | Refused:
        """Undo the author's last act, or, `again`, bring back what they undid last. As `append`."""
        self.follow()
        act = self.record.undo.last_act(by, again=again)
        if not act:
            return Refused("refused.redo_nothing" if again else "refused.undo_nothing")
        return self.append(by, *(Redone(event=each.id) if again else Undone(event=each.id) for each in act))

    def append_all(self, acts: Iterable[tuple[str, Fact]], happened: datetime | None = None) -> list[Event] | Refused:
        """As `append`, for facts of several authors."""
        if self.read_only:
            return Refused("refused.read_only", {"file": str(self.path)})
        with self._transaction():
            self.catch_up()
            decided = self._decided(acts, happened)
            if isinstance(decided, Refused):
                return decided
            self._insert(decided.events)
        self._keep(decided)
        return decided.events

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One write transaction: kept whole at its end, or not at all. Raises NotKept where the disk refuses."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise file.not_kept(error, self.path) from error
        except BaseException:
            self._roll_back()
            raise

    def _decided(self, acts: Iterable[tuple[str, Fact]], happened: datetime | None) -> _Decided | Refused:
        meeting, latest = self.record.meeting, self.record.latest
        events: list[Event] = []
        scribe, walk, now = self._writer(), self.record.undo, self._readings.of(self.machine())
        for by, fact in acts:
            if events and isinstance(fact, Undone | Redone):  # an act of several facts goes back one after the other
                walk = walk.going_on_with(events[-1])
            decided = decide(meeting, walk, by, fact)
            if isinstance(decided, Refused):
                scribe.seq -= len(events)
                return decided
            event = scribe.write(by, decided, latest, happened, now)
            scribe.kept()
            meeting, latest = extend(meeting, event), event.at
            events.append(event)
        return _Decided(events, meeting)

    def _writer(self) -> Scribe:
        if self._scribe is None:
            meeting = self.record.meeting.id or f"m{fresh_name()}"
            self._scribe = Scribe(meeting, fresh_name(), self.machine)
        return self._scribe

    def _insert(self, events: list[Event]) -> None:
        rows = [(event.replica, event.seq, event.to_json()) for event in events]
        self._connection.executemany(
            "INSERT INTO event (replica, seq, body, hash) VALUES (?, ?, ?, ?)",
            [(replica, seq, body, row_hash(replica, seq, body)) for replica, seq, body in rows],
        )

    def _keep(self, decided: _Decided) -> None:
        """Our own rows are the last ones: nobody else could write while the transaction was open."""
        events = decided.events
        if events:
            self._last_row, self._last_key = self._last_row + len(events), (events[-1].replica, events[-1].seq)
        self.known.update((event.replica, event.seq) for event in events)
        self.record.add(events, ahead=decided.meeting)
        self.news += events

    def _roll_back(self) -> None:
        """End the transaction, and never use a number twice: whatever comes next is written by a fresh replica."""
        self._scribe = None
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def insert_foreign(self, bodies: Iterable[tuple[str, int, Stamp, str]]) -> int:
        """Keep events that were made elsewhere, unchanged, in one transaction; the number that were new.

        Raises NotKept where the disk refuses; then none is kept.
        """
        new = [(replica, seq, body, row_hash(replica, seq, body)) for replica, seq, _, body in bodies]
        with self._transaction():
            self.catch_up()
            new = [row for row in new if (row[0], row[1]) not in self.known]
            self._connection.executemany("INSERT INTO event (replica, seq, body, hash) VALUES (?, ?, ?, ?)", new)
        self.catch_up()
        return len(new)

    def mend(self, bodies: Mapping[tuple[str, int], str]) -> int:
        """Put what was written back into damaged rows, and read everything anew; the number of rows.

        Raises NotKept where the disk refuses; then none is changed.
        """
        rows = [(body, row_hash(replica, seq, body), replica, seq) for (replica, seq), body in bodies.items()]
        with self._transaction():
            self._connection.executemany("UPDATE event SET body = ?, hash = ? WHERE replica = ? AND seq = ?", rows)
        self.record, self.damaged, self.known = Record(), [], set()
        self._last_row, self._last_key = 0, None
        self.catch_up()
        return len(rows)

    def bodies(self) -> dict[tuple[str, int], str]:
        """Every row's text by its identity, also what this program is too old to know."""
        rows = self._connection.execute("SELECT replica, seq, body FROM event").fetchall()
        sound = (row for row in rows if isinstance(row[0], str) and isinstance(row[1], int))
        return {(replica, seq): body for replica, seq, body in sound}

    def copy_to(self, path: Path) -> None:
        """A sound copy, also while others write. Raises JournalError where it cannot be made."""
        target = file.create(path)
        try:
            self._connection.backup(target)
        except sqlite3.Error as error:
            target.close()
            path.unlink(missing_ok=True)
            raise file.not_kept(error, path) from error
        target.close()
