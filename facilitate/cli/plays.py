"""Meetings that are played: `rehearse`, and `demo`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import click

from facilitate import __version__
from facilitate.cli.frame import DONE, Command, Stop, argument, option, say
from facilitate.cli.meetings import discard, load_kit, moment
from facilitate.cli.results import checked_target, writing
from facilitate.cli.seats import errands, on_a_terminal, run
from facilitate.domain.agenda import Kit
from facilitate.domain.events import Event
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import running as r
from facilitate.domain.instants import NO_STAMP, Instant, next_stamp
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import see
from facilitate.domain.model import replaced
from facilitate.domain.record import Record
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from facilitate.journal.machine import this_machine
from facilitate.language import Words

SEATS = {"moderator": "step", "observer": "observe", "trainer": "review"}
DEMO_SEED = 3
DEMO_OBSERVERS = 3
DEMO_BEGINS_AT = 4
"""The demo opens in this step of the agenda, counted from 0: late enough for something to have happened."""


def rehearse_command(words: Words) -> Command:
    def act(kit: str, file: str, seed: int, observers: int, moderators: int, start: str | None) -> int:
        from facilitate.kits.rehearsal.play import play

        chosen = load_kit(kit, words)
        begins = moment(start)
        record = play(chosen, seed, moderators=moderators, observers=observers, language=words.language, start=begins)
        write_events(Path(file), record.events).close()
        say(words("cli.rehearse.made", file=file, count=len(record.events)))
        return DONE

    return Command(
        "rehearse",
        words,
        act,
        [
            argument("kit"),
            argument("file"),
            option("--seed", type=int, default=1, metavar="N"),
            option("--observers", type=click.IntRange(1, 30), default=2, metavar="N"),
            option("--moderators", type=click.IntRange(1, 6), default=2, metavar="N"),
            option("--start", metavar="'2026-07-16 15:00'"),
        ],
    )


def write_events(path: Path, events: list[Event]) -> Journal:
    """A new meeting's file with events that were made elsewhere; open, for whoever goes on with it."""
    journal = Journal.create(path)
    try:
        journal.insert_foreign((each.replica, each.seq, each.at, each.to_json()) for each in events)
    except JournalError:
        discard(journal)
        raise
    journal.take_news()
    return journal


def demo_command(words: Words) -> Command:
    def act(kit: str, seat: str | None, output: str | None) -> int:
        if seat is not None and seat not in SEATS:
            raise Stop("cli.error.seat", seat=seat, known=tuple(SEATS))
        target = checked_target(output or f"facilitate-demo-{Path(kit).stem}.xlsx", (".xlsx",))
        chosen = load_kit(kit, words)
        if on_a_terminal():
            return _live(chosen, SEATS[seat or "moderator"], target if output else None, words)
        return _as_text(chosen, target, words)

    return Command(
        "demo",
        words,
        act,
        [
            argument("kit", required=False, default="youth"),
            option("--as", "seat", metavar="moderator|observer|trainer"),
            option("-o", "output", metavar="BOOK.xlsx"),
        ],
    )


# Without a terminal: the meeting as text, and its workbook.


def _as_text(kit: Kit, target: Path, words: Words) -> int:
    from facilitate.kits.rehearsal.play import play

    record = play(kit, DEMO_SEED, observers=DEMO_OBSERVERS, language=words.language)
    lines = words.for_lines()
    say(lines("cli.demo.text_title", title=record.meeting.title))
    for event in record.events:
        for line in _told(event, record.meeting, lines):
            say(line)
    _write_book(record.meeting, record.events[-1], target, words)
    say(words("cli.demo.next"))
    return DONE


def _told(event: Event, meeting: Meeting, words: Words) -> Iterator[str]:
    """What a listener at the back of the hall would notice."""
    fact, time = event.fact, f"{event.wall:%H:%M}"
    match fact:
        case r.StepOpened(track="plenary"):
            step = meeting.agenda.step(fact.step) if meeting.agenda else None
            if step is not None:
                minutes = words("common.minutes", count=step.minutes)
                yield words("cli.demo.step", time=time, step=step.id, title=step.title, minutes=minutes)
        case c.Captured():
            yield words("cli.demo.captured", what=words(f"capture.{fact.what}"), text=fact.text)
        case r.ChairTaken():
            yield words("cli.demo.chair", name=meeting.name(fact.to))
        case o.SheetSent():
            yield words("cli.demo.sent", name=meeting.name(fact.observer or event.by))
        case r.MeetingClosed():
            yield words("cli.demo.closed", time=time)


def _write_book(meeting: Meeting, last: Event, target: Path, words: Words) -> None:
    from facilitate.workbook.export import export

    now = Instant(wall=last.wall, boot=last.boot, uptime=last.uptime)
    with writing(str(target)):
        export(see(meeting, None), target, words.language, now, __version__)
    say(words("cli.demo.book", file=str(target)))


# With a terminal: a meeting under way, and colleagues who act.


def _live(kit: Kit, screen: str, target: Path | None, words: Words) -> int:
    from facilitate.kits.rehearsal.colleagues import Colleagues
    from facilitate.kits.rehearsal.play import perform
    from facilitate.kits.rehearsal.script import script
    from facilitate.tui.app import FacilitateApp
    from facilitate.tui.colleagues import Demo

    begins = kit.agenda.steps[min(DEMO_BEGINS_AT, len(kit.agenda.steps) - 1)].id
    now = this_machine()
    offset = _offset(perform(script(kit, DEMO_SEED, observers=DEMO_OBSERVERS), begins))
    start = (now.wall - offset).replace(second=0, microsecond=0)
    written = script(kit, DEMO_SEED, observers=DEMO_OBSERVERS, language=words.language, start=start)
    events = brought_to(perform(written, begins).events, now)
    with tempfile.TemporaryDirectory(prefix="facilitate-demo-") as folder:
        journal = write_events(Path(folder) / "demo.meeting", events)
        demo = Demo.of(Colleagues(written), journal.record.meeting)
        book = target or Path.cwd() / f"facilitate-demo-{kit.id}.xlsx"
        app = FacilitateApp(words, errands(book))
        app.begin_with(journal, {name: person for person, name in demo.seats}[screen], demo)
        run(app)
        if target is not None:
            _last_book(Path(folder) / "demo.meeting", target, words)
    return DONE


def _offset(record: Record) -> timedelta:
    """How long after the announced hour the last event of a record took place."""
    last, start = record.events[-1].wall, record.meeting.start or datetime.min
    return last.replace(tzinfo=None) - start


def brought_to(events: list[Event], now: Instant) -> list[Event]:
    """The same events as if they had just happened on this laptop, the last of them now."""
    moved, stamp, last = [], NO_STAMP, events[-1].uptime
    for event in events:
        ago = last - event.uptime
        wall = now.wall - timedelta(milliseconds=ago)
        stamp = next_stamp(stamp, round(wall.timestamp() * 1000))
        moved.append(replaced(event, wall=wall, uptime=now.uptime - ago, boot=now.boot, at=stamp))
    return moved


def _last_book(meeting: Path, target: Path, words: Words) -> None:
    journal = Journal.open(meeting, read_only=True)
    _write_book(journal.record.meeting, journal.record.events[-1], target, words)
    journal.close()
