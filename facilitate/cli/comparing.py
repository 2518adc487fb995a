"""`compare`: several meetings side by side, as text, as a workbook or for programs."""

from __future__ import annotations

import json

from facilitate import __version__
from facilitate.analysis.programme import Programme, programme
from facilitate.cli.compared import as_json
from facilitate.cli.frame import Command, Stop, argument, option, say
from facilitate.cli.results import checked_target, writing
from facilitate.cli.several import meetings_in
from facilitate.language import Words


def compare_command(words: Words) -> Command:
    def act(file: tuple[str, ...], output: str | None, as_data: bool, rehearsals: bool) -> int:
        target = checked_target(output, (".xlsx",)) if output is not None else None
        meetings, status = meetings_in(file, words)
        found = programme(meetings, rehearsals=rehearsals)
        if not found.held:
            raise Stop("cli.compare.only_rehearsals", file=file)
        if output is not None and target is not None:
            from facilitate.workbook.programme.export import export_programme

            with writing(output):
                written = export_programme(found, target, words.language, __version__)
            say(words("cli.compare.made", file=output), error=as_data)
            if written.beside is not None:
                values = {"rows": written.rows, "file": str(written.beside)}
                say(words("cli.compare.more", count=written.more, **values), error=as_data)
            if found.rehearsals_left_out:
                say(words("compare.note.rehearsals", count=found.rehearsals_left_out), error=as_data)
        if as_data:
            say(_data(found, words))
        elif output is None:
            from facilitate.report.programme import programme_text

            say(programme_text(found, words))
        return status

    return Command(
        "compare",
        words,
        act,
        [
            argument("file", nargs=-1, required=True),
            option("-o", "output", metavar="BOOK.xlsx"),
            option("--json", "as_data", is_flag=True),
            option("--rehearsals", is_flag=True),
        ],
    )


def _data(found: Programme, words: Words) -> str:
    return json.dumps(as_json(found, words), ensure_ascii=False, indent=2, allow_nan=False)
