"""Settings: found again, never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitate.kits.settings import ENVIRONMENT, Settings, read_settings, settings_file, write_settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    named = tmp_path / "new" / "settings.json"
    monkeypatch.setenv(ENVIRONMENT, str(named))
    return named


def test_choices_are_found_again(file: Path) -> None:
    assert read_settings() == Settings()
    write_settings(Settings(language="ar"))
    assert read_settings() == Settings(language="ar")
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_a_choice_that_cannot_be_read_leaves_the_others(file: Path) -> None:
    chosen = Settings(language="fr", theme="hall-light", keys={"next": "z", "back": 5})
    write_settings(chosen)
    assert read_settings() == chosen
    file.write_text('{"language": "fr", "theme": 7, "keys": "z"}', encoding="utf-8")
    assert read_settings() == Settings(language="fr")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"language": "xx"}', '{"language": 3}', "[" * 100_000, "\ufeff{}"])
def test_a_broken_file_gives_the_usual_choices(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    assert read_settings() == Settings()


def test_what_a_newer_program_kept_stays(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"theme": "paper", "language": "fr"}', encoding="utf-8")
    assert read_settings() == Settings(language="fr")
    write_settings(Settings(language="en"))
    assert json.loads(file.read_text(encoding="utf-8")) == {"theme": "paper", "language": "en"}


def test_a_failed_write_leaves_the_old_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(Settings(language="fr"))

    def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.replace", fails)
    with pytest.raises(OSError):  # noqa: PT011  # which one is the system's business
        write_settings(Settings(language="en"))
    assert read_settings().language == "fr"
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_the_usual_place_is_the_persons_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert settings_file().name == "settings.json"
    assert "facilitate" in str(settings_file().parent)


def test_half_a_character_in_the_file_does_not_stop_what_is_kept_next() -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(r'{"letters": {"odd \udcff": "off"}}', encoding="utf-8")
    write_settings(Settings(language="fr"))
    assert (read_settings().language, read_settings().letters) == ("fr", {"odd \udcff": "off"})
