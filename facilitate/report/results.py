"""What was decided and will be done, what was put aside, and what else was written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture, Project
from facilitate.report.blocks import Block, Bullets, Paragraph, table
from facilitate.report.teller import Teller


def results(tell: Teller) -> Iterator[Block]:
    """Decisions and actions always, with a sentence where there are none; the rest where there is some."""
    yield from _texts(tell, "report.decisions", CaptureKind.DECISION, none="report.decisions.none")
    yield from actions(tell)
    yield from _projects(tell)
    yield from _parked(tell)
    yield from _texts(tell, "report.rules", CaptureKind.RULE)
    yield from _texts(tell, "report.notes", CaptureKind.NOTE)
    yield from _evaluation(tell)


def _texts(tell: Teller, heading: str, kind: CaptureKind, none: str | None = None) -> Iterator[Block]:
    found = tell.meeting.captured(kind)
    if found or none:
        yield tell.part(heading)
    if found:
        yield Bullets(tuple(tell.own(each.text) for each in found))
    elif none:
        yield Paragraph(tell(none))


def actions(tell: Teller) -> Iterator[Block]:
    """Who, what, by when; what is missing is said in its place."""
    found = tell.meeting.captured(CaptureKind.ACTION)
    yield tell.part("report.actions")
    if not found:
        yield Paragraph(tell("report.actions.none"))
        return
    header: tuple[str, ...] = tuple(tell(f"report.actions.{column}") for column in ("what", "who", "when"))
    rows: Iterable[tuple[str, ...]] = (action_row(tell, each) for each in found)
    if any(each.status != "open" for each in found):
        header = (*header, tell("report.actions.status"))
        rows = ((*action_row(tell, each), _status(tell, each)) for each in found)
    yield table(header, list(rows))
    complete = sum(each.complete for each in found)
    if complete < len(found):
        yield Paragraph(tell("report.actions.incomplete", count=len(found) - complete))


def action_row(tell: Teller, action: Capture) -> tuple[str, str, str]:
    """What, who, by when."""
    return (tell.own(action.text), tell.owner(action), tell.due(action))


def _status(tell: Teller, capture: Capture) -> str:
    status = tell(f"report.status.{capture.status}")
    return tell("report.noted", what=status, note=tell.own(capture.status_note)) if capture.status_note else status


def _projects(tell: Teller) -> Iterator[Block]:
    projects = tell.meeting.projects.values()
    if projects:
        yield tell.part("report.projects")
    for project in projects:
        yield from _project(tell, project)


def _project(tell: Teller, project: Project) -> Iterator[Block]:
    meeting = tell.meeting
    yield Paragraph(tell("report.introduced", what=tell.own(project.title)))
    needs = [tell.own(meeting.captures[need].text) for need in project.needs if need in meeting.captures]
    fields = ("services", "product", "resources", "users")
    given = [(each, getattr(project, each)) for each in fields]
    lines = [tell(f"report.projects.{name}", text=tell.own(text)) for name, text in given if text]
    if needs:
        lines.insert(0, tell("report.projects.needs", text=tell("report.between").join(needs)))
    if lines:
        yield Bullets(tuple(lines))
    if project.plan:
        columns = ("report.actions.what", "report.actions.who", "report.projects.start", "report.projects.end")
        header = (*(tell(column) for column in columns), tell("report.projects.with"))
        rows = [
            (
                tell.own(row.what),
                tell.name(row.owner) if row.owner else tell("report.actions.nobody"),
                tell.words.day(row.start) if row.start else "",
                tell.words.day(row.end) if row.end else tell("report.actions.no_date"),
                tell.own(row.resources),
            )
            for row in project.plan
        ]
        yield table(header, rows)


def _parked(tell: Teller) -> Iterator[Block]:
    found = tell.meeting.captured(CaptureKind.PARKING)
    if found:
        yield tell.part("report.parking")
        yield Bullets(tuple(_topic(tell, each) for each in found))


def _topic(tell: Teller, topic: Capture) -> str:
    text = tell.own(topic.text)
    follows = [tell("report.parking.follows", name=tell.name(topic.owner))] if topic.owner else []
    if topic.due or topic.due_said:
        follows.append(tell.due(topic))
    if topic.status != "open":
        follows.append(_status(tell, topic))
    return tell("report.noted", what=text, note=tell.words.listed(follows)) if follows else text


def _evaluation(tell: Teller) -> Iterator[Block]:
    counts = tell.meeting.evaluation
    if counts:
        yield tell.part("report.evaluation")
        yield Paragraph(tell("report.evaluation.answers", count=sum(counts.values())))
        lines = ((tell.coded("report.evaluation", answer), number) for answer, number in counts.items())
        yield Bullets(tuple(tell("report.labelled", label=label, value=number) for label, number in lines))
