"""The director's agenda on paper, in a document or as text: `agenda print`."""

from __future__ import annotations

from pathlib import Path

from facilitate import __version__
from facilitate.cli.events import opened, tell_damage
from facilitate.cli.frame import DONE, Command, Stop, argument, option, say
from facilitate.cli.kits_named import load_kit
from facilitate.cli.results import checked_target, writing
from facilitate.cli.several import as_of_last_event
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.agreement import GridHistory
from facilitate.domain.meeting.state import Meeting
from facilitate.journal.machine import this_machine
from facilitate.language import Words

YAML = (".yaml", ".yml")
FORMATS = (".xlsx", ".docx", ".md")


def agenda_print_command(words: Words) -> Command:
    def act(source: str, output: str | None, wall: bool) -> int:
        target = checked_target(output, FORMATS) if output is not None else None
        meeting, now, status = _read(source, words)
        if target is None:
            from facilitate.report.write import agenda_as_text

            say(agenda_as_text(meeting, now, words, wall=wall).rstrip("\n"))
            return status
        with writing(str(output)):
            write(meeting, target, words, now, wall=wall)
        say(words("cli.agenda_print.made", file=output))
        return status

    params = [
        argument("source", metavar="FILE_or_KIT"),
        option("-o", "output", metavar="A.xlsx|A.docx|A.md"),
        option("--wall", is_flag=True),
    ]
    return Command("agenda_print", words, act, params)


def write(meeting: Meeting, target: Path, words: Words, now: Instant, *, wall: bool) -> None:
    """Write it in the form that the file's name asks for. Raises Stop where that cannot be, and OSError."""
    if target.suffix.lower() == ".xlsx":
        from facilitate.workbook.director import director

        director(meeting, target, words.language, now, __version__, wall=wall)
        return
    from facilitate.report.faults import DocumentsMissing, UnknownFormat
    from facilitate.report.write import write_agenda

    try:
        write_agenda(meeting, now, words, target, wall=wall)
    except DocumentsMissing:
        raise Stop("cli.error.documents") from None
    except UnknownFormat:
        raise Stop("cli.error.suffix", file=str(target), known=FORMATS) from None


def _read(source: str, words: Words) -> tuple[Meeting, Instant, int]:
    """A meeting, or what one would be of a kit or of an agenda; and the exit status, by whether all of it is sound.

    Raises Stop where there is none.
    """
    path = Path(source)
    if path.suffix.lower() in YAML or (not path.suffix and not path.exists()):
        return _from_file(source, words), this_machine(), DONE
    with opened(source) as journal:
        meeting, now = as_of_last_event(journal)
        status = tell_damage(journal, words)
    if meeting.agenda is None:
        raise Stop("cli.error.no_agenda_there", file=source)
    return meeting, now, status


def _from_file(source: str, words: Words) -> Meeting:
    from facilitate.kits.agenda_file import read_agenda, split_id
    from facilitate.kits.faults import Faulty
    from facilitate.kits.header import AGENDA, LIBRARY
    from facilitate.kits.sheet import open_sheet

    try:
        if Path(source).suffix.lower() in YAML:
            data = open_sheet(split_id(source)[0]).document.data
            if isinstance(data, dict) and data.get("kind") in (AGENDA, LIBRARY):
                agenda = read_agenda(source)
                return Meeting(title=agenda.title, agenda=agenda)
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None
    kit = load_kit(source, words)
    return Meeting(title=kit.agenda.title, agenda=kit.agenda, grids=GridHistory(versions=(kit.grid,)))
