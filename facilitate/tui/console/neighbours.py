"""The steps around the open one, each in one line: what was, and what comes."""

from __future__ import annotations

from rich.text import Text

from facilitate.analysis.timing import MINUTE_MS
from facilitate.domain.agenda import Step
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words


def coming(meeting: Meeting, track: Track, words: Words) -> Text:
    """The step that *next* opens there, its minutes and who is to moderate it; that there is none, after the last."""
    following = None if meeting.closed else meeting.next_step(track.id)
    if following is None:
        none = "" if meeting.closed or track.current is None else words("step.is_last")
        return _line(words("step.after"), none) if none else Text()
    minutes = words.minutes(meeting.planned_minutes(following.id) * MINUTE_MS)
    person = meeting.moderator_of(following.id)
    said = (minutes, person.name if person else "", _named(following, words))
    return _line(words("step.after" if track.current else "step.next"), " · ".join(each for each in said if each))


def gone_by(meeting: Meeting, track: Track, now: Instant, words: Words) -> Text:
    """The step before the open one, with the minutes that it took; nothing before the first."""
    current = track.current
    known = meeting.agenda is not None and current is not None and meeting.agenda.step(current.step) is not None
    before = meeting.agenda.before(current.step) if known and meeting.agenda and current else None
    if before is None:
        return Text()
    opened = any(opening.step == before.id for opening in (*meeting.plenary.openings, *track.openings))
    spent = max(meeting.plenary.spent(before.id, now).ms, track.spent(before.id, now).ms)
    return _line(
        words("step.before"),
        f"{words.minutes(spent) if opened else words('step.not_opened')} · {_named(before, words)}",
    )


def _named(step: Step, words: Words) -> str:
    return f"{step.id} {step.title.to(words.language)}"


def _line(label: str, said: str) -> Text:
    """The minutes stand before the title, so that a narrow screen cuts what matters less."""
    return Text.assemble((label, "bold"), f" {said}", no_wrap=True)
