"""What the debrief draws, without a screen: nothing is wider than its place, and every answer is found in it."""

from __future__ import annotations

import pytest
from rich.text import Text

from facilitate.domain.events.base import Origin
from facilitate.domain.events.observing import ConsensusSet, EvidenceAdded, Scored
from facilitate.domain.model import replaced
from facilitate.domain.scale import Answer
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.debriefing.between import between
from facilitate.tui.debriefing.columns import Said, side_by_side
from facilitate.tui.debriefing.heat import heat
from facilitate.tui.debriefing.known import Known
from facilitate.tui.debriefing.letters import letters
from facilitate.tui.debriefing.lines import lines
from facilitate.tui.debriefing.profile import MEAN, profile
from facilitate.tui.debriefing.talking import Talking
from facilitate.tui.observer.evidence import stamp
from facilitate.tui.telling import described
from tests.analysis.test_agreement import answer, room_on, send
from tests.making import Room, rating, small_room


def three(language: Code = "en") -> Known:
    """Three observers who differ on one of three indicators."""
    room: Room = room_on(rating("A1"), rating("A2"), rating("A3"), observers=3)
    answer(room, "A1", 1, 4, 4, about="mona")
    answer(room, "A2", 3, 3, 3, about="mona")
    answer(room, "A3", 2, Answer.NOT_OBSERVED, 2, about="mona")
    room.do("olga", EvidenceAdded(about="mona", indicator="A1", evidence="e1", text="she cut Aicha short twice"))
    room.do("omar", EvidenceAdded(about="mona", indicator="A1", evidence="e2", text="she smiled"))
    send(room)
    return Known(room.meeting, "tess", room.laptop(), Words(language).for_lines())


def plain(found: list[Text]) -> str:
    return "\n".join(each.plain for each in found)


@pytest.mark.parametrize(
    ("names", "signs"),
    [
        (("Olga", "Hassan"), ("O", "H")),
        (("Salma", "Said"), ("Sal", "Sai")),
        (("Aicha Naciri", "Aicha Tazi"), ("AN", "AT")),
        (("Ali", "Ali"), ("1", "2")),
        (("", "Ali"), ("1", "2")),
        (("سلمى", "يوسف"), ("س", "ي")),
    ],
)
def test_observers_are_told_apart_by_as_little_as_can_be(names: tuple[str, ...], signs: tuple[str, ...]) -> None:
    assert tuple(letters({str(place): name for place, name in enumerate(names)}).values()) == signs


def test_the_list_begins_with_what_differs_most_and_shows_every_answer() -> None:
    found = lines(three(), "", 80)
    assert [(each.code, each.mark) for each in found] == [("A1", "!"), ("A3", "?"), ("A2", "=")]
    assert found[0].signs.split()[:3] == ["1", "4", "4"]
    assert found[1].signs.split()[:3] == ["2", "n.o.", "2"]
    assert [each.code for each in lines(three(), "talk", 80)] == ["A1", "A3"]
    assert lines(three(), "agreed", 80) == ()


def test_a_line_says_who_gave_what_at_which_anchor_and_the_facts_stand_side_by_side() -> None:
    known = three()
    said = Talking(known, known.items[0], 100).drawn().plain.splitlines()
    assert any("level 1" in line and "Olga" in line for line in said)
    assert any("level 4" in line and "Omar, Otis" in line for line in said)
    assert "A1 at 1" in "\n".join(said)
    facts = next(line for line in said if "she cut Aicha" in line)
    assert "she smiled" in facts, "in one line, each in a column"
    narrow = Talking(known, known.items[0], 40).drawn().plain.splitlines()
    assert not any("she cut" in line and "she smiled" in line for line in narrow)


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("width", [38, 76, 116])
def test_pictures_fit_their_place(language: Code, width: int) -> None:
    known = three(language)
    for draw in (heat, profile):
        rows = [line for line in draw(known, width) if not line.style or "italic" not in str(line.style)]
        assert max(line.cell_len for line in rows) <= width, draw
    assert "NaN" not in plain([*heat(known, width), *profile(known, width), *between(known, width)])


def test_the_map_marks_who_is_far_from_the_others() -> None:
    row = next(line for line in plain(heat(three(), 76)).splitlines() if " A1 " in line)
    assert "1▼" in row
    assert "4▲" in row
    assert "1▼" not in next(line for line in plain(heat(three(), 76)).splitlines() if " A2 " in line)


def test_the_profile_shows_the_mean_and_every_observer() -> None:
    row = next(line for line in plain(profile(three(), 76)).splitlines() if line.startswith("A A"))
    assert MEAN in row
    assert "2.67 (1.5)" not in row  # means of sections: 2, 3.5 and 3
    assert "2.83 (1.5)" in row


def test_two_observers_who_never_scored_the_same_are_not_compared() -> None:
    room = room_on(rating("A1"), rating("A2"))
    answer(room, "A1", 1, about="mona")
    answer(room, "A2", None, 4, about="mona")
    send(room)
    known = Known(room.meeting, "tess", room.laptop(), Words("en"))
    assert plain(between(known, 76)) == "No two observers scored the same thing."
    assert "too little" in plain(profile(known, 76))


def test_before_scores_are_open_nothing_is_known() -> None:
    room = room_on(rating("A1"))
    room.do("olga", Scored(about="mona", indicator="A1", value=1))
    known = Known(room.meeting, "mona", room.laptop(), Words("en"))
    assert not known.open
    assert known.items == ()


def test_columns_hold_long_words_and_stand_below_each_other_where_there_is_no_room() -> None:
    people = [Said("Olga", ("x" * 60, "short")), Said("Omar", ("fact",))]
    wide = side_by_side(people, 60)
    assert wide[0].plain.split() == ["Olga", "Omar"]
    assert max(line.cell_len for line in wide) <= 60
    assert sum(line.plain.count("x") for line in wide) == 60, "nothing is lost"
    assert [line.plain for line in side_by_side(people[1:], 30)] == ["Omar", "- fact"]


def test_one_point_of_four_is_not_far_from_the_others() -> None:
    room = room_on(rating("A1"), observers=3)
    answer(room, "A1", 3, 4, 4, about="mona")
    send(room)
    drawn = plain(heat(Known(room.meeting, "tess", room.laptop(), Words("en").for_lines()), 76))
    assert not {"▲", "▼"} & set("\n".join(drawn.splitlines()[2:]))


@pytest.mark.parametrize("width", [38, 76])
def test_an_anchor_and_a_section_without_a_score_stay_in_their_column(width: int) -> None:
    known = three()
    said = Talking(known, known.items[0], width).drawn().plain.splitlines()
    level = next(place for place, line in enumerate(said) if "level 1" in line)
    assert said[level + 1].startswith("     A1 at 1")
    room = small_room()
    answer(room, "A3", Answer.YES, Answer.NO)
    send(room)
    lacking = Known(room.meeting, "tess", room.laptop(), Words("en"))
    rows = [line for line in profile(lacking, width) if "too little scored" in line.plain]
    assert rows
    assert max(line.cell_len for line in rows) <= width


def test_a_fact_that_was_brought_in_has_no_hour() -> None:
    known = three()
    fact = next(each for voice in known.items[0].voices for each in voice.evidence)
    assert ":" in stamp(fact, known.words)
    typed = replaced(fact, source=Origin(file="scores.csv"))
    assert stamp(typed, known.words) == ""
    assert stamp(replaced(typed, seen="S2"), known.words) == "(S2)"


def test_what_was_agreed_on_stands_in_the_list_and_is_named_when_it_is_taken_back() -> None:
    room = room_on(rating("A1"))
    answer(room, "A1", 1, 4, about="mona")
    send(room)
    event = room.do("tess", ConsensusSet(about="mona", indicator="A1", value=3, reason="talked"))
    known = Known(room.meeting, "tess", room.laptop(), Words("en"))
    (line,) = lines(known, "", 80)
    assert (line.mark, line.signs.split()) == ("✓", ["1", "4", "=3"])
    assert described(event, room.meeting, Words("en")).endswith("A1 Mona 3")
