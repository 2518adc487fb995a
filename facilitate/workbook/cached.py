"""Puts what formulas give into a saved sheet.

openpyxl writes formulas without results, and readers that do not calculate (pandas, phones' previews, openpyxl itself)
then see nothing. LibreOffice believes results that it finds, so they must be right: tests recalculate the sheets
without them and compare.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from facilitate.workbook.safe import cell_text

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>[^<]*</f>)<v\s*(?:/>|></v>)</c>')


class NotPlaced(Exception):
    """A result had no formula to go to, or a formula no result: the file must not be handed on."""


def with_results(xml: str, results: Mapping[str, float | str]) -> str:
    """A sheet's XML with the result of every formula, by cell.

    Raises NotPlaced unless each result was placed and each formula has got one.
    """
    placed: set[str] = set()

    def put(found: re.Match[str]) -> str:
        cell, attributes, formula = found.groups()
        if cell not in results:
            raise NotPlaced(cell)
        placed.add(cell)
        result = results[cell]
        if isinstance(result, str):
            return f'<c r="{cell}"{attributes} t="str">{formula}<v>{escape(cell_text(result))}</v></c>'
        return f'<c r="{cell}"{attributes}>{formula}<v>{result!r}</v></c>'

    filled = _FORMULA.sub(put, xml)
    if placed != set(results) or filled.count("<f>") != len(placed):
        raise NotPlaced(", ".join(sorted(set(results) - placed)))
    return filled
