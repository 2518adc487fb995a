"""The lines that say what is missing, each with the key that leads there; a tap goes there, too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.style import Style
from rich.text import Text

from facilitate.analysis.lacking import Lack
from facilitate.language import Words

GAP = "  "


def lacks_lines(lacks: Sequence[Lack], keys: Mapping[str, str], words: Words, width: int, most: int) -> Text:
    """As many as fit whole into so many lines, and how many more there are; `keys` are those of the parts."""
    if not lacks:
        return Text(words("lacking.nothing"), Style(bold=True))
    lines = [Text(words("lacking.title"), Style(bold=True))]
    for place, lack in enumerate(lacks):
        piece, left = _piece(place, lack, keys, words), len(lacks) - place
        more = Text(words("lacking.more", count=left), Style(dim=True))
        spare = len(GAP) + more.cell_len if left > 1 and len(lines) == most else 0
        if lines[-1].cell_len + len(GAP) + piece.cell_len + spare <= width:
            lines[-1].append(GAP).append_text(piece)
        elif len(lines) < most:
            lines.append(piece)
        else:
            lines[-1].append(GAP).append_text(more)
            break
    return Text("\n").join(lines)


def _piece(place: int, lack: Lack, keys: Mapping[str, str], words: Words) -> Text:
    tap = Style(meta={"@click": f"screen.mend({place})"})
    said = words(lack.message, **lack.values)
    return Text.assemble((f" {keys.get(lack.part, '')} ", tap + Style(bold=True, reverse=True)), (f" {said}", tap))
