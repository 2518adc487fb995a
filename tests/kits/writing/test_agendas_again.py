"""An agenda that was written is read as the same agenda, with what it names and does not ship."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitate.domain.agenda import Agenda
from facilitate.domain.events.preparing import AgendaSet
from facilitate.domain.model import replaced
from facilitate.kits.agenda_file import read_agenda
from facilitate.kits.check import check
from facilitate.kits.library import grids_folder
from facilitate.kits.writing.agenda import agenda_text, as_file
from facilitate.kits.written import shipped, written_agenda
from facilitate.language import Words
from facilitate.language.words import Code
from tests.domain.strategies import facts
from tests.kits.writing.again import ENGLISH, agenda_again
from tests.kits.writing.agendas import agendas

LIBRARY = Path(__file__).parent.parent / "agenda-library.yaml"
SHIPPED = tuple(f"{grids_folder()}/agendas/{name}-needs.yaml" for name in ("youth", "farmers"))
ALLOWED = {"warning.language_missing", "warning.language_undeclared"}


@pytest.mark.parametrize("source", SHIPPED)
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_shipped_agendas_come_back_without_a_word_of_blame(tmp_path: Path, source: str, language: Code) -> None:
    agenda, file = read_agenda(source), tmp_path / "agenda.yaml"
    file.write_text(agenda_text(agenda, Words(language), shipped()), encoding="utf-8")
    assert read_agenda(file) == agenda
    report = check([file])
    assert (report.faults, report.warnings, report.files) == ((), (), 1)


@pytest.mark.parametrize("name", ["youth-needs", "farmers-needs"])
def test_an_agenda_of_a_library_comes_back_alone(name: str) -> None:
    agenda = read_agenda(f"{LIBRARY}#{name}")
    assert agenda_again(agenda)[0] == agenda


@pytest.mark.parametrize("source", SHIPPED)
def test_what_ships_is_not_written_again(source: str) -> None:
    text = agenda_text(read_agenda(source), ENGLISH, shipped())
    assert "\nmethods:" not in text
    assert "\nenergisers:" not in text


def test_some_energisers_that_ship_stand_by_their_ids_and_none_at_all_is_said() -> None:
    agenda = read_agenda(SHIPPED[0])
    some = tuple(each for each in agenda.energisers if each.id in ("E2", "E3"))
    text = agenda_text(replaced(agenda, energisers=some), ENGLISH, shipped())
    assert "\nenergisers: [E2, E3]\n" in text
    idle = replaced(agenda, energisers=(), steps=agenda.steps[:1])
    assert "\nenergisers: []\n" in agenda_text(idle, ENGLISH, shipped())
    assert agenda_again(idle)[0] == as_file(idle, shipped())


def test_an_energiser_that_nobody_knows_is_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "agenda.yaml"
    file.write_text(
        'schema_version: 1\nkind: agenda\nid: a\nlanguages: [en]\ntitle: "A"\nenergisers: [E1, E22]\n'
        'steps:\n  - {id: S1, title: "S", minutes: 5}\n',
        encoding="utf-8",
    )
    (told,) = check([file]).faults
    assert 'energiser "E22" is not defined; did you mean "E2"' in told.shown(ENGLISH)
    assert told.line == 6


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(agendas())
def test_any_agenda_comes_back(agenda: Agenda) -> None:
    again, sheet = agenda_again(agenda)
    assert sheet.faults == []
    assert again == as_file(agenda, shipped())
    assert {warning.message_id for warning in sheet.warnings} <= ALLOWED
    assert agenda_text(again, ENGLISH, shipped()) == agenda_text(agenda, ENGLISH, shipped())


@settings(max_examples=100)
@given(st.deferred(lambda: facts(AgendaSet)))
def test_an_agenda_that_no_file_could_say_is_written_all_the_same_and_its_faults_are_told(fact: AgendaSet) -> None:
    written = written_agenda(fact.agenda, "written.yaml", ENGLISH)
    assert written.faults or written.complete
    assert {fault.message_id for fault in written.faults if fault.message_id.startswith("fault.syntax")} == set()
