"""`open --plain`: every kind of indicator is asked for in sentences, in every language."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from facilitate.cli.desk import Desk
from facilitate.cli.plain_observing import Observing
from facilitate.cli.plain_pin import PinDesk
from facilitate.domain.events.preparing import GridProposed
from facilitate.domain.events.running import StepOpened
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Choice, Count, Duration, Indicator, Interval, Note, Option, Tally, YesNo
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
MESSAGE_ID = re.compile(r"\b(?:[a-z]+_?)+\.(?:[a-z]+_?)+\b")


@pytest.mark.parametrize("language", CODES)
def test_no_message_id_is_ever_printed(
    tmp_path: Path, language: Code, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    grid = Grid(id="g", title=words("g"), sections=(Section(id="S", title=words("S"), indicators=KINDS),))
    laptop = Laptop()
    journal = Journal.create(tmp_path / "x.meeting", laptop)
    acts = [
        (event.by, GridProposed(grid=grid) if isinstance(event.fact, GridProposed) else event.fact)
        for event in small_room().events
    ]
    acts += [("mona", StepOpened(step="S0")), ("mona", StepOpened(step="S1", predecessor="S0"))]
    assert isinstance(journal.append_all(acts), list)
    typed = [line for code, answer in ANSWERS.items() for line in (f"g {code}", answer, "t", "zz", "")]
    for minutes, lines in ((1, [*typed, "g K4", "-"]), (31, [*typed, "?", "!", "s", "n", "u", "r"]), (9, ["s", "s"])):
        laptop.passes(minutes=minutes)
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join((*lines, "q"))))
        desk = Desk(journal, "olga", Words(language))
        Observing(desk, PinDesk(desk)).run()
    said = capsys.readouterr().out
    assert "K5" in said
    assert MESSAGE_ID.findall(said) == []
