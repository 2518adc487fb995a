"""The note-taker's page without a screen: what a draft becomes, what is listed, how rows are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitate.domain.events import Fact
from facilitate.domain.events.capturing import CaptureChanged, Captured, CaptureKind, CaptureWithdrawn
from facilitate.domain.events.preparing import PersonAdded, PersonNamed
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.capturing import day_told, known_names, names_like
from facilitate.tui.notes.draft import Draft, Notebook, opened
from facilitate.tui.notes.keeping import kept, missing, troubles
from facilitate.tui.notes.listing import above, looked_at, row_of
from facilitate.tui.textrows import FULL, Row, drawn
from tests.making import Room, small_room

TODAY = date(2026, 7, 16)
ENGLISH = Words("en")
DEED = Captured(capture="a1", what=CaptureKind.ACTION, text="ask", owner="mona", due=date(2026, 8, 15), step="S1")


def room_with(*facts: Fact) -> Room:
    room = small_room()
    room.do("nora", *facts)
    return room


def facts_of(draft: Draft, meeting: Meeting, language: Code = "en") -> list[Fact]:
    numbers = count(1)
    return kept(draft, meeting, TODAY, language, lambda: str(next(numbers)))


def change_of(meeting: Meeting, typed: Mapping[str, str], language: Code = "en") -> list[Fact]:
    """What keeping means after the action was opened and some lines were typed over."""
    draft = opened(meeting.captures["a1"], meeting, Words(language))
    lines = dict(zip(("text", "who", "when"), draft.lines, strict=True)) | dict(typed)
    return facts_of(draft._replace(text=lines["text"], who=lines["who"], when=lines["when"]), meeting, language)


# What a draft becomes.


def test_a_new_one_belongs_to_the_step_and_the_group_in_which_it_was_begun() -> None:
    draft = Draft(CaptureKind.ACTION, " ask\nthe caid ", "Brahim", "vendredi prochain", "S2", "g1")
    added, named, action = facts_of(draft, small_room().meeting)
    assert isinstance(added, PersonAdded)
    assert isinstance(named, PersonNamed)
    assert isinstance(action, Captured)
    assert (action.text, action.step, action.track) == ("ask\nthe caid", "S2", "g1")
    assert (action.owner, action.due, action.due_said) == (added.person, date(2026, 7, 17), "")


def test_who_and_by_when_are_kept_only_of_what_has_them() -> None:
    [need] = facts_of(Draft(CaptureKind.NEED, "water", "Brahim", "Friday"), small_room().meeting)
    assert isinstance(need, Captured)
    assert (need.owner, need.due) == (None, None)
    *_, parked = facts_of(Draft(CaptureKind.PARKING, "souk", "MONA", "Friday"), small_room().meeting)
    assert isinstance(parked, Captured)
    assert (parked.owner, parked.due) == ("mona", None)


@pytest.mark.parametrize("language", CODES)
def test_what_was_opened_and_left_as_it_was_changes_nothing(language: Code) -> None:
    for said in ("", "after the olives"):
        meeting = room_with(DEED.model_copy(update={"due_said": said})).meeting
        assert change_of(meeting, {}, language) == []
    meeting = room_with(DEED.model_copy(update={"due": None, "due_said": "after the olives"})).meeting
    assert change_of(meeting, {}, language) == []


CHANGES = [
    ({"text": "ask twice"}, {"text": "ask twice"}),
    ({"who": "Milo"}, {"owner": "milo"}),
    ({"who": "mona"}, {}),
    ({"who": ""}, {"cleared": ("owner",)}),
    ({"when": "15/8"}, {}),
    ({"when": "16/8"}, {"due": date(2026, 8, 16)}),
    ({"when": ""}, {"cleared": ("due",)}),
    ({"when": "after the olives"}, {"cleared": ("due",), "due_said": "after the olives"}),
]


@pytest.mark.parametrize(("typed", "given"), CHANGES)
def test_only_what_differs_is_said(typed: dict[str, str], given: dict[str, object]) -> None:
    wanted = [CaptureChanged.model_validate({"capture": "a1", **given})] if given else []
    assert change_of(room_with(DEED).meeting, typed) == wanted


def test_words_give_way_to_a_day_and_a_day_to_words() -> None:
    meeting = room_with(DEED.model_copy(update={"due": None, "due_said": "after the olives"})).meeting
    assert change_of(meeting, {"when": "15/8"}) == [
        CaptureChanged(capture="a1", due=date(2026, 8, 15), due_said=""),
    ]
    assert change_of(meeting, {"when": ""}) == [CaptureChanged(capture="a1", due_said="")]


def test_another_kind_keeps_who_and_by_when_for_the_way_back() -> None:
    meeting = room_with(DEED).meeting
    draft = opened(meeting.captures["a1"], meeting, ENGLISH)._replace(what=CaptureKind.NOTE, who="", when="")
    assert facts_of(draft, meeting) == [CaptureChanged(capture="a1", what=CaptureKind.NOTE)]


def test_one_that_was_withdrawn_meanwhile_becomes_a_new_one() -> None:
    room = room_with(DEED)
    draft = opened(room.meeting.captures["a1"], room.meeting, ENGLISH)._replace(text="ask twice")
    room.do("mona", CaptureWithdrawn(capture="a1"))
    [trouble] = troubles(draft, room.meeting, TODAY, ENGLISH)
    assert trouble.passes
    [action] = facts_of(draft, room.meeting)
    assert isinstance(action, Captured)
    assert (action.text, action.owner, action.due, action.step) == ("ask twice", "mona", date(2026, 8, 15), "S1")


# What there is to say before.


def told(draft: Draft, meeting: Meeting) -> list[tuple[str, bool]]:
    return [(each.field, each.passes) for each in troubles(draft, meeting, TODAY, ENGLISH)]


def test_what_is_wrong_is_told_and_what_is_doubtful_can_be_kept_all_the_same() -> None:
    meeting = small_room().meeting
    action = Draft(CaptureKind.ACTION, "ask")
    assert told(action, meeting) == []
    assert told(action._replace(text=" \n "), meeting) == [("text", False)]
    assert told(action._replace(text="x" * 20_000), meeting) == []
    assert told(action._replace(text="x" * 20_001), meeting) == [("text", False)]
    assert told(action._replace(who="x" * 300), meeting) == [("who", False)]
    assert told(action._replace(when="15/7/2026"), meeting) == [("when", True)]
    assert told(action._replace(when="16/7/2026"), meeting) == []
    assert told(Draft(CaptureKind.NEED, "water", when="15/7/2026"), meeting) == []


def test_what_somebody_else_changed_meanwhile_is_told_and_then_stands_beside_it() -> None:
    room = room_with(DEED)
    draft = opened(room.meeting.captures["a1"], room.meeting, ENGLISH)._replace(text="ask twice")
    room.do("mona", CaptureChanged(capture="a1", owner="milo"))
    [trouble] = troubles(draft, room.meeting, TODAY, ENGLISH)
    assert (trouble.field, trouble.passes) == ("text", True)
    assert "Milo" in trouble.why
    room.do("nora", *facts_of(draft, room.meeting))
    found = room.meeting.captures["a1"]
    assert (found.text, found.owner) == ("ask twice", "milo")


def test_a_day_that_had_passed_before_is_not_asked_about_again() -> None:
    meeting = room_with(DEED.model_copy(update={"due": date(2026, 7, 1)})).meeting
    draft = opened(meeting.captures["a1"], meeting, ENGLISH)
    assert told(draft._replace(text="ask twice"), meeting) == []
    assert told(draft._replace(when="2/7/2026"), meeting) == [("when", True)]


def test_what_an_action_lacks_is_said() -> None:
    assert missing(Draft(CaptureKind.ACTION, "ask"), ENGLISH) == "who, by when"
    assert missing(Draft(CaptureKind.ACTION, "ask", "Mona", "soon"), ENGLISH) == ""
    assert missing(Draft(CaptureKind.NEED, "water"), ENGLISH) == ""


def test_how_a_day_is_understood_is_shown_live() -> None:
    assert day_told("31/7", TODAY, ENGLISH) == "→ Friday, 31 July 2026"
    assert "passed" in day_told("1/7/2026", TODAY, ENGLISH)
    assert "as said" in day_told("after the olives", TODAY, ENGLISH)
    assert day_told("  ", TODAY, ENGLISH) == ""


def test_names_are_found_by_the_beginning_of_any_of_their_words() -> None:
    names = ("Aïcha Benali", "Benali Omar", "أحمد", "Ali")
    assert names_like(names, "aic") == ("Aïcha Benali",)
    assert names_like(names, "BEN") == ("Benali Omar", "Aïcha Benali"), "those that begin so come first"
    assert names_like(names, "احم") == ("أحمد",)
    assert names_like(names, "li") == names_like(names, " ") == ()
    assert "Mona" in known_names(small_room().meeting)


# The notebook.


def test_what_was_begun_waits_under_its_kind_and_an_empty_form_leaves_nothing() -> None:
    book = Notebook()
    book.writing = book.begin(CaptureKind.NOTE)._replace(text="half a")
    assert book.begin(CaptureKind.ACTION).text == ""
    assert book.unfinished == 1
    assert book.set_aside() is None, "nothing was written in that one"
    assert book.begin(CaptureKind.NOTE).text == "half a"
    assert book.aside == {}


def test_another_kind_never_covers_what_was_begun_of_it() -> None:
    book = Notebook()
    book.writing = book.begin(CaptureKind.DECISION)._replace(text="first")
    book.writing = book.begin(CaptureKind.NEED)._replace(text="second")
    assert not book.turn_to(CaptureKind.DECISION)
    book.turn()
    assert book.writing is not None
    assert (book.writing.what, book.writing.text) == (CaptureKind.ACTION, "second")
    book.set_aside()
    assert {draft.text for draft in book.aside.values()} == {"first", "second"}


def test_a_change_that_was_begun_comes_back_and_one_that_was_not_leaves_nothing() -> None:
    meeting = room_with(DEED).meeting
    book = Notebook()
    book.change(meeting.captures["a1"], meeting, ENGLISH)
    assert book.set_aside() is None
    book.writing = book.change(meeting.captures["a1"], meeting, ENGLISH)._replace(text="ask tw")
    book.begin(CaptureKind.NEED)
    assert book.change(meeting.captures["a1"], meeting, ENGLISH).text == "ask tw"


# The list.


def test_what_is_looked_at_is_of_a_kind_of_a_step_and_has_the_words() -> None:
    need = Captured(capture="n1", what=CaptureKind.NEED, text="De l’eau à l’École", step="S2")
    room = room_with(DEED, need, Captured(capture="n2", what=CaptureKind.NOTE, text="late"))
    room.do("nora", CaptureWithdrawn(capture="n2"))

    def ids(book: Notebook, step: str | None = "S1") -> list[str]:
        return [each.id for each in looked_at(room.meeting, book, step)]

    assert ids(Notebook()) == ["a1", "n1"]
    assert ids(Notebook(kind=CaptureKind.NEED)) == ["n1"]
    assert ids(Notebook(this_step=True)) == ["a1"]
    assert ids(Notebook(this_step=True), None) == []
    assert ids(Notebook(search="ecole EAU")) == ["n1"]
    assert ids(Notebook(search="mona")) == ["a1"], "who does it is searched too"
    said = above(room.meeting, Notebook(kind=CaptureKind.NEED, this_step=True, search="eau"), 1, 3, "S1", ENGLISH)
    assert said == "1 of 2 · only need · only step S1 · with “eau” · ↓ 3 below"


def test_missing_parts_stand_in_words() -> None:
    bare = Captured(capture="a2", what=CaptureKind.ACTION, text="ask")
    parked = Captured(capture="k1", what=CaptureKind.PARKING, text="souk", owner="mona")
    meeting = room_with(DEED, bare, parked).meeting
    rows = [row_of(each, meeting, ENGLISH, False) for each in meeting.captures.values()]
    assert [row.more for row in rows] == ["→ Mona · 15 August 2026", "→ nobody named · no day", "→ Mona follows it"]
    assert rows[0].place == "S1"


@given(
    text=st.text(
        st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp")) | st.just("\n"), min_size=1, max_size=400
    ),
    width=st.integers(24, 90),
    column=st.sampled_from([0, 8]),
    chosen=st.booleans(),
)
def test_a_row_fits_its_width_and_has_as_many_lines_as_it_says(
    text: str, width: int, column: int, chosen: bool
) -> None:
    lines = drawn(Row("c1", "need", "Y02", text, "→ Mona"), width, column, chosen)
    assert all(line.cell_len <= width for line in lines)
    assert len(lines) == 2 if not chosen else len(lines) <= FULL + 2


def test_the_chosen_text_stands_in_full_up_to_a_dozen_lines() -> None:
    lines = drawn(Row("c1", "note", "", "one two three " * 12, ""), 40, 0, True)
    assert " ".join(line.plain.strip() for line in lines[1:]) == ("one two three " * 12).strip()
    long = drawn(Row("c1", "note", "", "x" * 10_000, ""), 40, 0, True)
    assert len(long) == FULL + 1
    assert long[-1].plain.strip() == "…"


def test_a_wide_sign_at_the_edge_goes_to_the_next_line() -> None:
    lines = drawn(Row("x", "note", "", "ab" + "漢" * 40), 21, 0, chosen=True)
    assert max(line.cell_len for line in lines) <= 21
    assert "".join(line.plain.strip() for line in lines[1:]) == "ab" + "漢" * 40
