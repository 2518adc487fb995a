"""The paper pack: `blank`."""

from __future__ import annotations

from pathlib import Path

from facilitate import __version__
from facilitate.cli.events import opened
from facilitate.cli.frame import DONE, Command, Stop, argument, option, say
from facilitate.cli.meetings import load_kit
from facilitate.cli.results import checked_target, writing
from facilitate.cli.several import as_of_last_event
from facilitate.domain.agenda import Kit
from facilitate.domain.grid import Grid
from facilitate.language import Words

YAML = (".yaml", ".yml")


def blank_command(words: Words) -> Command:
    def act(source: str, output: str) -> int:
        target = checked_target(output, (".xlsx",))
        from facilitate.workbook.paper.pack import blank, from_grid, from_kit

        match _read(source, words):
            case Grid() as grid:
                with writing(output):
                    from_grid(grid, target, words.language, __version__)
            case Kit() as kit:
                with writing(output):
                    from_kit(kit, target, words.language, __version__)
            case None:
                with opened(source) as journal:
                    meeting, now = as_of_last_event(journal)
                with writing(output):
                    blank(meeting, target, words.language, now, __version__)
        say(words("cli.blank.made", file=output))
        return DONE

    return Command(
        "blank", words, act, [argument("source"), option("-o", "output", metavar="SHEET.xlsx", required=True)]
    )


def _read(source: str, words: Words) -> Grid | Kit | None:
    """The kit of that name, the kit or the grid of that file; nothing where it is to be a meeting."""
    from facilitate.kits.library import shipped_kits

    path = Path(source)
    if source in shipped_kits() or (not path.suffix and not path.exists()):
        return load_kit(source, words)
    if path.suffix.lower() not in YAML:
        return None
    from facilitate.kits.faults import Faulty
    from facilitate.kits.grid_file import read_grid
    from facilitate.kits.header import KIT
    from facilitate.kits.sheet import open_sheet

    try:
        data = open_sheet(path).document.data
        return load_kit(source, words) if isinstance(data, dict) and data.get("kind") == KIT else read_grid(path)
    except Faulty as faulty:
        raise Stop("cli.error.faulty", fault=faulty.faults[0].shown(words), count=len(faulty.faults)) from None
