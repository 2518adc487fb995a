"""What stands in front of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.filter import LineFilter
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Modal(ModalScreen[Result]):
    """A dialog. The page behind it has been put in display order once; that is enough."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        return ()
