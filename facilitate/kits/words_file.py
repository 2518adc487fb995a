"""Reading the glossary, the roles and the methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitate.domain.agenda import Duty, Method, Term
from facilitate.domain.model import LANGUAGES
from facilitate.kits.header import opened
from facilitate.kits.reading import built, entries, identifier, items, text
from facilitate.kits.sheet import Fields, Place, Sheet, fields
from facilitate.kits.wordings import wording

KEYS = ("glossary", "roles", "methods")


@dataclass(frozen=True)
class Vocabulary:
    """Terms, roles and methods, by id."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    duties: Mapping[str, Duty] = field(default_factory=dict)
    methods: Mapping[str, Method] = field(default_factory=dict)


def words_of(sheet: Sheet) -> Vocabulary | None:
    """The words of an open file of kind ``words``; faults and warnings are noted on the sheet."""
    top = opened(sheet, KEYS, ())
    return read_vocabulary(top) if top else None


def read_vocabulary(top: Fields) -> Vocabulary:
    """The three lists of words that a file may have."""
    return Vocabulary(_terms(top["glossary"]), _duties(top["roles"]), read_methods(top["methods"]))


def read_methods(place: Place | None) -> dict[str, Method]:
    """Methods by id."""
    found: dict[str, Method] = {}
    for name, child in entries(place):
        here = child.within("method", name)
        f = fields(here, ("title", "description"), ("title",))
        method = built(here, Method, title=wording(f["title"]), description=wording(f["description"])) if f else None
        found |= {name: method} if method else {}
    return found


def _terms(place: Place | None) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for child in items(place):
        f = _numbered(child, "term", ("id", *LANGUAGES, "ar_ma"), ("id", *LANGUAGES))
        if f is None:
            continue
        texts = {language: text(f[language]) for language in (*LANGUAGES, "ar_ma")}
        term = built(f.place, Term, id=identifier(f["id"]), **texts)
        if term and _new(f.place, term.id, found):
            found[term.id] = term
    return found


def _duties(place: Place | None) -> dict[str, Duty]:
    found: dict[str, Duty] = {}
    for child in items(place):
        f = _numbered(child, "role", ("id", "title", "duty"), ("id", "title"))
        if f is None:
            continue
        duty = built(f.place, Duty, id=identifier(f["id"]), title=wording(f["title"]), duty=wording(f["duty"]))
        if duty and _new(f.place, duty.id, found):
            found[duty.id] = duty
    return found


def _numbered(place: Place, kind: str, known: tuple[str, ...], required: tuple[str, ...]) -> Fields | None:
    name = place.value.get("id") if isinstance(place.value, dict) else None
    return fields(place.within(kind, str(name) if name else None), known, required)


def _new(place: Place, name: str, found: Mapping[str, object]) -> bool:
    if name in found:
        place.fault("fault.duplicate_id", value=name)
    return name not in found
