"""How far observers agree in what they counted, said: sentences with their numbers, or why there is none."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from facilitate.domain.events.observing import Scored, SheetSent, Timed
from facilitate.domain.meeting.view import see
from facilitate.language.words import CODES, Code, Words
from facilitate.report.counted_agreement import counted_agreement_blocks
from facilitate.report.teller import Teller
from facilitate.report.text import render
from tests.analysis.counting import ONE, OTHER, counting, press, tick
from tests.making import Room


def told(room: Room, language: Code = "en", person: str | None = None) -> str:
    """The lines as they are printed, as a reader who may see what was sent; every sentence on one line."""
    said, seen = Words(language), see(room.meeting, person)
    text = render(counted_agreement_blocks(Teller(seen, room.laptop(), said)), said, 200)
    return text.translate({0x2068: None, 0x2069: None, 0x200F: None})


def sent(room: Room, *observers: str) -> Room:
    for observer in observers or ("olga", "omar"):
        room.do(observer, SheetSent())
    return room


def pressed() -> Room:
    room = counting()
    for by, counts in (("olga", ONE), ("omar", OTHER)):
        press(room, by, counts)
    return room


def test_each_measure_is_a_sentence_with_its_share() -> None:
    lines = told(sent(pressed())).splitlines()
    assert lines[2:10] == [
        "  indicator B3:",
        "  - Compared over 10 steps: Olga, Omar.",
        "  - The smaller total is 91 % of the larger.",
        "  - Step by step, the smaller count is on average 75 % of the larger.",
        "  - Both counted the same in 70 % of the steps.",
        "  - Both saw it, or neither did, in 80 % of the steps.",
        "  - Of the steps in which anybody saw it, both saw it in 71 %.",
        "  - Of the steps in which not both saw it, neither saw it in 60 %.",
    ]
    assert lines[11].startswith("  For something rare, go by the line “in which anybody saw it”")


def test_codes_stand_in_a_table_and_what_nobody_saw_is_named() -> None:
    room = counting()
    tick(room, "olga", [("asks",), ("asks",), ()], "I2")
    tick(room, "omar", [("asks",), (), ()], "I2")
    text = told(sent(room))
    assert "Here each code in each of them counts as one." in text
    assert re.search(r"Code by code +totals +both or neither +where seen, both\n +asks +50 % +67 % +50 %\n", text)
    assert "Never seen: tells." in text
    assert "That is few:" in text


def test_what_never_happened_says_why_there_is_no_share() -> None:
    room = counting()
    for by in ("olga", "omar"):
        tick(room, by, [()] * 10)
    text = told(sent(room))
    assert "Both saw it, or neither did, in 100 % of the intervals." in text
    assert "No observer ever saw it: there is no interval with it to compare." in text
    assert "in which anybody saw it" not in text
    assert "That is few" not in text


def test_one_observer_alone_and_several_in_pairs() -> None:
    assert "Only Olga took this down" in told(pressed(), person="olga")
    room = counting(observers=3)
    for by in ("olga", "omar", "otis"):
        press(room, by, ONE, "T2", about="mona")
    text = told(sent(room, "olga", "omar", "otis"))
    assert "answered (Mona):" in text
    assert "Every two observers are compared; each number is the mean of that." in text


def test_totals_and_times_are_compared_as_such() -> None:
    room, start = counting(), counting().laptop.wall
    for by, number in (("olga", 4), ("omar", 3)):
        stop = start + timedelta(seconds=10 * number)
        room.do(by, Scored(indicator="B1", value=number))
        room.do(by, Timed(indicator="D1", timing=f"d-{by}", step="P2", start=start, stop=stop))
    text = told(sent(room))
    assert (
        "indicator B1:\n  - Compared by their totals: Olga, Omar.\n  - The smaller total is 75 % of the larger.\n"
        in text
    )
    assert "The shorter time in all is 75 % of the longer." in text


@pytest.mark.parametrize("person", [None, "omar", "mona"])
def test_nothing_of_others_is_said_before_scores_may_be_seen(person: str | None) -> None:
    text = told(pressed(), person=person)
    assert "%" not in text
    assert "Olga" not in text


@pytest.mark.parametrize("language", CODES)
def test_every_sentence_has_its_words_in_every_language(language: Code) -> None:
    room = pressed()
    for by in ("olga", "omar"):
        tick(room, by, [("asks", "tells"), ("asks",)], "I2")
        press(room, by, (1, 1), "T1", group="women")
        press(room, by, (1,), "T1", group="men")
        room.do(by, Scored(indicator="B1", value=2))
    text = told(sent(room), language)
    assert "agreed." not in text
    assert "report." not in text
    assert text.count("%") > 20
