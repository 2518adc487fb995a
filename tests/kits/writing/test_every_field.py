"""Nothing that a grid or an agenda can say is forgotten by its file, also what somebody adds to the models later."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from facilitate.domain.agenda import Agenda, Energiser, GroupSize, Method, Step
from facilitate.domain.grid import Grid, Scoring, Section, Source
from facilitate.domain.indicator import (
    Anchor,
    Choice,
    Condition,
    Count,
    Derived,
    Duration,
    Interval,
    Note,
    Option,
    Rating,
    Tally,
    YesNo,
)
from facilitate.domain.model import Frozen, Wording
from facilitate.domain.scale import Band, Level, Scale
from tests.kits.writing.again import agenda_again, grid_again

TEXT = Wording(en="a: b", fr="c'est", ar="نص")
SOURCE = Source(cite="A book", url="https://a.org/b", note="p. 3", used_for="all")
SCALE = Scale(
    id="five",
    levels=(Level(value=1, label=TEXT), Level(value=5, label=TEXT)),
    measurement="interval",
    best="low",
    not_observed=TEXT,
    not_applicable=TEXT,
    note="two points",
    distances=((0, 2.5), (2.5, 0)),
)
COMMON: dict[str, Any] = {
    "text": TEXT,
    "about": "moderator",
    "steps": ("S1",),
    "not_observed": False,
    "not_applicable": False,
    "evidence_for": ("not_observed",),
    "weight": 2.5,
    "reverse": True,
    "when": Condition(indicator="A0", values=("yes",)),
    "auto": "log.start_delay_minutes",
    "evidence_auto": "log.steps_overrun_20pct",
    "thresholds_basis": "judgement",
    "sources": ("BOOK",),
}
ANCHORS = (Anchor(value=5, text=TEXT),)
OPTIONS = (Option(id="a", label=TEXT, score=5), Option(id="b", label=TEXT, score=1))
BANDS = (Band(max=3, score=5), Band(score=1))
KINDS = (
    Rating(id="A1", scale="five", anchors=ANCHORS, **COMMON),
    YesNo(id="A2", yes_means=TEXT, no_means=TEXT, **COMMON),
    Choice(id="A3", options=OPTIONS, several=True, **COMMON),
    Count(id="A4", measure="steps", bands=BANDS, threshold=4, split_by=("sex",), **COMMON),
    Tally(id="A5", groups=OPTIONS, bands=BANDS, **COMMON),
    Duration(id="A6", groups=OPTIONS, bands=BANDS, **COMMON),
    Interval(id="A7", every_seconds=60, momentary=True, codes=OPTIONS, at_most=1, **COMMON),
    Derived(id="A8", scale="five", behaviours=("A1",), rule="share", anchors=ANCHORS, **COMMON),
    Note(id="A9", **COMMON),
)
SECTION = Section(id="A", title=TEXT, weight=3, indicators=(YesNo(id="A0", text=TEXT), *KINDS))
GRID = Grid(
    id="wide",
    version="2",
    title=TEXT,
    languages=("ar", "en", "fr"),
    scales=(SCALE,),
    sections=(SECTION,),
    scoring=Scoring(
        enough=0.5, yes=5, no=2, evidence_for=(1,), basis="judgement", about="70 % of it", weights="declared"
    ),
    observer_rules=(TEXT,),
    sources={"BOOK": SOURCE},
    locked=("A1", "A2"),
)
METHOD = Method(title=TEXT, description=TEXT)
ENERGISER = Energiser(
    id="X1",
    title=TEXT,
    minutes=3,
    posture="seated",
    touch=True,
    materials="a ball",
    good_for=("opening",),
    steps=(TEXT,),
    tip=TEXT,
    sources=("BOOK",),
)
STEP = Step(
    id="S1",
    slug="welcome",
    phase="opening",
    counted=False,
    title=TEXT,
    purpose=TEXT,
    minutes=9,
    min_minutes=5,
    protect=True,
    method="own-way",
    groups="small",
    group_rule=TEXT,
    turn_seconds=60,
    records=("need",),
    max_items=7,
    energiser="X1",
    output=TEXT,
    tips=(TEXT,),
    sources=("BOOK",),
)
AGENDA = Agenda(
    id="wide",
    audience="youth",
    title=TEXT,
    goal=TEXT,
    group_size=GroupSize(min=1, best=2, max=3),
    age_bands=("15-17",),
    products=("needs_list",),
    room=TEXT,
    materials=TEXT,
    schedule_advice=TEXT,
    steps=(STEP,),
    methods={"own-way": METHOD},
    energisers=(ENERGISER,),
    sources={"BOOK": SOURCE},
)
SAMPLES: tuple[Frozen, ...] = (
    *(GRID, SECTION, SCALE, SCALE.levels[0], GRID.scoring, SOURCE, TEXT, ANCHORS[0], OPTIONS[0], BANDS[0]),
    *(COMMON["when"], *KINDS),
    *(AGENDA, STEP, METHOD, ENERGISER, GroupSize(min=1, best=2, max=3)),
)


def inside(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from inside(part)


def reached(model: type[BaseModel], before: frozenset[type[BaseModel]] = frozenset()) -> frozenset[type[BaseModel]]:
    """A model and all that stand in it."""
    found = before | {model}
    for field in model.model_fields.values():
        for part in inside(field.annotation):
            found = found if part in found else reached(part, found)
    return found


def test_there_is_a_sample_of_every_model() -> None:
    assert reached(Grid) | reached(Agenda) == {type(sample) for sample in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: type(sample).__name__)
def test_the_sample_says_something_in_every_field(sample: Frozen) -> None:
    fields = type(sample).model_fields
    silent = [name for name, field in fields.items() if not field.is_required() and name != "kind"]
    assert [name for name in silent if getattr(sample, name) == fields[name].get_default()] == []


def told(model: BaseModel) -> Any:
    return json.loads(model.model_dump_json())


def test_a_grid_with_something_in_every_field_comes_back() -> None:
    again, sheet = grid_again(GRID)
    assert sheet.faults == []
    assert again is not None
    assert told(again) == told(GRID)


def test_an_agenda_with_something_in_every_field_comes_back() -> None:
    again, sheet = agenda_again(AGENDA)
    assert sheet.faults == []
    assert again is not None
    assert told(again) == told(AGENDA)
