"""Reading a preparation: a meeting before it is held, with its kit, its people and all that is planned."""

from __future__ import annotations

import os
from pathlib import Path

from facilitate.domain.agenda import Agenda
from facilitate.domain.model import LANGUAGES, Wording
from facilitate.kits.agenda_file import read_agenda
from facilitate.kits.faults import Faulty
from facilitate.kits.grid_file import read_grid
from facilitate.kits.header import PREPARATION, kind_of, opened
from facilitate.kits.kit_file import UnknownKit, named_file, read_kit
from facilitate.kits.library import shipped_kits
from facilitate.kits.preparation import Preparation
from facilitate.kits.preparation_parts import consent, end, expected, moment, people, to_do
from facilitate.kits.reading import built, items, one_of, text, whole
from facilitate.kits.sheet import Fields, Place, Sheet, fields, open_sheet
from facilitate.kits.wordings import wording

KEYS = (
    "kit",
    "agenda",
    "grid",
    "title",
    "place",
    "centre",
    "start",
    "end",
    "language",
    "audience",
    "objectives",
    "people",
    "expected",
    "checklist",
    "consent",
    "rule",
    "quorum",
)
MEETING = ".meeting"


def read_preparation(path: str | Path) -> Preparation:
    """The preparation of a file. Raises Faulty with every fault of it and of the files it names, or OSError."""
    sheet = open_sheet(path)
    return sheet.finished(preparation_of(sheet) if kind_of(sheet, (PREPARATION,)) else None)


def preparation_of(sheet: Sheet) -> Preparation | None:
    """The preparation of an open file; faults are noted on the sheet."""
    top = opened(sheet, KEYS, ())
    if top is None:
        return None
    agenda = _agenda(top)
    lists = fields(top["checklist"], ("materials", "invitations")) if top["checklist"] is not None else None
    return built(
        top.place,
        Preparation,
        **_sources(top),
        **_frame(top),
        start=moment(top["start"]),
        end=end(top["end"]),
        people=people(top["people"], agenda),
        expected=expected(top["expected"]),
        materials=to_do(lists["materials"]) if lists else None,
        invitations=to_do(lists["invitations"]) if lists else None,
        consent=consent(top["consent"]),
        **_rule(top),
    )


def _frame(top: Fields) -> dict[str, object]:
    language = one_of(top["language"], LANGUAGES)
    return {
        "title": _title(top["title"], language),
        "place": text(top["place"]),
        "centre": text(top["centre"]),
        "language": language,
        "audience": text(top["audience"]),
        "objectives": tuple(each for each in map(text, items(top["objectives"])) if each is not None),
    }


def _title(place: Place | None, language: str | None) -> Wording | None:
    """A text alone is in the meeting's language."""
    if place is None or isinstance(place.value, dict):
        return wording(place)
    said = text(place)
    return Wording(**{language or place.sheet.languages[0]: said}) if said is not None else None


def _rule(top: Fields) -> dict[str, object]:
    rule, quorum = one_of(top["rule"], ("all",)), whole(top["quorum"], 1, 1_000)
    if rule is not None and (place := top["quorum"]) is not None:
        place.fault("fault.rule_twice")
    return {"rule": "quorum" if quorum is not None else rule, "quorum": quorum}


# What it starts from.


def _agenda(top: Fields) -> Agenda | None:
    """The agenda whose steps can be named, where a file has it; kit and grid are looked at too."""
    own, grid = top["agenda"], top["grid"]
    if top["kit"] is None and (own is None or grid is None):
        top.place.child("kit", None).fault("fault.no_kit", key="kit")
    found = _kit_agenda(top["kit"])
    if grid is not None and not _is_meeting(grid):
        named_file(grid, read_grid)
    if own is None or _is_meeting(own):
        return found if own is None else None
    return named_file(own, read_agenda)


def _kit_agenda(place: Place | None) -> Agenda | None:
    name = text(place)
    if place is None or name is None:
        return None
    try:
        return read_kit(_path(place, name)).agenda
    except UnknownKit as unknown:
        place.unknown("fault.unknown_kit", name, unknown.known)
    except Faulty as faulty:
        place.sheet.faults.extend(faulty.faults)
    except OSError:
        place.fault("fault.no_such_file", value=name)
    return None


def _is_meeting(place: Place) -> bool:
    """Whether a meeting is named, whose content is for others to read; a fault where it is not there."""
    named = isinstance(place.value, str) and place.value.lower().endswith(MEETING)
    if named and not os.path.exists(_path(place, str(place.value))):
        place.fault("fault.no_such_file", value=str(place.value))
    return named


def _sources(top: Fields) -> dict[str, object]:
    """The kit by its name, other files by their paths."""
    found = {key: text(top[key]) for key in ("kit", "agenda", "grid")}
    return {key: _path(top.place, name) for key, name in found.items() if name is not None}


def _path(place: Place, name: str) -> str:
    """A path from the file's own folder; a kit that ships stays a name."""
    if name in shipped_kits() or not name.lower().endswith((".yaml", ".yml", MEETING)):
        return name
    return os.path.normpath(os.path.join(os.path.dirname(place.sheet.file), name))
