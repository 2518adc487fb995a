"""Time and peak memory of the workbooks, beside plain openpyxl writing the same cells and styles with no logic.

    .venv/bin/python benchmarks/exporting.py [ROUNDS]

In one run and in turns: `export` of a rehearsed meeting with 3 observers and 2 moderators, and with 10 and 3; the same
cells, named styles, sizes and merged cells put in by openpyxl and nothing else. Each turn is a process of its own,
since a process never gives its peak back; neither imports nor the reading of the meeting are in the time, which is
that of the processor. The middle of all rounds, and the ratio (the aim is 1.3). After that `compare` once: 40 meetings
of 840 scores, and more than 100,000 scores, so that a part of them goes into a file beside.
"""

from __future__ import annotations

import json
import pickle
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.styles import NamedStyle

from facilitate.analysis.programme import Told, programme
from facilitate.domain.instants import Instant
from facilitate.domain.meeting.view import see
from facilitate.domain.model import replaced
from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import play
from facilitate.language import Words
from facilitate.workbook.export import export
from facilitate.workbook.programme.export import export_programme

CASES = {"3 x 2": (3, 2), "10 x 3": (10, 3)}
"""Observers and moderators."""

PROGRAMMES = {"40 meetings": 40, "over 100,000 scores": 125}
MANY = 35
"""So many observers make 840 scores."""

VERSION = "1.2.3"


class Sheet(NamedTuple):
    """Everything of a sheet that plain openpyxl writes again: cells with value, kind and the name of their style."""

    title: str
    cells: list[tuple[int, int, Any, str, str]]
    widths: dict[str, float]
    heights: dict[int, float]
    merged: list[str]


def rehearsed(observers: int, moderators: int) -> Told:
    """A whole meeting and its last moment."""
    record = play(read_kit("youth"), 7, observers=observers, moderators=moderators)
    last = record.events[-1]
    return see(record.meeting, None), Instant(wall=last.wall, boot=last.boot, uptime=last.uptime)


def cells_of(path: Path) -> tuple[list[Sheet], dict[str, dict[str, Any]]]:
    """What stands in a workbook, and the named styles it uses."""
    book: Any = load_workbook(path)
    sheets = []
    for sheet in book.worksheets:
        cells = [
            (cell.row, cell.column, cell.value, cell.data_type, cell.style)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.has_style
        ]
        widths = {letter: each.width for letter, each in sheet.column_dimensions.items()}
        heights = {row: each.height for row, each in sheet.row_dimensions.items() if each.height}
        sheets.append(Sheet(sheet.title, cells, widths, heights, [str(each) for each in sheet.merged_cells.ranges]))
    styles = {
        style.name: {name: getattr(style, name) for name in ("font", "fill", "border", "alignment", "number_format")}
        for style in book._named_styles
    }
    return sheets, styles


def plain(sheets: list[Sheet], styles: dict[str, dict[str, Any]], target: Path) -> None:
    """The same with openpyxl and no logic."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, parts in styles.items():
        if name != "Normal":
            book.add_named_style(NamedStyle(name=name, **parts))
    for each in sheets:
        sheet: Any = book.create_sheet(each.title)
        for row, column, value, kind, style in each.cells:
            cell = sheet.cell(row, column)
            cell.style = style
            if value is not None:
                cell.value = value
                cell.data_type = kind
        for letter, width in each.widths.items():
            sheet.column_dimensions[letter].width = width
        for row, height in each.heights.items():
            sheet.row_dimensions[row].height = height
        for merged in each.merged:
            sheet.merge_cells(merged)
    book.save(target)


def several(number: int) -> list[Told]:
    """So many meetings of 840 scores, none sharing memory with another."""
    meeting, now = rehearsed(MANY, 3)
    start = datetime(2026, 1, 1, 15)
    return [
        (
            replaced(
                meeting.model_copy(deep=True),
                id=f"meeting{place:04}",
                rehearsal=False,
                centre=f"AB{place % 5}",
                audience=("youth", "farmers")[place % 2],
                start=start + timedelta(days=place),
            ),
            now,
        )
        for place in range(number)
    ]


def warm() -> None:
    """Read the catalogs, which are compiled when the program is built and not when it runs, and what dates import."""
    words = Words("en")
    words("no room has this")
    words.day(datetime(2026, 1, 1))


def prepared(how: str, case: str, folder: Path) -> Callable[[], Any]:
    """What a turn does, with everything it needs in memory already."""
    target = folder / "written.xlsx"
    if how == "plain":
        sheets, styles = pickle.loads((folder / f"{case}.pickle").read_bytes())
        return lambda: plain(sheets, styles, target)
    warm()
    if how == "export":
        meeting, now = rehearsed(*CASES[case])
        return lambda: export(meeting, target, "en", now, VERSION)
    told = several(PROGRAMMES[case])
    return lambda: sum(export_programme(programme(told), target, "en", VERSION)[:2])


def peak_mib() -> float:
    """The most memory this process has had. (What `resource` tells on Linux begins with the parent's.)"""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
    return int(told.split()[1]) / 1024


def turn(how: str, case: str, folder: str) -> None:
    """One turn in a process of its own: seconds of the processor, the peak of memory in MiB, what the work added."""
    act = prepared(how, case, Path(folder))
    before = peak_mib()
    began = process_time()
    rows = act() or 0
    seconds = process_time() - began
    peak = peak_mib()
    size = (Path(folder) / "written.xlsx").stat().st_size / 1000
    print(json.dumps({"seconds": seconds, "peak": peak, "added": peak - before, "size": size, "rows": rows}))


def measured(how: str, case: str, folder: Path) -> dict[str, float]:
    """What a turn says."""
    command = [sys.executable, __file__, "--turn", how, case, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def line(name: str, found: list[dict[str, float]]) -> dict[str, float]:
    """Print the middle of some turns."""
    middle = {key: median(each[key] for each in found) for key in found[0]}
    print(
        f"  {name:24} {middle['seconds']:7.2f} s  peak {middle['peak']:6.0f} MiB"
        f"  (added {middle['added']:5.0f})  {middle['size']:7.0f} kB"
        + (f"  {middle['rows']:,.0f} scores" if middle["rows"] else "")
    )
    return middle


def main(rounds: int) -> None:
    """Both cases in turns, then the programmes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for case, people in CASES.items():
            meeting, now = rehearsed(*people)
            export(meeting, folder / "source.xlsx", "en", now, VERSION)
            read = cells_of(folder / "source.xlsx")
            (folder / f"{case}.pickle").write_bytes(pickle.dumps(read))
            found: dict[str, list[dict[str, float]]] = {"export": [], "plain": []}
            for _ in range(rounds):
                for how, turns in found.items():
                    turns.append(measured(how, case, folder))
            print(f"{case} (observers x moderators), {sum(len(each.cells) for each in read[0])} cells")
            ours, bare = (line(how, turns) for how, turns in found.items())
            ratios = f"time {ours['seconds'] / bare['seconds']:.2f}, peak memory {ours['peak'] / bare['peak']:.2f}"
            print(f"  {'ratio':24} {ratios}")
        print("compare")
        for case in PROGRAMMES:
            line(case, [measured("compare", case, folder)])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--turn"]:
        turn(*sys.argv[2:5])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
