"""Preparations: what a file says is what is read, every slip is one line, and what is written is read again."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitate.domain.model import Wording, harmless, harmless_prose
from facilitate.domain.people import Group, Role
from facilitate.kits.faults import Faulty
from facilitate.kits.moments import months_after, months_between
from facilitate.kits.preparation import Expected, Keeping, Planned, Preparation, ToDo, group_of
from facilitate.kits.preparation_file import preparation_of, read_preparation
from facilitate.kits.preparation_text import preparation_text
from facilitate.kits.sheet import Sheet
from facilitate.kits.yaml_lines import parse_yaml
from facilitate.language import Words
from tests.kits.desk import checked

WHOLE = """\
schema_version: 1
kind: preparation
kit: youth
title: "Our needs in Timit"
language: en
place: "Youth house"
start: 2026-07-16 15:00
end: 17:00
objectives: ["Hear everybody"]
people:
  - {name: "Amina", roles: [moderator], moderates: [Y03, Y04]}
  - {name: "Hassan", roles: [moderator, host]}
  - {name: "Youssef", roles: [observer], observes: [Amina]}
expected:
  - {sex: women, number: 12}
  - {sex: f, age: 60+, number: 3}
checklist:
  materials: ["Cards", {text: "Rope", who: "Said"}]
  invitations: ["The headman"]
consent: {wording: "We watch how it is run.", keep_months: 6}
quorum: 2
"""


def test_a_file_says_all_that_is_planned(tmp_path: Path) -> None:
    file = tmp_path / "july.yaml"
    file.write_text(WHOLE, encoding="utf-8")
    assert checked(file) == []
    assert read_preparation(file) == Preparation(
        kit="youth",
        title=Wording(en="Our needs in Timit"),
        place="Youth house",
        start=datetime(2026, 7, 16, 15),
        end=time(17),
        language="en",
        objectives=("Hear everybody",),
        people=(
            Planned(name="Amina", roles=frozenset({Role.MODERATOR}), moderates=("Y03", "Y04")),
            Planned(name="Hassan", roles=frozenset({Role.MODERATOR, Role.HOST})),
            Planned(name="Youssef", roles=frozenset({Role.OBSERVER}), observes=("Amina",)),
        ),
        expected=(
            Expected(group=Group(sex="women"), number=12),
            Expected(group=Group(sex="women", age="60-99"), number=3),
        ),
        materials=(ToDo(text="Cards"), ToDo(text="Rope", who="Said")),
        invitations=(ToDo(text="The headman"),),
        consent=Keeping(wording="We watch how it is run.", months=6),
        rule="quorum",
        quorum=2,
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kit: youth", "kit: yuoth", 'is "youth" meant'),
        ("kit: youth", "kit: youth\nagenda: a.meeting", '"a.meeting" cannot be read'),
        ("kit: youth\n", "", "needs a kit"),
        ("2026-07-16 15:00", "2026-13-16 15:00", "2026-07-16 15:00"),
        ("end: 17:00", "end: late", '"17:00"'),
        ("[moderator, host]", "[moderator, cook]", '"cook"'),
        ("[Y03, Y04]", "[Y03, Y99]", 'no step "Y99"'),
        ("[moderator, host]}", "[moderator], moderates: [Y03]}", "Amina moderates"),
        ("observes: [Amina]", "observes: [Anina]", 'is "Amina" meant'),
        ("observes: [Amina]", "moderates: [Y05]", "no moderator"),
        ("moderates: [Y03, Y04]", "observes: [Hassan]", "no observer"),
        ('"Hassan"', '"amina"', "twice"),
        ("sex: f, age: 60+", "sex: women", "in the list already"),
        ("sex: f, age: 60+, number: 3", "number: 3", "a number of whom"),
        ("age: 60+", "age: old", "no age band"),
        ("number: 12", "number: 0", "from 1 to"),
        ("keep_months: 6", "keep_months: 6, keep_until: 2027-01-01", "keep one of them"),
        ("keep_months: 6", "keep_until: soon", "2027-01-31"),
        ("quorum: 2", "quorum: 2\nrule: all", "exclude each other"),
        ("who: Said", "whom: Said", '"whom"'),
        ("people:", "poeple:", '"people"'),
    ],
)
def test_a_slip_is_one_line_that_names_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "july.yaml"
    assert old in WHOLE.replace('"Said"', "Said")
    file.write_text(WHOLE.replace('"Said"', "Said").replace(old, new, 1), encoding="utf-8")
    told = checked(file)
    assert any(said in line for line in told), told
    assert told[0].startswith(f"{file}:")
    with pytest.raises(Faulty):
        read_preparation(file)


def test_a_fault_of_the_kit_that_is_named_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "kit.yaml").write_text("schema_version: 1\nkind: kit\nid: k\n", encoding="utf-8")
    file = tmp_path / "july.yaml"
    file.write_text(WHOLE.replace("kit: youth", "kit: kit.yaml"), encoding="utf-8")
    assert any("kit.yaml" in line and "agenda" in line for line in checked(file))


# Written and read again.

texts = st.text(min_size=1, max_size=40).map(harmless).filter(bool)
prose = st.text(max_size=80).map(harmless_prose)
groups = st.builds(
    Group, sex=st.sampled_from(["women", "men"]), age=st.sampled_from([None, "18-29", "60-99"]), place=st.none() | texts
)
moderators = st.lists(texts, max_size=3, unique_by=str.casefold)
to_do = st.lists(st.builds(ToDo, text=texts, who=st.just("") | texts, done=st.booleans()), max_size=3).map(tuple)


@st.composite
def preparations(draw: st.DrawFn) -> Preparation:
    names = draw(moderators)
    people = [Planned(name=each, roles=frozenset({Role.MODERATOR})) for each in names]
    if people:
        people[0] = people[0].model_copy(update={"moderates": ("Y03", "Y10")})
    if "observer" not in (each.casefold() for each in names):
        people.append(Planned(name="Observer", roles=frozenset({Role.OBSERVER}), observes=tuple(names)))
    keeping = st.builds(Keeping, wording=prose, until=st.none() | st.dates(date(2000, 1, 1), date(2999, 1, 1)))
    later = st.builds(Keeping, wording=prose, months=st.integers(1, 600))
    quorum = draw(st.none() | st.integers(1, 9))
    numbers = draw(st.dictionaries(groups, st.integers(1, 99), max_size=3))
    return Preparation(
        kit="youth",
        title=draw(st.builds(Wording, fr=prose.filter(bool), en=st.none() | prose.filter(bool))),
        place=draw(st.just("") | texts),
        start=draw(
            st.none()
            | st.datetimes(datetime(2000, 1, 1), datetime(2999, 1, 1)).map(
                lambda at: at.replace(second=0, microsecond=0)
            )
        ),
        end=draw(st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))),
        language=draw(st.sampled_from(["fr", "ar", None])),
        objectives=tuple(draw(st.lists(texts, max_size=3))),
        people=tuple(people),
        expected=tuple(Expected(group=group, number=number) for group, number in numbers.items()),
        materials=draw(to_do),
        invitations=draw(to_do),
        consent=draw(st.none() | keeping | later),
        rule="quorum" if quorum else None,
        quorum=quorum,
    )


@given(plan=preparations())
@settings(max_examples=60, deadline=None)
def test_what_is_written_is_read_again(plan: Preparation) -> None:
    text = preparation_text(plan, ".", Words("fr"))
    sheet = Sheet(parse_yaml("again.yaml", text))
    assert preparation_of(sheet) == plan, text
    assert sheet.faults == []


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("women", Group(sex="women")),
        ("f/18-29", Group(sex="women", age="18-29")),
        ("60+", Group(age="60-99")),
        ("men/60+/Timit", Group(sex="men", age="60-99", place="Timit")),
        ("men//Timit", Group(sex="men", place="Timit")),
        ("", None),
        ("cats", None),
        ("women/old", None),
        ("women/30-18", None),
        ("women/18-29/Timit/x", None),
    ],
)
def test_groups_are_typed_in_short(typed: str, group: Group | None) -> None:
    assert group_of(typed) == group


@given(day=st.dates(date(2000, 1, 1), date(2400, 1, 1)), months=st.integers(1, 600))
def test_months_lead_there_and_are_found_again(day: date, months: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert months_between(day, later) == months
