"""What is done with turns: giving the floor, silence, the queue, and mending a wrong tap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from textual import on

from facilitate.analysis.floor import Board, OnFloor, board, last_turns, on_floor
from facilitate.domain.events import running as r
from facilitate.domain.events.base import FactBase, Spoke
from facilitate.domain.meeting.floor import speaker
from facilitate.domain.meeting.parts import Turn
from facilitate.journal.journal import fresh_name
from facilitate.tui.console.naming import group_name, speaker_name
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.console.speakers import row_id
from facilitate.tui.dialogs.find import Find
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.taplist import TapList

HASTE_MS = 700
"""A group's key, or Enter, that comes again within this time was held down, and means nobody else."""

Question = Literal["", "waits", "spoke"]
"""What the next key or tap on the board answers; nothing: who speaks from now on."""


class TurnActs(ConsolePage):
    """A page with a board of speakers, a queue and the last turns."""

    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        **ConsolePage.NEEDS,
        "turn": r.TurnStarted,
        "speaks": r.TurnStarted,
        "silence": r.TurnEnded,
        "waits": r.TurnQueued,
        "first_waiting": r.TurnStarted,
        "reassign": r.TurnCorrected,
        "somebody": r.TurnStarted,
        "take_off": r.TurnUnqueued,
    }

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self.question: Question = ""
        self._given = ""
        self.speakers = TapList("floor-board", at_once=True)
        self.waiting = TapList("floor-queue", drops=True)
        self.last = TapList("floor-turns", drops=True)

    # What is the case.

    @property
    def board(self) -> Board:
        return board(self.meeting, self.seat.session.now())

    @property
    def running(self) -> OnFloor | None:
        return on_floor(self.meeting, self.seat.session.now())

    @property
    def to_correct(self) -> Turn | None:
        """The turn that was chosen, else the last one."""
        found = last_turns(self.meeting)
        chosen = next((turn for turn in found if turn.id == self.last.cursor), None)
        return chosen or next((turn for turn in found if not turn.withdrawn), None)

    @property
    def split(self) -> bool:
        """Whether the room is split: turns are counted in plenary only."""
        return self.apart or bool(self.meeting.apart)

    def idle(self, action: str) -> bool:
        meeting = self.meeting
        still = meeting.closed is not None or self.split
        if action == "waits":
            return still
        if action == "reassign":
            return self.to_correct is None
        if action in ("speaks", "somebody", "silence", "first_waiting"):
            nobody = (action == "silence" and self.running is None) or (action == "first_waiting" and not meeting.queue)
            return still or nobody or self.opening is None or self.opening.paused
        return super().idle(action)

    def called(self, who: Spoke) -> str:
        return speaker_name(who, self.meeting, self.words)

    def _together(self) -> bool:
        """Whether the room is together; says so where it is not."""
        if self.split and self.meeting.closed is None:
            self.say(self.words("floor.apart"))
            return False
        return True

    def ask_who(self, question: Question) -> None:
        """The next key or tap answers this."""
        self.question = question
        self.speakers.put(None)
        self.tick()

    # Who speaks, who waits, who spoke.

    def action_turn(self, key: int) -> None:
        found = next((each for each in self.board.speakers if each.key == key), None)
        if found is None:
            self.say(self.words("floor.nobody_there", key=key))
        else:
            self.take(found.who)

    @on(TapList.Chosen, "#floor-board")
    def _tapped(self, message: TapList.Chosen) -> None:
        found = next((each for each in self.board.speakers if row_id(each.who) == message.row), None)
        if found is not None:
            self.take(found.who)

    def take(self, who: Spoke) -> None:
        """Somebody was pointed at: they speak, wait, or were it who spoke."""
        act = {"": self._speaks, "waits": self._waits, "spoke": self._spoke}[self.question]
        if act(self._whole(who)):
            self.ask_who("")

    def _whole(self, who: Spoke) -> Spoke:
        """A person with the group that is heard."""
        person = self.meeting.people.get(who.person or "")
        return Spoke(person=who.person, group=person.group) if person else who

    def _speaks(self, who: Spoke) -> bool:
        if not self._together() or not self.a_step_is_open():
            return False
        running = self.running
        if running is not None and speaker(running.turn.who) == speaker(who):
            if who.person is not None:
                self.say(self.words("floor.speaks_already", name=self.called(who)))
                return False
            if running.spoken.ms < HASTE_MS:
                return False
        waits = next((each for each in self.meeting.queue if speaker(each.who) == speaker(who)), None)
        return self.do(r.TurnStarted(turn=waits.id if waits else f"u{fresh_name()}", who=who))

    def _waits(self, who: Spoke) -> bool:
        return self._together() and self.do(r.TurnQueued(turn=f"u{fresh_name()}", who=who))

    def _spoke(self, who: Spoke) -> bool:
        turn = self.to_correct
        if turn is None:
            return True
        if speaker(turn.who) == speaker(who) and not turn.withdrawn:
            self.say(self.words("floor.is_already", name=self.called(who)))
            return False
        return self._corrected(r.TurnCorrected(turn=turn.id, who=who))

    def _corrected(self, fact: r.TurnCorrected) -> bool:
        done = self.do(fact)
        if done:
            self.last.put(None)  # the next correction is about the last turn again
        return done

    def action_speaks(self) -> None:
        self.action_somebody()

    def action_somebody(self) -> None:
        """Everybody whom the meeting knows, found by name: those on the board first."""
        on_board = [each.who for each in self.board.speakers]
        people = [Spoke(person=each.id) for each in self.meeting.people.values() if each.name and not each.left]
        others = [each for each in people if each not in on_board]
        known = {row_id(each): each for each in (*on_board, *others)}
        options = [(row, self.called(each), self._beside(each)) for row, each in known.items()]
        title = self.words(f"floor.find.{self.question or 'speaks'}")
        self.app.push_screen(Find(title, options, self.words), lambda row: self.take(known[row]) if row else None)

    def _beside(self, who: Spoke) -> str:
        person = self.meeting.people.get(who.person or "")
        if person is None:
            return ""
        roles = self.words.listed(self.words(f"role.{role}") for role in sorted(person.roles))
        return group_name(person.group, self.words) if person.group else roles

    # Silence.

    def action_silence(self) -> None:
        """Nobody: has the floor, or had it."""
        turn, running = self.to_correct, self.running
        if self.question == "spoke" and turn is not None:
            self._withdraw(turn)
        elif running is None:
            self.say(self.words("floor.nobody_speaks"))
        else:
            self.do(r.TurnEnded(turn=running.turn.id))
        self.ask_who("")

    # The queue.

    def action_waits(self) -> None:
        if self._together():
            self.ask_who("" if self.question == "waits" else "waits")

    def action_first_waiting(self) -> None:
        if self.question:
            return  # the question stands in large letters, and Enter is no answer to it
        if self.meeting.queue:
            self._give(self.meeting.queue[0].id)
        else:
            self.say(self.words("floor.nobody_waits"))

    @on(TapList.Chosen, "#floor-queue")
    def _give_chosen(self, message: TapList.Chosen) -> None:
        self._give(message.row)

    def _give(self, waiting: str) -> None:
        found = next((each for each in self.meeting.queue if each.id == waiting), None)
        running = self.running
        if running is not None and running.turn.id == self._given and running.spoken.ms < HASTE_MS:
            return
        if found is not None and self._together() and self.a_step_is_open():
            self._given = found.id
            self.do(r.TurnStarted(turn=found.id, who=found.who))

    @on(TapList.Dropped, "#floor-queue")
    def _take_off(self, message: TapList.Dropped) -> None:
        self.do(r.TurnUnqueued(turn=message.row))

    # The last turns.

    def action_reassign(self) -> None:
        if self.to_correct is None:
            self.say(self.words("floor.no_turn"))
        else:
            self.ask_who("" if self.question == "spoke" else "spoke")

    @on(TapList.Chosen, "#floor-turns")
    def _correct_chosen(self) -> None:
        self.ask_who("spoke")

    @on(TapList.Moved, "#floor-turns")
    def _other_turn(self) -> None:
        self.tick()

    @on(TapList.Dropped, "#floor-turns")
    def _withdraw_dropped(self, message: TapList.Dropped) -> None:
        turn = self.meeting.turns.get(message.row)
        if turn is not None:
            self._withdraw(turn)

    def _withdraw(self, turn: Turn) -> None:
        if turn.withdrawn:
            self.say(self.words("floor.gone_already"))
        else:
            self._corrected(r.TurnCorrected(turn=turn.id, who=turn.who, withdrawn=True))

    def action_take_off(self) -> None:
        self.say(self.words("floor.choose_first"))

    def action_let_be(self) -> None:
        for each in (self.waiting, self.last):
            each.put(None)
        self.ask_who("")
