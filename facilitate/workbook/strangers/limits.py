"""How much a stranger's workbook may hold, so that any file is answered within 300 MB and five seconds.

A meeting with ten observers and three moderators, the largest that the program is made for, needs about a tenth of
each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from facilitate.workbook.strangers.faults import NotAccepted

MEGABYTE = 1_000_000

LARGEST_FILE = 20 * MEGABYTE
ENTRIES = 1_000
DIRECTORY = 300_000  # bytes of a zip's list of entries, which is read whole
LARGEST_PART = 40 * MEGABYTE
ALL_PARTS = 80 * MEGABYTE
RATIO = 300  # unpacked to packed; deflate cannot pass 1032, rows of a real sheet stay below 60
RATIO_FROM = 1 * MEGABYTE  # small parts may be as repetitive as they like

LONGEST_TAG = 256_000  # bytes between < and >, which the parser keeps together
DEPTH = 60
LONGEST_SPACE = 300  # characters of a namespace, which the parser writes before every name
DIFFERENT_NAMES = 3_000  # elements, attributes and namespaces of one part

SHEETS = 250
ROWS = 50_000
COLUMNS = 1_000
LONGEST_WORD = 300  # characters of a name, a kind or a path
LONGEST_TEXT = 32_767  # characters in a cell, which is Excel's own limit
LONGEST_NUMBER = 64
LONGEST_FORMAT = 255
FORMATS = 1_000  # of a workbook's own; Excel allows some 250
STYLES = 65_490  # Excel's own limit


@dataclass
class Budget:
    """What is left for a whole file; counted down while it is read."""

    bytes: int = ALL_PARTS
    elements: int = 800_000
    characters: int = 8 * MEGABYTE
    strings: int = 100_000
    cells: int = 100_000
    area: int = 500_000  # rows by columns of every sheet: whoever walks over a sheet walks over its empty cells too
    merged: int = 100_000  # cells that merged ranges cover
    comments: int = 5_000
    names: int = 5_000
    relations: int = 5_000

    def take(self, what: str, number: int, message: str, **values: Any) -> None:
        """Count down one of the fields. Raises NotAccepted with the message once too much was taken."""
        left = getattr(self, what) - number
        setattr(self, what, left)
        if left < 0:
            raise NotAccepted(message, **values)
