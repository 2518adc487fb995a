"""`grid write` and `agenda write`, as whoever types the command sees them."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from facilitate.domain.agreement import not_yet, signatures
from facilitate.domain.events.agreeing import GridSealed, IndicatorProposed
from facilitate.journal.journal import Journal
from facilitate.kits.agenda_file import read_agenda
from facilitate.kits.grid_file import read_grid
from facilitate.kits.kit_file import read_kit
from facilitate.kits.library import grids_folder
from tests.cli.running import one_line, run
from tests.making import yes

LIBRARY = Path(__file__).parent.parent / "kits" / "agenda-library.yaml"
GRID = grids_folder() / "observation" / "grid-meeting.yaml"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def meeting(capsys: pytest.CaptureFixture[str]) -> Path:
    people = ("--moderator", "Amina", "--observer", "Salma", "--start", "2026-07-16 15:00", "--title", "Douar Ifrane")
    assert run(capsys, "new", "youth", "douar.meeting", *people).status == 0
    return Path("douar.meeting")


@pytest.mark.parametrize("source", ["youth", str(grids_folder() / "kits" / "youth.yaml"), str(GRID), "douar.meeting"])
@pytest.mark.usefixtures("meeting")
def test_a_grid_of_a_kit_a_file_and_a_meeting(capsys: pytest.CaptureFixture[str], source: str) -> None:
    ran = run(capsys, "grid", "write", source, "-o", "my.yaml")
    grid = read_grid(GRID)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"my.yaml: grid {grid.short_fingerprint} written.\n"
    assert read_grid("my.yaml").fingerprint == grid.fingerprint
    assert run(capsys, "check", "my.yaml").status == 0
    assert sorted(os.listdir()) == ["douar.meeting", "my.yaml"]


@pytest.mark.parametrize("source", ["farmers", f"{LIBRARY}#farmers-needs", "douar.meeting"])
@pytest.mark.usefixtures("meeting")
def test_an_agenda_of_a_kit_a_library_and_a_meeting(capsys: pytest.CaptureFixture[str], source: str) -> None:
    ran = run(capsys, "agenda", "write", source, "-o", "my.yaml")
    assert (ran.status, ran.err, ran.out) == (0, "", "my.yaml: agenda written.\n")
    wanted = {
        "farmers": read_kit("farmers").agenda,
        "douar.meeting": read_kit("youth").agenda,
    }.get(source) or read_agenda(source)
    assert read_agenda("my.yaml") == wanted
    assert run(capsys, "check", "my.yaml").status == 0


@pytest.mark.usefixtures("meeting")
def test_what_was_written_starts_the_next_meeting(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "grid", "write", "douar.meeting", "-o", "grid.yaml").status == 0
    assert run(capsys, "agenda", "write", "douar.meeting", "-o", "agenda.yaml").status == 0
    Path("kit.yaml").write_text(
        'schema_version: 1\nkind: kit\nid: own\nlanguages: [en]\ntitle: "Own"\nagenda: agenda.yaml\ngrid: grid.yaml\n',
        encoding="utf-8",
    )
    assert run(capsys, "new", "kit.yaml", "next.meeting").status == 0
    assert run(capsys, "new", "farmers", "third.meeting", "--grid", "grid.yaml").status == 0


def test_the_head_tells_the_seal_of_the_meeting(capsys: pytest.CaptureFixture[str], meeting: Path) -> None:
    run(capsys, "grid", "write", str(meeting), "-o", "before.yaml")
    assert "Not sealed" in Path("before.yaml").read_text(encoding="utf-8")
    journal = Journal.open(meeting)
    found = journal.record.meeting
    assert found.grid is not None
    for person, codes in not_yet(found).items():
        journal.append(person, *(yes(found.grid, code) for code in codes))
    signed = signatures(journal.record.meeting)
    kept = journal.append(signed[0].person, GridSealed(fingerprint=found.grid.fingerprint, signatures=signed))
    journal.close()
    assert isinstance(kept, list)
    run(capsys, "grid", "write", str(meeting), "-o", "after.yaml")
    head = Path("after.yaml").read_text(encoding="utf-8").splitlines()[:5]
    assert head[2] == "# From the meeting: Douar Ifrane, 16 July 2026"
    assert head[3].startswith("# Sealed on ")
    assert head[3].endswith(", signed by 2 people.")
    assert read_grid("before.yaml").fingerprint == read_grid("after.yaml").fingerprint == found.grid.fingerprint


def test_a_grid_that_is_still_being_made_is_written_with_what_is_to_be_mended(
    capsys: pytest.CaptureFixture[str], meeting: Path
) -> None:
    journal = Journal.open(meeting)
    grid = journal.record.meeting.grid
    assert grid is not None
    person = journal.record.meeting.moderators[0].id
    alone = grid.by_id["A2"].model_copy(update={"sources": ("NOBODY",)})
    kept = journal.append(person, IndicatorProposed(action="edit", code="A2", indicator=alone))
    journal.close()
    assert isinstance(kept, list)
    ran = run(capsys, "grid", "write", str(meeting), "-o", "my.yaml")
    assert ran.status == 1
    assert "my.yaml:" in ran.out
    assert 'indicator A2: source "NOBODY"' in ran.out
    assert Path("my.yaml").exists()


@pytest.mark.parametrize(("branch", "source"), [("grid", "youth"), ("agenda", "farmers")])
def test_an_old_file_is_never_lost(capsys: pytest.CaptureFixture[str], branch: str, source: str) -> None:
    mine = Path("mine.yaml")
    mine.write_text("# by hand, last year\n", encoding="utf-8")
    assert "mine.yaml.bak" in one_line(run(capsys, branch, "write", source, "-o", "mine.yaml"))
    assert mine.read_text(encoding="utf-8") == "# by hand, last year\n"
    ran = run(capsys, branch, "write", source, "-o", "mine.yaml", "--force")
    assert ran.status == 0
    assert ran.out.endswith("Comments in the old file are not kept; it is now mine.yaml.bak.\n")
    assert Path("mine.yaml.bak").read_text(encoding="utf-8") == "# by hand, last year\n"
    first = mine.read_bytes()
    again = run(capsys, branch, "write", source, "-o", "mine.yaml", "--force")
    assert (again.status, "Comments" in again.out, mine.read_bytes()) == (0, False, first)
    mine.write_text("# by hand, today\n", encoding="utf-8")
    assert "mine.yaml.bak2" in run(capsys, branch, "write", source, "-o", "mine.yaml", "--force").out
    assert sorted(os.listdir()) == ["mine.yaml", "mine.yaml.bak", "mine.yaml.bak2"]


def test_a_file_may_be_written_over_itself(capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(GRID, "mine.yaml")
    assert run(capsys, "grid", "write", "mine.yaml", "-o", "mine.yaml", "--force").status == 0
    assert Path("mine.yaml.bak").read_bytes() == GRID.read_bytes()
    assert read_grid("mine.yaml") == read_grid(GRID)


@pytest.mark.parametrize("whole", [0, 1])
def test_a_full_disk_leaves_the_old_file_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, whole: int
) -> None:
    """The disk is full at the copy of the old file, or at the new one."""
    Path("mine.yaml").write_text("# by hand\n", encoding="utf-8")
    done: list[int] = []

    def full(handle: int) -> None:
        if len(done) == whole:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        done.append(handle)

    monkeypatch.setattr(os, "fsync", full)
    assert "mine.yaml" in one_line(run(capsys, "grid", "write", "youth", "-o", "mine.yaml", "--force"))
    assert sorted(os.listdir()) == ["mine.yaml", "mine.yaml.bak"][: whole + 1]
    assert Path("mine.yaml").read_text(encoding="utf-8") == "# by hand\n"


def test_a_link_stays_a_link(capsys: pytest.CaptureFixture[str]) -> None:
    Path("real.yaml").write_text("# by hand\n", encoding="utf-8")
    Path("mine.yaml").symlink_to("real.yaml")
    assert run(capsys, "grid", "write", "youth", "-o", "mine.yaml", "--force").status == 0
    assert Path("mine.yaml").is_symlink()
    assert read_grid("real.yaml") == read_grid(GRID)
    assert Path("real.yaml.bak").read_text(encoding="utf-8") == "# by hand\n"


@pytest.mark.parametrize(
    ("branch", "source", "target"),
    [
        ("grid", "nothing", "my.yaml"),
        ("grid", "missing.yaml", "my.yaml"),
        ("grid", "missing.meeting", "my.yaml"),
        ("grid", "broken.yaml", "my.yaml"),
        ("grid", str(LIBRARY), "my.yaml"),
        ("grid", "youth", "my.xlsx"),
        ("grid", "youth", "no/such/folder/my.yaml"),
        ("agenda", str(LIBRARY), "my.yaml"),
        ("agenda", f"{LIBRARY}#nobody", "my.yaml"),
        ("agenda", str(GRID), "my.yaml"),
        ("agenda", "broken.yaml", "my.yaml"),
        ("agenda", "text.meeting", "my.yaml"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], branch: str, source: str, target: str
) -> None:
    Path("broken.yaml").write_text("kind: [\n", encoding="utf-8")
    Path("text.meeting").write_text("no meeting\n", encoding="utf-8")
    one_line(run(capsys, branch, "write", source, "-o", target))
    assert sorted(os.listdir()) == ["broken.yaml", "text.meeting"]


def test_comments_are_in_the_language_that_was_asked_for_and_content_stays(capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("ar", "fr", "en"):
        assert run(capsys, "grid", "write", "youth", "-o", f"{language}.yaml", "--lang", language).status == 0
    texts = [Path(f"{language}.yaml").read_text(encoding="utf-8").splitlines() for language in ("ar", "fr", "en")]
    assert [text[0].split(":")[0] for text in texts] == [
        "# شبكة الملاحظة",
        "# Grille d'observation ",
        "# Observation grid",
    ]
    assert texts[0][3:] == texts[1][3:] == texts[2][3:]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("branch", ["grid", "agenda"])
def test_help_has_an_example_in_three_languages(capsys: pytest.CaptureFixture[str], branch: str, language: str) -> None:
    ran = run(capsys, branch, "write", "--help", "--lang", language)
    assert ran.status == 0
    assert f"facilitate {branch} write douar.meeting" in ran.out
    assert "cli." not in ran.out
