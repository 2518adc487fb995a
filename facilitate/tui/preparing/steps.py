"""The agenda that is being prepared: its lines, and what is kept when a step is changed, moved or put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.style import Style
from rich.text import Text

from facilitate.analysis.planned import Planned, fit, planned, planned_end
from facilitate.domain.agenda import Agenda, Energiser, Phase, Step
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events import Fact
from facilitate.domain.events.planning import StepAssigned
from facilitate.domain.events.preparing import Retimed, StepChanged, StepMoved
from facilitate.domain.meeting.minutes import is_over
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import Wording, replaced
from facilitate.language import Words
from facilitate.tui.console.placing import MOST_MINUTES, fresh_code
from facilitate.tui.drawing import cut, fitted
from facilitate.tui.preparing.lines import ONE_ROW
from facilitate.tui.widgets.taplist import TapRow

WHO, MINUTES, LEAST = 11, 4, 5
"""Cells of the columns."""


def head(words: Words, room: int) -> Text:
    """The names of the columns; on a narrow screen there is no room for them."""
    if room < ONE_ROW:
        return Text(f" {words('prepare.agenda')}")
    who, minutes, least = (words(f"prepare.head.{name}") for name in ("who", "minutes", "least"))
    right = f" {fitted(who, WHO)} {fitted(minutes, MINUTES, right=True)} {fitted(least, LEAST, right=True)}"
    return Text(f" {fitted(words('prepare.head.step'), room - Text(right).cell_len)}{right}")


def rows(meeting: Meeting, words: Words, room: int) -> list[TapRow]:
    """Start, code and title, who moderates it, minutes and the least there must be."""
    return [_row(meeting, each, words, room) for each in planned(meeting)]


def _row(meeting: Meeting, each: Planned, words: Words, room: int) -> TapRow:
    step = each.step
    person = meeting.moderator_of(step.id)
    over = is_over(meeting, step.id)
    mark = "✓" if over else "–" if step.id in meeting.skipped else "▶" if _open(meeting, step.id) else " "
    style = Style(dim=over or step.id in meeting.skipped or not step.counted)
    start = words.hour(each.start) if each.start else ""
    named = f"{mark} {fitted(start, 6 if start else 0)}{step.id}  {step.title.to(words.language)}"
    who = person.name if person else "–" if step.counted else ""
    minutes, least = words.number(each.minutes), f"≥{words.number(each.least)}"
    right = f"{fitted(minutes, MINUTES, right=True)} {fitted(least, LEAST, right=True)}"
    if room >= ONE_ROW:
        right = f" {fitted(who, WHO)} {right}"
        return TapRow(step.id, (Text(f"{fitted(named, room - Text(right).cell_len)}{right}", style),))
    below = f"    {fitted(who, room - Text(right).cell_len - 5)} {right}"
    return TapRow(step.id, (Text(cut(named, room), style), Text(below, style)))


def _open(meeting: Meeting, step: str) -> bool:
    return meeting.current is not None and meeting.current.step == step


def total(meeting: Meeting, words: Words, key: str) -> str:
    """How long all of it takes, from when to when, and whether it fits; `key` brings the minutes down."""
    found, end = fit(meeting), planned_end(meeting)
    said = [words("prepare.total", minutes=found.planned, least=found.least)]
    if meeting.start is not None and end is not None:
        said.append(words("prepare.from_to", start=words.hour(meeting.start), end=words.hour(end)))
    if meeting.end is not None:
        said.append(words("prepare.locked", time=words.hour(meeting.end)))
    if found.floors_over:
        said.append(words("prepare.floors_over", count=found.floors_over))
    if found.over:
        said.append(words("prepare.too_long", count=found.over, key=key))
    elif found.room is not None and found.room > found.planned:
        said.append(words("prepare.to_spare", count=found.room - found.planned))
    return " · ".join(said)


# Minutes.


def fixed(meeting: Meeting, step: str) -> Refused | None:
    """Why a step cannot change any more, if so."""
    return refuse("refused.step_over", step=step) if is_over(meeting, step) else None


def by_minutes(meeting: Meeting, step: Step, by: int) -> list[Fact] | Refused:
    """What is kept where a step gets some minutes more or fewer, or why it cannot."""
    minutes = meeting.planned_minutes(step.id) + by
    why = fixed(meeting, step.id)
    if why is not None:
        return why
    if minutes > MOST_MINUTES:
        return refuse("prepare.most", minutes=MOST_MINUTES)
    if minutes < max(1, step.min_minutes):
        return refuse("prepare.floor", step=step.id, minutes=max(1, step.min_minutes))
    return with_minutes(meeting, {step.id: minutes})


def with_minutes(meeting: Meeting, minutes: Mapping[str, int]) -> list[Fact]:
    """New minutes for steps: until the first one is opened also what people are told, later a re-timing."""
    if not minutes or meeting.agenda is None:
        return []
    if meeting.plenary.openings:
        return [Retimed(minutes=minutes)]
    steps = [step for step in meeting.agenda.steps if step.id in minutes]
    return [StepChanged(step=replaced(step, minutes=minutes[step.id])) for step in steps]


def edited(meeting: Meeting, step: Step, title: str, minutes: int, least: int, words: Words) -> list[Fact]:
    """What is kept where a step was put right: only what differs."""
    same = title == step.title.to(words.language)
    changed = replaced(step, title=step.title if same else Wording(**{words.language: title}), min_minutes=least)
    if meeting.plenary.openings:
        facts: list[Fact] = [StepChanged(step=changed)] if changed != step else []
        return facts if minutes == meeting.planned_minutes(step.id) else [*facts, Retimed(minutes={step.id: minutes})]
    changed = replaced(changed, minutes=minutes)
    return [StepChanged(step=changed)] if changed != step else []


# Places.


def moved(meeting: Meeting, step: str, by: int) -> list[Fact] | Refused:
    """What is kept where a step goes one place up (-1) or down (1); it never passes a step that was opened."""
    agenda = meeting.agenda
    if agenda is None or agenda.step(step) is None:
        return []
    place = agenda.place_of(step)
    if not 0 <= place + by < len(agenda.steps):
        return []
    for each in (step, agenda.steps[place + by].id):
        if any(opening.step == each for opening in meeting.plenary.openings):
            return refuse("prepare.was_opened", step=each)
    before = agenda.steps[place + 1] if by > 0 else agenda.steps[place - 2] if place > 1 else None
    return [StepMoved(step=step, after=before.id if before else None)]


def after(meeting: Meeting, chosen: str | None) -> str | None:
    """After which step a new one comes: the chosen one, but never before a step that was opened; else the last."""
    steps = meeting.agenda.steps if meeting.agenda else ()
    opened = {opening.step for opening in meeting.plenary.openings}
    places = [place for place, step in enumerate(steps) if step.id in opened]
    chosen_place = next((place for place, step in enumerate(steps) if step.id == chosen), len(steps) - 1)
    place = max([chosen_place, *places]) if steps else -1
    return steps[place].id if place >= 0 else None


def put_in(meeting: Meeting, step: Step, chosen: str | None) -> list[Fact]:
    return [StepChanged(step=step, after=after(meeting, chosen))]


def own_step(meeting: Meeting, agenda: Agenda, title: str, minutes: int, chosen: str | None, words: Words) -> Step:
    """A step in the words of whoever prepares the meeting."""
    wording = Wording(**{words.language: title})
    least = max(1, -(-minutes * 3 // 5))
    return Step(id=fresh_code(agenda), phase=_phase(meeting, chosen), title=wording, minutes=minutes, min_minutes=least)


def energising(meeting: Meeting, agenda: Agenda, energiser: Energiser, chosen: str | None) -> Step:
    """A step for an energiser."""
    return Step(
        id=fresh_code(agenda),
        phase=_phase(meeting, chosen),
        title=energiser.title,
        minutes=energiser.minutes,
        min_minutes=max(1, -(-energiser.minutes * 3 // 5)),
        method="energiser" if "energiser" in agenda.methods else None,
        energiser=energiser.id,
    )


def taken_over(agenda: Agenda, step: Step) -> Step:
    """A step of another agenda, under a code that is free here, without an energiser that is not known here."""
    code = step.id if agenda.step(step.id) is None else fresh_code(agenda)
    known = {each.id for each in agenda.energisers}
    return replaced(step, id=code, energiser=step.energiser if step.energiser in known else None, sources=())


def _phase(meeting: Meeting, chosen: str | None) -> Phase:
    """The phase of the step that it comes after; what is put in belongs to the meeting."""
    step = meeting.agenda.step(after(meeting, chosen)) if meeting.agenda else None
    return step.phase if step and step.phase != "before" else "opening"


def unused(agenda: Agenda, library: Sequence[Agenda]) -> Iterator[tuple[Agenda, Step]]:
    """The steps of other agendas, and of the one that this came from, that this one does not have."""
    titles = {step.title for step in agenda.steps}
    for other in library:
        for step in other.steps:
            if step.title not in titles:
                titles.add(step.title)
                yield other, step


# Who moderates.


def assigned(meeting: Meeting, shared: Mapping[str, str]) -> list[Fact]:
    """What is kept where steps go to these moderators: only what differs."""
    return [StepAssigned(step=step, moderator=who) for step, who in shared.items() if meeting.assigned.get(step) != who]
