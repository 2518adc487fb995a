"""Durations: one key starts, the same key stops; what was forgotten or mistaken can be put right at any time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from facilitate.analysis.lasting import ended_at, run_ms, still_running, stopped_at, timings_of
from facilitate.analysis.progress import Asked
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events.observing import Timed
from facilitate.domain.indicator import Duration
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.sheets import Cell, Timing
from facilitate.domain.meeting.state import Meeting
from facilitate.journal.journal import fresh_name
from facilitate.language import Words
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.observer.grouped import hides_times
from facilitate.tui.observer.looking import Looking
from facilitate.tui.observer.timings import Typed, as_typed, group_told, time_told, timing_told, withdrawal
from facilitate.tui.widgets.scoregrid import GridCell

NEW = "new"


class LastingActs(Looking):
    """What lasts: started and stopped by the key of its group, or by Enter where there are none."""

    def lasts(self, found: Asked, group: str | None) -> None:
        """Start what is about to last; stop what does."""
        cell, now = found.cell, self.seat.session.now()
        timings = [each for each in still_running(self.sheet, cell) if each.group == group]
        if not timings:
            step = self.seen(cell)
            about, code = cell.about, cell.indicator
            name = f"d{fresh_name()}"
            self.do(Timed(about=about, indicator=code, step=step, timing=name, group=group, start=now.wall))
            self.tell_number(cell)
            return
        end = ended_at(self.meeting, timings[0])
        if end is None:
            self.do(*(stopped(each, stopped_at(each, now)) for each in timings))
            self.tell_number(cell)
            return
        words, step = self.words, timings[0].seen or ""
        ways = [
            ("step", words("lasting.at_step", step=step), words.hour(end.astimezone())),
            ("now", words("lasting.at_now"), words.hour(now.wall.astimezone())),
            ("never", words("lasting.withdraw"), ""),
        ]
        title = words("lasting.forgotten", code=cell.indicator, step=step)
        self.app.push_screen(Choose(title, ways, words), lambda way: self._ended(timings, way, end))

    def _ended(self, timings: list[Timing], way: str | None, end: datetime) -> None:
        now = self.seat.session.now()
        if way == "never":
            self.do(*map(withdrawal, timings))
        elif way is not None:
            self.do(*(stopped(each, end if way == "step" else stopped_at(each, now)) for each in timings))

    def tell_number(self, cell: Cell) -> None:
        """Say in place where the person's own answer stands and the times behind it do not count."""
        grid = self.meeting.grid
        lasts = grid is not None and isinstance(grid.by_id.get(cell.indicator), Duration)
        everything = self.everything if lasts else ()  # it draws what was put off: no other key must wait for that
        found = next((each for each in everything if each.cell == cell), None)
        self.tell_here(hides_times(self.sheet, found, self.words) if found is not None else "")

    def commit(self) -> None:
        cell = self.entry[0] if self.entry is not None else None
        super().commit()
        if cell is not None:
            self.tell_number(cell)

    # What stands can be put right.

    def action_timings(self) -> None:
        """The times of the indicator in view, to be corrected, withdrawn, or given later."""
        self.commit()
        found = self.here
        if found is None or not isinstance(found.indicator, Duration):
            self.tell_here(self.words("timings.none_here"))
            return
        if self.sheet.sent:
            self.say(self.words("observe.sent"), severe=True)
            return
        indicator, cell, now = found.indicator, found.cell, self.seat.session.now()
        listed = [(each.id, *timing_told(indicator, each, now, self.words)) for each in timings_of(self.sheet, cell)]
        choices = [*listed, (NEW, self.words("timings.new"), "")]
        title = self.words("timings.of", code=indicator.id, text=indicator.text.to(self.words.language))
        self.app.push_screen(
            Choose(title, choices, self.words), lambda which: self._timing_chosen(indicator, cell, which)
        )

    def _timing_chosen(self, indicator: Duration, cell: Cell, which: str | None) -> None:
        if which is None:
            return
        timing = self.sheet.timings.get(which)
        if timing is None:
            self._ask_times(indicator, cell, None)
            return
        words = self.words
        ways = [("change", words("timings.change"), ""), ("never", words("lasting.withdraw"), "")]
        title = " · ".join((indicator.id, *timing_told(indicator, timing, self.seat.session.now(), words)))
        self.app.push_screen(Choose(title, ways, words), lambda way: self._put_right(indicator, timing, way))

    def _put_right(self, indicator: Duration, timing: Timing, way: str | None) -> None:
        if way == "never":
            self.do(withdrawal(timing))
        elif way is not None:
            self._ask_times(indicator, timing.cell, timing)

    def _ask_times(self, indicator: Duration, cell: Cell, before: Timing | None) -> None:
        """Other times; what is wrong with them is said below, and what was typed stays."""
        words = self.words

        def understood(texts: tuple[str, ...]) -> Timed | Refused:
            start, stop, *rest = texts
            group = rest.pop(0) if indicator.groups else ""
            typed, now = Typed(start, stop, group, rest[0]), self.seat.session.now().wall
            return as_typed(self.meeting, indicator, cell, before, typed, now, words)

        def wrong(texts: tuple[str, ...]) -> str | None:
            found = understood(texts)
            return words(found.message, **found.values) if isinstance(found, Refused) else None

        def keep(texts: tuple[str, ...] | None) -> None:
            found = understood(texts) if texts else None
            if isinstance(found, Timed):
                self.do(found)
                self.tell_number(cell)

        title = words("timings.of", code=indicator.id, text=indicator.text.to(words.language))
        labels = enumerate((each.label.to(words.language) for each in indicator.groups), start=1)
        body = words.listed(f"{words.number(place)} {label}" for place, label in labels)
        self.app.push_screen(Ask(title, self._time_fields(indicator, cell, before), words, body, check=wrong), keep)

    def _time_fields(self, indicator: Duration, cell: Cell, before: Timing | None) -> list[Field]:
        words, agenda = self.words, self.meeting.agenda
        start, stop = (time_told(before.start), time_told(before.stop)) if before else ("", "")
        names = tuple(each.label.to(words.language) for each in indicator.groups)
        group = group_told(indicator, before.group, words) if before else ""
        step = (before.seen if before else self.seen(cell)) or ""
        steps = tuple(each.id for each in agenda.steps) if agenda else ()
        return [
            Field(words("timings.start"), start, "14:05"),
            Field(words("timings.stop"), stop, "14:06:30", optional=True),
            *([Field(words("timings.group"), group, names=names)] if names else []),
            Field(words("timings.step"), step, optional=True, names=steps),
        ]

    # What lasts now.

    def running_cells(self) -> Mapping[Cell, GridCell]:
        """What stands in the cells of what lasts now: the time of what has run longest there."""
        now = self.seat.session.now()
        timings = sorted(still_running(self.sheet), key=lambda each: run_ms(each, now)) if not self.sheet.sent else ()
        return {each.cell: running_cell(self.meeting, each, now, self.words) for each in timings}

    def tick(self) -> None:
        """Paint the lines of what lasts, and no other."""
        for code in {cell.indicator for cell in self.running_cells()} & self.by_code.keys():
            self.grid.show_line(self.grid_lines.line(self.by_code[code], self.entry))

    @property
    def lasting(self) -> str:
        """What lasts now and for how long; marked where its step has ended and the stop may be forgotten."""
        if self.sheet.sent:
            return ""
        now, words = self.seat.session.now(), self.words
        return " · ".join(lasting_told(self.meeting, each, now, words) for each in still_running(self.sheet))


def stopped(timing: Timing, stop: datetime) -> Timed:
    """The timing with its end."""
    cell, start = timing.cell, timing.start
    about, code, step, group = cell.about, cell.indicator, timing.seen, timing.group
    end = max(stop, start)
    return Timed(about=about, indicator=code, step=step, timing=timing.id, group=group, start=start, stop=end)


def running_cell(meeting: Meeting, timing: Timing, now: Instant, words: Words) -> GridCell:
    """A running time in five cells; with the mark of what is owed where its step has ended."""
    minutes, seconds = divmod(run_ms(timing, now) // 1000, 60)
    if ended_at(meeting, timing) is not None:
        return GridCell(words.figures(f"{minutes}′"), "!")
    return GridCell(words.figures(f"{minutes}:{seconds:02}" if minutes < 100 else f"{minutes}′"), "")


def lasting_told(meeting: Meeting, timing: Timing, now: Instant, words: Words) -> str:
    """One thing that lasts, with its group and its time."""
    indicator = meeting.grid.by_id.get(timing.cell.indicator) if meeting.grid else None
    group = group_told(indicator, timing.group, words) if isinstance(indicator, Duration) else ""
    time = words.clock(run_ms(timing, now))
    what = " ".join(each for each in (timing.cell.indicator, group) if each)
    return words("lasting.over" if ended_at(meeting, timing) else "lasting.runs", what=what, time=time)
