"""What is told of agreement is the same, however much is reckoned."""

from __future__ import annotations

from facilitate.analysis.agreement import Agreement, agreement
from facilitate.analysis.agreement.measuring import BRIEFLY
from facilitate.analysis.agreement.whole import Reach
from facilitate.analysis.scores import scores
from facilitate.domain.meeting.view import see
from tests.analysis.test_agreement import answer, room_on, send
from tests.making import Room, rating


def reckoned(room: Room, reach: Reach) -> Agreement:
    meeting = see(room.meeting, None)
    return agreement(meeting, scores(meeting, room.laptop()), room.laptop(), reach)


def test_what_is_told_is_a_part_of_everything() -> None:
    room = room_on(*(rating(f"A{n}", about="meeting") for n in range(6)), observers=3)
    for place in range(6):
        answer(room, f"A{place}", 1 + place % 4, 1 + place % 3, 2)
    send(room)
    every, told, brief = reckoned(room, "all"), reckoned(room, "told"), reckoned(room, "briefly")
    assert told.whole == every.whole
    assert told.sections.keys() == every.sections.keys() == {"A"}
    values = {name: each.value for name, each in told.sections["A"].coefficients.items()}
    assert values == {name: every.sections["A"].coefficients[name].value for name in BRIEFLY}
    assert every.indicators
    assert not told.indicators
    assert not brief.sections
    assert brief.without == told.without == every.without
    assert brief.between == told.between == every.between
    assert brief.coverage == every.coverage
