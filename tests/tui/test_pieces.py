"""The screens' pure parts: drawings, keys to answers, captures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.preparing import PersonAdded, PersonNamed
from facilitate.domain.indicator import Choice, Option, YesNo
from facilitate.domain.scale import Answer, Chosen
from facilitate.language import Words
from facilitate.language.numbers import digit_of, read_number
from facilitate.tui import commands
from facilitate.tui.capturing import captured
from facilitate.tui.drawing import bar, cut, fitted
from facilitate.tui.intents import Intent
from facilitate.tui.observer.answers import answer_for, shown
from tests.making import rating, small_room, words


@given(st.text(max_size=40), st.integers(0, 30))
def test_a_fitted_text_has_exactly_its_width(text: str, width: int) -> None:
    line = " ".join(text.split())
    if not line.isprintable():
        return
    assert Text(fitted(line, width)).cell_len == width
    assert Text(cut(line, width)).cell_len <= width


@given(st.floats(-1, 2), st.integers(1, 60))
def test_a_bar_has_its_width_and_grows(share: float, width: int) -> None:
    assert len(bar(share, width)) == width
    assert bar(1.5, width) == "█" * width
    assert bar(-1, width) == "░" * width


@pytest.mark.parametrize(
    ("typed", "number"), [("12", 12), ("١٢", 12), ("۳", 3), ("2,5", 2.5), ("٢٫٥", 2.5), ("x", None)]
)
def test_numbers_are_read_in_any_digits(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["nan", "inf", "1e999", "", "-"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert read_number(typed) is None


def test_digits_answer() -> None:
    assert [digit_of(each) for each in ("3", "٣", "۳", "a", None)] == [3, 3, 3, None, None]
    yes_no = YesNo(id="Q", text=words("q"))
    assert answer_for(yes_no, 1, None) is Answer.YES
    assert answer_for(yes_no, 0, None) is Answer.NO
    assert answer_for(yes_no, 7, None) is None
    assert answer_for(rating("A1"), 9, None) == 9, "the domain says that it is outside the scale"


def test_a_digit_switches_one_option_of_several() -> None:
    options = tuple(Option(id=name, label=words(name)) for name in ("a", "b", "c"))
    choice = Choice(id="C", text=words("c"), options=options, several=True)
    one = answer_for(choice, 2, None)
    two = answer_for(choice, 3, one)
    assert two == Chosen(choices=("b", "c"))
    assert answer_for(choice, 2, two) == Chosen(choices=("c",))
    assert shown(two, choice, Words("en")) == "2+3"


def test_an_unknown_owner_becomes_a_person_and_a_known_one_stays() -> None:
    meeting = small_room().meeting
    numbers = iter("123456789")
    facts = captured(meeting, CaptureKind.ACTION, ("ask", "Brahim", "after the olives"), "S1", lambda: next(numbers))
    assert [type(fact) for fact in facts] == [PersonAdded, PersonNamed, Captured]
    action = facts[-1]
    assert isinstance(action, Captured)
    assert (action.due, action.due_said) == (None, "after the olives")
    known = captured(meeting, CaptureKind.ACTION, ("ask", "MONA", "2026-10-01"), "S1", lambda: next(numbers))
    assert isinstance(known[0], Captured)
    assert (known[0].owner, str(known[0].due)) == ("mona", "2026-10-01")


@pytest.mark.parametrize("intents", [commands.HOME, commands.MODERATE, commands.OBSERVE, commands.REVIEW])
def test_no_key_means_two_things_on_one_screen(intents: tuple[Intent, ...]) -> None:
    keys = [key for intent in intents for key in intent.keys]
    assert len(keys) == len(set(keys))
    assert len({intent.id for intent in intents}) == len(intents)
