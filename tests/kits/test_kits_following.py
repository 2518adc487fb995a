"""What follows from one mistake is not told: with locked indicators, energisers by id, languages that are not named."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.kits.check import check
from facilitate.language import Words
from tests.kits.desk import Desk, checked, fresh_desk
from tests.kits.spoiling.originals import ENERGETIC, LOCKED, lay_out


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return lay_out(fresh_desk(tmp_path))


def warned(path: Path) -> list[str]:
    return [warning.shown(Words("en")) for warning in check([path]).warnings]


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        (LOCKED, "[A1, A2]", "[A1, A9]", 'the locked indicator "A9" is not defined; did you mean "A1"?'),
        (LOCKED, "[A1, A2]", "[A1, decide]", "is not defined; write one of: A1, A2, A3"),
        (LOCKED, "locked: [", "loked: [", 'did you mean "locked"?'),
        (LOCKED, "id: A2", "id: [A2]", '"id" must be a text'),
        (LOCKED, "    indicators:\n", "    indicators: none # ", '"indicators" must be a list'),
        (LOCKED, "weights: declared", "weights: declred", 'did you mean "declared"?'),
        (ENERGETIC, "  - E2\n", "  - E22\n", 'energiser "E22" is not defined; did you mean "E2"?'),
        (ENERGETIC, "id: clap", "id: [clap]", '"id" must be a text'),
        (ENERGETIC, "energisers:\n", "energizers:\n", 'did you mean "energisers"?'),
        (ENERGETIC, "energiser: clap", "energiser: whistling", "is not defined; there are: E2, clap, E3"),
    ],
)
def test_a_mistake_in_what_a_meeting_gives_is_told_in_one_line(
    desk: Desk, name: str, old: str, new: str, says: str
) -> None:
    spoilt = desk.spoil(name, old, new)
    if "none #" in new:
        text = desk.path(name).read_text(encoding="utf-8")
        desk.write(name, text[: text.index(new) + len(new)].rstrip(" #") + "\n")
    (line,) = checked(desk.path(name))
    assert line.startswith(f"{desk.path(name)}:{spoilt}: ")
    assert line.endswith(says) or says in line


def test_steps_that_name_energisers_where_there_are_none_are_told_together(desk: Desk) -> None:
    text = desk.path(ENERGETIC).read_text(encoding="utf-8")
    begin, end = text.index("energisers:\n"), text.index("steps:\n  - id")
    (line,) = checked(desk.write(ENERGETIC, f"{text[:begin]}energisers: []\n{text[end:]}"))
    assert ':15: step S1: energiser "E2" is not defined' in line
    assert line.endswith("energisers: [E2] (also on lines: 21, 27)")


def test_texts_in_a_language_that_the_file_does_not_name_are_warned_of_once_with_their_lines(desk: Desk) -> None:
    desk.spoil(LOCKED, "[fr, ar]", "[fr]")
    assert checked(desk.path(LOCKED)) == []
    (line,) = warned(desk.path(LOCKED))
    assert line.startswith(f'{desk.path(LOCKED)}:6: there is a text in "ar"')
    assert "(also on lines: 12, 13, 14, 20," in line


@pytest.mark.parametrize("languages", ["[fr, arr]", "fr", "[fr, fr]"])
def test_no_text_is_blamed_where_the_list_of_languages_has_a_fault(desk: Desk, languages: str) -> None:
    line = desk.spoil(LOCKED, "[fr, ar]", languages)
    (told,) = checked(desk.path(LOCKED))
    assert told.startswith(f"{desk.path(LOCKED)}:{line}: ")
    assert warned(desk.path(LOCKED)) == []
