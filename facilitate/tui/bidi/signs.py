"""Drawn signs that look the other way where a line is read from the right: arrows, corners, parts of a bar."""

from __future__ import annotations

_PAIRS = "▸◂ ▶◀ ►◄ →← ⟶⟵ ⇒⇐ ╭╮ ╰╯ ┌┐ └┘ ├┤ ┏┓ ┗┛ ┣┫ ╔╗ ╚╝ ╠╣ ▌▐ ▖▗ ▘▝ ▙▟ ▛▜ ╱╲"
_PARTS = {"▏": "▕", "▎": "▕", "▍": "▐", "▋": "▐", "▊": "█", "▉": "█", "▕": "▏"}
"""Parts of a cell that are filled from the left; from the right there is only the eighth and the half."""

_OTHER_WAY = {pair[each]: pair[1 - each] for pair in _PAIRS.split() for each in (0, 1)} | _PARTS

EDGES = frozenset("│┃║▌▐▏▎▊▉█▕╭╮╰╯┌┐└┘┏┓┗┛╔╗╚╝▔▁▄▀▛▜▙▟")
"""What stands at both ends of a line that has a border."""


def other_way(sign: str) -> str:
    """The sign as it looks in a line that is read from the right."""
    return _OTHER_WAY.get(sign, sign)
