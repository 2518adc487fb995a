"""A meeting as it could have been: the youth kit, two moderators, three observers, turns, needs, decisions, actions."""

from __future__ import annotations

from datetime import date, datetime

from facilitate.domain.events.agreeing import GridProposed
from facilitate.domain.events.base import Spoke
from facilitate.domain.events.capturing import Captured, CaptureKind, NeedsGrouped, Ranked
from facilitate.domain.events.observing import MEETING, EvidenceAdded, Scored, SheetSent
from facilitate.domain.events.preparing import AgendaSet, AttendanceCounted, MeetingCreated
from facilitate.domain.events.running import Extended, MeetingClosed, StepOpened, TurnEnded, TurnStarted
from facilitate.domain.indicator import Count, Rating, YesNo
from facilitate.domain.model import Wording
from facilitate.domain.people import SETUP, Group, Role
from facilitate.domain.scale import Answer, Value
from facilitate.kits.kit_file import read_kit
from tests.making import Laptop, Room

TITLE = Wording(
    en="Youth meeting at Aït Bouguemez: needs & wishes",
    fr="Réunion des jeunes d'Aït Bouguemez : besoins & souhaits",
    ar="اجتماع شباب آيت بوكماز: الحاجيات والآمال",
)

PEOPLE = (
    ("salma", "سلمى", Role.MODERATOR),
    ("karim", "Karim", Role.MODERATOR),
    ("hassan", "Hassan", Role.TIMEKEEPER),
    ("nadia", "Nadia", Role.NOTE_TAKER),
    ("amina", "Amina", Role.OBSERVER),
    ("bilal", "بلال", Role.OBSERVER),
    ("claire", "Claire", Role.OBSERVER),
    ("fatima", "Fatima", Role.TRAINER),
)

NEEDS = (
    ("The women's road to the well floods every spring; nobody can pass with a donkey after rain.", 9),
    ("نحتاج إلى قاعة للشباب فيها حواسيب وإنترنت، مفتوحة بعد العصر.", 14),
    ("Des cours de soutien en mathématiques pour les filles du collège, près de la maison.", 6),
    ("=SUM(1,2) is what the accountant wrote on the card", 1),
)

FACTS = (
    "“Let us hear the last row”: three new speakers within five minutes.",
    "أعاد الكلام بالعربية ثم بالفرنسية («bien noté»).",
    "A demandé : « est-ce bien cela ? », puis a corrigé au tableau.",
)


def village_meeting(*, unsent: tuple[str, ...] = (), rehearsal: bool = False, closed: bool = True) -> Room:
    """The meeting; observers named in `unsent` have scored and not sent."""
    room = Room(Laptop())
    kit = read_kit("youth")
    room.do(
        SETUP,
        MeetingCreated(
            kit=kit.id,
            title=TITLE,
            place="Maison des jeunes, Tabant",
            start=datetime(2026, 7, 16, 14, 0),
            objectives=("Needs of young women and men", "First commitments"),
            rehearsal=rehearsal,
        ),
        AgendaSet(agenda=kit.agenda),
        GridProposed(grid=kit.grid),
    )
    for person, name, role in PEOPLE:
        room.person(person, role, name=name)
    for number in range(1, 9):
        room.person(f"p{number}", Role.PARTICIPANT, name=f"Participant {number}", group=_group(number))
    room.do("nadia", AttendanceCounted(group=Group(sex="women"), number=11))
    room.do("nadia", AttendanceCounted(group=Group(sex="men"), number=9))
    _run(room)
    _observe(room, unsent)
    if closed:
        room.do("salma", MeetingClosed())
    return room


def _group(number: int) -> Group:
    return Group(sex="women" if number % 2 else "men", age="15-19" if number < 5 else "20-29")


def _run(room: Room) -> None:
    agenda = room.meeting.agenda
    assert agenda
    before = None
    for place, step in enumerate(agenda.steps):
        room.do("salma", StepOpened(step=step.id, predecessor=before))
        before = step.id
        if place == 4:
            room.do("hassan", Extended(step=step.id, minutes=5, reason="the map"))
        took = step.minutes * (1.3 if place in (4, 8) else 0.9)
        if step.groups == "plenary":
            _talk(room, place, took)
        else:
            room.laptop.passes(minutes=took)
        if place == 6:
            _capture(room, step.id)


def _talk(room: Room, place: int, minutes: float) -> None:
    for turn, who in enumerate(("salma", f"p{1 + place % 8}", f"p{1 + (place + 3) % 8}", "karim")):
        room.do("hassan", TurnStarted(turn=f"t{place}-{turn}", who=Spoke(person=who)))
        room.laptop.passes(minutes=minutes * (0.15 if turn in (0, 3) else 0.3))
        room.do("hassan", TurnEnded(turn=f"t{place}-{turn}"))
    room.laptop.passes(minutes=minutes * 0.1)


def _capture(room: Room, step: str) -> None:
    kind = CaptureKind
    for number, (text, _) in enumerate(NEEDS, 1):
        room.do("nadia", Captured(capture=f"n{number}", what=kind.NEED, text=text, step=step))
    counts = {f"n{number}": dots for number, (_, dots) in enumerate(NEEDS, 1)}
    room.do("nadia", NeedsGrouped(theme="learning", title="Learning", needs=("n2", "n3")))
    room.do("nadia", Ranked(method="dots", needs=tuple(counts), counts=counts))
    room.do(
        "nadia",
        Captured(capture="d1", what=kind.DECISION, text="The hall opens every day after four.", step=step),
        Captured(
            capture="a1", what=kind.ACTION, text="Ask the commune for the key", owner="karim", due=date(2026, 8, 1)
        ),
        Captured(
            capture="a2", what=kind.ACTION, text="سؤال الجمعية عن الحواسيب", owner="p2", due_said="بعد جني الزيتون"
        ),
        Captured(capture="a3", what=kind.ACTION, text="Find a mathematics teacher"),
        Captured(capture="k1", what=kind.PARKING, text="The football ground"),
    )


def _observe(room: Room, unsent: tuple[str, ...]) -> None:
    grid = room.meeting.grid
    assert grid
    for place, observer in enumerate(("amina", "bilal", "claire")):
        for indicator in grid.indicators():
            if indicator.about != "moderator":
                value = _value(indicator, place)
                if value is not None:
                    _score(room, observer, MEETING, indicator.id, value, place)
                continue
            for shift, moderator in enumerate(("salma", "karim")):
                value = _value(indicator, place + shift)
                if value is not None:
                    _score(room, observer, moderator, indicator.id, value, place + shift)
        if observer not in unsent:
            room.laptop.passes(seconds=40)
            room.do(observer, SheetSent())


def _score(room: Room, observer: str, about: str, code: str, value: Value, place: int) -> None:
    room.do(observer, Scored(about=about, indicator=code, value=value, step="Y04"))
    if value in (1, 4) and place != 2:
        text = FACTS[(ord(code[0]) + int(code[1]) + place) % 3]
        fact = f"{observer}-{about}-{code}"
        room.do(observer, EvidenceAdded(evidence=fact, about=about, indicator=code, text=text, step="Y04"))


def _value(indicator: object, place: int) -> Value | None:
    match indicator:
        case Rating(id=code):
            number = (ord(code[0]) * 3 + int(code[1]) * 5 + place) % 9
            return Answer.NOT_OBSERVED if number == 8 else 1 + number % 4
        case YesNo(id=code):
            return Answer.NOT_APPLICABLE if code == "A3" and place == 2 else Answer.YES if place else Answer.NO
        case Count(auto=None):
            return 2 + place
        case Count(id="D5") if place == 0:
            return 35
    return None
