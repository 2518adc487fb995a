"""More than a thousand small mistakes in the shipped files: each is told in one line, where it stands."""

from __future__ import annotations

import random
import re

import pytest

from facilitate.kits.check import check
from facilitate.kits.faults import Fault
from facilitate.language import Words
from facilitate.language.words import Code
from tests.kits.desk import Desk, fresh_desk
from tests.kits.spoiling.anatomy import by_shape
from tests.kits.spoiling.mistakes import REPLACED, Mistake, all_of
from tests.kits.spoiling.originals import ORIGINALS, lay_out

SEED = 7
MISTAKES_OF_A_FILE = 80
LANGUAGES: tuple[Code, ...] = ("ar", "fr", "en")
WORDS = {language: Words(language) for language in LANGUAGES}
LINE = re.compile(r"(?P<place>.+?:[0-9]+): (?P<wrong>.+?)[ \u202f\xa0]?[;؛] (?P<mend>.+)")

ELSEWHERE = (
    "fault.unknown_",  # a name is unknown where it is used, not where somebody took its meaning away
    "fault.anchor_",
    "fault.answer_",
    "fault.behaviour_",
    "fault.no_point",
    "fault.score_outside",
    "fault.sum_of_minutes",
    "fault.language_",
    "fault.languages_missing",
    "fault.duplicate_",
    "fault.uneven_lists",
    "fault.band",
    "fault.kind_of_another",
    "fault.missing_kind",
)
"""What is told at another line than the mistake, because only there two things do not fit together."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return lay_out(fresh_desk(tmp_path_factory.mktemp("spoilt")))


def mistakes_in(text: str, seed: int) -> list[Mistake]:
    """Mistakes in every kind of part, chosen by the seed."""
    chance = random.Random(seed)
    found = [each for parts in by_shape(text).values() for each in all_of(chance.choice(parts), chance)]
    return chance.sample(found, min(len(found), MISTAKES_OF_A_FILE))


def most_lines(mistake: Mistake) -> int:
    """One line for one mistake; the exceptions have their reasons.

    Points that are taken off a scale are named by anchors, bands and facts, each its own way. A step that is left out,
    or counts, changes two sums. Two wrong values where one right one was are two mistakes, and so are the two halves of
    a text that falls apart where a mark is missing. A list of languages has as many mistakes as languages.
    """
    if ".levels" in mistake.shape or ".scale" in mistake.shape:
        return 5
    two_sums = mistake.shape.endswith((".steps[]", ".counted"))
    in_halves = mistake.how.startswith("no ")
    return 2 if two_sums or in_halves or mistake.how in REPLACED or mistake.shape.startswith(".languages") else 1


@pytest.mark.parametrize("name", ORIGINALS)
def test_a_small_mistake_is_told_in_one_line_where_it_stands(desk: Desk, name: str) -> None:
    file = desk.path(name)
    right = file.read_text(encoding="utf-8")
    assert not check([file]).faults
    try:
        for mistake in mistakes_in(right, SEED):
            file.write_text(mistake.text, encoding="utf-8")
            report = check([file])
            assert not report.unreadable, mistake
            assert len(report.faults) <= most_lines(mistake), (
                str(mistake),
                [each.shown(WORDS["en"]) for each in report.faults],
            )
            for fault in report.faults:
                assert_told_well(str(file), fault, mistake)
    finally:
        file.write_text(right, encoding="utf-8")


def assert_told_well(file: str, fault: Fault, mistake: Mistake) -> None:
    """The file, a line near the mistake, what is wrong, what to do; on one line that is harmless, in each language."""
    shown = {language: fault.shown(words) for language, words in WORDS.items()}
    for line in shown.values():
        parts = LINE.fullmatch(line)
        assert parts, (str(mistake), line)
        assert parts["place"] == f"{file}:{fault.line}", (str(mistake), line)
        bare = line.translate(
            {ord(each): None for each in "\u202f\xa0\u200e"}
        )  # of numbers: spaces, and the side of a minus
        assert bare.isprintable(), (str(mistake), line)
        assert not {"\x1b", "\u202e"} & {*line}, (str(mistake), line)
        assert len(line) < len(file) + 1_200, (str(mistake), line)
    assert shown["ar"] != shown["en"] != shown["fr"]
    if not fault.message_id.startswith(ELSEWHERE):
        missing = fault.message_id.startswith("fault.missing_key")
        first = mistake.element - 1 if missing else mistake.first
        assert first <= fault.line <= mistake.last + 1, (str(mistake), shown["en"])
