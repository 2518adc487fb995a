"""Which sentences are said of agreement, in their order; whoever reads them, it is the same ones."""

from __future__ import annotations

from facilitate.analysis.agreement import Agreement, told
from facilitate.analysis.scores import scores
from facilitate.domain.events.observing import SheetRecalled, SheetSent
from facilitate.domain.indicator import Choice, Option
from facilitate.domain.scale import Chosen
from facilitate.language import Words
from facilitate.report.agreement import agreement_blocks
from facilitate.report.teller import Teller
from facilitate.report.text import render
from tests.analysis.test_agreement import answer, compared, room_on, send
from tests.analysis.test_agreement_meaning import judged
from tests.making import Room, rating, words

MIXED = [(1, 4), (1, 1), (2, 4), (4, 4), (3, 1), (4, 2), (1, 1), (4, 3), (2, 1), (3, 3)]


def messages(found: Agreement) -> list[str]:
    return [each.message.removeprefix("agreement.") for each in told.verdict_told(found)]


def text(room: Room) -> str:
    tell = Teller(room.meeting, room.laptop(), Words("en"))
    found = agreement_blocks(tell, scores(tell.meeting, tell.now), compared(room))
    return " ".join(render(found, tell.words).split())


def test_a_wide_range_is_said_but_not_where_it_is_too_little_anyhow() -> None:
    assert messages(judged(*MIXED)) == ["verdict.differing", "wide"]
    assert messages(judged(*MIXED[:9])) == ["verdict.few"]


def test_who_stands_apart_is_said_by_name() -> None:
    rows = [(1 + n % 4, 1 + n % 4, 1 + (n + 2) % 4) for n in range(12)]
    assert "stands_apart" in messages(judged(*rows))
    room = room_on(*(rating(f"A{n}", about="meeting") for n in range(12)), observers=3)
    for n, row in enumerate(rows):
        answer(room, f"A{n}", *row)
    send(room)
    assert "Without Otis the others agree better" in text(room)


def test_who_changed_scores_after_seeing_others_is_said_by_name() -> None:
    room = room_on(rating("A1"))
    answer(room, "A1", 1, 4, about="mona")
    send(room)
    room.do("olga", SheetRecalled(reason="a slip"))
    answer(room, "A1", 4, about="mona")
    room.do("olga", SheetSent())
    assert messages(compared(room))[-1] == "after_seeing"
    assert "Olga changed scores after seeing the others'" in text(room)


def test_what_the_common_scale_does_not_hold_is_said_by_code() -> None:
    options = tuple(Option(id=each, label=words(each)) for each in ("a", "b"))
    room = room_on(rating("A1", about="meeting"), Choice(id="K", text=words("K"), options=options))
    answer(room, "A1", 1, 2)
    answer(room, "K", Chosen(choices=("a",)), Chosen(choices=("a",)))
    send(room)
    found = compared(room)
    assert [each.message for each in told.compared_how(found)] == ["agreement.on_points", "agreement.left_out"]
    assert "Not compared, for they are worth no points on that scale: K." in text(room)
