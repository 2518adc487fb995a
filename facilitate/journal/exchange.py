"""Events as lines of JSON, out of a meeting and into one. Taking in is a union: in any order, any number of times."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from facilitate.domain.events import FACTS, Event, UnknownEvent, parse_event
from facilitate.domain.events import observing as o
from facilitate.domain.events.envelope import ENVELOPE
from facilitate.domain.meeting.view import awaited, given, scores_open
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal

_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What JSON leaves as it is, and a terminal would obey or be turned round by."""

_HIDDEN_FIELDS = frozenset({"value", "reason", "change", "group", "codes", "missed", "start", "stop", "text"})
_HIDDEN_FIELDS |= {"photo", "anchor", "on_paper", "timing"}


class TakenIn(NamedTuple):
    """What a reading brought: new events, events that were there already, damaged ones that are sound again, and lines
    that are no events (number, why)."""

    new: int
    known: int
    mended: int
    refused: tuple[tuple[int, str], ...]


def lines(journal: Journal, *, unsent: bool = False) -> Iterator[str]:
    """Every event as one line, in the fold's order.

    Scores that were not sent yet are placeholders unless `unsent`: who scored what and when, but not what. So are PINs,
    without salt and hash.
    """
    hidden = frozenset[str | None]() if unsent else _hidden_authors(journal)
    closed = not unsent and not scores_open(journal.record.meeting)
    bodies = journal.bodies()
    for event in journal.record.events:
        body = bodies.pop((event.replica, event.seq), event.to_json())
        talked = closed and isinstance(event.fact, o.ConsensusSet | o.Reviewed)
        if isinstance(event.fact, o.PinSet) and event.fact.pin is not None and not unsent:
            body = _without_pin(body)
        yield safe(_placeholder(body) if talked or _observer(event) in hidden else body)
    blind = not unsent and (bool(hidden) or closed or bool(awaited(journal.record.meeting)))
    for key in sorted(bodies.keys() - set(journal.damaged)):  # of a newer program: they may be scores, too
        told = unsent or not (_sets_pin(bodies[key]) or (blind and _may_score(bodies[key])))
        yield safe(bodies[key] if told else _envelope_only(bodies[key]))


def safe(line: str) -> str:
    """The same JSON, with what a terminal would obey written as escapes."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _observer(event: Event) -> str | None:
    """Whose sheet an event writes on; nothing for events that are no scores."""
    fact = event.fact
    return (fact.observer or event.by) if isinstance(fact, o.Observation | o.EvidenceChanged) else None


def _hidden_authors(journal: Journal) -> frozenset[str | None]:
    """Observers whose scores may not be shown to somebody without a seat."""
    meeting = journal.record.meeting
    observers = {observer for event in journal.record.events if (observer := _observer(event))}
    open_ = scores_open(meeting)
    return frozenset(each for each in observers if not (open_ and given(meeting, meeting.sheet(each))))


def _placeholder(body: str) -> str:
    content = {name: value for name, value in json.loads(body).items() if name not in _HIDDEN_FIELDS}
    return json.dumps({**content, "unsent": True}, ensure_ascii=False, separators=(",", ":"))


def _without_pin(body: str) -> str:
    content = json.loads(body)
    shown = {name: value for name, value in content["pin"].items() if name not in ("salt", "hash")}
    return json.dumps({**content, "pin": shown, "unsent": True}, ensure_ascii=False, separators=(",", ":"))


def _sets_pin(body: str) -> bool:
    """Whether an event that is not understood is a newer program's PIN."""
    return FACTS.get(str(json.loads(body).get("kind"))) is o.PinSet


def _may_score(body: str) -> bool:
    """Whether an event that is not understood may say what somebody scored."""
    kind = FACTS.get(str(json.loads(body).get("kind")))
    return kind is None or issubclass(kind, o.Observation | o.EvidenceChanged | o.ConsensusSet | o.Reviewed)


def _envelope_only(body: str) -> str:
    content = json.loads(body)
    kept = {name: content[name] for name in ("kind", *ENVELOPE) if name in content}
    return json.dumps({**kept, "unsent": True}, ensure_ascii=False, separators=(",", ":"))


def take_in(journal: Journal, source: Iterable[str]) -> TakenIn:
    """Add the events of some lines to a meeting.

    Lines that are no events, placeholders and events of another meeting are told by their number; the others are kept.
    Raises JournalError where an identity is known with another content: that is an error to show, not a row to ignore.
    """
    refused: list[tuple[int, str]] = []
    rows: dict[tuple[str, int], tuple[str, int, str, str]] = {}
    mends: dict[tuple[str, int], str] = {}
    known = 0
    meeting, bodies = journal.record.meeting.id, journal.bodies()
    for number, line in enumerate(source, start=1):
        if not line.strip():
            continue
        event = _event(line.strip(), meeting)
        if isinstance(event, str):
            refused.append((number, event))
            continue
        meeting = meeting or _meeting_of(event)
        key = (event.replica, event.seq)
        if key in journal.damaged:
            mends[key] = _canonical(line)
            continue
        before = bodies.get(key) or (rows[key][3] if key in rows else None)
        if before is None:
            rows[key] = (event.replica, event.seq, event.at, _canonical(line))
        elif json.loads(before) == json.loads(line):
            known += 1
        else:
            raise JournalError("file.same_identity", replica=event.replica, seq=event.seq, line=number)
    new = journal.insert_foreign(rows.values()) if rows else 0
    return TakenIn(new, known, journal.mend(mends) if mends else 0, tuple(refused))


def _canonical(line: str) -> str:
    return json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":"))


def _meeting_of(event: Event | UnknownEvent) -> str:
    return event.meeting if isinstance(event, Event) else str(json.loads(event.body).get("meeting", ""))


def _event(line: str, meeting: str) -> Event | UnknownEvent | str:
    """The event of a line, or the message id of what is wrong with it."""
    try:
        if json.loads(line).get("unsent"):
            return "line.placeholder"
        event = parse_event(line)
        _canonical(line).encode()
    except (ValueError, AttributeError, RecursionError):
        return "line.no_event"
    return event if not meeting or _meeting_of(event) == meeting else "line.other_meeting"


def read_lines(path: Path) -> list[str]:
    """The lines of a text file. Raises JournalError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise JournalError("file.cannot_open", file=str(path), why=error.strerror or str(error)) from error
    except UnicodeDecodeError:
        raise JournalError("file.not_utf8", file=str(path)) from None
