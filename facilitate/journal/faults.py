"""What can be wrong with a meeting's file, or with writing to it."""

from __future__ import annotations

from typing import Any


class JournalError(Exception):
    """Something about a file, as a message id and values; nothing of the file was changed."""

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


class NotKept(JournalError):
    """An event could not be written now; it may be tried again."""
