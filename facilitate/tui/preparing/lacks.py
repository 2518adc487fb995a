"""The line that says what is missing, each with the key that leads there; a tap on it goes there, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.style import Style
from rich.text import Text

from facilitate.analysis.lacking import Lack
from facilitate.language import Words

GAP = "  "


def lacks_line(lacks: Sequence[Lack], keys: Mapping[str, str], words: Words, cells: int) -> Text:
    """As many as fit into so many cells, and how many more there are; `keys` are those of the parts."""
    if not lacks:
        return Text(words("lacking.nothing"), Style(bold=True))
    text = Text(words("lacking.title"), Style(bold=True))
    for place, lack in enumerate(lacks):
        piece = _piece(place, lack, keys, words)
        more = words("lacking.more", count=len(lacks) - place)
        spare = Text(more).cell_len + len(GAP) if place + 1 < len(lacks) else 0
        if place and text.cell_len + len(GAP) + piece.cell_len + spare > cells:
            return text.append(f"{GAP}{more}", Style(dim=True))
        text = text.append(GAP).append_text(piece)
    return text


def _piece(place: int, lack: Lack, keys: Mapping[str, str], words: Words) -> Text:
    tap = Style(meta={"@click": f"screen.mend({place})"})
    said = words(lack.message, **lack.values)
    return Text.assemble((f" {keys.get(lack.part, '')} ", tap + Style(bold=True, reverse=True)), (f" {said}", tap))
