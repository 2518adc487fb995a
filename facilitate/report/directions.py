"""What makes a Word document run from right to left: paragraphs, runs and tables each have a switch of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from facilitate.language.words import END_ISOLATE, ISOLATE, Words
from facilitate.report.blocks import plain

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_TAGS = {"ar": "ar-MA", "fr": "fr-FR", "en": "en-GB"}
_MARKS = {False: "\u200e", True: "\u200f"}
NOT_IN_XML = {0xFFFE: None, 0xFFFF: None}
_ISOLATED = re.compile(f"({ISOLATE}[^{END_ISOLATE}]*{END_ISOLATE})")


def styled(style: Any, words: Words, font: str) -> None:
    """A style with one font for all scripts, the reader's language and direction."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn

    if style.type not in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
        return
    style.font.name = font
    style.font.italic = style.font.cs_italic = False  # letters of Arabic do not lean
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:  # a theme's font would win
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), font)
    if style.type == WD_STYLE_TYPE.PARAGRAPH and words.right_to_left:
        _turn(style.element.get_or_add_pPr())


def sized(style: Any, points: float) -> None:
    """A style with letters of one size in all scripts."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.size = Pt(points)
    size = style.element.get_or_add_rPr().find(qn("w:szCs"))
    if size is None:
        size = OxmlElement("w:szCs")
        style.element.rPr.find(qn("w:sz")).addnext(size)
    size.set(qn("w:val"), str(round(points * 2)))


def _turn(properties: Any) -> None:
    """Switch a paragraph, or the paragraphs of a style, round; the schema wants the switch at its place."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if properties.find(qn("w:bidi")) is not None:
        return
    later = (
        "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
        "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
        "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
    )  # fmt: skip
    properties.insert_element_before(OxmlElement("w:bidi"), *later)


def mirrored(table: Table, words: Words) -> None:
    """In Arabic the first column stands on the right."""
    from docx.oxml import OxmlElement

    if words.right_to_left:
        later = ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing", "w:tblInd",
                 "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # fmt: skip
        table._tblPr.insert_element_before(OxmlElement("w:bidiVisual"), *later)


def said(paragraph: Paragraph, text: str, words: Words, *, bold: bool = False, end: bool = False) -> None:
    """Put a text into a paragraph; what is isolated becomes a run with a direction of its own."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    if words.right_to_left:
        _turn(paragraph._p.get_or_add_pPr())
    if end:
        # In a paragraph that runs from right to left Word reads "right" as its end, which is on the left.
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for part, right in _runs(text.translate(NOT_IN_XML), words):
        run = paragraph.add_run(part)
        run.bold = run.font.cs_bold = bold or None
        run.font.rtl = right or None
        _language(run, words, right=right)


def _runs(text: str, words: Words) -> Iterator[tuple[str, bool]]:
    """The parts of a text, each with whether it runs from right to left.

    Word reads the switch of a run, other programs only its letters; marks tell those where a part of the other
    direction begins and ends.
    """
    base = words.right_to_left
    after_other = False
    for part in _ISOLATED.split(text):
        bare = plain(part)
        if not bare:
            continue
        right = _right_to_left(bare, base) if part.startswith(ISOLATE) else base
        if part == text and _needs_no_marks(bare):
            yield bare, right
        elif right != base:
            yield f"{_MARKS[right]}{bare}{_MARKS[right]}", right
        else:
            yield (_MARKS[base] if after_other else "") + bare, right
        after_other = right != base


def _needs_no_marks(alone: str) -> bool:
    """Whether a text that has nothing beside it looks the same in a paragraph of either direction: a mere name."""
    strong = [unicodedata.bidirectional(each) for each in alone if each not in " '’-"]
    return set(strong) <= {"L"} or set(strong) <= {"R", "AL", "NSM"}


def _right_to_left(text: str, base: bool) -> bool:
    """The direction of the first letter that has one."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return base


def _language(run: Any, words: Words, *, right: bool) -> None:
    """Screen readers and spelling checks want to know the language; Arabic is told apart by its own attribute."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    if right:
        language.set(qn("w:bidi"), _TAGS["ar"])
    else:
        language.set(qn("w:val"), _TAGS.get(words.language, "en-GB"))
    run._r.get_or_add_rPr().append(language)
