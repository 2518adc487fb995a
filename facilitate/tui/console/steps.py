"""What runs the meeting: the same acts on every page, for the plenary or for the group that the person is with."""

from __future__ import annotations

from facilitate.analysis.timing import step_times
from facilitate.domain.agenda import Step
from facilitate.domain.events import running as r
from facilitate.tui.console.acting import Acting
from facilitate.tui.console.grouping import moving
from facilitate.tui.console.placing import with_energisers
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.choose import Choose

EXTEND_MINUTES = 2


class StepActs(Acting):
    """Next, back, pause, a little more time, leaving a step out, handing over."""

    def next_here(self) -> Step | None:
        """The step that *next* opens where this person is."""
        following = self.meeting.next_step(self.track.id)
        return following if following is not None and (following.apart or not self.apart) else None

    def a_step_is_open(self) -> bool:
        """Whether a step is open here; says why not."""
        if self.opening is not None:
            return True
        self.say(self.words("moderate.closed_key" if self.meeting.closed else "moderate.nothing_open"))
        return False

    def opens(self, *facts: r.StepOpened) -> None:
        """Open steps; the energiser of a step counts as done with it."""
        self.do(*with_energisers(self.meeting, facts))

    def action_next(self) -> None:
        following = self.next_here()
        if self.meeting.closed:
            self.say(self.words("moderate.closed_key"))
        elif following is not None:
            self.opens(*moving(self.meeting, self.seat.person, self.track, following.id))
        elif self.apart:
            self.say(self.words("console.together_first"))
        else:
            self.say(self.words("console.last_step"))

    def action_back(self) -> None:
        """To the step before; where none is open, to the one that was open last."""
        meeting, opening, track = self.meeting, self.opening, self.track
        if meeting.agenda is None or meeting.closed or not track.openings:
            self.a_step_is_open()
        elif opening is None:
            self.opens(r.StepOpened(step=track.openings[-1].step, track=track.id))
        elif (before := meeting.agenda.before(opening.step)) is None or (self.apart and not before.apart):
            self.say(self.words("console.first_in_group" if self.apart else "moderate.first"))
        else:
            self.opens(r.StepOpened(step=before.id, predecessor=opening.step, track=track.id))

    def action_pause(self) -> None:
        opening, track = self.opening, self.track.id
        if self.a_step_is_open() and opening is not None:
            self.do(r.Resumed(track=track) if opening.paused else r.Paused(track=track))

    def action_extend(self) -> None:
        self._more(EXTEND_MINUTES)

    def action_shorten(self) -> None:
        self._more(-EXTEND_MINUTES)

    def _more(self, minutes: int) -> None:
        opening = self.opening
        if self.a_step_is_open() and opening is not None:
            self.do(r.Extended(step=opening.step, minutes=minutes, track=self.track.id))

    def action_skip(self) -> None:
        following = self.meeting.next_step()
        if following is None:
            self.say(self.words("moderate.last"))
            return
        title = self.words("moderate.skip", step=following.id, title=following.title)
        self.ask(title, [Field(self.words("moderate.reason"))], lambda reason: self._skip(following.id, reason[0]))

    def _skip(self, step: str, reason: str) -> None:
        self.do(r.StepSkipped(step=step, reason=reason))

    def action_lead(self) -> None:
        """Hand the lead to another moderator, or take it: as agreed, or because who has it is not there."""
        meeting, words = self.meeting, self.words
        planned = meeting.moderator_of(meeting.current.step) if meeting.current else None
        others = [each for each in meeting.moderators if each.id != self.seat.person and not each.left]
        others.sort(key=lambda each: each != planned)  # who is to moderate the open step stands first
        if meeting.chair is None:
            self._lead("agreed", self.seat.person)
        elif meeting.chair != self.seat.person:
            name = meeting.name(meeting.chair)
            ways = [(how, words(f"lead.{how}"), words(f"lead.{how}.help", name=name)) for how in ("agreed", "absent")]
            title = words("lead.take", name=name)
            self.app.push_screen(Choose(title, ways, words), lambda how: self._lead(how, self.seat.person))
        elif not others:
            self.say(words("moderate.nobody_else"))
        else:
            options = [(each.id, each.name, "") for each in others]
            self.app.push_screen(Choose(words("lead.give"), options, words), lambda to: self._lead("agreed", to))

    def _lead(self, how: str | None, to: str | None) -> None:
        if how and to:
            absent = how == "absent"
            self.do(r.ChairTaken(from_=self.meeting.chair, to=to, how="absent" if absent else "agreed"))

    def undone_steps(self) -> int:
        """How many steps nobody opened or left out."""
        return sum(each.state == "to_come" for each in step_times(self.meeting, self.seat.session.now()))
