"""What the closing page says, as plain values: what is read back, the participants' answers, what is left, the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal

from facilitate.analysis.presence import present
from facilitate.analysis.retiming import announced_end, lateness
from facilitate.analysis.timing import step_times
from facilitate.domain.events import Fact
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.events.running import EVALUATION
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import harmless
from facilitate.language import Words
from facilitate.tui.capturing import DATED, OWNED, Fresh, capture_fields, known_names
from facilitate.tui.dialogs.field import Field
from facilitate.tui.notes.draft import opened
from facilitate.tui.notes.keeping import changed_meanwhile, kept
from facilitate.tui.widgets.headcounts import CountLine, Counts
from facilitate.tui.widgets.readback import Spoken

READ = (CaptureKind.DECISION, CaptureKind.ACTION, CaptureKind.PARKING)
"""What is read back, in this order."""


def to_read(meeting: Meeting) -> tuple[Capture, ...]:
    """Decisions, then actions, then parked topics."""
    return tuple(each for kind in READ for each in meeting.captured(kind))


# Reading back.


def spoken(meeting: Meeting, capture: Capture, words: Words) -> Spoken:
    """One thing as it is read aloud, with what it lacks."""
    alike = [each.id for each in meeting.captured(capture.what)]
    place = words("closing.place", place=alike.index(capture.id) + 1, total=len(alike))
    beside = ""
    if capture.what in OWNED:
        said = [meeting.name(capture.owner), _day(capture, words)]
        beside = words.listed(words.for_lines().shown(each) for each in said if each)
    lacking = tuple(words(f"closing.lacks.{each}") for each in lacks(meeting, capture))
    ways = ((f"↑ {words('closing.before')}", "read(-1)"), (f"↓ {words('closing.after')}", "read(1)"))
    return Spoken(f"{words(f'capture.{capture.what}')} {place}", capture.text, beside, lacking, ways)


def _day(capture: Capture, words: Words) -> str:
    if capture.what not in DATED:
        return ""
    return words.day(capture.due) if capture.due else capture.due_said


def lacks(meeting: Meeting, capture: Capture) -> tuple[Literal["who", "follower", "day"], ...]:
    """What an action or a parked topic still needs: somebody, a day."""
    nobody = capture.what in OWNED and not meeting.name(capture.owner)
    found: list[Literal["who", "follower", "day"]] = []
    if nobody:
        found.append("follower" if capture.what is CaptureKind.PARKING else "who")
    if capture.what in DATED and not (capture.due or capture.due_said):
        found.append("day")
    return tuple(found)


def mending_fields(look: Callable[[], Meeting], capture: Capture, words: Words, today: date) -> list[Field]:
    """The same lines as when it was written down, with what stands there.

    `look` gives the meeting as it is: what another changed while the lines were open is told before it is kept over.
    """
    fields = capture_fields(capture.what, words, known_names(look()), today)
    draft = opened(capture, look(), words)
    found = [field._replace(value=harmless(line)) for field, line in zip(fields, draft.lines, strict=False)]
    return [found[0]._replace(doubt=lambda _: changed_meanwhile(draft, look(), words)), *found[1:]]


def mended(
    meeting: Meeting, capture: Capture, found: tuple[str, ...], words: Words, today: date, fresh: Fresh
) -> list[Fact]:
    """What is kept after something was put right; nothing where all stayed as it was.

    `capture` is as it was when the lines were shown; a text of several lines stays so unless it was changed.
    """
    before = opened(capture, meeting, words)
    said = (*found, *before.lines[len(found) :])
    text, who, when = (old if harmless(old) == new else new for new, old in zip(said, before.lines, strict=True))
    draft = before._replace(text=text, who=who, when=when)
    return [] if draft.blank else kept(draft, meeting, today, words.language, fresh)


# The participants' evaluation.


def answers(meeting: Meeting, counts: Mapping[str, int]) -> tuple[str, ...]:
    """The answers that can be counted: the usual ones, and others that somebody counted."""
    return tuple(dict.fromkeys((*EVALUATION, *meeting.evaluation, *counts)))


def answers_table(meeting: Meeting, counts: Mapping[str, int], words: Words) -> Counts:
    """How many chose each answer, as one row."""
    names = tuple(answer_shown(each, words) for each in answers(meeting, counts))
    numbers = tuple(counts.get(each, 0) for each in answers(meeting, counts))
    return Counts(names, (CountLine(words("closing.answers"), numbers, names),), words("people.total"), words.number)


def answer_shown(answer: str, words: Words) -> str:
    """An answer in words; its own where somebody made one up."""
    message = f"report.evaluation.{answer}"
    said = words(message)
    return answer if said == message else said


def answered(meeting: Meeting, counts: Mapping[str, int], words: Words) -> str:
    """How many answered, of how many that are present."""
    number, people = sum(counts.values()), present(meeting)
    if people is None:
        return words("closing.answered", count=number)
    return words("closing.answered_of", count=number, present=people)


# The end.


def left_over(meeting: Meeting, now: Instant, words: Words) -> list[str]:
    """What is not done yet, a line for each kind."""
    steps = sum(each.state == "to_come" for each in step_times(meeting, now))
    actions = sum(bool(lacks(meeting, each)) for each in meeting.captured(CaptureKind.ACTION))
    parked = sum(bool(lacks(meeting, each)) for each in meeting.captured(CaptureKind.PARKING))
    found = (("closing.steps_left", steps), ("closing.actions_left", actions), ("closing.parked_left", parked))
    lines = [words(message, count=count) for message, count in found if count]
    return lines if meeting.evaluation else [*lines, words("closing.not_evaluated")]


def ending(meeting: Meeting, now: Instant, words: Words) -> list[str]:
    """When it was closed, and how that compares with the hour that was announced."""
    if meeting.closed is None:
        return []
    lines = [words("closing.closed_at", time=f"{meeting.closed.wall.astimezone():%H:%M}")]
    announced, late = announced_end(meeting, now), lateness(meeting, now)
    if announced is not None and late is not None:
        minutes = words.minutes(abs(late.ms))
        how = "on_time" if abs(late.minutes) < 1 else "late" if late.ms > 0 else "early"
        lines.append(words(f"closing.ended.{how}", time=f"{announced:%H:%M}", minutes=minutes))
    return lines
