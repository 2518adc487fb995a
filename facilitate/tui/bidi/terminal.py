"""Who puts letters in order on this terminal: the program, the terminal, or nobody; and how the terminal is told.

ECMA-48 calls it bi-directional support mode (BDSM): reset means that what is written stands in display order already.
VTE (GNOME Terminal and its kin), mintty and foot of today obey; others never reorder, so it costs them nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

Orderer: TypeAlias = Literal["app", "terminal", "off"]
"""`app`: the program orders and joins. `terminal`: the terminal does. `off`: nobody, letters stand apart."""

ORDERERS: tuple[Orderer, ...] = get_args(Orderer)

LEAVE_ORDER = "\x1b[8l"
"""The program orders: the terminal must not do it once more."""
OWN_ORDER = "\x1b[8h"
"""The terminal's own way again, as before the program."""
ANEW = "\x1b[2J"
"""After one of these: VTE keeps with each line who orders it, and asks again only for lines that are erased."""

_ORDER_THEMSELVES = {"Apple_Terminal": "terminal", "mlterm": "terminal"}


def terminal_name(environment: Mapping[str, str]) -> str:
    """What the terminal says it is; the same name for the same kind, so that a choice can be remembered for it."""
    for name in ("TERM_PROGRAM", "LC_TERMINAL"):
        if environment.get(name):
            return environment[name]
    for variable, name in (
        ("KONSOLE_VERSION", "Konsole"),
        ("VTE_VERSION", "VTE"),
        ("WT_SESSION", "Windows Terminal"),
        ("MLTERM", "mlterm"),
        ("KITTY_WINDOW_ID", "kitty"),
        ("ALACRITTY_WINDOW_ID", "Alacritty"),
    ):
        if environment.get(variable):
            return name
    return environment.get("TERM", "") or "?"


def usual(name: str) -> Orderer:
    """What is most likely right on a terminal of this name, before somebody has looked."""
    if name == "Konsole" or name in _ORDER_THEMSELVES:
        return "terminal"
    return "app"
