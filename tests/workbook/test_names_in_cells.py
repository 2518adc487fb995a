"""Names of the other direction: alone in a cell as they are, in our sentences in the order of the sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitate.domain.model import Language
from facilitate.domain.people import Role
from tests.making import Room, small_room
from tests.workbook.reading import exported, texts

ISOLATES = {chr(each) for each in range(0x2066, 0x206A)}
MARKS = {"\u200e", "\u200f"}


def among(names: tuple[str, str]) -> Room:
    """A meeting in which two observers of these names have not sent, after those whom `small_room` has."""
    room = small_room()
    for number, name in enumerate(names):
        room.person(f"p{number}", Role.OBSERVER, name=name)
    return room


@pytest.mark.parametrize(
    ("language", "names", "said"),
    [
        ("ar", ("Karim", "Anne-Lise B."), "Karim\u200f، Anne-Lise B.\u200f"),
        ("en", ("عائشة", "بلال"), "عائشة\u200e, بلال\u200e"),
        ("fr", ("عائشة", "Karim"), "عائشة\u200e, Karim"),
    ],
)
def test_a_name_alone_is_exactly_the_name_and_a_list_keeps_its_order(
    tmp_path: Path, language: Language, names: tuple[str, str], said: str
) -> None:
    found = texts(exported(among(names), tmp_path / "book.xlsx", language))
    assert set(names) <= set(found)
    assert not [text for text in found if ISOLATES & set(text)]
    assert any(said in text for text in found)
    alone = [text for text in found if text.translate({ord(mark): None for mark in MARKS}) in names]
    assert set(alone) == set(names)
