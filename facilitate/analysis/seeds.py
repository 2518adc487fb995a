"""A checklist to begin with: the materials of the agenda and its energisers, an invitation for each group expected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from facilitate.domain.agenda import Agenda
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group

NOTHING = "none"
"""What an energiser names as its materials where it needs none."""

_PARTS = re.compile(r"[,،;؛](?![^(]*\))")
"""Signs between the things of a list, but not inside brackets."""


class Seed(NamedTuple):
    """A line for the checklist: the text of a thing to get ready, or the group to invite.

    Its id is the same in every language, so that sowing twice brings nothing twice.
    """

    id: str
    what: Literal["material", "invitation"]
    text: str = ""
    group: Group | None = None


def seeds(meeting: Meeting, language: str) -> tuple[Seed, ...]:
    """What the checklist does not have yet, in the reader's language."""
    found = [*_materials(meeting.agenda, language), *_invitations(meeting)]
    return tuple(each for each in found if each.id not in meeting.checklist)


def _materials(agenda: Agenda | None, language: str) -> Iterator[Seed]:
    if agenda is None:
        return
    for number, thing in enumerate(things(agenda.materials.to(language)), 1):
        yield Seed(f"material-{number}", "material", thing)
    used = {step.energiser for step in agenda.steps}
    for energiser in agenda.energisers:
        if energiser.id in used and energiser.materials not in ("", NOTHING):
            yield Seed(f"energiser-{energiser.id}"[:64], "material", energiser.materials)


def things(sentence: str) -> tuple[str, ...]:
    """The things that a sentence lists, each without the full stop, and in Arabic without the *and* that joins it."""
    parts = [each.strip().rstrip(".").strip() for each in _PARTS.split(sentence)]
    found = [part if place == 0 else _unjoined(part) for place, part in enumerate(parts)]
    return tuple(f"{each[:1].upper()}{each[1:]}" for each in found if each)


def _unjoined(part: str) -> str:
    for joint in ("and ", "et "):
        if part.startswith(joint):
            return part[len(joint) :]
    return part[1:] if part.startswith("و") else part


def _invitations(meeting: Meeting) -> Iterator[Seed]:
    """One for each group of which somebody is expected."""
    for each in meeting.expected:
        group = each.group
        name = "-".join(filter(None, (group.sex, group.age)))
        if group.place is None and name:
            yield Seed(f"invite-{name}"[:64], "invitation", group=group)
