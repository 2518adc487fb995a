"""What the observer's screen shows, as plain values: the step in view, the lines of the grid, and what is missing."""

from __future__ import annotations

from facilitate.analysis.progress import Asked, owing, still_open
from facilitate.analysis.timing import step_clock
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.observing import MEETING
from facilitate.domain.grid import Grid
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
        return words("moderate.closed" if meeting.closed else "observe.not_begun")
    time = f"{'+' if clock.remaining_ms < 0 else ''}{words.clock(clock.remaining_ms)}"
    if track.id == PLENARY:
        return words("observe.step", step=step.id, title=step.title, name=meeting.name(meeting.chair), time=time)
    name = meeting.name(track.moderator) or words("groups.no_moderator")
    return words("observe.in_group", step=step.id, title=step.title, group=track.title, name=name, time=time)


def mark_of(asked: Asked) -> str:
    """One sign beside an answer: a fact owed, a fact given, or taken from the log."""
    if asked.owes:
        return "!"
    if asked.given is not None and asked.given.origin == "log":
        return "~"
    return "+" if asked.facts else " "


def grid_lines(
    grid: Grid, everything: tuple[Asked, ...], entry: tuple[Cell, str] | None, words: Words
) -> tuple[GridLine, ...]:
    """Headings and indicators in the grid's order; `entry` is a number that is being typed into a cell."""
    lines: list[GridLine] = []
    for section in grid.sections:
        found = {
            indicator.id: [each for each in everything if each.indicator.id == indicator.id]
            for indicator in section.indicators
        }
        done = sum(each.given is not None for group in found.values() for each in group)
        total = sum(len(group) for group in found.values())
        heading = words("observe.section", title=section.title, done=str(done), total=str(total))
        lines.append(GridLine(section.id, heading, key=f"section:{section.id}"))
        for indicator in section.indicators:
            cells = tuple(_cell(each, entry, words) for each in found[indicator.id])
            if cells:
                lines.append(GridLine(indicator.id, indicator.text.to(words.language), cells, key=indicator.id))
    return tuple(lines)


def _cell(asked: Asked, entry: tuple[Cell, str] | None, words: Words) -> GridCell:
    if entry is not None and entry[0] == asked.cell:
        return GridCell(f"{entry[1]}_")
    return GridCell(shown(asked.given.value if asked.given else None, asked.indicator, words), mark_of(asked))


def subject_name(meeting: Meeting, cell: Cell, words: Words) -> str:
    """Whom or what the answer is about, as it is written large."""
    if cell.step is not None:
        return words("observe.about_step", step=cell.step)
    return words("observe.about_meeting") if cell.about == MEETING else meeting.name(cell.about)


def missing(meeting: Meeting, everything: tuple[Asked, ...], words: Words) -> list[str]:
    """What a sheet lacks before it is sent: open answers and owed facts, one a line; neither forbids sending."""
    waiting, facts = still_open(everything), owing(everything)
    if not waiting and not facts:
        return [words("observe.complete")]
    lines = [words("observe.open_count", count=len(waiting))] if waiting else []
    lines += [f"  {each.indicator.id}  {subject_name(meeting, each.cell, words)}" for each in waiting]
    lines += [words("observe.owed_count", count=len(facts))] if facts else []
    lines += [f"  {each.indicator.id}  {subject_name(meeting, each.cell, words)}" for each in facts]
    return [*lines, words("observe.may_send")]
