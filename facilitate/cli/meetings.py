"""Making meetings: `new`."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from facilitate.cli.frame import DONE, PROJECTOR, Command, Stop, argument, option, say
from facilitate.cli.grid_taken import seats, taken_grid
from facilitate.domain.agenda import Kit
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.preparing import AgendaSet, MeetingCreated
from facilitate.domain.model import Wording, harmless
from facilitate.domain.people import SETUP, TEAM, Role
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from facilitate.language import Words


class Wanted(NamedTuple):
    """A meeting as it was asked for on the command line."""

    kit: str
    file: str
    title: str | None
    place: str
    centre: str
    start: str | None
    grid: str | None
    moderator: tuple[str, ...]
    observer: tuple[str, ...]
    trainer: tuple[str, ...]
    team: tuple[str, ...]


def new_command(words: Words) -> Command:
    params = [
        argument("kit"),
        argument("file"),
        option("--title", metavar="T"),
        option("--place", metavar="P", default=""),
        option("--centre", metavar="CODE", default=""),
        option("--start", metavar="'2026-07-16 15:00'"),
        option("--grid", metavar="GRID_or_MEETING"),
        option("--moderator", metavar="NAME", multiple=True),
        option("--observer", metavar="NAME", multiple=True),
        option("--trainer", metavar="NAME", multiple=True),
        option("--team", metavar="ROLE=NAME", multiple=True),
    ]
    return Command("new", words, lambda **typed: new(Wanted(**typed), words), params)


def new(wanted: Wanted, words: Words) -> int:
    """Make the meeting, and say how to go on."""
    for what in (wanted.title, wanted.place, wanted.centre):
        if len(what or "") > 500:
            raise Stop("cli.error.long_text", text=(what or "")[:40])
    kit = load_kit(wanted.kit, words)
    roles = people(
        {Role.MODERATOR: wanted.moderator, Role.OBSERVER: wanted.observer, Role.TRAINER: wanted.trainer}, wanted.team
    )
    created = MeetingCreated(
        kit=kit.id,
        title=_title(wanted.title, kit, words),
        place=wanted.place,
        centre=wanted.centre,
        start=moment(wanted.start),
        language=words.language,
        audience=kit.agenda.audience or "",
    )
    taken = taken_grid(wanted.grid, kit.grid, words)
    facts = [created, AgendaSet(agenda=kit.agenda), *taken.facts, *seats(roles, taken.people)]
    journal = make(Path(wanted.file), facts)
    grid = journal.record.meeting.grid
    journal.close()
    steps, indicators = len(kit.agenda.steps), len(grid.by_id) if grid else 0
    say(words("cli.new.made", file=wanted.file, title=created.title, steps=steps, indicators=indicators))
    someone = next(iter(roles), None)
    say(words("cli.new.next", file=wanted.file, person=f' --as "{someone}"' if someone else ""))
    return DONE


def load_kit(name: str, words: Words) -> Kit:
    """A kit by name or path; what is wrong with it is told line by line."""
    from facilitate.kits.faults import Faulty
    from facilitate.kits.kit_file import UnknownKit, read_kit

    try:
        return read_kit(name)
    except UnknownKit as unknown:
        raise Stop("cli.error.unknown_kit", kit=name, known=tuple(unknown.known)) from None
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None


def _title(title: str | None, kit: Kit, words: Words) -> Wording:
    if title is None:
        return kit.agenda.title
    if not harmless(title):
        raise Stop("cli.error.empty_title")
    return Wording(**{words.language: title})


def moment(start: str | None) -> datetime | None:
    """The announced hour as typed: a date and a time of day, without a zone."""
    if start is None:
        return None
    parts = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})", start.strip())
    if parts is None:
        raise Stop("cli.error.start", start=start)
    year, month, day, hour, minute = (int(part) for part in parts.groups())
    try:
        return datetime(year, month, day, hour, minute)
    except ValueError:
        raise Stop("cli.error.start", start=start) from None


def people(named: dict[Role, tuple[str, ...]], team: tuple[str, ...]) -> dict[str, frozenset[Role]]:
    """Names with all their roles; somebody named twice is one person."""
    roles: dict[str, set[Role]] = {}
    for role, names in named.items():
        for name in names:
            roles.setdefault(_name(name), set()).add(role)
    for pair in team:
        role_name, equals, name = pair.partition("=")
        if not equals or role_name not in {role.value for role in TEAM}:
            raise Stop("cli.error.team", pair=pair, known=tuple(sorted(TEAM)))
        roles.setdefault(_name(name), set()).add(Role(role_name))
    return {name: frozenset(each) for name, each in roles.items()}


def _name(name: str) -> str:
    cleaned = harmless(name)
    if not cleaned:
        raise Stop("cli.error.empty_name")
    if cleaned == PROJECTOR:
        raise Stop("cli.error.reserved_name", name=cleaned)
    if len(cleaned) > 120:
        raise Stop("cli.error.long_name", name=cleaned[:40])
    return cleaned


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
