"""From what was typed to what is kept: captures, and the people they name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from facilitate.domain.events import Fact
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.preparing import PersonAdded, PersonNamed
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import harmless
from facilitate.language import Words
from facilitate.tui.dialogs.ask import Field

LONGEST = 20_000
"""Letters of one capture; more than anybody says at once, and a paste may bring it."""


def capture_fields(what: CaptureKind, words: Words) -> list[Field]:
    """What is asked for: an action needs who and by when, and may lack them for the moment."""
    fields = [Field(words(f"capture.{what}.text"), limit=LONGEST)]
    if what is CaptureKind.ACTION:
        fields.append(Field(words("capture.who"), optional=True))
        fields.append(Field(words("capture.when"), example=words("capture.when_example"), optional=True))
    return fields


def captured(
    meeting: Meeting, what: CaptureKind, found: tuple[str, ...], step: str | None, fresh: Callable[[], str]
) -> list[Fact]:
    """The events of one capture; an owner whom the meeting does not know becomes a person without a role."""
    text, who, when = (*found, "", "")[:3]
    facts: list[Fact] = []
    owner = person_named(meeting, who)
    if who and owner is None:
        owner = f"p{fresh()}"
        facts.append(PersonAdded(person=owner))
        facts.append(PersonNamed(person=owner, name=who))
    due = _day(when)
    said = "" if due else when
    capture = Captured(capture=f"c{fresh()}", what=what, text=text, step=step, owner=owner, due=due, due_said=said)
    return [*facts, capture]


def person_named(meeting: Meeting, name: str) -> str | None:
    """The person of that name, whatever the capitals; nothing where nobody or several have it."""
    wanted = harmless(name).casefold()
    found = [person.id for person in meeting.people.values() if wanted and person.name.casefold() == wanted]
    return found[0] if len(found) == 1 else None


def _day(text: str) -> date | None:
    """A day in the one spelling that is the same everywhere; anything else is kept as it was said."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
