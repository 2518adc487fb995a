"""What an act was, in few words: for the notice that it was taken back."""

from __future__ import annotations

from facilitate.domain.events import Event
from facilitate.domain.events import capturing as c
from facilitate.domain.events import observing as o
from facilitate.domain.events import running as r
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.answers import shown
from facilitate.tui.drawing import cut


def described(event: Event, meeting: Meeting, words: Words) -> str:
    """The kind of act, and which one it was."""
    kind, which = words(f"fact.{event.fact.kind}"), _which(event, meeting, words)
    return words("undo.which", act=kind, which=which) if which else kind


def _which(event: Event, meeting: Meeting, words: Words) -> str:
    match event.fact:
        case o.Scored():
            indicator = meeting.grid.by_id.get(event.fact.indicator) if meeting.grid else None
            value = shown(event.fact.value, indicator, words) if indicator else ""
            return " ".join((event.fact.indicator, meeting.name(event.fact.about), value)).strip()
        case o.EvidenceAdded() | c.Captured():
            return cut(event.fact.text, 40)
        case o.Observation():
            return event.fact.indicator
        case r.StepOpened() | r.StepClosed() | r.StepSkipped() | r.Extended():
            return event.fact.step
    return ""
