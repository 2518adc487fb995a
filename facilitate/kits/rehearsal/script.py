"""The script of a rehearsed meeting: everything that everybody does, and when, as it follows from a kit and a seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

from facilitate.domain.agenda import Kit
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.capturing import Captured
from facilitate.domain.events.observing import Redone, Undone
from facilitate.domain.events.preparing import AgendaSet, MeetingCreated
from facilitate.domain.model import Language
from facilitate.domain.people import SETUP
from facilitate.kits.rehearsal.act import Act, act
from facilitate.kits.rehearsal.cast import Cast, cast
from facilitate.kits.rehearsal.chance import Chance
from facilitate.kits.rehearsal.closing import closing
from facilitate.kits.rehearsal.floor import turns
from facilitate.kits.rehearsal.marking import marks
from facilitate.kits.rehearsal.moving import moves
from facilitate.kits.rehearsal.notebook import Notebook
from facilitate.kits.rehearsal.observing import Room
from facilitate.kits.rehearsal.timetable import timetable
from facilitate.kits.rehearsal.voices import people, repertoire_for

__all__ = ["USUAL_START", "Act", "Script", "script"]

USUAL_START = datetime(2026, 7, 16, 15, 0, tzinfo=timezone(timedelta(hours=1)))
_REGRET_MS = 9_000


@dataclass(frozen=True)
class Script:
    """What is prepared (author and fact), and then every act in the order of its time.

    `meeting`, `replica` and `boot` name the meeting and the one laptop that it is played on.
    """

    start: datetime
    setup: tuple[tuple[str, Fact], ...]
    acts: tuple[Act, ...]
    meeting: str
    replica: str
    boot: str


def script(
    kit: Kit,
    seed: int,
    *,
    moderators: int = 2,
    observers: int = 2,
    language: Language = "en",
    start: datetime | None = None,
) -> Script:
    """The same script for the same kit, seed and choices, on every machine.

    `start` is the announced hour; one without a time zone is taken at the offset of `USUAL_START`. Raises ValueError
    where nobody would moderate.
    """
    if moderators < 1 or observers < 0:
        raise ValueError("a rehearsal needs a moderator")
    begins = _at_fixed_offset(start or USUAL_START)
    chance = Chance(kit.id, seed)
    everybody = cast(kit.agenda, chance, moderators, observers, language)
    # Identity follows from all choices: meetings that differ must never be taken for one by a merge.
    identity = chance.stream("identity", moderators, observers, language, begins.isoformat())
    meeting, replica, boot = (f"{sign}{identity.getrandbits(48):012x}" for sign in ("m", "", "b"))
    setup = tuple((SETUP, fact) for fact in _prepared(kit, everybody, chance, language, begins))
    acts = sorted(_acts(kit, everybody, chance, language, begins), key=lambda each: each.offset_ms)
    acts = _with_regret(acts, everybody.note_taker.id, replica, len(setup), chance)
    return Script(begins, setup, tuple(acts), meeting, replica, boot)


def _at_fixed_offset(start: datetime) -> datetime:
    """The same moment in a zone that needs no table of this machine."""
    offset = start.utcoffset()
    if offset is None:
        return start.replace(tzinfo=USUAL_START.tzinfo)
    return start.astimezone(UTC).astimezone(timezone(offset))


def _prepared(kit: Kit, everybody: Cast, chance: Chance, language: Language, start: datetime) -> Iterator[Fact]:
    place = chance.stream("place").choice(people().places)
    yield MeetingCreated(
        kit=kit.id,
        title=kit.title,
        place=place.place.to(language),
        centre=place.centre,
        start=start.replace(tzinfo=None),
        language=language,
        audience=kit.agenda.audience or "",
        objectives=tuple(each.to(language) for each in repertoire_for(kit.agenda).objectives),
        rehearsal=True,
    )
    yield AgendaSet(agenda=kit.agenda)
    yield GridProposed(grid=kit.grid)
    for member in everybody.everybody():
        yield from member.facts()


def _acts(kit: Kit, everybody: Cast, chance: Chance, language: Language, start: datetime) -> Iterator[Act]:
    slots = timetable(kit.agenda, everybody, chance, language)
    yield from moves(slots, chance.stream("reasons"), language)
    yield from turns(slots, everybody, chance)
    notebook = Notebook(everybody, repertoire_for(kit.agenda), chance, language, start.date())
    yield from notebook.acts(slots)
    room = Room(kit.grid, slots, everybody, chance, language)
    seen = list(marks(room, start))
    yield from seen
    yield from closing(max([slots[-1].end, *(each.offset_ms for each in seen)]), seen, room)


def _with_regret(acts: Sequence[Act], by: str, replica: str, before: int, chance: Chance) -> list[Act]:
    """The note-taker takes one capture back and brings it again, where nothing else is written meanwhile.

    The undo names an event by its number in the replica, so this comes last.
    """
    own = [place for place, each in enumerate(acts) if each.by == by]
    fit = [
        place
        for place, following in pairwise(own)
        if isinstance(acts[place].fact, Captured) and acts[following].offset_ms - acts[place].offset_ms > _REGRET_MS
    ]
    if not fit:
        return list(acts)
    place = chance.stream("regret").choice(fit)
    regretted = acts[place]
    event = f"{replica}:{before + place + 1}"
    pair = [
        act(regretted.offset_ms + 3_000, by, Undone(event=event), regretted.step),
        act(regretted.offset_ms + 6_000, by, Redone(event=event), regretted.step),
    ]
    return sorted([*acts, *pair], key=lambda each: each.offset_ms)
