"""Containers whose children stand on the other side where a page is read from the right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.geometry import Offset, Region, Size
from textual.layout import DockArrangeResult, WidgetPlacement
from textual.widget import Widget
from textual.widgets import OptionList

if TYPE_CHECKING:
    _Mixin = Widget
else:
    _Mixin = object  # Textual takes styles and keys from the first base that is a widget: that must be the real one


_ANY = Region(0, 0, 1000, 1000)


def turned(widget: Widget) -> bool:
    """Whether the program mirrors its pages."""
    return bool(getattr(widget.app, "turned", False))


class Sided(_Mixin):
    """Mirrors where its children and its scroll bar are placed; what they draw is turned round line by line
    (`tui/bidi`)."""

    _other: tuple[DockArrangeResult, int, int, DockArrangeResult] | None = None

    def _get_scrollable_region(self, region: Region) -> Region:
        """What the scroll bar leaves, on the right of it where it stands on the left."""
        found = super()._get_scrollable_region(region)
        return found.translate((self._inset + region.width - found.width, 0)) if turned(self) else found

    def _arrange_scrollbars(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        """The upright one where a line ends."""
        for bar, place in super()._arrange_scrollbars(region):
            yield bar, _other_side(place, region).translate((self._inset, 0)) if turned(self) else place

    @property
    def _inset(self) -> int:
        """How far its inside moves, since the border and the gap of one side are drawn on the other."""
        return self.styles.gutter.right - self.styles.gutter.left

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        found = super().arrange(size, optimal)
        if not turned(self):
            return found
        over = self._get_scrollable_region(_ANY).x  # Textual places children without looking where the bar stands
        if self._other is None or self._other[0] is not found or self._other[1:3] != (size.width, over):
            self._other = (found, size.width, over, mirrored(found, size.width, over))
        return self._other[3]


def mirrored(found: DockArrangeResult, width: int, over: int = 0) -> DockArrangeResult:
    """The same arrangement with left and right exchanged, and all of it so far to the right."""
    top, right, bottom, left = found.scroll_spacing
    spacing = type(found.scroll_spacing)(top, left, bottom, right)
    return replace(
        found,
        placements=[_on_the_other_side(each, width, over) for each in found.placements],
        scroll_spacing=spacing,
        _spatial_map=None,
    )


def _on_the_other_side(placement: WidgetPlacement, width: int, over: int) -> WidgetPlacement:
    region, margin, offset = placement.region, placement.margin, placement.offset
    return placement._replace(
        region=Region(width - region.x - region.width, region.y, region.width, region.height),
        offset=Offset(over - offset.x, offset.y),
        margin=type(margin)(margin.top, margin.left, margin.bottom, margin.right),
    )


def _other_side(place: Region, within: Region) -> Region:
    return place.at_offset(Offset(within.x + within.right - place.right, place.y))


class Beside(Sided, Horizontal):
    """Children beside each other, the first one where reading begins."""


class Sides(Sided, Container):
    """Children as the style sheet says."""


class Below(Sided, Vertical):
    """Children below each other, which do not scroll."""


class Scroll(Sided, VerticalScroll):
    """Children below each other."""


class Options(Sided, OptionList):
    """Something to choose."""


def sight_x(widget: Widget, x: int) -> int:
    """The column of a click as the widget drew it, before its lines were turned round."""
    return widget.outer_size.width - 1 - x if turned(widget) else x
