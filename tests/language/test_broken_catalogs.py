"""A catalog that somebody spoilt costs no more than its own sentences: others stand in for it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitate.language import catalog
from facilitate.language.words import Words
from tests.cli.running import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Catalogs of one's own, without compiled ones."""
    copy = tmp_path / "locale"
    shutil.copytree(catalog.FOLDER, copy, ignore=shutil.ignore_patterns("*.mo"))
    monkeypatch.setattr(catalog, "FOLDER", copy)
    catalog.translations.cache_clear()
    yield copy
    catalog.translations.cache_clear()


def test_without_compiled_catalogs_the_text_is_read(folder: Path) -> None:
    assert Words("fr")("common.yes") == "oui"


@pytest.mark.parametrize("spoilt", [b'msgid common.yes\nmsgstr "oui"', b"\xff\xfe", b"no catalog at all", b""])
def test_a_broken_text_is_replaced_by_the_compiled_one_or_by_english(folder: Path, spoilt: bytes) -> None:
    source = folder / "fr" / "common.po"
    compiled = source.with_suffix(".mo")
    compiled.write_bytes(catalog.compile_catalog(source))
    source.write_bytes(spoilt)
    os.utime(compiled, (1, 1))
    assert Words("fr")("common.yes") in ("oui", "yes")
    compiled.unlink()
    catalog.translations.cache_clear()
    assert Words("fr")("common.yes") == "yes"


@pytest.mark.parametrize("length", [0, 3, 20, 200])
def test_a_compiled_catalog_that_was_cut_off_is_replaced_by_the_text(folder: Path, length: int) -> None:
    source = folder / "fr" / "common.po"
    source.with_suffix(".mo").write_bytes(catalog.compile_catalog(source)[:length])
    assert Words("fr")("common.yes") == "oui"


def test_no_command_fails_for_a_broken_catalog(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ar" / "cli.po").write_text('msgid "cli.help"\nmsgstr "', encoding="utf-8")
    ran = run(capsys, "--help", "--lang", "ar")
    assert (ran.status, ran.err) == (0, "")
    assert Words("en")("cli.help").split()[0] in ran.out


@pytest.mark.parametrize("value", ["{nowhere}", "{}", "{when.x}", "{when[a]}", "{when!z}", "{when:d}", "{", "}"])
def test_a_sentence_that_its_values_do_not_fit_into_is_said_in_english(folder: Path, value: str) -> None:
    source = folder / "fr" / "common.po"
    spoilt = re.sub(r"(msgid \"common.percent\"\nmsgstr) \".*\"", rf'\1 "pour {value}"', source.read_text("utf-8"))
    source.write_text(spoilt, encoding="utf-8")
    assert value in spoilt
    assert Words("fr").percent(0.5) == Words("en").percent(0.5)


@pytest.mark.parametrize("rule", ["n%(n-1)", "n/0", "99", "-1", ")(", "n/(n-2)"])
def test_plural_forms_that_cannot_be_reckoned_cost_no_more_than_the_form(folder: Path, rule: str) -> None:
    source = folder / "fr" / "common.po"
    text, counts = re.subn("plural=[^;]*;", f"plural={rule};", source.read_text("utf-8"), count=1)
    assert counts == 1
    source.write_text(text, encoding="utf-8")
    for count in range(5):
        assert str(count) in Words("fr")("common.minutes", count=count)
