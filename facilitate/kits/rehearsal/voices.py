"""What people of rehearsed meetings are called and say; the words are in the folder ``content``, in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from facilitate.domain.agenda import Agenda
from facilitate.domain.model import Frozen, Identifier, Line, Wording
from facilitate.kits.yaml_lines import read_yaml

Content = TypeVar("Content", bound=Frozen)
Wordings = tuple[Wording, ...]


class Name(Frozen):
    """A first name in Latin and in Arabic letters."""

    latin: Line
    ar: Line

    def to(self, language: str) -> str:
        """The name as it is written in a language."""
        return self.ar if language == "ar" else self.latin


class Place(Frozen):
    """Where a meeting is held."""

    centre: Line
    place: Wording


class Reasons(Frozen):
    """Why something was done that the agenda did not foresee, or differently from somebody else."""

    pause: Wordings
    extend: Wordings
    skip: Wordings
    override: Wordings
    consensus: Wordings
    disagreement: Wordings


class People(Frozen):
    """Names, places and reasons that serve every meeting."""

    women: tuple[Name, ...]
    men: tuple[Name, ...]
    places: tuple[Place, ...]
    reasons: Reasons


class Half(Frozen):
    """One group when the room splits; `sex` where it is one of women or of men."""

    sex: Identifier | None
    title: Wording


class NeedTheme(Frozen):
    """Needs that belong together."""

    title: Wording
    needs: Wordings


class Deed(Frozen):
    """Something to do, days after the meeting; `said` is the day in people's words."""

    days: int
    said: Wording | None
    text: Wording


class Repertoire(Frozen):
    """What is said in the meetings of one audience."""

    objectives: Wordings
    groups: tuple[Half, Half]
    themes: tuple[NeedTheme, ...]
    rules: Wordings
    notes: Wordings
    decisions: Wordings
    actions: tuple[Deed, ...]
    parking: Wordings


class Seen(Frozen):
    """Facts behind a low and behind a high answer."""

    low: Wordings
    high: Wordings


class Sights(Frozen):
    """What observers write: facts by indicator and for every other indicator, and remarks."""

    indicators: Mapping[Identifier, Seen]
    any: Seen
    remarks: Wordings


AUDIENCES = ("youth", "farmers")


def repertoire_for(agenda: Agenda) -> Repertoire:
    """What is said in meetings of the agenda's audience; of one that nobody wrote for, what fits its groups."""
    if agenda.audience in AUDIENCES:
        return repertoire(agenda.audience)
    return repertoire("farmers" if any(step.groups == "split" for step in agenda.steps) else "youth")


@cache
def repertoire(audience: str) -> Repertoire:
    """What is said in the meetings of one of `AUDIENCES`."""
    return _read(audience, Repertoire)


@cache
def people() -> People:
    """Names, places and reasons."""
    return _read("people", People)


@cache
def sights() -> Sights:
    """What observers write."""
    return _read("observing", Sights)


def _read(name: str, model: type[Content]) -> Content:
    path = Path(str(files("facilitate.kits.rehearsal"))) / "content" / f"{name}.yaml"
    data: Any = read_yaml(path).data
    return model.model_validate(data)
