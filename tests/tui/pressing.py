"""An observer at a terminal who presses keys at random: what each press should leave in the file, and what the screen
says is kept of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import NamedTuple

from facilitate.domain.events import Event
from facilitate.domain.events.observing import MEETING, EvidenceAdded, Scored, Tallied
from facilitate.domain.meeting.sheets import Cell
from facilitate.domain.scale import Answer, Value
from tests.tui.terminal import Terminal

CODES = ("A1", "A2", "A3", "B1", "B2", "B3", "B4")
"""The small grid, line by line, while a step is open. On the last one, a note, nothing is pressed."""

STEP = "S1"
SUBJECTS = {"Mona": "mona", "Milo": "milo"}
APART = {"o": Answer.NOT_OBSERVED, "a": Answer.NOT_APPLICABLE}
SHOWN = {Answer.NOT_OBSERVED: "n.o.", Answer.NOT_APPLICABLE: "n.a.", Answer.YES: "yes", Answer.NO: "no"}
DOWN, UP = "\x1b[B", "\x1b[A"
FACT = re.compile(r"fact\d+\.")
_WIDTH = 7


class Left(NamedTuple):
    """What a press should leave in the file: an answer in a cell, one more of a tally, or a fact."""

    cell: Cell
    value: Value | None = None
    fact: str = ""


def left_by(event: Event) -> Left:
    """What an event of the file is, in the same terms."""
    fact = event.fact
    assert isinstance(fact, Scored | Tallied | EvidenceAdded), fact
    cell = cell_at(fact.indicator, fact.about)
    match fact:
        case Scored():
            return Left(cell, fact.value)
        case Tallied():
            return Left(cell)
    return Left(cell, fact=fact.text)


def cell_at(code: str, about: str) -> Cell:
    """The cell of a line; only the first two are about one moderator."""
    if code in ("A1", "A2"):
        return Cell(about, code)
    return Cell(MEETING, code, STEP if code == "B2" else None)


class Shown(NamedTuple):
    """What one frame shows: where the cursor is, each cell of the grid without its mark, the facts beside the grid."""

    cursor: Cell | None
    cells: dict[Cell, str]
    facts: frozenset[str]


def read(terminal: Terminal) -> Shown | None:
    """The grid as it is painted; nothing where something lies over it.

    An answer with the sign that it waits for the disk is none yet.
    """
    lines = terminal.lines
    head = next((line.partition("│") for line in lines if "Mona   Milo" in line), None)
    if head is None or any("What did you see" in line for line in lines):
        return None
    room, subject = head[0].index("Mona") - 1, head[2].strip()
    found: dict[Cell, str] = {}
    cursor: Cell | None = None
    for line in lines:
        code, at = line[1:3], line[room : room + 2 * _WIDTH]
        if code not in CODES or line[0] not in " ▸":
            continue
        for place, about in enumerate(SUBJECTS.values() if code in ("A1", "A2") else [MEETING]):
            text = at[place * _WIDTH :][:_WIDTH] if about != MEETING else at
            found[cell_at(code, about)] = text.strip(" +!~")
        if line[0] == "▸":
            cursor = cell_at(code, SUBJECTS.get(subject, MEETING))
    whole = len(found) == len(CODES) + 2
    return Shown(cursor, found, frozenset(FACT.findall("\n".join(lines)))) if whole else None


class Belief:
    """What somebody who looks at the screen holds for kept: how many presses in each cell, and which facts."""

    def __init__(self) -> None:
        self.presses: dict[Cell, int] = {}
        self.facts: frozenset[str] = frozenset()

    def look(self, shown: Shown, texts: Mapping[Cell, list[str]]) -> None:
        """Take in a frame that says *kept*; `texts` is what each cell had at first and after each press."""
        for cell, text in shown.cells.items():
            before = self.presses.get(cell, 0)
            later = (place for place, each in enumerate(texts.get(cell, [])) if place >= before and each == text)
            self.presses[cell] = next(later, before)
        self.facts |= shown.facts

    def lost(self, kept: Sequence[Left], before: Sequence[Left]) -> list[object]:
        """What was believed and is not in the file: not `kept` since the start, nor, of facts, `before` it."""
        facts = self.facts - {each.fact for each in (*before, *kept)}
        answers = Counter(each.cell for each in kept if not each.fact)
        return [*facts, *(cell for cell, count in self.presses.items() if answers[cell] < count)]


class Pressing:
    """Somebody who sits down and presses keys; `pressed` is what that should leave, in its order."""

    def __init__(self, terminal: Terminal, chance: Random, facts: int) -> None:
        """`facts` is how many facts were written before."""
        self.terminal, self.chance, self.facts = terminal, chance, facts
        self.shown: Shown | None = None
        self.line, self.subject = 0, "mona"
        self.pressed: list[Left] = []
        self.texts: dict[Cell, list[str]] = {}

    @property
    def cell(self) -> Cell:
        return cell_at(CODES[self.line], self.subject)

    def begin(self) -> dict[Cell, str]:
        """Wait for the grid; what it shows."""
        self.terminal.until(lambda: self.shown and self.shown.cursor, "the grid")
        assert self.shown
        self.texts = {cell: [text] for cell, text in self.shown.cells.items()}
        return self.shown.cells

    def one(self) -> None:
        """A random key, or a few that belong together; mostly the eyes wait for what becomes of them."""
        act = self.chance.choice((self._score,) * 6 + (self._fact, self._move, self._move, self._over, self._next))
        act()
        if self.chance.random() < 0.7:
            self.terminal.until(self._seen, f"{self.cell}, {self.pressed[-1:]}")

    def _seen(self) -> bool:
        """Whether the screen shows all that was pressed."""
        shown = self.shown
        return (
            shown is not None
            and shown.cursor == self.cell
            and all(text == self.texts[cell][-1] for cell, text in shown.cells.items())
        )

    def _score(self) -> None:
        code, cell, chance = CODES[self.line], self.cell, self.chance
        if code == "B4":
            self._move()
        elif code == "B3":
            before = self.texts[cell][-1]
            count = int(before) if before.isdigit() else 0
            self._press("+", Left(cell), str(count + 1))
        elif code == "B1":
            number = chance.randint(0, 40)
            self._press(f"{number}\r", Left(cell, number), str(number))
        else:
            values: dict[str, Value] = (
                {"1": Answer.YES, "0": Answer.NO} if code == "A3" else {k: int(k) for k in "1234"}
            )
            values |= APART
            before = self.texts[cell][-1]
            key = chance.choice([key for key, value in values.items() if text_of(value) != before])
            self._press(key, Left(cell, values[key]), text_of(values[key]))

    def _press(self, keys: str, left: Left, text: str) -> None:
        self.pressed.append(left)
        self.texts[left.cell].append(text)
        self.terminal.press(keys)

    def _fact(self) -> None:
        self.facts += 1
        text = f"fact{self.facts}."
        self.pressed.append(Left(self.cell, fact=text))
        self.terminal.press(f"e{text}\r")

    def _move(self) -> None:
        by = 1 if self.line == 0 or (self.line < len(CODES) - 1 and self.chance.random() < 0.6) else -1
        self.line += by
        self.terminal.press(DOWN if by > 0 else UP)

    def _over(self) -> None:
        """The other moderator."""
        if CODES[self.line] in ("A1", "A2"):
            self.subject = "milo" if self.subject == "mona" else "mona"
            self.terminal.press("\t")

    def _next(self) -> None:
        """The next open answer, wherever that is."""
        self.terminal.until(self._seen, "what was pressed before")
        before = self.cell
        if any(texts[-1] == "·" and cell != before for cell, texts in self.texts.items()):
            self.terminal.press("n")
            self.terminal.until(lambda: self.shown and self.shown.cursor != before, "the next open answer")
            assert self.shown
            assert self.shown.cursor
            self.line = CODES.index(self.shown.cursor.indicator)
            self.subject = self.shown.cursor.about if self.shown.cursor.about != MEETING else self.subject


def text_of(value: Value | None) -> str:
    """An answer in its cell."""
    return SHOWN[value] if isinstance(value, Answer) else str(value)
