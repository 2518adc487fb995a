"""What is to be prepared: a kit or a preparation's file, and the command line's options, which win over the file."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from facilitate.cli import asked
from facilitate.cli.frame import Stop
from facilitate.domain.model import Wording, harmless, harmless_prose, replaced
from facilitate.domain.people import Role
from facilitate.kits.preparation import Expected, Keeping, Planned, Preparation
from facilitate.language import Words

YAML = (".yaml", ".yml")
LONGEST_CONSENT = 20_000
NOT = {Role.MODERATOR: "cli.error.not_moderator", Role.OBSERVER: "cli.error.not_observer"}


class Wanted(NamedTuple):
    """A meeting as it was asked for on the command line."""

    kit: str
    file: str
    title: str | None
    place: str | None
    centre: str | None
    start: str | None
    end: str | None
    audience: str | None
    objective: tuple[str, ...]
    grid: str | None
    moderator: tuple[str, ...]
    observer: tuple[str, ...]
    trainer: tuple[str, ...]
    team: tuple[str, ...]
    moderates: tuple[str, ...]
    observes: tuple[str, ...]
    expect: tuple[str, ...]
    material: tuple[str, ...]
    invite: tuple[str, ...]
    consent: str | None
    keep_until: str | None
    quorum: int | None


def prepared(wanted: Wanted, words: Words) -> Preparation:
    """The file's preparation, or an empty one of the kit, with what the options say in its place.

    Raises Stop where the file or an option cannot be read.
    """
    plan = _from_file(wanted.kit, words) or Preparation(kit=wanted.kit)
    return replaced(plan, **_frame(wanted, plan, words), people=_people(wanted, plan), **_lists(wanted, plan))


def _from_file(name: str, words: Words) -> Preparation | None:
    """The preparation of a file; nothing where it is to be a kit."""
    path = Path(name)
    if path.suffix.lower() not in YAML or not path.is_file():
        return None
    from facilitate.kits.faults import Faulty
    from facilitate.kits.header import PREPARATION
    from facilitate.kits.preparation_file import read_preparation
    from facilitate.kits.sheet import open_sheet

    try:
        data = open_sheet(path).document.data
        wanted = isinstance(data, dict) and data.get("kind") == PREPARATION
        return read_preparation(path) if wanted else None
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None


def _frame(wanted: Wanted, plan: Preparation, words: Words) -> dict[str, object]:
    """Title, place, moments, objectives; what is not asked for stays as the file has it."""
    told = {
        "title": _title(wanted.title, words),
        "place": _line(wanted.place),
        "centre": _line(wanted.centre),
        "audience": _line(wanted.audience),
        "start": asked.moment(wanted.start),
        "end": asked.end(wanted.end),
        "grid": wanted.grid,
        "objectives": tuple(_objectives(wanted.objective)) or None,
        "language": plan.language or words.language,
        "consent": _consent(wanted, plan.consent),
    }
    rule = {} if wanted.quorum is None else {"rule": "quorum", "quorum": wanted.quorum}
    return {**{key: value for key, value in told.items() if value is not None}, **rule}


def _title(title: str | None, words: Words) -> Wording | None:
    if title is None:
        return None
    if not harmless(asked.short(title)):
        raise Stop("cli.error.empty_title")
    return Wording(**{words.language: title})


def _line(text: str | None) -> str | None:
    return harmless(asked.short(text)) if text is not None else None


def _objectives(said: tuple[str, ...]) -> list[str]:
    return [each.text for each in asked.to_do("--objective", said)]


def _consent(wanted: Wanted, before: Keeping | None) -> Keeping | None:
    if wanted.consent is None and wanted.keep_until is None:
        return before
    kept = before or Keeping()
    if wanted.consent is not None:
        kept = replaced(kept, wording=harmless_prose(asked.short(wanted.consent, LONGEST_CONSENT)))
    if wanted.keep_until is not None:
        kept = replaced(kept, until=asked.day(wanted.keep_until), months=None)
    return kept


def _people(wanted: Wanted, plan: Preparation) -> tuple[Planned, ...]:
    """Who holds a role by the options holds it instead of those in the file; whoever has none left is not there."""
    named = {Role.MODERATOR: wanted.moderator, Role.OBSERVER: wanted.observer, Role.TRAINER: wanted.trainer}
    roles = asked.people(named, wanted.team)
    taken = frozenset(role for each in roles.values() for role in each)
    found = {asked.checked_name(each.name): replaced(each, roles=each.roles - taken) for each in plan.people}
    for name, each in roles.items():
        before = found.get(name) or Planned(name=name)
        found[name] = replaced(before, roles=before.roles | each)
    there = tuple(each for each in found.values() if each.roles)
    return _who_does_what(_fitting(there), wanted)


def _fitting(people: tuple[Planned, ...]) -> tuple[Planned, ...]:
    """Without what the file gave to people in roles that others hold now."""
    moderators = {each.name for each in people if Role.MODERATOR in each.roles}
    return tuple(
        replaced(
            each,
            moderates=each.moderates if Role.MODERATOR in each.roles else (),
            observes=tuple(n for n in each.observes if n in moderators) if Role.OBSERVER in each.roles else (),
        )
        for each in people
    )


def _who_does_what(people: tuple[Planned, ...], wanted: Wanted) -> tuple[Planned, ...]:
    """Which steps somebody moderates, and whom they observe, by the options."""
    by_name = {each.name: each for each in people}
    observes, moderates = asked.lists("--observes", wanted.observes), asked.lists("--moderates", wanted.moderates)
    for name in (*observes, *moderates, *(each for names in observes.values() for each in names)):
        if name not in by_name:
            raise Stop("cli.error.nobody_of_that_name", name=name, known=tuple(by_name) or "-")
    for name, role in _in_roles(observes, moderates):
        if role not in by_name[name].roles:
            raise Stop(NOT[role], name=name)
    steps = [step for each in moderates.values() for step in each]
    for place, step in enumerate(steps):
        if step in steps[:place]:
            raise Stop("cli.error.said_twice", option="--moderates", said=step)
    for name, each in by_name.items():
        led = moderates.get(name, tuple(step for step in each.moderates if step not in steps))
        by_name[name] = replaced(each, moderates=led, observes=observes.get(name, each.observes))
    return tuple(by_name.values())


def _in_roles(observes: dict[str, tuple[str, ...]], moderates: dict[str, tuple[str, ...]]) -> list[tuple[str, Role]]:
    """The names that were said, with the role that each must have."""
    observed = [each for names in observes.values() for each in names]
    return [(each, Role.OBSERVER) for each in observes] + [(each, Role.MODERATOR) for each in (*observed, *moderates)]


def _lists(wanted: Wanted, plan: Preparation) -> dict[str, object]:
    """Expected numbers, group by group; the lists of the checklist, each as a whole."""
    numbers: dict[object, Expected] = {each.group: each for each in (*plan.expected, *asked.expected(wanted.expect))}
    return {
        "expected": tuple(numbers.values()),
        "materials": asked.to_do("--material", wanted.material) or plan.materials,
        "invitations": asked.to_do("--invite", wanted.invite) or plan.invitations,
    }
