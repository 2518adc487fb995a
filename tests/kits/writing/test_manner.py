"""How a written file looks: as one of those that ship, which trainers know."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import yaml

from facilitate.domain.grid import Grid, Scoring, Section
from facilitate.domain.indicator import Anchor, Choice, Count, Indicator, Note, Option, Rating, YesNo
from facilitate.domain.model import Language, Wording
from facilitate.domain.scale import Band, Level, Scale
from facilitate.kits.agenda_file import read_agenda
from facilitate.kits.grid_file import read_grid
from facilitate.kits.library import grids_folder
from facilitate.kits.writing.agenda import agenda_text
from facilitate.kits.writing.grid import grid_text
from facilitate.kits.writing.head import Origin
from facilitate.kits.writing.tree import ROW, WIDTH
from facilitate.kits.written import shipped
from facilitate.language import Words
from tests.kits.writing.again import ENGLISH, grid_again

FILES = ("observation/grid-meeting.yaml", "examples/behaviours.yaml", "examples/interval-protocol.yaml")

SMALL = """\
# Observation grid: Asking
# 1 section, 5 indicators, fingerprint {fingerprint}
# After a change: facilitate check, and the name of this file.
schema_version: 1
kind: observation-grid
id: small
grid_version: "1"
languages: [en]
title: "Asking"

scale3:
  levels: {{1: "Low", 2: "Medium", 3: "High"}}

scoring:
  yesno_map: {{"yes": 3, "no": 1}}
  evidence_required_for: [1, 3, "yes"]

sections:
# --------------------------------------------------------------------------------------------------
  - id: A
    title: "Questions: open, short"
    indicators:
      - id: A1
        type: scale3
        unit: moderator
        text: "Asks open questions"
        anchors:
          1: "Questions lead to a wanted answer."
          2: null
          3: "Open, short, one at a time."
        weight: 2

      - id: "1"
        type: yesno
        unit: meeting
        when: {{indicator: A1, is: [2, 3]}}
        text: 'Somebody said "no"'
        reverse: true

      - id: A3
        type: choice
        unit: meeting
        text: "How people sat"
        options: [circle, rows, "no"]

      - id: A4
        type: percent
        unit: meeting
        text: "Share who spoke"
        bands: [{{max: 50, score: 1}}, {{max: null, score: 3}}]

      - id: A5
        type: note
        unit: meeting
        text: |-
          What else was seen:
          - in the room

          - outside
"""


def said(text: str, language: Language = "en") -> Wording:
    return Wording(**{language: text})


def small(*more: Indicator) -> Grid:
    levels = tuple(Level(value=value, label=said(label)) for value, label in ((1, "Low"), (2, "Medium"), (3, "High")))
    anchors = (
        Anchor(value=1, text=said("Questions lead to a wanted answer.")),
        Anchor(value=3, text=said("Open, short, one at a time.")),
    )
    indicators: tuple[Indicator, ...] = (
        Rating(id="A1", about="moderator", text=said("Asks open questions"), scale="scale3", anchors=anchors, weight=2),
        YesNo(id="1", text=said('Somebody said "no"'), when={"indicator": "A1", "values": (2, 3)}, reverse=True),
        Choice(
            id="A3",
            text=said("How people sat"),
            options=tuple(Option(id=name, label=said(name)) for name in ("circle", "rows", "no")),
        ),
        Count(
            id="A4",
            text=said("Share who spoke"),
            measure="percent",
            bands=(Band(max=50, score=1), Band(score=3)),
        ),
        Note(id="A5", text=said("What else was seen:\n- in the room\n\n- outside")),
    )
    return Grid(
        id="small",
        title=said("Asking"),
        languages=("en",),
        scales=(Scale(id="scale3", levels=levels),),
        scoring=Scoring(yes=3, no=1, evidence_for=(1, 3, "yes")),
        sections=(Section(id="A", title=said("Questions: open, short"), indicators=(*indicators, *more)),),
    )


def test_a_small_grid_looks_as_if_written_by_hand() -> None:
    grid = small()
    assert grid_text(grid, ENGLISH) == SMALL.format(fingerprint=grid.short_fingerprint)
    again, sheet = grid_again(grid)
    assert (again, sheet.faults, sheet.warnings) == (grid, [], [])


@pytest.mark.parametrize("name", FILES)
def test_nothing_but_a_single_text_is_longer_than_it_must_be(name: str) -> None:
    lines = grid_text(read_grid(grids_folder() / name), ENGLISH).splitlines()
    long = [line for line in lines if len(line) > WIDTH and line.count('": "') + line.count(', fr: "') == 0]
    assert all(line.count('"') == 2 or line.lstrip().startswith("- {id:") for line in long), long
    assert all(len(line) <= ROW for line in lines if line.count('"') > 2)


@pytest.mark.parametrize("name", FILES)
def test_arabic_stands_in_its_own_letters(name: str) -> None:
    text = grid_text(read_grid(grids_folder() / name), Words("ar"))
    assert "شبكة الملاحظة" in text.splitlines()[0]
    assert "\\u" not in text


def test_other_programs_read_the_same_words() -> None:
    """Ours reads YAML more strictly than others; a file must mean the same to a spreadsheet's importer."""
    data = yaml.safe_load(grid_text(small(), ENGLISH))
    (section,) = data["sections"]
    assert [each["id"] for each in section["indicators"]] == ["A1", "1", "A3", "A4", "A5"]
    assert section["indicators"][2]["options"] == ["circle", "rows", "no"]
    assert data["scoring"]["yesno_map"] == {"yes": 3, "no": 1}


def test_a_scale_with_the_name_of_another_key_keeps_its_place_and_its_seal() -> None:
    levels = (Level(value=1, label=Wording()), Level(value=2, label=Wording()))
    scales = (Scale(id="title", levels=levels), *small().scales, Scale(id="no", levels=levels))
    grid = Grid(**{**dict(small()), "scales": scales})
    text = grid_text(grid, ENGLISH)
    assert "\nscales:\n  title:\n    levels: [1, 2]\n  scale3:\n" in text
    again, sheet = grid_again(grid)
    assert (again, sheet.faults) == (grid, [])


def test_a_text_in_a_language_that_the_grid_does_not_name_comes_through() -> None:
    grid = small(Note(id="N", text=said("ملاحظة", "ar")))
    again, sheet = grid_again(grid)
    assert again is not None
    assert (again.fingerprint, sheet.faults) == (grid.fingerprint, [])
    told = [warning.shown(ENGLISH) for warning in sheet.warnings if "undeclared" in warning.message_id]
    assert len(told) == 1
    assert '"languages" at the top does not name it' in told[0]


def test_an_empty_text_and_a_whole_number_with_a_point_are_what_a_file_says() -> None:
    spoken = Grid(id="g", title=Wording(en="G", fr="", ar=" "), scoring=Scoring(yes=4.0, no=2.0, basis=""))
    assert spoken.fingerprint == Grid(id="g", title=said("G"), scoring=Scoring(yes=4, no=2)).fingerprint


def test_the_head_says_where_a_grid_comes_from_and_who_stands_for_it() -> None:
    when = datetime(2026, 7, 16, 14, 5, tzinfo=UTC)
    origin = Origin(said("Youth, Aït Bouguemez"), date(2026, 7, 16), (when, 8))
    head = grid_text(small(), ENGLISH, origin).splitlines()
    assert head[2] == "# From the meeting: Youth, Aït Bouguemez, 16 July 2026"
    assert head[3] == "# Sealed on 16 July 2026, 14:05, signed by 8 people."
    unsealed = grid_text(small(), Words("fr"), Origin(said("Jeunes\nau douar"))).splitlines()
    assert unsealed[2] == "# De la réunion : Jeunes au douar"
    assert unsealed[3].startswith("# Non scellée")


def test_a_title_cannot_break_out_of_its_comment() -> None:
    grid = Grid(**{**dict(small()), "title": said("a\nkind: words\n\ufffe" + "long " * 80)})
    lines = grid_text(grid, ENGLISH).splitlines()
    first = next(place for place, line in enumerate(lines) if not line.startswith("# "))
    assert lines[first] == "schema_version: 1"
    assert all(len(line) <= WIDTH for line in lines[:first])


def test_an_agenda_begins_with_what_it_is_and_how_long() -> None:
    agenda = read_agenda(grids_folder() / "agendas/youth-needs.yaml")
    lines = agenda_text(agenda, Words("fr"), shipped()).splitlines()
    assert lines[0].startswith("# Ordre du jour : ")
    assert lines[1] == "# 12 étapes, 105 minutes, au moins 81 minutes"
    assert lines[3:7] == ["schema_version: 1", "kind: agenda", "id: youth-needs", "languages: [en, fr, ar]"]
