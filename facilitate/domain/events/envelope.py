"""The envelope: identity, order and author of an event; and how an event is written as one flat JSON object."""

from __future__ import annotations

import json
from typing import Annotated, Any, NamedTuple, TypeAlias

from pydantic import AwareDatetime, Field, TypeAdapter, ValidationError

from facilitate.domain.events.catalogue import FACT, FACTS, Fact
from facilitate.domain.instants import Instant, Stamp
from facilitate.domain.model import Frozen, Identifier, Line

Sequence: TypeAlias = Annotated[int, Field(ge=1, le=2**53)]
"""The number of an event in its replica; every program and database can hold it."""


class Event(Frozen):
    """A fact with who, where and when.

    (`replica`, `seq`) is the identity: `replica` is random and fresh at every program start, `seq` counts 1, 2, 3
    ... in it. `at` orders, `wall` is what people read, `boot` and `uptime` (milliseconds) measure, `by` is the author,
    `happened` the time where it was typed later than it took place.
    """

    meeting: Identifier
    replica: Identifier
    seq: Sequence
    at: Stamp
    wall: AwareDatetime
    boot: Line = ""
    uptime: int = 0
    by: Identifier
    happened: AwareDatetime | None = None
    fact: Fact

    @property
    def id(self) -> str:
        """The identity as one word."""
        return f"{self.replica}:{self.seq}"

    @property
    def order(self) -> tuple[str, str, int]:
        """Events are folded in this order."""
        return (self.at, self.replica, self.seq)

    @property
    def instant(self) -> Instant:
        """When it took place: `happened` where that was said, else when it was typed."""
        if self.happened is not None:
            return Instant(wall=self.happened)
        return Instant.model_construct(wall=self.wall, boot=self.boot, uptime=self.uptime)

    def to_json(self) -> str:
        """One line: the envelope and the fact's own fields side by side, what is absent left out."""
        head = self.model_dump(mode="json", exclude={"fact"}, exclude_none=True)
        fact = FACT.dump_python(self.fact, mode="json", by_alias=True, exclude_defaults=True)
        return json.dumps({"kind": self.fact.kind, **head, **fact}, ensure_ascii=False, separators=(",", ":"))


class UnknownEvent(NamedTuple):
    """An event of a kind, or with fields, that this program is too old to know: kept, carried along and counted."""

    replica: str
    seq: int
    at: str
    kind: str
    body: str


_IDENTITY: TypeAdapter[tuple[Identifier, Sequence, Stamp]] = TypeAdapter(tuple[Identifier, Sequence, Stamp])

ENVELOPE = tuple(name for name in Event.model_fields if name != "fact")


def parse_event(body: str) -> Event | UnknownEvent:
    """Read one JSON object.

    Raises ValueError where it is no event at all: no object, or no usable identity and order.
    """
    content = json.loads(body, parse_constant=_no_number)
    if not isinstance(content, dict):
        raise ValueError("not a JSON object")
    head = {name: content.pop(name) for name in ENVELOPE if name in content}
    kind = str(content.get("kind"))
    if kind in FACTS:
        try:
            return Event(**head, fact=FACT.validate_json(json.dumps(content)))
        except ValidationError:
            if not _from_a_newer_program(kind, content):
                raise
    return _unknown(head, kind, body)


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _from_a_newer_program(kind: str, content: dict[str, Any]) -> bool:
    fields = FACTS[kind].model_fields
    names = set(fields) | {field.alias for field in fields.values() if field.alias}
    return not set(content) <= names


def _unknown(head: dict[str, Any], kind: str, body: str) -> UnknownEvent:
    try:
        replica, seq, at = head["replica"], head["seq"], head["at"]
    except KeyError as missing:
        raise ValueError(f"no {missing.args[0]}") from missing
    return UnknownEvent(*_IDENTITY.validate_python((replica, seq, at), strict=True), kind, body)
