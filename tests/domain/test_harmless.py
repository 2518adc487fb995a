"""Text from strangers: nothing that a terminal would obey, or that turns a line round, gets into a meeting."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitate.domain.events import Event, parse_event
from facilitate.domain.events import capturing as c
from facilitate.domain.events import preparing as p
from facilitate.domain.model import harmless, harmless_prose
from tests.making import small_room

EVIL = {
    "\x1b[31mred\x1b[0m": "[31mred[0m",
    "\x1b]0;title\x07": "]0;title",
    "\x9b31mred": "31mred",
    "\u202etxet\u202c": "txet",
    "\u2066isolate\u2069": "isolate",
    "a\u2028b\u2029c\x85d": "a b cd",
    "a\nb\tc\r\nd": "a b c d",
    "nul\x00bel\x07": "nulbel",
    "\ud800half": "half",
    "[bold]Fatima[/bold]": "[bold]Fatima[/bold]",
    "Aït  Bouguemez ": "Aït Bouguemez",
    "e\u0301": "é",
    "مُسيِّر\u200f 1": "مُسيِّر\u200f 1",
    "1447 ه\u200d م": "1447 هـ م",
    "a\u200db ا\u200d ن\u200dم \u200d": "ab ا نم",
    "👩\u200d👧 ❤\ufe0f\u200d🔥 👩\u200d": "👩\u200d👧 ❤\ufe0f\u200d🔥 👩",
}
ANYTHING = st.text(st.characters(), max_size=60) | st.text(
    st.sampled_from("a\u0301\u202e\x1b \n\r\u2028\x1c\ud800\u200d👩ه")
)


@pytest.mark.parametrize(("given_", "kept"), EVIL.items())
def test_a_name_is_harmless(given_: str, kept: str) -> None:
    room = small_room()
    room.do("nora", p.PersonNamed(person="omar", name=given_))
    assert room.meeting.name("omar") == kept
    (read,) = [parse_event(room.events[-1].to_json())]
    assert isinstance(read, Event)
    assert read == room.events[-1]


@given(ANYTHING)
def test_a_line_is_one_line_without_controls_and_stays_as_it_is(text: str) -> None:
    kept = harmless(text)
    assert harmless(kept) == kept
    assert len(kept.splitlines()) <= 1
    assert not {unicodedata.category(each) for each in kept} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    kept.encode()


@given(ANYTHING)
def test_prose_keeps_its_line_breaks_and_nothing_else(text: str) -> None:
    kept = harmless_prose(text)
    assert harmless_prose(kept) == kept
    assert harmless(kept) == harmless(text).strip() or "\n" in kept
    assert not {unicodedata.category(each) for each in kept.replace("\n", "")} & {"Cc", "Cs", "Zl", "Zp"}


def test_ten_thousand_characters_are_no_name_but_can_be_a_note() -> None:
    with pytest.raises(ValidationError):
        p.PersonNamed(person="omar", name="x" * 10_000)
    assert len(c.Captured(capture="n", what=c.CaptureKind.NOTE, text="x" * 10_000).text) == 10_000
    with pytest.raises(ValidationError):
        c.Captured(capture="n", what=c.CaptureKind.NOTE, text="x" * 100_001)


def test_an_erased_name_stays_erased_whatever_comes_later() -> None:
    room = small_room()
    named = room.do("nora", p.PersonNamed(person="omar", name="Omar B."))
    room.do("nora", p.PersonErased(person="omar"))
    assert room.meeting.name("omar") == ""
    late = room.scribe.write("nora", p.PersonNamed(person="omar", name="Omar B."), room.record.latest)
    room.record.add([late])
    assert room.meeting.name("omar") == ""
    assert named.fact.kind == "person_named"
    assert "Omar B." not in repr(room.meeting.model_dump())
