"""Making meetings: `new`."""

from __future__ import annotations

from pathlib import Path

import click

from facilitate.cli.asked import moment
from facilitate.cli.frame import DONE, Command, Stop, argument, option, say
from facilitate.cli.kits_named import load_kit
from facilitate.cli.prepared import Wanted, prepared
from facilitate.cli.prepared_facts import facts, started
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.people import SETUP
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from facilitate.journal.machine import this_machine
from facilitate.language import Words

__all__ = ["discard", "load_kit", "make", "moment", "new_command"]


def new_command(words: Words) -> Command:
    params = [
        argument("kit"),
        argument("file"),
        option("--title", metavar="T"),
        option("--place", metavar="P"),
        option("--centre", metavar="CODE"),
        option("--start", metavar="'2026-07-16 15:00'"),
        option("--end", metavar="17:00"),
        option("--audience", metavar="T"),
        option("--objective", metavar="T", multiple=True),
        option("--grid", metavar="GRID_or_MEETING"),
        option("--moderator", metavar="NAME", multiple=True),
        option("--observer", metavar="NAME", multiple=True),
        option("--trainer", metavar="NAME", multiple=True),
        option("--team", metavar="ROLE=NAME", multiple=True),
        option("--moderates", metavar="NAME=Y03,Y04", multiple=True),
        option("--observes", metavar="NAME=NAME,NAME", multiple=True),
        option("--expect", metavar="women=12", multiple=True),
        option("--material", metavar="T", multiple=True),
        option("--invite", metavar="T", multiple=True),
        option("--consent", metavar="T"),
        option("--keep-until", metavar="2027-01-31"),
        option("--quorum", metavar="N", type=click.IntRange(1, 1_000)),
    ]
    return Command("new", words, lambda **typed: new(Wanted(**typed), words), params)


def new(wanted: Wanted, words: Words) -> int:
    """Make the meeting, and say how to go on."""
    plan = prepared(wanted, words)
    start = started(plan, words)
    journal = make(Path(wanted.file), list(facts(plan, start, words, this_machine().wall.date())))
    meeting = journal.record.meeting
    journal.close()
    steps, indicators = len(start.agenda.steps), len(meeting.grid.by_id) if meeting.grid else 0
    say(words("cli.new.made", file=wanted.file, title=meeting.title, steps=steps, indicators=indicators))
    someone = plan.people[0].name if plan.people else None
    say(words("cli.new.next", file=wanted.file, person=f' --as "{someone}"' if someone else ""))
    return DONE


def make(path: Path, facts: list[Fact]) -> Journal:
    """A new meeting's file with these facts in it, all or none."""
    journal = Journal.create(path)
    try:
        kept = journal.append_all([(SETUP, fact) for fact in facts])
    except JournalError:
        discard(journal)
        raise
    if isinstance(kept, Refused):
        discard(journal)
        raise Stop(kept.message, **kept.values)
    return journal


def discard(journal: Journal) -> None:
    """Take away a file that was begun and could not be finished."""
    journal.close()
    for path in (journal.path, journal.path.with_name(f"{journal.path.name}-journal")):
        path.unlink(missing_ok=True)
