"""Why a stranger's workbook is not taken."""

from __future__ import annotations

from typing import Any


class NotAccepted(Exception):
    """A file that is not read, as a message id and values; `file` is always among them once `opened` has told it.

    Values are harmless on a terminal.
    """

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.values = values
