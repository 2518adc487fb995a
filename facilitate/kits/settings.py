"""What a person wants to find again next time, on this computer."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import ValidationError

from facilitate.domain.model import Frozen, Language
from facilitate.language.words import Digits

ENVIRONMENT = "FACILITATE_SETTINGS"


Letters: TypeAlias = Literal["app", "terminal", "off"]
Theme: TypeAlias = Literal["hall-dark", "hall-light"]


class Settings(Frozen):
    """A person's choices."""

    language: Language | None = None
    """The language of screens; None means the system's."""

    theme: Theme | None = None
    """For which hall the colours are made; None means the dark one."""

    bell: bool | None = None
    """Whether the terminal rings when an interval begins, or a snapshot is due; None means no: a hall is quiet."""

    letters: Mapping[str, Letters] = {}
    """Who puts Arabic letters in order, by the kind of terminal: ``app``, ``terminal`` or ``off``. Others are usual."""

    digits: Digits | None = None
    """The digits of Arabic screens; None means the Western ones, as in Morocco."""

    keys: Mapping[str, object] = {}
    """Keys that a person has put elsewhere, by intent: ``{"next": "j"}``. Whoever uses them says which cannot be."""


def settings_file() -> Path:
    """Where the choices are kept; the variable FACILITATE_SETTINGS names another file."""
    if named := os.environ.get(ENVIRONMENT):
        return Path(named)
    from platformdirs import user_config_dir

    return Path(user_config_dir("facilitate")) / "settings.json"


def read_settings() -> Settings:
    """The choices; the usual ones where the file is absent or broken, choice by choice."""
    kept = _kept(settings_file())
    known = {name: kept[name] for name in Settings.model_fields if name in kept}
    try:
        return Settings(**known)
    except ValidationError as error:
        wrong = {detail["loc"][0] for detail in error.errors()}
        return Settings(**{name: value for name, value in known.items() if name not in wrong})


def write_settings(settings: Settings) -> None:
    """Keeps the choices that were made, beside what a newer program may have kept there.

    Raises OSError where they cannot be written. The file is complete at every moment: it is written beside and then put
    in its place.
    """
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps(
        {**_kept(file), **settings.model_dump(mode="json", exclude_unset=True)}, ensure_ascii=False, indent=2
    )
    handle, beside = tempfile.mkstemp(dir=file.parent, prefix=".settings-", suffix=".json")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(content + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, file)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _kept(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
