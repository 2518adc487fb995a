"""What the whole room is shown: the step, its time, and what it needs most. Never a person's name, never a score."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from facilitate.analysis.timing import step_clock
from facilitate.domain.agenda import Step
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.drawing import cut
from facilitate.tui.gridmark import marks_of
from facilitate.tui.projector.boards import Board
from facilitate.tui.projector.lists import agenda, balance, captured, consent, needed, rules, some
from facilitate.tui.widgets.bigclock import Face

BETWEEN = "  ·  "


class Shown(NamedTuple):
    """One picture: above all the meeting's name, then the title, the clocks, a sentence, and the lists.

    `main` is what the room needs most now; `aside` is shown where there is space.
    """

    above: str
    title: str
    faces: tuple[Face, ...] = ()
    below: str = ""
    main: tuple[Board, ...] = ()
    aside: tuple[Board, ...] = ()


def shown(meeting: Meeting, now: Instant, words: Words, width: int = 80) -> Shown:
    """The picture at this moment; the line above, in so many cells, loses the meeting's name before its marks."""
    name = meeting.title.to(words.language)
    mark = marks_of(meeting, words, (), width)
    above = BETWEEN.join(each for each in (cut(name, width - cell_len(BETWEEN + mark)), mark) if each)
    if meeting.closed is not None:
        return _after(meeting, above, words)
    if not meeting.plenary.openings:
        return _before(meeting, mark, now, words)
    return _during(meeting, now, above, words)


def _before(meeting: Meeting, above: str, now: Instant, words: Words) -> Shown:
    """Whoever comes in reads where they are, when it begins, what is noted of them, and what will be done."""
    start = meeting.start
    faces = (Face(words.hour(start), words("show.begins")),) if start else ()
    below = BETWEEN.join(each for each in (meeting.place, words.day(start.date()) if start else "") if each)
    title = meeting.title.to(words.language)
    boards = some(consent(meeting, words), agenda(meeting, now, words), rules(meeting, words))
    return Shown(above, title, faces, below or words("show.soon"), boards)


def _after(meeting: Meeting, above: str, words: Words) -> Shown:
    actions = len(meeting.captured(CaptureKind.ACTION))
    below = words("show.actions_count", count=actions) if actions else ""
    return Shown(above, words("show.thanks"), (), below, some(captured(meeting, CaptureKind.DECISION, words)))


def _during(meeting: Meeting, now: Instant, above: str, words: Words) -> Shown:
    tracks = tuple(track for track in meeting.tracks.values() if track.id != PLENARY and track.open)
    current = meeting.agenda.step(meeting.current.step) if meeting.agenda and meeting.current else None
    step = current or _step_of(meeting, tracks)
    agreed = some(rules(meeting, words))
    main = (some(*needed(meeting, step, now, words)) if step else ()) or agreed
    aside = some(balance(meeting, now, words), *(each for each in agreed if each not in main))
    if tracks:
        faces = tuple(_face(meeting, track, now, words, alone=False) for track in tracks)
        return Shown(above, words("show.apart"), faces, "", main, aside)
    faces = (_face(meeting, meeting.plenary, now, words, alone=True),) if current else ()
    title = current.title.to(words.language) if current else words("show.between")
    output = current.output.to(words.language) if current else ""
    return Shown(above, title, faces, words("show.brings", output=output) if output else "", main, aside)


def _step_of(meeting: Meeting, tracks: tuple[Track, ...]) -> Step | None:
    """What the groups work on, where the room is split."""
    steps = [each.current.step for each in tracks if each.current] + [each.step for each in tracks if each.step]
    return meeting.agenda.step(steps[0]) if meeting.agenda and steps else None


# The clock.


def _face(meeting: Meeting, track: Track, now: Instant, words: Words, *, alone: bool) -> Face:
    """The clock of a step; beside others it says whose it is."""
    clock = step_clock(meeting, now, track.id)
    title = "" if alone else track.title
    step = meeting.agenda.step(clock.step) if meeting.agenda and clock else None
    below = step.title.to(words.language) if step and not alone else ""
    if clock is None:
        return Face("-:--", words("show.no_step"), title=title)
    over = clock.remaining_ms < 0
    time = words.clock(-(clock.remaining_ms // 1000) * 1000 if over else clock.remaining_ms)
    planned = words.minutes(clock.planned_ms)
    share = clock.spent.ms / clock.planned_ms if clock.planned_ms else 1.0
    if clock.paused:
        return Face(f"+{time}" if over else time, words("show.paused"), share, "paused", title, below)
    if over:
        return Face(f"+{time}", words("show.over", planned=planned), share, "over", title, below)
    soon = clock.remaining_ms < clock.warning_ms
    said = words("show.soon_over" if soon else "show.left", planned=planned)
    return Face(time, said, share, "soon" if soon else "", title, below)
