"""The parts of a preparation as values: what their lines say, what is kept, and what the console makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from rich.cells import cell_len

from facilitate.analysis.lacking import Lack
from facilitate.analysis.seeds import seeds
from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Event, Fact
from facilitate.domain.events import planning as n
from facilitate.domain.events import preparing as p
from facilitate.domain.people import Group, Role
from facilitate.kits.kit_file import read_kit
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.console.heading import heading
from facilitate.tui.console.neighbours import coming
from facilitate.tui.console.offering import offer
from facilitate.tui.preparing import about, lacks, steps, team, things
from facilitate.tui.seat import screens_at_first, screens_for
from facilitate.tui.telling import described
from facilitate.tui.widgets.taplist import TapRow
from tests.making import Room, small_room

EN = Words("en")
TODAY = date(2026, 7, 1)


def kept(room: Room, facts: Sequence[Fact] | Refused, by: str = "tess") -> None:
    """Have it done, as the page would."""
    assert not isinstance(facts, Refused), facts
    for fact in facts:
        room.do(by, fact)


def said(rows: Sequence[TapRow]) -> list[str]:
    return ["".join(line.plain for line in row.lines) for row in rows]


@pytest.mark.parametrize("room", [30, 40, 78, 116])
@pytest.mark.parametrize("language", CODES)
def test_every_line_fits_into_its_room(language: Code, room: int) -> None:
    words, meeting = Words(language), small_room(place="دار الشباب " * 9, audience="youth " * 20)
    meeting.do("tess", p.AgendaSet(agenda=read_kit("youth").agenda), n.StepAssigned(step="Y01", moderator="mona"))
    kept(meeting, [things.sown(each, words) for each in seeds(meeting.meeting, language)])
    for draw in (about.rows, team.rows, steps.rows, things.item_rows, things.consent_rows):
        rows = draw(meeting.meeting, words, room)
        assert rows
        assert max(cell_len(line.plain) for row in rows for line in row.lines) <= room
        assert len({len(row.lines) for row in rows}) == 1
    assert steps.head(words, room).cell_len <= room + 1


# The meeting.


def test_what_was_typed_about_the_meeting_is_kept_and_nothing_else() -> None:
    room = small_room()
    for line, typed in (
        ("title", ("What farmers need",)),
        ("where", ("Coop", "AZ1")),
        ("when", ("16 juillet", "15h30", "17:45")),
        ("audience", ("farmers",)),
        ("objectives", ("a list", "", "a plan")),
    ):
        assert about.wrong(room.meeting, line, typed, EN, TODAY) is None
        kept(room, about.changed(room.meeting, line, typed, EN, TODAY))
        again = [field.value for field in about.fields(room.meeting, line, EN, TODAY)]
        assert about.changed(room.meeting, line, again, EN, TODAY) == [], "unchanged lines keep nothing"
    found = room.meeting
    assert (found.title.to("fr"), found.place, found.centre) == ("What farmers need", "Coop", "AZ1")
    assert (found.start, found.end) == (datetime(2026, 7, 16, 15, 30), datetime(2026, 7, 16, 17, 45))
    assert (found.audience, found.objectives) == ("farmers", ("a list", "a plan"))
    assert "16 July 2026, 15:30 · end locked at 17:45" in said(about.rows(found, EN, 78))[2]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("soon", "15:00", ""), "“soon”"),
        (("16 July", "25:00", ""), "“25:00”"),
        (("16 July", "15:00", "late"), "“late”"),
    ],
)
def test_a_day_or_an_hour_that_is_none_is_told(typed: tuple[str, ...], why: str) -> None:
    assert why in (about.wrong(small_room().meeting, "when", typed, EN, TODAY) or "")


def test_an_end_after_midnight_is_on_the_next_day_and_an_empty_one_opens_it() -> None:
    room = small_room()
    kept(room, about.changed(room.meeting, "when", ("16 July", "22:00", "00:30"), EN, TODAY))
    assert room.meeting.end == datetime(2026, 7, 17, 0, 30)
    kept(room, about.ended(room.meeting, ""))
    assert room.meeting.end is None
    (locked,) = about.ended(room.meeting, "21:00")
    assert isinstance(room.try_("tess", locked), Refused), "an end before the start is a slip of the finger"


# People.


def test_the_team_is_listed_by_what_it_does_and_roles_that_nobody_has_are_told() -> None:
    room = small_room()
    kept(room, team.observing(room.meeting, room.meeting.people["olga"], {"milo"}))
    kept(room, team.observing(room.meeting, room.meeting.people["omar"], {"mona", "milo"}))
    assert room.meeting.people["omar"].observes == (), "all of them is everybody there will be"
    lines = said(team.rows(room.meeting, EN, 78))
    assert [line.split()[0] for line in lines] == ["Mona", "Milo", "Olga", "Omar", "Nora", "Tim", "Tess"]
    assert "observes Milo" in lines[2]
    assert "observes all" in lines[3]
    assert team.unfilled(room.meeting, EN) == "Nobody yet as: co-moderator, host"


def test_whoever_is_taken_off_before_the_start_has_nothing_to_do_and_later_has_left() -> None:
    room = small_room()
    kept(room, team.taken_off(room.meeting, room.meeting.people["tim"]))
    assert "tim" not in [each.id for each in team.staff(room.meeting)]
    assert not room.meeting.people["tim"].left
    room.next("mona")
    kept(room, team.taken_off(room.meeting, room.meeting.people["nora"]), by="mona")
    assert room.meeting.people["nora"].left


def test_roles_are_several_and_being_a_participant_stays() -> None:
    room = small_room()
    room.do("tess", p.PersonChanged(person="nora", roles=frozenset({Role.NOTE_TAKER, Role.PARTICIPANT})))
    kept(room, team.with_roles(room.meeting.people["nora"], {"host", "timekeeper"}))
    assert room.meeting.people["nora"].roles == {Role.HOST, Role.TIMEKEEPER, Role.PARTICIPANT}
    assert team.with_roles(room.meeting.people["nora"], {"host", "timekeeper"}) == []


# The agenda.


def test_minutes_go_down_to_the_floor_and_what_is_announced_follows() -> None:
    room = small_room()
    step = room.meeting.agenda and room.meeting.agenda.step("S1")
    assert step
    kept(room, steps.by_minutes(room.meeting, step, -4))
    assert room.meeting.announced_minutes == 36
    step = room.meeting.agenda and room.meeting.agenda.step("S1")
    assert step
    refused = steps.by_minutes(room.meeting, step, -1)
    assert isinstance(refused, Refused)
    assert EN(refused.message, **refused.values) == "Step S1 needs 6 minutes at the least. Enter changes that."


def test_once_a_step_was_opened_minutes_are_retimed_and_what_is_over_stays() -> None:
    room = small_room()
    for _ in range(3):
        room.next("mona")
    agenda = room.meeting.agenda
    assert agenda
    over = steps.by_minutes(room.meeting, agenda.steps[1], 1)
    assert isinstance(over, Refused)
    kept(room, steps.by_minutes(room.meeting, agenda.steps[3], 5))
    assert room.meeting.planned_minutes("S3") == 15
    assert room.meeting.announced_minutes == 40, "what people were told stays"
    kept(room, steps.edited(room.meeting, agenda.steps[3], "other", 12, 4, EN))
    changed = room.meeting.agenda and room.meeting.agenda.step("S3")
    assert changed
    assert (changed.title.to("en"), changed.min_minutes, room.meeting.planned_minutes("S3")) == ("other", 4, 12)


def order(room: Room) -> str:
    return " ".join(step.id for step in (room.meeting.agenda.steps if room.meeting.agenda else ()))


def test_steps_move_by_one_place_and_never_past_one_that_was_opened() -> None:
    room = small_room()
    kept(room, steps.moved(room.meeting, "S2", 1))
    assert order(room) == "S0 S1 S3 S2 S4"
    kept(room, steps.moved(room.meeting, "S2", -1))
    kept(room, steps.moved(room.meeting, "S0", 1))
    kept(room, steps.moved(room.meeting, "S0", -1))
    assert order(room) == "S0 S1 S2 S3 S4"
    assert steps.moved(room.meeting, "S0", -1) == steps.moved(room.meeting, "S4", 1) == []
    room.next("mona"), room.next("mona")
    assert isinstance(steps.moved(room.meeting, "S2", -1), Refused)
    assert isinstance(steps.moved(room.meeting, "S1", 1), Refused)
    kept(room, steps.moved(room.meeting, "S3", -1))
    assert order(room) == "S0 S1 S3 S2 S4"


def test_a_new_step_comes_after_the_chosen_one_and_never_before_one_that_was_opened() -> None:
    room = small_room()
    assert room.meeting.agenda
    own = steps.own_step(room.meeting, room.meeting.agenda, "Tea", 10, "S1", EN)
    kept(room, steps.put_in(room.meeting, own, "S1"))
    assert order(room) == "S0 S1 X1 S2 S3 S4"
    assert (own.min_minutes, own.phase) == (6, "exploring")
    for _ in range(4):
        room.next("mona")
    late = steps.own_step(room.meeting, room.meeting.agenda, "Late", 5, "S0", EN)
    kept(room, steps.put_in(room.meeting, late, "S0"))
    assert order(room) == "S0 S1 X1 S2 X2 S3 S4"


def test_the_library_offers_what_this_agenda_does_not_have_and_brings_back_what_was_dropped() -> None:
    room, library = small_room(), [read_kit(kit).agenda for kit in ("youth", "farmers")]
    room.do("tess", p.AgendaSet(agenda=library[0]))
    room.do("tess", n.StepDropped(step="Y04"))
    assert room.meeting.agenda
    offered = [step for _, step in steps.unused(room.meeting.agenda, library)]
    assert [step.id for step in offered][:2] == ["Y04", "F00"]
    kept(room, steps.put_in(room.meeting, steps.taken_over(room.meeting.agenda, offered[0]), "Y03"))
    assert room.meeting.agenda.steps[4].id == "Y04"
    clashing = offered[1].model_copy(update={"id": "Y01"})
    assert steps.taken_over(room.meeting.agenda, clashing).id == "X1"


# The checklist, the expected, consent.


def test_expected_groups_are_counted_like_those_who_are_there() -> None:
    room = small_room()
    kept(room, things.expected(room.meeting, 0, 0, 8))
    kept(room, things.expected(room.meeting, 1, 0, 5))
    assert [(each.group, each.number) for each in room.meeting.expected] == [
        (Group(sex="women"), 8),
        (Group(sex="men"), 5),
    ]
    kept(room, things.expected(room.meeting, 0, 0, 0))
    assert [each.group.sex for each in room.meeting.expected] == ["men"], "nobody takes the group off the list"
    assert room.meeting.attendance == (), "who is expected is not there yet"


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("6", date(2027, 1, 16)),
        ("٦", date(2027, 1, 16)),
        ("6 months", date(2027, 1, 16)),
        ("12 mois après la réunion", date(2027, 7, 16)),
        ("3 أشهر", date(2026, 10, 16)),
        ("2027-03-01", date(2027, 3, 1)),
        ("12 March 2027", date(2027, 3, 12)),
        ("0", None),
        ("a while", None),
        ("999", None),
    ],
)
def test_consent_lasts_some_months_after_the_meeting_or_until_a_day(typed: str, until: date | None) -> None:
    assert things.read_until(typed, small_room().meeting, TODAY, "en") == until


def test_months_end_with_their_last_day() -> None:
    assert things.months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert things.months_after(date(2026, 12, 31), 12) == date(2027, 12, 31)


def test_own_words_and_the_day_are_kept_beside_each_other() -> None:
    room = small_room()
    assert "observed" in things.consent_said(room.meeting, EN)
    kept(room, things.consent_set(room.meeting, "until", "6", date(2027, 1, 16)))
    kept(room, things.consent_set(room.meeting, "wording", "We learn from you.", None))
    assert things.consent_said(room.meeting, EN) == (
        "We learn from you.\nNotes and scores are kept until 16 January 2027, then erased."
    )
    consent = room.meeting.consent
    assert things.consent_set(room.meeting, "until", "", consent.until if consent else None) == []


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
