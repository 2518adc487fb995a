"""What the observer's screen shows, as plain values: the step in view, the lines of the grid, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from typing import TypeAlias

from facilitate.analysis.progress import Asked, owing, still_open
from facilitate.analysis.timing import step_clock
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid, Section
from facilitate.domain.indicator import Duration
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.observer.answers import shown
from facilitate.tui.widgets.scoregrid import GridCell, GridLine


def where(meeting: Meeting, track: Track, now: Instant, words: Words) -> str:
    """The step that is open where an observer is, in plenary or with a group, its clock and who moderates."""
    current = track.current
    step = meeting.agenda.step(current.step) if meeting.agenda and current else None
    clock = step_clock(meeting, now, track.id)
    if step is None or clock is None:
        return words("moderate.closed" if meeting.closed else _not_begun(meeting))
    time = f"{'+' if clock.remaining_ms < 0 else ''}{words.clock(clock.remaining_ms)}"
    if track.id == PLENARY:
        return words("observe.step", step=step.id, title=step.title, name=meeting.name(meeting.chair), time=time)
    name = meeting.name(track.moderator) or words("groups.no_moderator")
    return words("observe.in_group", step=step.id, title=step.title, group=track.title, name=name, time=time)


def _not_begun(meeting: Meeting) -> str:
    """Before the meeting the grid is what waits for an observer, until it is agreed."""
    open_still = meeting.grid is not None and meeting.grids.standing == "not_agreed" and not meeting.plenary.openings
    return "observe.not_begun_grid" if open_still else "observe.not_begun"


def mark_of(asked: Asked) -> str:
    """One sign beside an answer: a fact owed, a fact given, taken from the log, or following from other answers."""
    if asked.owes:
        return "!"
    if asked.given is not None and asked.given.origin == "log":
        return LOG
    if asked.given is not None and asked.given.origin == "derived":
        return FOLLOWS
    return "+" if asked.facts else " "


AN_HOUR = 3600
"""Seconds from which a time in a cell is told in minutes: it has no room for hours."""

LOG, FOLLOWS = "~", "="
"""Signs beside a value from the log, and beside one that follows from others; alone they say that it is still to come,
and `·` is exactly what waits for the observer."""

WAITS = "…"
"""The sign beside an answer that is not on disk yet."""

Entry: TypeAlias = tuple[Cell, str] | None
"""A number that is being typed into a cell."""


def by_code(everything: Iterable[Asked]) -> dict[str, tuple[Asked, ...]]:
    """What is asked, subject by subject, under each indicator's code."""
    found: dict[str, tuple[Asked, ...]] = {}
    for each in everything:
        found[each.indicator.id] = (*found.get(each.indicator.id, ()), each)
    return found


class GridLines:
    """The grid's lines, made again only where an answer changed: a key must not cost a whole large grid.

    `waiting` are the codes under which an answer is on its way to the disk; what changed has a sign until it is kept.
    """

    def __init__(self, words: Words, running: Callable[[], Mapping[Cell, GridCell]] = dict) -> None:
        """`running` says what stands in the cells of what lasts now, instead of an answer."""
        self.words, self.running = words, running
        self.waiting: set[str] = set()
        self._made: dict[str, tuple[tuple[Asked, ...], GridLine]] = {}

    def lines(
        self, grid: Grid, found: Mapping[str, tuple[Asked, ...]], entry: Entry, codes: Container[str] | None = None
    ) -> tuple[GridLine, ...]:
        """Headings and indicators in the grid's order; those in `codes`, or all."""
        lines: list[GridLine] = []
        runs = self.running()
        for section in grid.sections:
            there = [each.id for each in section.indicators if each.id in found]
            shown = [self.line(found[code], entry, runs) for code in there if codes is None or code in codes]
            if shown or codes is None:
                lines += [self._heading(section, [each for code in there for each in found[code]]), *shown]
        return tuple(lines)

    def _heading(self, section: Section, asked: list[Asked]) -> GridLine:
        counted = [each for each in asked if not each.follows and (each.open or each.given is not None)]
        done, total = sum(not each.open for each in counted), len(counted)
        heading, count = section.title.to(self.words.language), f"{done}/{total}" if counted else ""
        if counted:
            heading = self.words("observe.section", title=section.title, done=str(done), total=str(total))
        return GridLine(section.id, heading, key=f"section:{section.id}", progress=count)

    def line(self, group: tuple[Asked, ...], entry: Entry, runs: Mapping[Cell, GridCell] | None = None) -> GridLine:
        """The line of one indicator."""
        indicator, runs = group[0].indicator, self.running() if runs is None else runs
        passing = (entry is not None and entry[0].indicator == indicator.id) or any(each.cell in runs for each in group)
        waits = indicator.id in self.waiting
        made = self._made.get(indicator.id)
        if made is not None and made[0] == group and not passing:
            return made[1]
        cells = tuple(_cell(each, entry, runs, self.words) for each in group)
        if made is not None and waits:
            pairs = zip(cells, group, made[0], strict=False)
            cells = tuple(cell if new == old else cell._replace(mark=WAITS) for cell, new, old in pairs)
        line = GridLine(indicator.id, indicator.text.to(self.words.language), cells, key=indicator.id)
        if not passing and not waits:
            self._made[indicator.id] = (group, line)
        return line


def _cell(asked: Asked, entry: Entry, runs: Mapping[Cell, GridCell], words: Words) -> GridCell:
    if entry is not None and entry[0] == asked.cell:
        return GridCell(f"{words.figures(entry[1])}_")
    if asked.cell in runs:
        return runs[asked.cell]
    if asked.given is None and not asked.open:
        return GridCell(FOLLOWS if asked.follows else LOG, "+" if asked.facts else " ")
    value = asked.given.value if asked.given else None
    if isinstance(asked.indicator, Duration) and isinstance(value, int | float) and value >= AN_HOUR:
        return GridCell(f"{words.number(int(value // 60))}′", mark_of(asked))
    return GridCell(shown(value, asked.indicator, words), mark_of(asked))


def subject_name(meeting: Meeting, cell: Cell, words: Words) -> str:
    """Whom or what the answer is about, as it is written large."""
    if cell.step is not None:
        return words("observe.about_step", step=cell.step)
    return words("observe.about_meeting") if cell.about == MEETING else meeting.name(cell.about)


def missing(meeting: Meeting, everything: tuple[Asked, ...], words: Words) -> list[str]:
    """What a sheet lacks before it is sent: owed facts and open answers by section; neither forbids sending."""
    waiting, facts = still_open(everything), owing(everything)
    if not waiting and not facts:
        return [words("observe.complete")]
    lines = [words("observe.owed_count", count=len(facts)), *by_section(meeting, facts, words)] if facts else []
    lines += [words("observe.open_count", count=len(waiting)), *by_section(meeting, waiting, words)] if waiting else []
    return [*lines, words("observe.may_send")]


def by_section(meeting: Meeting, found: Iterable[Asked], words: Words) -> list[str]:
    """Answers by their codes and whom they are about, a line for each section, with how many there are."""
    sections = meeting.grid.sections if meeting.grid else ()
    named = [(each.indicator.id, named_answer(meeting, each.cell, words)) for each in found]
    lines = []
    for section in sections:
        codes = {each.id for each in section.indicators}
        there = [name for code, name in named if code in codes]
        if there:
            lines.append(f"  {section.id}  {words.number(len(there))}: {words.listed(there)}")
    return lines


def named_answer(meeting: Meeting, cell: Cell, words: Words) -> str:
    """An answer by its code and whom it is about; one about the meeting by its code."""
    whole = cell.about == MEETING and cell.step is None
    return cell.indicator if whole else f"{cell.indicator} {subject_name(meeting, cell, words)}"
