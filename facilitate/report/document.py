"""The report as a Word document: A4, real headings, and in Arabic everything from right to left."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from facilitate.language.words import Words
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph, Table, introduces, plain
from facilitate.report.directions import NOT_IN_XML, mirrored, said, sized, styled
from facilitate.report.faults import DocumentsMissing

if TYPE_CHECKING:
    from docx.document import Document

TEXT_WIDTH_CM = 16.6
LETTER_CM, MARGINS_CM = 0.24, 0.42  # a bold letter, and what a cell keeps free beside its text
TOGETHER = 12  # rows that stay on one page
POINTS = 11.0
FONT = "Arial"  # has Arabic, and is on every machine or has a double of the same width there


def render(blocks: Iterable[Block], words: Words, made: datetime | None, points: float | None = None) -> bytes:
    """The bytes of a .docx file; `points` is the size of letters where it is not the usual one.

    Raises DocumentsMissing without python-docx.
    """
    try:
        import docx
    except ImportError as error:
        raise DocumentsMissing from error
    document = docx.Document()
    content = list(blocks)
    _page(document)
    _properties(document, content, words, made)
    for style in document.styles:
        styled(style, words, FONT)
    if points:
        sized(document.styles["Normal"], points)
        sized(document.styles["Heading 1"], points * 1.4)
    for block, before in zip(content, [None, *content], strict=False):
        _add(document, block, before, words, (points or POINTS) / POINTS)
    _page_number(document)
    result = io.BytesIO()
    document.save(result)
    return result.getvalue()


def _page(document: Document) -> None:
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - TEXT_WIDTH_CM) / 2)
    section.top_margin = section.bottom_margin = Cm(2)


def _properties(document: Document, blocks: list[Block], words: Words, made: datetime | None) -> None:
    core = document.core_properties
    title = next((plain(block.text) for block in blocks if isinstance(block, Heading)), "")
    core.title = title[:255].translate(NOT_IN_XML)
    core.language = words.language
    core.author = core.last_modified_by = "facilitate"
    core.comments = ""
    if made:
        core.created = core.modified = made.astimezone(UTC).replace(tzinfo=None)


def _add(document: Document, block: Block, before: Block | None, words: Words, scale: float) -> None:
    match block:
        case Heading(level=level, text=text):
            said(document.add_paragraph(style=f"Heading {min(level, 9)}"), text, words)
        case Paragraph(text=text):
            paragraph = document.add_paragraph()
            _spaced(paragraph, before)
            if introduces(block):
                paragraph.paragraph_format.space_after = 0
                paragraph.paragraph_format.keep_with_next = True
            said(paragraph, text, words)
        case Bullets(items=items):
            for place, item in enumerate(items):
                paragraph = document.add_paragraph(style="List Bullet")
                _spaced(paragraph, None if place else before)
                said(paragraph, item, words)
        case Table():
            if isinstance(before, Table):  # or Word would make one of two
                document.add_paragraph()
            _table(document, block, words, scale)


def _spaced(paragraph: Any, before: Block | None) -> None:
    from docx.shared import Pt

    if isinstance(before, Table):
        paragraph.paragraph_format.space_before = Pt(8)


def _table(document: Document, block: Table, words: Words, scale: float) -> None:
    table = document.add_table(rows=0, cols=len(block.header))
    table.style = document.styles["Table Grid"]
    table.autofit = False
    mirrored(table, words)
    widths = _widths(block, LETTER_CM * scale)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, texts in enumerate((block.header, *block.rows)):
        row = table.add_row()
        _unbroken(row, header=not number)
        for cell, text, alignment, width in zip(row.cells, texts, block.alignments, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            said(paragraph, text, words, bold=not number, end=alignment == "end")
            paragraph.paragraph_format.space_after = 0
            paragraph.paragraph_format.keep_with_next = _stays(block, number) or None


def _stays(block: Table, number: int) -> bool:
    """Whether a row stays with the next one: the header always, all rows of a short table."""
    return not number or (len(block.rows) <= TOGETHER and number < len(block.rows))


def _widths(block: Table, letter: float) -> list[int]:
    """The width of the page shared by how long the texts of a column are, with letters of so many centimetres; no word
    is broken if all can stand whole."""
    from docx.shared import Cm

    columns = list(zip(block.header, *block.rows, strict=True))
    least = [MARGINS_CM + letter * max(_longest(text.split()) for text in column) for column in columns]
    best = [MARGINS_CM + letter * min(40, _longest(column)) for column in columns]
    wanted = [max(few, many) for few, many in zip(least, best, strict=True)]
    spare, more = TEXT_WIDTH_CM - sum(least), sum(wanted) - sum(least)
    if spare <= 0 or more <= 0:
        return [Cm(TEXT_WIDTH_CM * each / sum(least)) for each in least]
    return [Cm(few + (many - few) * spare / more) for few, many in zip(least, wanted, strict=True)]


def _longest(texts: Iterable[str]) -> int:
    return max((len(plain(text)) for text in texts), default=1)


def _unbroken(row: Any, *, header: bool) -> None:
    """No row is cut by the end of a page, and the header stands on every page."""
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def _page_number(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
