"""Scores that observers gave elsewhere, brought into a meeting: what would be done, and what is refused.

Nothing is done here: the plan's acts go through the decision like everybody's. What an observer has answered at a
keyboard is never mixed with what a file says, nor told to whoever has the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from facilitate.domain.decisions.decide import decide
from facilitate.domain.decisions.refusal import Refused, refuse
from facilitate.domain.events import Fact
from facilitate.domain.events.base import Origin
from facilitate.domain.events.observing import MEETING, EvidenceAdded, Scored, SheetRecalled, SheetSent
from facilitate.domain.events.preparing import PersonAdded, PersonChanged, PersonNamed
from facilitate.domain.indicator import Indicator
from facilitate.domain.meeting.sheets import Cell, Sheet, cell_of
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.meeting.undo import UndoWalk
from facilitate.domain.meeting.view import see
from facilitate.domain.model import replaced, with_item
from facilitate.domain.people import Person, Role
from facilitate.domain.scale import Value
from facilitate.kits.score_values import value_of
from facilitate.kits.scores_csv import BadRow, ScoreRow
from facilitate.language import Words
from facilitate.language.letters import folded
from facilitate.language.words import CODES

LONGEST_NAME = 120


_MEETING = ("import.the_meeting", "import.meeting")
"""How a table may call the meeting, in any language."""


class Change(NamedTuple):
    """One answer or fact that is new; `before` is the answer that it replaces, where the author may see it."""

    row: ScoreRow
    value: Value | None
    before: Value | None
    replaces: bool
    fact: bool


class Plan(NamedTuple):
    """What bringing some rows in does: the acts in their order, and all that is told of them."""

    acts: tuple[Fact, ...]
    changes: tuple[Change, ...]
    refused: tuple[BadRow, ...]
    added: tuple[str, ...]
    """Names of observers whom the meeting did not know."""
    given_role: tuple[str, ...]
    """Names of people who were in the meeting, and observe from now on."""
    same: int
    empty: int


class _Wanted(NamedTuple):
    """A row that means something."""

    cell: Cell
    row: ScoreRow
    indicator: Indicator
    step: str | None
    value: Value | None


class Planner:
    """Makes the plan for the rows of one file; `fresh` gives names to people and facts."""

    def __init__(self, meeting: Meeting, by: str, file: str, fresh: Callable[[], str]) -> None:
        self.meeting, self.by, self.file, self.fresh = meeting, by, file, fresh
        self.seen = see(meeting, by)
        self.acts: list[Fact] = []
        self.changes: list[Change] = []
        self.refused: list[BadRow] = []
        self.added: list[str] = []
        self.given_role: list[str] = []
        self.same = self.empty = 0
        self._moderators = _called(meeting.moderators)
        self._people = _called(each for each in meeting.people.values() if each.name)
        self._meeting = {folded(MEETING), *(folded(Words(code)(each)) for code in CODES for each in _MEETING)}

    def plan(self, rows: Iterable[ScoreRow]) -> Plan:
        """What these rows do."""
        by_observer: dict[str, list[ScoreRow]] = {}
        names: dict[str, str] = {}
        for row in rows:
            key = _key(row.observer)
            names.setdefault(key, row.observer)
            by_observer.setdefault(key, []).append(row)
        for key, own in by_observer.items():
            self._observer(names[key], own)
        told = sorted(self.refused, key=lambda bad: (len(bad.place), bad.place))
        self.changes.sort(key=lambda change: (len(change.row.place), change.row.place))
        return Plan(
            tuple(self.acts),
            tuple(self.changes),
            tuple(told),
            tuple(self.added),
            tuple(self.given_role),
            self.same,
            self.empty,
        )

    def _observer(self, name: str, rows: list[ScoreRow]) -> None:
        """Everything of one observer: who it is, then answers and facts, then the sheet is sent."""
        found = self._person(name)
        if isinstance(found, Refused):
            self.refused += [BadRow(row.place, found) for row in rows]
            return
        person, joining = found
        sheet = self.meeting.sheet(person.id)
        if sheet.own_hand and person.id != self.by:
            self.refused += [BadRow(row.place, refuse("refused.own_hand", name=person.name)) for row in rows]
            return
        facts = self._facts(person, replaced(sheet, sent=None), self._wanted(rows))
        if not facts:
            return
        source = Origin(file=self.file)
        if sheet.sent:
            facts = [SheetRecalled(observer=person.id, reason=self.file, source=source), *facts]
        self.acts += [*joining, *facts, SheetSent(observer=person.id, source=source)]
        if joining:
            (self.given_role if person.id in self.meeting.people else self.added).append(person.name)

    def _person(self, name: str) -> tuple[Person, list[Fact]] | Refused:
        """Who is meant, with what makes an observer of somebody who is none yet."""
        found = self._people.get(_key(name), [])
        if len(found) > 1:
            return refuse("import.row.two_of_that_name", name=name, known=_numbered(name, len(found)))
        joining: list[Fact]
        if not found:
            if len(name) > LONGEST_NAME:
                return refuse("import.row.long", name="observer", most=LONGEST_NAME)
            new = Person(id=f"p{self.fresh()}", name=name, roles=frozenset({Role.OBSERVER}))
            joining = [PersonAdded(person=new.id, roles=new.roles), PersonNamed(person=new.id, name=name)]
            return new, joining
        person = found[0]
        if person.has(Role.OBSERVER):
            return person, []
        roles = person.roles | {Role.OBSERVER}
        joining = [PersonChanged(person=person.id, roles=roles)]
        return replaced(person, roles=roles), joining

    def _wanted(self, rows: list[ScoreRow]) -> list[_Wanted]:
        """The rows that mean something, each cell once."""
        wanted: list[_Wanted] = []
        first: dict[Cell, tuple[ScoreRow, Value | None]] = {}
        for row in rows:
            read = self._read(row)
            if isinstance(read, Refused):
                self.refused.append(BadRow(row.place, read))
                continue
            if read.value is None and not row.evidence:
                self.empty += 1
                continue
            before = first.get(read.cell)
            if before is not None and None not in (read.value, before[1]) and before[1] != read.value:
                why = refuse("import.row.twice", code=row.indicator, line=before[0].place)
                self.refused.append(BadRow(row.place, why))
                continue
            first.setdefault(read.cell, (row, read.value))
            wanted.append(read)
        return wanted

    def _read(self, row: ScoreRow) -> _Wanted | Refused:
        grid = self.meeting.grid
        indicator = grid.by_id.get(row.indicator) if grid else None
        if grid is not None and indicator is None:
            indicator = next((each for each in grid.indicators() if _key(each.id) == _key(row.indicator)), None)
        if indicator is None:
            return refuse("refused.no_such_indicator", code=row.indicator[:64])
        about = self._about(row.about)
        if isinstance(about, Refused):
            return about
        step = self._step(row.step)
        if isinstance(step, Refused):
            return step
        value = None if row.value == "" else value_of(indicator, row.value)
        if isinstance(value, Refused):
            return value
        return _Wanted(cell_of(indicator, about, step), row, indicator, step, value)

    def _step(self, said: str) -> str | Refused | None:
        steps = self.meeting.agenda.steps if self.meeting.agenda else ()
        found = next((each.id for each in steps if _key(each.id) == _key(said)), None)
        return refuse("refused.no_such_step", step=said[:64]) if said and found is None else found

    def _about(self, said: str) -> str | Refused:
        found = self._moderators.get(_key(said), [])
        if len(found) > 1:
            return refuse("import.row.two_of_that_name", name=said, known=_numbered(said, len(found)))
        if found:
            return found[0].id
        if folded(said) in self._meeting:
            return MEETING
        known = (MEETING, *(each.name for each in self.meeting.moderators if each.name))
        return refuse("import.row.no_moderator", name=said[:LONGEST_NAME], known=known)

    def _facts(self, person: Person, sheet: Sheet, wanted: list[_Wanted]) -> list[Fact]:
        """What is new of these rows, as far as it would be allowed."""
        people = with_item(self.meeting.people, person.id, person)
        then = replaced(self.meeting, people=people, sheets=with_item(self.meeting.sheets, person.id, sheet))
        shown = not self.seen.sheet(person.id).hidden
        facts: list[Fact] = []
        texts = {(each.cell, each.text) for each in sheet.evidence.values()}
        values = {cell: mark.value for cell, mark in sheet.marks.items()}
        for each in wanted:
            told: dict[str, Any] = {"about": each.cell.about, "indicator": each.indicator.id, "step": each.step}
            told |= {"observer": person.id, "source": Origin(file=self.file, cell=each.row.place)}
            before = values.get(each.cell)
            new: list[tuple[Fact, Change]] = []
            if each.value is not None and before != each.value:
                values[each.cell] = each.value
                change = Change(each.row, each.value, before if shown else None, before is not None, fact=False)
                new.append((Scored(**told, value=each.value), change))
            if each.row.evidence and (each.cell, each.row.evidence) not in texts:
                texts.add((each.cell, each.row.evidence))
                added = EvidenceAdded(**told, evidence=f"e{self.fresh()}", text=each.row.evidence)
                new.append((added, Change(each.row, None, None, replaces=False, fact=True)))
            self.same += not new
            for fact, change in new:
                decided = decide(then, UndoWalk(), self.by, fact)
                if isinstance(decided, Refused):
                    self.refused.append(BadRow(each.row.place, decided))
                    break
                facts.append(fact)
                self.changes.append(change)
        return facts


def _key(name: str) -> str:
    """How names are compared: without capitals, as at the door."""
    return name.casefold()


def _called(people: Iterable[Person]) -> dict[str, list[Person]]:
    """People by their names; of several with one name also as `Amina (2)`, in the order in which they were added."""
    named: dict[str, list[Person]] = {}
    for person in people:
        if person.name:
            named.setdefault(_key(person.name), []).append(person)
    for key, several in list(named.items()):
        if len(several) > 1:
            for place, person in enumerate(several, 1):
                named.setdefault(f"{key} ({place})", [person])
    return named


def _numbered(name: str, count: int) -> tuple[str, ...]:
    return tuple(f"{name} ({place})" for place in range(1, count + 1))
