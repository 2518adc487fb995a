"""The forms of the grid's workshop: what they ask, and what they make of it."""

from __future__ import annotations

import pytest

from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import (
    FrameProposed,
    ScaleProposed,
    SectionProposed,
)
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.indicator import Choice, Indicator, Option
from facilitate.domain.meeting.proposing import proposed
from facilitate.kits.kit_file import read_kit
from facilitate.kits.library import shipped_kits
from facilitate.language import Words
from facilitate.language.words import CODES, Code
from facilitate.tui.agreeing import indicator_form, other_forms
from facilitate.tui.agreeing.fields import merged, next_code
from facilitate.tui.agreeing.indicator_values import indicator_in, indicator_out
from facilitate.tui.agreeing.reading import Values, WrongError, answers_in, bands_in
from facilitate.tui.agreeing.taking import shipped_grids
from tests.making import rating, small_grid, words

EN = Words("en")
SHIPPED = [(name, grid) for name in shipped_kits() if (grid := read_kit(name).grid)]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize(("name", "grid"), SHIPPED, ids=[name for name, _ in SHIPPED])
def test_every_shipped_indicator_goes_into_its_form_and_comes_back_as_it_was(
    name: str, grid: Grid, language: Code
) -> None:
    read = Words(language)
    for indicator in grid.indicators():
        values = indicator_form.with_lists(indicator_out(indicator, grid, read, grid.languages), grid.languages)
        assert indicator_in(values, grid, indicator, read) == indicator
        asked = {each.name for each in indicator_form.indicator_fields(grid, read, grid.languages, values)}
        hidden = {each for each in values if each not in asked and not each.startswith("anchor.")}
        of_notes = {"weight", "reverse", "evidence"} if indicator.kind == "note" else set()
        assert hidden <= {"section", *of_notes}, "all that is in the form can be seen"


def test_frame_sections_and_scales_come_back_as_they_were() -> None:
    grid = shipped_grids()["grid-meeting"]
    frame = other_forms.change_frame(FRAME, lambda: grid, EN)
    change = frame.read(dict(frame.begun), "why")
    assert isinstance(change, FrameProposed)
    assert proposed(grid, change).fingerprint == grid.fingerprint
    section = other_forms.change_section("B", lambda: grid, EN)
    assert proposed(grid, _section(section.read(dict(section.begun), ""))).fingerprint == grid.fingerprint
    scale = other_forms.change_scale("scale4", lambda: grid, EN)
    again = scale.read(dict(scale.begun), "")
    assert isinstance(again, ScaleProposed)
    assert again.content == grid.scale("scale4")


def _section(fact: Fact) -> SectionProposed:
    assert isinstance(fact, SectionProposed)
    return fact


@pytest.mark.parametrize(
    ("field", "text", "at"),
    [
        ("id", "كود", "id"),
        ("text.en", " ", "text.en"),
        ("weight", "much", "weight"),
        ("when", "A3", "when"),
        ("when", "Z9 = yes", "when"),
        ("scale", "none", "scale"),
    ],
)
def test_a_field_that_cannot_be_kept_is_named(field: str, text: str, at: str) -> None:
    grid = small_grid()
    values = indicator_out(grid.by_id["A1"], grid, EN, ("en",)) | {field: text}
    if field == "text.en":
        values = {name: said for name, said in values.items() if name not in ("text.fr", "text.ar")}
        base: Indicator | None = None
    else:
        base = grid.by_id["A1"]
    with pytest.raises(WrongError) as wrong:
        indicator_in(values, grid, base, EN)
    assert wrong.value.field == at
    assert wrong.value.said(EN) != wrong.value.message


def test_an_option_that_is_emptied_goes_and_the_others_keep_their_ids() -> None:
    options = tuple(Option(id=each, label=words(each)) for each in ("radio", "market", "mosque"))
    choice = Choice(id="B9", text=words("how invited"), options=options)
    grid = small_grid([choice])
    values = indicator_form.with_lists(indicator_out(choice, grid, EN, grid.languages), grid.languages)
    values |= {f"opt.market.{each}": "" for each in grid.languages} | {"opt.o1.en": "letter", "points": "1, -, 3"}
    found = indicator_in(values, grid, choice, EN)
    assert isinstance(found, Choice)
    assert [(each.id, each.score) for each in found.options] == [("radio", 1), ("mosque", None), ("o1", 3)]
    with pytest.raises(WrongError):
        indicator_in({**values, **{name: "" for name in values if name.startswith("opt.")}}, grid, choice, EN)


def test_bands_and_answers_are_read_as_they_are_typed() -> None:
    assert [(each.max, each.score) for each in bands_in({"bands": "0=1، ٢=3, *=4"}, "bands")] == [
        (0, 1),
        (2, 3),
        (None, 4),
    ]
    for text in ("1", "3=1 2=2", "*=1 4=2", "x=2"):
        with pytest.raises(WrongError):
            bands_in({"bands": text}, "bands")
    assert answers_in("yes, 4", EN) == ("yes", 4)
    assert answers_in("oui, non observé", Words("fr")) == ("yes", "not_observed")
    assert answers_in("1 4", EN) == (1, 4)


def test_what_another_changed_meanwhile_stays_beside_what_was_typed() -> None:
    begun: Values = {"text.en": "old", "weight": "1"}
    assert merged({"text.en": "old", "weight": "2"}, begun, {"text.en": "new", "weight": "1"}) == {
        "text.en": "new",
        "weight": "2",
    }


def test_codes_are_suggested_behind_the_last_of_a_section() -> None:
    assert next_code(small_grid(), "A") == "A4"
    assert next_code(small_grid([rating("C1")]), "C") == "C2"
