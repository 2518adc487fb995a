"""Two themes, for a bright hall and a dark one.

Blue and orange, which colour-blind readers tell apart; nothing is said by colour alone.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="hall-dark",
    primary="#7FB7E6",
    secondary="#F2A65A",
    accent="#F2A65A",
    warning="#F2A65A",
    error="#FF8A7A",
    success="#8FD1C1",
    foreground="#E8EDF2",
    background="#10151B",
    surface="#161D26",
    panel="#202A36",
    dark=True,
)

LIGHT = Theme(
    name="hall-light",
    primary="#0F4C75",
    secondary="#9A4A00",
    accent="#9A4A00",
    warning="#8A4300",
    error="#A01C0E",
    success="#0B5D4E",
    foreground="#15202B",
    background="#FBF8F2",
    surface="#F2EDE3",
    panel="#E5DED0",
    dark=False,
)

THEMES = (DARK, LIGHT)
