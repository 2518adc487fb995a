"""When the meeting was announced to end, how late it is, and new minutes that would bring it back.

Time is taken from the steps to come in proportion to what each can spare above its floor, and from the open step only
where that does not suffice; protected steps keep theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from facilitate.analysis.hall import hall_time
from facilitate.analysis.timing import MINUTE_MS, StepTime, expected_end, step_clock, step_times
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.instants import Instant, Span
from facilitate.domain.meeting.minutes import least_minutes, with_minutes
from facilitate.domain.meeting.state import Meeting

MOST_MINUTES = 120
"""What a step can be given by re-timing."""


class Row(NamedTuple):
    """One step that can be re-timed: whole minutes it has now, would have, and must have at least.

    `spent` is what the open step has used, rounded up to whole minutes; nothing for a step to come.
    """

    step: str
    planned: int
    proposed: int
    floor: int
    protected: bool = False
    spent: int | None = None

    @property
    def slack(self) -> int:
        """Minutes that can be taken from it."""
        return self.planned - self.floor


class Proposal(NamedTuple):
    """New minutes and what they bring: the open step, if it counts, and the counted steps to come.

    `announced` is absent where no hour was announced for today; the ends where there is no agenda.
    """

    rows: tuple[Row, ...]
    announced: datetime | None
    end_before: datetime | None
    end_after: datetime | None
    approximate: bool = False

    @property
    def changed(self) -> Mapping[str, int]:
        """The new minutes, of the steps that would not keep theirs."""
        return {row.step: row.proposed for row in self.rows if row.proposed != row.planned}

    @property
    def can_win(self) -> bool:
        """Whether any step has a minute to spare."""
        return any(row.slack for row in self.rows)

    @property
    def late(self) -> int:
        """Whole minutes past the announced end if nothing changes, the last one begun; 0 where it is not late."""
        return _minutes_late(self.announced, self.end_before)

    @property
    def over(self) -> int:
        """The same with the new minutes."""
        return _minutes_late(self.announced, self.end_after)

    @property
    def in_hand(self) -> int:
        """Full minutes that are left until the announced end with the new minutes."""
        if self.announced is None or self.end_after is None:
            return 0
        return max(0, (self.announced - self.end_after) // timedelta(minutes=1))


def _minutes_late(announced: datetime | None, end: datetime | None) -> int:
    if announced is None or end is None:
        return 0
    return max(0, -((announced - end) // timedelta(minutes=1)))


def announced_end(meeting: Meeting, now: Instant) -> datetime | None:
    """When people were told that the meeting ends; nothing where no hour was announced, or another day was."""
    hall = hall_time(meeting, meeting.closed or now)
    if hall is None or meeting.start is None or meeting.announced_minutes is None:
        return None
    return meeting.start.replace(tzinfo=hall.clock.tzinfo) + timedelta(minutes=meeting.announced_minutes)


def lateness(meeting: Meeting, now: Instant) -> Span | None:
    """How much later than announced the meeting will end if nothing changes; below 0 where there is time in hand."""
    announced, end = announced_end(meeting, now), expected_end(meeting, now)
    if announced is None or end is None:
        return None
    return Span(round((end - announced).total_seconds() * 1000), _approximate(meeting, now))


def _approximate(meeting: Meeting, now: Instant) -> bool:
    """Whether the expected end rests on the clocks of several laptops, or of several runs of one."""
    hall, clock = hall_time(meeting, meeting.closed or now), step_clock(meeting, now)
    return (hall is not None and hall.approximate) or (clock is not None and clock.spent.approximate)


def propose(meeting: Meeting, now: Instant) -> Proposal:
    """Minutes with which the meeting ends as announced, or as little after as the floors allow; nothing is cut that
    need not be, and nothing at all where it is not late."""
    as_it_is = outlook(meeting, now, {})
    found = outlook(meeting, now, cut_down(as_it_is.rows, as_it_is.late))
    minutes = as_it_is.late - 1
    while minutes > 0 and found.in_hand:  # a step that a group is at already, and the plenary before, wins twice
        milder = outlook(meeting, now, cut_down(as_it_is.rows, minutes))
        if milder.over:
            break
        found, minutes = milder, minutes - 1
    return found


def outlook(meeting: Meeting, now: Instant, minutes: Mapping[str, int]) -> Proposal:
    """What becomes of the end with minutes of one's own for some steps; the others keep theirs.

    Minutes of steps that are over, were left out or do not count change nothing.
    """
    rows = tuple(
        _row(meeting, each, minutes)
        for each in step_times(meeting, now)
        if each.counted and each.state in ("open", "to_come") and meeting.closed is None
    )
    return Proposal(
        rows=rows,
        announced=announced_end(meeting, now),
        end_before=expected_end(meeting, now),
        end_after=expected_end(with_minutes(meeting, {row.step: row.proposed for row in rows}), now),
        approximate=_approximate(meeting, now),
    )


def _row(meeting: Meeting, time: StepTime, minutes: Mapping[str, int]) -> Row:
    step = meeting.agenda.step(time.step) if meeting.agenda else None
    least = least_minutes(meeting, step) if step else time.planned
    spent = -(-time.spent.ms // MINUTE_MS) if time.state == "open" else None
    return Row(
        step=time.step,
        planned=time.planned,
        proposed=minutes.get(time.step, time.planned),
        floor=least if spent is None else max(least, min(time.planned, spent)),
        protected=step is not None and step.protect,
        spent=spent,
    )


def cut_down(rows: tuple[Row, ...], late: int) -> Mapping[str, int]:
    """The minutes of each step after taking away `late` in all, or as many as there are to spare."""
    to_come = [row for row in rows if row.spent is None]
    taken = _shared(to_come, min(late, sum(row.slack for row in to_come)))
    missing = late - sum(taken.values())
    for row in rows:
        if row.spent is not None:
            taken[row.step] = min(missing, row.slack)
    return {row.step: row.planned - taken[row.step] for row in rows}


def _shared(rows: list[Row], minutes: int) -> dict[str, int]:
    """Minutes shared out in proportion to slack by largest remainders; of equal ones the earlier step gives more."""
    total = sum(row.slack for row in rows) or 1
    taken = {row.step: minutes * row.slack // total for row in rows}
    by_remainder = sorted(rows, key=lambda row: -(minutes * row.slack % total))
    for row in by_remainder[: minutes - sum(taken.values())]:
        taken[row.step] += 1
    return taken


def why_not(row: Row, minutes: int) -> Refused | None:
    """Why a step cannot have so many minutes; nothing where it can."""
    if minutes == row.planned:
        return None
    if row.protected:
        return refuse("retime.protected", step=row.step, minutes=row.planned)
    if minutes > MOST_MINUTES:
        return refuse("retime.too_long", step=row.step, minutes=MOST_MINUTES)
    if minutes >= row.floor:
        return None
    if row.spent is not None and row.floor == min(row.planned, row.spent):
        return refuse("retime.spent", step=row.step, minutes=row.spent)
    return refuse("retime.floor", step=row.step, minutes=row.floor)
