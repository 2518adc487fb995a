"""Durations: one key starts, the same key stops; a stop that was forgotten can be put where the step ended."""

from __future__ import annotations

from datetime import datetime

from facilitate.analysis.progress import Asked
from facilitate.domain.events.observing import Timed
from facilitate.domain.indicator import Duration
from facilitate.domain.meeting.sheets import Cell, Timing
from facilitate.domain.meeting.state import Meeting
from facilitate.journal.journal import fresh_name
from facilitate.language import Words
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.observer.looking import Looking


class LastingActs(Looking):
    """What lasts: started and stopped by the key of its group, or by Enter where there are none."""

    def lasts(self, found: Asked, group: str | None) -> None:
        """Start what is about to last; stop what does."""
        cell, now = found.cell, self.seat.session.now().wall
        timing = next((each for each in self._timings(cell) if each.group == group), None)
        if timing is None:
            step = self.seen(cell)
            about, code = cell.about, cell.indicator
            self.do(Timed(about=about, indicator=code, step=step, timing=f"d{fresh_name()}", group=group, start=now))
            return
        end = ended_at(self.meeting, timing)
        if end is None:
            self._stop_timing(timing, now)
            return
        words = self.words
        ways = [
            ("step", words("lasting.at_step", step=timing.seen or ""), f"{end.astimezone():%H:%M}"),
            ("now", words("lasting.at_now"), f"{now.astimezone():%H:%M}"),
            ("never", words("lasting.withdraw"), ""),
        ]
        title = words("lasting.forgotten", code=cell.indicator, step=timing.seen or "")
        self.app.push_screen(Choose(title, ways, words), lambda way: self._ended(timing, way, end))

    def _ended(self, timing: Timing, way: str | None, end: datetime) -> None:
        if way == "never":
            self._stop_timing(timing, None)
        elif way is not None:
            self._stop_timing(timing, end if way == "step" else self.seat.session.now().wall)

    def _stop_timing(self, timing: Timing, stop: datetime | None) -> None:
        """Stop it then; or, without a time, take it back."""
        cell = timing.cell
        self.do(
            Timed(
                about=cell.about,
                indicator=cell.indicator,
                step=timing.seen,
                timing=timing.id,
                group=timing.group,
                start=timing.start,
                stop=max(stop, timing.start) if stop else None,
                withdrawn=stop is None,
            )
        )

    def _timings(self, cell: Cell | None = None) -> tuple[Timing, ...]:
        """What lasts now; of one answer, or of all."""
        timings = self.sheet.timings.values()
        return tuple(each for each in timings if each.stop is None and cell in (None, each.cell))

    @property
    def lasting(self) -> str:
        """What lasts now and for how long; marked where its step has ended and the stop may be forgotten."""
        if self.sheet.sent:
            return ""
        now, words = self.seat.session.now().wall, self.words
        return " · ".join(lasting_told(self.meeting, each, now, words) for each in self._timings())


def lasting_told(meeting: Meeting, timing: Timing, now: datetime, words: Words) -> str:
    """One thing that lasts, with its group and its time."""
    indicator = meeting.grid.by_id.get(timing.cell.indicator) if meeting.grid else None
    groups = indicator.groups if isinstance(indicator, Duration) else ()
    group = next((each.label.to(words.language) for each in groups if each.id == timing.group), "")
    time = words.clock(max(0, round((now - timing.start).total_seconds() * 1000)))
    what = " ".join(each for each in (timing.cell.indicator, group) if each)
    return words("lasting.over" if ended_at(meeting, timing) else "lasting.runs", what=what, time=time)


def ended_at(meeting: Meeting, timing: Timing) -> datetime | None:
    """When the step ended in which it was started; nothing while that goes on."""
    ends = [
        opening.end.wall
        for track in meeting.tracks.values()
        for opening in track.openings
        if opening.step == timing.seen and opening.end is not None and opening.end.wall >= timing.start
    ]
    return min(ends, default=None)
