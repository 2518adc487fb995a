"""What is wrong in a file: where it stands and which message says so; the sentence is made by the reader's language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from os.path import abspath
from typing import TypeAlias

from facilitate.domain.model import harmless
from facilitate.language import Words

MessageValue: TypeAlias = str | int | float | tuple[str, ...]
"""What a message can carry: text, a number, or several texts that are listed with the reader's comma."""

LONGEST_SHOWN = 80
MOST_LISTED = 40
"""Names that one sentence lists; a file of a thousand sources is not read aloud."""

ALSO_LISTED = 8
"""Further lines that a fault names; who mends the first ones finds the others."""


@dataclass(frozen=True)
class Where:
    """The part of a file that a fault is in, such as indicator B2; `kind` is the end of a message id ``where.KIND``."""

    kind: str
    id: str

    def shown(self, words: Words) -> str:
        """Its name in the reader's language."""
        return words(f"where.{self.kind}", id=self.id)


@dataclass(frozen=True)
class Fault:
    """One thing to mend in a file; lines are counted from 1, and 0 means the file as a whole.

    `also` are further lines where the same thing stands, and the same mend helps.
    """

    file: str
    line: int
    where: Where | None
    message_id: str
    values: Mapping[str, MessageValue] = field(default_factory=dict)
    also: tuple[int, ...] = ()

    def sentence(self, words: Words) -> str:
        """What is wrong and how to mend it, without the file's name."""
        values = dict(self.values)
        count = values.pop("count", None)
        shown = {name: words.listed(value) if isinstance(value, tuple) else value for name, value in values.items()}
        text = words(self.message_id, count=count if isinstance(count, int) else None, **shown)
        if self.also:
            lines = words.listed(map(str, self.also[:ALSO_LISTED]))
            text = words("fault.also", text=text, lines=f"{lines}…" if len(self.also) > ALSO_LISTED else lines)
        return words("fault.in", where=self.where.shown(words), text=text) if self.where else text

    def shown(self, words: Words) -> str:
        """One plain line, ``FILE:LINE: where: sentence``."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{harmless(place)}: {self.sentence(words)}"


class Faulty(Exception):  # it is the file that is faulty; nothing went wrong here
    """A file cannot be used as it stands; `faults` says why, in the order of its lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(in_order(faults))
        super().__init__("; ".join(f"{fault.file}:{fault.line}: {fault.message_id}" for fault in self.faults))


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults without repetition, by file as they came, then by line.

    A file that is read for itself and again for a kit tells its faults once, however its path is spelt.
    """
    unique: dict[tuple[object, ...], Fault] = {}
    files: dict[str, int] = {}
    for fault in faults:
        file = abspath(fault.file)
        files.setdefault(file, len(files))
        unique.setdefault((file, fault.line, fault.message_id, str(fault.where), str(fault.values)), fault)
    return sorted(unique.values(), key=lambda fault: (files[abspath(fault.file)], fault.line))


def _seen(character: str) -> str:
    """A character as a person sees it: the mark that turns a line round, or a soft hyphen, by its number."""
    return f"<U+{ord(character):04X}>" if unicodedata.category(character) == "Cf" else character


def clean(value: object) -> MessageValue:
    """A value as a message may carry it: harmless on a terminal, nothing of it invisible, and short."""
    if isinstance(value, list | tuple | set | frozenset):
        listed = [str(clean(each)) for each in value]
        return tuple(listed if len(listed) <= MOST_LISTED else [*listed[:MOST_LISTED], "…"])
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = "".join(map(_seen, harmless("" if value is None else str(value))))
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
