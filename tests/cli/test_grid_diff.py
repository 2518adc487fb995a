"""`grid diff`: grids of kits, files and meetings side by side, in words and as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.agreeing import GridAmended, GridProposed, GridSealed, Mapped, Signature, TakenFrom
from facilitate.domain.events.preparing import MeetingCreated, PersonAdded
from facilitate.domain.model import Wording
from facilitate.domain.people import SETUP, Role
from facilitate.journal.journal import Journal
from facilitate.kits.grid_file import read_grid
from facilitate.kits.library import grids_folder
from facilitate.report.width import width
from tests.cli.running import one_line, run

Capture = pytest.CaptureFixture[str]
KEYS = {"how", "part", "code", "section", "section_title", "field", "item", "language", "old", "new"}


def reworded(folder: Path, **changes: str) -> str:
    """A copy of the shipped grid with some texts replaced."""
    text = (grids_folder() / "observation/grid-meeting.yaml").read_text(encoding="utf-8")
    changes = {"Opening and framing": "Opening", "hors-sujets": "digressions"} | changes
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    path = folder / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path.name


def data(capsys: Capture, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(capsys, "grid", "diff", *arguments, "--json").out)
    return found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "youth and farmers are the same grid, fingerprint 02A0-38C5."),
        ("fr", "youth et farmers sont la même grille, empreinte 02A0-38C5."),
        ("ar", "\u2068youth\u2069 و\u2068farmers\u2069 شبكة واحدة، البصمة \u206802A0-38C5\u2069."),
    ],
)
def test_two_kits_with_one_grid_are_one_sentence(capsys: Capture, language: str, said: str) -> None:
    ran = run(capsys, "grid", "diff", "youth", "farmers", "--lang", language)
    assert ran == (0, f"{said}\n", "")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_reworded_copy_is_told_section_by_section(capsys: Capture, tmp_path: Path, language: str) -> None:
    path = reworded(tmp_path)
    ran = run(capsys, "grid", "diff", "youth", path, "--lang", language)
    assert (ran.status, ran.err) == (1, "")
    grid = read_grid(path)
    for said in ("02A0-38C5", grid.short_fingerprint, path, "Opening and framing", "hors-sujets", "digressions"):
        assert said in " ".join(ran.out.split()), said
    assert "diff." not in ran.out
    assert all(len(line) < 100 for line in ran.out.splitlines())


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_lines_are_no_wider_than_a_narrow_terminal(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    lines = run(capsys, "grid", "diff", "youth", reworded(tmp_path), "--lang", language).out.splitlines()
    assert max(map(width, lines)) <= 44


def test_english_words_stand_under_their_section(capsys: Capture, tmp_path: Path) -> None:
    lines = run(capsys, "grid", "diff", "youth", reworded(tmp_path), "--lang", "en").out.splitlines()
    assert lines[0].startswith("  - First grid: youth: “How the meeting was managed”, version 0.1-draft")
    assert "  2 differences" in lines
    assert lines[lines.index("Section A: Opening") + 2 :][:2] == [
        "  - Section A, title in English: was “Opening and framing”; now “Opening”",
        "",
    ]


def test_json_has_keys_that_stay_and_the_same_content_in_every_language(capsys: Capture, tmp_path: Path) -> None:
    path = reworded(tmp_path)
    found, french = data(capsys, "youth", path), data(capsys, "youth", path, "--lang", "fr")
    assert found == french
    assert set(found) == {"first", "second", "same", "differences"}
    assert found["first"]["short_fingerprint"] == "02A0-38C5"
    assert found["same"] is False
    assert all(set(each) == KEYS for each in found["differences"])
    told = [(each["code"], each["field"], each["language"], each["new"]) for each in found["differences"]]
    assert told[0] == ("A", "title", "en", "Opening")
    assert told[1][:3] == ("B3", "text", "fr")
    assert data(capsys, "youth", "farmers")["differences"] == []


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are named as people name them, from the folder they are in."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def amended(tmp_path: Path) -> str:
    """A meeting whose grid was agreed, then amended: one indicator was dropped."""
    path = tmp_path / "douar.meeting"
    journal = Journal.create(path)
    grid = read_grid(grids_folder() / "observation/grid-meeting.yaml")
    first, *rest = grid.sections
    shorter = first.model_copy(update={"indicators": first.indicators[:-1]})
    after = grid.with_sections((shorter, *rest))
    mapping = [Mapped(how="same", old=(code,), new=(code,)) for code in after.by_id]
    mapping.append(Mapped(how="dropped", old=("A4",)))
    signatures, other = (Signature(person="mona", role=Role.MODERATOR),), TakenFrom(meeting="another")
    facts: list[tuple[str, Any]] = [
        (SETUP, _created()),
        (SETUP, PersonAdded(person="mona", roles=frozenset({Role.MODERATOR, Role.TRAINER}))),
        (SETUP, GridProposed(grid=grid)),
        (
            SETUP,
            GridSealed(fingerprint=grid.fingerprint, signatures=signatures, taken_from=other),
        ),
        ("mona", GridAmended(grid=after, before=grid.fingerprint, mapping=tuple(mapping), reason="shorter")),
    ]
    kept = journal.append_all(facts)
    assert not isinstance(kept, Refused), kept
    journal.close()
    return path.name


def _created() -> MeetingCreated:
    return MeetingCreated(kit="youth", title=Wording(en="Meeting"))


def test_the_versions_of_one_meeting(capsys: Capture, amended: str) -> None:
    ran = run(capsys, "grid", "diff", f"{amended}#1", amended, "--lang", "en")
    assert ran.status == 1
    said = " ".join(ran.out.split())
    assert "douar.meeting#1, grid 1 of 2" in said
    assert "douar.meeting, grid 2 of 2" in said
    assert "1 difference" in said
    assert "A4, no longer: “Agrees rules of speech" in said
    assert run(capsys, "grid", "diff", f"{amended}#2", amended).status == 0
    assert run(capsys, "grid", "diff", "youth", f"{amended}#1").status == 0


@pytest.mark.parametrize("number", ["0", "3", "99999999999999999999"])
def test_a_version_that_a_meeting_never_had(capsys: Capture, amended: str, number: str) -> None:
    assert "from 1 to 2" in one_line(run(capsys, "grid", "diff", f"{amended}#{number}", "youth", "--lang", "en"))


def test_what_is_no_grid_is_one_line(capsys: Capture, tmp_path: Path) -> None:
    assert "yuoth" in one_line(run(capsys, "grid", "diff", "yuoth", "youth"))
    assert "nowhere.yaml" in one_line(run(capsys, "grid", "diff", "youth", str(tmp_path / "nowhere.yaml")))
    assert "nowhere.meeting" in one_line(run(capsys, "grid", "diff", str(tmp_path / "nowhere.meeting#1"), "youth"))
    agenda = str(grids_folder() / "agendas/youth-needs.yaml")
    assert "youth-needs.yaml" in one_line(run(capsys, "grid", "diff", agenda, "youth"))
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: [", encoding="utf-8")
    assert "broken.yaml" in one_line(run(capsys, "grid", "diff", "youth", str(broken)))
    (tmp_path / "text.meeting").write_text("no meeting", encoding="utf-8")
    assert "text.meeting" in one_line(run(capsys, "grid", "diff", str(tmp_path / "text.meeting"), "youth"))
    assert one_line(run(capsys, "grid", "diff", str(tmp_path), "youth"))
    assert one_line(run(capsys, "grid", "diff", "youth"))


def test_a_kits_own_file_stands_for_its_grid(capsys: Capture) -> None:
    assert run(capsys, "grid", "diff", str(grids_folder() / "kits/youth.yaml"), "youth").status == 0


def test_a_file_whose_name_has_a_number_sign_is_that_file(capsys: Capture, amended: str) -> None:
    odd = Path(amended).rename(Path(amended).with_name("a#1"))
    assert run(capsys, "grid", "diff", str(odd), f"{odd}#2").status == 0


def test_a_meeting_without_a_grid(capsys: Capture, tmp_path: Path) -> None:
    journal = Journal.create(tmp_path / "bare.meeting")
    journal.append_all([(SETUP, _created())])
    journal.close()
    assert "bare.meeting" in one_line(run(capsys, "grid", "diff", str(tmp_path / "bare.meeting"), "youth"))


def test_help_has_an_example(capsys: Capture) -> None:
    for language in ("ar", "fr", "en"):
        ran = run(capsys, "grid", "diff", "--help", "--lang", language)
        assert "facilitate grid diff youth my-grid.yaml" in ran.out
        assert "cli." not in ran.out


def test_grids_of_other_kinds_are_compared_too(capsys: Capture) -> None:
    ran = run(capsys, "grid", "diff", "interval", "behaviours", "--lang", "en")
    assert ran.status == 1
    assert "interval sampling" in ran.out
