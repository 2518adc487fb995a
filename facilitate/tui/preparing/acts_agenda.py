"""Acts of the part with the agenda: minutes, places, new steps, who moderates, and making it fit."""

from __future__ import annotations

from functools import partial

from facilitate.analysis.planned import brought_down, fit
from facilitate.analysis.sharing import by_turns, in_blocks, next_hand, to_share
from facilitate.analysis.timing import MINUTE_MS
from facilitate.domain.agenda import Agenda, Step
from facilitate.domain.events.planning import StepAssigned, StepDropped
from facilitate.domain.meeting.minutes import was_opened
from facilitate.language.numbers import read_number
from facilitate.tui.console.placing import MOST_MINUTES
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.find import Find
from facilitate.tui.preparing import steps
from facilitate.tui.preparing.page import PreparingPage

OWN = "own"
"""What is offered first where a step is put in: one of one's own."""


class AgendaActs(PreparingPage):
    """Everything is recomputed at once, and u takes a whole act back."""

    def step_of(self, line: str | None) -> Step | None:
        return self.meeting.agenda.step(line) if self.meeting.agenda else None

    # One step.

    def by_minutes(self, line: str, by: int) -> None:
        step = self.step_of(line)
        if step is not None:
            self.keep(steps.by_minutes(self.meeting, step, by))

    def edit_agenda(self, line: str) -> None:
        step, words = self.step_of(line), self.words
        why = steps.fixed(self.meeting, line)
        if why is not None:
            self.tell(why)
        if step is None or why is not None:
            return
        fields = [
            Field(words("prepare.step_title"), step.title.to(words.language), limit=200),
            Field(words("insert.minutes"), f"{self.meeting.planned_minutes(line)}", limit=4),
            Field(words("prepare.step_least"), f"{step.min_minutes}", limit=4),
        ]
        self.ask(words("prepare.step", step=step.id), fields, partial(self._keep_step, line), self._wrong)

    def _wrong(self, typed: tuple[str, ...]) -> str | None:
        minutes, least = read_number(typed[1]), read_number(typed[2] if len(typed) > 2 else "0")
        if not isinstance(minutes, int) or not 1 <= minutes <= MOST_MINUTES:
            return self.words("insert.minutes_wrong", most=MOST_MINUTES)
        if not isinstance(least, int) or not 0 <= least <= minutes:
            return self.words("prepare.least_wrong")
        return None

    def _keep_step(self, line: str, typed: tuple[str, ...]) -> None:
        step = self.step_of(line)
        minutes, least = read_number(typed[1]), read_number(typed[2])
        if step is not None and isinstance(minutes, int) and isinstance(least, int):
            self.keep(steps.edited(self.meeting, step, typed[0], minutes, least, self.words))

    def move_step(self, line: str, by: int) -> None:
        self.keep(steps.moved(self.meeting, line, by))

    def drop_step(self, line: str) -> None:
        step = self.step_of(line)
        if step is None:
            return
        following = self.neighbour("agenda", line)
        if self.do(StepDropped(step=line)):
            self.list_of("agenda").put(following)
            self.say(self.words("prepare.step_dropped", step=step.id, title=step.title))

    # A new step.

    def add_step(self) -> None:
        """One of one's own, an energiser, or a step of another agenda."""
        agenda, words = self.meeting.agenda, self.words
        if agenda is None:
            self.say(words("insert.no_agenda"))
            return
        options = [(OWN, words("prepare.own_step"), words("prepare.own_step.help"))]
        for energiser in agenda.energisers:
            beside = f"{self._length(energiser.minutes)} · {words('insert.energiser')}"
            options.append((f"energiser:{energiser.id}", energiser.title.to(words.language), beside))
        for number, (other, step) in enumerate(steps.unused(agenda, self._library())):
            beside = f"{self._length(step.minutes)} · {other.title.to(words.language)}"
            options.append((f"step:{number}", step.title.to(words.language), beside))
        self.app.push_screen(Find(words("prepare.put_in"), options, words), self._add)

    def _library(self) -> tuple[Agenda, ...]:
        errands = getattr(self.app, "errands", None)
        return tuple(errands.library()) if errands is not None else ()

    def _length(self, minutes: int) -> str:
        return self.words.minutes(minutes * MINUTE_MS)

    def _add(self, what: str | None) -> None:
        agenda = self.meeting.agenda
        if what is None or agenda is None:
            return
        kind, _, which = what.partition(":")
        if kind == OWN:
            self._ask_own()
        elif kind == "energiser":
            found = next((each for each in agenda.energisers if each.id == which), None)
            if found is not None:
                self._put_in(steps.energising(self.meeting, agenda, found, self.chosen))
        else:
            offered = list(steps.unused(agenda, self._library()))
            if int(which) < len(offered):
                self._put_in(steps.taken_over(agenda, offered[int(which)][1]))

    def _ask_own(self) -> None:
        words = self.words
        fields = [
            Field(words("insert.what"), example=words("insert.what_example"), limit=120),
            Field(words("insert.minutes"), example="10", limit=4),
        ]
        self.ask(words("prepare.own_step"), fields, self._put_own, self._wrong)

    def _put_own(self, typed: tuple[str, ...]) -> None:
        agenda, minutes = self.meeting.agenda, read_number(typed[1])
        if agenda is not None and isinstance(minutes, int):
            self._put_in(steps.own_step(self.meeting, agenda, typed[0], minutes, self.chosen, self.words))

    def _put_in(self, step: Step) -> None:
        if self.keep(steps.put_in(self.meeting, step, self.chosen)):
            self.list_of("agenda").put(step.id)

    # Who moderates.

    def hand_on(self, line: str) -> None:
        """To the next moderator, and after the last one to nobody."""
        if not self.meeting.moderators:
            self.say(self.words("lacking.moderator"))
        elif was_opened(self.meeting, line):
            self.say(self.words("prepare.was_opened", step=line))
        else:
            self.keep([StepAssigned(step=line, moderator=next_hand(self.meeting, line))])

    def action_share_steps(self) -> None:
        """All steps to come over all moderators: in blocks, by turns, or to nobody."""
        words, there = self.words, [each for each in self.meeting.moderators if not each.left]
        if not there:
            self.say(words("lacking.moderator"))
            return
        names = words.listed(each.name for each in there)
        ways = [(way, words(f"prepare.share.{way}"), words(f"prepare.share.{way}.help")) for way in ("blocks", "turns")]
        self.app.push_screen(Choose(words("prepare.share", names=names), ways, words), self._share)

    def _share(self, way: str | None) -> None:
        if way is not None:
            there = [each.id for each in self.meeting.moderators if not each.left]
            share = in_blocks if way == "blocks" else by_turns
            self.keep(steps.assigned(self.meeting, share(to_share(self.meeting), there)))

    # Making it fit.

    def action_bring_down(self) -> None:
        """Propose minutes with which the meeting ends by the locked end, and keep them after a yes."""
        meeting, words, found = self.meeting, self.words, fit(self.meeting)
        if meeting.end is None or meeting.start is None:
            self.say(words("prepare.no_locked_end"))
            return
        minutes = brought_down(meeting)
        if not found.over or not minutes:
            self.say(words("prepare.nothing_to_win" if found.over else "prepare.fits"))
            return
        lines = [
            words(
                "prepare.from_minutes",
                step=step.id,
                title=step.title,
                before=meeting.planned_minutes(step.id),
                after=minutes[step.id],
            )
            for step in (meeting.agenda.steps if meeting.agenda else ())
            if step.id in minutes
        ]
        won = sum(meeting.planned_minutes(step) - each for step, each in minutes.items())
        if won < found.over:
            lines.append(words("prepare.still_over", count=found.over - won))
        title = words("prepare.bring_down", count=won)
        form = Confirm(title, "\n".join(lines), words("prepare.bring_down_yes"), words)
        self.app.push_screen(form, lambda yes: self._bring_down() if yes else None)

    def _bring_down(self) -> None:
        self.keep(steps.with_minutes(self.meeting, brought_down(self.meeting)))
