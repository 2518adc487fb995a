"""The lists that a whole room is shown. Never a person's name, never a score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from textwrap import wrap

from facilitate.analysis.consent import consent_said
from facilitate.analysis.participation import GroupVoice, group_voices
from facilitate.analysis.ranking import Line as Ranked
from facilitate.analysis.ranking import results
from facilitate.analysis.timing import expected_end, step_times
from facilitate.domain.agenda import Step
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group
from facilitate.language import Words
from facilitate.tui.console.naming import group_name
from facilitate.tui.projector.boards import Board, Line

_SENTENCE_ENDS = re.compile(r"(?<=[.!?؟])\s+")
LONGEST_PART = 120
"""Letters of a sentence that any screen shows whole; a longer one becomes several entries."""


def some(*boards: Board | None) -> tuple[Board, ...]:
    """Those that have something to say."""
    return tuple(board for board in boards if board is not None and board.lines)


def needed(meeting: Meeting, step: Step, now: Instant, words: Words) -> Iterator[Board]:
    """What a step needs most to be seen, by its phase and by what it should bring."""
    match step.phase:
        case "before" | "opening":
            yield rules(meeting, words) if meeting.captured(CaptureKind.RULE) else agenda(meeting, now, words)
        case "exploring":
            yield captured(meeting, CaptureKind.NEED, words)
        case "prioritising":
            yield ranked(meeting, words)
        case _:
            if "need" in step.records:
                yield ranked(meeting, words)
            yield captured(meeting, CaptureKind.DECISION, words)
            yield captured(meeting, CaptureKind.ACTION, words)


def rules(meeting: Meeting, words: Words) -> Board:
    """How the group agreed to talk."""
    return captured(meeting, CaptureKind.RULE, words)


def consent(meeting: Meeting, words: Words) -> Board:
    """What is observed and noted, and how long it is kept: sentence by sentence, so that none is cut off."""
    said = (words(each.message, **each.values) for each in consent_said(meeting))
    sentences = (sentence for text in said for sentence in _SENTENCE_ENDS.split(text))
    return Board(words("consent.title"), tuple(Line(part) for each in sentences for part in wrap(each, LONGEST_PART)))


def captured(meeting: Meeting, kind: CaptureKind, words: Words) -> Board:
    """What was said of one kind, in its order; an action with its day, and without its owner."""
    entries = enumerate(meeting.captured(kind), start=1)
    lines = (Line(each.text, f"{words.number(number)}.", beside=_day(each, words)) for number, each in entries)
    return Board(words(f"show.{kind}s"), tuple(lines))


def _day(capture: Capture, words: Words) -> str:
    if capture.what is not CaptureKind.ACTION:
        return ""
    return words.day(capture.due) if capture.due else capture.due_said


# The ranking.


def ranked(meeting: Meeting, words: Words) -> Board:
    """The needs, or the themes they were put into: in their order, with what they were given as bars and numbers."""
    found = results(meeting)
    if found.method is None:
        lines = [Line(each.unit.label, f"{words.number(number)}.") for number, each in enumerate(found.lines, start=1)]
        return Board(words("show.needs"), tuple(lines))
    most = max((_given(each, found.method) for each in found.lines), default=0)
    return Board(
        words(f"show.by.{found.method}"), tuple(_place(each, found.method, most, words) for each in found.lines)
    )


def _given(line: Ranked, method: str) -> int:
    return line.won if method == "pair" else line.dots


def _place(line: Ranked, method: str, most: int, words: Words) -> Line:
    """One need; a tie is said by ``=``, and what was not ranked has no place."""
    if line.place is None:
        return Line(line.unit.label, "–")
    given = _given(line, method)
    mark = f"{words.number(line.place)}{'=' if line.tied else '.'}"
    return Line(line.unit.label, mark, given / most if most else 0.0, words.number(given))


# The balance.


def balance(meeting: Meeting, now: Instant, words: Words) -> Board:
    """Each group's share of the speaking time, with a mark where its share of the people is; empty where the log cannot
    carry it. A single group says nothing."""
    voices = [each for each in group_voices(meeting, now) if each.share is not None]
    by_dimension = [[each for each in voices if each.dimension == dimension] for dimension in ("sex", "age")]
    lines = (_voice(each, words) for found in by_dimension if len(found) > 1 for each in found)
    return Board(words("show.balance"), tuple(lines))


def _voice(voice: GroupVoice, words: Words) -> Line:
    name = group_name(Group(**{voice.dimension: voice.value}), words)
    share = voice.share or 0.0
    if voice.presence is None:
        return Line(name, share=share, beside=words.percent(share))
    beside = words("show.share_of", time=words.percent(share), people=words.percent(voice.presence))
    return Line(name, share=share, beside=beside, tick=voice.presence)


# The agenda.


def agenda(meeting: Meeting, now: Instant, words: Words) -> Board:
    """The steps with the hour at which each began or will begin if nothing changes; without an announced start, with
    their minutes."""
    hours = _hours(meeting, now) if meeting.start else {}
    lines = []
    for step in meeting.agenda.steps if meeting.agenda else ():
        minutes = words("common.minutes", count=meeting.planned_minutes(step.id))
        lines.append(
            Line(step.title.to(words.language), _hour(hours.get(step.id), words), beside="" if hours else minutes)
        )
    return Board(words("show.agenda"), tuple(lines))


def _hours(meeting: Meeting, now: Instant) -> dict[str, datetime]:
    """Backwards from the end of the meeting for the steps to come; the others began when they were opened first."""
    hours: dict[str, datetime] = {}
    at = expected_end(meeting, now)
    for time in reversed(step_times(meeting, now)):
        if time.state == "to_come" and at is not None:
            at -= timedelta(minutes=time.planned)
            hours[time.step] = at
    began = {opening.step: opening.start.wall for opening in reversed(meeting.plenary.openings)}
    return hours | began


def _hour(at: datetime | None, words: Words) -> str:
    return f"{words.hour(at)} " if at else "•"


def _length(meeting: Meeting, steps: tuple[Step, ...]) -> timedelta:
    return timedelta(minutes=sum(meeting.planned_minutes(step.id) for step in steps))
