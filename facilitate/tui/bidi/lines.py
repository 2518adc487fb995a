"""Puts every line that a widget has drawn into display order: after wrapping, field by field, styles with their signs.

In a language that is read from the right the whole line is turned round, so that columns, bars and alignment are, too.
In one that is read from the left only what holds right-to-left letters changes; every other line costs one search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from facilitate.tui.bidi.display import RIGHT_TO_LEFT, SPARE, display, first_strong
from facilitate.tui.bidi.marks import ART, FIELD
from facilitate.tui.bidi.signs import EDGES, other_way

_LISTED = "(?<=[^\\W_\u0590-\u08ff])، (?=[^\\W\\d_\u0590-\u08ff])"
"""The comma between two codes, or two names, that are read from the left: the first one stands where reading begins."""

_EDGE = re.compile(f"({ART}[^{ART}]*{ART}|{FIELD}|[\u2500-\u259f]+|[ \t]{{2,}}| · |{_LISTED})")
_BETWEEN = re.compile(f"{FIELD}|[\u2500-\u259f]+|[ \t]+")
_UNDRAWN = re.compile(f"[{ART}{FIELD}\u2066-\u2069]")
_NUMBER = re.compile(r"[+\-−±≈~]? ?[\d.,:/%\u202f]+ ?%?")
_TO_DO = re.compile(f"{RIGHT_TO_LEFT.pattern}|[{FIELD}{ART}\u200e\u202a\u202c\u202d\u2066\u2068\u2069]")

_LETTER = "\u061c"
"""Stands for a letter that is read from the right: where a sentence was wrapped, a line may begin with a number, and
15-17 must not be read the other way round than in the middle of a line."""

Drawn = tuple[str, int]
"""A sign, and the number of the part of the line that it came from: its style goes with it. The number is inverted
(``~part``) for a cell that joined letters leave over at the end of a style."""

_PLAIN = Style(underline=False, strike=False)


class DisplayOrder(LineFilter):
    """The filter of a program; `turned` where its language is read from the right.

    `whole` is for what is typed: the line is one text, whatever spaces and signs are in it.
    """

    def __init__(self, turned: bool, whole: bool = False) -> None:
        super().__init__()
        self.turned, self.whole = turned, whole

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        text = "".join([segment.text for segment in segments if not segment.control])
        if not self.turned and not _TO_DO.search(text):
            return segments
        shown = list(Segment.simplify(segment for segment in segments if not segment.control and segment.text))
        parts = _ordered(text, tuple([len(segment.text) for segment in shown]), self.turned, self.whole)
        kept = [segment for segment in segments if segment.control]
        return [*kept, *[Segment(drawn, _style(shown, part)) for drawn, part in parts]]


def _style(shown: Sequence[Segment], part: int) -> Style | None:
    """That of a part; nothing is underlined where joined letters leave a cell over."""
    style = shown[part if part >= 0 else ~part].style
    return style + _PLAIN if style and part < 0 else style


class Unmarked(LineFilter):
    """Leaves every line as it is, but for marks and isolates: somebody else puts letters in order, or nobody."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(_UNDRAWN.search(segment.text) for segment in segments):
            return segments
        kept = ((segment, _UNDRAWN.sub("", segment.text)) for segment in segments)
        return [Segment(text, segment.style, segment.control) for segment, text in kept if text or segment.control]


@lru_cache(4096)
def _ordered(text: str, lengths: tuple[int, ...], turned: bool, whole: bool) -> tuple[Drawn, ...]:
    """A line of parts that long, in display order: what is drawn together, and the number of the part it came from."""
    parts = [number for number, length in enumerate(lengths) for _ in range(length)]
    by_fields = _turned if turned else _in_place
    drawn = _field(text, 0, parts, int(turned)) if whole else by_fields(text, parts)
    runs = groupby(drawn, key=lambda each: each[1])
    return tuple(("".join([sign for sign, _ in run]), part) for part, run in runs)


def _fields(text: str) -> Iterator[tuple[str, int]]:
    """Fields and what is between them, with the place of each; two spaces, a dot between or a drawn sign end one."""
    start = 0
    for part in _EDGE.split(text):
        core = part.strip(" ")
        lead = part.find(core) if core else 0
        for piece in (part[:lead], core or part, part[lead + len(core) :] if core else ""):
            if piece:
                yield piece, start
            start += len(piece)


def _sentences(text: str) -> Iterator[list[tuple[str, int]]]:
    """Fields that are read one after the other, with a dot between them, together; everything else alone."""
    running = list[tuple[str, int]]()
    for field, start in _fields(text):
        if field[0] == ART or (_BETWEEN.fullmatch(field) and field != " "):
            if running:
                yield running
            yield [(field, start)]
            running = []
        else:
            running.append((field, start))
    if running:
        yield running


def _in_place(text: str, parts: Sequence[int]) -> Iterator[Drawn]:
    """Every field where it stands; what joined letters leave over comes after the sentence."""
    for sentence in _sentences(text):
        over = list[Drawn]()
        for field, start in sentence:
            if field[0] == ART or _BETWEEN.fullmatch(field) or not _TO_DO.search(field):
                yield from _as_it_is(field, start, parts)
            else:
                yield from _field(field, start, parts, first_strong(field), over=over)
        yield from _left_over(over, sentence, 0, parts)


def _turned(text: str, parts: Sequence[int]) -> Iterator[Drawn]:
    """The line from its end to its beginning; a border stays where it is."""
    framed = len(text) > 1 and text[0] in EDGES and text[-1] in EDGES
    if framed:
        yield text[0], parts[0]
    for sentence in reversed(list(_sentences(text[1:-1] if framed else text))):
        over = list[Drawn]()
        drawn = [
            sign
            for field, start in reversed(sentence)
            for sign in _turned_field(field, start + int(framed), parts, over)
        ]
        yield from (*_left_over(over, sentence, int(framed), parts), *drawn)
    if framed:
        yield text[-1], parts[-1]


def _left_over(over: list[Drawn], sentence: list[tuple[str, int]], shift: int, parts: Sequence[int]) -> Iterator[Drawn]:
    """Cells that a sentence leaves over; they look like the sentence only where what comes after it does."""
    field, start = sentence[-1]
    after = start + len(field) + shift
    goes_on = after < len(parts) and parts[after] == parts[after - 1]
    return ((drawn, part if goes_on else ~part) for drawn, part in over)


def _turned_field(field: str, start: int, parts: Sequence[int], over: list[Drawn]) -> Iterator[Drawn]:
    if field[0] == ART:
        yield from _as_it_is(field, start, parts)
    elif _BETWEEN.fullmatch(field):
        places = range(len(field) - 1, -1, -1)
        yield from ((other_way(field[place]), parts[start + place]) for place in places if field[place] != FIELD)
    else:
        base = 1 if RIGHT_TO_LEFT.search(field) or not (first_strong(field) == 0 or _NUMBER.fullmatch(field)) else 0
        before = _LETTER if base else ""
        yield from ((other_way(sign), part) for sign, part in _field(field, start, parts, base, before, over))


def _as_it_is(field: str, start: int, parts: Sequence[int]) -> Iterator[Drawn]:
    return ((sign, parts[start + place]) for place, sign in enumerate(field) if sign not in (FIELD, ART))


def _field(
    field: str, start: int, parts: Sequence[int], base: int | None, before: str = "", over: list[Drawn] | None = None
) -> Iterator[Drawn]:
    """A field in display order, read as what comes after `before`. What joined letters leave over is put into `over`,
    where there is one."""
    signs = display(before + field, base)
    if any(sign.place == SPARE for sign in signs):
        signs = display(before + field, base, _apart(field, start, parts, len(before)))
    edge, shift = start + (len(field) - 1), start - len(before)
    for sign in signs:
        if sign.place == SPARE and over is not None:
            over.append((sign.drawn, parts[edge]))
        elif sign.place == SPARE or (sign.place >= len(before) and sign.drawn not in (ART, FIELD)):
            yield sign.drawn, parts[edge if sign.place == SPARE else sign.place + shift]


def _apart(field: str, start: int, parts: Sequence[int], shift: int) -> frozenset[int]:
    """Places whose neighbours look different, such as the letter under a cursor: they keep their own cells."""
    return frozenset(
        each + shift
        for place in range(1, len(field))
        if parts[start + place] != parts[start + place - 1]
        for each in (place - 1, place)
    )
