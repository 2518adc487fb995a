"""Every kind of event has its rule, its rights and its line in docs/events.md."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from facilitate.domain.decisions.authority import AUTHORITY, SET_UP
from facilitate.domain.decisions.decide import CHECKS
from facilitate.domain.events import FACTS, Event, parse_event
from facilitate.domain.events.envelope import ENVELOPE
from facilitate.domain.events.observing import Redone, Undone
from facilitate.domain.meeting.fold import RULES
from facilitate.domain.people import TEAM, Role

PAGE = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")
ROWS = {
    cells[0].strip("`"): cells
    for line in PAGE.splitlines()
    if len(cells := [cell.strip() for cell in line.strip().strip("|").split(" | ")]) == 7 and cells[0].startswith("`")
}
NO_RULE = {Undone, Redone}


def test_every_kind_has_a_rule_of_the_fold() -> None:
    assert set(FACTS.values()) - set(RULES) == NO_RULE
    assert set(RULES) <= set(FACTS.values())


def test_every_kind_has_its_rights() -> None:
    assert set(AUTHORITY) == set(FACTS.values())
    assert all(AUTHORITY.values())
    assert set(FACTS.values()) >= SET_UP
    assert set(CHECKS) <= set(FACTS.values())


@pytest.mark.parametrize("kind", FACTS)
def test_no_field_has_a_name_of_the_envelope(kind: str) -> None:
    fields = FACTS[kind].model_fields
    names = {field.alias or name for name, field in fields.items()} - {"kind"}
    assert names.isdisjoint({*ENVELOPE, "kind", "unsent", "fact"})


def test_the_page_has_every_kind_and_no_other() -> None:
    assert set(ROWS) == set(FACTS)
    assert PAGE.count("| `kind` | text |") == 1


@pytest.mark.parametrize("kind", FACTS)
def test_the_page_has_the_fields(kind: str) -> None:
    fields = FACTS[kind].model_fields
    said = re.findall(r"`([^`]+)`", ROWS[kind][1])
    held = [
        (field.alias or name) + ("" if field.is_required() else "?") for name, field in fields.items() if name != "kind"
    ]
    assert sorted(said) == sorted(held)


@pytest.mark.parametrize("kind", FACTS)
def test_the_page_has_the_roles(kind: str) -> None:
    words = {"team": TEAM, "everybody": frozenset(Role), "setup": frozenset[Role]()}
    said = ROWS[kind][3].split(", ")
    roles = frozenset[Role]().union(*(words.get(word) or {Role(word)} if word != "setup" else set() for word in said))
    assert roles == AUTHORITY[FACTS[kind]]
    assert ("setup" in said) == (FACTS[kind] in SET_UP)


@pytest.mark.parametrize("kind", FACTS)
def test_the_page_says_what_can_be_undone(kind: str) -> None:
    assert ROWS[kind][6] == ("yes" if FACTS[kind].undoable else "no")
    assert all(ROWS[kind])


def test_the_page_has_the_fields_of_the_envelope() -> None:
    head = PAGE.split("## The line")[1].split("## The order")[0]
    said = re.findall(r"^\| `(\w+)` \|", head, re.MULTILINE)
    assert sorted(said) == sorted(["kind", *ENVELOPE])


def test_the_examples_are_events_as_the_program_writes_them() -> None:
    lines = re.findall(r"```json\n(.+?)\n```", PAGE)
    events = [parse_event(line) for line in lines]
    assert len(events) == len(re.findall(r"^### ", PAGE, re.MULTILINE))
    for line, event in zip(lines, events, strict=True):
        assert isinstance(event, Event)
        assert json.loads(event.to_json()) == json.loads(line)
