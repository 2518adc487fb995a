"""Facts behind an answer: what was seen or heard, in which step; and why a value from the log does not stand."""

from __future__ import annotations

from facilitate.analysis.progress import Asked, owing
from facilitate.domain.events import Fact
from facilitate.domain.events.observing import EvidenceChanged, Scored
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Value
from facilitate.journal.journal import fresh_name
from facilitate.tui.capturing import LONGEST
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.facts import Facts, Said
from facilitate.tui.observer.context import NOW, Desk, due_in, last_ended, reminder, step_choices
from facilitate.tui.observer.evidence import fact_of, facts_shown
from facilitate.tui.observer.looking import Looking
from facilitate.tui.observer.sights import Sight
from facilitate.tui.observer.standing import condition_told


class FactActs(Looking):
    """A note opened and closed by one key, stamped with the step and the time; several behind one answer."""

    @property
    def desk(self) -> Desk:
        """What outlives this screen."""
        found = self.seat.standing.left_off.setdefault("observe facts", Desk())
        assert isinstance(found, Desk)
        return found

    # Facts.

    def action_evidence(self) -> None:
        self._open_facts(picking=False)

    def action_part(self) -> None:
        """For slow typists: the same, with the cursor in what can be picked."""
        self._open_facts(picking=True)

    def _open_facts(self, picking: bool) -> None:
        self.commit()
        found = self.here
        if found is None or self.meeting.grid is None:
            return
        if self.sheet.sent:
            self.say(self.words("observe.sent"), severe=True)
            return
        shown = facts_shown(self.meeting, self.sheet, found, self.seen(found.cell), self.words)
        drafts = self.desk.texts(found.cell)
        self.app.push_screen(
            Facts(shown, drafts, self.words, LONGEST, picking), lambda said: self._facts_closed(found.cell, said)
        )

    def _facts_closed(self, cell: Cell, said: Said | None) -> None:
        """Keep what was said; a refusal leaves the draft for the next time it is opened."""
        drafts = self.desk.texts(cell)
        if said is None:
            if any(text.strip() for text in drafts.values()):
                self.say(self.words("facts.set_aside"))
            return
        if self.do(self._fact(cell, said)) and (said.text or said.withdrawn):
            drafts.pop(said.fact, None)

    def _fact(self, cell: Cell, said: Said) -> Fact:
        if said.fact:
            return EvidenceChanged(evidence=said.fact, text=said.text, withdrawn=said.withdrawn)
        return fact_of(cell, self.seen(cell), said, f"e{fresh_name()}")

    def action_next_owed(self) -> None:
        """To the next answer whose fact is owed."""
        self.commit()
        waiting = owing(self.everything)
        if not waiting:
            self.say(self.words("facts.none_owed"))
            return
        order = [each.cell for each in self.everything]
        place = order.index(self.here.cell) if self.here is not None else -1
        after = [each for each in waiting if order.index(each.cell) > place]
        self.go_to((after or list(waiting))[0].cell)

    def go_to(self, cell: Cell) -> None:
        """The cursor onto one answer, also where it was out of sight."""
        found = next((each for each in self.everything if each.cell == cell), None)
        if found is None:
            return
        if cell.indicator not in [line.key for line in self.grid.lines]:
            self._look(Sight())
        keys = [line.key for line in self.grid.lines]
        column = self.column(found)
        self.grid.go(keys.index(cell.indicator), column if column >= 0 else self.grid.subject)

    # The step something was seen in.

    def seen(self, cell: Cell) -> str | None:
        """The step of an answer; one that was chosen for this indicator goes before the one that is open."""
        return cell.step or self.desk.late.get(cell) or super().seen(cell)

    def action_seen_in(self) -> None:
        """Put what is said here, and what stands here, on the step it belongs to."""
        self.commit()
        found = self.here
        if found is None or self.sheet.sent:
            return
        title = self.words("context.choose", code=found.indicator.id)
        choices = step_choices(self.meeting, self.seat.here, self.words)
        self.app.push_screen(Choose(title, choices, self.words), lambda step: self._seen_in(found, step))

    def _seen_in(self, found: Asked, step: str | None) -> None:
        if step is None:
            return
        cell, chosen = found.cell, None if step == NOW else step
        if found.indicator.about == "step":
            self.desk.in_view = chosen
        else:
            self.desk.late.pop(cell, None)
            if chosen is not None:
                self.desk.late[cell] = chosen
            mark, seen = self.sheet.marks.get(cell), self.seen(cell)
            if mark is not None and mark.seen != seen:
                self.do(Scored(**_about(cell), step=seen, value=mark.value, reason=mark.reason))
        self.draw()

    @property
    def step_in_view(self) -> str | None:
        """The step that indicators about steps are asked of: the one that was chosen, else the one that is open."""
        return self.desk.in_view or self.step_here

    # A step's end.

    @property
    def due(self) -> tuple[Cell, ...]:
        """What the step that ended last should have shown, and is still open."""
        return due_in(last_ended(self.seat.here), self.everything, self.sheet) if not self.sheet.sent else ()

    @property
    def reminded(self) -> str:
        """The reminder, in one line."""
        return reminder(last_ended(self.seat.here), self.due, self.words)

    def action_due(self) -> None:
        """To the first of what the step that ended should have shown."""
        self.commit()
        if not self.due:
            self.say(self.words("context.nothing_due"))
            return
        cell = self.due[0]
        if cell.step is not None:
            self.desk.in_view = cell.step
            self.draw()
        self.go_to(cell)

    # Keeping.

    def score(self, found: Asked, value: Value | None, reason: str = "") -> bool:
        """Keep an answer. Instead of a derived or a logged one it is kept at once, and its reason asked after that."""
        given, mark = found.given, self.sheet.marks.get(found.cell)
        if given is not None and given.origin == "not_asked" and value is not None:
            self.say(condition_told(self.meeting, found, self.words), severe=True)
            return False
        done = super().score(found, value, reason or (mark.reason if mark and value is not None else ""))
        kept = self.sheet.marks.get(found.cell)
        instead = given is not None and given.origin in ("log", "derived")
        if instead and kept is not None and kept.value == value and not reason:
            self.ask_about(found, Field(self.words("facts.why"), limit=1_000), self._because)
        return done

    def _because(self, found: Asked, why: str) -> None:
        """The reason joins the answer that stands."""
        mark = self.sheet.marks.get(found.cell)
        if mark is not None:
            self.do(Scored(**_about(found.cell), step=mark.seen, value=mark.value, reason=why))


def _about(cell: Cell) -> dict[str, str]:
    return {"about": cell.about, "indicator": cell.indicator}
