"""Fixtures for the tests of kits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kits.desk import Desk, fresh_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return fresh_desk(tmp_path)
