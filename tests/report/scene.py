"""A small meeting in which a little of everything happened."""

from __future__ import annotations

from datetime import date

from facilitate.domain.events.capturing import Captured, CaptureKind, NeedsGrouped, Ranked
from facilitate.domain.events.observing import EvidenceAdded, Scored, SheetSent
from facilitate.domain.events.preparing import AttendanceCounted
from facilitate.domain.events.running import (
    EnergiserRun,
    Evaluated,
    MeetingClosed,
    StepOpened,
    StepSkipped,
    TurnEnded,
    TurnStarted,
)
from facilitate.domain.meeting.view import see
from facilitate.domain.model import Language
from facilitate.domain.people import Group, Role
from facilitate.domain.scale import Answer
from facilitate.language.words import Words
from facilitate.report.write import as_text
from tests.making import Room, small_room

WOMEN, MEN = Group(sex="women"), Group(sex="men")


def told(room: Room, language: Language = "en", person: str | None = None, width: int = 80) -> str:
    """The report as text, as that person may read it, without the isolates that nobody sees."""
    text = as_text([(see(room.meeting, person), room.laptop())], Words(language), width)
    return text.translate({0x2068: None, 0x2069: None, 0x200F: None})


def capture(room: Room, what: str, text: str, **fields: object) -> str:
    """The note-taker writes something down."""
    name = f"c{len(room.meeting.captures) + 1}"
    room.do("nora", Captured.model_validate({"capture": name, "what": CaptureKind(what), "text": text, **fields}))
    return name


def begun() -> Room:
    """Step S1 has been open for ten minutes; twenty people are there."""
    room = small_room(place="Aït Bouguemez", centre="AB1")
    room.do("nora", AttendanceCounted(group=WOMEN, number=8), AttendanceCounted(group=MEN, number=12))
    room.person("aicha", Role.PARTICIPANT, name="عائشة", group=WOMEN)
    room.person("ali", Role.PARTICIPANT, name="Ali", group=MEN)
    room.next("mona")
    room.next("mona", minutes=7)
    for number, (person, seconds) in enumerate((("mona", 200), ("aicha", 150), ("ali", 240))):
        room.do("tim", TurnStarted.model_validate({"turn": f"t{number}", "who": {"person": person}}))
        room.laptop.passes(seconds=seconds)
        room.do("tim", TurnEnded(turn=f"t{number}"))
    return room


def closed() -> Room:
    """Needs, a vote, decisions and actions; S3 was skipped; closed, with no score yet."""
    room = begun()
    road = capture(room, "need", "Transport to school", step="S1", group=WOMEN)
    water = capture(room, "need", "ماء صالح للشرب", step="S1", group=MEN)
    room.do("nora", NeedsGrouped(theme="th1", title="Roads", needs=(road,)))
    for group, counts in ((WOMEN, {road: 9, water: 2}), (MEN, {road: 1, water: 7})):
        room.do("nora", Ranked(method="dots", needs=(road, water), group=group, counts=counts))
    capture(room, "decision", "A van on market days")
    capture(room, "action", "Ask the commune", owner="aicha", due=date(2026, 8, 1), due_said="after the olives")
    capture(room, "action", "Write the letter")
    capture(room, "parking", "The bridge", owner="mona")
    capture(room, "rule", "One speaks at a time")
    room.next("mona", minutes=6)
    room.do("mona", StepSkipped(step="S3", reason="no time left"), EnergiserRun(energiser="clap", minutes=3))
    room.laptop.passes(minutes=15)
    room.do("mona", StepOpened(step="S4", predecessor="S2"))
    room.laptop.passes(minutes=9)
    room.do("mona", Evaluated(counts={"good": 11, "fair": 5, "poor": 1}), MeetingClosed())
    return room


def observed(*sent: str) -> Room:
    """As `closed`; Olga and Omar have scored, and these have sent."""
    room = closed()
    for observer, points in (("olga", 2), ("omar", 4)):
        room.do(
            observer,
            Scored(about="mona", indicator="A1", value=points),
            Scored(about="mona", indicator="A2", value=4),
            Scored(about="milo", indicator="A1", value=1),
            Scored(about="milo", indicator="A2", value=2),
            Scored(indicator="A3", value=Answer.YES),
            EvidenceAdded(
                about="mona", indicator="A1", evidence=f"e-{observer}", text=f"{observer} heard it", step="S1"
            ),
        )
    for observer in sent:
        room.do(observer, SheetSent())
    return room
