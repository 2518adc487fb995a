"""What every file begins with: the version of the format, what the file is, its languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitate.domain.model import LANGUAGES
from facilitate.kits.reading import items, one_of, text, whole
from facilitate.kits.sheet import Fields, Place, Sheet, fields, nearest
from facilitate.kits.yaml_scalars import Data, Key

SCHEMA_VERSION = 1
HEADER = ("schema_version", "kind", "languages")

GRID, AGENDA, LIBRARY, ENERGISERS, WORDS, KIT, PREPARATION = (
    "observation-grid",
    "agenda",
    "agenda-library",
    "energisers",
    "words",
    "kit",
    "preparation",
)
CONTENT = {
    GRID: ("sections",),
    AGENDA: ("steps",),
    LIBRARY: ("agendas",),
    ENERGISERS: ("energisers",),
    WORDS: ("glossary", "roles"),
    KIT: ("agenda", "grid"),
    PREPARATION: ("people", "expected", "checklist", "consent"),
}
"""The keys by which a file shows what it is, whatever it says; an agenda and a kit may have `energisers` too."""

KINDS = (GRID, AGENDA, LIBRARY, ENERGISERS, WORDS, KIT, PREPARATION)


def kind_of(sheet: Sheet, wanted: Sequence[str] = KINDS) -> str | None:
    """What a file is. Faults: it is empty or no map, the format is newer than this program, it is of another kind.

    After one of these nothing else in the file is looked at: every further fault would follow from it.
    """
    place, data = sheet.root, sheet.document.data
    if data is None:
        place.fault("fault.empty_file")
    elif not isinstance(data, dict):
        place.fault("fault.no_map")
    elif isinstance(version := data.get("schema_version"), int) and version > SCHEMA_VERSION:
        place.child("schema_version", version).fault("fault.newer_schema", version=version, known=SCHEMA_VERSION)
    elif data.get("kind") is None:
        _missing_kind(place, data)
    else:
        return _wanted(place.child("kind", data["kind"]), data, wanted)
    return None


def _missing_kind(place: Place, data: Mapping[Key, Data]) -> None:
    misspelt = next((key for key in data if len(str(key)) > 2 and nearest(str(key), ("kind",))), None)
    if misspelt is None:
        place.fault("fault.missing_kind", known=KINDS)
    else:
        place.child(misspelt, data[misspelt]).unknown("fault.unknown_key", misspelt, ("kind",))


def _wanted(place: Place, data: Mapping[Key, Data], wanted: Sequence[str]) -> str | None:
    kind = one_of(place, KINDS)
    meant = [name for name, keys in CONTENT.items() if any(key in data for key in keys)]
    own = (*CONTENT.get(kind or "", ()), *(("agenda", "grid") if kind == PREPARATION else ()))
    if kind is not None and len(meant) == 1 and kind not in meant and not any(key in data for key in own):
        place.fault("fault.kind_of_another", value=kind, meant=meant[0])
        return None
    if kind is not None and kind not in wanted:
        place.fault("fault.other_kind", value=kind, wanted=tuple(wanted))
        return None
    return kind


def opened(sheet: Sheet, known: Sequence[str], required: Sequence[str]) -> Fields | None:
    """The top of a file: its values, with version and languages read."""
    top = fields(sheet.root, (*HEADER, *known), ("schema_version", *required))
    if top is None:
        return None
    whole(top["schema_version"], 1)
    read_languages(sheet, top["languages"])
    sheet.unsure_languages |= "languages" in top.misspelt
    return top


def read_languages(sheet: Sheet, place: Place | None) -> None:
    """Sets the languages of a file; all three where it does not say, or does not say it well."""
    sheet.languages_named = place is not None
    if place is None:
        return
    before = sheet.found
    named: list[str] = []
    for item in items(place, at_least=1):
        language = text(item)
        if language is not None and language not in LANGUAGES:
            item.fault("fault.unknown_language", value=language, known=LANGUAGES)
        elif language in named:
            item.fault("fault.named_twice", value=language)
        elif language is not None:
            named.append(language)
    sheet.unsure_languages = sheet.found > before
    if not sheet.unsure_languages:
        sheet.languages = tuple(language for code in named for language in LANGUAGES if language == code)
