"""What the worst workbooks of strangers cost before they are answered; nothing may pass 300 MB or five seconds.

    PYTHONPATH=. .venv/bin/python benchmarks/strangers.py [HOW MANY LINES]

Every file of the tests' hostile set, and files just below each limit, are opened in a process of their own. Prints
seconds of the processor, the most memory of the process in megabytes (of which Python and openpyxl are about 43), and
what came of it, the slowest first; then the largest.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from operator import itemgetter
from pathlib import Path

from tests.workbook.strangers import hostile, swamps
from tests.workbook.strangers.making import Case

Line = tuple[float, float, str, str]


def measured(case: Case) -> Line:
    """Seconds, megabytes, name, answer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / case.file
        case.make(path)
        command = [sys.executable, "-m", "tests.workbook.strangers.measured", str(path)]
        found, took, megabytes = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return took, megabytes, case.name, found if found.startswith("strangers.") else "taken"


def show(lines: Iterable[Line]) -> None:
    for took, megabytes, name, found in lines:
        print(f"{took:6.2f} s {megabytes:6.0f} MB  {name:45} {found}")


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    lines = [measured(case) for case in (*hostile.CASES, *swamps.CASES)]
    show(sorted(lines, reverse=True)[:number])
    print()
    show(sorted(lines, key=itemgetter(1), reverse=True)[:number])


if __name__ == "__main__":
    main()
