"""The grid's sections, to go to one of them: by its letter on any keyboard, by its number, by arrows or a tap."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from facilitate.language import Words
from facilitate.language.numbers import digit_of
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.layouts import ARABIC_LAYOUT

_MEANT = {arabic: latin for latin, arabic in ARABIC_LAYOUT.items()}


class Sections(Choose):
    """Each with how far it is scored."""

    CSS_PATH = "../dialogs/choose.tcss"

    def __init__(self, heads: Sequence[tuple[str, str]], words: Words) -> None:
        """`heads` are the sections' codes and titles."""
        super().__init__(words("observe.sections"), [(code, code, title) for code, title in heads], words)
        self._codes = [code for code, _ in heads]

    def on_key(self, event: events.Key) -> None:
        code = section_meant(event.character, self._codes)
        if code is not None:
            event.stop()
            self.dismiss(code)


def section_meant(character: str | None, codes: Sequence[str]) -> str | None:
    """The section that a key means: its letter, also on the Arabic layout, or its number from 1."""
    letter = _MEANT.get(character or "", character or "").casefold()
    by_letter = next((code for code in codes if letter and code.casefold() == letter), None)
    digit = digit_of(character)
    if by_letter is None and digit and digit <= len(codes):
        return codes[digit - 1]
    return by_letter
