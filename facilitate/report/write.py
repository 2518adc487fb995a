"""The report as text, or into a file whose name says in which form."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.language.words import Words
from facilitate.report import document, markdown, text
from facilitate.report.blocks import Block
from facilitate.report.director import director_blocks
from facilitate.report.faults import DocumentsMissing, UnknownFormat
from facilitate.report.meeting import blocks
from facilitate.report.training import training_blocks

__all__ = ["FORMATS", "DocumentsMissing", "UnknownFormat", "agenda_as_text", "as_text", "write", "write_agenda"]

FORMATS = (".docx", ".md", ".txt")
WALL_POINTS = 22.0
"""Letters that are read from the third row."""


def as_text(meetings: Sequence[tuple[Meeting, Instant]], words: Words, width: int = 80) -> str:
    """The report of one meeting, or of several as a training, as plain text.

    Each meeting is what its reader may see, with the moment at which it is told.
    """
    return text.render(_blocks(meetings, words), words, width)


def write(meetings: Sequence[tuple[Meeting, Instant]], words: Words, path: Path | str) -> None:
    """Write the report; a file that stood there is replaced only by a whole one.

    Raises UnknownFormat where the name ends in none of FORMATS, DocumentsMissing for .docx without python-docx, and
    OSError where the file cannot be written.
    """
    target = Path(path)
    _put(target, _content(meetings, words, target.suffix.lower()))


def agenda_as_text(meeting: Meeting, now: Instant, words: Words, *, wall: bool, width: int = 80) -> str:
    """The director's agenda of a meeting as plain text."""
    return text.render(director_blocks(meeting, now, words, wall=wall), words, width)


def write_agenda(meeting: Meeting, now: Instant, words: Words, path: Path | str, *, wall: bool) -> None:
    """Write the director's agenda as a document or as Markdown; raises as `write` does."""
    target, content = Path(path), director_blocks(meeting, now, words, wall=wall)
    match target.suffix.lower():
        case ".md":
            _put(target, markdown.render(content, words).encode())
        case ".docx":
            _put(target, document.render(content, words, now.wall, WALL_POINTS if wall else None))
        case suffix:
            raise UnknownFormat(suffix)


def _blocks(meetings: Sequence[tuple[Meeting, Instant]], words: Words) -> tuple[Block, ...]:
    if len(meetings) == 1:
        return blocks(*meetings[0], words)
    return training_blocks(meetings, words)


def _content(meetings: Sequence[tuple[Meeting, Instant]], words: Words, suffix: str) -> bytes:
    match suffix:
        case ".txt":
            return as_text(meetings, words).encode()
        case ".md":
            return markdown.render(_blocks(meetings, words), words).encode()
        case ".docx":
            made = max((now.wall for _, now in meetings), default=None)
            return document.render(_blocks(meetings, words), words, made)
    raise UnknownFormat(suffix)


def _put(target: Path, content: bytes) -> None:
    """Through a file beside it, so that a full disk or a power cut leaves the old one whole."""
    target = Path(os.path.realpath(target))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
