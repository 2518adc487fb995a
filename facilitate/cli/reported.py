"""The report for programs: keys in English that stay, and null with a reason where there is no number.

One object with `meetings`, in the order in which they took place, each with what the report tells a reader without a
seat; nothing of a sheet that is not to be seen yet. Times are minutes, shares go from 0 to 1, dates and hours are ISO
8601. Reasons (`why`, `..._why`) and titles are in the reader's language; codes are not.

Keys of a meeting:
    meeting, title, kit, place, centre, date, audience, rehearsal, closed, told_at, people
        which meeting; `told_at` is the moment of its last event, until which everything is reckoned
    time
        steps (planned, actual, approximate), totals of those that count, and how late it began
    participation
        moderators_share, never_spoke, longest_silence, longest_without_participants, groups
    needs, needs_by_group, needs_without_group, ranking, first_choices, decisions, actions, parking
        texts with who said them and what came of them
    observers, grid, scores, consensus
        who has sent, on which grid, the scores of each moderator and of the meeting, what the team agreed
    agreement
        how far observers agree, with the keys of `facilitate agreement --json`
"""

from __future__ import annotations

from collections.abc import Iterable

from facilitate.analysis.agreement import agreement
from facilitate.analysis.presence import present
from facilitate.analysis.scores import scores
from facilitate.analysis.timing import StepTime, start_delay_minutes, step_times
from facilitate.cli.agreement_data import as_json as agreement_data
from facilitate.cli.reported_needs import needs
from facilitate.cli.reported_scores import scored
from facilitate.cli.reported_telling import Json, Telling, iso, minutes
from facilitate.cli.reported_voices import participation
from facilitate.domain.instants import Instant, total
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words


def as_json(meetings: Iterable[tuple[Meeting, Instant]], words: Words) -> Json:
    """Meetings that are already what their reader may see, each with the moment at which it is told."""
    ordered = sorted(meetings, key=lambda each: (each[0].start is None, each[0].start or 0, each[0].id))
    return {"meetings": [_meeting(Telling(meeting, now, words)) for meeting, now in ordered]}


def _meeting(tell: Telling) -> Json:
    return {
        **_head(tell),
        "time": _time(tell),
        "participation": participation(tell),
        **needs(tell),
        **scored(tell),
        "agreement": _agreement(tell),
    }


def _agreement(tell: Telling) -> Json:
    meeting, now = tell.meeting, tell.now
    return agreement_data(meeting, agreement(meeting, scores(meeting, now), now), tell.words)


def _head(tell: Telling) -> Json:
    meeting = tell.meeting
    moment = meeting.start or (meeting.created.wall if meeting.created else None)
    people = present(meeting)
    return {
        "meeting": meeting.id,
        "title": meeting.title.to(tell.words.language),
        "kit": meeting.kit,
        "place": meeting.place,
        "centre": meeting.centre,
        "date": moment.date().isoformat() if moment else None,
        "date_why": None if moment else tell.words("analysis.why.no_announced_start"),
        "audience": meeting.audience or meeting.kit,
        "rehearsal": meeting.rehearsal,
        "closed": meeting.closed is not None,
        "told_at": iso(tell.now.wall),
        "people": people,
        "people_why": tell.words("report.training.not_counted") if people is None else None,
    }


def _time(tell: Telling) -> Json:
    """Minutes; totals are of the steps that count. The delay is below 0 where it began early."""
    times = step_times(tell.meeting, tell.now)
    counted = [each for each in times if each.counted]
    spent, delay = total(each.spent for each in counted), start_delay_minutes(tell.meeting)
    reason = "analysis.why.no_announced_start" if tell.meeting.start is None else "analysis.why.never_started"
    return {
        "unit": "minutes",
        "planned": sum(each.planned for each in counted),
        "actual": minutes(spent),
        "approximate": spent.approximate,
        "start_delay": None if delay is None else round(delay, 2),
        "start_delay_why": tell.words(reason) if delay is None else None,
        "steps": [_step(tell, each) for each in times],
    }


def _step(tell: Telling, time: StepTime) -> Json:
    """`state` is done, open, skipped or to_come; `reason` is why a step was left out, as somebody typed it."""
    step = tell.meeting.agenda.step(time.step) if tell.meeting.agenda else None
    return {
        "step": time.step,
        "title": step.title.to(tell.words.language) if step else "",
        "counted": time.counted,
        "state": time.state,
        "planned": time.planned,
        "actual": minutes(time.spent),
        "approximate": time.spent.approximate,
        "reason": tell.meeting.skipped.get(time.step, ""),
    }
