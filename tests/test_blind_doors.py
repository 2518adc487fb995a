"""Blind until sent, at every door: what an observer has not sent is looked for behind each, as text and in files."""

from __future__ import annotations

import asyncio
import io
import zipfile
from pathlib import Path

import pytest

from facilitate.domain.events.observing import EvidenceAdded, PinSet, Scored, SheetSent, Undone
from facilitate.domain.pin import Pin
from facilitate.journal.journal import Journal
from tests.cli.running import run
from tests.tui.sitting import WIDE, app_for, lines_of, made, settled, until

SECRETS = ("saffron", "cinnamon", "48131")
"""A fact and the salt of a PIN, the words of another fact and the PIN's hash, and a count: as nothing else has them.

Not 7777: Excel counts hours in days, and many an hour ends so."""
PAGES = ("t", "k", "a", "d", "g", "c", "m", "p", "escape", "question_mark", "escape", "f2", "question_mark", "escape")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = made(tmp_path / "blind.meeting")
    journal = Journal.open(path)
    said = journal.append(
        "olga",
        Scored(indicator="A1", value=48131, reason="saffron"),
        EvidenceAdded(indicator="A1", evidence="e1", text="saffron"),
        EvidenceAdded(indicator="A1", evidence="e2", text="cinnamon"),
        PinSet(person="olga", pin=Pin(salt="saffron", hash="cinnamon", cost=10, block=1, parallel=1)),
    )
    assert isinstance(said, list)
    journal.close()
    return path


def found(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def inside(path: Path) -> str:
    """The text of everything in an office file."""
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


@pytest.mark.parametrize(
    "command", [("report",), ("report", "--lang", "ar"), ("journal",), ("open", "--as", "Tess", "--plain")]
)
def test_nothing_is_printed(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("?\nq\n"))
    ran = run(capsys, command[0], str(file), *command[1:])
    assert ran.status == 0
    assert found(ran.out + ran.err) == []


@pytest.mark.parametrize("name", ["Omar", "Mona"])
def test_nothing_is_said_line_by_line(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("g A1\n?\n!\nu\nq\n"))
    ran = run(capsys, "open", str(file), "--as", name, "--plain")
    assert ran.status == 0
    assert found(ran.out + ran.err) == []


@pytest.mark.parametrize("name", ["book.xlsx", "r.txt", "r.md", "r.docx"])
def test_nothing_stands_in_files(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    command = "export" if name.endswith("xlsx") else "report"
    assert run(capsys, command, str(file), "-o", str(tmp_path / name)).status == 0
    path = tmp_path / name
    assert found(inside(path) if name.endswith(("xlsx", "docx")) else path.read_text("utf-8")) == []


def test_the_journal_tells_it_only_loudly(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    loud = run(capsys, "journal", str(file), "--unsent")
    assert found(loud.out) == list(SECRETS)
    assert "NOT SENT" in loud.err


@pytest.mark.parametrize("person", ["omar", "mona", "tess", "tim", "nora", "show"])
def test_no_screen_shows_it_nor_tells_when_it_changes(file: Path, person: str) -> None:
    async def walk() -> list[str]:
        app, seen = app_for(file, person), []
        async with app.run_test(size=WIDE) as pilot:
            for key in PAGES:
                await pilot.press(key)
                seen += lines_of(app)
            other = Journal.open(file)
            more = other.append("olga", EvidenceAdded(indicator="A1", evidence="e3", text="saffron again"))
            assert isinstance(more, list)
            other.append("olga", Undone(event=more[0].id))
            other.close()
            session = app.session
            assert session is not None
            await until(pilot, lambda: len(session.kept.sheet("olga").evidence) == 2)
            await settled(pilot)
            seen += lines_of(app)
        return seen

    assert found("\n".join(asyncio.run(walk()))) == []


def test_another_observer_sees_it_after_both_have_sent(file: Path) -> None:
    journal = Journal.open(file)
    for person in ("olga", "omar"):
        said = [Scored(indicator="A1", value=5)] if person == "omar" else []
        assert isinstance(journal.append(person, *said, SheetSent()), list)
    journal.close()

    async def walk() -> list[str]:
        app = app_for(file, "omar")
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("f2")
            await settled(pilot)
            assert app.session is not None
            return [each.text for each in app.session.view("omar").sheet("olga").evidence.values()]

    assert asyncio.run(walk()) == ["saffron", "cinnamon"]
