"""Reading the parts of a preparation: people, expected numbers, checklist, consent, and moments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import TypeVar

from facilitate.domain.agenda import Agenda
from facilitate.domain.model import harmless
from facilitate.domain.people import Group, Role
from facilitate.kits.moments import day_of, end_of, moment_of
from facilitate.kits.preparation import SEXES, Expected, Keeping, Planned, ToDo, age_band
from facilitate.kits.reading import built, flag, items, one_of, text, whole
from facilitate.kits.sheet import Fields, Place, fields
from facilitate.kits.yaml_scalars import Bare

LONGEST_NAME, LONGEST_CONSENT = 120, 20_000

Moment = TypeVar("Moment")


# Moments: words that YAML reads in several ways have one meaning only where a date is asked for.


def moment(place: Place | None) -> datetime | None:
    """A date with a time of day."""
    return _read(place, moment_of, "fault.moment")


def day(place: Place | None) -> date | None:
    """A date."""
    return _read(place, day_of, "fault.day")


def end(place: Place | None) -> datetime | time | None:
    """A time of day, or one with its date."""

    return _read(place, end_of, "fault.end")


def _read(place: Place | None, read: Callable[[str], Moment], message_id: str) -> Moment | None:
    if place is None:
        return None
    found = read(str(place.value)) if isinstance(place.value, str) else None
    if found is None:
        place.fault(message_id, value=place.written)
    return found


# People.


def people(place: Place | None, agenda: Agenda | None) -> tuple[Planned, ...]:
    """Everybody with their roles. Faults: a name twice, whom nobody knows, a step that two moderate.

    Whom one person names is judged only where all could be read: else others would be blamed for that fault.
    """
    if place is None:
        return ()
    before, children = place.sheet.found, items(place)
    read = [_person(child) for child in children]
    _check_names(children, read)
    if place.sheet.found > before:
        return ()
    known = tuple(each.name for each in read if each and Role.MODERATOR in each.roles)
    steps: dict[str, str] = {}
    for child, person in zip(children, read, strict=True):
        if person is not None:
            here = child.within("person", person.name)
            _check_observes(here, person, known)
            _check_moderates(here, person, agenda, steps)
    return tuple(each for each in read if each is not None)


def _person(place: Place) -> Planned | None:
    name = place.value.get("name") if isinstance(place.value, dict) else None
    here = place.within("person", str(name) if name else None)
    f = fields(here, ("name", "roles", "observes", "moderates"), ("name", "roles"))
    if f is None:
        return None
    said = [one_of(each, tuple(Role)) for each in _list(f["roles"])]
    return built(
        here,
        Planned,
        name=text(f["name"], LONGEST_NAME),
        roles=frozenset(Role(role) for role in said if role is not None),
        observes=_texts(f["observes"]),
        moderates=_texts(f["moderates"]),
    )


def _list(place: Place | None) -> list[Place]:
    """The places of a list; one text alone may stand without one."""
    return [place] if place is not None and isinstance(place.value, str) else items(place)


def _texts(place: Place | None) -> tuple[str, ...]:
    found: list[str] = []
    for each in _list(place):
        said = text(each)
        if said is not None and harmless(said) in found:
            each.fault("fault.named_twice", value=said)
        elif said is not None:
            found.append(harmless(said))
    return tuple(found)


def _check_names(places: Sequence[Place], found: Sequence[Planned | None]) -> None:
    seen: set[str] = set()
    for place, person in zip(places, found, strict=True):
        if person is not None and person.name.casefold() in seen:
            place.fault("fault.named_twice", value=person.name)
        elif person is not None:
            seen.add(person.name.casefold())


def _child(place: Place, key: str) -> Place:
    return place.child(key, place.value.get(key) if isinstance(place.value, dict) else None)


def _check_observes(here: Place, person: Planned, known: Sequence[str]) -> None:
    place = _child(here, "observes")
    if person.observes and Role.OBSERVER not in person.roles:
        place.fault("fault.not_an_observer", value=person.name)
    for name in person.observes:
        if name not in known:
            place.unknown("fault.unknown_moderator", name, known)


def _check_moderates(here: Place, person: Planned, agenda: Agenda | None, steps: dict[str, str]) -> None:
    place = _child(here, "moderates")
    if person.moderates and Role.MODERATOR not in person.roles:
        place.fault("fault.not_a_moderator", value=person.name)
    for step in person.moderates:
        if agenda is not None and agenda.step(step) is None:
            place.unknown("fault.no_such_step", step, tuple(each.id for each in agenda.steps))
        elif step in steps:
            place.fault("fault.step_has_moderator", value=step, name=steps[step])
        steps.setdefault(step, person.name)


# Numbers, checklist, consent.


def expected(place: Place | None) -> tuple[Expected, ...]:
    """Groups with their numbers, each group once."""
    found: dict[Group, Expected] = {}
    for child in items(place):
        before = child.sheet.found
        f = fields(child, ("sex", "age", "place", "number"), ("number",))
        group = _group(f, before) if f else None
        if f is None or group is None:
            continue
        each = built(child, Expected, group=group, number=whole(f["number"], 1, 100_000))
        if each is not None and group in found:
            child.fault("fault.group_twice")
        elif each is not None:
            found[group] = each
    return tuple(found.values())


def _group(f: Fields, before: int) -> Group | None:
    """The group of a number; `before` is how many faults there were before this element was read."""
    sex, age = text(f["sex"]), text(f["age"])
    band = age_band(age) if age is not None else None
    if (place := f["sex"]) is not None and sex is not None and sex.casefold() not in SEXES:
        place.unknown("fault.not_one_of", sex, ("women", "men"))
        return None
    if (place := f["age"]) is not None and band is None:
        if age is not None:
            place.fault("fault.age_band", value=age)
        return None
    group = built(f.place, Group, sex=SEXES.get((sex or "").casefold()), age=band, place=text(f["place"]))
    if group == Group():
        if f.place.sheet.found == before:
            f.place.fault("fault.which_group")
        return None
    return group


def to_do(place: Place | None) -> tuple[ToDo, ...]:
    """Lines of a checklist: a text alone, or with who sees to it."""
    return tuple(each for each in map(_line, items(place)) if each is not None)


def _line(place: Place) -> ToDo | None:
    if isinstance(place.value, str) and not isinstance(place.value, Bare):
        return built(place, ToDo, text=text(place))
    f = fields(place, ("text", "who", "done"), ("text",))
    if f is None:
        return None
    return built(place, ToDo, text=text(f["text"]), who=text(f["who"]), done=flag(f["done"]))


def consent(place: Place | None) -> Keeping | None:
    """What people are told, and until when it is kept: a day, or so many months after the meeting."""
    f = fields(place, ("wording", "keep_until", "keep_months")) if place is not None else None
    if f is None:
        return None
    if (months := f["keep_months"]) is not None and f["keep_until"] is not None:
        months.fault("fault.keep_twice")
        return None
    return built(
        f.place,
        Keeping,
        wording=text(f["wording"], LONGEST_CONSENT),
        until=day(f["keep_until"]),
        months=whole(months, 1, 600),
    )
