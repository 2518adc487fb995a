"""Workbooks whose parts could do something, are of another kind, or do not fit together."""

from __future__ import annotations

from tests.workbook.strangers.files import zipped
from tests.workbook.strangers.making import (
    BOOK,
    BOOK_RELATIONS,
    KIND,
    MAIN,
    OFFICE,
    SHEET,
    TYPES,
    XML,
    Case,
    Parts,
    book,
    good,
    relations,
    storing,
    types,
    with_part,
    worksheet,
)

CORE = "docProps/core.xml"
SHARED = "xl/sharedStrings.xml"
STRICT = "http://purl.oclc.org/ooxml"
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x>&l9;</x>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
HYPERLINK = f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" Target="\\\\host\\a" TargetMode="External"/>'
SHEET_RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels"
DEEP = 200_000
NAMES = "".join(["<x>", *(f"<a{number}/>" for number in range(90_000)), "</x>"])
LONG_SPACE = f'<x xmlns="urn:{"u" * 90_000}">{"<a/>" * 1_000}</x>'
SPACES = "".join(["<x>", *(f'<a xmlns:n{number}="urn:n"/>' for number in range(9_000)), "</x>"])


def part(name: str, at: str, content: str | bytes, expected: str | dict[str, object]) -> Case:
    return Case(name, storing(lambda: with_part(at, content)), expected)


def kind(name: str, expected: str, more: str = "", main: str = f"{KIND}.sheet.main+xml") -> Case:
    return part(name, TYPES, types(more, main), expected)


def override(at: str, content: str) -> str:
    return f'<Override PartName="/{at}" ContentType="{content}"/>'


def related(name: str, word: str, target: str, expected: str, mode: str = "") -> Case:
    more = f'<Relationship Id="rId9" Type="{OFFICE}/{word}" Target="{target}"{mode}/>'
    return part(name, SHEET_RELATIONS, relations(more=more), expected)


def strict() -> Parts:
    """As Excel saves "Strict Open XML": the same kinds of parts, other namespaces."""
    return {
        each: content
        if each == TYPES
        else str(content).replace(OFFICE, f"{STRICT}/officeDocument/relationships").replace(MAIN, f"{STRICT}/sml/main")
        for each, content in good().items()
    }


def strict_inside() -> Parts:
    return with_part(SHEET, worksheet("").replace(MAIN, f"{STRICT}/spreadsheetml/main"))


def circle() -> Parts:
    """The sheet is the list of sheets, whose first sheet it is."""
    return with_part(BOOK_RELATIONS, relations(("worksheet", "workbook.xml")))


def sheets(*targets: str) -> Parts:
    titles = (f"S{number}" for number in range(len(targets)))
    listed = relations(*(("worksheet", target) for target in targets))
    return with_part(BOOK_RELATIONS, listed, with_part(BOOK, book(*titles)))


def titled(*titles: str) -> Parts:
    targets = [f"worksheets/sheet{number}.xml" for number in range(1, len(titles) + 1)]
    parts = with_part(BOOK, book(*titles), sheets(*targets))
    return parts | {f"xl/{target}": worksheet("") for target in targets}


def named(number: int) -> str:
    names = "".join(f'<definedName name="n{each}">S!$A$1</definedName>' for each in range(number))
    return book("S", after=f"<definedNames>{names}</definedNames>")


def core(encoding: str, declared: str) -> bytes:
    return f'<?xml version="1.0" encoding="{declared}"?><x>é</x>'.encode(encoding)


EXTERNAL = ' TargetMode="External"'
CASES = (
    kind("macros renamed", "strangers.macros", main="application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
    kind("macros declared", "strangers.macros", override("xl/a.bin", "application/vnd.ms-office.vbaProject")),
    part("macros inside", "xl/vbaProject.bin", b"\xcc\x61", "strangers.macros"),
    part("macros of 1992", "xl/macrosheets/sheet1.xml", "<a/>", "strangers.macros"),
    kind("binary renamed", "strangers.is.xlsb", main="application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
    part("binary inside", "xl/workbook.bin", b"\x83\x01", "strangers.is.xlsb"),
    kind("a template renamed", "strangers.is.template", main=f"{KIND}.template.main+xml"),
    kind("a text renamed", "strangers.is.other_document", main=KIND.replace("spreadsheet", "wordprocessing") + ".x"),
    kind("no kind that is known", "strangers.no_workbook", main="application/xml"),
    Case("strict", storing(strict), "strangers.strict"),
    Case("a strict sheet", storing(strict_inside), "strangers.strict"),
    part("another workbook's cells", "xl/externalLinks/externalLink1.xml", "<a/>", "strangers.external_link"),
    related("a workbook on a server", "externalLinkPath", r"\\host\share\b.xlsx", "strangers.external_link", EXTERNAL),
    related("a picture on a server", "image", "http://example.org/a.png", "strangers.external_link", EXTERNAL),
    part("a link that people click", SHEET_RELATIONS, relations(more=HYPERLINK), {"S!A1": 3}),
    part("another document inside", "xl/embeddings/oleObject1.bin", zipped("a.zip", "x"), "strangers.embedded"),
    part("a control inside", "xl/activeX/activeX1.xml", "<a/>", "strangers.embedded"),
    related("an object by relation", "oleObject", "../x.bin", "strangers.embedded"),
    part("a query", "xl/connections.xml", "<a/>", "strangers.connection"),
    part("a bomb in a bomb", "xl/media/a.zip", zipped("b.zip", bytes(900_000)), {"S!A1": 3}),
    part("entities in the properties", CORE, BOMB, "strangers.doctype"),
    part("entities in the texts", SHARED, BOMB, "strangers.doctype"),
    part("entities in the sheet", SHEET, BOMB, "strangers.doctype"),
    part("entities in the relations", SHEET_RELATIONS, BOMB, "strangers.doctype"),
    part("a file of this computer", CORE, OUTSIDE, "strangers.doctype"),
    part("entities behind UTF-16", CORE, BOMB.encode("utf-16"), "strangers.encoding"),
    part("UTF-16 without a mark", CORE, core("utf-16-le", "utf-16"), "strangers.encoding"),
    part("UTF-16 in name only", CORE, core("utf-8", "utf-16"), "strangers.encoding"),
    part("Latin 1", CORE, core("latin-1", "iso-8859-1"), "strangers.encoding"),
    part("Latin 1 said to be UTF-8", CORE, core("latin-1", "utf-8"), "strangers.part_damaged"),
    part("UTF-8 with its mark", CORE, core("utf-8-sig", "UTF-8"), {"S!A1": 3}),
    part("XML without an end", CORE, "<a><b>", "strangers.part_damaged"),
    part("nothing where XML should be", SHEET, "", "strangers.part_damaged"),
    part("nested without an end", CORE, "<a>" * DEEP + "</a>" * DEEP, "strangers.too_much_inside"),
    part("a tag of 5 MB", CORE, f'<a b="{"=%" * 2_500_000}"/>', "strangers.too_much_inside"),
    part(
        "a name for every element",
        CORE,
        NAMES,
        "strangers.too_much_inside",
    ),
    part(
        "a space for every element",
        CORE,
        SPACES,
        "strangers.too_much_inside",
    ),
    part("a space of 90 kB before every name", CORE, LONG_SPACE, "strangers.too_much_inside"),
    part("old drawings that are no XML", "xl/drawings/a.vml", "<xml><br></xml>", {"S!A1": 3}),
    part("another root", SHEET, f'{XML}<chart xmlns="{MAIN}"/>', "strangers.no_sheet"),
    part("no namespace", BOOK, "<workbook/>", "strangers.no_workbook"),
    part("no sheet at all", BOOK, book(), "strangers.no_sheets"),
    part(
        "a relation that leads out", BOOK_RELATIONS, relations(("worksheet", "../../x.xml")), "strangers.strange_part"
    ),
    Case("in a circle", storing(circle), "strangers.part_again"),
    Case("two sheets in one part", storing(lambda: sheets(*["worksheets/sheet1.xml"] * 2)), "strangers.part_again"),
    Case("20,000 sheets", storing(lambda: sheets(*["worksheets/sheet1.xml"] * 20_000)), "strangers.too_much_inside"),
    Case("300 sheets", storing(lambda: titled(*(f"S{n}" for n in range(300)))), "strangers.too_many_sheets"),
    Case("a title that Excel refuses", storing(lambda: titled("a/b")), "strangers.sheet_title"),
    Case("a title that is too long", storing(lambda: titled("ن" * 32)), "strangers.sheet_title"),
    Case("a title of nothing visible", storing(lambda: titled("&#x202E; ")), "strangers.sheet_title"),
    Case("titles that differ by capitals", storing(lambda: titled("Amina", "AMINA")), "strangers.sheet_twice"),
    part("names without end", BOOK, named(20_000), "strangers.too_many_names"),
    part("many names", BOOK, named(1_000), {"S!A1": 3}),
    Case(
        "an attached part that is not there",
        storing(lambda: with_part(SHEET_RELATIONS, relations(("comments", "../comments1.xml")))),
        "strangers.part_missing",
    ),
    part("a drawing that is not there", SHEET_RELATIONS, relations(("drawing", "../drawings/d9.xml")), {"S!A1": 3}),
)
