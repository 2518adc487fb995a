"""A preparation as the facts with which its meeting begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import NamedTuple

from facilitate.cli.frame import Stop
from facilitate.cli.grid_taken import Taken, meeting_to_take, taken_grid
from facilitate.cli.kits_named import load_kit
from facilitate.domain.agenda import Agenda
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import AgreementRuleSet
from facilitate.domain.events.planning import ConsentSet, EndLocked, ExpectedSet, ItemSet, StepAssigned
from facilitate.domain.events.preparing import (
    AgendaSet,
    MeetingCreated,
    PersonAdded,
    PersonErased,
    PersonNamed,
)
from facilitate.domain.grid import Grid
from facilitate.journal.journal import fresh_name
from facilitate.kits.preparation import Preparation
from facilitate.language import Words


class Start(NamedTuple):
    """What a meeting starts from: the kit's name, its agenda, and its grid with all that was agreed."""

    kit: str
    agenda: Agenda
    taken: Taken


def started(plan: Preparation, words: Words) -> Start:
    """The agenda and the grid that a preparation names. Raises Stop where they cannot be read."""
    kit = load_kit(plan.kit, words) if plan.kit is not None else None
    agenda = _agenda(plan.agenda, words) if plan.agenda is not None else kit.agenda if kit else None
    own: Grid | None = kit.grid if kit else None
    if agenda is None:
        raise Stop("cli.error.unknown_kit", kit=plan.kit or "", known="-")
    return Start(kit.id if kit else agenda.id, agenda, taken_grid(plan.grid, own, words))


def _agenda(name: str, words: Words) -> Agenda:
    path = Path(name)
    if path.suffix.lower() == ".meeting":
        agenda = meeting_to_take(path).agenda
        if agenda is None:
            raise Stop("cli.error.no_agenda_there", file=name)
        return agenda
    from facilitate.kits.agenda_file import read_agenda
    from facilitate.kits.faults import Faulty

    try:
        return read_agenda(name)
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None


def facts(plan: Preparation, start: Start, words: Words, today: date) -> Iterator[Fact]:
    """Everything, in an order in which each can stand. Raises Stop where something does not fit the agenda.

    `today` is from when months are counted where the day of the meeting is not known.
    """
    yield MeetingCreated(
        kit=start.kit,
        title=plan.title or start.agenda.title,
        place=plan.place,
        centre=plan.centre,
        start=plan.start,
        language=plan.language or words.language,
        audience=plan.audience or start.agenda.audience or "",
        objectives=plan.objectives,
    )
    yield AgendaSet(agenda=start.agenda)
    if plan.rule is not None:
        yield AgreementRuleSet(rule=plan.rule, quorum=plan.quorum)
    yield from start.taken.facts
    ids = _ids(plan, start.taken.people)
    yield from _seats(plan, ids)
    yield from _signers(start.taken, ids)
    yield from _assigned(plan, start.agenda, ids)
    if plan.end is not None:
        yield EndLocked(end=_end(plan.end, plan.start))
    for each in plan.expected:
        yield ExpectedSet(group=each.group, number=each.number)
    yield from _checklist(plan)
    if plan.consent is not None:
        held = plan.start.date() if plan.start else today
        yield ConsentSet(wording=plan.consent.wording, until=_kept(plan.consent.last_day(held), held))


def _ids(plan: Preparation, known: Mapping[str, str]) -> dict[str, str]:
    """Everybody's id. Who agreed to the grid elsewhere keeps theirs, so that the signature is theirs."""
    before = {name: person for person, name in known.items() if name}
    return {each.name: before.get(each.name) or f"p{fresh_name()}" for each in plan.people}


def _seats(plan: Preparation, ids: Mapping[str, str]) -> Iterator[Fact]:
    for each in plan.people:
        observed = tuple(ids[name] for name in each.observes)
        yield PersonAdded(person=ids[each.name], roles=each.roles, observes=observed)
        yield PersonNamed(person=ids[each.name], name=each.name)


def _signers(taken: Taken, ids: Mapping[str, str]) -> Iterator[Fact]:
    """Who signed elsewhere and has no seat here; a name that was erased there is erased here."""
    seated = set(ids.values())
    for person, name in taken.people.items():
        if person not in seated and (name or person in taken.erased):
            yield PersonAdded(person=person)
            yield PersonNamed(person=person, name=name) if name else PersonErased(person=person)


def _assigned(plan: Preparation, agenda: Agenda, ids: Mapping[str, str]) -> Iterator[Fact]:
    for each in plan.people:
        for step in each.moderates:
            if agenda.step(step) is None:
                raise Stop("cli.error.no_such_step", step=step, known=tuple(step.id for step in agenda.steps))
            yield StepAssigned(step=step, moderator=ids[each.name])


def _checklist(plan: Preparation) -> Iterator[Fact]:
    for each in plan.materials:
        yield ItemSet(item=f"i{fresh_name()}", what="material", text=each.text, who=each.who, done=each.done)
    for each in plan.invitations:
        yield ItemSet(item=f"i{fresh_name()}", what="invitation", text=each.text, who=each.who, done=each.done)


def _end(end: datetime | time, start: datetime | None) -> datetime:
    if isinstance(end, datetime):
        return end
    if start is None:
        raise Stop("cli.error.end_without_start", end=f"{end:%H:%M}")
    return datetime.combine(start.date(), end)


def _kept(until: date | None, held: date) -> date | None:
    if until is not None and until < held:
        raise Stop("cli.error.kept_before", day=until)
    return until
