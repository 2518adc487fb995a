"""The clock for a whole room: the time in digits as large as there is room for, one or several side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple, TypeAlias

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.widgets import Static

from facilitate.tui.bidi.marks import drawing
from facilitate.tui.drawing import bar, cut, fitted
from facilitate.tui.projector.bigdigits import Size, large, size_for

State: TypeAlias = Literal["", "soon", "over", "paused"]

GAP = 2
"""Columns between two clocks."""

LEAST = 16
"""Columns that a clock beside others needs, so that its name and its words can be read; otherwise it stands below."""

BAR = 60
"""Columns of the bar below the digits, at most."""


class Face(NamedTuple):
    """One clock: whose it is, the time as people read it, the share of the time that is used, and the same in words.

    Past the time the share is over 1; `share` is None where nothing runs, as for an hour that was announced.
    """

    time: str
    said: str = ""
    share: float | None = None
    state: State = ""
    title: str = ""
    below: str = ""


class BigClock(Static):
    """Past the time: a ``+``, a full bar between triangles, and a word; paused: paler, two strokes, and a word."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bigclock--soon", "bigclock--over", "bigclock--paused", "bigclock--usual"}
    DEFAULT_CSS = """
    BigClock { height: auto; width: 1fr; }
    BigClock > .bigclock--usual { color: $foreground; }
    BigClock > .bigclock--soon { color: $warning; }
    BigClock > .bigclock--over { color: $error; }
    BigClock > .bigclock--paused { color: $foreground 60%; }
    """
    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._drawn: object = None

    def show(self, faces: Sequence[Face], width: int, rows: int) -> None:
        """Draw the clocks in so many columns, their digits in so many rows at most; nothing where there is none."""
        wanted = (tuple(faces), width, rows)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        self.display = bool(faces)
        if not faces:
            return
        lines = _in_lines(faces, width)
        beside = len(lines[0])
        each = width // beside - (GAP if beside > 1 else 0)
        sizes = [size_for(face.time, each, max(3, rows // len(lines))) for face in faces]
        size = None if None in sizes else min((found for found in sizes if found), key=lambda found: found.rows)
        drawn: list[Text] = []
        for line in lines:
            columns = [self._face(face, each, size, faces) for face in line]
            drawn += [Text()] if drawn else []
            drawn += (Text(" " * GAP).join(parts) for parts in zip(*columns, strict=True))
        self.update(Text("\n", no_wrap=True).join(drawn))

    def _face(self, face: Face, width: int, size: Size | None, beside: Sequence[Face]) -> list[Text]:
        """The rows of one clock, each exactly so wide (trailing spaces belong to the shape of a digit), and as many as
        those beside it have."""
        style = self.get_component_rich_style(f"bigclock--{face.state or 'usual'}", partial=True)
        digits = large(face.time, size) if size else (face.time,)
        rows = [(drawing(line), style + Style(bold=size is None)) for line in digits]
        if any(each.share is not None for each in beside):
            rows.append((self._bar(face, width) if face.share is not None else "", style))
        rows.append((face.said, style + Style(bold=True)))
        if any(each.title or each.below for each in beside):
            rows = [(face.title, Style(bold=True)), (face.below, Style()), *rows]
        return [Text(_centred(text, width), its) for text, its in rows]

    def _bar(self, face: Face, width: int) -> str:
        """The used share of the time; its ends tell the state by their shape."""
        room = max(4, min(width, BAR) - 4)
        ends = {"over": "▲", "paused": "‖"}.get(face.state, "")
        drawn = "▓" * room if face.state == "over" else bar(face.share or 0.0, room)
        return f"{ends} {drawn} {ends}" if ends else drawn


def _in_lines(faces: Sequence[Face], width: int) -> list[Sequence[Face]]:
    """As many clocks beside each other as can be read, in lines that are as even as can be."""
    most = max(1, (width + GAP) // (LEAST + GAP))
    count = -(-len(faces) // most)
    long = -(-len(faces) // count)
    return [faces[start : start + long] for start in range(0, len(faces), long)]


def _centred(text: str, width: int) -> str:
    """The text in the middle of exactly so many cells."""
    shown = cut(text, width)
    return fitted(" " * ((width - cell_len(shown)) // 2) + shown, width)
