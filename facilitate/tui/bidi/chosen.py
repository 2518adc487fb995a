"""The small page on which somebody sees which line reads right on this terminal."""

from __future__ import annotations

from facilitate.language import Words
from facilitate.tui.bidi.display import display
from facilitate.tui.bidi.marks import drawing


def choices(words: Words) -> list[tuple[str, str, str]]:
    """The same sentence as the program orders it and as the terminal would; and none of the two."""
    sample = words("letters.sample")
    ours = "".join(sign.drawn for sign in display(sample, 1))
    return [
        ("app", drawing(ours), ""),
        ("terminal", drawing(sample), ""),
        ("off", words("letters.none"), words("letters.none_help")),
    ]
