"""Where in the meeting an answer belongs: the step it was seen in, and what a step that ended should have shown."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from facilitate.analysis.progress import Asked
from facilitate.analysis.regrid import asked_no_more
from facilitate.domain.agenda import Agenda, named_by
from facilitate.domain.events.observing import MEETING
from facilitate.domain.indicator import Derived
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.agreement import GridHistory
from facilitate.domain.meeting.mapping import carried
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.sheets import Cell, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words

NEW = ""
"""The name of a fact that is not kept yet, among drafts."""

NOTE = "note"
"""The name of a note that was refused, among drafts."""

NOW = "now"
"""The choice of the step that is open, whichever that is."""


@dataclass
class Desk:
    """What the page keeps for its observer over another page or language.

    `drafts` are facts that are being written, by the cell and the fact, and `numbers` were being typed when their
    indicator went away. `late` are the steps that were chosen for what is said late; `in_view` is the one for
    indicators about steps, chosen when that many steps had been opened (`chosen_at`). `elsewhere` is since when this
    seat is open in other programs, and `read` what was set aside, as far as the person was told. `version` counts the
    amendments of the grid that the cells here are of.
    """

    drafts: dict[Cell, dict[str, str]] = field(default_factory=dict)
    late: dict[Cell, str] = field(default_factory=dict)
    in_view: str | None = None
    chosen_at: tuple[str, int] | None = None
    numbers: dict[Cell, str] = field(default_factory=dict)
    elsewhere: list[Instant] = field(default_factory=list)
    read: set[Cell] = field(default_factory=set)
    version: int | None = None

    def carried_on(self, history: GridHistory) -> Mapping[str, str]:
        """What is being typed follows its indicator to its code in force; the codes that changed, once for each
        amendment."""
        version, self.version = self.version, len(history.amendments)
        if version is None or version >= self.version:
            return {}
        codes = {
            code: now
            for code in history.versions[version].by_id
            if (now := carried(history, version, code)) is not None and now != code
        }
        _rekey(self.drafts, codes)
        _rekey(self.numbers, codes)
        _rekey(self.late, codes)
        return codes

    @property
    def unfinished(self) -> int:
        """How many texts are kept nowhere yet."""
        return len(self.numbers) + sum(len(_written(texts)) for texts in self.drafts.values())

    def texts(self, cell: Cell) -> dict[str, str]:
        """What is being written about one answer; the text of a new fact under no name."""
        return self.drafts.setdefault(cell, {})

    def aside(self, asked: Container[Cell], meeting: Meeting) -> dict[Cell, list[str]]:
        """What is kept nowhere and cannot be reached any longer: `asked` is what the grid asks on the step in view."""
        found = {cell: _written(texts) for cell, texts in self.drafts.items()}
        for cell, number in self.numbers.items():
            found[cell] = [*found.get(cell, []), number]
        gone = (cell for cell in found if cell not in asked and (cell.step is None or asked_no_more(meeting, cell)))
        return {cell: found[cell] for cell in gone if found[cell]}


Kept = TypeVar("Kept")


def _rekey(kept: dict[Cell, Kept], codes: Mapping[str, str]) -> None:
    moved = {cell._replace(indicator=codes.get(cell.indicator, cell.indicator)): each for cell, each in kept.items()}
    kept.clear()
    kept.update(moved)


def _written(texts: Mapping[str, str]) -> list[str]:
    return [text for text in texts.values() if text.strip()]


def step_choices(meeting: Meeting, track: Track, words: Words) -> tuple[tuple[str, str, str], ...]:
    """The steps that something can have been seen in: what is open now, then those that were, the last one first."""
    agenda, current = meeting.agenda, track.current
    been = dict.fromkeys(
        opening.step for each in (track, *meeting.tracks.values()) for opening in reversed(each.openings)
    )
    titles = [(step, agenda.step(step) if agenda else None) for step in been if not current or step != current.step]
    found = [(step, step, named.title.to(words.language) if named else "") for step, named in titles]
    open_now = words("context.now", step=current.step) if current else words("context.no_step")
    return ((NOW, open_now, ""), *found)


def last_ended(track: Track) -> str | None:
    """The step that ended last where the observer is; nothing before the first has ended."""
    return next((each.step for each in reversed(track.openings) if each.end is not None), None)


def due_in(step: str | None, by_code: Iterable[Asked], sheet: Sheet, agenda: Agenda | None) -> tuple[Cell, ...]:
    """Answers that a step should have shown and that still wait: those the grid asks in it, and those about steps."""
    if step is None:
        return ()
    found = []
    for each in by_code:
        if each.indicator.about == "step":
            cell = Cell(MEETING, each.indicator.id, step)
            asked_in = not each.indicator.steps or named_by(each.indicator.steps, agenda, step)
            open_there = asked_in and not each.indicator.auto and _waits(each, cell, sheet)
        else:
            cell, open_there = each.cell, each.open and named_by(each.indicator.steps, agenda, step)
        if open_there:
            found.append(cell)
    return tuple(dict.fromkeys(found))


def _waits(each: Asked, cell: Cell, sheet: Sheet) -> bool:
    """Whether an answer about a step waits there: not one that follows from others, nor one whose condition is not
    known to be met."""
    if each.cell == cell:
        return each.open
    return not (isinstance(each.indicator, Derived) or each.indicator.when or answered(sheet, cell))


def put_on(step: str | None, now: str | None, words: Words) -> str:
    """On which step answers about steps are put, where that is not the open one; else nothing."""
    if step is None or step == now:
        return ""
    return words("context.not_open", step=step, now=now) if now else words("context.none_open", step=step)


def answered(sheet: Sheet, cell: Cell) -> bool:
    """Whether the observer has said anything as an answer in a cell."""
    by_cell: tuple[Mapping[Cell, object], ...] = (sheet.marks, sheet.tallies, sheet.intervals)
    return any(cell in each for each in by_cell) or any(each.cell == cell for each in sheet.timings.values())


def reminder(step: str | None, due: tuple[Cell, ...], words: Words) -> str:
    """One line at a step's end; nothing where nothing waits."""
    codes = list(dict.fromkeys(cell.indicator for cell in due))
    if step is None or not codes:
        return ""
    said = " ".join(codes[:4]) + (f" +{len(codes) - 4}" if len(codes) > 4 else "")
    return words("context.reminder", step=step, codes=said)
