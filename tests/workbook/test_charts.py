"""What LibreOffice forgives in a chart and Excel does not, read in the file itself."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from facilitate.domain.meeting.view import see
from facilitate.domain.model import LANGUAGES, Language
from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import play
from facilitate.workbook.alt_text import NotTold, with_words
from facilitate.workbook.export import export
from tests.workbook.reading import VERSION

CHARTS = 6
"""Two on the summary, then agreement, agenda, participation, needs."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Path]:
    meeting = see(play(read_kit("youth"), 4, observers=3, moderators=2).meeting, None)
    assert meeting.closed
    folder = tmp_path_factory.mktemp("charts")
    for language in LANGUAGES:
        export(meeting, folder / f"{language}.xlsx", language, meeting.closed, VERSION)
    return {language: folder / f"{language}.xlsx" for language in LANGUAGES}


def parts(path: Path, pattern: str) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name).decode() for name in archive.namelist() if re.fullmatch(pattern, name)]


def charts(path: Path) -> list[str]:
    return parts(path, r"xl/charts/chart\d+\.xml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_axes_are_there_and_titles_do_not_cover_the_plot(files: dict[Language, Path], language: Language) -> None:
    found = charts(files[language])
    assert len(found) == CHARTS
    for xml in found:
        axes = re.findall(r"<(?:catAx|valAx)>.*?</(?:catAx|valAx)>", xml, re.DOTALL)
        assert len(axes) == 2
        assert all('<delete val="0"' in axis for axis in axes)
        title = re.search(r"<title>.*?</title>", xml, re.DOTALL)
        assert title
        assert '<overlay val="0"' in title.group()
        assert not re.search(r"<a:r><a:t\s*/>|<a:t></a:t>", xml), "no empty runs"
        legend = re.search(r"<legend>.*?</legend>", xml, re.DOTALL)
        assert legend is None or '<overlay val="0"' in legend.group()


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_carry_what_their_cells_hold(files: dict[Language, Path], language: Language) -> None:
    workbook = load_workbook(files[language], data_only=True)
    for xml in charts(files[language]):
        assert "<cat><numRef>" not in re.sub(r"\s", "", xml), "names are text"
        references = re.findall(r"<(strRef|numRef)><f>([^<]+)</f><(?:str|num)Cache>(.*?)</(?:str|num)Cache>", xml)
        assert len(references) == xml.count("<f>") >= 3
        for kind, reference, cache in references:
            name, cells = reference.replace("&apos;", "'").rsplit("!", 1)
            sheet = workbook[name[1:-1].replace("''", "'")]
            found = sheet[cells.replace("$", "")]
            values = [row[0].value for row in found] if isinstance(found, tuple) else [found.value]
            points = dict(re.findall(r'<pt idx="(\d+)"><v>([^<]*)</v></pt>', cache))
            assert f'<ptCount val="{len(values)}"' in cache
            if kind == "numRef":
                numbers = {str(place): value for place, value in enumerate(values) if isinstance(value, int | float)}
                assert {place: float(point) for place, point in points.items()} == pytest.approx(numbers)
            else:
                assert len(points) == len(values)


def test_arabic_bars_grow_to_the_left(files: dict[Language, Path]) -> None:
    bars = [xml for xml in charts(files["ar"]) if "<barChart>" in xml]
    assert len(bars) == CHARTS - 1
    for xml in bars:
        values = re.search(r"<valAx>.*?</valAx>", xml, re.DOTALL)
        assert values
        assert '<orientation val="maxMin"' in values.group()
    names = [text for xml in charts(files["ar"]) for text in re.findall(r"<strCache>(.*?)</strCache>", xml)]
    assert not [text for text in names if re.search(r">[A-Z]\d*\.? +[\u0600-\u06ff]", text)], "no code before Arabic"


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_say_in_words_what_they_show(files: dict[Language, Path], language: Language) -> None:
    drawings = parts(files[language], r"xl/drawings/drawing\d+\.xml")
    told = [text for xml in drawings for text in re.findall(r' descr="([^"]+)" title="([^"]+)"', xml)]
    assert len(told) == CHARTS
    assert len(set(told)) == CHARTS
    assert all(re.search(r"\d", description) for description, _ in told), "the main numbers are said"
    assert all("twoCellAnchor" in xml for xml in drawings)


def test_a_chart_without_words_is_refused() -> None:
    frame = '<graphicFrame><cNvPr id="1" name="Chart 1"/></graphicFrame>'
    assert with_words(frame, [("a", 'b "c"')]) == (
        '<graphicFrame><cNvPr id="1" name="Chart 1" descr=\'b "c"\' title="a"/></graphicFrame>'
    )
    for told in ([], [("a", "b"), ("c", "d")]):
        with pytest.raises(NotTold):
            with_words(frame, told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_stay_where_they_are_printed_and_do_not_cover_each_other(
    files: dict[Language, Path], language: Language
) -> None:
    for sheet in load_workbook(files[language]).worksheets:
        boxes = [
            (each.anchor._from.col, each.anchor._from.row, each.anchor.to.col, each.anchor.to.row)
            for each in sheet._charts  # type: ignore[attr-defined]
        ]
        area = sheet.print_area.split(":")[-1].replace("$", "") if sheet.print_area else None
        for left, top, right, bottom in boxes:
            covered = [
                cell.coordinate
                for row in sheet.iter_rows(min_row=top + 1, max_row=bottom, min_col=left + 1, max_col=right)
                for cell in row
                if cell.value is not None
            ]
            assert covered == []
            if area:
                assert right <= sheet[area].column
                assert bottom <= sheet[area].row
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
