"""The floor in one sentence, for pages that are about something else."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.floor import balanced, board, on_floor
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.console.naming import group_name, speaker_name
from facilitate.tui.widgets.balance import ratio


def floor_line(meeting: Meeting, now: Instant, words: Words) -> str:
    """Who has the floor and how long, how many wait, and which groups are heard least and most for their number;
    nothing where turns are not kept, or where nobody can have the floor."""
    current = meeting.current
    if current is None or current.paused or meeting.apart or not (meeting.turns or meeting.queue):
        return ""
    return " · ".join(_parts(meeting, now, words))


def _parts(meeting: Meeting, now: Instant, words: Words) -> Iterator[str]:
    running = on_floor(meeting, now)
    if running is None:
        yield words("step.silence")
    else:
        name = speaker_name(running.turn.who, meeting, words)
        yield words("step.speaks", name=name, time=words.clock(running.spoken.ms))
        if running.past_ms:
            yield words("step.speaks_long", time=words.clock(running.past_ms))
    if meeting.queue:
        yield words("console.waiting", count=len(meeting.queue))
    known = [each for each in board(meeting, now).groups if balanced(each.relative) in ("little", "much")]
    known.sort(key=lambda each: each.relative or 0)
    for each in known if len(known) < 3 else (known[0], known[-1]):
        yield f"{group_name(each.who.group, words)} {ratio(each.relative, words)}"
