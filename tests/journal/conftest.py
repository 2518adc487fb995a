"""Fixtures of the journal's tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journal.helping import new_meeting
from tests.journal.screens import Screens


@pytest.fixture
def kept_path(tmp_path: Path) -> Path:
    """A meeting's file that nobody has open."""
    path = tmp_path / "hall.meeting"
    new_meeting(path).close()
    return path


@pytest.fixture
def screens(kept_path: Path) -> Iterator[Screens]:
    screens = Screens(kept_path)
    yield screens
    screens.session.close()
    assert not screens.session._thread.is_alive()
