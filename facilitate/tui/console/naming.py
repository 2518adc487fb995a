"""What groups and people are called, in the reader's words and as short as a screen needs."""

from __future__ import annotations

from facilitate.domain.events.base import Spoke
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group, band_shown
from facilitate.language import Words

_SEXES = {"female": "women", "f": "women", "male": "men", "m": "men"}
_AGES = {"youth": "young", "adult": "adults", "elder": "elders", "old": "elders"}


def group_name(group: Group | None, words: Words) -> str:
    """A group as it is counted, such as "women 18-29"; "people" where nothing is known of it."""
    if group is None or not (group.sex or group.age or group.place):
        return words("floor.group.people")
    sex = _coded(f"floor.sex.{_SEXES.get(group.sex, group.sex)}", group.sex, words) if group.sex else ""
    age = _age(group.age, words) if group.age else ""
    if group.age and group.age[0].isdigit():
        who = words("floor.group.of_age", sex=sex or words("floor.group.people"), age=age)
    else:
        who = words.listed(each for each in (sex, age) if each)
    return words.listed(each for each in (who, group.place) if each)


def speaker_name(who: Spoke, meeting: Meeting, words: Words) -> str:
    """A person's name, else the group's, else that nobody knows who it was."""
    if who.person is None:
        return group_name(who.group, words) if who.group else words("floor.somebody")
    return meeting.name(who.person) or words("floor.nameless")


def _age(age: str, words: Words) -> str:
    """An age band; digits stay, for they say the same in every language."""
    return band_shown(age) if age[0].isdigit() else _coded(f"floor.age.{_AGES.get(age, age)}", age, words)


def _coded(message: str, code: str, words: Words) -> str:
    """The sentence of a code; the code itself where somebody made up one of their own."""
    said = words(message)
    return code if said == message else said
