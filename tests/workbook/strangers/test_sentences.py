"""Each sentence of the gate says what, where, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import facilitate.workbook.strangers
from facilitate.language.catalog import FOLDER
from facilitate.language.words import CODES

CODE = "\n".join(path.read_text("utf-8") for path in Path(facilitate.workbook.strangers.__path__[0]).glob("*.py"))
USED = set(re.findall(r'"(strangers\.[a-z_.]+)"', CODE))


def sentences(language: str) -> dict[str, str]:
    with (FOLDER / language / "strangers.po").open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file, locale=language) if each.id}


@pytest.mark.parametrize("language", CODES)
def test_each_says_what_where_and_what_to_do(language: str) -> None:
    said = sentences(language)
    assert said.keys() == USED
    for message, sentence in said.items():
        of_cell = message.startswith(("strangers.cell.", "strangers.note."))
        assert ("{sheet}" in sentence and "{cell}" in sentence) if of_cell else sentence.startswith("{file}"), message
        if not message.startswith("strangers.note."):
            assert re.search("[;؛]", sentence), message
        assert not sentence.endswith(".")
