"""What a meeting brought, for programs: needs with their groups and ranks, decisions, actions, parked topics."""

from __future__ import annotations

from facilitate.analysis.group_needs import FirstChoice, GroupNeeds, first_choices, needs_by_group, needs_of_nobody
from facilitate.analysis.ranking import Line, results
from facilitate.cli.reported_telling import Json, Telling, group
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import CaptureKind
from facilitate.domain.meeting.parts import Capture


def needs(tell: Telling) -> Json:
    """Everything that was written down and stands."""
    lines = results(tell.meeting).lines
    by_need = {need: line for line in lines for need in line.unit.needs}
    return {
        "needs": [_need(tell, each, by_need[each.id]) for each in tell.meeting.captured(CaptureKind.NEED)],
        "needs_by_group": [_of_group(tell, each) for each in needs_by_group(tell.meeting)],
        "needs_without_group": len(needs_of_nobody(tell.meeting)),
        "ranking": [_line(each) for each in lines if each.place is not None],
        "first_choices": [_first(each) for each in first_choices(tell.meeting)],
        "decisions": [_said(tell, each) for each in tell.meeting.captured(CaptureKind.DECISION)],
        "actions": [_action(tell, each) for each in tell.meeting.captured(CaptureKind.ACTION)],
        "parking": [_followed(tell, each) for each in tell.meeting.captured(CaptureKind.PARKING)],
    }


def _said(tell: Telling, capture: Capture) -> Json:
    """What was written down, in which step, and in which group of a split room."""
    track = tell.meeting.tracks.get(capture.track) if capture.track != PLENARY else None
    return {
        "id": capture.id,
        "text": capture.text,
        "step": capture.step,
        "track": (track.title or track.id) if track else None,
    }


def _need(tell: Telling, capture: Capture, line: Line) -> Json:
    """`rank` is the place of what it was ranked with: its theme, or itself."""
    return {
        **_said(tell, capture),
        "group": group(capture.group),
        "theme": line.unit.label if line.unit.theme else None,
        "rank": line.place,
        "tied": line.tied,
        "why": tell.words("voices.why.not_ranked") if line.place is None else None,
    }


def _of_group(tell: Telling, found: GroupNeeds) -> Json:
    """`dimension` is sex, age or place, or track for a group of a split room."""
    track = tell.meeting.tracks.get(found.value) if found.kind == "track" else None
    return {
        "dimension": found.kind,
        "group": (track.title or track.id) if track else found.value,
        "needs": len(found.needs),
        "present": found.present,
        "small": found.small,
        "why": tell.words("analysis.why.nobody_counted") if found.present is None else None,
    }


def _line(line: Line) -> Json:
    """Dots it got, and comparisons it won and lost; 0 where it was not ranked in that way."""
    return {
        "rank": line.place,
        "tied": line.tied,
        "text": line.unit.label,
        "theme": line.unit.theme,
        "needs": list(line.unit.needs),
        "dots": line.dots,
        "pairs_won": line.won,
        "pairs_lost": line.lost,
    }


def _first(choice: FirstChoice) -> Json:
    """What a group put first, several where they are equal; no group is everybody together."""
    return {
        "group": group(choice.group),
        "method": choice.method,
        "first": [unit.label for unit in choice.units],
        "score": choice.score,
        "of": choice.total,
        "rank_among_all": choice.place,
        "people": choice.people,
        "small": choice.small,
    }


def _followed(tell: Telling, capture: Capture) -> Json:
    """With who follows it, and by when: a day, or as people said it."""
    return {
        **_said(tell, capture),
        "owner": tell.person(capture.owner, "report.actions.nobody"),
        "due": capture.due.isoformat() if capture.due else None,
        "due_said": capture.due_said,
        "due_why": None if capture.due or capture.due_said else tell.words("report.actions.no_date"),
        "status": capture.status,
        "status_note": capture.status_note,
    }


def _action(tell: Telling, capture: Capture) -> Json:
    """`complete` where it has who, what and by when."""
    return {**_followed(tell, capture), "complete": capture.complete}
