"""The meeting's file: an SQLite database that is one tidy file between writes (design §4).

``journal_mode=TRUNCATE`` and ``synchronous=FULL`` are set and verified on every connection: the mode does not persist,
and SQLite's defaults have lost events that were acknowledged.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from facilitate.journal.faults import JournalError, NotKept

APPLICATION = 0x4643_4C54  # "FCLT"
SCHEMA = 1
PATIENCE_SECONDS = 5.0

_TABLE = """
CREATE TABLE event (
    n INTEGER PRIMARY KEY,
    replica TEXT NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL,
    UNIQUE (replica, seq)
)
"""


def create(path: Path) -> sqlite3.Connection:
    """A new, empty meeting file, already open.

    Raises JournalError where something of that name exists or the folder cannot be written.
    """
    try:
        with path.open("xb"):
            pass
    except FileExistsError:
        raise JournalError("file.exists", file=str(path)) from None
    except OSError as error:
        raise JournalError("file.cannot_create", file=str(path), why=error.strerror or str(error)) from error
    connection = None
    try:
        connection = connect(path, new=True)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_TABLE)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException as error:
        if connection is not None:
            connection.close()
        for left in (path, path.with_name(f"{path.name}-journal")):
            left.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            raise not_kept(error, path) from error
        raise
    return connection


def writable(path: Path) -> bool:
    """Whether events can be added: to the file, and beside it, where SQLite puts its own journal."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def connect(path: Path, *, read_only: bool = False, new: bool = False) -> sqlite3.Connection:
    """The one way to a meeting's file.

    Raises JournalError where there is no file, it is no meeting, or a newer program made it.
    """
    if not path.is_file():
        raise JournalError("file.not_a_file" if path.exists() else "file.no_such_file", file=str(path))
    mode = "ro" if read_only else "rw"
    address = f"file:{quote(os.fsencode(path.resolve()))}?mode={mode}"
    try:
        connection = sqlite3.connect(
            address, uri=True, timeout=PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise _unreadable(error, path) from error
    connection.text_factory = _text
    try:
        if not new:
            _recognise(connection, path)
        if not read_only:
            _make_safe(connection)
    except sqlite3.Error as error:
        connection.close()
        raise _unreadable(error, path) from error
    except JournalError:
        connection.close()
        raise
    return connection


def _text(content: bytes) -> str:
    """What a flipped bit has made unreadable must not hide the other rows; the row's hash tells that it is damaged."""
    return content.decode("utf-8", errors="replace")


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION:
        empty = path.stat().st_size == 0
        raise JournalError("file.never_finished" if empty else "file.not_a_meeting", file=str(path))
    schema = connection.execute("PRAGMA user_version").fetchone()[0]
    if schema != SCHEMA:
        raise JournalError("file.newer_file", file=str(path), schema=schema)


def _make_safe(connection: sqlite3.Connection) -> None:
    mode = connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()[0]
    connection.execute("PRAGMA synchronous = FULL")
    synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
    if mode != "truncate" or synchronous != 2:
        raise sqlite3.OperationalError(f"journal_mode={mode}, synchronous={synchronous}")


def _unreadable(error: sqlite3.Error, path: Path) -> JournalError:
    if getattr(error, "sqlite_errorname", "") in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
        return JournalError("file.not_a_meeting", file=str(path))
    return JournalError("file.cannot_open", file=str(path), why=str(error))


_REASONS = {
    "SQLITE_FULL": "not_kept.disk_full",
    "SQLITE_READONLY": "not_kept.read_only",
    "SQLITE_CANTOPEN": "not_kept.read_only",
    "SQLITE_BUSY": "not_kept.busy",
    "SQLITE_LOCKED": "not_kept.busy",
}


def not_kept(error: sqlite3.Error, path: Path) -> NotKept:
    """Why a write failed, in words a person can act upon."""
    name = str(getattr(error, "sqlite_errorname", ""))
    known = next((message for prefix, message in _REASONS.items() if name.startswith(prefix)), "not_kept.other")
    return NotKept(known, file=str(path), why=str(error))
