"""The page on scores tells the truth: its example goes through the program, and every result and sum is compared."""

from __future__ import annotations

import re
from decimal import Decimal
from math import sqrt
from pathlib import Path

import pytest

from facilitate.analysis.scores import Mean, Scores, scores
from facilitate.analysis.sections import SectionScore
from facilitate.analysis.step_scores import StepScores, step_scores
from facilitate.cli.main import main
from facilitate.domain.events.observing import MEETING
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES, Language
from facilitate.journal.journal import Journal
from facilitate.language.numbers import rounded
from tests.cli.running import run
from tests.making import Laptop

DOCS = Path(__file__).parents[1] / "docs"
PAGES: dict[Language, Path] = {"en": DOCS / "scores.md", "fr": DOCS / "fr/scores.md", "ar": DOCS / "ar/scores.md"}
ISOLATES = dict.fromkeys((0x2068, 0x2069, 0x200F))


def page(language: Language) -> str:
    return PAGES[language].read_text(encoding="utf-8")


def blocks(text: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def results(text: str) -> dict[str, list[str]]:
    """The rows of the table of results, by what stands in code at their beginning."""
    rows = re.findall(r"^\| (?:\*\*)?`([^`]+)`(?:\*\*)? \| (.*) \|$", text, re.MULTILINE)
    return {name: row.split(" | ") for name, row in rows if len(row.split(" | ")) == 4}


class Example:
    """What the program makes of the page's grid and answers."""

    def __init__(self, meeting: Meeting) -> None:
        self.people = {each.name: each.id for each in meeting.people.values()} | {"meeting": MEETING}
        now = Laptop()()
        self.scores: Scores = scores(meeting, now)
        self.steps: dict[str, StepScores] = {each.step: each for each in step_scores(meeting, now)}

    def of_observer(self, observer: str, name: str) -> tuple[float | None, SectionScore | None]:
        """One observer's result, and for sections how many of how many were scored."""
        about, _, what = name.partition(" ")
        if about == "step":
            step = self.steps[what].observers[self.people[observer]]
            return step.mean, step
        sheet = self.scores.sheet(self.people[observer], self.people[about])
        assert sheet
        found = {"overall": sheet.overall, **{each.section: each for each in sheet.sections}}.get(what)
        if found is not None:
            return found.mean, found
        worth = [each.points for cell, each in sheet.answers.items() if cell.indicator == what]
        given = [each for each in worth if each is not None]
        return (sum(given) / len(given) if given else None), None

    def together(self, name: str) -> Mean:
        about, _, what = name.partition(" ")
        if about == "step":
            return self.steps[what].together
        subject = self.scores.subject(self.people[about])
        assert subject
        return subject.overall if what == "overall" else {**subject.indicators, **subject.sections}[what]


@pytest.fixture(scope="module")
def meeting_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The meeting of the English page, made as the page says."""
    folder = tmp_path_factory.mktemp("scores")
    grid, table, file = folder / "pencil.yaml", folder / "pencil.csv", folder / "pencil.meeting"
    grid.write_text(blocks(page("en"), "yaml")[0], encoding="utf-8")
    table.write_text(blocks(page("en"), "csv")[0], encoding="utf-8")
    said = ("--moderator", "Amina", "--observer", "Youssef", "--observer", "Salma")
    assert main(["new", "youth", str(file), "--grid", str(grid), *said]) == 0
    assert main(["import", str(file), str(table)]) == 0
    return file


@pytest.fixture(scope="module")
def example(meeting_file: Path) -> Example:
    journal = Journal.open(meeting_file, read_only=True)
    journal.close()
    return Example(see(journal.record.meeting, None))


def plain(value: float | None) -> str:
    """A result as the page writes it: two decimals at most, a dash where there is none."""
    return "–" if value is None else f"{Decimal(rounded(value, 2)).normalize():f}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_of_the_page_is_the_programs(example: Example, language: Language) -> None:
    stated = results(page(language))
    assert len(stated) == 18
    for name, (youssef, salma, mean, spread) in stated.items():
        for observer, said in (("Youssef", youssef), ("Salma", salma)):
            value, section = example.of_observer(observer, name)
            number, _, counts = said.partition(" · ")
            assert number == plain(value), (name, observer)
            assert counts == (f"{section.scored}/{section.applicable}" if section else ""), (name, observer)
        found = example.together(name)
        assert (mean, spread) == (plain(found.mean), plain(found.spread)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_result_is_left_out(example: Example, language: Language) -> None:
    stated = set(results(page(language)))
    for about, person in (("Amina", example.people["Amina"]), ("meeting", MEETING)):
        subject = example.scores.subject(person)
        assert subject
        scored = [code for code, mean in subject.indicators.items() if mean.mean is not None]
        assert {f"{about} {each}" for each in (*scored, *subject.sections, "overall")} <= stated
    assert {f"step {each}" for each in example.steps} <= stated


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_much_of_the_grid_was_used(example: Example, language: Language) -> None:
    assert re.findall(r"\*\*(\d+)\*\*", page(language)) == [str(each) for each in example.scores.exercised]


def sums(text: str) -> list[tuple[str, list[str]]]:
    """The sums of the page: what they are about, and the sides of their equations."""
    lines = [line for block in blocks(text, "text") for line in block.splitlines() if " = " in line]
    split = (re.match(r"(.*?[A-Za-z]\w*) +(?=[(\d√])(.*)", line) for line in lines)
    return [(each[1].strip(), each[2].split(" = ")) for each in split if each]


def reckoned(side: str) -> float:
    """One side of an equation, as the pencil reads it."""
    signs = {"×": "*", "÷": "/", "−": "-", "²": "**2"}
    python = re.sub(r"√([\d.]+)", r"√(\1)", side)
    for sign, operator in signs.items():
        python = python.replace(sign, operator)
    assert re.fullmatch(r"[\d.+\-*/()√ ]+", python), side
    return float(eval(python.replace("√", "sqrt"), {"sqrt": sqrt}))


def test_every_sum_of_the_page_adds_up_to_the_programs_result(example: Example) -> None:
    found = sums(page("en"))
    assert len(found) == 23
    for what, sides in found:
        values = [reckoned(each) for each in sides]
        assert values == pytest.approx([values[-1]] * len(values), abs=0.0051), what
        assert values[-1] == pytest.approx(wanted(example, what), abs=0.0051), what


def wanted(example: Example, what: str) -> float | None:
    first, _, rest = what.partition(" ")
    if first in ("mean", "spread", "deviation"):
        mean = example.together(rest)
        return {"mean": mean.mean, "spread": mean.spread, "deviation": mean.sd}[first]
    if what.endswith(" share"):
        about = rest.removesuffix(" share")
        _, section = example.of_observer(first, about if " " in about else f"{about} overall")
        assert section
        return section.scored / section.applicable
    return example.of_observer(first, rest)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_shows_is_what_it_shows(
    meeting_file: Path, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    shown = run(capsys, "report", str(meeting_file), "--lang", language).out.translate(ISOLATES)
    assert blocks(page(language), "text")[-1].strip() in shown


def test_grid_answers_and_sums_are_the_same_in_every_language() -> None:
    for language in ("fr", "ar"):
        for kind in ("yaml", "csv"):
            assert blocks(page(language), kind) == blocks(page("en"), kind)
        assert blocks(page(language), "text")[:-1] == blocks(page("en"), "text")[:-1]


def test_salma_says_nothing_of_what_she_was_not_asked(example: Example) -> None:
    sheet = example.scores.sheet(example.people["Salma"], example.people["Amina"])
    assert sheet
    assert sheet.answers[Cell(example.people["Amina"], "A4")].origin == "not_asked"
