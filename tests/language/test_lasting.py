"""How long something lasted, as people type it."""

from __future__ import annotations

import pytest

from facilitate.language.numbers import read_lasting


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90", 90),
        ("1:30", 90),
        ("٠١:٣٠", 90),
        (" 1:01:30 ", 3690),
        ("2,5", 2.5),
        ("1:2.5", None),
        ("-1:30", None),
        ("1:", None),
        ("1:2:3:4", None),
        ("99999999999:00", None),
        ("soon", None),
    ],
)
def test_seconds_and_clocks_are_read(typed: str, seconds: float | None) -> None:
    assert read_lasting(typed) == seconds
