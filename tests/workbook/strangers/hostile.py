"""Every file that a stranger could hand over, in one table."""

from __future__ import annotations

from tests.workbook.strangers import archives, contents, files, sheets
from tests.workbook.strangers.making import Case

CASES: tuple[Case, ...] = (*files.CASES, *archives.CASES, *contents.CASES, *sheets.CASES)
