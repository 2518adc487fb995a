"""What goes on while the meeting does, line by line: tallies, durations with their times, intervals and snapshots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from facilitate.analysis.lasting import still_running, stopped_at, timings_of
from facilitate.analysis.progress import Asked
from facilitate.analysis.sampling import begins, missed, running
from facilitate.cli.desk import Desk
from facilitate.cli.frame import say
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.observing import IntervalMarked, Tallied, Timed
from facilitate.domain.indicator import Duration, Interval, Option, Tally
from facilitate.journal.journal import fresh_name
from facilitate.language.numbers import COMMAS, read_number, western
from facilitate.tui.observer.timings import Typed, as_typed, group_told, time_told, timing_told, withdrawal
from facilitate.tui.observer.waiting import missed_told


def about(found: Asked, step: str | None) -> dict[str, str | None]:
    """What an observation is about; `step` is the one that is open now."""
    return {"about": found.cell.about, "indicator": found.cell.indicator, "step": found.cell.step or step}


class Lasting:
    """How such an indicator is answered, what stands there, and what a line makes of it."""

    def __init__(self, desk: Desk, step: Callable[[], str | None]) -> None:
        """`step` says which step is open."""
        self.desk, self._step = desk, step

    def told(self, found: Asked) -> Iterator[str]:
        """What can be typed, and what stands there."""
        words, indicator = self.desk.words, found.indicator
        sheet = self.desk.meeting.sheet(self.desk.person)
        if isinstance(indicator, Tally):
            counts = sheet.tallies.get(found.cell, {})
            for number, group in enumerate(indicator.groups, start=1):
                name = group.label.to(words.language)
                yield f"  {words.number(number)}  {name}: {words.number(counts.get(group.id, 0))}"
            yield words("plain.tally_groups" if indicator.groups else "plain.tally", count=counts.get(None, 0))
        elif isinstance(indicator, Duration):
            for number, group in enumerate(indicator.groups, start=1):
                yield f"  {words.number(number)}  {group.label.to(words.language)}"
            yield words("plain.lasts" if still_running(sheet, found.cell) else "plain.lasts_not")
        elif isinstance(indicator, Interval):
            for number, code in enumerate(indicator.codes, start=1):
                yield f"  {words.number(number)}  {code.label.to(words.language)}"
            yield self._sampled(indicator)
            yield from self.missed_told([found])

    def _sampled(self, indicator: Interval) -> str:
        """Which interval runs; of a snapshot, that it is now, or how long ago it was."""
        words, now = self.desk.words, self.desk.journal.machine()
        at = running(self.desk.meeting, indicator, now)
        if at is None:
            return words("sampling.not_begun")
        if not indicator.momentary:
            return words("plain.interval", number=at.number)
        if at.number < 1:
            return words("snapshot.first", time=words.clock(at.left_ms))
        if begins(self.desk.meeting, indicator, now):
            return words("plain.snapshot_now", number=at.number)
        return words("plain.snapshot", number=at.number, time=words.clock(at.since_ms))

    def fact(self, found: Asked, answer: str) -> Fact | None:
        """A press of a tally, a start or stop, or the codes of the interval that runs; nothing where it is none."""
        match found.indicator:
            case Tally(groups=groups):
                fewer = answer.startswith("-")
                group = _group(groups, answer.strip("+- "))
                if group is None or (not groups and western(answer) not in ("+", "-", "1", "-1")):
                    return None
                return Tallied(**about(found, self._step()), group=group or None, change=-1 if fewer else 1)
            case Duration(groups=groups):
                group = _group(groups, answer.strip("+ "))
                return None if group is None else self._timed(found, group or None)
            case Interval(codes=codes):
                now = running(self.desk.meeting, found.indicator, self.desk.journal.machine())
                places = [read_number(each) for each in answer.translate(COMMAS).split()]
                if now is None or now.number < 1 or any(each not in range(len(codes) + 1) for each in places):
                    return None
                seen = tuple(code.id for place, code in enumerate(codes, start=1) if place in places)
                return IntervalMarked(**about(found, self._step()), interval=now.number, codes=seen)
        return None

    def _timed(self, found: Asked, group: str | None) -> Timed:
        """The stop of what lasts, else the start of something."""
        now, sheet = self.desk.journal.machine(), self.desk.meeting.sheet(self.desk.person)
        told = about(found, self._step())
        for each in still_running(sheet, found.cell):
            if each.group == group:
                told["step"] = each.seen
                return Timed(**told, timing=each.id, group=group, start=each.start, stop=stopped_at(each, now))
        return Timed(**told, timing=f"d{fresh_name()}", group=group, start=now.wall)

    def timings(self, found: Asked, said: Sequence[str]) -> None:
        """`t` lists the times; `t 2 14:05 14:06` puts the second right, `t 2 x` takes it back, `t + ...` adds one.

        After the times stand the number of the group, where there are groups, and the step; what is left out stays.
        """
        indicator, words, meeting = found.indicator, self.desk.words, self.desk.meeting
        assert isinstance(indicator, Duration)
        timings = timings_of(meeting.sheet(self.desk.person), found.cell)
        now = self.desk.journal.machine()
        if len(said) < 2:
            for count, each in enumerate(timings, start=1):
                say("  ".join((f"  {words.number(count)}", *timing_told(indicator, each, now, words))))
            say(words("plain.timings"))
            return
        number, start, *rest = said
        place = read_number(number)
        before = timings[int(place) - 1] if place in range(1, len(timings) + 1) and place else None
        if before is None and number != "+":
            say(words("plain.no_timing", number=number, count=len(timings)))
        elif before is not None and start.lower() == "x":
            self.desk.do(withdrawal(before))
        else:
            stop = rest.pop(0) if rest else time_told(before.stop) if before else ""
            stood = group_told(indicator, before.group, words) if before else ""
            group = (rest.pop(0) if rest else stood) if indicator.groups else ""
            step = rest[0] if rest else (before.seen if before else self._step()) or ""
            typed = Typed(start, "" if stop == "-" else stop, group, step)
            fact = as_typed(meeting, indicator, found.cell, before, typed, now.wall, words)
            if isinstance(fact, Refused):
                say(words(fact.message, **fact.values))
            else:
                self.desk.do(fact)

    def missed_told(self, everything: Iterable[Asked], *, sending: bool = False) -> list[str]:
        """What was not looked at in time, a line each."""
        meeting, now, words = self.desk.meeting, self.desk.journal.machine(), self.desk.words
        sampled = [(each.indicator, each.cell) for each in everything if isinstance(each.indicator, Interval)]
        return missed_told(meeting, meeting.sheet(self.desk.person), sampled, now, words, sending=sending)

    def note_missed(self, everything: Iterable[Asked], *, sending: bool = False) -> None:
        """Write down what went by unseen, where this person has begun to sample."""
        meeting, now, facts = self.desk.meeting, self.desk.journal.machine(), list[Fact]()
        sheet = meeting.sheet(self.desk.person)
        for each in everything if not sheet.sent else ():
            if isinstance(each.indicator, Interval):
                marks = sheet.intervals.get(each.cell, {})
                for number in missed(meeting, each.indicator, marks, now, sending=sending):
                    facts.append(IntervalMarked(**about(each, None), interval=number, missed=True))
        if facts:
            self.desk.do(*facts, quiet=True)


def _group(groups: tuple[Option, ...], number: str) -> str | None:
    """The group of a number; empty where there are no groups, nothing where the number is none of theirs."""
    if not groups:
        return ""
    return next((each.id for place, each in enumerate(groups, start=1) if place == read_number(number)), None)
