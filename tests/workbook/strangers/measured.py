"""Opens files of strangers in a process of its own: ``python -m tests.workbook.strangers.measured FILE ...``.

Prints one line of JSON a file: what came of it, seconds of the processor, and the most memory in megabytes that was
needed until then.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from time import process_time

from facilitate.workbook.strangers.faults import NotAccepted
from facilitate.workbook.strangers.open import opened
from tests.workbook.strangers.making import values


def answer(path: Path) -> str:
    """The message of a refusal, or what stands for the values."""
    try:
        workbook = opened(path)
        found = values(workbook)
        assert len(workbook.workbook.worksheets) == len(workbook.sheets)
    except NotAccepted as fault:
        return fault.message
    return sha256(repr(sorted(found.items())).encode()).hexdigest()


def peak() -> float:
    """Megabytes. What `getrusage` tells of a new process begins with its parent's peak, so Linux is asked directly."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main(paths: Iterable[str]) -> None:
    for path in paths:
        begin = process_time()
        found = answer(Path(path))
        took = process_time() - begin
        print(json.dumps([found, round(took, 3), round(peak(), 1)]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
