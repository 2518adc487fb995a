"""Workbooks whose sheets, texts or styles hold what cannot be, or too much."""

from __future__ import annotations

from datetime import datetime

from tests.workbook.strangers.making import (
    BOOK_RELATIONS,
    MAIN,
    SHEET,
    XML,
    Case,
    Parts,
    good,
    relations,
    row,
    storing,
    with_part,
    worksheet,
)

STYLES, SHARED, COMMENTS = "xl/styles.xml", "xl/sharedStrings.xml", "xl/comments1.xml"
THREE = row('<c r="A1"><v>3</v></c>')
LYING = '<dimension ref="A1:B2"/>'


def sheet(name: str, data: str, expected: str | dict[str, object], after: str = "", before: str = "") -> Case:
    return Case(name, storing(lambda: with_part(SHEET, worksheet(data, after, before))), expected)


def merged(*ranges: str) -> str:
    inside = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
    return f"<mergeCells>{inside}</mergeCells>"


def shared(strings: str, data: str) -> Parts:
    listed = relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))
    parts = with_part(BOOK_RELATIONS, listed, good(data))
    return with_part(SHARED, f'{XML}<sst xmlns="{MAIN}">{strings}</sst>', parts)


def styled(inside: str, data: str) -> Parts:
    listed = relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
    parts = with_part(BOOK_RELATIONS, listed, good(data))
    return with_part(STYLES, f'{XML}<styleSheet xmlns="{MAIN}">{inside}</styleSheet>', parts)


def commented(inside: str) -> Parts:
    relation = relations(("comments", "../comments1.xml"))
    parts = with_part("xl/worksheets/_rels/sheet1.xml.rels", relation)
    text = f'{XML}<comments xmlns="{MAIN}"><commentList>{inside}</commentList></comments>'
    return with_part(COMMENTS, text, parts)


def comments(*places: str) -> str:
    return "".join(f'<comment ref="{each}"><text><t>why</t></text></comment>' for each in places)


def on_s(values: dict[str, object]) -> dict[str, object]:
    return {f"S!{cell}": value for cell, value in values.items()}


def rows(number: int) -> str:
    return "".join(f'<row r="{each}"><c r="A{each}"><v>1</v></c></row>' for each in range(1, number + 1))


def texts(number: int) -> str:
    """Cells that all show the first text."""
    return '<row><c t="s"><v>0</v></c></row>' * number


def cell(written: str) -> str:
    return row(f'<c r="{written}"><v>3</v></c>')


MANY = f"<row>{'<c><v>1</v></c>' * 200}</row>" * 900
FORMULA = '<c r="B1"><f>{}</f><v>4</v></c>'
LINKS = "".join(f'<hyperlink ref="A{n}" location="S!A1"/>' for n in range(1, 100_000))
FORMATS = "".join(f'<conditionalFormatting sqref="A1:XFD{n}"/>' for n in range(1, 50_000))
CHECKS = '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"/></dataValidations>'
PEOPLE = "".join(f'<xf numFmtId="{n}"/>' for n in range(70_000))
DATES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="999"/></cellXfs>'
ODD_STYLES = row(
    '<c r="A1" s="1"><v>3</v></c><c r="B1" s="77"><v>3</v></c><c r="C1" s="-1"><v>3</v></c>'
    '<c r="D1" s="x"><v>3</v></c><c r="E1" s="2"><v>3</v></c><c r="F1" s="1"><v>-99999999</v></c>'
)
ODD_TEXTS = row(
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c><c r="C1" t="s"><v>-1</v></c><c r="D1"><v>3</v></c>'
)
ODD_NUMBERS = row(
    '<c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>1_0</v></c><c r="D1"><v>3</v></c>'
    '<c r="E1" t="b"><v>maybe</v></c><c r="F1" t="d"><v>2026-13-01</v></c><c r="G1" t="zz"><v>4.0</v></c>'
)
NESTED_CELLS = row('<c r="A1"><v>3</v><c r="B1"><v>4</v></c></c>')
PIECES = "<si><r><t>two </t></r><r><rPr><b/></rPr><t>pieces</t></r><rPh><t>x</t></rPh></si>"

AS_WRITTEN: dict[str, object] = {
    "A1": "NaN",
    "B1": "1e999",
    "C1": "1_0",
    "D1": 3,
    "E1": "maybe",
    "F1": "2026-13-01",
    "G1": 4.0,
}
AS_STYLED: dict[str, object] = {"A1": datetime(1900, 1, 3), "B1": 3, "C1": 3, "D1": 3, "E1": 3, "F1": "-99999999"}
OTHERS: dict[str, object] = {"S!B1": "7", "S!C1": "-1", "S!D1": 3}

CASES = (
    sheet("no places written", "<row><c><v>3</v></c><c><v>4</v></c></row>", {"S!A1": 3, "S!B1": 4}),
    sheet("a size that is not true", rows(50), {"S!A1": 1, "S!A50": 1}, before=LYING),
    sheet("400,000 rows and a size that is not true", rows(400_000), "strangers.far_cell", before=LYING),
    sheet("too many cells", MANY, "strangers.too_many_cells"),
    sheet("a million empty cells", row("<c/>" * 16_000) + "<row><c/></row>" * 700_000, "strangers.too_much_inside"),
    sheet("the last cell of all", row('<c r="XFD1048576"><v>3</v></c>', number=1_048_576), "strangers.far_cell"),
    sheet("the last cell of all, empty", THREE + row('<c r="XFD1048576" s="1"/>', number=1_048_576), {"S!A1": 3}),
    sheet("far in both directions", THREE + row('<c r="ALL40000"><v>3</v></c>', number=40_000), "strangers.far_cell"),
    sheet("beyond the last cell", cell("ZZZZ99999999"), "strangers.bad_place"),
    sheet("a column too far", cell("XFE1"), "strangers.bad_place"),
    sheet("cell of no row", cell("A0"), "strangers.bad_place"),
    sheet("cell in another row", cell("A7"), "strangers.bad_place"),
    sheet("a place that is a text", cell("first"), "strangers.bad_place"),
    sheet("a place with an escape sequence", cell("A1&#x9b;2J"), "strangers.bad_place"),
    sheet("a row below nothing", '<row r="-3"><c><v>3</v></c></row>', "strangers.bad_place"),
    sheet("a row beyond the last", '<row r="1048577"><c><v>3</v></c></row>', "strangers.bad_place"),
    sheet("a row of digits", f'<row r="{"9" * 5_000}"><c><v>3</v></c></row>', "strangers.bad_place"),
    sheet("the same cell twice", row('<c r="A1"><v>3</v></c><c r="A1"><v>4</v></c>'), "strangers.cell_twice"),
    sheet("cells in cells", NESTED_CELLS, {"S!A1": 3}),
    sheet("a merge to the end", THREE, "strangers.merged_too_large", merged("A100:XFD1048576")),
    sheet("merges upon merges", THREE, "strangers.merged_twice", merged("A1:B9", "B9:C10")),
    sheet("a merge of nothing", THREE, "strangers.bad_place", merged("B9:A1")),
    sheet("a row merged whole", THREE, {"S!A1": 3}, merged("A1:XFD1")),
    sheet("links without end", THREE, {"S!A1": 3}, f"<hyperlinks>{LINKS}</hyperlinks>"),
    sheet("formats of every cell, often", THREE, {"S!A1": 3}, FORMATS),
    sheet("a check of every cell", THREE, {"S!A1": 3}, CHECKS),
    sheet("a formula of 9 MB", row(FORMULA.format("1+" * 4_500_000)), {"S!B1": 4}),
    sheet("odd numbers", ODD_NUMBERS, on_s(AS_WRITTEN)),
    sheet(
        "a number of 9 MB",
        row(f'<c r="A1"><v>{"9" * 9_000_000}</v></c><c r="B1"><v>4</v></c>'),
        {"S!A1": "9" * 64, "S!B1": 4},
    ),
    Case("odd texts", storing(lambda: shared("<si><t>yes</t></si>", ODD_TEXTS)), {"S!A1": "yes"} | OTHERS),
    Case("a text in pieces", storing(lambda: shared(PIECES, ODD_TEXTS)), {"S!A1": "two pieces"} | OTHERS),
    Case(
        "a text of 9 MB",
        storing(lambda: shared(f"<si><t>{'é' * 4_500_000}</t></si>", ODD_TEXTS)),
        {"S!A1": "é" * 32_767} | OTHERS,
    ),
    Case(
        "one text 5,000 times",
        storing(lambda: shared(f"<si><t>{'é' * 32_000}</t></si>", texts(5_000))),
        "strangers.too_much_text",
    ),
    Case("200,000 texts", storing(lambda: shared("<si/>" * 200_000, THREE)), "strangers.too_much_text"),
    Case("styles that are not there", storing(lambda: styled(DATES, ODD_STYLES)), on_s(AS_STYLED)),
    Case("70,000 styles", storing(lambda: styled(f"<cellXfs>{PEOPLE}</cellXfs>", THREE)), "strangers.too_many_styles"),
    Case("a comment", storing(lambda: commented(comments("B2"))), {"S!A1": 3}),
    Case("comments without end", storing(lambda: commented(comments(*["A1"] * 10_000))), "strangers.too_many_comments"),
    Case("a comment far away", storing(lambda: commented(comments("XFD1048576"))), "strangers.far_cell"),
    Case("a comment on nothing", storing(lambda: commented(comments("ZZZZ99999999"))), "strangers.bad_place"),
)
