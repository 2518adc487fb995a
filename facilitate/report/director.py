"""The director's agenda: for the wall in few large words, or for the hand with how each step is done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from facilitate.analysis.agenda_rows import AgendaRow, agenda_rows, planned_end
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.state import Meeting
from facilitate.language.words import Words
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph, table
from facilitate.report.expecting import checklist, expected_said
from facilitate.report.frame import consent, people_lines, title
from facilitate.report.teller import Teller


def director_blocks(meeting: Meeting, now: Instant, words: Words, *, wall: bool) -> tuple[Block, ...]:
    """The agenda of a meeting, or of a kit as a meeting without people."""
    tell = Teller(meeting, now, words)
    return tuple(_wall(tell) if wall else _hand(tell))


def _wall(tell: Teller) -> Iterator[Block]:
    """Time, step, who: what is read from the third row."""
    yield Heading(1, title(tell))
    if where := where_and_when(tell):
        yield Paragraph(where)
    rows = agenda_rows(tell.meeting)
    who = any(each.moderator for each in rows)
    names = ("director.hour", "director.step", *(("director.who",) if who else ()))
    lines = [(hour(tell, each), tell.step(each.step.id), *((_who(tell, each),) if who else ())) for each in rows]
    if end := planned_end(tell.meeting):
        lines.append((tell.words.hour(end), tell("director.end"), *(("",) if who else ())))
    yield table([tell(name) for name in names], lines)


def _hand(tell: Teller) -> Iterator[Block]:
    meeting = tell.meeting
    yield Heading(1, title(tell))
    yield Bullets(tuple(heading_lines(tell)))
    if meeting.objectives:
        yield tell.part("report.objectives")
        yield Bullets(tuple(tell.own(each) for each in meeting.objectives))
    yield from consent(tell)
    yield from checklist(tell)
    yield tell.part("director.agenda")
    for row in agenda_rows(meeting):
        yield Heading(3, step_line(tell, row))
        yield Bullets(tuple(step_lines(tell, row)))
    if end := planned_end(meeting):
        yield Paragraph(tell("director.ends", hour=tell.words.hour(end)))


def where_and_when(tell: Teller) -> str:
    """The place, the day and the hour, as far as they are known."""
    meeting = tell.meeting
    when = tell.words.moment(meeting.start) if meeting.start else ""
    return tell.words.listed(each for each in (tell.own(meeting.place) if meeting.place else "", when) if each)


def heading_lines(tell: Teller) -> Iterator[str]:
    """Place and hours, who does what, how many are expected, which grid."""
    meeting = tell.meeting
    if where := where_and_when(tell):
        yield tell("director.where", where=where)
    if meeting.end is not None:
        yield tell("director.locked", end=_moment(tell, meeting.end))
    if meeting.audience and not (meeting.agenda and meeting.audience == meeting.agenda.audience):
        yield tell("director.audience", audience=tell.own(meeting.audience))
    yield from people_lines(tell)
    if meeting.expected:
        yield tell("director.expected", groups=expected_said(tell))
    agenda = meeting.agenda
    for name, wording in (("room", agenda.room), ("materials", agenda.materials)) if agenda else ():
        if said := wording.to(tell.words.language):
            yield tell(f"director.{name}", text=tell.own(said))
    if meeting.grid is not None:
        agreed = tell("report.grid.agreed" if meeting.grids.seal else "report.grid.not_agreed")
        yield tell("director.grid", fingerprint=tell.own(meeting.grid.short_fingerprint), agreed=agreed)


def _moment(tell: Teller, end: datetime) -> str:
    start = tell.meeting.start
    return tell.words.hour(end) if start and start.date() == end.date() else tell.words.moment(end)


# One step.


def hour(tell: Teller, row: AgendaRow) -> str:
    """When a step begins: by the clock, else hours and minutes from the beginning."""
    if row.at is not None:
        return tell.words.hour(row.at)
    return tell.words.figures(f"{'-' if row.after < 0 else ''}{abs(row.after) // 60}:{abs(row.after) % 60:02}")


def step_line(tell: Teller, row: AgendaRow) -> str:
    """The hour, the code, the title and the minutes of a step."""
    minutes = tell("common.minutes", count=row.minutes)
    code, name = tell.own(row.step.id), tell.step(row.step.id)
    return tell("director.step_line", hour=hour(tell, row), code=code, title=name, minutes=minutes)


def step_lines(tell: Teller, row: AgendaRow) -> Iterator[str]:
    """Who, how, in which shape of the room, with which energiser, and what comes out of it."""
    language, step = tell.words.language, row.step
    if row.moderator is not None:
        yield tell("director.led_by", name=tell.name(row.moderator.id))
    if row.method is not None:
        yield tell(
            "director.method", text=_both(tell, row.method.title.to(language), row.method.description.to(language))
        )
    shape = tell(f"director.room.{step.groups}")
    rule = step.group_rule.to(language)
    yield tell("director.shape", text=_both(tell, shape, rule))
    if row.energiser is not None:
        yield "\n".join(energiser_lines(tell, row))
    if output := step.output.to(language):
        yield tell("director.output", text=tell.own(output))


def _both(tell: Teller, name: str, text: str) -> str:
    said = [tell.own(each) for each in (name, text) if each]
    return tell("director.both", name=said[0], text=said[1]) if len(said) == 2 else "".join(said)


def energiser_lines(tell: Teller, row: AgendaRow) -> Iterator[str]:
    """An energiser with its instructions, numbered, and what is needed for it."""
    energiser, language = row.energiser, tell.words.language
    if energiser is None:
        return
    minutes = tell("common.minutes", count=energiser.minutes)
    yield tell("director.energiser", title=tell.own(energiser.title.to(language)), minutes=minutes)
    if energiser.materials not in ("", "none"):
        yield tell("director.materials", text=tell.own(energiser.materials))
    for number, each in enumerate(energiser.steps, start=1):
        yield tell("director.numbered", number=number, text=tell.own(each.to(language)))
    if tip := energiser.tip.to(language):
        yield tell.own(tip)


def _who(tell: Teller, row: AgendaRow) -> str:
    return tell.name(row.moderator.id) if row.moderator is not None else ""
