"""Settings of the person who runs the tests are never touched, none depends on the machine, CI skips none."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

NO_SKIP = "FACILITATE_NO_SKIP"


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder: Path = tmp_path_factory.mktemp("settings")
    monkeypatch.setenv("FACILITATE_SETTINGS", str(folder / "settings.json"))
    monkeypatch.setenv("FACILITATE_LETTERS", "off")  # lines as they are read; their order on screens has its own tests


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get(NO_SKIP):
        report.outcome, report.longrepr = "failed", not_allowed(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file."""
    report = yield
    if report.skipped and os.environ.get(NO_SKIP):
        report.outcome, report.longrepr = "failed", not_allowed(report)
    return report


def not_allowed(report: pytest.TestReport | pytest.CollectReport) -> str:
    return f"skipped, and {NO_SKIP} allows no skip: {report.longrepr}"
