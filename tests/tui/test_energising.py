"""Energisers as they are chosen and read."""

from __future__ import annotations

from facilitate.domain.agenda import Energiser
from facilitate.domain.model import Wording
from facilitate.language import Words
from facilitate.tui.energising import Wanted, facts_said, instructions
from tests.making import words


def energiser(code: str, minutes: int, posture: str = "seated_or_standing", *, touch: bool = False) -> Energiser:
    return Energiser(id=code, title=words(code), minutes=minutes, posture=posture, touch=touch)


SOME = (
    energiser("E1", 3, "seated"),
    energiser("E2", 5, "standing", touch=True),
    energiser("E3", 4),
    energiser("E4", 4, "in_a_circle"),
)


def passing(wanted: Wanted) -> list[str]:
    return [each.id for each in SOME if wanted.passes(each)]


def test_posture_length_and_touch_leave_out_what_is_not_possible() -> None:
    assert passing(Wanted()) == ["E1", "E2", "E3", "E4"]
    assert passing(Wanted(posture="seated")) == ["E1", "E3"]
    assert passing(Wanted(posture="standing")) == ["E2", "E3"]
    assert passing(Wanted(at_most=4)) == ["E1", "E3", "E4"]
    assert passing(Wanted(untouched=True)) == ["E1", "E3", "E4"]


def test_each_key_goes_round_and_every_limit_leaves_something_in_and_something_out() -> None:
    wanted, postures, lengths = Wanted(), [], []
    for _ in range(3):
        wanted = wanted.other_posture()
        postures.append(wanted.posture)
    for _ in range(4):
        wanted = wanted.other_length(SOME)
        lengths.append(wanted.at_most)
    assert (postures, lengths) == (["seated", "standing", ""], [4, 3, None, 4])
    assert Wanted().other_length(SOME[2:]).at_most is None, "all take as long"


def test_what_an_energiser_needs_is_said_also_where_it_was_written_in_other_words() -> None:
    said = Words("en")
    assert facts_said(SOME[0], said) == "3 minutes · seated · without touching"
    ball = energiser("E5", 1, "in_a_circle", touch=True).model_copy(update={"materials": "a ball"})
    assert facts_said(ball, said) == "1 minute · in_a_circle · with touching · a ball"


def test_instructions_are_numbered_and_the_tip_comes_last() -> None:
    steps = (Wording(en="Stand up.", fr="Debout."), Wording(en="Sit [b]down[/b]."))
    clap = Energiser(id="E1", title=words("clap"), minutes=2, steps=steps, tip=Wording(fr="Souriez."))
    assert instructions(clap, Words("fr")).plain == "1. Debout.\n2. Sit [b]down[/b].\nConseil : Souriez."
    assert instructions(clap, Words("fr"), airy=True).plain.count("\n\n") == 2
