"""Scores of each observer, and of steps, as the report tells them."""

from __future__ import annotations

import re

import pytest

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.grid import Section
from facilitate.domain.model import Language
from facilitate.domain.people import SETUP
from facilitate.domain.scale import Answer
from tests.making import Room, rating, small_grid, small_room, words
from tests.report.scene import observed, told


def lines(text: str) -> list[str]:
    """Lines with one blank between columns."""
    return [re.sub(r"\s+", " ", line.strip()) for line in text.splitlines()]


def after(text: str, line: str, count: int) -> list[str]:
    found = lines(text)
    return found[found.index(line) + 1 :][:count]


def scored_steps(*sent: str) -> Room:
    room = small_room()
    indicators = (rating("A1", "step"), rating("A2", "step"), rating("A3"))
    room.do(
        SETUP,
        GridProposed(grid=small_grid().with_sections((Section(id="A", title=words("A"), indicators=indicators),))),
    )
    for observer, points in (("olga", (4, 3)), ("omar", (2, 1))):
        for step, first in zip(("S1", "S2"), points, strict=True):
            room.do(observer, Scored(indicator="A1", value=first, step=step))
        room.do(observer, Scored(indicator="A2", value=first, step="S1"))
    for observer in sent:
        room.do(observer, SheetSent())
    return room


def test_each_observers_overall_score_stands_beside_the_others() -> None:
    text = told(observed("olga", "omar"))
    table = after(text, "The overall score that each observer gives:", 3)
    assert table == ["Observer Mona Milo", "Olga 3.0 1.5", "Omar 4.0 1.5"], "of the meeting too little was scored"


def test_who_scored_too_little_of_somebody_is_told_so_and_who_said_nothing_is_left_blank() -> None:
    room = observed()
    room.do("olga", Scored(about="milo", indicator="A2", value=Answer.NOT_OBSERVED))
    room.person("otis", *room.meeting.people["omar"].roles)
    room.do("otis", Scored(about="mona", indicator="A1", value=2), Scored(about="mona", indicator="A2", value=2))
    for observer in ("olga", "omar", "otis"):
        room.do(observer, SheetSent())
    table = after(told(room), "The overall score that each observer gives:", 4)
    assert table == ["Observer Mona Milo", "Olga 3.0 not shown", "Omar 4.0 1.5", "Otis 2.0"]


def test_one_observer_is_set_beside_nobody() -> None:
    room = small_room(observers=1)
    room.do("olga", Scored(about="mona", indicator="A1", value=2), Scored(about="mona", indicator="A2", value=4))
    room.do("olga", SheetSent())
    text = told(room)
    assert "3.0" in text
    assert "each observer gives" not in text


def test_steps_have_their_means_with_the_spread_and_the_number_of_observers() -> None:
    text = told(scored_steps("olga", "omar"))
    table = lines(text)[lines(text).index("Step Mean Observers") :][:3]
    assert table == ["Step Mean Observers", "step 1 2.5 (2.0) 2", "step 2 not shown"], "1 of 2 is too little"


def test_nothing_about_steps_where_nothing_was_scored_or_all_is_still_hidden() -> None:
    assert "Step by step" not in told(observed("olga", "omar"))
    hidden = told(scored_steps("olga"))
    assert "Step by step" not in hidden
    assert "each observer gives" not in hidden


@pytest.mark.parametrize(("language", "heading"), [("fr", "Étape par étape"), ("ar", "مرحلة بمرحلة")])
def test_it_is_told_in_every_language(language: Language, heading: str) -> None:
    text = told(scored_steps("olga", "omar"), language, width=44)
    assert heading in text
    assert "scores." not in text
