"""One mistake in a shipped file gives one line, with the right line number and the mend."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from facilitate.language.words import Code
from tests.kits.desk import ENERGISERS, FARMERS, GRID, KIT, WORDS, YOUTH, Desk, checked


@dataclass(frozen=True)
class Mistake:
    """What is replaced by what; `below` says how many lines further down the fault is told; `says` is part of it."""

    file: str
    old: str
    new: str
    says: str
    below: int = 0


B1 = "- id: B1\n        type: scale4"
BANDS = "bands: [{max: 1, score: 4}, {max: 2, score: 3}, {max: 4, score: 2}, {max: null, score: 1}]"

MISTAKES = (
    Mistake(
        GRID, B1, B1.replace("scale4", "five"), 'indicator B1: scale "five" is not defined; the file defines scale4', 1
    ),
    Mistake(GRID, B1, B1.replace("scale4", "yesmo"), 'did you mean "yesno"?', 1),
    Mistake(GRID, "- id: B1", "- id: A1", 'indicator A1: the code "A1" is used twice, first on line'),
    Mistake(GRID, "- id: B1", "- id: B 1", '"B 1" cannot be a code'),
    Mistake(GRID, "- id: B1", "- idd: B1", 'the key "idd" is not known here; did you mean "id"?'),
    Mistake(GRID, "  - id: B\n", "  - id: A\n", 'section A: the code "A" is used twice'),
    Mistake(GRID, "sources: [IAF, LUNDY, FFS-Q]", "sources: [IAF, LUNDI, FFS-Q]", 'did you mean "LUNDY"?'),
    Mistake(GRID, "sources: [IAF, LUNDY, FFS-Q]", "sources: [IAF, QQQQQQ]", "add it under"),
    Mistake(GRID, "sources: [IAF, LUNDY, FFS-Q]", "sources: IAF", "must be a list"),
    Mistake(GRID, BANDS, BANDS.replace("max: 2", "max: 9"), "from the smallest to the largest"),
    Mistake(GRID, BANDS, BANDS.replace("score: 4", "score: 5"), "indicator B2: the score 5 is outside the scale"),
    Mistake(GRID, BANDS, BANDS.replace("null", "9"), 'end with a band "max: null"'),
    Mistake(GRID, BANDS, BANDS.replace("max: 2", "max: null"), 'put "max: null" last'),
    Mistake(GRID, BANDS, BANDS.replace("max: 2", 'max: "two"'), '"max" must be a number, not "two"'),
    Mistake(GRID, "unit: moderator", "unit: moderators", 'did you mean "moderator"?'),
    Mistake(GRID, "measure: steps", "measure: stones", 'cannot be "stones"'),
    Mistake(GRID, "auto: log.steps_overrun_20pct", "auto: log.steps_overun", 'did you mean "log.steps_overrun_20pct"?'),
    Mistake(GRID, "schema_version: 1", "schema_version: 2", "update the program"),
    Mistake(GRID, "kind: observation-grid", "kind: observation-gird", 'did you mean "observation-grid"?'),
    Mistake(GRID, "languages: [en, fr, ar]", "languages: [en, fr, arr]", '"arr" is not a language'),
    Mistake(GRID, 'grid_version: "0.1-draft"', "grid_version: 1.10", 'put quotation marks around it: "1.10"'),
    Mistake(GRID, "evidence_required_for: [1, 4]", "evidence_required_for: [1, 7]", "7 is no point of a scale"),
    Mistake(GRID, '{"yes": 4, "no": 1}', '{"yes": 4, "now": 1}', 'did you mean "no"?'),
    Mistake(GRID, 'en: "Partly"', "en: yes", 'put quotation marks around it: "yes"'),
    Mistake(GRID, 'en: "Partly"', "en: 2011-07-04", 'put quotation marks around it: "2011-07-04"'),
    Mistake(GRID, '2: {en: "Partly", fr: "En partie", ar: "جزئي"}', "2: {}", "says nothing; write a text"),
    Mistake(GRID, '    2: {en: "Partly"', '    two: {en: "Partly"', '"two" is no number'),
    Mistake(YOUTH, "total_minutes: 105", "total_minutes: 106", "the counted steps add up to 105 minutes; write 105"),
    Mistake(YOUTH, "floor_minutes: 81", "floor_minutes: 80", "the counted steps add up to 81 minutes"),
    Mistake(YOUTH, "minutes: 8\n    min_minutes: 6", "minutes: 8\n    min_minutes: 9", '"min_minutes" is 9', 1),
    Mistake(YOUTH, "minutes: 8\n", "minutes: eight\n", "must be a whole number"),
    Mistake(
        YOUTH, "method: dot-vote", "method: dots-vote", 'step Y08: method "dots-vote" is not defined; did you mean'
    ),
    Mistake(YOUTH, "energiser: E3", "energiser: X9", 'step Y07: energiser "X9" is not defined'),
    Mistake(YOUTH, "- id: Y03", "- id: Y02", "step Y02: the code"),
    Mistake(YOUTH, "records: [decision]", "records: [decisions]", 'did you mean "decision"?'),
    Mistake(YOUTH, "phase: closing", "phase: close", 'did you mean "closing"?'),
    Mistake(YOUTH, "protect: true", "protect: always", "write true or false"),
    Mistake(YOUTH, "group_size: {min: 12", "group_size: {min: 25", "from small to large"),
    Mistake(YOUTH, "[15-17, 18-24", "[under 18, 18-24", '"under 18" is no age band'),
    Mistake(YOUTH, "[15-17, 18-24", "[15-18, 18-24", "the age band 18-24 comes after 15-18"),
    Mistake(
        YOUTH, '"Passing is allowed."]', '"Passing is allowed.", "Three."]', "not equally long (en 3, fr 2, ar 2)", -1
    ),
    Mistake(FARMERS, 'en: "Give people', 'eng: "Give people', '"eng" is not a language'),
    Mistake(ENERGISERS, "minutes: 3", "minutes: -3", "write a number from 0 to 1,440"),
    Mistake(ENERGISERS, "- id: E2", "- id: E1", "energiser E1"),
    Mistake(WORDS, "- {id: agenda, ", "- {id: step, ", 'term step: the code "step" is used twice', 1),
    Mistake(WORDS, "duty:\n", "dutty:\n", 'did you mean "duty"?'),
    Mistake(
        KIT, "agenda: ../agendas/youth-needs.yaml", "agenda: ../agendas/youth.yaml", 'the file "../agendas/youth.yaml"'
    ),
    Mistake(KIT, "grid: ../observation/grid-meeting.yaml", "grid: ../words.yaml", 'this file is of the kind "words"'),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.file}:{mistake.new[:40]!r}")
def test_one_mistake_is_told_in_one_line(desk: Desk, mistake: Mistake) -> None:
    line = desk.spoil(mistake.file, mistake.old, mistake.new) + mistake.below
    told = checked(desk.path(mistake.file))
    assert len(told) == 1, told
    assert mistake.says in told[0]
    if "kind of" not in mistake.says and mistake.file != KIT:
        assert told[0].startswith(f"{desk.path(mistake.file)}:{line}: ")


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("mistake", MISTAKES[::5], ids=lambda mistake: mistake.new[:30])
def test_a_mistake_is_told_in_every_language(desk: Desk, mistake: Mistake, language: Code) -> None:
    desk.spoil(mistake.file, mistake.old, mistake.new)
    english, other = checked(desk.path(mistake.file)), checked(desk.path(mistake.file), language)
    assert len(other) == len(english) == 1
    assert other != english
    assert "{" not in other[0]


def test_all_mistakes_of_a_file_are_told_in_the_order_of_its_lines(desk: Desk) -> None:
    last = desk.spoil(GRID, "- id: F6\n        type: yesno", "- id: F6\n        type: yesmo") + 1
    middle = desk.spoil(GRID, "measure: steps", "measure: stones")
    first = desk.spoil(GRID, "scoring:\n", "scoring:\n  enoughh: 1\n") + 1
    told = checked(desk.path(GRID))
    assert [int(line.removeprefix(str(desk.path(GRID))).split(":")[1]) for line in told] == [
        first,
        middle + 1,
        last + 1,
    ]
