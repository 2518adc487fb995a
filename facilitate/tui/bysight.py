"""What fields to type in share: they are read from the side of what is typed, and arrows and clicks go by sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.filter import LineFilter
from textual.widget import Widget

if TYPE_CHECKING:
    _Mixin = Widget
else:
    _Mixin = object  # as in `tui/sides.py`


class BySight(_Mixin):
    """Asks the program how its text is read; outside of ours it is read from the left."""

    @property
    def typed(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    @property
    def base(self) -> int:
        """1 where the field is read from the right."""
        return self._reading()[0]

    def get_line_filters(self) -> Sequence[LineFilter]:
        return self._reading()[1]

    def _reading(self) -> tuple[int, Sequence[LineFilter]]:
        asked = getattr(self.app, "filters_for", None)
        found: tuple[int, Sequence[LineFilter]] = asked(self.typed) if asked else (0, super().get_line_filters())
        return found
