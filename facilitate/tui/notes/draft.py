"""What somebody is writing and has not kept yet; nothing of it is lost when they look elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words


class Draft(NamedTuple):
    """A new capture, or another wording of one that is kept.

    `base` is the one that is changed, as it was when it was opened, and `begun` its lines then.
    """

    what: CaptureKind
    text: str = ""
    who: str = ""
    when: str = ""
    step: str | None = None
    track: str = PLENARY
    base: Capture | None = None
    begun: tuple[str, str, str] = ("", "", "")

    @property
    def key(self) -> str:
        """Under what it is set aside: one for each kind, one for each capture that is being changed."""
        return self.base.id if self.base else f"new {self.what}"

    @property
    def lines(self) -> tuple[str, str, str]:
        return self.text, self.who, self.when

    @property
    def blank(self) -> bool:
        """Whether nothing would be lost with it."""
        if self.base is not None:
            return self.what == self.base.what and self.lines == self.begun
        return not any(line.strip() for line in self.lines)


@dataclass
class Notebook:
    """What the page remembers of its person: the form, what was set aside, and what is looked at."""

    writing: Draft | None = None
    line: str = "text"
    aside: dict[str, Draft] = field(default_factory=dict)
    kind: CaptureKind | None = None
    this_step: bool = False
    search: str = ""
    chosen: str | None = None
    opened: bool = False

    @property
    def unfinished(self) -> int:
        """How many texts would be lost if the program ended now."""
        return len(self.aside) + (self.writing is not None and not self.writing.blank)

    def begin(self, what: CaptureKind) -> Draft:
        """Write one of that kind; what was begun before comes back, what is being written is set aside."""
        self.set_aside()
        self.writing = self.aside.pop(f"new {what}", Draft(what))
        return self.writing

    def change(self, capture: Capture, meeting: Meeting, words: Words) -> Draft:
        """Change one that is kept, from where the person left off with it."""
        self.set_aside()
        self.writing = self.aside.pop(capture.id, None) or opened(capture, meeting, words)
        return self.writing

    def set_aside(self) -> Draft | None:
        """Close the form; what was begun is kept for later, and returned."""
        draft, self.writing, self.line = self.writing, None, "text"
        if draft is None or draft.blank:
            return None
        self.aside[draft.key] = draft
        return draft

    def turn(self) -> None:
        """The next kind for what is being written; not one of which something else was begun."""
        draft = self.writing
        if draft is None:
            return
        kinds = list(KINDS)
        order = kinds[kinds.index(draft.what) + 1 :] + kinds[: kinds.index(draft.what)]
        for what in order:
            if self.turn_to(what):
                return

    def turn_to(self, what: CaptureKind) -> bool:
        """Make what is being written one of that kind."""
        if self.writing is None or (self.writing.base is None and f"new {what}" in self.aside):
            return False
        self.writing = self.writing._replace(what=what)
        return True


KINDS = (
    CaptureKind.NEED,
    CaptureKind.DECISION,
    CaptureKind.ACTION,
    CaptureKind.PARKING,
    CaptureKind.NOTE,
    CaptureKind.RULE,
)
"""In the order of their keys."""


def opened(capture: Capture, meeting: Meeting, words: Words) -> Draft:
    """A capture as lines to change."""
    when = words.day(capture.due) if capture.due else capture.due_said
    who = meeting.name(capture.owner)
    lines = capture.text, who, when
    return Draft(capture.what, *lines, capture.step, capture.track, capture, lines)
