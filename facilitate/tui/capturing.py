"""From what was typed to what is kept: captures, the people they name, the days they are due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from facilitate.domain.events import Fact
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.preparing import PersonAdded, PersonNamed
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import harmless
from facilitate.language import Words
from facilitate.language.days import read_day
from facilitate.language.letters import folded
from facilitate.tui.dialogs.field import Field

LONGEST = 20_000
"""Letters of one capture; more than anybody says at once, and a paste may bring it."""

LONGEST_LINE = 200
"""Letters of a name or of a day."""

OWNED = frozenset({CaptureKind.ACTION, CaptureKind.PARKING})
"""What somebody does, or follows."""

DATED = frozenset({CaptureKind.ACTION})

Fresh = Callable[[], str]
"""Makes up an identifier that nothing has yet."""


class Day(NamedTuple):
    """By when: a date, or the words that were said."""

    due: date | None = None
    said: str = ""


class Owner(NamedTuple):
    """Who, and what has to be kept first so that they are known."""

    person: str | None = None
    facts: tuple[Fact, ...] = ()


def capture_fields(
    what: CaptureKind, words: Words, names: tuple[str, ...] = (), today: date | None = None
) -> list[Field]:
    """What is asked for: an action needs who and by when, and may lack them for the moment."""
    day = today or date.today()
    fields = [Field(words(f"capture.{what}.text"), limit=LONGEST)]
    if what in OWNED:
        follows = words("capture.follows" if what is CaptureKind.PARKING else "capture.who")
        fields.append(Field(follows, optional=True, limit=LONGEST_LINE, names=names))
    if what in DATED:
        fields.append(
            Field(
                words("capture.when"),
                example=words("capture.when_example"),
                optional=True,
                limit=LONGEST_LINE,
                live=lambda said: day_told(said, day, words),
                doubt=lambda said: day_doubted(said, day, words),
            )
        )
    return fields


def captured(
    meeting: Meeting,
    what: CaptureKind,
    found: tuple[str, ...],
    step: str | None,
    fresh: Fresh,
    *,
    track: str = PLENARY,
    today: date | None = None,
    language: str = "en",
) -> list[Fact]:
    """The events of one capture; an owner whom the meeting does not know becomes a person without a role."""
    text, who, when = (*found, "", "")[:3]
    owner = owner_named(meeting, who, fresh)
    day = day_of(when, today or date.today(), language)
    kept = Captured(
        capture=f"c{fresh()}",
        what=what,
        text=text,
        step=step,
        track=track,
        owner=owner.person,
        due=day.due,
        due_said=day.said,
    )
    return [*owner.facts, kept]


# Who.


def owner_named(meeting: Meeting, name: str, fresh: Fresh) -> Owner:
    """The person of that name, or a new one; nobody where none is said."""
    who = harmless(name)
    known = person_named(meeting, who)
    if known is not None or not who:
        return Owner(known)
    person = f"p{fresh()}"
    return Owner(person, (PersonAdded(person=person), PersonNamed(person=person, name=who)))


def person_named(meeting: Meeting, name: str) -> str | None:
    """The person of that name, whatever the capitals; nothing where nobody or several have it."""
    wanted = harmless(name).casefold()
    found = [person.id for person in meeting.people.values() if wanted and person.name.casefold() == wanted]
    return found[0] if len(found) == 1 else None


def known_names(meeting: Meeting) -> tuple[str, ...]:
    """Everybody's name, once each."""
    return tuple(dict.fromkeys(each.name for each in meeting.people.values() if each.name and not each.left))


def names_like(names: tuple[str, ...], typed: str) -> tuple[str, ...]:
    """Names of which a word begins like what is typed, those that begin so first."""
    wanted = folded(typed).strip()
    if not wanted:
        return ()
    found = [name for name in names if f" {folded(name)}".find(f" {wanted}") >= 0]
    return tuple(sorted(found, key=lambda name: not folded(name).startswith(wanted)))


# Who, and by when.


def owed(capture: Capture, meeting: Meeting, words: Words) -> str:
    """Who does an action and by when, or that nobody said so; a name of the other direction stands apart."""
    who = meeting.name(capture.owner) or words("captures.nobody")
    when = words.day(capture.due) if capture.due else capture.due_said or words("captures.no_day")
    return words.for_lines()("notes.owed", who=who, when=when)


def day_of(when: str, today: date, language: str) -> Day:
    """The day that was meant; else what was said, as it was said."""
    due = read_day(when, today, language)
    return Day(due) if due else Day(said=harmless(when))


def day_told(when: str, today: date, words: Words) -> str:
    """How it is understood, for whoever is typing it."""
    day = day_of(when, today, words.language)
    if day.due is None:
        return words("capture.as_said") if day.said else ""
    return words("capture.passed" if day.due < today else "capture.understood", day=words.weekday(day.due))


def day_doubted(when: str, today: date, words: Words) -> str | None:
    """What to say of a day that has passed before it is kept nevertheless."""
    due = read_day(when, today, words.language)
    return words("capture.passed_again", day=words.weekday(due)) if due and due < today else None
