"""Head counts as one table of sex and age band, and who came or left since the first count.

What is kept of a sex as a whole ("women, 8") is all of them. The table shows beside the age bands those of the whole
who are in none of them: "age not asked" is the whole without the bands, and adds to them for whoever reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from facilitate.domain.meeting.parts import Headcount
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group

SEXES = ("women", "men")


class SexCount(NamedTuple):
    """The people of one sex: by age band, and `whole` where they were counted together, however the ages are known."""

    sex: str
    bands: Mapping[str, int] = {}
    whole: int | None = None

    @property
    def in_bands(self) -> int:
        """How many have their age band known."""
        return sum(self.bands.values())

    @property
    def total(self) -> int:
        """All of them."""
        return max(self.in_bands, self.whole or 0)

    @property
    def unasked(self) -> int:
        """How many have no age band."""
        return self.total - self.in_bands

    def number(self, age: str | None) -> int:
        """How many of an age band; `None` is those without one."""
        return self.unasked if age is None else self.bands.get(age, 0)


class Change(NamedTuple):
    """So many people more of a group in one step, or fewer (below 0); `age` is absent where it is not known."""

    step: str | None
    sex: str
    age: str | None
    by: int


def by_sex(counts: Iterable[Headcount]) -> dict[str, SexCount]:
    """The last of these counts by sex; women and men always, others where they were counted."""
    found = {sex: SexCount(sex) for sex in SEXES}
    for each in counts:
        sex, age = each.group.sex, each.group.age
        if sex is None or each.group.place is not None:
            continue
        before = found.get(sex, SexCount(sex))
        if age is None:
            found[sex] = before._replace(whole=each.number)
        else:
            found[sex] = before._replace(bands={**before.bands, age: each.number})
    return found


def columns(meeting: Meeting) -> tuple[str | None, ...]:
    """The agenda's age bands, then `None` for those not asked, then other bands that somebody was counted in."""
    counted = (each.group.age for each in meeting.attendance if each.number and each.group.sex and not each.group.place)
    bands = meeting.agenda.age_bands if meeting.agenda else ()
    return (*bands, None, *dict.fromkeys(age for age in counted if age and age not in bands))


def counted_otherwise(meeting: Meeting) -> tuple[Headcount, ...]:
    """Counts that are no cell of the table: by age alone, or by place."""
    return tuple(
        each for each in meeting.attendance if each.number and (each.group.sex is None or each.group.place is not None)
    )


def counts_after(found: SexCount, age: str | None, number: int, by_one: bool) -> tuple[tuple[Group, int], ...]:
    """What has to be counted so that a cell of the table has this number: (group, number), mostly one.

    People without an age band are kept as the whole. A number typed into a band divides the whole: those whose age was
    not asked become fewer, until all are divided. Somebody who came or left (`by_one`) changes the whole as well.
    """
    before = found.number(age)
    if age is None:
        return ((Group(sex=found.sex), found.in_bands + number),)
    band, sum_after = (Group(sex=found.sex, age=age), number), found.in_bands - before + number
    whole = found.whole
    if not whole or whole < found.in_bands:
        return (band,)
    if by_one:
        return band, (Group(sex=found.sex), whole + number - before)
    return (band, (Group(sex=found.sex), sum_after)) if whole == found.in_bands else (band,)


def changes(meeting: Meeting) -> tuple[Change, ...]:
    """Who came and who left, step by step, since people were first counted.

    What is counted of a sex in the step in which it was first counted is who was there. Where a step only divided
    people by age, nobody came or left; where it did both, only the sum is sure.
    """
    found: list[Change] = []
    so_far: list[Headcount] = []
    known: set[str] = set()
    for step, counts in groupby(meeting.counts, key=lambda each: each.step):
        before = by_sex(so_far)
        so_far += counts
        after = by_sex(so_far)
        for sex, count in after.items():
            if sex in known:
                found += _changed(step, before[sex], count)
        known |= {each.group.sex for each in so_far if each.group.sex and each.group.place is None}
    return tuple(found)


def _changed(step: str | None, before: SexCount, after: SexCount) -> Sequence[Change]:
    whole = after.total - before.total
    if not whole:
        return ()
    ages = (None, *dict.fromkeys((*before.bands, *after.bands)))
    by_age = [Change(step, after.sex, age, after.number(age) - before.number(age)) for age in ages]
    moved = [each for each in by_age if each.by]
    if any((each.by > 0) != (whole > 0) for each in moved):
        return (Change(step, after.sex, None, whole),)
    return moved
