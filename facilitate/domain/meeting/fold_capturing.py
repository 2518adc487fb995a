"""The fold's rules for what the meeting brings."""

from __future__ import annotations

from facilitate.domain.events import Event
from facilitate.domain.events import capturing as facts
from facilitate.domain.meeting.grouping import grouped
from facilitate.domain.meeting.parts import Capture, Project, Ranking, Theme
from facilitate.domain.meeting.rule import Rules, clash
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.model import replaced, with_item, without_item


def captured(meeting: Meeting, event: Event, fact: facts.Captured) -> Meeting:
    if fact.capture in meeting.captures:
        return clash(meeting, event, "clash.capture_twice", text=fact.text[:60])
    fields = {name: getattr(fact, name) for name in type(fact).model_fields if name not in ("kind", "capture")}
    capture = Capture.model_construct(id=fact.capture, by=event.by, at=event.instant, **fields)
    return replaced(meeting, captures=with_item(meeting.captures, fact.capture, capture))


def _with_capture(meeting: Meeting, event: Event, capture: str, **changes: object) -> Meeting:
    found = meeting.captures.get(capture)
    if found is None:
        return clash(meeting, event, "clash.capture_missing")
    return replaced(meeting, captures=with_item(meeting.captures, capture, replaced(found, **changes)))


def capture_changed(meeting: Meeting, event: Event, fact: facts.CaptureChanged) -> Meeting:
    names = (name for name in type(fact).model_fields if name not in ("kind", "capture", "cleared"))
    given = {name: getattr(fact, name) for name in names if getattr(fact, name) is not None}
    given |= dict.fromkeys(fact.cleared)
    return _with_capture(meeting, event, fact.capture, changed=True, **given)


def capture_withdrawn(meeting: Meeting, event: Event, fact: facts.CaptureWithdrawn) -> Meeting:
    return _with_capture(meeting, event, fact.capture, withdrawn=True)


def needs_grouped(meeting: Meeting, _: Event, fact: facts.NeedsGrouped) -> Meeting:
    """A need is in one theme only: the last one that it was put into. A theme without needs is none."""
    left = {each.id: tuple(need for need in each.needs if need not in fact.needs) for each in meeting.themes.values()}
    themes = {each: replaced(meeting.themes[each], needs=needs) for each, needs in left.items() if needs}
    if fact.needs:
        themes[fact.theme] = Theme(id=fact.theme, title=fact.title, needs=fact.needs)
    else:
        themes = without_item(themes, fact.theme)
    return replaced(meeting, themes=themes, captures=_put_elsewhere(meeting, fact))


def _put_elsewhere(meeting: Meeting, fact: facts.NeedsGrouped) -> dict[str, Capture]:
    """The captures, without the theme that a need was said under where this grouping says otherwise."""
    said = (each for each in meeting.captures.values() if each.theme)
    other = {each.id for each in said if each.id in fact.needs or each.theme == fact.theme}
    return {each.id: replaced(each, theme=None) if each.id in other else each for each in meeting.captures.values()}


def ranked(meeting: Meeting, _: Event, fact: facts.Ranked) -> Meeting:
    others = tuple(each for each in meeting.rankings if (each.method, each.group) != (fact.method, fact.group))
    ranking = Ranking(
        method=fact.method,
        needs=fact.needs,
        group=fact.group,
        counts=dict(fact.counts),
        pairs=fact.pairs,
        stood=grouped(meeting),
    )
    return replaced(meeting, rankings=(*others, ranking))


def project_set(meeting: Meeting, _: Event, fact: facts.ProjectSet) -> Meeting:
    before = meeting.projects.get(fact.project)
    fields = {name: getattr(fact, name) for name in type(fact).model_fields if name not in ("kind", "project")}
    project = Project(id=fact.project, plan=before.plan if before else (), **fields)
    return replaced(meeting, projects=with_item(meeting.projects, fact.project, project))


def plan_set(meeting: Meeting, event: Event, fact: facts.PlanSet) -> Meeting:
    project = meeting.projects.get(fact.project)
    if project is None:
        return clash(meeting, event, "clash.project_missing")
    return replaced(meeting, projects=with_item(meeting.projects, fact.project, replaced(project, plan=fact.rows)))


def action_followed(meeting: Meeting, event: Event, fact: facts.ActionFollowed) -> Meeting:
    return _with_capture(meeting, event, fact.capture, status=fact.status, status_note=fact.note)


RULES: Rules = {
    facts.Captured: captured,
    facts.CaptureChanged: capture_changed,
    facts.CaptureWithdrawn: capture_withdrawn,
    facts.NeedsGrouped: needs_grouped,
    facts.Ranked: ranked,
    facts.ProjectSet: project_set,
    facts.PlanSet: plan_set,
    facts.ActionFollowed: action_followed,
}
