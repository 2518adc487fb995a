"""The projector: what the room is shown in each part of a meeting; and never a name."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from facilitate.domain.agenda import Agenda
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.capturing import Captured, CaptureKind, Pair, Ranked
from facilitate.domain.events.observing import MEETING, EvidenceAdded, Scored, SheetSent
from facilitate.domain.events.preparing import AgendaSet, AttendanceCounted, MeetingChanged, PersonNamed
from facilitate.domain.events.running import (
    ChairTaken,
    Extended,
    MeetingClosed,
    Paused,
    StepClosed,
    StepOpened,
    TrackOpened,
    TurnEnded,
    TurnQueued,
    TurnStarted,
)
from facilitate.domain.people import SETUP, Group, Role
from facilitate.kits.kit_file import read_kit
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.projector.picture import Shown, shown
from tests.making import Room, small_room

WOMEN, MEN = Group(sex="women"), Group(sex="men")
NAMES = {
    "tess": "Zztess",
    "mona": "Zzmona",
    "milo": "Zzmilo",
    "tim": "Zztim",
    "nora": "Zznora",
    "olga": "Zzolga",
    "omar": "Zzomar",
    "aicha": "Zzaicha",
}


@cache
def agenda() -> Agenda:
    return read_kit("youth").agenda


def named_room() -> Room:
    """The youth kit's agenda, and people whose names cannot be taken for anything else; `aicha` takes part."""
    room = small_room()
    room.person("aicha", Role.PARTICIPANT, group=WOMEN)
    room.do(SETUP, AgendaSet(agenda=agenda()), *(PersonNamed(person=each, name=name) for each, name in NAMES.items()))
    room.do(SETUP, MeetingChanged(place="Zaouiat Ahansal"))
    return room


def picture(room: Room) -> Shown:
    return shown(room.meeting, room.laptop(), Words("en"))


def text_of(found: Shown) -> str:
    """Everything that is in a picture."""
    faces = [part for face in found.faces for part in (face.title, face.below, face.time, face.said)]
    boards = [*found.main, *found.aside]
    lines = [f"{board.heading} {line.mark} {line.text} {line.beside}" for board in boards for line in board.lines]
    return "\n".join([found.above, found.title, found.below, *faces, *lines])


def lists_of(found: Shown) -> dict[str, list[str]]:
    return {board.heading: [line.text for line in board.lines] for board in found.main}


def capture(room: Room, what: CaptureKind, text: str, **fields: object) -> None:
    number = len(room.meeting.captures)
    room.do("nora", Captured.model_validate({"capture": f"c{number}", "what": what, "text": text, **fields}))


def go_to(room: Room, step: str) -> None:
    current = room.meeting.current.step if room.meeting.current else None
    room.laptop.passes(minutes=1)
    room.do("mona", StepOpened(step=step, predecessor=current))


def test_before_the_start_the_room_reads_where_it_is_when_it_begins_and_what_will_be_done() -> None:
    found = picture(named_room())
    assert (found.title, found.faces[0].time) == ("small meeting", "14:00")
    assert "Zaouiat Ahansal" in found.below
    first, second = found.main[0].lines[:2]
    assert (first.mark.strip(), second.mark.strip()) == ("13:50", "14:00"), "people arrive before the announced hour"


def test_each_part_of_the_meeting_shows_what_it_needs_most() -> None:
    room = named_room()
    go_to(room, "Y03")
    assert "What we will do" in lists_of(picture(room)), "no rule was agreed yet"
    capture(room, CaptureKind.RULE, "one at a time")
    assert lists_of(picture(room)) == {"Our rules": ["one at a time"]}
    go_to(room, "Y05")
    assert lists_of(picture(room)) == {"Our rules": ["one at a time"]}, "no need was said yet"
    capture(room, CaptureKind.NEED, "water")
    capture(room, CaptureKind.NEED, "light")
    assert lists_of(picture(room)) == {"Our needs": ["water", "light"]}
    go_to(room, "Y08")
    room.do("nora", Ranked(method="dots", needs=("c1", "c2"), counts={"c1": 2, "c2": 8}))
    found = picture(room)
    assert lists_of(found) == {"Our needs, by dots": ["light", "water"]}
    assert [(line.mark, line.share, line.beside) for line in found.main[0].lines] == [
        ("1.", 1.0, "8"),
        ("2.", 0.25, "2"),
    ]
    go_to(room, "Y10")
    capture(room, CaptureKind.DECISION, "ask the commune")
    capture(room, CaptureKind.ACTION, "write the letter", owner="aicha", due=date(2026, 10, 1))
    found = picture(room)
    assert lists_of(found) == {"What we decided": ["ask the commune"], "What will be done": ["write the letter"]}
    assert "1 October 2026" in text_of(found)
    room.do("mona", StepClosed(step="Y10"))
    assert (picture(room).title, lists_of(picture(room))) == ("We go on in a moment", {"Our rules": ["one at a time"]})
    room.do("mona", MeetingClosed())
    found = picture(room)
    assert (found.title, found.below) == ("Thank you", "1 action was agreed.")
    assert lists_of(found) == {"What we decided": ["ask the commune"]}


def test_what_was_not_ranked_has_no_place_and_a_tie_is_said() -> None:
    room = named_room()
    for need in ("water", "light", "road"):
        capture(room, CaptureKind.NEED, need)
    go_to(room, "Y08")
    room.do("nora", Ranked(method="pair", needs=("c0", "c1"), pairs=(Pair(winner="c0", loser="c1"),)))
    assert [(line.mark, line.beside) for line in picture(room).main[0].lines] == [("1.", "1"), ("2.", "0"), ("–", "")]
    room.do("nora", Ranked(method="dots", needs=("c0", "c1", "c2"), counts={"c0": 3, "c1": 3, "c2": 1}))
    assert [line.mark for line in picture(room).main[0].lines] == ["1=", "1=", "3."]


def test_the_clock_says_in_words_how_it_stands() -> None:
    room = named_room()
    go_to(room, "Y01")
    states = []
    for minutes in (1, 6, 2):
        room.laptop.passes(minutes=minutes)
        face = picture(room).faces[0]
        states.append((face.time, face.state, face.said))
    room.do("mona", Paused())
    assert states == [
        ("7:00", "", "left of 8 minutes"),
        ("1:00", "soon", "left of 8 minutes · soon over"),
        ("+1:00", "over", "OVER the time · planned 8 minutes"),
    ]
    assert picture(room).faces[0].said.startswith("PAUSED")
    room.do("mona", Extended(step="Y01", minutes=5))
    assert picture(room).faces[0].time == "4:00"


def test_groups_that_are_apart_stand_side_by_side_each_with_its_own_clock() -> None:
    room = named_room()
    go_to(room, "Y05")
    for number in (1, 2):
        room.do("mona", TrackOpened(track=f"t{number}", title=f"Group {number}", step="Y05"))
    room.laptop.passes(minutes=2)
    room.do("mona", Extended(step="Y05", minutes=3, track="t2"))
    found = picture(room)
    assert [(face.title, face.time) for face in found.faces] == [("Group 1", "12:00"), ("Group 2", "15:00")]
    assert all(face.below == "From the map to our needs" for face in found.faces)


def spoken(room: Room, number: int, group: Group, minutes: float) -> None:
    room.do("tim", TurnStarted(turn=f"t{number}", who=Spoke(group=group)))
    room.laptop.passes(minutes=minutes)
    room.do("tim", TurnEnded(turn=f"t{number}"))


def test_the_balance_of_groups_is_shown_only_when_the_log_can_carry_it() -> None:
    room = named_room()
    room.do("nora", AttendanceCounted(group=WOMEN, number=6), AttendanceCounted(group=MEN, number=6))
    go_to(room, "Y03")
    spoken(room, 1, WOMEN, 1)
    spoken(room, 2, MEN, 3)
    found = picture(room).aside[0].lines
    assert [(line.share, line.tick) for line in found] == [(0.75, 0.5), (0.25, 0.5)]
    room.laptop.passes(minutes=30)
    assert picture(room).aside == (), "who spoke for most of the time is not known"


@pytest.mark.parametrize("language", CODES)
def test_no_name_and_no_score_is_ever_shown(language: Code) -> None:
    room = named_room()
    seen = [picture(room)]
    room.do("nora", AttendanceCounted(group=WOMEN, number=6), AttendanceCounted(group=MEN, number=6))
    for kind in CaptureKind:
        capture(room, kind, f"some {kind}", owner="aicha", due_said="after the olives")
    room.do("olga", Scored(about="mona", indicator="A1", value=3))
    room.do("olga", EvidenceAdded(about=MEETING, indicator="A3", evidence="e1", text="zzfact"), SheetSent())
    room.do("tim", TurnQueued(turn="q", who=Spoke(person="milo")))
    for number, step in enumerate(agenda().steps):
        go_to(room, step.id)
        room.do("tim", TurnStarted(turn=f"p{number}", who=Spoke(person="aicha")))
        chair = room.meeting.chair or "mona"
        room.do(
            "milo" if chair == "mona" else "mona", ChairTaken(from_=chair, to="milo" if chair == "mona" else "mona")
        )
        seen.append(shown(room.meeting, room.laptop(), Words(language)))
    room.do("mona", TrackOpened(track="t1", title="Group 1", step="Y11", moderator="milo", observers=("olga",)))
    seen.append(picture(room))
    room.do("mona", MeetingClosed())
    seen.append(picture(room))
    for found in seen:
        told = text_of(found).casefold()
        assert "zz" not in told, found.title
        assert "indicator" not in told
