"""Writing files, and the report of a training."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from facilitate.domain.model import Language
from facilitate.language.words import Words
from facilitate.report.write import UnknownFormat, as_text, write
from tests.making import small_room
from tests.report.scene import closed, observed

ENGLISH = Words("en")


@pytest.mark.parametrize("name", ["r.pdf", "r", "r.docx.zip"])
def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormat):
        write([], ENGLISH, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    room = closed()
    write([(room.meeting, room.laptop())], ENGLISH, tmp_path / "R.TXT")
    assert (tmp_path / "R.TXT").read_text(encoding="utf-8") == as_text([(room.meeting, room.laptop())], ENGLISH)


def test_a_folder_that_is_not_there_is_for_the_caller(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write([], ENGLISH, tmp_path / "nowhere" / "r.txt")


def test_a_failure_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "r.txt"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        write([], ENGLISH, target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_training_begins_with_an_overview_and_all_actions() -> None:
    one, other = closed(), observed("olga", "omar")
    text = as_text([(one.meeting, one.laptop()), (other.meeting, other.laptop())], ENGLISH, 120)
    assert text.startswith("Training: 2 meetings\n")
    assert re.search(r"small meeting, 16 July 2026, Aït Bouguemez +20 +40 +2 +1 +2\n", text)
    assert re.search(r"Total +40 +80 +4 +2 +4\n", text)
    assert text.index("All actions") < text.index("Moderated by")
    assert text.count("Ask the commune") == 4
    assert text.count("Moderated by") == 2


def test_totals_leave_rehearsals_out() -> None:
    real, played = closed(), small_room(rehearsal=True)
    text = as_text([(real.meeting, real.laptop()), (played.meeting, played.laptop())], ENGLISH, 120)
    assert "small meeting (rehearsal)" in text
    assert "The total leaves out 1 rehearsal." in text
    assert re.search(r"Total +20 +40 +2 +1 +2\n", text)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_training_without_meetings(language: Language) -> None:
    assert len(as_text([], Words(language)).splitlines()) == 1
