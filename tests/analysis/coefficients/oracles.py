"""Libraries that others wrote, to compare with; they say in `pyproject.toml` what each is for."""

from __future__ import annotations

import warnings
from typing import Any

import pytest


def oracle(name: str) -> Any:
    """The library; the test that asks for it is skipped where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip(name, reason=f"{name} is not installed: pip install -e '.[dev]'")
