"""Rehearsed colleagues who go on with a meeting live, around the one person who sits in a seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitate.domain.agenda import Agenda, Step
from facilitate.domain.decisions.authority import AUTHORITY
from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events import observing as o
from facilitate.domain.events import running as r
from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.undo import UndoWalk
from facilitate.domain.scale import Value
from facilitate.kits.rehearsal.act import Act
from facilitate.kits.rehearsal.fitting import OF_THE_MOMENT, behind_another_answer, fitted, is_current, is_turn, opened
from facilitate.kits.rehearsal.script import Script
from facilitate.kits.rehearsal.standing import stands

STEP_MS = 25_000
"""How long, live, a step is open at least before colleagues go on to the next."""

_WITHIN_STEP_MS = {r.TrackOpened: 1_500, r.Extended: 6_000, r.Paused: 6_000, r.Resumed: 6_000}
"""Likewise before they split the room, or stop and start the clock."""

_MAIN_MOVES = (r.StepOpened, r.StepSkipped, r.MeetingClosed)

_Done = tuple[str, Fact]


class Colleagues:
    """Everybody of a script except whoever is seated.

    What has been done is read from the meeting, never remembered: the seat may change at any time, and a colleague then
    takes over what is left. Only what was handed out once is not handed out again.
    """

    def __init__(self, script: Script) -> None:
        self._script = script
        self._given: set[int] = set()
        self._moved_at = 0  # in the caller's `waited_ms`, which may or may not start anew after a pause or a split
        self._turns = {each.fact.turn for each in script.acts if isinstance(each.fact, r.TurnStarted)}
        self._places = _places(script)
        self._values = _values(script.acts)
        self._skips = {each.fact.step: each.fact for each in script.acts if isinstance(each.fact, r.StepSkipped)}

    def due(self, meeting: Meeting, seated: str, waited_ms: int) -> _Done | None:
        """What a colleague does next, and who; nothing while all wait for time to pass or for the seated person.

        `waited_ms` is how long ago the agenda moved last, at least since a step was opened. What is returned is not
        refused by the meeting given. Call it again after each act, with the meeting as it is then.
        """
        person = meeting.people.get(seated)
        moves = person is None or not person.has(*AUTHORITY[r.StepOpened])
        ended = self._running_on(meeting, seated)
        if ended is not None:
            return ended
        for number, act in enumerate(self._script.acts):
            if number in self._given or act.by == seated or isinstance(act.fact, _MAIN_MOVES):
                continue
            if act.opens and (not moves or not is_current(meeting, act.step)):
                continue
            fact = self._now(meeting, seated, number, act)
            if fact is None:
                continue
            if act.opens and not self._waited_for(type(fact), waited_ms):
                return None  # what comes after it in the script waits for it
            self._given.add(number)
            return act.by, fact
        move = self._next_move(meeting, waited_ms, seated)
        return None if move and person and person.has(*AUTHORITY[type(move[1])]) else move

    def _waited_for(self, kind: type[Fact], waited_ms: int) -> bool:
        """Whether enough time has passed since the step was opened, and since the last such act in it."""
        since = waited_ms - self._moved_at if waited_ms >= self._moved_at else waited_ms
        if since < _WITHIN_STEP_MS.get(kind, 0):
            return False
        self._moved_at = waited_ms
        return True

    def _now(self, meeting: Meeting, seated: str, number: int, act: Act) -> Fact | None:
        """The act's fact as it can be done now, if it can."""
        if not self._is_time(meeting, seated, act) or stands(meeting, act.by, act.fact, self._places.get(number, 1)):
            return None
        fact = fitted(meeting, act.fact)
        if fact is None or behind_another_answer(meeting, act.by, fact, self._values.get(_cell(act))):
            return None
        return None if isinstance(decide(meeting, UndoWalk(), act.by, fact), Refused) else fact

    def _is_time(self, meeting: Meeting, seated: str, act: Act) -> bool:
        """Whether the meeting has come to where the script does this."""
        if isinstance(act.fact, OF_THE_MOMENT):
            theirs = is_turn(act.fact) and self._foreign_turn(meeting, seated)
            yields = isinstance(act.fact, r.ChairTaken) and act.fact.from_ == seated
            return is_current(meeting, act.step) and not theirs and not yields
        if meeting.closed is not None:
            return isinstance(act.fact, o.Observation | o.SheetSent | o.ConsensusSet)
        return act.step is not None and opened(meeting, act.step)

    def _foreign_turn(self, meeting: Meeting, seated: str) -> bool:
        """Whether a turn runs that the seated person started: colleagues do not cut it short."""
        person = meeting.people.get(seated)
        if person is None or not person.has(*AUTHORITY[r.TurnStarted]):
            return False
        return any(
            turn.end is None and not turn.withdrawn and turn.id not in self._turns for turn in meeting.turns.values()
        )

    def _running_on(self, meeting: Meeting, seated: str) -> _Done | None:
        """A turn of colleagues that nobody ended when the step did."""
        for act in self._script.acts:
            turn = meeting.turns.get(act.fact.turn) if isinstance(act.fact, r.TurnStarted) else None
            if turn and turn.end is None and act.by != seated and not is_current(meeting, turn.step):
                return act.by, r.TurnEnded(turn=turn.id)
        return None

    def _next_move(self, meeting: Meeting, waited_ms: int, seated: str) -> _Done | None:
        """The chair goes on with the agenda as it is now, and closes the meeting after its last step."""
        chair = _chair(meeting, seated)
        openings = meeting.plenary.openings
        if chair is None or meeting.closed is not None or meeting.agenda is None:
            return None
        if openings and waited_ms < STEP_MS:
            return None
        step = _following(meeting.agenda, openings[-1].step if openings else None)
        while step is not None and step.id in meeting.skipped:
            step = meeting.agenda.after(step.id)
        if step is None:
            return chair, r.MeetingClosed()
        current = meeting.current.step if meeting.current else None
        return chair, self._skips.get(step.id) or r.StepOpened(step=step.id, predecessor=current)


def _chair(meeting: Meeting, seated: str) -> str | None:
    """Whoever leads now, or another moderator."""
    others = [each.id for each in meeting.moderators if each.id != seated and not each.left]
    return meeting.chair if meeting.chair in others else next(iter(others), None)


def _following(agenda: Agenda, step: str | None) -> Step | None:
    """The step after that one; nothing after one that the agenda does not have any more."""
    return agenda.after(step) if step is None or agenda.step(step) else None


def _places(script: Script) -> dict[int, int]:
    """Which tap each tap is among those of the same cell and group, from 1."""
    grids = [fact.grid for _, fact in script.setup if isinstance(fact, GridProposed)]
    about_steps = {each.id for grid in grids for each in grid.indicators() if each.about == "step"}
    alike: Counter[tuple[object, ...]] = Counter()
    places = {}
    for number, act in enumerate(script.acts):
        fact = act.fact
        if isinstance(fact, o.Tallied):
            step = fact.step if fact.indicator in about_steps else None
            key = (act.by, fact.about, fact.indicator, step, fact.group)
            alike[key] += 1
            places[number] = alike[key]
    return places


def _values(acts: Sequence[Act]) -> dict[tuple[object, ...], Value | None]:
    """What each observer answers in the script; steps tell apart the cells of indicators about steps."""
    return {_cell(act): act.fact.value for act in acts if isinstance(act.fact, o.Scored)}


def _cell(act: Act) -> tuple[object, ...]:
    fact = act.fact
    return (act.by, fact.about, fact.indicator, fact.step) if isinstance(fact, o.Observation) else ()
