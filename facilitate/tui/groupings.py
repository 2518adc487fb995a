"""What the groups' page says: what the step asks for, a row for each group, and the needs of one."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style
from rich.text import Text

from facilitate.analysis.presence import present
from facilitate.analysis.splitting import Kind, Plan, Plans
from facilitate.analysis.timing import StepClock
from facilitate.analysis.tracks import GroupNow, needs_of, with_no_group
from facilitate.domain.agenda import Step
from facilitate.domain.meeting.parts import Track
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.drawing import cut, fitted
from facilitate.tui.widgets.taplist import TapRow

ONE_LINE = 100
"""From so many cells on a group needs one line only."""

STEP_CELLS = 6


def kind_name(kind: Kind, number: int, words: Words) -> str:
    """What a proposed group is called at first, as far as nobody calls it otherwise."""
    return words("groups.small", number=number) if kind == "small" else words(f"groups.{kind}")


def step_asked(meeting: Meeting) -> Step | None:
    """The step that the groups are for: the open one, or the next one where only that is done in groups."""
    step = meeting.agenda.step(meeting.current.step) if meeting.agenda and meeting.current else None
    following = meeting.next_step()
    return following if following is not None and following.apart and not (step and step.apart) else step or following


def asks(meeting: Meeting, words: Words, may_split: bool) -> str:
    """What the step asks for, who is there, and what to do."""
    step = step_asked(meeting)
    lines = [_asked(meeting, step, words), _present(meeting, words)]
    if may_split and not meeting.closed:
        lines.append(words("groups.how" if meeting.current else "moderate.nothing_open"))
    return "\n".join(lines)


def _asked(meeting: Meeting, step: Step | None, words: Words) -> str:
    if step is None or not step.apart:
        return words("groups.not_asked")
    rule = step.group_rule.to(words.language) or words(f"groups.rule.{step.groups}")
    now = meeting.current is not None and meeting.current.step == step.id
    return words("groups.asked" if now else "groups.asked_next", step=step.id, rule=rule)


def _present(meeting: Meeting, words: Words) -> str:
    number = present(meeting)
    return words("groups.present", number=number) if number else words("groups.nobody_counted")


def apart_said(meeting: Meeting, words: Words) -> str:
    """That the room is apart, and who is with no group."""
    lone = [each.name for each in with_no_group(meeting)]
    said = words("groups.apart", count=len(meeting.apart))
    return f"{said} {words('groups.lone', names=words.listed(lone))}" if lone else said


def head(meeting: Meeting, words: Words) -> Text:
    """What the list is a list of."""
    return Text(f" {words('groups.at_work' if meeting.apart else 'groups.planned')}")


def time_said(clock: StepClock | None, words: Words) -> str:
    """How long still, in words: left, over or paused."""
    if clock is None:
        return words("groups.no_step")
    over = clock.remaining_ms < 0
    shown = words.clock(-(clock.remaining_ms // 1000) * 1000 if over else clock.remaining_ms)
    message = "console.paused" if clock.paused else "console.over" if over else "console.left"
    return words(message, time=f"+{shown}" if over else shown)


def group_rows(meeting: Meeting, groups: Iterable[GroupNow], here: Track, words: Words, room: int) -> list[TapRow]:
    """The groups that are apart: one's own with a dot, time and step; who is with it, and its needs."""
    rows = []
    for group in groups:
        track, own = group.track, group.track.id == here.id
        name = f"● {words('groups.yours', title=track.title)}" if own else f"  {track.title}"
        step = group.clock.step if group.clock else ""
        plan = Plan(track.id, track.title, track.moderator, track.observers)
        people = _people(meeting, plan, words, words("review.needs", count=group.needs))
        rows.append(_row(track.id, name, time_said(group.clock, words), step, people, room))
    return rows


def plan_rows(meeting: Meeting, plans: Plans, words: Words, room: int) -> list[TapRow]:
    """The groups that are proposed: who would moderate and who would observe."""
    return [_row(plan.id, f"  {plan.title}", "", "", _people(meeting, plan, words), room) for plan in plans]


def _row(id: str, name: str, time: str, step: str, people: str, room: int) -> TapRow:
    bold, when = Style(bold=True), 24 if time else 0
    if room >= ONE_LINE:
        head = Text.assemble(
            (fitted(name, 26), bold), (fitted(time, when), bold), fitted(step, STEP_CELLS if step else 0)
        )
        return TapRow(id, (head.append(cut(people, room - head.cell_len)),))
    tail = f"{time}  {step}".rstrip()
    first = Text(f"{fitted(name, max(8, room - Text(tail).cell_len - 1))} {tail}", bold)
    return TapRow(id, (first, Text(cut(f"    {people}", room))))


def _people(meeting: Meeting, plan: Plan, words: Words, needs: str = "") -> str:
    """Who moderates, that nobody does, how many needs there are, and who observes."""
    moderator = meeting.name(plan.moderator) or words("groups.no_moderator")
    names = words.listed(meeting.name(each) for each in plan.observers)
    return " · ".join(
        each for each in (moderator, needs, words("groups.observed", names=names) if names else "") if each
    )


def needs_said(meeting: Meeting, track: Track | None, words: Words) -> Text:
    """What a group has said that it needs, the newest last."""
    if track is None:
        return Text()
    needs = needs_of(meeting, track.id)
    title = words("groups.needs_of", title=track.title)
    if not needs:
        return Text.assemble((title, Style(bold=True)), f"  {words('groups.no_needs')}")
    return Text("\n").join([Text(title, Style(bold=True)), *(Text(f"– {need.text}") for need in needs)])
