"""Where a caret goes by sight, and on which letter a click falls, in a line that is typed."""

from __future__ import annotations

from rich.cells import cell_len

from facilitate.tui.bidi.cells import drawn_each
from facilitate.tui.bidi.display import SPARE, display, first_strong
from facilitate.tui.bidi.levels import embedding_levels
from facilitate.tui.bidi.order import at_line_end, marks_after_letters, reordered


def side(text: str, otherwise: int) -> int:
    """0 where a text is read from the left, 1 from the right; `otherwise` where it has no letters yet."""
    found = first_strong(text)
    return otherwise if found is None else found


def beside(text: str, place: int, step: int, base: int) -> int:
    """The place of the letter that stands to the right (`step` 1) or to the left (-1) of the one under the caret.

    Behind the last letter the caret stands where the line goes on. At the edge it stays.
    """
    line, drawn = f"{text} ", [*drawn_each(text), " "]
    levels = embedding_levels(line, base)
    order = marks_after_letters(line, reordered(at_line_end(levels)))
    order = [each for each in order if drawn[each] == line[each] and cell_len(line[each])]
    if place not in order:  # on a mark, or on a control
        place = max((each for each in order if each < place), default=order[0])
    goal = order.index(place) + step
    return order[goal] if 0 <= goal < len(order) else place


def letter_at(text: str, cell: int, width: int, base: int) -> int:
    """The place of the letter that is drawn in a cell, counted from the left of a line so wide; that behind the last
    letter where none is."""
    drawn = drawn_each(text)
    spaces = max(1, width - sum(cell_len(each) for each in drawn))
    reached, before = 0, 0
    for sign in display(text + " " * spaces, base):
        plain = sign.place == SPARE or sign.place >= len(text) or drawn[sign.place] == text[sign.place]
        reached += cell_len(sign.drawn if plain else drawn[sign.place])
        before = before if sign.place == SPARE else sign.place
        if cell < reached:
            break
    return min(before, len(text))
