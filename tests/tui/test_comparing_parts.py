"""What stands on the page that compares, line by line: names, numbers, drawings, and what is said of small numbers."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from rich.cells import cell_len
from rich.text import Text

from facilitate.analysis.programme import Programme, programme
from facilitate.domain.events.preparing import PersonErased
from facilitate.domain.grid import Grid
from facilitate.domain.model import replaced
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.bidi.marks import FIELD
from facilitate.tui.comparing.called import Called
from facilitate.tui.comparing.course import course_lines
from facilitate.tui.comparing.grounds import ground_lines
from facilitate.tui.comparing.groups import furthest, group_lines, groups_of
from facilitate.tui.comparing.reading import Lost, Read
from facilitate.tui.comparing.rows import meeting_head, meeting_rows
from tests.analysis.test_comparable import reworded
from tests.analysis.test_mapped_programme import amended_meeting
from tests.analysis.test_programme import scored, told
from tests.making import small_grid

EN = Words("en").for_lines()
SIZES = (38, 42, 76, 78, 116, 150)


def season(**more: Any) -> Programme:
    """Two meetings with young people, where Mona went from 2 to 3, and two with farmers, where she had 1."""
    values = (("youth", 2), ("youth", 3), ("farmers", 1), ("farmers", 1))
    every = [told(scored(value, audience=name, **more), day) for day, (name, value) in enumerate(values, 1)]
    return programme(every)


def plain(lines: list[Text]) -> list[str]:
    return [line.plain.replace(FIELD, "").rstrip() for line in lines]


def said(lines: list[Text]) -> str:
    return "\n".join(plain(lines))


def views(found: Programme, words: Words, room: int) -> list[list[Text]]:
    every = [[line for row in meeting_rows(found, found, frozenset(), words, room) for line in row.lines]]
    every += [[meeting_head(words, room)[1:]]]  # before it stands the cursor's cell
    every += [group_lines(found, by, words, room) for by in ("audience", "centre")]
    every += [course_lines(found, place, words, room) for place in range(max(1, len(found.moderators)))]
    return [*every, ground_lines(found, Read(), words, "r")]


def strange() -> Grid:
    return Grid(**{**dict(small_grid()), "id": "strange"})


ODD = {
    "nothing at all": programme([]),
    "one meeting": programme([told(scored(2), 1)]),
    "nobody sent": programme([told(scored(2, sent=False), 1), told(scored(3, sent=False), 2)]),
    "no observers": programme([told(scored(2, observers=0), 1)]),
    "another grid": programme([told(scored(2), 1), told(scored(3), 2), told(scored(4, grid=strange()), 3)]),
    "no audience": programme([told(scored(2, audience="", centre=""), 1), told(scored(2), 2)]),
    "all rehearsals": programme([told(scored(2, rehearsal=True), 1)], rehearsals=True),
    "rehearsals left out": programme([told(scored(2, rehearsal=True), 1)]),
    "no date": programme([(replaced(told(scored(2), 1)[0], start=None, created=None), told(scored(2), 1)[1])]),
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("language", CODES)
def test_odd_folders_are_told_in_words_and_never_as_no_number(name: str, language: Code) -> None:
    words = Words(language).for_lines()
    for room in SIZES:
        for lines in views(ODD[name], words, room):
            text = said(lines)
            assert "nan" not in text.lower().split()
            assert "None" not in text
            assert not re.search(r"(sidebyside|compare)\.\w", text)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("room", SIZES)
def test_columns_keep_within_their_room(language: Code, room: int) -> None:
    words, found = Words(language).for_lines(), season()
    for lines in views(found, words, room):
        for line in lines:
            columns = FIELD in line.plain
            assert not columns or cell_len(line.plain.replace(FIELD, "")) <= room, line.plain


# The meetings.


def test_a_meeting_that_is_taken_out_has_another_mark_and_no_means() -> None:
    everything = season()
    rest = programme([told(scored(3), 2)])
    rows = meeting_rows(everything, rest, frozenset({"meeting1", "meeting3", "meeting4"}), EN, 78)
    assert [row.lines[0].plain[0] for row in rows] == ["☐", "☑", "☐", "☐"]
    assert "3.00" in rows[1].lines[1].plain
    assert "–" in rows[0].lines[1].plain


def test_a_row_says_when_for_whom_and_which_centre_and_what_was_brought() -> None:
    row = meeting_rows(season(), season(), frozenset(), EN, 78)[0]
    first, second = plain(list(row.lines))
    assert "2026-07-01 · young people · AB1" in first
    assert "2/2" in second
    assert second.split()[-2:] == ["2.00", "–"]


def test_a_meeting_on_another_grid_is_marked_in_its_row() -> None:
    found = ODD["another grid"]
    rows = [said(list(row.lines)) for row in meeting_rows(found, found, frozenset(), EN, 78)]
    assert ["scores apart" in row for row in rows] == [False, False, True]


# Groups.


def test_what_differs_most_is_said_and_small_numbers_are_named_beside_it() -> None:
    text = said(group_lines(season(), "audience", EN, 78)).replace("\n", " ")
    assert "About the moderators" in text
    assert "young people: 2.50; farmers: 1.00. The distance is 1.50." in text
    assert "These are small numbers" in text
    assert "better" not in text
    assert "few meetings" in text


def test_numbers_that_are_not_small_are_not_called_so() -> None:
    every = [
        told(scored(value, audience=name, observers=4), day)
        for day, (name, value) in enumerate([("youth", 2), ("farmers", 3)] * 3, 1)
    ]
    found = programme(every)
    assert "few observers" in said(group_lines(found, "audience", EN, 78))
    profiles = tuple(
        each._replace(
            overall=each.overall._replace(observers=5),
            sections={code: mean._replace(observers=5) for code, mean in each.sections.items()},
        )
        for each in found.profiles
    )
    enough = said(group_lines(found._replace(profiles=profiles), "audience", EN, 78))
    about_moderators = enough.split("About the meeting")[0]
    assert "small" not in about_moderators.lower()
    assert "better" not in enough


def test_groups_stand_across_where_there_is_room_and_below_each_other_where_not() -> None:
    wide, narrow = (plain(group_lines(season(), "audience", EN, room)) for room in (78, 40))
    head = next(line for line in wide if line.startswith("About the moderators"))
    assert head.index("farmers") < head.index("young people")
    assert not any("farmers" in line and "young people" in line and ":" not in line for line in narrow)
    assert any(line.startswith("    farmers") and "1.00" in line for line in narrow)


def test_the_section_that_differs_most_has_a_mark() -> None:
    marked = [line for line in plain(group_lines(season(), "audience", EN, 78)) if "◆" in line]
    assert len(marked) == 1
    assert marked[0].split()[1] == "A"
    apart = furthest(season(), groups_of(season(), "audience", EN))
    assert apart is not None
    assert (apart.section, apart.gap) == ("A", 1.5)


def test_groups_that_do_not_differ_have_no_mark() -> None:
    same = programme([told(scored(2, audience=each), day) for day, each in enumerate(("youth", "farmers"), 1)])
    text = said(group_lines(same, "audience", EN, 78))
    assert "No section differs" in text
    assert "◆" not in text


# Moderators.


def test_a_course_is_drawn_and_its_change_said_from_three_meetings_on() -> None:
    found = season()
    assert [each.name for each in found.moderators].count("Mona") == 1
    place = next(place for place, each in enumerate(found.moderators) if each.name == "Mona")
    lines = plain(course_lines(found, place, EN, 78))
    assert lines[0].startswith("Mona · AB1")
    assert "Last minus first: -1.00." in lines
    numbers = next(line for line in lines if line.split() == ["2.00", "3.00", "1.00", "1.00"])
    drawn = lines[lines.index(numbers) - 3 : lines.index(numbers)]
    assert drawn[0].count("█") < drawn[1].count("█") < drawn[2].count("█") + drawn[2].count("▁")
    two = programme([told(scored(2), 1), told(scored(4), 2)])
    assert "nothing is said about a change" in said(course_lines(two, 0, EN, 78))


def test_an_erased_moderator_has_a_number_for_a_name() -> None:
    room = scored(2)
    room.do("tess", PersonErased(person="mona"))
    found = programme([told(room, 1), told(scored(3), 2)])
    every = [plain(course_lines(found, place, EN, 40))[0] for place in range(len(found.moderators))]
    assert any(line.startswith("Name erased") for line in every)


def test_the_moderator_after_the_last_is_the_first() -> None:
    found = season()
    assert said(course_lines(found, len(found.moderators), EN, 78)) == said(course_lines(found, 0, EN, 78))


# What is compared.


def test_versions_what_they_left_out_and_lost_files_are_told() -> None:
    newer = told(scored(4, grid=reworded(small_grid(), "A2")), 3)
    found = programme([told(scored(2), 1), told(scored(2), 2), newer])
    read = Read((), (Lost("x.meeting", "cli.error.nothing_in_it", {"file": "x.meeting"}),))
    text = said(ground_lines(found, read, EN, "r"))
    assert "Another version, compared on what is the same in both." in text
    assert "A2 indicator A2" in text
    assert "x.meeting" in text.split("Files that cannot be read")[1]


def test_a_rehearsal_left_out_is_told_with_the_key_and_not_the_option() -> None:
    text = said(ground_lines(ODD["rehearsals left out"], Read(), EN, "r"))
    assert "1 rehearsal is left out; r takes it in." in text
    assert "--rehearsals" not in text


def test_meetings_apart_have_their_reason() -> None:
    text = said(ground_lines(ODD["another grid"], Read(), EN, "r"))
    assert "observed on another grid" in text
    assert datetime(2026, 7, 3).strftime("%B %Y") in text


def test_a_version_compared_through_a_mapping_says_so_and_in_which_file_it_stands() -> None:
    found = programme([told(scored(2), 1), told(scored(2), 3), amended_meeting(4)])
    text = said(ground_lines(found, Read(), EN, "r"))
    assert "compared through a mapping" in text
    assert "A7 → A1" in text
    assert all(said(lines) for lines in views(found, EN, 78))


def test_a_half_goes_up_as_everywhere() -> None:
    called = Called(season(), EN)
    assert (called.mean(3.125), called.mean(-0.001), called.count(2.5)) == ("3.13", "0.00", "3")
