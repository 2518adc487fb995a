"""The texts that the cells of a workbook share."""

from __future__ import annotations

from dataclasses import dataclass

from facilitate.workbook.strangers.limits import LONGEST_TEXT, Budget
from facilitate.workbook.strangers.markup import main
from facilitate.workbook.strangers.text import cleaned

T, _SI, _PHONETIC = main("t"), main("si"), main("rPh")


@dataclass(frozen=True)
class Text:
    """A text of a cell, cut where it is longer than a cell's text can be."""

    text: str
    cleaned: bool = False
    cut: bool = False


class Collector:
    """Puts a text together from the pieces that a part gives, never keeping more than a cell can hold."""

    def __init__(self, part: str, budget: Budget) -> None:
        self._part, self._budget = part, budget
        self._pieces: list[str] = []
        self._length = 0

    def add(self, text: str) -> None:
        """One more piece. Raises NotAccepted once the whole file holds too much text."""
        room = LONGEST_TEXT + 1 - self._length
        if room > 0:
            piece = text[:room]
            self._pieces.append(piece)
            self._length += len(piece)
            self._budget.take("characters", len(piece), "strangers.too_much_text", part=self._part)

    def taken(self) -> str:
        """The raw text so far, one sign too long where it was longer; the next text begins empty."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return text


def finished(raw: str) -> Text:
    """A raw text as a cell has it."""
    text, was_cleaned = cleaned(raw)
    return Text(text[:LONGEST_TEXT], was_cleaned, len(text) > LONGEST_TEXT)


class SharedStrings:
    """Reads the part of shared texts into `found`; formatting inside a text and readings of Japanese are left out."""

    def __init__(self, part: str, budget: Budget) -> None:
        self.found: list[Text] = []
        self._part, self._budget = part, budget
        self._collector = Collector(part, budget)
        self._in_text = self._phonetic = False

    def start(self, name: str, attributes: dict[str, str], depth: int) -> None:
        if name == T:
            self._in_text = not self._phonetic
        elif name == _PHONETIC:
            self._phonetic = True

    def end(self, name: str, depth: int) -> None:
        if name == T:
            self._in_text = False
        elif name == _PHONETIC:
            self._phonetic = False
        elif name == _SI and depth == 2:
            self._budget.take("strings", 1, "strangers.too_much_text", part=self._part)
            self.found.append(finished(self._collector.taken()))

    def text(self, text: str) -> None:
        if self._in_text:
            self._collector.add(text)
