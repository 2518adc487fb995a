"""What `new` is asked for on the command line, one by one: names, moments, groups; each refusal is one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from facilitate.cli.frame import PROJECTOR, Stop
from facilitate.domain.model import harmless
from facilitate.domain.people import TEAM, Role
from facilitate.kits.moments import day_of, end_of, moment_of
from facilitate.kits.preparation import Expected, ToDo, group_of
from facilitate.language.numbers import western

LONGEST, LONGEST_NAME, MOST = 500, 120, 100_000


def moment(start: str | None) -> datetime | None:
    """The announced hour as typed: a date and a time of day, without a zone."""
    found = moment_of(start) if start is not None else None
    if start is not None and found is None:
        raise Stop("cli.error.start", start=start)
    return found


def end(typed: str | None) -> datetime | time | None:
    """When it ends at the latest: a time of day, or one with its date."""
    found = end_of(typed) if typed is not None else None
    if typed is not None and found is None:
        raise Stop("cli.error.end", end=typed)
    return found


def day(typed: str | None) -> date | None:
    """A date."""
    found = day_of(typed) if typed is not None else None
    if typed is not None and found is None:
        raise Stop("cli.error.day", day=typed)
    return found


def people(named: dict[Role, tuple[str, ...]], team: tuple[str, ...]) -> dict[str, frozenset[Role]]:
    """Names with all their roles; somebody named twice is one person."""
    roles: dict[str, set[Role]] = {}
    for role, names in named.items():
        for name in names:
            roles.setdefault(checked_name(name), set()).add(role)
    for pair in team:
        role_name, equals, name = pair.partition("=")
        if not equals or role_name not in {role.value for role in TEAM}:
            raise Stop("cli.error.team", pair=pair, known=tuple(sorted(TEAM)))
        roles.setdefault(checked_name(name), set()).add(Role(role_name))
    return {name: frozenset(each) for name, each in roles.items()}


def checked_name(name: str) -> str:
    """A name as it is kept."""
    cleaned = harmless(name)
    if not cleaned:
        raise Stop("cli.error.empty_name")
    if cleaned == PROJECTOR:
        raise Stop("cli.error.reserved_name", name=cleaned)
    if len(cleaned) > LONGEST_NAME:
        raise Stop("cli.error.long_name", name=cleaned[:40])
    return cleaned


def short(text: str, longest: int = LONGEST) -> str:
    """A line that a screen can hold."""
    if len(text) > longest:
        raise Stop("cli.error.longer", text=text[:40], longest=longest)
    return text


def lists(option: str, pairs: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """``NAME=A,B`` by name; each name once, each part once."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        name, equals, said = (harmless(part) for part in pair.partition("="))
        parts = tuple(_parts(said))
        if not (name and equals and parts):
            raise Stop("cli.error.pair", option=option, pair=pair)
        if name in found or len(set(parts)) < len(parts):
            raise Stop("cli.error.said_twice", option=option, said=pair)
        found[name] = parts
    return found


def _parts(said: str) -> Iterator[str]:
    return (part.strip() for part in said.replace("،", ",").split(",") if part.strip())


def expected(pairs: tuple[str, ...]) -> tuple[Expected, ...]:
    """``women=12``, ``f/18-29=10``: each group once."""
    found: list[Expected] = []
    for pair in pairs:
        who, _, number = pair.rpartition("=")
        group, plain = group_of(who), western(number.strip())
        if group is None or not (plain.isascii() and plain.isdigit()) or not 0 < int(plain[:9]) <= MOST:
            raise Stop("cli.error.expect", pair=pair)
        if any(each.group == group for each in found):
            raise Stop("cli.error.said_twice", option="--expect", said=pair)
        found.append(Expected(group=group, number=int(plain)))
    return tuple(found)


def to_do(option: str, texts: tuple[str, ...]) -> tuple[ToDo, ...]:
    """Lines of the checklist, each of them once."""
    lines = tuple(harmless(short(text)) for text in texts)
    for place, line in enumerate(lines):
        if not line:
            raise Stop("cli.error.empty_line", option=option)
        if line in lines[:place]:
            raise Stop("cli.error.said_twice", option=option, said=line)
    return tuple(ToDo(text=line) for line in lines)
