"""Interval sampling: what was seen in each interval or at each sign, what nobody saw, and a quiet word in time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from rich.text import Text
from textual.widget import Widget

from facilitate.analysis.progress import Asked
from facilitate.analysis.sampling import begins, missed, running, span_of
from facilitate.domain.events.observing import IntervalMarked
from facilitate.domain.indicator import Interval
from facilitate.domain.meeting.sheets import Cell
from facilitate.kits.settings import read_settings
from facilitate.tui.dialogs.look import Acts, Code, Look, Sampled
from facilitate.tui.dialogs.sampling import Sampling
from facilitate.tui.modal import Modal
from facilitate.tui.observer.lines import subject_name
from facilitate.tui.observer.looking import Looking
from facilitate.tui.observer.presses import Presses
from facilitate.tui.observer.waiting import missed_told, signs, waits


class SamplingActs(Looking):
    """One page for the codes of one indicator; every tick is kept at once."""

    _rung: frozenset[tuple[str, int]] = frozenset()
    _signed: Widget | None = None

    def sample(self, found: Asked) -> None:
        """Open the page of an indicator that is sampled by time."""
        indicator, words = found.indicator, self.words
        if not isinstance(indicator, Interval) or self.sheet.sent:
            self.say(words("observe.sent"), severe=True)
            return
        whom = subject_name(self.meeting, found.cell, words)
        title = f"{indicator.id} · {whom} · {indicator.text.to(words.language)}"
        codes = tuple(Code(each.id, each.label.to(words.language)) for each in indicator.codes)
        presses = Presses()
        acts = Acts(
            lambda: self._look_at(indicator, found.cell),
            lambda number, seen: self._mark_interval(found.cell, number, seen),
            lambda key: presses.again(found.cell, key, self.seat.session.now().uptime),
            lambda number: self._span(indicator, number),
            lambda: self._take_back(presses),
            lambda: self.seat.session.redo(self.seat.person),
        )
        sampled = Sampled(title, codes, indicator.at_most, indicator.momentary)
        self.app.push_screen(Sampling(sampled, acts, words, name=indicator.id))

    def draw_sampling(self) -> None:
        """The page, where it is open: something has changed."""
        if isinstance(self.app.screen, Sampling):
            self.app.screen.draw()

    def _look_at(self, indicator: Interval, cell: Cell) -> Look:
        """The interval that runs, and what stands in each; those that went by unseen are written down as missed."""
        self.note_missed()
        meeting, words = self.meeting, self.words
        marks = self.sheet.intervals.get(cell, {})
        shown = {number: None if mark.missed else mark.codes for number, mark in marks.items()}
        now = running(meeting, indicator, self.seat.session.now())
        if now is None:
            return Look(0, 0, 0, shown, why=words("sampling.not_begun"))
        if now.number < 1:
            why = "sampling.closed" if meeting.closed is not None else "snapshot.first"
            return Look(0, 0, now.left_ms, shown, why=words(why, time=words.clock(now.left_ms)))
        return Look(
            *now,
            marks=shown,
            paused=bool(meeting.current and meeting.current.paused),
            closed=meeting.closed is not None,
            fresh=begins(meeting, indicator, self.seat.session.now()),
            at=self.seat.session.now().uptime,
        )

    def _span(self, indicator: Interval, number: int) -> str:
        """From when to when an interval runs, as clocks on the wall show it; of a snapshot, when its sign was."""
        times = span_of(self.meeting, indicator, number, self.seat.session.now())
        told = [f"{each.astimezone():%H:%M}" for each in times or ()]
        return told[0] if told and indicator.momentary else "–".join(told)

    def _take_back(self, presses: Presses) -> None:
        presses.forget()
        self.seat.session.undo(self.seat.person)

    def _mark_interval(self, cell: Cell, number: int, seen: tuple[str, ...] | None) -> bool:
        about, code, step = cell.about, cell.indicator, self.seen(cell)
        gone, codes = seen is None, seen or ()
        fact = IntervalMarked(about=about, indicator=code, step=step, interval=number, codes=codes, withdrawn=gone)
        return self.do(fact)

    def note_missed(self, *, sending: bool = False) -> None:
        """Write down the intervals that went by unseen, each once; only where somebody has begun to sample."""
        facts, now = [], self.seat.session.now()
        for indicator, cell in self._sampled:
            marks = self.sheet.intervals.get(cell, {})
            for number in missed(self.meeting, indicator, marks, now, sending=sending):
                about, code, step = cell.about, cell.indicator, cell.step
                facts.append(IntervalMarked(about=about, indicator=code, step=step, interval=number, missed=True))
        if facts and not self.sheet.sent:
            self.do(*facts)

    def before_sending(self) -> None:
        """No interval waits any longer."""
        self.note_missed(sending=True)

    @property
    def _sampled(self) -> Iterator[tuple[Interval, Cell]]:
        for each in self.everything:
            if isinstance(each.indicator, Interval):
                yield each.indicator, each.cell

    # A quiet word: it takes no key, and nothing that is being typed moves.

    def signs_now(self) -> tuple[str, ...]:
        """What has just begun and waits for a look. Over a dialog it stands in its frame; the terminal may ring."""
        found = signs(self.meeting, self.sheet, self._sampled, self.seat.session.now(), self.words)
        if {each.which for each in found} - self._rung and self._rings:
            self.app.bell()
        self._rung = frozenset(each.which for each in found)
        above = self.app.screen
        framed = [each.said for each in found if each.which[0] != above.name]
        self._frame(above.children[0] if framed and isinstance(above, Modal) else None, framed)
        return tuple(dict.fromkeys(each.said for each in found))

    @cached_property
    def _rings(self) -> bool:
        return read_settings().bell is True

    def _frame(self, dialog: Widget | None, said: list[str]) -> None:
        if self._signed is not None and self._signed is not dialog:
            self._signed.border_title = None
        if dialog is not None:
            dialog.border_title = Text(" · ".join(dict.fromkeys(said)), "bold reverse")
        self._signed = dialog

    def missed_told(self, *, sending: bool = False) -> list[str]:
        now = self.seat.session.now()
        return missed_told(self.meeting, self.sheet, self._sampled, now, self.words, sending=sending)

    @property
    def interval_waits(self) -> str:
        """For each indicator that is being sampled: the interval that waits for a look."""
        return waits(self.meeting, self.sheet, self._sampled, self.seat.session.now(), self.words)
