"""Which grid, and whether it was agreed, in as many cells as there are: on every seat and before the room."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words


def grid_mark(meeting: Meeting, words: Words, *, short: bool = False) -> str:
    """The short fingerprint, and what is to be known of a grid that is not agreed; nothing without a grid."""
    if meeting.grid is None:
        return ""
    standing = meeting.grids.standing
    if standing == "agreed":
        return meeting.grid.short_fingerprint
    said = words(f"grid.standing.short.{standing}" if short else f"grid.standing.{standing}")
    return f"{meeting.grid.short_fingerprint} {said}"


def marks_of(meeting: Meeting, words: Words, others: tuple[str, ...], room: int) -> str:
    """What is to be known of a meeting, in the longest form that fits; the shortest one where none does."""
    form = ""
    for form in _forms(meeting, words, others):
        if cell_len(form) <= room:
            break
    return form


def _forms(meeting: Meeting, words: Words, others: tuple[str, ...]) -> Iterator[str]:
    rehearsal, briefly = ("top.rehearsal", "grid.short_rehearsal") if meeting.rehearsal else ("", "")
    for word, short in ((rehearsal, False), (rehearsal, True), (briefly, True)):
        mark = grid_mark(meeting, words, short=short)
        yield " · ".join(each for each in (*others, words(word) if word else "", mark) if each)
