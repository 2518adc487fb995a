"""What a meeting is about, where and when it is: its lines, what is asked for each, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from facilitate.analysis.planned import planned_end
from facilitate.domain.events import Fact
from facilitate.domain.events.planning import EndLocked
from facilitate.domain.events.preparing import MeetingChanged
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Wording, harmless
from facilitate.language import Words
from facilitate.language.days import read_day
from facilitate.language.times import read_time
from facilitate.tui.dialogs.field import Field
from facilitate.tui.preparing.lines import labelled
from facilitate.tui.widgets.taplist import TapRow

LINES = ("title", "where", "when", "audience", "objectives")


def rows(meeting: Meeting, words: Words, room: int) -> list[TapRow]:
    """The lines in their order."""
    said = {
        "title": meeting.title.to(words.language),
        "where": " · ".join(each for each in (meeting.place, meeting.centre) if each),
        "when": _when(meeting, words),
        "audience": _audience(meeting, words),
        "objectives": " · ".join(meeting.objectives),
    }
    nothing = words("prepare.not_said")
    return [
        labelled(line, words(f"prepare.{line}"), said[line] or nothing, room, missing=not said[line]) for line in LINES
    ]


def _audience(meeting: Meeting, words: Words) -> str:
    """Own words as they stand; the word of a kit that ships in the reader's language."""
    message = f"compare.audience.{meeting.audience}"
    said = words(message)
    return meeting.audience if said == message else said


def _when(meeting: Meeting, words: Words) -> str:
    """The day, the hour, and the end: as planned, or as locked."""
    if meeting.start is None:
        return ""
    end = meeting.end or planned_end(meeting)
    until = words("prepare.locked" if meeting.end else "prepare.ends", time=words.hour(end)) if end else ""
    return " · ".join(each for each in (words.moment(meeting.start), until) if each)


# What is asked.


def fields(meeting: Meeting, line: str, words: Words, today: date) -> list[Field]:
    """What is asked for one of the lines."""
    match line:
        case "title":
            return [Field(words("prepare.title"), meeting.title.to(words.language), limit=200)]
        case "where":
            place = Field(words("prepare.place"), meeting.place, optional=True, limit=500)
            return [place, Field(words("prepare.centre"), meeting.centre, optional=True, limit=500)]
        case "when":
            return _when_fields(meeting, words, today)
        case "audience":
            return [Field(words("prepare.audience"), _audience(meeting, words), optional=True, limit=500)]
        case _:
            aims = [*meeting.objectives, *[""] * max(1, 3 - len(meeting.objectives))]
            return [
                Field(words("prepare.objective", number=number), aim, optional=True, limit=500)
                for number, aim in enumerate(aims, 1)
            ]


def _when_fields(meeting: Meeting, words: Words, today: date) -> list[Field]:
    start, end = meeting.start, meeting.end

    def told(typed: str) -> str:
        day = read_day(typed, today, words.language)
        return words("capture.understood", day=words.weekday(day)) if day else ""

    return [
        Field(words("prepare.day"), f"{start:%Y-%m-%d}" if start else "", words("prepare.day_example"), live=told),
        Field(words("prepare.hour"), f"{start:%H:%M}" if start else "", "15:00", limit=20),
        Field(words("prepare.end"), f"{end:%H:%M}" if end else "", "17:00", optional=True, limit=20),
    ]


def end_field(meeting: Meeting, words: Words) -> Field:
    """The hour by which the meeting ends, whatever the steps add up to."""
    end = meeting.end or planned_end(meeting)
    value = f"{end:%H:%M}" if end else ""
    return Field(words("prepare.end"), value, "17:00", optional=True, limit=20, proposal=True)


def wrong(meeting: Meeting, line: str, typed: Sequence[str], words: Words, today: date) -> str | None:
    """What is wrong with what was typed, if anything."""
    if line == "when":
        if read_day(typed[0], today, words.language) is None:
            return words("prepare.no_day", text=harmless(typed[0]))
        if read_time(typed[1]) is None:
            return words("prepare.no_hour", text=harmless(typed[1]))
    end = typed[-1] if line in ("when", "end") else ""
    if end and read_time(end) is None:
        return words("prepare.no_hour", text=harmless(end))
    return words("prepare.end_first") if line == "end" and end and meeting.start is None else None


# What is kept.


def changed(meeting: Meeting, line: str, typed: Sequence[str], words: Words, today: date) -> list[Fact]:
    """What is kept: only what differs."""
    match line:
        case "title":
            wording = Wording(**{words.language: typed[0]})
            return [MeetingChanged(title=wording)] if typed[0] != meeting.title.to(words.language) else []
        case "where":
            place = typed[0] if typed[0] != meeting.place else None
            centre = typed[1] if typed[1] != meeting.centre else None
            return [MeetingChanged(place=place, centre=centre)] if (place, centre) != (None, None) else []
        case "when":
            return _moved(meeting, typed, words, today)
        case "audience":
            return [MeetingChanged(audience=typed[0])] if typed[0] != _audience(meeting, words) else []
        case _:
            aims = tuple(each for each in typed if each)
            return [MeetingChanged(objectives=aims)] if aims != meeting.objectives else []


def _moved(meeting: Meeting, typed: Sequence[str], words: Words, today: date) -> list[Fact]:
    day, hour = read_day(typed[0], today, words.language), read_time(typed[1])
    if day is None or hour is None:
        return []
    start = datetime.combine(day, hour)
    facts: list[Fact] = [MeetingChanged(start=start)] if start != meeting.start else []
    end = _end(start, typed[2])
    return [*facts, EndLocked(end=end)] if end != meeting.end else facts


def ended(meeting: Meeting, typed: str) -> list[Fact]:
    """The end locked at that hour; open again where nothing was typed."""
    end = _end(meeting.start, typed)
    return [EndLocked(end=end)] if end != meeting.end else []


def _end(start: datetime | None, typed: str) -> datetime | None:
    """That hour on the day of the start; past midnight where it would be before it."""
    hour = read_time(typed) if typed else None
    if start is None or hour is None:
        return None
    end = datetime.combine(start.date(), hour)
    return end if end > start or start - end < timedelta(hours=6) else end + timedelta(days=1)
