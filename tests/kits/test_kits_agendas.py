"""Agendas and kits: what ships is complete in three languages, and what trainers write is understood."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from facilitate.domain.agenda import Agenda
from facilitate.domain.model import LANGUAGES, Wording
from facilitate.domain.people import band_shown
from facilitate.kits.agenda_file import read_agenda
from facilitate.kits.check import check
from facilitate.kits.faults import Faulty
from facilitate.kits.kit_file import UnknownKit, read_kit
from facilitate.kits.library import duty, grids_folder, method, shipped_kits, term, vocabulary
from tests.kits.desk import GRID, KIT, YOUTH, Desk, checked

LIBRARY = Path(__file__).parent / "agenda-library.yaml"


def texts(value: object) -> Iterator[Wording]:
    """Every text in some content."""
    if isinstance(value, Wording):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))
    elif isinstance(value, dict):
        yield from texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)


@pytest.mark.parametrize(
    ("name", "steps", "total", "floor", "protected"),
    [("youth", 12, 105, 81, ["Y08", "Y11"]), ("farmers", 12, 120, 95, ["F08", "F11"])],
)
def test_a_shipped_kit_is_complete(name: str, steps: int, total: int, floor: int, protected: list[str]) -> None:
    kit = read_kit(name)
    assert (kit.id, len(kit.agenda.steps), len(kit.agenda.energisers)) == (name, steps, 5)
    assert (kit.agenda.total_minutes, kit.agenda.floor_minutes) == (total, floor)
    assert [step.id for step in kit.agenda.steps if step.protect] == protected
    assert {step.method for step in kit.agenda.steps} == set(kit.agenda.methods)
    assert {source for step in kit.agenda.steps for source in step.sources} <= set(kit.agenda.sources)
    assert kit.agenda.schedule_advice if name == "farmers" else not kit.agenda.schedule_advice
    said = [text for text in texts(kit) if text]
    assert len(said) > 200
    assert all(len(text.languages) == len(LANGUAGES) for text in said)


def test_what_ships_has_no_faults() -> None:
    report = check([grids_folder()])
    assert (report.faults, report.warnings, report.unreadable, report.files) == ((), (), (), 11)
    assert set(shipped_kits()) == {"behaviours", "farmers", "interval", "youth"}


def test_people_are_counted_in_the_bands_of_the_agenda() -> None:
    assert read_kit("youth").agenda.age_bands == ("15-17", "18-24", "25-29")
    assert read_kit("farmers").agenda.age_bands == ("18-29", "30-59", "60-99"), "60+ has no upper end"
    assert [band_shown(band) for band in ("18-29", "60-99", "young")] == ["18-29", "60+", "young"]


def without_protection(agenda: Agenda) -> Agenda:
    steps = tuple(step.model_copy(update={"protect": False}) for step in agenda.steps)
    return agenda.model_copy(update={"steps": steps})


@pytest.mark.parametrize("name", ["youth", "farmers"])
def test_a_library_of_agendas_says_the_same_as_the_files(name: str) -> None:
    assert read_agenda(f"{LIBRARY}#{name}-needs") == without_protection(read_kit(name).agenda)
    assert checked(LIBRARY) == []


def test_an_agenda_of_a_library_must_be_named() -> None:
    for path, message in ((f"{LIBRARY}", "fault.which_agenda"), (f"{LIBRARY}#youth", "fault.unknown_agenda_near")):
        with pytest.raises(Faulty) as caught:
            read_agenda(path)
        assert [fault.message_id for fault in caught.value.faults] == [message]


def test_words_are_found_by_id() -> None:
    assert term("moderator").ar_ma == "منشِّط / منشِّطة"
    assert term("grid").ar == "شبكة الملاحظة"
    assert duty("timekeeper").title.fr == "Gardien / gardienne du temps"
    assert method("dot-vote").title.en == "Dot vote"
    words = vocabulary()
    assert (len(words.terms), len(words.duties), len(words.methods)) == (44, 6, 14)
    with pytest.raises(KeyError):
        term("nothing")


def test_a_kit_of_ones_own_is_read_by_path(desk: Desk) -> None:
    desk.spoil(KIT, "id: youth", "id: ours")
    kit = read_kit(str(desk.path(KIT)))
    assert (kit.id, kit.agenda, kit.grid) == ("ours", read_kit("youth").agenda, read_kit("youth").grid)


def test_a_kit_can_take_its_agenda_from_a_library(desk: Desk) -> None:
    desk.write("library.yaml", LIBRARY.read_bytes())
    desk.spoil(KIT, "../agendas/youth-needs.yaml", "../library.yaml#farmers-needs")
    assert read_kit(str(desk.path(KIT))).agenda.id == "farmers-needs"


def test_an_unknown_kit_says_which_there_are() -> None:
    with pytest.raises(UnknownKit) as caught:
        read_kit("yuth")
    assert (caught.value.name, set(caught.value.known)) == ("yuth", {"behaviours", "farmers", "interval", "youth"})
    with pytest.raises(FileNotFoundError):
        read_kit("nowhere/kit.yaml")


def test_a_fault_in_a_file_that_a_kit_names_is_told_in_that_file(desk: Desk) -> None:
    line = desk.spoil(GRID, "type: scale4", "type: five")
    told = checked(desk.path(KIT))
    assert len(told) == 1
    assert f"{Path('observation', 'grid-meeting.yaml')}:{line}: indicator A2" in told[0]


def test_a_fault_is_told_once_when_a_folder_is_checked(desk: Desk) -> None:
    desk.spoil(GRID, "type: scale4", "type: five")
    assert len(checked(desk.folder)) == 1


def test_an_indicator_about_steps_must_name_steps_of_the_agenda(desk: Desk) -> None:
    desk.spoil(GRID, "steps: [opening]", "steps: [Y04, opening, Z99]")
    line = desk.spoil(KIT, "grid:", "grid:")
    (told,) = checked(desk.path(KIT))
    assert f'youth.yaml:{line}: indicator A2 of the grid is about step "Z99"' in told


def test_an_agenda_brings_its_own_methods_and_energisers(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(
        "schema_version: 1\nkind: agenda\nid: a\nlanguages: [fr]\ntitle: Réunion\n"
        "methods: {walk: {title: Marche, description: On marche.}}\n"
        "energisers: [{id: X1, title: Pas, minutes: 3, touch: no, steps: [Un pas, Deux pas]}]\n"
        "steps: [{id: S1, title: Aller, minutes: 10, method: walk, energiser: X1, tips: [Lentement]}]\n",
        encoding="utf-8",
    )
    agenda = read_agenda(file)
    assert (list(agenda.methods), [each.id for each in agenda.energisers]) == (["walk"], ["X1"])
    assert agenda.steps[0].tips == (Wording(fr="Lentement"),)
    assert agenda.energisers[0].touch is False
    assert checked(file) == []


def test_an_agenda_may_name_energisers_that_are_checked_with_it(desk: Desk) -> None:
    desk.spoil("energisers.yaml", "- id: E3", "- id: OURS")
    desk.spoil(YOUTH, "energiser: E3", "energiser: OURS")
    desk.spoil("agendas/farmers-needs.yaml", "energiser: E4", "energiser: E5")
    assert checked(desk.folder) == []
    assert len(checked(desk.path(YOUTH))) == 1
