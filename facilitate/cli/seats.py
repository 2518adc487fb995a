"""Sitting down: `open`, and home."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from facilitate.cli.frame import DONE, FINDINGS, PROJECTOR, Command, Stop, argument, option, say
from facilitate.domain.agenda import Agenda
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import harmless
from facilitate.journal.faults import JournalError
from facilitate.journal.journal import Journal
from facilitate.language import Words

if TYPE_CHECKING:
    from facilitate.analysis.programme import Programme
    from facilitate.tui.app import FacilitateApp
    from facilitate.tui.errands import Errands


def on_a_terminal() -> bool:
    """Whether somebody sits at a keyboard and a screen."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def open_command(words: Words) -> Command:
    def act(file: str, person: str | None, plain: bool) -> int:
        journal = Journal.open(Path(file))
        try:
            seat = person
            if person is not None and (plain or person != PROJECTOR):
                seat = person_called(journal.record.meeting, person)
            if plain:
                from facilitate.cli.plain import converse

                return converse(journal, seat, words)
            if not on_a_terminal():
                asks = seat is not None and seat in journal.record.meeting.pins
                raise Stop("cli.error.pin_no_terminal" if asks else "cli.error.no_terminal", file=file)
        except Stop:
            journal.close()
            raise
        return show(journal, seat, words)

    params = [argument("file"), option("--as", "person", metavar="NAME"), option("--plain", is_flag=True)]
    return Command("open", words, act, params)


def person_called(meeting: Meeting, name: str) -> str:
    """The id of the person of that name. Raises Stop where nobody, or more than one, has it."""
    wanted = harmless(name).casefold()
    found = [each.id for each in meeting.people.values() if each.name and each.name.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    names = tuple(each.name for each in meeting.people.values() if each.name and each.roles)
    message = "cli.error.two_of_that_name" if found else "cli.error.nobody_of_that_name"
    raise Stop(message, name=harmless(name), known=names or "-")


def show(journal: Journal, person: str | None, words: Words) -> int:
    """The screens of one meeting."""
    from facilitate.tui.app import FacilitateApp

    app = FacilitateApp(words, errands())
    app.begin_with(journal, person)
    return run(app)


def run(app: FacilitateApp) -> int:
    """Show the screens until the person leaves; what went wrong there is told as everywhere, in one line."""
    status = app.run()
    if app.failure is not None:
        raise app.failure
    if app.not_kept:
        say(app.words("cli.not_kept", count=app.not_kept), error=True)
        return FINDINGS
    return status or DONE


def home(words: Words) -> int:
    """The folder's meetings: on a screen, or as lines where there is none."""
    if not on_a_terminal():
        return _listed(words)
    from facilitate.tui.app import FacilitateApp

    return run(FacilitateApp(words, errands(), folder=Path.cwd()))


def _listed(words: Words) -> int:
    from facilitate.cli.listing import listed

    for line in listed(Path.cwd(), words):
        say(line)
    return DONE


def errands(book: Path | None = None) -> Errands:
    """What the screens ask of the command line; `book` is where a workbook goes, beside the meeting if not said."""
    from facilitate.tui.errands import Errands

    def export(meeting: Meeting, beside: Path, words: Words) -> str:
        return _export(meeting, book or unused(beside), words)

    return Errands(
        export=export,
        make=lambda words: lambda typed: _make(typed, words),
        kits=_kits,
        remember=_remember,
        director=_director,
        programme=_programme,
        library=_library,
    )


def unused(path: Path, beside: Callable[[Path], Path] = lambda path: path) -> Path:
    """The path, or one with a number where something stands there: a workbook that somebody reviewed is not lost.
    `beside` is what may be written with it."""
    free, number = path, 2
    while free.exists() or beside(free).exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free


def _export(meeting: Meeting, target: Path, words: Words) -> str:
    from facilitate import __version__
    from facilitate.journal.machine import this_machine
    from facilitate.workbook.export import export

    try:
        export(meeting, target, words.language, meeting.closed or this_machine(), __version__)
    except OSError as error:
        return words("cli.error.system", file=str(target), why=error.strerror or str(error))
    return words("cli.export.made", file=str(target))


def _director(meeting: Meeting, beside: Path, words: Words, wall: bool) -> str:
    from facilitate.cli.director import write
    from facilitate.journal.machine import this_machine

    target = unused(beside)
    try:
        write(meeting, target, words, this_machine(), wall=wall)
    except OSError as error:
        return words("cli.error.system", file=str(target), why=error.strerror or str(error))
    except Stop as stop:
        return words(stop.message, **stop.values)
    return words("cli.agenda_print.made", file=str(target))


def _programme(found: Programme, /, *, folder: Path, words: Words) -> str:
    from facilitate import __version__
    from facilitate.workbook.programme.export import export_programme
    from facilitate.workbook.programme.score_table import overflow_path

    target = unused(folder / f"{words('sidebyside.file').replace(' ', '-')}.xlsx", overflow_path)
    try:
        written = export_programme(found, target, words.language, __version__)
    except OSError as error:
        return words("cli.error.system", file=str(target), why=error.strerror or str(error))
    told = words("cli.compare.made", file=str(target))
    if written.beside is None:
        return told
    values = {"rows": written.rows, "file": str(written.beside)}
    return f"{told} {words('cli.compare.more', count=written.more, **values)}"


def _make(typed: dict[str, str], words: Words) -> str | None:
    """Make a meeting from what the home screen asked; the sentence where it could not."""
    from facilitate.cli.meetings import new_command

    arguments = [typed["kit"], typed["file"]]
    for name in ("title", "place", "start"):
        if typed[name]:
            arguments += [f"--{name}", typed[name]]
    for role in ("moderator", "observer", "trainer"):
        for name in typed[f"{role}s"].replace("،", ",").split(","):
            if name.strip():
                arguments += [f"--{role}", name.strip()]
    for name in typed["note_takers"].replace("،", ",").split(","):
        if name.strip():
            arguments += ["--team", f"note_taker={name.strip()}"]
    try:
        new_command(words).main(arguments, prog_name="new", standalone_mode=False)
    except (Stop, JournalError) as stop:
        return words(stop.message, **stop.values)
    except OSError as error:
        return words("cli.error.system", file=typed["file"], why=error.strerror or str(error))
    return None


def _kits(words: Words) -> tuple[tuple[str, str, str], ...]:
    from facilitate.kits.library import shipped_kits

    return tuple((name, *_kit(name, words)) for name in shipped_kits())


def _kit(name: str, words: Words) -> tuple[str, str]:
    """What a kit is called, and what it is for; one that somebody spoilt keeps its name, and says why."""
    from facilitate.kits.faults import Faulty
    from facilitate.kits.kit_file import read_kit

    try:
        kit = read_kit(name)
    except Faulty as faulty:
        return name, words("kits.unusable", fault=faulty.faults[0].shown(words))
    except OSError as error:
        why = words("cli.error.system", file=str(error.filename or name), why=error.strerror or str(error))
        return name, words("kits.unusable", fault=why)
    return kit.title.to(words.language), kit.description.to(words.language)


@cache
def _library() -> tuple[Agenda, ...]:
    """The agendas of the shipped kits, each once; one that somebody spoilt offers nothing."""
    from facilitate.kits.faults import Faulty
    from facilitate.kits.kit_file import read_kit
    from facilitate.kits.library import shipped_kits

    found: dict[str, Agenda] = {}
    for name in shipped_kits():
        with suppress(Faulty, OSError):
            agenda = read_kit(name).agenda
            found.setdefault(agenda.id, agenda)
    return tuple(found.values())


def _remember(choices: Mapping[str, object]) -> None:
    from facilitate.kits.settings import read_settings, write_settings

    try:
        write_settings(read_settings().model_copy(update=choices))
    except OSError:
        return  # a read-only home is no reason to refuse a choice
