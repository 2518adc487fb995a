"""A meeting's preparation as a file, for the next meeting: `prepare`."""

from __future__ import annotations

from pathlib import Path

from facilitate.cli.events import opened, tell_damage
from facilitate.cli.frame import Command, Stop, argument, option, say
from facilitate.cli.kits_named import load_kit
from facilitate.cli.results import checked_target, writing
from facilitate.domain.meeting.state import Meeting
from facilitate.kits.whole_file import put_whole
from facilitate.language import Words


def prepare_command(words: Words) -> Command:
    def act(file: str, output: str, force: bool) -> int:
        target = checked_target(output, (".yaml", ".yml"))
        if target.exists() and not force:
            raise Stop("cli.error.there_already", file=output)
        with opened(file) as journal:
            text = written(journal.record.meeting, Path(file), target, words)
            status = tell_damage(journal, words)
        with writing(output):
            put_whole(text, target)
        say(words("cli.prepare.made", file=output))
        return status

    params = [
        argument("file"),
        option("-o", "output", metavar="PREPARATION.yaml", required=True),
        option("--force", is_flag=True),
    ]
    return Command("prepare", words, act, params)


def written(meeting: Meeting, file: Path, target: Path, words: Words) -> str:
    """The text of the file. Raises Stop where the meeting's kit ships with the program and was spoilt."""
    from facilitate.kits.library import shipped_kits
    from facilitate.kits.preparation_back import preparation_from
    from facilitate.kits.preparation_text import preparation_text

    kit = load_kit(meeting.kit, words) if meeting.kit in shipped_kits() else None
    plan = preparation_from(meeting, kit, str(file.resolve()))
    return preparation_text(plan, str(target.resolve().parent), words)
