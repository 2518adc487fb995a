"""What a meeting leaves: `export` and `report`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from facilitate import __version__
from facilitate.cli.events import opened, tell_damage
from facilitate.cli.frame import Command, Stop, argument, option, say
from facilitate.cli.several import as_of_last_event, meetings_in
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.view import awaited
from facilitate.language import Words


def export_command(words: Words) -> Command:
    def act(file: str, output: str) -> int:
        target = checked_target(output, (".xlsx",))
        with opened(file) as journal:
            from facilitate.workbook.export import export
            from facilitate.workbook.waiting import kept_closed

            meeting, now = as_of_last_event(journal)
            with writing(output):
                export(meeting, target, words.language, now, __version__)
            status = tell_damage(journal, words)
        say(words("cli.export.made", file=output))
        unsent, closed = len(awaited(meeting)), len(kept_closed(meeting))
        if unsent:
            say(words("cli.export.hidden", count=unsent))
        if closed:
            say(words("cli.export.waiting", count=closed))
        return status

    return Command("export", words, act, [argument("file"), option("-o", "output", metavar="BOOK.xlsx", required=True)])


@contextmanager
def writing(output: str) -> Iterator[None]:
    """What the system refuses is told of the file that was asked for, not of a part of it."""
    try:
        yield
    except OSError as error:
        raise Stop("cli.error.system", file=output, why=error.strerror or str(error)) from error


def checked_target(output: str, suffixes: tuple[str, ...]) -> Path:
    """The path of a result, where its name and its folder can be."""
    target = Path(output)
    if target.suffix.lower() not in suffixes:
        raise Stop("cli.error.suffix", file=output, known=suffixes)
    if target.is_dir() or not target.parent.is_dir():
        raise Stop("cli.error.no_folder", file=output)
    return target


def report_command(words: Words) -> Command:
    def act(file: tuple[str, ...], output: str | None, as_data: bool) -> int:
        meetings, status = meetings_in(file, words)
        if output is not None:
            _write_report(meetings, words, output)
            say(words("cli.report.made", file=output), error=as_data)
        if as_data:
            from facilitate.cli.reported import as_json

            say(json.dumps(as_json(meetings, words), ensure_ascii=False, indent=2, allow_nan=False))
        elif output is None:
            from facilitate.report.write import as_text

            say(as_text(meetings, words))
        return status

    return Command(
        "report",
        words,
        act,
        [
            argument("file", nargs=-1, required=True),
            option("-o", "output", metavar="R.docx|R.md"),
            option("--json", "as_data", is_flag=True),
        ],
    )


def _write_report(meetings: Sequence[tuple[Meeting, Instant]], words: Words, output: str) -> None:
    from facilitate.report.faults import DocumentsMissing
    from facilitate.report.write import write

    target = checked_target(output, (".md", ".docx", ".txt"))
    try:
        with writing(output):
            write(meetings, words, target)
    except DocumentsMissing:
        raise Stop("cli.error.documents") from None
