"""An agenda as the text of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facilitate.domain.agenda import Agenda, Energiser, GroupSize, Method, Step
from facilitate.domain.grid import Source
from facilitate.domain.model import Language, Wording, replaced
from facilitate.domain.people import OLDEST
from facilitate.kits.header import AGENDA, SCHEMA_VERSION
from facilitate.kits.writing.common import sources
from facilitate.kits.writing.head import Origin, agenda_head
from facilitate.kits.writing.scalars import name, number, quoted
from facilitate.kits.writing.steps import energiser, methods, step
from facilitate.kits.writing.tree import List, Map, Node, flow, lines_of, present
from facilitate.kits.writing.wordings import languages_of, needed, wording
from facilitate.language import Words

_BAND = re.compile(r"(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True)
class Shipped:
    """What every agenda file can name without defining it, since it comes with the program."""

    methods: Mapping[str, Method] = field(default_factory=dict)
    energisers: tuple[Energiser, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)


def as_file(agenda: Agenda, shipped: Shipped) -> Agenda:
    """The agenda as a file can hold it: with those methods and sources that something in it names, and no others.

    A meeting may carry more: what a step named that was taken out or changed since.
    """
    named = dict.fromkeys(each.method for each in agenda.steps if each.method)
    cited = _cited(agenda.steps, agenda.energisers)
    known_methods = {**shipped.methods, **agenda.methods}
    known_sources = {**shipped.sources, **agenda.sources}
    return replaced(
        agenda,
        methods={key: known_methods[key] for key in named if key in known_methods},
        sources={key: known_sources[key] for key in cited if key in known_sources},
    )


def agenda_text(agenda: Agenda, words: Words, shipped: Shipped, origin: Origin | None = None) -> str:
    """The file of an agenda, its comments in the reader's language. Reading it gives an equal agenda (`as_file`).

    What ships with the program is not written again: methods are left out, energisers stand by their ids.
    """
    whole = as_file(agenda, shipped)
    own = {key: each for key, each in whole.methods.items() if shipped.methods.get(key) != each}
    told = tuple(each for each in whole.energisers if each not in shipped.energisers)
    languages = languages_of(_wordings(whole, own, told))
    steps = List(tuple(step(each, languages) for each in whole.steps), apart=True)
    parts = [
        agenda_head(whole, words, origin) + lines_of(_header(whole, languages)),
        lines_of(present(("sources", sources(_sources(whole, told, shipped))))),
        lines_of(present(("methods", methods(own, languages)))),
        lines_of(present(("energisers", _energisers(whole, shipped, languages)))),
        lines_of((("steps", steps),)),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _header(agenda: Agenda, languages: tuple[Language, ...]) -> tuple[tuple[str, Node], ...]:
    return present(
        ("schema_version", number(SCHEMA_VERSION)),
        ("kind", AGENDA),
        ("id", name(agenda.id)),
        ("languages", List(languages, flows=True)),
        ("audience", name(agenda.audience) if agenda.audience is not None else None),
        ("title", needed(agenda.title, languages)),
        ("goal", wording(agenda.goal, languages)),
        ("group_size", _group_size(agenda.group_size)),
        ("age_bands", flow(map(_age_band, agenda.age_bands))),
        ("products", flow(map(name, agenda.products))),
        ("room", wording(agenda.room, languages)),
        ("materials", wording(agenda.materials, languages)),
        ("schedule_advice", wording(agenda.schedule_advice, languages)),
    )


def _group_size(size: GroupSize | None) -> Map | None:
    if size is None:
        return None
    return Map((("min", number(size.min)), ("best", number(size.best)), ("max", number(size.max))), flows=True)


def _age_band(band: str) -> str:
    found = _BAND.fullmatch(band)
    if found is None:
        return quoted(band)
    return f"{found[1]}+" if found[2] == str(OLDEST) else band


def _sources(agenda: Agenda, told: tuple[Energiser, ...], shipped: Shipped) -> dict[str, Source]:
    """Those that the file must define: what steps and its own energisers cite, and what is not as it ships."""
    cited = _cited(agenda.steps, told)
    return {key: each for key, each in agenda.sources.items() if key in cited or shipped.sources.get(key) != each}


def _cited(steps: Sequence[Step], energisers: Sequence[Energiser]) -> dict[str, None]:
    """The sources that are named, in the order in which they are."""
    lists = (*(each.sources for each in steps), *(each.sources for each in energisers))
    return dict.fromkeys(key for several in lists for key in several)


def _energisers(agenda: Agenda, shipped: Shipped, languages: tuple[Language, ...]) -> List | None:
    """Nothing where they are those that ship; else all of them, those that ship by their ids alone."""
    if agenda.energisers == shipped.energisers:
        return None
    several = agenda.energisers
    alone = all(each in shipped.energisers for each in several)
    items = (name(each.id) if each in shipped.energisers else energiser(each, languages) for each in several)
    return List(tuple(items), flows=alone, apart=not alone)


def _wordings(agenda: Agenda, own: Mapping[str, Method], told: tuple[Energiser, ...]) -> Iterator[Wording]:
    """Every text that the file will hold."""
    yield from (agenda.title, agenda.goal, agenda.room, agenda.materials, agenda.schedule_advice)
    for each in agenda.steps:
        yield from _of_step(each)
    for method in own.values():
        yield from (method.title, method.description)
    for exercise in told:
        yield from (exercise.title, *exercise.steps, exercise.tip)


def _of_step(each: Step) -> tuple[Wording, ...]:
    return (each.title, each.purpose, each.group_rule, each.output, *each.tips)
