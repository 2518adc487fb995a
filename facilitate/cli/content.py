"""Grids and agendas: `check`."""

from __future__ import annotations

from pathlib import Path

from facilitate.cli.frame import DONE, FINDINGS, NOT_DONE, Command, argument, say
from facilitate.language import Words


def check_command(words: Words) -> Command:
    def act(path: tuple[str, ...]) -> int:
        from facilitate.kits.check import check

        report = check([Path(each) for each in path])
        for fault in report.faults:
            say(fault.shown(words))
        for warning in report.warnings:
            say(words("cli.check.warning", fault=warning.shown(words)))
        for unreadable in report.unreadable:
            say(unreadable.shown(words), error=True)
        if report.unreadable:
            return NOT_DONE
        if report.faults:
            say(words("cli.check.faults", count=len(report.faults)))
            return FINDINGS
        say(words("cli.check.sound", count=report.files))
        return DONE

    return Command("check", words, act, [argument("path", nargs=-1, required=True)])
