"""Agendas by chance, such as a reader of files would accept."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from facilitate.domain.agenda import Agenda, Energiser, GroupSize, Method, Phase, RoomShape, Step
from facilitate.domain.grid import Source
from facilitate.domain.model import Language
from facilitate.kits.steps import RECORDS
from facilitate.kits.written import shipped
from tests.kits.writing.grids import SOURCES
from tests.kits.writing.odd import LANGUAGE_LISTS, LINES, NAMES, or_nothing, several, wordings

AGES = ((), ("15-17",), ("15-17", "18-24", "60-99"), ("0-9", "10-10"))


class Maker:
    """Draws the parts of one agenda."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.languages: tuple[Language, ...] = draw(LANGUAGE_LISTS)
        self.texts = wordings(self.languages)
        self.sources = {**draw(SOURCES), **draw(self.known_otherwise())}
        made = st.builds(Method, title=self.texts, description=or_nothing(self.texts))
        self.methods = {**shipped().methods, **draw(st.dictionaries(NAMES, made, max_size=2))}
        self.energisers = draw(st.just(shipped().energisers) | st.just(()) | self.exercises())

    def agenda(self) -> Agenda:
        draw, maybe = self.draw, or_nothing(self.texts)
        return Agenda(
            id=draw(NAMES),
            audience=draw(st.none() | NAMES),
            title=draw(self.texts),
            goal=draw(maybe),
            group_size=draw(st.none() | st.just(GroupSize(min=1, best=20, max=30))),
            age_bands=draw(st.sampled_from(AGES)),
            products=draw(several()),
            room=draw(maybe),
            materials=draw(maybe),
            schedule_advice=draw(maybe),
            steps=tuple(self.step(each) for each in draw(several(least=1))),
            methods=self.methods,
            energisers=self.energisers,
            sources=self.sources,
        )

    def known_otherwise(self) -> st.SearchStrategy[dict[str, Source]]:
        """Sources of energisers that ship, with other words than they ship with."""
        other = st.builds(Source, cite=LINES)
        return st.dictionaries(st.sampled_from(sorted(shipped().sources)), other, max_size=2)

    def exercises(self) -> st.SearchStrategy[tuple[Energiser, ...]]:
        """Some of those that ship, with some of our own, which may have the same ids."""
        own = st.builds(
            Energiser,
            id=NAMES | st.just("E1"),
            title=self.texts,
            minutes=st.integers(0, 60),
            posture=st.just("seated_or_standing") | LINES,
            touch=st.booleans(),
            materials=st.just("none") | LINES,
            good_for=several(),
            steps=st.lists(self.texts, max_size=3).map(tuple),
            tip=or_nothing(self.texts),
            sources=self.cited(),
        )
        each = st.sampled_from(shipped().energisers) | own
        return st.lists(each, max_size=4, unique_by=lambda exercise: exercise.id).map(tuple)

    def cited(self) -> st.SearchStrategy[tuple[str, ...]]:
        return several(st.sampled_from(sorted(self.sources))) if self.sources else st.just(())

    def step(self, code: str) -> Step:
        draw, maybe = self.draw, or_nothing(self.texts)
        minutes = draw(st.integers(0, 90))
        names = [each.id for each in self.energisers]
        values: dict[str, Any] = {
            "id": code,
            "slug": draw(st.none() | NAMES),
            "phase": draw(st.sampled_from(get_args(Phase))),
            "counted": draw(st.booleans()),
            "title": draw(self.texts),
            "purpose": draw(maybe),
            "minutes": minutes,
            "min_minutes": draw(st.integers(0, minutes)),
            "protect": draw(st.booleans()),
            "method": draw(st.none() | st.sampled_from(sorted(self.methods))),
            "groups": draw(st.sampled_from(get_args(RoomShape))),
            "group_rule": draw(maybe),
            "turn_seconds": draw(st.none() | st.integers(1, 600)),
            "records": draw(several(st.sampled_from(RECORDS))),
            "max_items": draw(st.none() | st.integers(1, 99)),
            "energiser": draw(st.none() | st.sampled_from(names)) if names else None,
            "output": draw(maybe),
            "tips": tuple(draw(st.lists(self.texts, max_size=3))),
            "sources": draw(self.cited()),
        }
        return Step(**values)


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """An agenda that carries more than its steps name, as one of a meeting may."""
    return Maker(draw).agenda()
