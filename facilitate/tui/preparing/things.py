"""What is to be got ready, who is invited and expected, and what people are told about being observed."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from facilitate.analysis.seeds import Seed
from facilitate.domain.events import Fact
from facilitate.domain.events.planning import ConsentSet, ExpectedSet, ItemSet
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.meeting.parts import Consent, Item
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced
from facilitate.language import Words
from facilitate.language.days import read_day
from facilitate.language.letters import folded
from facilitate.language.numbers import western
from facilitate.tui import attending
from facilitate.tui.console.naming import group_name
from facilitate.tui.preparing.lines import labelled
from facilitate.tui.widgets.headcounts import Counts
from facilitate.tui.widgets.taplist import TapRow

# The checklist.


def item_rows(meeting: Meeting, words: Words, room: int) -> list[TapRow]:
    """Materials, then invitations, each with a box and who sees to it."""
    found = sorted(meeting.checklist.values(), key=lambda item: item.what != "material")
    return [_item_row(item, words, room) for item in found]


def _item_row(item: Item, words: Words, room: int) -> TapRow:
    box = "☑" if item.done else "☐"
    beside = words("prepare.seen_to", name=item.who) if item.who else words("prepare.by_nobody")
    label = words(f"prepare.{item.what}")
    return labelled(item.id, f"{box} {label}", f"{item.text} · {beside}", room, missing=False, dim=item.done)


def item_set(item: Item, **changes: object) -> ItemSet:
    """The item with something changed."""
    new = replaced(item, **changes)
    return ItemSet(item=new.id, what=new.what, text=new.text, who=new.who, done=new.done)


def sown(seed: Seed, words: Words) -> ItemSet:
    """A line to begin with, in words."""
    text = seed.text or words("prepare.invite", group=group_name(seed.group, words))
    return ItemSet(item=seed.id, what=seed.what, text=text)


# Who is expected.


def expecting(meeting: Meeting) -> Meeting:
    """The meeting as if everybody expected had been counted, so that one table serves both."""
    return replaced(meeting, attendance=meeting.expected)


def expected_table(meeting: Meeting, words: Words) -> Counts:
    return attending.table(expecting(meeting), words)


def expected(meeting: Meeting, line: int, column: int, number: int, *, by_one: bool = False) -> list[Fact]:
    """What is kept where a cell of the table gets a number."""
    counted = attending.counted(expecting(meeting), line, column, number, by_one=by_one)
    return [
        ExpectedSet(group=fact.group, number=fact.number) for fact in counted if isinstance(fact, AttendanceCounted)
    ]


def expected_at(meeting: Meeting, line: int, column: int) -> int:
    return attending.number_at(expecting(meeting), line, column)


# Consent.

CONSENT_LINES = ("wording", "until")


def consent_rows(meeting: Meeting, words: Words, room: int) -> list[TapRow]:
    """Whose words are said, and until when notes and scores are kept."""
    consent = meeting.consent or Consent()
    until = words.day(consent.until) if consent.until else words("prepare.not_said")
    whose = words("prepare.own_words" if consent.wording else "prepare.program_words")
    return [
        labelled("wording", words("prepare.wording"), whose, room),
        labelled("until", words("prepare.until"), until, room, missing=consent.until is None),
    ]


def consent_said(meeting: Meeting, words: Words) -> str:
    """What people are told, as it stands."""
    consent = meeting.consent or Consent()
    kept = words("prepare.kept_until", day=consent.until) if consent.until else ""
    return "\n".join(each for each in (consent.wording or words("prepare.consent_words"), kept) if each)


_MONTHS = re.compile(r"(\d{1,3})\s*(m|mo|mos|month|months|mois|شهر|شهرا|شهور|اشهر)?(\s.*)?")
MOST_MONTHS = 120


def read_until(typed: str, meeting: Meeting, today: date, language: str) -> date | None:
    """The day that is meant: a number of months after the meeting, or a day as people write it."""
    found = _MONTHS.fullmatch(western(folded(typed)).strip())
    if found and (found[2] or not found[3]) and 1 <= int(found[1]) <= MOST_MONTHS:
        return months_after(meeting.start.date() if meeting.start else today, int(found[1]))
    return read_day(typed, today, language)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def consent_set(meeting: Meeting, line: str, typed: str, until: date | None) -> list[Fact]:
    """What is kept: only what differs."""
    before = meeting.consent or Consent()
    after = replaced(before, wording=typed) if line == "wording" else replaced(before, until=until)
    return [ConsentSet(wording=after.wording, until=after.until)] if after != before else []
