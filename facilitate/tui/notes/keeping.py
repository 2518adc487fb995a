"""From a draft to what is kept: one capture, or what differs from the one that stands."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, NamedTuple

from facilitate.domain.events import Fact
from facilitate.domain.events.capturing import CaptureChanged, CaptureKind
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import harmless, harmless_prose
from facilitate.language import Words
from facilitate.tui.capturing import (
    DATED,
    LONGEST,
    LONGEST_LINE,
    OWNED,
    Fresh,
    captured,
    day_doubted,
    day_of,
    owner_named,
)
from facilitate.tui.notes.draft import Draft

WORDS_OF = ("what", "text", "owner", "due", "due_said")
"""What people can change of a capture here."""


class Trouble(NamedTuple):
    """Why a draft is not kept at once: the line it is about, what to say, and whether a second Enter keeps it."""

    field: str
    why: str
    passes: bool = False


def troubles(draft: Draft, meeting: Meeting, today: date, words: Words) -> list[Trouble]:
    """What there is to say before it is kept."""
    text = harmless_prose(draft.text)
    if not text:
        return [Trouble("text", words("ask.needed"))]
    lines = (("text", text, LONGEST), ("who", draft.who, LONGEST_LINE), ("when", draft.when, LONGEST_LINE))
    long = [(name, len(said) - limit) for name, said, limit in lines if len(said) > limit]
    if long:
        return [Trouble(name, words("ask.too_long", count=over)) for name, over in long]
    meanwhile = changed_meanwhile(draft, meeting, words)
    found = [Trouble("text", meanwhile, passes=True)] if meanwhile else []
    doubt = day_doubted(draft.when, today, words) if _day_changed(draft, today, words) else None
    return [*found, Trouble("when", doubt, passes=True)] if doubt else found


def changed_meanwhile(draft: Draft, meeting: Meeting, words: Words) -> str | None:
    """What another made of it since the draft was opened, as a warning; nothing where it stands as it was."""
    if draft.base is None:
        return None
    now = meeting.captures.get(draft.base.id)
    if now is None or now.withdrawn:
        return words("notes.withdrawn_meanwhile")
    same = all(getattr(now, name) == getattr(draft.base, name) for name in WORDS_OF)
    return None if same else words("notes.changed_meanwhile", text=_said(now, meeting, words))


def _said(capture: Capture, meeting: Meeting, words: Words) -> str:
    """A capture in one line, as short as a form has room for."""
    when = words.day(capture.due) if capture.due else capture.due_said
    return words.listed(each for each in (capture.text[:60], meeting.name(capture.owner), when) if each)


def _day_changed(draft: Draft, today: date, words: Words) -> bool:
    """Whether the person says another day than the one that stands; only an action has one."""
    said = day_of(draft.when, today, words.language).due
    return draft.what in DATED and (draft.base is None or said != draft.base.due)


def kept(draft: Draft, meeting: Meeting, today: date, language: str, fresh: Fresh) -> list[Fact]:
    """The events that keep a draft; none where nothing differs. One that was withdrawn meanwhile becomes a new one."""
    standing = meeting.captures.get(draft.base.id) if draft.base else None
    if draft.base is None or standing is None or standing.withdrawn:
        found = (harmless_prose(draft.text), draft.who if _owned(draft) else "", draft.when if _dated(draft) else "")
        return captured(
            meeting, draft.what, found, draft.step, fresh, track=draft.track, today=today, language=language
        )
    return _changes(draft, draft.base, meeting, today, language, fresh)


def _owned(draft: Draft) -> bool:
    return draft.what in OWNED


def _dated(draft: Draft) -> bool:
    return draft.what in DATED


def _changes(draft: Draft, base: Capture, meeting: Meeting, today: date, language: str, fresh: Fresh) -> list[Fact]:
    """What the person changed, and only that: what another changed meanwhile stands beside it."""
    given: dict[str, Any] = {}
    cleared: list[Literal["owner", "due", "theme"]] = []
    before: list[Fact] = []
    if draft.what != base.what:
        given["what"] = draft.what
    if (text := harmless_prose(draft.text)) != base.text:
        given["text"] = text
    if _owned(draft) and harmless(draft.who) != meeting.name(base.owner):
        owner = owner_named(meeting, draft.who, fresh)
        before += owner.facts
        if owner.person is None:
            cleared.append("owner")
        elif owner.person != base.owner:
            given["owner"] = owner.person
    if _dated(draft):
        day = day_of(draft.when, today, language)
        if day.due != base.due or (day.due is None and day.said != base.due_said):
            given |= {"due": day.due} if day.due else {}
            given |= {"due_said": day.said} if day.said != base.due_said else {}
            cleared += ["due"] if base.due and not day.due else []
    if not given and not cleared:
        return []
    return [*before, CaptureChanged(capture=base.id, cleared=tuple(cleared), **given)]


def missing(draft: Draft, words: Words) -> str:
    """What an action still lacks, in words; nothing for anything else."""
    if draft.what is not CaptureKind.ACTION:
        return ""
    lacking = (("notes.lacks_who", draft.who), ("notes.lacks_when", draft.when))
    return words.listed(words(message) for message, said in lacking if not said.strip())
