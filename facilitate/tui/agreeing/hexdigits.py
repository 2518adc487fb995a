"""A fingerprint that is compared from the back of a room: its eight signs in block letters."""

from __future__ import annotations

from facilitate.tui.bidi.marks import drawing

_DOTS = {
    "0": "111 101 101 101 111",
    "1": "010 110 010 010 111",
    "2": "111 001 111 100 111",
    "3": "111 001 111 001 111",
    "4": "101 101 111 001 001",
    "5": "111 100 111 001 111",
    "6": "111 100 111 101 111",
    "7": "111 001 001 001 001",
    "8": "111 101 111 101 111",
    "9": "111 101 111 001 111",
    "A": "111 101 111 101 101",
    "B": "110 101 110 101 110",
    "C": "111 100 100 100 111",
    "D": "110 101 101 101 110",
    "E": "111 100 111 100 111",
    "F": "111 100 111 100 100",
    "-": "000 000 111 000 000",
}
_HALVES = {"00": " ", "10": "▀", "01": "▄", "11": "█"}


def large_fingerprint(short: str, width: int) -> tuple[str, ...]:
    """Rows of block characters, as wide as there is room for, the plain form below; only that where it is narrow."""
    shapes = [_DOTS[sign].split() for sign in short if sign in _DOTS]
    scale = 2 if 2 * (4 * len(shapes) - 1) <= width else 1
    if scale * (4 * len(shapes) - 1) > width:
        return (short,)
    rows = ["0".join(shape[number] for shape in shapes) for number in range(5)]
    rows = ["".join(dot * scale for dot in row) for row in rows for _ in range(scale)]
    rows += ["0" * len(rows[0])] * (len(rows) % 2)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    drawn = ("".join(_HALVES[a + b] for a, b in zip(up, down, strict=True)) for up, down in pairs)
    return (*(drawing(each) for each in drawn), "", short)
