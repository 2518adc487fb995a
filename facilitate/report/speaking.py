"""Who spoke: shares of speaking time against shares of the people present, where the log can carry them."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.participation import GroupVoice, group_voices, moderators_share, never_spoke_share
from facilitate.analysis.turns import plenary_turns
from facilitate.report.blocks import Block, Bullets, Paragraph, table
from facilitate.report.teller import Teller


def speaking(tell: Teller) -> Iterator[Block]:
    """The balance, or one sentence why there is none; nothing where the meeting has not begun."""
    if not tell.meeting.plenary.openings:
        return
    yield tell.part("report.speaking")
    moderators = moderators_share(tell.meeting, tell.now)
    if moderators.value is None:
        yield Paragraph(tell("report.speaking.not_shown", why=tell(moderators.why or "")))
        return
    never = never_spoke_share(tell.meeting, tell.now)
    lines = [
        tell("report.speaking.turns", count=len(plenary_turns(tell.meeting))),
        tell("report.speaking.moderators", percent=tell.words.percent(moderators.value)),
    ]
    if never.value is not None:
        lines.append(tell("report.speaking.never", percent=tell.words.percent(never.value)))
    elif never.why:
        lines.append(tell("report.speaking.never_not_known", why=tell(never.why)))
    yield Bullets(tuple(lines))
    voices = [each for each in group_voices(tell.meeting, tell.now) if each.share is not None]
    if voices:
        yield Paragraph(tell("report.speaking.how_to_read"))
        yield table(_header(tell), [_row(tell, each) for each in voices], numbers_from=1)


def _header(tell: Teller) -> tuple[str, ...]:
    columns = ("report.group", "report.speaking.count", "report.speaking.presence", "report.speaking.share")
    return tuple(tell(column) for column in columns)


def _row(tell: Teller, voice: GroupVoice) -> tuple[str, ...]:
    presence = tell.words.percent(voice.presence) if voice.presence is not None else ""
    share = tell.words.percent(voice.share) if voice.share is not None else ""
    return (tell.value(voice.dimension, voice.value), tell.words.number(voice.turns), presence, share)
