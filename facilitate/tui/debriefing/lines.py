"""The list of what to talk about: how far observers differ, whom and what it is about, what each gave."""

from __future__ import annotations

from typing import Literal, TypeAlias

from rich.cells import cell_len

from facilitate.analysis.debriefing import Item
from facilitate.tui.debriefing.known import Known, key_of
from facilitate.tui.drawing import bar, fitted
from facilitate.tui.observer.answers import shown
from facilitate.tui.widgets.gridlist import GridLine

Only: TypeAlias = Literal["", "talk", "agreed"]
ONLY: tuple[Only, ...] = ("", "talk", "agreed")
"""Everything, what is still to be talked about, what was agreed."""

AGREED, TALK, PARTLY, ALIKE, ALONE = "✓", "!", "?", "=", "·"
"""Agreed; observers differ; some saw it and others did not; all alike; one alone answered."""

BAR, NARROWEST, WIDEST = 4, 3, 6
"""Cells of the bar, and of an answer at least and at most."""


def lines(known: Known, only: Only, width: int) -> tuple[GridLine, ...]:
    """A line for each item that is looked at."""
    wanted = [each for each in known.items if _wanted(each, only)]
    columns = _columns(known, wanted, width)
    return tuple(_line(known, each, columns) for each in wanted)


def _wanted(item: Item, only: Only) -> bool:
    return not only or (item.to_talk if only == "talk" else item.agreed)


def sign(item: Item) -> str:
    """The mark of a line."""
    if item.agreed:
        return AGREED
    if item.differs:
        return TALK
    if item.partly:
        return PARTLY
    return ALONE if item.apart is None else ALIKE


def answer_of(known: Known, item: Item, observer: str) -> str:
    """What an observer gave, in a few cells; nothing where they were not asked."""
    voice = next((each for each in item.voices if each.observer == observer), None)
    if voice is None:
        return ""
    value = voice.given.value if voice.given and voice.in_person else None
    return shown(value, item.indicator, known.words)


def _columns(known: Known, wanted: list[Item], width: int) -> dict[str, int]:
    """How wide each observer's column is; none where there is no room for all."""
    found = {
        observer: max(
            [cell_len(known.letters[observer]), *(cell_len(answer_of(known, each, observer)) for each in wanted)]
        )
        for observer in known.observers
    }
    found = {observer: max(NARROWEST, min(each, WIDEST)) for observer, each in found.items()}
    return found if sum(found.values()) + len(found) <= max(0, width // 2 - BAR) else {}


def heads(known: Known, only: Only, width: int) -> str:
    """What stands over the answers: the letters of the observers."""
    columns = _columns(known, [each for each in known.items if _wanted(each, only)], width)
    return " ".join([*(fitted(known.letters[who], size, right=True) for who, size in columns.items()), " " * BAR])


def _line(known: Known, item: Item, columns: dict[str, int]) -> GridLine:
    indicator = item.indicator
    text = f"{known.subject(item.cell)} · {' '.join(indicator.text.to(known.words.language).split())}"
    answers = [fitted(answer_of(known, item, who), size, right=True) for who, size in columns.items()]
    signs = " ".join([*answers, fitted(_last(known, item), BAR)])
    return GridLine(key_of(item.cell), indicator.id, text, sign(item), signs)


def _last(known: Known, item: Item) -> str:
    """What was agreed on; else a bar of how far answers are apart, if they are."""
    if item.agreed and item.consensus is not None:
        return f"={shown(item.consensus.value, item.indicator, known.words)}"
    return bar(item.apart, BAR) if item.apart else ""
