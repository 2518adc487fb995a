"""Workbooks that stay just below the limits, each made to cost as much as it can: how long and how large is the worst?

They are taken, or refused late; what matters is the price.
"""

from __future__ import annotations

from random import Random

from facilitate.workbook.strangers.limits import Budget
from tests.workbook.strangers.making import BOOK, SHEET, Case, book, good, packing, row, storing, with_part, worksheet
from tests.workbook.strangers.sheets import commented, comments, merged, sheet, styled

NEARLY = Budget.elements - 1_000
ARABIC = "ملاحظة_x001B_ \u202eمن القاعة، "
DATES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>'
CODES = "".join(f'<numFmt numFmtId="{n}" formatCode="{"[" * 240}{n}"/>' for n in range(200, 1_100))
STYLES = "".join(f'<xf numFmtId="{200 + n % 900}"/>' for n in range(65_000))


def table(rows: int, columns: int, cell: str) -> str:
    """Rows of the same cell, whose places are understood."""
    return f"<row>{cell * columns}</row>" * rows


def texts(number: int) -> str:
    return f"<row><c t='inlineStr'><is><t>{ARABIC * 2}</t></is></c></row>" * number


def styles_in_use() -> str:
    return f"<row>{''.join(f'<c s={chr(34)}{n}{chr(34)}><v>44000.5</v></c>' for n in range(900))}</row>" * 110


def _wide() -> dict[str, str | bytes]:
    """Signs of four bytes each, in memory as in the file."""
    text = "".join(Random(3).choices([chr(0x1F600 + n) for n in range(64)], k=32_000))
    return good(f"<row><c t='inlineStr'><is><t>{text}</t></is></c></row>" * 124)


def noise(length: int) -> str:
    return Random(2).randbytes(length // 2).hex()


ATTRIBUTES = " ".join(f'a{n}=""' for n in range(2_900))
LONG_NAMES = "".join(f"<{chr(0x4E00 + n) * 80_000}/>" for n in range(70))
SPACES = f'<x xmlns="{"u" * 290}">{"<a/>" * NEARLY}</x>'

CASES = (
    sheet("numbers", table(700, 140, "<c><v>3.14159</v></c>"), {}),
    Case("dates", storing(lambda: styled(DATES, table(700, 140, '<c s="1"><v>44000.123</v></c>'))), {}),
    Case(
        "styles", storing(lambda: styled(f"<numFmts>{CODES}</numFmts><cellXfs>{STYLES}</cellXfs>", styles_in_use())), {}
    ),
    sheet("texts", texts(49_000), {}),
    Case("texts of wide signs", packing(lambda: _wide()), {}),
    sheet("one row after the other, empty", "<row/>" * NEARLY, {}),
    sheet("empty cells", "<row/>" + '<row><c t="s" s="1"/></row>' * (NEARLY // 2), {}),
    sheet("merged cells", row("<c/>"), {}, merged(*(f"A{n}:J{n}" for n in range(1, 10_000)))),
    Case("comments", storing(lambda: commented(comments(*(f"A{n}" for n in range(1, 5_000))))), {}),
    sheet("formulas", table(700, 140, "<c><f>A1+1</f><v>3.5</v></c>"), {}),
    Case("elsewhere", storing(lambda: with_part("docProps/core.xml", f"<x>{'<a/>' * NEARLY}</x>")), {}),
    Case("attributes", storing(lambda: with_part("docProps/core.xml", f"<x>{f'<a {ATTRIBUTES}/>' * 800}</x>")), {}),
    Case("long names", storing(lambda: with_part("docProps/core.xml", f"<x>{LONG_NAMES}</x>")), {}),
    Case("long spaces", storing(lambda: with_part("docProps/core.xml", SPACES)), {}),
    Case("remarks", storing(lambda: with_part("docProps/core.xml", f"<x>{'<!---->' * 2_500_000}</x>")), {}),
    Case("names", storing(lambda: with_part(BOOK, book("S", after=_names()))), {}),
    Case("noise", storing(lambda: good() | {f"xl/media/{n}.xml": f"<x>{noise(9_000_000)}</x>" for n in range(2)}), {}),
    Case("everything", storing(lambda: _everything()), {}),
)


def _names() -> str:
    inside = "".join(f'<definedName name="n{n}">{"S!$A$1," * 200}</definedName>' for n in range(4_900))
    return f"<definedNames>{inside}</definedNames>"


def _everything() -> dict[str, str | bytes]:
    """Cells, texts and comments of many sheets, all together as much as each alone may be."""
    data = table(500, 50, "<c><v>3.14159</v></c>") + texts(12_000) + "<row/>" * 200_000
    after = merged(*(f"A{n}:J{n}" for n in range(1, 5_000)))
    parts = commented(comments(*(f"A{n}" for n in range(1, 5_000))))
    return with_part(SHEET, worksheet(data, after), with_part(BOOK, book("S", after=_names()), parts))
