"""Scores brought in: `import`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from facilitate.cli.desk import Desk
from facilitate.cli.events import opened
from facilitate.cli.frame import DONE, FINDINGS, Command, Stop, argument, option, say
from facilitate.cli.plain_pin import PinDesk
from facilitate.cli.seats import person_called
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.journal.journal import Journal, fresh_name
from facilitate.kits.bringing_in import Change, Plan, Planner
from facilitate.kits.scores_csv import NoScores, ScoreFile, read_scores
from facilitate.language import Words

SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")
LONGEST_TOLD = 60


def import_command(words: Words) -> Command:
    def act(file: str, sheet: str, person: str | None, dry_run: bool) -> int:
        source = Path(sheet)
        if source.suffix.lower() not in SUFFIXES:
            raise Stop("cli.error.suffix", file=sheet, known=SUFFIXES)
        with opened(file, read_only=dry_run) as journal:
            if journal.read_only and not dry_run:
                raise Stop("refused.read_only", file=file)
            by = _author(journal, person, words)
            if source.suffix.lower() == ".xlsx":
                from facilitate.cli.reviewed import import_workbook

                return import_workbook(journal, source, by, words, dry_run=dry_run)
            return _scores(journal, source, by, words, dry_run=dry_run)

    params = [
        argument("file"),
        argument("sheet"),
        option("--as", "person", metavar="NAME"),
        option("--dry-run", is_flag=True),
    ]
    return Command("import", words, act, params)


def _author(journal: Journal, name: str | None, words: Words) -> str:
    """Who brings it in; where that seat has a PIN, it is asked for."""
    if name is None:
        return SETUP
    person = person_called(journal.record.meeting, name)
    PinDesk(Desk(journal, person, words.for_lines())).let_in()
    return person


def _scores(journal: Journal, source: Path, by: str, words: Words, *, dry_run: bool) -> int:
    """Scores typed as CSV."""
    meeting = journal.record.meeting
    if meeting.grid is None:
        raise Stop("cli.error.no_grid_there", file=str(journal.path))
    try:
        read = read_scores(source)
    except NoScores as why:
        raise Stop("import.unreadable", file=str(source), why=words(why.message, **why.values)) from None
    plan = Planner(meeting, by, source.name, fresh_name).plan(read.rows)
    if plan.acts and not dry_run:
        kept = journal.append_all([(by, fact) for fact in plan.acts])
        if isinstance(kept, Refused):  # the meeting changed meanwhile
            raise Stop("import.unreadable", file=str(source), why=words(kept.message, **kept.values))
    return tell_import(source.name, read, plan, words.for_lines(), dry_run=dry_run)


def tell_import(file: str, read: ScoreFile, plan: Plan, words: Words, *, dry_run: bool) -> int:
    """Every change and every refused row, then all in a few lines; the exit status."""
    for change in plan.changes:
        say(_changed(file, change, words))
    refused = sorted((*read.bad, *plan.refused), key=lambda bad: (len(bad.place), bad.place))
    for bad in refused:
        why = words(bad.why.message, **bad.why.values)
        say(words("import.refused", file=file, line=bad.place, why=why))
    for message, names in (("import.added", plan.added), ("import.given_role", plan.given_role)):
        if names:
            say(words(message, count=len(names), names=words.listed(words.shown(name) for name in names)))
    if read.unread:
        say(words("import.unread", names=words.listed(read.unread)))
    if plan.empty:
        say(words("import.passed_over", count=plan.empty))
    scores = sum(not change.fact for change in plan.changes)
    if plan.changes:
        facts = len(plan.changes) - scores
        say(words("import.would" if dry_run else "import.done", scores=scores, facts=facts))
    else:
        say(words("import.nothing"))
    if plan.same:
        say(words("import.same", count=plan.same))
    if refused:
        say(words("import.refused_count", count=len(refused)))
    return FINDINGS if refused else DONE


def _changed(file: str, change: Change, words: Words) -> str:
    row = change.row
    about: dict[str, Any] = {
        "file": file,
        "line": row.place,
        "observer": row.observer,
        "about": row.about,
        "code": row.indicator,
    }
    if change.fact:
        return words("import.fact", **about, text=_short(row.evidence))
    value = shown_answer(change.value, words)
    if change.before is not None:
        return words("import.changed", **about, value=value, before=shown_answer(change.before, words))
    return words("import.replaced" if change.replaces else "import.new", **about, value=value)


def shown_answer(value: Value | None, words: Words) -> str:
    """An answer as it is told in a line."""
    match value:
        case Answer():
            return words(f"common.{value}")
        case Chosen():
            return ", ".join(value.choices)
        case Noted():
            return _short(value.text)
        case int() | float():
            return words.number(value)
    return "–"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TOLD else line[: LONGEST_TOLD - 1] + "…"
