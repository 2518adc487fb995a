"""Grids and agendas as files to edit: `grid write` and `agenda write`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from facilitate.cli.events import opened, tell_damage
from facilitate.cli.frame import DONE, FINDINGS, Command, Stop, argument, option, say
from facilitate.cli.meetings import load_kit
from facilitate.cli.results import checked_target, writing
from facilitate.cli.several import as_of_last_event
from facilitate.domain.agenda import Agenda, Kit
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.state import Meeting
from facilitate.kits.agenda_file import read_agenda, split_id
from facilitate.kits.faults import Faulty
from facilitate.kits.grid_file import read_grid
from facilitate.kits.header import KIT
from facilitate.kits.library import shipped_kits
from facilitate.kits.sheet import open_sheet
from facilitate.kits.whole_file import keep, kept_beside, put_whole
from facilitate.kits.writing.head import Origin, origin_of
from facilitate.kits.written import Written, written_agenda, written_grid
from facilitate.language import Words

YAML = (".yaml", ".yml")

Content = TypeVar("Content", Grid, Agenda)


def grid_write_command(words: Words) -> Command:
    def act(source: str, output: str, force: bool) -> int:
        target = _target(output, force=force)
        grid, origin, status = _found(source, words, read_grid, lambda whole: whole.grid, "cli.grid_write.none")
        written = written_grid(grid, output, words, origin)
        old = _put(written.text, target, output)
        if old is None:
            say(words("cli.grid_write.made", file=output, fingerprint=grid.short_fingerprint))
        else:
            told = grid.short_fingerprint
            say(words("cli.grid_write.made_again", file=output, fingerprint=told, old=str(old)))
        return max(status, _tell(written, source, output, words))

    return Command("grid_write", words, act, _params("GRID.yaml"))


def agenda_write_command(words: Words) -> Command:
    def act(source: str, output: str, force: bool) -> int:
        target = _target(output, force=force)
        agenda, origin, status = _found(source, words, read_agenda, lambda whole: whole.agenda, "cli.agenda_write.none")
        with _one_fault(words):
            written = written_agenda(agenda, output, words, origin)
        old = _put(written.text, target, output)
        if old is None:
            say(words("cli.agenda_write.made", file=output))
        else:
            say(words("cli.agenda_write.made_again", file=output, old=str(old)))
        return max(status, _tell(written, source, output, words))

    return Command("agenda_write", words, act, _params("AGENDA.yaml"))


def _params(example: str) -> Sequence[click.Parameter]:
    return (
        argument("source"),
        option("-o", "output", metavar=example, required=True),
        option("--force", is_flag=True),
    )


def _target(output: str, *, force: bool) -> Path:
    """The file to write; one that is there is written over only when that was asked for."""
    target = checked_target(output, YAML)
    if target.exists() and not force:
        raise Stop("cli.writing.exists", file=output, old=str(kept_beside(target)))
    return target


def _found(
    source: str,
    words: Words,
    read: Callable[[str], Content],
    of: Callable[[Kit | Meeting], Content | None],
    missing: str,
) -> tuple[Content, Origin | None, int]:
    """What a kit, a file or a meeting has, the meeting it is from, and the exit status of reading it."""
    path = Path(split_id(source)[0])
    if path.suffix.lower() in YAML and source not in shipped_kits():
        with _one_fault(words):
            data = open_sheet(path).document.data
            if not isinstance(data, dict) or data.get("kind") != KIT:
                return read(source), None, DONE
    elif source not in shipped_kits() and (path.suffix or path.exists()):
        return _of_meeting(source, words, of, missing)
    content = of(load_kit(source, words))
    assert content is not None  # a kit has both
    return content, None, DONE


def _of_meeting(
    file: str, words: Words, of: Callable[[Kit | Meeting], Content | None], missing: str
) -> tuple[Content, Origin | None, int]:
    with opened(file) as journal:
        meeting, _ = as_of_last_event(journal)
        status = tell_damage(journal, words)
    content = of(meeting)
    if content is None:
        raise Stop(missing, file=file)
    return content, origin_of(meeting), status


@contextmanager
def _one_fault(words: Words) -> Iterator[None]:
    """The first fault of a file that cannot be used, and how many there are."""
    try:
        yield
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None


def _put(text: str, target: Path, output: str) -> Path | None:
    """Write the file, and say where what stood in it before is now."""
    with writing(output):
        changed = target.exists() and target.read_bytes() != text.encode()
        old = keep(target) if changed else None
        put_whole(text, target)
    return old


def _tell(written: Written, source: str, output: str, words: Words) -> int:
    """What is to be mended in the file. A grid that is still being made may refer to what it does not have any more."""
    for fault in written.faults:
        say(fault.shown(words))
    if written.faults:
        say(words("cli.check.faults", count=len(written.faults)))
    elif not written.complete:
        say(words("cli.writing.differs", file=output, source=source))
    return DONE if written.complete and not written.faults else FINDINGS
