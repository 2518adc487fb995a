"""How the room may be split: groups proposed from what the step asks for and who is there, and changed by hand.

Groups that are planned and groups that are at work are changed in the same way: nobody is with two at once.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Literal, NamedTuple, TypeAlias

from facilitate.analysis.presence import MODERATING, present, present_by
from facilitate.domain.agenda import Step
from facilitate.domain.events.running import TrackChanged, TrackOpened
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Person, Role

Kind: TypeAlias = Literal["women", "men", "young", "small"]

GROUP_SIZE = 6
"""The largest small group in which everybody still speaks."""

YOUNG_APART = 8
"""So many young people make a group of their own."""

YOUNG_UNTIL = 30
"""Years: an age band that begins below is young."""

_SEXES = {"women": "women", "female": "women", "f": "women", "men": "men", "male": "men", "m": "men"}


class Plan(NamedTuple):
    """A group: its track, or a number where it is not at work yet; its name, who moderates it, who observes."""

    id: str
    title: str
    moderator: str | None = None
    observers: tuple[str, ...] = ()


Plans: TypeAlias = tuple[Plan, ...]


def proposed(meeting: Meeting, step: Step | None, name: Callable[[Kind, int], str]) -> Plans:
    """Groups as the step asks for them; `name` gives a kind of group, and its number, a name people can read."""
    kinds = _kinds(meeting, step)
    leading: list[str] = []
    for kind in kinds:
        leading += [each.id for each in _leaders(meeting, kind) if each.id not in leading][:1] or [""]
    plans = [Plan(f"{place}", name(kind, place), leading[place - 1] or None) for place, kind in enumerate(kinds, 1)]
    return _observed(meeting, tuple(plans))


def _kinds(meeting: Meeting, step: Step | None) -> tuple[Kind, ...]:
    if step is not None and step.groups == "split":
        return ("women", "men", "young") if _young(meeting) else ("women", "men")
    small: Kind = "small"
    return (small,) * max(2, ceil((present(meeting) or 0) / GROUP_SIZE))


def _young(meeting: Meeting) -> bool:
    """Whether young people are enough for a group of their own, among others who are older."""
    ages = present_by(meeting, "age")
    young = sum(number for age, number in ages.items() if _begins(age) < YOUNG_UNTIL)
    return YOUNG_APART <= young < sum(ages.values())


def _begins(age: str) -> int:
    """The years at which an age band begins."""
    years = age.partition("-")[0]
    return int(years) if years.isdecimal() else 0 if age in ("youth", "young") else 99


def _leaders(meeting: Meeting, kind: Kind) -> list[Person]:
    """Who may moderate such a group, best first: moderators before co-moderators, a woman for the women's group."""

    def rank(person: Person) -> tuple[bool, bool, bool]:
        sex = _SEXES.get(person.group.sex or "") if person.group else None
        other = kind in ("women", "men") and sex is not None and sex != kind
        return (other, not person.has(Role.MODERATOR), sex != kind)

    people = (each for each in meeting.people_with(*MODERATING) if not each.left)
    return sorted(people, key=rank)


def _observed(meeting: Meeting, plans: Plans) -> Plans:
    """Observers go where somebody moderates whom they observe; those who observe everybody are spread evenly."""
    moderating = {plan.moderator for plan in plans}
    people = (each for each in meeting.observers if not each.left and each.id not in moderating)
    for person in sorted(people, key=lambda each: not each.observes):
        observed = {each.id for each in meeting.observed_by(person.id)}
        led = [place for place, plan in enumerate(plans) if plan.moderator in observed]
        place = min(led or range(len(plans)), key=lambda each: len(plans[each].observers), default=None)
        if place is not None:
            plans = watched(plans, place, person.id)
    return plans


# Changed by hand.


def renamed(plans: Plans, place: int, title: str) -> Plans:
    return _with(plans, place, plans[place]._replace(title=title))


def taken(plans: Plans, place: int | None, title: str) -> bool:
    """Whether another group than that one has this name."""
    return any(plan.title.casefold() == title.casefold() for at, plan in enumerate(plans) if at != place)


def with_one_more(plans: Plans, name: Callable[[Kind, int], str]) -> Plans:
    """One group more, with the first number that no other has."""
    numbers = range(len(plans) + 1, 2 * len(plans) + 2)
    number = next(each for each in numbers if not taken(plans, None, name("small", each)))
    used = {plan.id for plan in plans}
    fresh = next(f"{each}" for each in range(1, len(plans) + 2) if f"{each}" not in used)
    return (*plans, Plan(fresh, name("small", number)))


def led(plans: Plans, place: int, person: str | None) -> Plans:
    """Somebody moderates that group now; the group that they come from gets its former moderator."""
    before = plans[place].moderator
    if person == before:
        return plans
    rest = tuple(
        plan._replace(
            moderator=before if plan.moderator == person else plan.moderator, observers=_without(plan, person)
        )
        if person
        else plan
        for plan in plans
    )
    return _with(rest, place, rest[place]._replace(moderator=person))


def watched(plans: Plans, place: int, person: str) -> Plans:
    """Somebody observes that group now and no other; if they did already, they observe none."""
    there = person in plans[place].observers
    rest = tuple(plan._replace(observers=_without(plan, person)) for plan in plans)
    plan = rest[place]
    return rest if there else _with(rest, place, plan._replace(observers=(*plan.observers, person)))


def _without(plan: Plan, person: str | None) -> tuple[str, ...]:
    return tuple(each for each in plan.observers if each != person)


def _with(plans: Plans, place: int, plan: Plan) -> Plans:
    return (*plans[:place], plan, *plans[place + 1 :])


# From plans to what is kept.


def at_work(meeting: Meeting) -> Plans:
    """The groups that are apart now."""
    return tuple(Plan(track.id, track.title, track.moderator, track.observers) for track in meeting.apart)


def openings(plans: Plans, step: str, fresh: Callable[[], str]) -> list[TrackOpened]:
    """What splits the room into these groups."""
    return [
        TrackOpened(
            track=f"t{fresh()}", title=plan.title, step=step, moderator=plan.moderator, observers=plan.observers
        )
        for plan in plans
    ]


def changes(before: Plans, after: Plans) -> list[TrackChanged]:
    """What makes these groups of those. People leave one group before they come to another."""
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    left = [(old, _kept(old, new), new) for old, new in pairs]
    facts = [_changed(kept) for old, kept, _ in left if kept != old]
    return facts + [_changed(new) for _, kept, new in left if kept != new]


def _kept(old: Plan, new: Plan) -> Plan:
    """The group with those of its people who stay."""
    moderator = old.moderator if old.moderator == new.moderator else None
    return old._replace(moderator=moderator, observers=tuple(each for each in old.observers if each in new.observers))


def _changed(plan: Plan) -> TrackChanged:
    return TrackChanged(track=plan.id, title=plan.title, moderator=plan.moderator, observers=plan.observers)
