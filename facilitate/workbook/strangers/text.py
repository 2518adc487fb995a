"""A stranger's text: escapes of the file format told apart from text, and nothing in it that a terminal would obey."""

from __future__ import annotations

import re

from facilitate.domain.model import harmless

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CANDIDATES = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x2000, 0x2070))]
_OBEYED = re.compile(
    "[\r\ud800-\udfff"
    + "".join(each for each in _CANDIDATES if each not in "\n\t\r" and harmless(f"x{each}x") == "xx")
    + "]"
)
"""What `harmless` takes out, as one pattern; white space is not its to take here."""


def cleaned(raw: str) -> tuple[str, bool]:
    """The text without control characters and direction controls, and whether any was there.

    ``_x001B_`` is how a workbook writes a control character, ``_x005F_x001B_`` how it writes these signs themselves.
    Spaces at both ends and line breaks stay.
    """
    text = raw.replace("\r\n", "\n")
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if text.isascii() and text.isprintable():
        return text, False
    kept = _OBEYED.sub("", text)
    return kept, kept != text
