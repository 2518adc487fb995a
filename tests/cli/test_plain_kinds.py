"""`open --plain`: every kind of indicator is asked for in sentences, in every language."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitate.cli.desk import Desk
from facilitate.cli.plain_observing import Observing
from facilitate.cli.plain_pin import PinDesk
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.running import StepOpened
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Choice, Count, Duration, Indicator, Interval, Note, Option, Tally, YesNo
from facilitate.domain.scale import Chosen
from facilitate.journal.journal import Journal
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from tests.making import Laptop, small_room, words

OPTIONS = tuple(Option(id=each, label=words(each)) for each in ("women", "men"))
KINDS: tuple[Indicator, ...] = (
    YesNo(id="K1", text=words("k")),
    Choice(id="K2", text=words("k"), options=OPTIONS),
    Count(id="K3", text=words("k")),
    Tally(id="K4", text=words("k")),
    Tally(id="K5", text=words("k"), groups=OPTIONS),
    Duration(id="K6", text=words("k")),
    Duration(id="K7", text=words("k"), groups=OPTIONS),
    Interval(id="K8", text=words("k"), codes=OPTIONS),
    Interval(id="K9", text=words("k"), momentary=True, codes=OPTIONS),
    Note(id="K10", text=words("k")),
)
ANSWERS = {
    "K1": "1",
    "K2": "1",
    "K3": "2",
    "K4": "+",
    "K5": "1",
    "K6": "+",
    "K7": "2",
    "K8": "1",
    "K9": "1",
    "K10": "n",
}
EASTERN = str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩،")
MESSAGE_ID = re.compile(r"\b(?:[a-z]+_?)+\.(?:[a-z]+_?)+\b")


def of_every_kind(path: Path, laptop: Laptop) -> Journal:
    """A meeting under way whose grid has an indicator of each kind."""
    grid = Grid(id="g", title=words("g"), sections=(Section(id="S", title=words("S"), indicators=KINDS),))
    journal = Journal.create(path, laptop)
    acts = [
        (event.by, GridProposed(grid=grid) if isinstance(event.fact, GridProposed) else event.fact)
        for event in small_room().events
    ]
    acts += [("mona", StepOpened(step="S0")), ("mona", StepOpened(step="S1", predecessor="S0"))]
    assert isinstance(journal.append_all(acts), list)
    return journal


@pytest.mark.parametrize("language", CODES)
def test_no_message_id_is_ever_printed(
    tmp_path: Path, language: Code, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    laptop = Laptop()
    journal = of_every_kind(tmp_path / "x.meeting", laptop)
    typed = [line for code, answer in ANSWERS.items() for line in (f"g {code}", answer, "t", "zz", "")]
    for minutes, lines in ((1, [*typed, "g K4", "-"]), (31, [*typed, "?", "!", "s", "n", "u", "r"]), (9, ["s", "s"])):
        laptop.passes(minutes=minutes)
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join((*lines, "q"))))
        desk = Desk(journal, "olga", Words(language))
        Observing(desk, PinDesk(desk)).run()
    said = capsys.readouterr().out
    assert "K5" in said
    assert MESSAGE_ID.findall(said) == []


@pytest.mark.parametrize("typed", [str, lambda line: line.translate(EASTERN)], ids=["western", "arabic"])
def test_numbers_are_listed_in_the_digits_of_the_settings_and_typed_in_either(
    tmp_path: Path,
    typed: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    journal = of_every_kind(tmp_path / "x.meeting", laptop := Laptop())
    laptop.passes(minutes=1)
    answers = ("1", "2", "15", "1", "1", "+", "2", "1,2")
    lines = [line for number, answer in enumerate(answers, start=1) for line in (f"g K{number}", typed(answer), "")]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join((*lines, "q", "q"))))
    desk = Desk(journal, "olga", Words("ar", "arabic").for_lines())
    Observing(desk, PinDesk(desk)).run()
    sheet = journal.record.meeting.sheet("olga")
    scores = {cell.indicator: mark.value for cell, mark in sheet.marks.items()}
    assert scores["K3"] == 15
    assert scores["K2"] == Chosen(choices=("men",))
    assert {cell.indicator for cell in sheet.tallies} == {"K4", "K5"}
    assert {each.group for each in sheet.timings.values()} == {None, "men"}
    listed = re.findall(r"^  (\S+)  ", capsys.readouterr().out, re.MULTILINE)
    assert {"١", "٢"} <= set(listed)
    assert not {"1", "2"} & set(listed)
