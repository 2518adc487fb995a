"""Fixtures of the tests of screens."""

from __future__ import annotations

import pytest

from tests.tui.quiet import quiet, wait_for_screen
from tests.tui.stylesheets import rules, tokens


@pytest.fixture(autouse=True)
def _quick_and_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs are waited for until they are quiet, and share what they read of style sheets."""
    monkeypatch.setattr("textual.app.wait_for_idle", quiet)
    monkeypatch.setattr("textual.pilot.wait_for_idle", quiet)
    monkeypatch.setattr("textual.pilot.Pilot._wait_for_screen", wait_for_screen)
    monkeypatch.setattr("textual.css.stylesheet.parse", rules)
    monkeypatch.setattr("textual.css.stylesheet.tokenize_values", tokens)
