"""A preparation as YAML that a person would be glad to edit."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, time

from facilitate.domain.model import Wording
from facilitate.domain.people import Role
from facilitate.kits.header import PREPARATION, SCHEMA_VERSION
from facilitate.kits.preparation import Keeping, Planned, Preparation, ToDo
from facilitate.kits.yaml_scalars import read_plain
from facilitate.language import Words

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]*")
_UNPRINTED = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff\ufeff]|[\x85\u2028\u2029]")


def preparation_text(plan: Preparation, folder: str, words: Words) -> str:
    """The whole file; other files are named by their paths from `folder`, in which it will be."""
    parts = (_head(plan, folder, words), _frame(plan), _people(plan), _expected(plan), _checklist(plan), _last(plan))
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _head(plan: Preparation, folder: str, words: Words) -> Iterator[str]:
    yield from (f"# {line}" for line in words("file.preparation").splitlines())
    yield f"schema_version: {SCHEMA_VERSION}"
    yield f"kind: {PREPARATION}"
    if plan.kit is not None:
        yield f"kit: {_word(plan.kit)}"
    for key, path in (("agenda", plan.agenda), ("grid", plan.grid)):
        if path is not None:
            yield f"# {words(f'file.preparation.{key}')}"
            yield f"{key}: {_text(os.path.relpath(path, folder))}"


def _frame(plan: Preparation) -> Iterator[str]:
    if plan.title:
        yield f"title: {_title(plan.title, plan.language)}"
    told = (("language", plan.language, _word), ("place", plan.place, _text), ("centre", plan.centre, _text))
    yield from (f"{key}: {written(value)}" for key, value, written in told if value)
    if plan.start is not None:
        yield f"start: {_text(_moment(plan.start))}"
    if plan.end is not None:
        yield f"end: {_text(_moment(plan.end))}"
    if plan.audience:
        yield f"audience: {_text(plan.audience)}"
    if plan.objectives:
        yield "objectives:"
        yield from (f"  - {_text(each)}" for each in plan.objectives)


def _title(title: Wording, language: str | None) -> str:
    if title.languages == (language,):
        return _text(title.to(language or ""))
    return _map([(each, _text(title.to(each))) for each in title.languages])


def _moment(moment: datetime | time) -> str:
    return f"{moment:%H:%M}" if isinstance(moment, time) else f"{moment:%Y-%m-%d %H:%M}"


def _people(plan: Preparation) -> Iterator[str]:
    if plan.people:
        yield "people:"
    for each in plan.people:
        yield f"  - {_map(_person(each))}"


def _person(person: Planned) -> Iterator[tuple[str, str]]:
    yield "name", _text(person.name)
    yield "roles", _list([_word(role.value) for role in Role if role in person.roles])
    if person.moderates:
        yield "moderates", _list([_word(each) for each in person.moderates])
    if person.observes:
        yield "observes", _list([_text(each) for each in person.observes])


def _expected(plan: Preparation) -> Iterator[str]:
    if plan.expected:
        yield "expected:"
    for each in plan.expected:
        group = each.group
        known = (("sex", group.sex, _word), ("age", group.age, _word), ("place", group.place, _text))
        said = [(key, written(value)) for key, value, written in known if value]
        yield f"  - {_map([*said, ('number', str(each.number))])}"


def _checklist(plan: Preparation) -> Iterator[str]:
    lists = (("materials", plan.materials), ("invitations", plan.invitations))
    if plan.materials or plan.invitations:
        yield "checklist:"
    for key, lines in lists:
        if lines:
            yield f"  {key}:"
        yield from (f"    - {_to_do(each)}" for each in lines)


def _to_do(line: ToDo) -> str:
    if not (line.who or line.done):
        return _text(line.text)
    who = [("who", _text(line.who))] if line.who else []
    return _map([("text", _text(line.text)), *who, *([("done", "true")] if line.done else [])])


def _last(plan: Preparation) -> Iterator[str]:
    if plan.consent is not None:
        yield from _consent(plan.consent)
    if plan.quorum is not None:
        yield f"quorum: {plan.quorum}"
    elif plan.rule is not None:
        yield f"rule: {plan.rule}"


def _consent(consent: Keeping) -> Iterator[str]:
    if consent == Keeping():
        yield "consent: {}"
        return
    yield "consent:"
    if consent.wording:
        yield from _prose("  wording", consent.wording)
    if consent.months is not None:
        yield f"  keep_months: {consent.months}"
    elif consent.until is not None:
        yield f"  keep_until: {_text(consent.until.isoformat())}"


# How YAML writes its values.


def _prose(key: str, text: str) -> Iterator[str]:
    """Several lines as a block, so that they can be read and changed as lines."""
    if "\n" not in text or _UNPRINTED.search(text):
        yield f"{key}: {_text(text)}"
        return
    yield f"{key}: |-"
    yield from (f"    {line}".rstrip() for line in text.split("\n"))


def _text(text: str) -> str:
    """In quotation marks; what an editor would not show is written by its number."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}" if ord(found[0]) < 0x10000 else "", quoted)


def _word(text: str) -> str:
    """Without quotation marks where every reader takes it for the same word."""
    plain = _PLAIN.fullmatch(text) is not None and type(read_plain(text)) is str
    return text if plain else _text(text)


def _list(items: Sequence[str]) -> str:
    return f"[{', '.join(items)}]"


def _map(items: Iterator[tuple[str, str]] | Sequence[tuple[str, str]]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in items)}}}"
