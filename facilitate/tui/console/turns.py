"""Who speaks now, who waits, who spoke last: as lines to read and rows to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from rich.style import Style
from rich.text import Text

from facilitate.analysis.floor import Board, OnFloor, last_turns, not_heard, preferred, standing
from facilitate.domain.instants import Instant, between
from facilitate.domain.meeting.parts import Turn
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.console.naming import group_name, speaker_name
from facilitate.tui.console.speakers import Picture
from facilitate.tui.drawing import cut, fitted
from facilitate.tui.widgets.taplist import TapRow


def said_now(running: OnFloor | None, meeting: Meeting, words: Words) -> str:
    """Who has the floor, and for how long."""
    if running is None:
        return words("floor.silence")
    who = running.turn.who
    name = speaker_name(who, meeting, words)
    named = f"{name} ({group_name(who.group, words)})" if who.person and who.group else name
    return words("floor.speaks", name=named, time=words.clock(running.spoken.ms))


def said_of_all(found: Board, words: Words) -> str:
    """How many were not heard yet; why there are no shares, where there are none."""
    why = ""
    if found.why is not None:
        why = words(found.why, percent=words.percent(found.covered or 0.0))
    count, persons = not_heard(found)
    heard = any(each.turns for each in found.speakers)
    missing = words("floor.not_heard.persons" if persons else "floor.not_heard.groups", count=count) if count else ""
    return "  ".join(each for each in (missing if heard else "", why) if each)


def waiting(found: Board, meeting: Meeting, words: Words, width: int) -> Picture:
    """Those who wait, in their order; who should be preferred has a mark and a word."""
    rows = []
    for number, each in enumerate(meeting.queue, start=1):
        name = f"{words.number(number)} {speaker_name(each.who, meeting, words)}"
        why = preferred(standing(found, each.who))
        rows.append(TapRow(each.id, (_beside(name, words(f"floor.prefer.{why}") if why else "", width),)))
    head = words("floor.queue", count=len(rows)) if rows else words("floor.queue_head")
    return Picture(Text(cut(f" {head}", width)), tuple(rows))


def turns(meeting: Meeting, words: Words, width: int) -> Picture:
    """The last turns, the newest first."""
    rows = (TapRow(turn.id, (_turn(turn, meeting, words, width),)) for turn in last_turns(meeting))
    return Picture(Text(cut(f" {words('floor.last_turns')}", width)), tuple(rows))


def when(turn: Turn, words: Words) -> str:
    """The hour at which a turn began."""
    return words.hour(turn.start.wall.astimezone())


def _turn(turn: Turn, meeting: Meeting, words: Words, width: int) -> Text:
    beside = "  ".join(_marks(turn, words))
    line = _beside(f"{when(turn, words)} {speaker_name(turn.who, meeting, words)}", beside, width)
    line.stylize(Style(strike=turn.withdrawn, dim=turn.withdrawn))
    return line


def _marks(turn: Turn, words: Words) -> Iterator[str]:
    if turn.withdrawn:
        yield words("floor.withdrawn")
        return
    if turn.corrected:
        yield "✎"
    yield words("floor.runs") if turn.end is None else words.clock(_length(turn, turn.end))


def _length(turn: Turn, end: Instant) -> int:
    return between(turn.start, end).ms


def _beside(name: str, beside: str, width: int) -> Text:
    """A name, and at the end of its line what there is to say of it."""
    said = cut(beside, width * 2 // 3)
    room = width - Text(said).cell_len - 1
    return Text(f"{fitted(name, room)} {said}", no_wrap=True)
