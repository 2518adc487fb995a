"""What was kept as rows of a list, and what is said above them."""

from __future__ import annotations

from collections.abc import Iterable

from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.language.letters import folded
from facilitate.tui.capturing import owed
from facilitate.tui.notes.draft import KINDS, Notebook
from facilitate.tui.textrows import Row


def looked_at(meeting: Meeting, book: Notebook, step: str | None) -> list[Capture]:
    """What stands and passes the filters, the newest last; `step` is the one that is open where the person is."""
    wanted = folded(book.search).split()
    return [
        each
        for each in meeting.captured(*((book.kind,) if book.kind else KINDS))
        if (not book.this_step or each.step == step) and (not wanted or _has(each, meeting, wanted))
    ]


def _has(capture: Capture, meeting: Meeting, wanted: Iterable[str]) -> bool:
    """Whether every word that is searched for stands in it, or in who and by when."""
    said = folded(f"{capture.text} {meeting.name(capture.owner)} {capture.due_said} {capture.step or ''}")
    return all(word in said for word in wanted)


def row_of(capture: Capture, meeting: Meeting, words: Words, unfinished: bool) -> Row:
    """One capture; `unfinished` where the person has begun to change it."""
    kind = words(f"capture.{capture.what}")
    return Row(
        capture.id,
        f"{kind} ✎" if unfinished else kind,
        _place(capture, meeting),
        capture.text,
        _more(capture, meeting, words),
    )


def _place(capture: Capture, meeting: Meeting) -> str:
    """The step, and the group of a split room."""
    track = meeting.tracks.get(capture.track)
    group = track.title if track and capture.track != PLENARY else ""
    return " ".join(each for each in (capture.step or "", group) if each)


def _more(capture: Capture, meeting: Meeting, words: Words) -> str:
    """Who does an action and by when, or that nobody said so; who follows a parked topic."""
    if capture.what is CaptureKind.ACTION:
        return owed(capture, meeting, words)
    who = meeting.name(capture.owner)
    return words.for_lines()("notes.followed", who=who) if who and capture.what is CaptureKind.PARKING else ""


def above(meeting: Meeting, book: Notebook, shown: int, below: int, step: str | None, words: Words) -> str:
    """How many there are, which are left out and why, what is unfinished, and how many are out of sight below."""
    total = len(meeting.captured(*KINDS))
    said = [words("notes.total", count=total) if shown == total else words("notes.shown", shown=shown, total=total)]
    if book.kind:
        said.append(words("notes.only_kind", kind=words(f"capture.{book.kind}")))
    if book.this_step:
        said.append(words("notes.only_step", step=step) if step else words("notes.only_no_step"))
    if book.search:
        said.append(words("notes.searched", text=book.search))
    if book.aside:
        said.append(words("notes.unfinished", kinds=words.listed(_kinds_aside(book, words))))
    if below:
        said.append(words("notes.below", count=below))
    return " · ".join(said)


def _kinds_aside(book: Notebook, words: Words) -> list[str]:
    """What was begun, with the key that brings it back; what is being changed is marked in its row."""
    return [
        f"{words(f'capture.{draft.what}')} {'✎' if draft.base else KINDS.index(draft.what) + 1}"
        for draft in book.aside.values()
    ]


def idle(meeting: Meeting, words: Words) -> str:
    """What is said where there is no row."""
    return words("notes.none_so" if meeting.captured(*KINDS) else "notes.none")
