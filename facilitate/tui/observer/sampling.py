"""Interval sampling: what was seen in each interval, what nobody looked at, and a quiet word that an interval waits."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.progress import Asked
from facilitate.analysis.sampling import GRACE, passed_by, running
from facilitate.domain.events.observing import IntervalMarked
from facilitate.domain.indicator import Interval
from facilitate.domain.meeting.sheets import Cell
from facilitate.tui.dialogs.sampling import Code, Look, Sampling
from facilitate.tui.observer.lines import subject_name
from facilitate.tui.observer.looking import Looking


class SamplingActs(Looking):
    """One page for the codes of one indicator; every tick is kept at once."""

    def sample(self, found: Asked) -> None:
        """Open the page of an indicator that is sampled by time."""
        indicator, words = found.indicator, self.words
        if not isinstance(indicator, Interval) or self.sheet.sent:
            self.say(words("observe.sent"), severe=True)
            return
        self.note_missed(GRACE)
        whom = subject_name(self.meeting, found.cell, words)
        title = f"{indicator.id} · {whom} · {indicator.text.to(words.language)}"
        codes = tuple(Code(each.id, each.label.to(words.language)) for each in indicator.codes)
        self.app.push_screen(
            Sampling(
                title,
                codes,
                lambda: self._look_at(indicator, found.cell),
                lambda number, seen: self._mark_interval(found.cell, number, seen),
                words,
            )
        )

    def _look_at(self, indicator: Interval, cell: Cell) -> Look:
        """The interval that runs, and what stands in each; those that went by unseen are written down as missed."""
        self.note_missed(GRACE)
        marks = self.sheet.intervals.get(cell, {})
        shown = {number: None if mark.missed else mark.codes for number, mark in marks.items()}
        now = running(self.meeting, indicator, self.seat.session.now())
        if now is None or self.meeting.closed is not None:
            why = self.words("sampling.not_begun" if now is None else "sampling.closed")
            return Look(now.number if now else 1, 0, 0, shown, why=why)
        opening = self.meeting.current
        return Look(now.number, now.since_ms, now.left_ms, shown, paused=bool(opening and opening.paused))

    def _mark_interval(self, cell: Cell, number: int, seen: tuple[str, ...]) -> None:
        step = self.seen(cell)
        fact = IntervalMarked(about=cell.about, indicator=cell.indicator, step=step, interval=number, codes=seen)
        self.do(fact)

    def note_missed(self, grace: int) -> None:
        """Write down the intervals that went by unseen, each once; only where somebody has begun to sample."""
        facts = []
        for indicator, cell in self._sampled:
            marks = self.sheet.intervals.get(cell, {})
            now = running(self.meeting, indicator, self.seat.session.now()) if marks else None
            for number in passed_by(marks, now.complete if now else 0, grace):
                about, code, step = cell.about, cell.indicator, cell.step
                facts.append(IntervalMarked(about=about, indicator=code, step=step, interval=number, missed=True))
        if facts and not self.sheet.sent:
            self.do(*facts)

    def before_sending(self) -> None:
        """No interval waits any longer."""
        self.note_missed(0)

    @property
    def _sampled(self) -> Iterator[tuple[Interval, Cell]]:
        for each in self.everything:
            if isinstance(each.indicator, Interval):
                yield each.indicator, each.cell

    @property
    def interval_waits(self) -> str:
        """For each indicator that is being sampled: the interval that waits for a look."""
        if self.sheet.sent or self.meeting.closed is not None:
            return ""
        said = []
        for indicator, cell in self._sampled:
            marks = self.sheet.intervals.get(cell, {})
            now = running(self.meeting, indicator, self.seat.session.now())
            if now is not None and now.number not in marks:
                time = self.words.clock(now.left_ms)
                number = self.words.number(now.number)
                said.append(self.words("sampling.waits", code=indicator.id, number=number, time=time))
        return " · ".join(said)
