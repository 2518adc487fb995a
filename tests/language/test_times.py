"""Times of day as people type them."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.language.times import nearest, read_time


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("14:05", time(14, 5)),
        ("14:05:30", time(14, 5, 30)),
        ("9:05", time(9, 5)),
        (" 14h05 ", time(14, 5)),
        ("14 h 05", time(14, 5)),
        ("14h", time(14)),
        ("14h05min10", time(14, 5, 10)),
        ("14.05", time(14, 5)),
        ("1405", time(14, 5)),
        ("140530", time(14, 5, 30)),
        ("2:05 pm", time(14, 5)),
        ("2 p.m.", time(14)),
        ("12:30 am", time(0, 30)),
        ("١٤:٠٥", time(14, 5)),
        ("٢:٠٥ م", time(14, 5)),
        ("٨:٠٠ ص", time(8)),
        ("24:00", None),
        ("14:60", None),
        ("14:5", None),
        ("14", None),
        ("13 pm", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_is_understood_however_it_is_typed(text: str, said: time | None) -> None:
    assert read_time(text) == said


@given(st.times())
def test_a_time_that_the_program_shows_is_read_back(shown: time) -> None:
    assert read_time(f"{shown:%H:%M:%S}") == shown.replace(microsecond=0)


@given(st.text(max_size=12))
def test_anything_at_all_is_a_time_or_none(text: str) -> None:
    read_time(text)


def test_a_meeting_may_pass_midnight() -> None:
    late = datetime(2026, 7, 16, 23, 58, tzinfo=UTC)
    assert nearest(time(0, 3), late) == datetime(2026, 7, 17, 0, 3, tzinfo=UTC)
    assert nearest(time(23, 50), datetime(2026, 7, 17, 0, 3, tzinfo=UTC)) == datetime(2026, 7, 16, 23, 50, tzinfo=UTC)
