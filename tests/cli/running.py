"""Runs the program as a user would, in this process: arguments in; status, output and errors out."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from facilitate.cli.main import main


class Ran(NamedTuple):
    """What one run gave."""

    status: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Ran:
    """One run of ``facilitate`` with these arguments."""
    capsys.readouterr()
    status = main(arguments)
    captured = capsys.readouterr()
    return Ran(status, captured.out, captured.err)


def one_line(ran: Ran) -> str:
    """The error of a run that could not be done: exactly one line, no box, no traceback."""
    assert ran.status == 2, ran
    lines = ran.err.splitlines()
    assert len(lines) == 1, ran
    assert lines[0].startswith("facilitate: "), ran
    assert "Traceback" not in ran.err
    return lines[0]
