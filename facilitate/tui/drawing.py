"""Small drawings that several widgets share; text of people is never read as markup."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len
from rich.text import Text

from facilitate.tui.bidi.display import RIGHT_TO_LEFT
from facilitate.tui.bidi.marks import FIELD


def bar(share: float, width: int) -> str:
    """A bar filled to a share from 0 to 1, to the eighth of a cell."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (" ▏▎▍▌▋▊▉"[rest] if rest else "")).ljust(width, "░")[:width]


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where it was cut."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    found = Text(text)
    found.truncate(width, overflow="ellipsis")
    return found.plain


@lru_cache(maxsize=4096)
def fitted(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells, cut or filled with spaces.

    Where it is read from the right it is marked as a field of its own, so that it does not turn its neighbours round.
    """
    shown = cut(text, width)
    gap = " " * max(0, width - cell_len(shown))
    found = gap + shown if right else shown + gap
    return f"{FIELD}{found}{FIELD}" if RIGHT_TO_LEFT.search(text) else found


def weighed(share: float | None, fair: float | None, width: int, top: float = 1.0) -> str:
    """A bar for a share, with a stroke where it would end if it were fair; `top` is the share that fills the width."""
    scale = 1 / top if top else 1.0
    drawn = bar((share or 0.0) * scale, width)
    if fair is None or width < 2:
        return drawn
    place = min(width - 1, max(0, round(fair * scale * width)))
    return f"{drawn[:place]}┃{drawn[place + 1 :]}"
