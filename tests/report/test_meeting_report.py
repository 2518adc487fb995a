"""What people read about one meeting."""

from __future__ import annotations

import re

import pytest

from facilitate.domain.events.agreeing import AgreementRuleSet
from facilitate.domain.events.observing import ConsensusSet, SheetRecalled
from facilitate.domain.events.preparing import PersonErased, Retimed
from facilitate.domain.events.running import ChairTaken
from facilitate.domain.meeting.state import Clash, Meeting
from facilitate.domain.model import Language, replaced
from facilitate.domain.people import SETUP
from facilitate.kits.kit_file import read_kit
from facilitate.kits.rehearsal.play import play
from facilitate.language.words import END_ISOLATE, ISOLATE, Words
from facilitate.report.write import as_text
from tests.making import Laptop, sealing, small_room, yes
from tests.report.scene import begun, capture, closed, observed, told


def test_says_who_where_and_when() -> None:
    text = told(closed())
    for said in ("Place: Aït Bouguemez", "16 July 2026, 14:00", "Moderated by: Mona, Milo", "Observed by: Olga, Omar"):
        assert said in text
    assert "20 participants were present" in text
    assert "women: 8" in text


def test_says_plainly_that_it_is_a_rehearsal() -> None:
    assert "rehearsal" not in told(small_room())
    assert "This is a rehearsal" in told(small_room(rehearsal=True))


def test_steps_with_planned_and_actual_minutes() -> None:
    text = told(closed())
    assert re.search(r"step 1 +10 +16\n", text)
    assert re.search(r"step 3 +10 +skipped\n", text)
    assert "step 3. Reason: no time left" in text
    assert "began 7 minutes late" in text


def test_new_minutes_and_who_led_are_told() -> None:
    room = begun()
    room.do("mona", Retimed(minutes={"S3": 6}, agreed=True), ChairTaken(from_="mona", to="milo"))
    room.do("mona", ChairTaken(from_="milo", to="mona", how="absent"))
    text = told(room)
    assert re.search(r"agreed with the group: step 3: 10 → 6 min", text)
    assert "Mona took the lead, because Milo was not there" in text


def test_a_step_under_way_is_said_to_be_open() -> None:
    text = told(begun())
    assert "still open" in text
    assert "Not closed yet" in text


def test_an_agreed_grid_names_who_signed() -> None:
    room = small_room()
    assert "Not agreed" in told(room)
    assert room.meeting.grid
    room.do("tess", AgreementRuleSet(rule="quorum", quorum=2))
    for person in ("mona", "olga"):
        room.do(person, *(yes(room.meeting.grid, code) for code in room.meeting.grid.content_of))
    room.do("tess", sealing(room))
    text = told(room)
    assert "Not agreed" not in text
    assert "Signed by: Mona, Olga" in text
    assert room.meeting.grid.short_fingerprint in text


def test_needs_by_step_and_group_with_theme_and_ranking() -> None:
    text = told(closed())
    assert "step 1, women:\n  - Transport to school" in text
    assert "Roads (1 need): Transport to school" in text
    assert re.search(r"Need +Total +women +men\n", text)
    assert re.search(r"1 +Roads +10 +9 +1\n", text)


def test_what_is_missing_of_an_action_is_said() -> None:
    text = told(closed())
    assert re.search(r"Ask the commune +عائشة +1 August 2026 \(after the olives\)", text)
    assert re.search(r"Write the letter +nobody named +no date", text)
    assert "1 action still lacks a person or a date." in text


def test_speaking_balance_only_when_the_turns_cover_enough() -> None:
    assert re.search(r"The balance of speaking is not shown: (.*\n)?.*60 %", told(closed()))
    text = told(begun())
    assert "Moderators took 34 % of the speaking time." in text
    assert "women: 40 % of the people, 38 % of the speaking time, that is 0.96 of their" in text


@pytest.mark.parametrize("sent", [(), ("olga",)])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_hidden_sheets_leak_nothing(sent: tuple[str, ...], language: Language) -> None:
    bare, text = told(closed(), language), told(observed(*sent), language)
    assert "heard it" not in text
    assert "indicator A1" not in text
    titles = {"en": "Means by section", "fr": "Moyennes par rubrique", "ar": "المعدلات حسب المحاور"}
    assert titles[language] not in text
    assert bare.split("\n\n\n")[:8] == text.split("\n\n\n")[:8]


def test_who_has_not_sent_is_named_with_the_reason() -> None:
    text = told(observed("olga"))
    assert "1 scoresheet has not been sent; until then nobody else sees it: Omar" in text
    assert "1 scoresheet stays hidden until all have sent: Olga" in text


def test_an_observer_reads_their_own_sheet_before_sending() -> None:
    text = told(observed(), person="omar")
    assert "omar heard it" in text
    assert "olga heard it" not in text


def test_scores_once_all_have_sent() -> None:
    text = told(observed("olga", "omar"))
    assert re.search(r"section A +3\.5 \(1\.0\) +1\.5 \(0\.0\)", text)
    best, talk = text.split("What went best")[1].split("What to talk about")
    assert "indicator A2 (Mona): 4.0 out of 4" in best
    assert "indicator A1 (Milo): 1.0 out of 4" in talk
    assert "indicator A1 (Mona): 3.0 out of 4; observers 2.0 apart" in talk
    assert "olga heard it (Mona, step 1)" in text


def test_a_sheet_taken_back_is_hidden_again() -> None:
    room = observed("olga", "omar")
    room.do("omar", SheetRecalled(reason="wrong line"))
    text = told(room)
    assert "omar heard it" not in text
    assert "recalled for a correction" in text


def test_agreed_scores_with_their_reason() -> None:
    room = observed("olga", "omar")
    room.do("tess", ConsensusSet(about="mona", indicator="A1", value=3, reason="both were right"))
    assert "indicator A1: 3 (level 3) (Mona). Reason: both were right" in told(room)


def test_a_meeting_that_has_not_begun_tells_only_what_was_prepared() -> None:
    text = told(small_room())
    assert "The meeting has not begun." in text
    for absent in ("Needs", "Decisions", "What happened", "How the meeting was managed", "not shown"):
        assert absent not in text


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_meeting_without_anything_has_a_report(language: Language) -> None:
    text = as_text([(Meeting(), Laptop()())], Words(language))
    assert text.strip()
    assert "report." not in text


def test_an_erased_person_has_no_name_left() -> None:
    room = closed()
    room.do(SETUP, PersonErased(person="aicha"))
    text = told(room)
    assert "عائشة" not in text
    assert re.search(r"Ask the commune +\(name erased\)", text)


def test_clashes_and_unknown_events_are_told() -> None:
    room = closed()
    clash = Clash(message="clash.step_opened", event="r:1", by="milo", values={"step": "S2", "open": ""})
    meeting = replaced(room.meeting, clashes=(clash,), unknown=2)
    text = as_text([(meeting, room.laptop())], Words("en"))
    assert "2 events come from a newer version" in text
    assert "(entered by Milo)" in text


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_no_message_is_left_without_a_sentence(language: Language) -> None:
    text = told(observed("olga", "omar"), language)
    assert not re.search(r"\b(report|common|analysis)\.[a-z_]+", text)
    assert "{" not in text


def test_a_long_note_wraps() -> None:
    room = closed()
    capture(room, "note", "x" * 4_000 + " " + "word " * 1_200)
    assert max(map(len, told(room).split("\n"))) <= 80


@pytest.mark.parametrize("kit", ["youth", "farmers"])
def test_an_arabic_meeting_is_told_in_arabic(kit: str) -> None:
    meeting = play(read_kit(kit), 7, language="ar").meeting
    assert meeting.closed
    text = as_text([(meeting, meeting.closed)], Words("ar"))
    assert meeting.grid
    for latin in (meeting.grid.short_fingerprint, meeting.grid.version, meeting.centre, f"{ISOLATE}{kit}{END_ISOLATE}"):
        text = text.replace(latin, "")
    assert re.findall("[A-Za-z]+", text) == []
