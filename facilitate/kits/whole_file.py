"""Files that are whole at every moment: written beside, then put in their place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4


def put_whole(text: str, path: Path) -> None:
    """Write a text in UTF-8. A full disk or a power cut leaves what was there before, and nothing beside it.

    Raises OSError where it cannot be written.
    """
    _put(text.encode(), _itself(path))


def kept_beside(path: Path) -> Path:
    """Where `keep` will put what stands in a file now: ``NAME.bak``, else ``NAME.bak2``, so that no copy is lost."""
    file, number = _itself(path), 1
    while (beside := file.with_name(f"{file.name}.bak{number if number > 1 else ''}")).exists():
        number += 1
    return path.with_name(beside.name) if file.parent == path.absolute().parent else beside


def keep(path: Path) -> Path:
    """Copy a file beside itself before it is written anew, and say where. Raises OSError."""
    beside = kept_beside(path)
    _put(path.read_bytes(), beside)
    return beside


def _itself(path: Path) -> Path:
    """The file that a link leads to: it is written, and the link stays."""
    return Path(os.path.realpath(path))


def _put(content: bytes, target: Path) -> None:
    part = target.with_name(f".{uuid4().hex}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
