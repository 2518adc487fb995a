"""Events out and in: `journal`, and `copy`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitate.cli.frame import DONE, FINDINGS, Command, Stop, argument, option, say
from facilitate.journal.exchange import lines, read_lines, take_in
from facilitate.journal.journal import Journal
from facilitate.language import Words


@contextmanager
def opened(file: str, *, read_only: bool = True) -> Iterator[Journal]:
    """A meeting's journal, closed afterwards."""
    journal = Journal.open(Path(file), read_only=read_only)
    try:
        yield journal
    finally:
        journal.close()


def tell_damage(journal: Journal, words: Words) -> int:
    """Name rows that are not what was written; the exit status that follows."""
    for row in journal.damaged:
        say(words("cli.damaged", file=str(journal.path), replica=row.replica, seq=str(row.seq)), error=True)
    return FINDINGS if journal.damaged else DONE


def journal_command(words: Words) -> Command:
    def act(file: str, unsent: bool, source: str | None) -> int:
        return _bring_in(words, file, source) if source else _print(words, file, unsent)

    return Command(
        "journal",
        words,
        act,
        [
            argument("file"),
            option("--unsent", is_flag=True),
            option("--from", "source", metavar="EVENTS.jsonl"),
        ],
    )


def _print(words: Words, file: str, unsent: bool) -> int:
    with opened(file) as journal:
        if unsent:
            say(words("cli.journal.loud"), error=True)
        for line in lines(journal, unsent=unsent):
            say(line)
        return tell_damage(journal, words)


def _bring_in(words: Words, file: str, source: str) -> int:
    read = read_lines(Path(source))
    with opened(file, read_only=False) as journal:
        if journal.read_only:
            raise Stop("refused.read_only", file=file)
        result = take_in(journal, read)
    say(words("cli.journal.taken", new=result.new, known=result.known))
    if result.mended:
        say(words("cli.journal.mended", count=result.mended))
    for number, why in result.refused:
        say(words("cli.journal.line", file=source, line=str(number), why=words(why)))
    return FINDINGS if result.refused else DONE


def copy_command(words: Words) -> Command:
    def act(file: str, output: str) -> int:
        with opened(file) as journal:
            journal.copy_to(Path(output))
            status = tell_damage(journal, words)
        say(words("cli.copy.made", file=output))
        return status

    return Command("copy", words, act, [argument("file"), option("-o", "output", metavar="FILE", required=True)])
