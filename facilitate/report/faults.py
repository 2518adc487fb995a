"""Why a report was not written."""

from __future__ import annotations


class UnknownFormat(ValueError):
    """The file's name ends in nothing that a report can be."""

    def __init__(self, suffix: str) -> None:
        super().__init__(suffix)
        self.suffix = suffix


class DocumentsMissing(RuntimeError):
    """python-docx is not installed; `pip install facilitate[documents]` brings it."""
