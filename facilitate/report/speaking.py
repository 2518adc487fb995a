"""Who spoke: shares of speaking time against shares of the people present, and silences, where the log can carry them.

Groups are said in sentences and not in a table: they are read aloud, and a share means little without the other one.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.participation import (
    FEW_PEOPLE,
    GroupVoice,
    group_voices,
    moderators_share,
    never_spoke_share,
)
from facilitate.analysis.silence import Silence, longest_silence, longest_without, longest_without_participants
from facilitate.analysis.turns import plenary_turns
from facilitate.domain.instants import Span
from facilitate.report.blocks import Block, Bullets, Paragraph
from facilitate.report.teller import Teller

MINUTE_MS = 60_000


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
    yield Bullets((*lines, *_silences(tell)))
    yield from _groups(tell)


def _silences(tell: Teller) -> Iterator[str]:
    """Of everybody, and of the participants where that one is longer."""
    whole = longest_silence(tell.meeting, tell.now)
    theirs = longest_without_participants(tell.meeting, tell.now)
    yield _silence(tell, "voices.silence", whole) if whole.began else tell("voices.silence.none")
    if theirs.began and theirs != whole:
        yield _silence(tell, "voices.silence.participants", theirs)


def _silence(tell: Teller, message: str, silence: Silence, **values: str) -> str:
    time = tell.words.hour(silence.began) if silence.began else ""
    return tell(message, None, minutes=_length(tell, silence.span), time=time, step=tell.step(silence.step), **values)


def _length(tell: Teller, span: Span | None) -> str:
    if span is None or span.ms < MINUTE_MS:
        return tell("voices.under_a_minute")
    length = tell.words.minutes(span.ms)
    return tell("report.about", number=length) if span.approximate else length


def _groups(tell: Teller) -> Iterator[Block]:
    """Each group in a sentence or two; what a small group is, where there is one."""
    voices = [each for each in group_voices(tell.meeting, tell.now) if each.share is not None]
    if not voices:
        return
    silences = longest_without(tell.meeting, tell.now)
    yield Paragraph(tell("voices.how_to_read"))
    yield Bullets(tuple(_group(tell, each, silences[each.dimension, each.value]) for each in voices))
    if any(each.small for each in voices):
        yield Paragraph(tell("voices.small_explained", number=FEW_PEOPLE))


def _group(tell: Teller, voice: GroupVoice, silence: Silence) -> str:
    group = tell.value(voice.dimension, voice.value)
    name = tell("voices.small_group", group=group) if voice.small else group
    share = tell.words.percent(voice.share or 0)
    if voice.relative is None or voice.presence is None:
        line = tell("voices.group.alone", count=voice.turns, group=name, share=share, why=tell(voice.why or ""))
    else:
        presence, relative = tell.words.percent(voice.presence), tell.words.number(round(voice.relative, 2))
        values = {"group": name, "share": share, "presence": presence, "relative": relative}
        line = tell("voices.group", voice.turns, **values)
    return _silence(tell, "voices.group.silent", silence, line=line) if silence.began else line
