"""Agreement and what is talked about tell nobody anything of a sheet that was not sent, whatever stands on it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitate.analysis.agreement import agreement
from facilitate.analysis.debriefing import Voice, items
from facilitate.analysis.scores import scores
from facilitate.cli.agreement_data import as_json
from facilitate.domain.events.observing import DebriefOpened, EvidenceAdded, Scored, SheetRecalled, SheetSent, Tallied
from facilitate.domain.meeting.view import see
from facilitate.domain.scale import Answer, Value
from facilitate.language import Words
from facilitate.report.agreement import agreement_blocks
from facilitate.report.teller import Teller
from tests.making import Room, small_room

VALUES: tuple[Value | None, ...] = (None, 1, 2, 3, 4, Answer.NOT_OBSERVED, Answer.NOT_APPLICABLE)
SHEETS = st.fixed_dictionaries({code: st.sampled_from(VALUES) for code in ("A1", "A2")} | {"B3": st.integers(0, 3)})


def told(hidden: dict[str, Value | None], recalled: bool, opened: bool, person: str | None) -> object:
    """Everything that one person can learn, where three observers sent and otis did not, or sent and took it back."""
    room: Room = small_room(observers=4)
    if recalled:
        room.do("otis", Scored(about="mona", indicator="A1", value=2), SheetSent(), SheetRecalled(reason="not yet"))
    for place, observer in enumerate(("olga", "omar", "ofra")):
        for code in ("A1", "A2"):
            room.do(observer, Scored(about="mona", indicator=code, value=1 + place % 3))
        room.do(observer, Tallied(indicator="B3"), SheetSent())
    for code in ("A1", "A2"):
        value = hidden[code]
        room.do("otis", Scored(about="mona", indicator=code, value=value))
        if value is not None:
            room.do("otis", EvidenceAdded(about="mona", indicator=code, evidence=f"e{code}", text=f"secret {value}"))
    times = hidden["B3"]
    assert isinstance(times, int)
    for _ in range(times):
        room.do("otis", Tallied(indicator="B3"))
    if opened:
        room.do("tess", DebriefOpened(reason="late"))
    meeting, now = see(room.meeting, person), room.laptop()
    scored = scores(meeting, now)
    found, words = agreement(meeting, scored, now), Words("en")
    spoken = [(each.cell, *map(_said, each.voices)) for each in items(meeting, scored, found, now)]
    return as_json(meeting, found, words), spoken, agreement_blocks(Teller(meeting, now, words), scored, found)


def _said(voice: Voice) -> tuple[str, Value | None, tuple[str, ...]]:
    """Without the moments, which an earlier press moves."""
    return voice.observer, voice.given.value if voice.given else None, tuple(each.text for each in voice.evidence)


@given(
    SHEETS,
    SHEETS,
    st.booleans(),
    st.booleans(),
    st.sampled_from((None, "tess", "mona", "nora", "olga", "omar", "nobody")),
)
def test_whatever_an_unsent_sheet_holds_everybody_else_is_told_the_same(
    one: dict[str, Value | None], other: dict[str, Value | None], recalled: bool, opened: bool, person: str | None
) -> None:
    assert told(one, recalled, opened, person) == told(other, recalled, opened, person)
