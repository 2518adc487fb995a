"""What happened: when the meeting began, how long each step took, what was skipped, and the exercises between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitate.analysis.timing import StepTime, start_delay_minutes, step_times
from facilitate.domain.events.base import PLENARY
from facilitate.domain.instants import Span, between, total
from facilitate.domain.meeting.parts import EnergiserDone, Handover, Retiming, Track
from facilitate.report.blocks import Block, Bullets, Paragraph, table
from facilitate.report.teller import Teller

MINUTE_MS = 60_000


def course(tell: Teller) -> Iterator[Block]:
    """The steps with their times; nothing before the meeting has begun."""
    if not tell.meeting.plenary.openings:
        return
    times = step_times(tell.meeting, tell.now)
    yield tell.part("report.course")
    start = _start(tell)
    if start:
        yield Paragraph(start)
    header = (tell("report.course.step"), tell("report.course.planned"), tell("report.course.actual"))
    yield table(header, [_row(tell, each) for each in times], numbers_from=1)
    yield Bullets(tuple(_sums(tell, times)))
    yield from _listed(tell, "report.course.retimed", (_retimed(tell, each) for each in tell.meeting.retimings))
    yield from _listed(tell, "report.course.skipped", _skipped(tell, times))
    yield from _listed(tell, "report.course.lead", (_handover(tell, each) for each in tell.meeting.handovers))
    yield from _listed(tell, "report.course.groups", _groups(tell))
    yield from _listed(tell, "report.course.energisers", (_energiser(tell, each) for each in tell.meeting.energisers))


def _listed(tell: Teller, message: str, items: Iterator[str]) -> Iterator[Block]:
    found = tuple(items)
    if found:
        yield tell.part(message, 2)
        yield Bullets(found)


def _start(tell: Teller) -> str:
    delay = start_delay_minutes(tell.meeting)
    if delay is None:
        return ""
    minutes = round(abs(delay))
    if not minutes:
        return tell("report.course.on_time")
    length = tell.words.minutes(minutes * MINUTE_MS)
    return tell("report.course.late" if delay > 0 else "report.course.early", minutes=length)


def _row(tell: Teller, time: StepTime) -> tuple[str, str, str]:
    spent = tell.minutes(time.spent)
    states = {
        "open": tell("report.course.still_open", number=spent),
        "skipped": tell("report.course.was_skipped"),
        "to_come": tell("report.course.to_come"),
    }
    step = tell.step(time.step)
    title = step if time.counted else tell("report.course.uncounted", step=step)
    return (title, tell.words.number(time.planned), states.get(time.state, spent))


def _sums(tell: Teller, times: tuple[StepTime, ...]) -> Iterator[str]:
    counted = [each for each in times if each.counted]
    planned, spent = sum(each.planned for each in counted), total(each.spent for each in counted)
    took = tell.words.minutes(spent.ms)
    yield tell("report.course.total", planned=tell.words.minutes(planned * MINUTE_MS), took=took)
    over = round(spent.minutes) - planned
    if tell.meeting.closed:
        length = tell.words.minutes(abs(over) * MINUTE_MS)
        yield tell("report.course.over" if over > 0 else "report.course.under" if over else "report.course.as_planned",
                   minutes=length)  # fmt: skip
    beyond = total(Span(max(0, each.over_ms)) for each in counted if each.state == "done")
    if beyond.ms >= MINUTE_MS / 2:
        yield tell("report.course.beyond", minutes=tell.words.minutes(beyond.ms))
    pauses = [pause for opening in tell.meeting.plenary.openings for pause in opening.pauses]
    if pauses:
        still = total(between(pause.start, pause.end or tell.now) for pause in pauses)
        yield tell("report.course.pauses", count=len(pauses), minutes=tell.words.minutes(still.ms))
    if any(each.spent.approximate for each in times):
        yield tell("report.course.approximate")
    for reason in tell.meeting.reopened:
        yield tell("report.course.reopened", reason=tell.own(reason))


def _skipped(tell: Teller, times: tuple[StepTime, ...]) -> Iterator[str]:
    for time in times:
        if time.state != "skipped":
            continue
        reason, step = tell.meeting.skipped.get(time.step), tell.step(time.step)
        if reason:
            yield tell("report.course.skipped_because", step=step, reason=tell.own(reason))
        elif reason is None:
            yield tell("report.course.never_opened", step=step)
        else:
            yield tell("report.course.skipped_no_reason", step=step)


def _retimed(tell: Teller, done: Retiming) -> str:
    """When, which steps, from how many minutes to how many, and whether the group was asked."""
    steps = tell.words.listed(
        tell("report.course.retimed_step", step=tell.step(step), before=before, after=after)
        for step, before, after in done.steps
    )
    said = tell("report.course.retimed_agreed" if done.agreed else "report.course.retimed_alone")
    line = tell("report.course.retimed_at", time=f"{done.at.wall:%H:%M}", steps=steps, agreed=said)
    return tell("report.course.with_reason", what=line, reason=tell.own(done.reason)) if done.reason else line


def _handover(tell: Teller, done: Handover) -> str:
    way = "taken" if done.from_ is None else "absent" if done.absent else "handed"
    time = f"{done.at.wall:%H:%M}"
    return tell(f"report.course.lead.{way}", time=time, to=tell.name(done.to), from_=tell.name(done.from_))


def _groups(tell: Teller) -> Iterator[str]:
    """Each group with the time that it took for each of its steps."""
    for track in tell.meeting.tracks.values():
        for step in dict.fromkeys(opening.step for opening in track.openings if track.id != PLENARY):
            yield _track(tell, track, step)


def _track(tell: Teller, track: Track, step: str) -> str:
    values: dict[str, Any] = {
        "title": tell.own(track.title),
        "step": tell.step(step),
        "minutes": tell.words.minutes(track.spent(step, tell.now).ms),
    }
    if track.moderator:
        return tell("report.course.group_led", name=tell.name(track.moderator), **values)
    return tell("report.course.group", **values)


def _energiser(tell: Teller, done: EnergiserDone) -> str:
    known = tell.meeting.agenda.energisers if tell.meeting.agenda else ()
    found = next((each for each in known if each.id == done.energiser), None)
    title = tell.own(found.title.to(tell.words.language) if found else done.energiser)
    if done.minutes is None:
        return title
    return tell("report.labelled", label=title, value=tell.words.minutes(done.minutes * MINUTE_MS))
