"""What comes of a preparation: what it still lacks, who is told to lead, who begins with it, what was taken back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from rich.cells import cell_len

from facilitate.analysis.lacking import Lack
from facilitate.domain.events import Event, Fact
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.events.observing import Scored, SheetSent
from facilitate.domain.people import Group, Role
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.console.heading import heading
from facilitate.tui.console.neighbours import coming, moderating
from facilitate.tui.console.offering import offer
from facilitate.tui.preparing import lacks
from facilitate.tui.seat import screens_at_first, screens_for
from facilitate.tui.telling import described
from tests.making import Room, small_room

EN = Words("en")

# What is missing.


@pytest.mark.parametrize(("width", "most"), [(42, 3), (78, 2), (118, 2), (400, 2)])
@pytest.mark.parametrize("language", CODES)
def test_what_is_missing_stands_in_whole_pieces_and_the_rest_is_counted(language: Code, width: int, most: int) -> None:
    words = Words(language)
    found = [Lack("lacking.place", "about"), Lack("lacking.unassigned", "agenda", values={"count": 11})] * 5
    text = lacks.lacks_lines(found, {"about": "m", "agenda": "a"}, words, width, most)
    lines = text.plain.splitlines()
    assert len(lines) <= most
    assert max(map(cell_len, lines)) <= width
    shown = text.plain.count(words("lacking.place")) + text.plain.count(words("lacking.unassigned", count=11))
    assert shown > 1
    assert text.plain.endswith(words("lacking.more", count=10 - shown)) == (shown < 10)
    assert not any(line.rstrip().endswith((" m", " a")) for line in lines), "no key is parted from its words"


def test_where_nothing_is_missing_the_meeting_can_start() -> None:
    assert lacks.lacks_lines([], {}, EN, 60, 2).plain == "Nothing is missing: the meeting can start."


# In the meeting.


def planned_room() -> Room:
    room = small_room()
    room.do("tess", n.StepAssigned(step="S1", moderator="mona"))
    room.do("tess", n.StepAssigned(step="S2", moderator="milo"))
    return room


def test_the_console_says_who_is_to_moderate_where_it_is_not_who_leads() -> None:
    room = planned_room()
    room.next("mona"), room.next("mona")
    assert "Milo · S2 step 2" in coming(room.meeting, room.meeting.plenary, EN).plain
    assert "Mona leads" in heading(room.meeting, room.meeting.plenary, room.laptop(), EN).second
    assert "planned" not in heading(room.meeting, room.meeting.plenary, room.laptop(), EN).second
    room.next("mona")
    assert "Mona leads, planned: Milo" in heading(room.meeting, room.meeting.plenary, room.laptop(), EN).second


def test_the_agenda_names_a_moderator_where_it_changes_and_beside_where_the_meeting_stands() -> None:
    room = small_room()
    for step, who in (("S1", "mona"), ("S2", "mona"), ("S3", "mona"), ("S4", "milo")):
        room.do("tess", n.StepAssigned(step=step, moderator=who))
    assert moderating(room.meeting, room.meeting.plenary) == {"S1": "Mona", "S4": "Milo"}
    room.next("mona"), room.next("mona")
    assert moderating(room.meeting, room.meeting.plenary) == {"S1": "Mona", "S2": "Mona", "S4": "Milo"}


def test_the_lead_is_offered_to_the_two_whom_it_concerns() -> None:
    room = planned_room()
    room.next("mona"), room.next("mona")
    assert {person: offer(room.meeting, person, "h", EN) for person in ("mona", "milo")} == {"mona": "", "milo": ""}
    room.next("mona")
    assert offer(room.meeting, "mona", "h", EN) == "Milo is to moderate S2: h hands the lead over."
    assert offer(room.meeting, "milo", "h", EN) == "You are to moderate S2: h takes the lead."
    assert offer(room.meeting, "tim", "h", EN) == offer(room.meeting, "mona", "", EN) == ""


def test_whoever_made_a_meeting_goes_on_preparing_it() -> None:
    room = small_room()
    assert screens_at_first(room.meeting, "tess", False)[0] == "prepare"
    assert screens_at_first(room.meeting, "mona", True)[0] == "step", "there is a trainer who prepares"
    room.do("tess", p.PersonChanged(person="tess", roles=frozenset({Role.OBSERVER})))
    assert screens_at_first(room.meeting, "mona", True)[0] == "prepare"
    assert screens_at_first(room.meeting, "mona", False)[0] == "step"
    assert screens_at_first(room.meeting, "olga", True)[0] == "observe"
    room.next("mona")
    assert screens_at_first(room.meeting, "mona", True)[0] == "step"
    assert "prepare" in screens_for(room.meeting.people["nora"]), "the team sees to the checklist, too"


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (n.StepAssigned(step="S2", moderator="milo"), "S2 Milo"),
        (n.ItemSet(item="i", what="material", text="cards"), "cards"),
        (n.ExpectedSet(group=Group(sex="women"), number=8), "women 8"),
        (n.EndLocked(end=datetime(2026, 7, 16, 17)), "17:00"),
        (n.ConsentSet(until=date(2027, 1, 16)), "16 January 2027"),
        (p.MeetingChanged(place="Coop"), "Coop"),
        (p.PersonChanged(person="milo", roles=frozenset()), "Milo"),
        (n.StepDropped(step="S3"), "S3"),
    ],
)
def test_what_was_taken_back_is_named(fact: Fact, told: str) -> None:
    room = small_room()
    event: Event = room.do("tess", fact)
    assert told in described(event, room.meeting, EN)


def test_a_trainer_begins_with_what_was_sent_where_it_came_from_paper() -> None:
    room = small_room()
    assert screens_at_first(room.meeting, "tess", False)[0] == "prepare"
    room.do("olga", Scored(about="mona", indicator="A1", value=3), SheetSent())
    assert screens_at_first(room.meeting, "tess", False)[0] == "review"
