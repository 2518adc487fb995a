"""The session: painted at once, kept soon, withdrawn with a notice where it could not stand, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import observing as o
from facilitate.domain.events.capturing import Ranked
from facilitate.domain.events.preparing import PersonAdded, PersonNamed
from facilitate.domain.events.running import Paused, StepOpened
from facilitate.domain.topics import AGENDA, CAPTURES, CLOCK, EVERYTHING, KEPT, SENT, TURNS, scores_of
from facilitate.journal.journal import Journal
from facilitate.session import TookBack
from tests.journal.helping import keep, need, reopened
from tests.journal.screens import Screens, captures
from tests.making import Laptop

SCORE = o.Scored(about="mona", indicator="A1", value=3)


@pytest.fixture
def other(kept_path: Path) -> Iterator[Journal]:
    """Another program on the same file."""
    with closing(reopened(kept_path)) as journal:
        yield journal


def test_what_is_done_is_painted_at_once_and_kept_soon(screens: Screens) -> None:
    assert screens.session.do("nora", need(1)) is None
    assert captures(screens) == ["n1"]
    assert screens.session.pending == 1
    assert "n1" not in screens.session.kept.captures
    screens.settled()
    assert "n1" in screens.session.kept.captures
    assert captures(screens) == ["n1"]
    with closing(reopened(screens.path)) as journal:
        assert "n1" in journal.record.meeting.captures


def test_what_is_known_to_be_impossible_is_refused_at_once(screens: Screens) -> None:
    before = screens.session.view("mona")
    refused = screens.session.do("olga", StepOpened(step="S1"))
    assert isinstance(refused, Refused)
    assert refused.message == "refused.not_yours"
    refused = screens.session.do("nora", need(1), need(1))
    assert isinstance(refused, Refused)
    assert screens.session.view("mona") is before
    assert (screens.session.pending, screens.notices) == (0, [])
    assert screens.session.do("nora") is None


def test_an_act_of_several_facts_is_one_act_also_when_it_is_taken_back(screens: Screens) -> None:
    screens.session.do("nora", need(0))
    screens.settled()
    laptop = screens.journal.machine
    assert isinstance(laptop, Laptop)
    laptop.passes(seconds=1)
    added, named = PersonAdded(person="p1"), PersonNamed(person="p1", name="Brahim")
    screens.session.do("nora", added, named, need(1), Ranked(method="dots", needs=("n1",), counts={"n1": 3}))
    assert screens.session.pending == 1
    screens.settled()
    assert captures(screens) == ["n0", "n1"]
    screens.session.undo("nora")
    screens.until(lambda: captures(screens) == ["n0"])
    assert ("p1" in screens.session.kept.people, screens.session.kept.rankings) == (False, ())
    screens.session.redo("nora")
    screens.until(lambda: captures(screens) == ["n0", "n1"])
    assert (screens.session.kept.name("p1"), len(screens.session.kept.rankings)) == ("Brahim", 1)
    screens.until(lambda: len(screens.notices) == 2)
    told = [each.act.fact for _, each in screens.notices if isinstance(each, TookBack)]
    assert [type(fact) for fact in told] == [Ranked, Ranked], "the act is named by its last fact, once"


def test_others_are_followed(screens: Screens, other: Journal) -> None:
    keep(other, "nora", need(1))
    screens.until(lambda: captures(screens) == ["n1"])
    assert screens.session.kept == other.record.meeting


def test_what_could_not_stand_is_withdrawn_with_a_notice(screens: Screens, other: Journal) -> None:
    keep(other, "milo", StepOpened(step="S2"))
    assert screens.session.do("mona", StepOpened(step="S1")) is None, "nothing was seen of the other yet"
    painted = screens.session.view("mona").current
    assert painted
    assert painted.step == "S1"
    screens.session.do("mona", Paused(), need(1))
    screens.until(lambda: screens.session.pending == 0)
    current = screens.session.view("mona").current
    assert current
    assert (current.step, current.paused) == ("S2", True), "what was still possible stands"
    assert screens.notices == [("mona", Refused("refused.moved_on", {"step": "S2"}))]
    assert screens.session.view("mona").clashes == ()


def test_what_was_withdrawn_leaves_no_trace(screens: Screens, other: Journal) -> None:
    keep(other, "mona", need(1, "first"))
    screens.session.do("nora", need(1, "second"))
    assert screens.session.view("nora").captures["n1"].text == "second"
    screens.until(lambda: screens.notices)
    view = screens.session.view("nora")
    assert (view.captures["n1"].text, view.clashes) == ("first", ())
    assert screens.notices == [("nora", Refused("refused.capture_twice"))]


def test_a_mark_wakes_only_who_shows_that_sheet(screens: Screens) -> None:
    woken: dict[str, list[frozenset[str]]] = {}
    topics = [scores_of("olga"), scores_of("omar"), CLOCK, AGENDA, TURNS, CAPTURES, SENT]
    for topic in topics:
        woken[topic] = []
        screens.session.listen([topic], woken[topic].append)
    screens.session.do("olga", SCORE)
    screens.settled()
    assert {topic for topic, times in woken.items() if times} == {scores_of("olga")}
    assert len(woken[scores_of("olga")]) == 2, "painted, and kept"


def test_a_mark_of_another_program_wakes_only_who_shows_that_sheet(screens: Screens, other: Journal) -> None:
    woken: list[frozenset[str]] = []
    rest: list[frozenset[str]] = []
    screens.session.listen([scores_of("omar")], woken.append)
    screens.session.listen([scores_of("olga"), CLOCK, AGENDA, TURNS, CAPTURES], rest.append)
    keep(other, "omar", SCORE)
    screens.until(lambda: woken)
    assert rest == []


def test_a_listener_can_stop(screens: Screens) -> None:
    woken: list[frozenset[str]] = []
    stop = screens.session.listen([CAPTURES, KEPT], woken.append)
    stop()
    stop()
    screens.session.do("nora", need(1))
    screens.settled()
    assert woken == []


def test_nothing_is_told_while_nothing_happens(screens: Screens) -> None:
    screens.session.do("nora", need(1))
    screens.settled()
    woken: list[frozenset[str]] = []
    screens.session.listen([KEPT, CAPTURES], woken.append)
    view = screens.session.view("mona")
    polls: list[int] = []
    follow = screens.journal.follow

    def counted() -> None:
        polls.append(1)
        follow()

    screens.journal.follow = counted  # type: ignore[method-assign]
    screens.until(lambda: len(polls) > 3)
    assert woken == []
    assert screens.session.view("mona") is view


def test_everybody_sees_through_their_own_eyes(screens: Screens) -> None:
    screens.session.do("olga", SCORE)
    for settled in (False, True):
        if settled:
            screens.settled()
        assert screens.session.view("olga").sheet("olga").marks
        for person in ("omar", "mona", "tess"):
            assert not screens.session.view(person).sheet("olga").marks
            assert screens.session.view(person).sheet("olga").hidden


def test_undo_and_redo_through_the_session(screens: Screens) -> None:
    screens.session.do("nora", need(1))
    screens.session.do("mona", need(2))
    screens.session.undo("nora")
    told: list[frozenset[str]] = []
    screens.session.listen([TURNS], told.append)
    screens.until(lambda: captures(screens) == ["n2"])
    assert told == [EVERYTHING], "after an undo anything may have changed"
    screens.session.redo("nora")
    screens.until(lambda: captures(screens) == ["n1", "n2"])
    screens.session.redo("nora")
    screens.session.undo("tim")
    screens.until(lambda: len(screens.notices) == 4)
    undone, redone = screens.notices[0][1], screens.notices[1][1]
    assert isinstance(undone, TookBack)
    assert isinstance(redone, TookBack)
    assert (undone.act.fact, undone.again) == (need(1), False)
    assert (redone.act, redone.again) == (undone.act, True)
    assert screens.notices[2:] == [("nora", Refused("refused.redo_nothing")), ("tim", Refused("refused.undo_nothing"))]


def test_undo_waits_for_what_is_still_pending(screens: Screens) -> None:
    screens.session.do("nora", need(1))
    screens.session.undo("nora")
    screens.until(lambda: captures(screens) == [])
    assert screens.session.pending == 0


def test_a_fault_of_the_program_is_never_silent(screens: Screens, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "append", broken)
        screens.session.do("nora", need(1))
        screens.until(lambda: screens.session.stalled)
        assert screens.session.pending == 1, "what was not kept is not shown as kept"
        assert screens.session.stalled is not None
        assert "ZeroDivisionError" in screens.session.stalled.values["why"]
    screens.settled()
    assert captures(screens) == ["n1"]
    screens.until(lambda: not screens.session.stalled)


def test_another_file_copied_over_this_one_is_noticed(screens: Screens, tmp_path: Path) -> None:
    backup = tmp_path / "backup.meeting"
    screens.journal.copy_to(backup)
    screens.session.do("nora", need(1))
    screens.settled()
    screens.path.write_bytes(backup.read_bytes())
    screens.until(lambda: screens.session.stalled)
    screens.session.do("nora", need(2))
    screens.look()
    assert screens.session.pending == 1
    assert screens.session.stalled is not None
    assert screens.session.stalled.message == "not_kept.replaced"


def test_a_longer_file_copied_over_this_one_is_noticed_too(screens: Screens, tmp_path: Path) -> None:
    longer = tmp_path / "longer.meeting"
    screens.journal.copy_to(longer)
    with closing(reopened(longer)) as journal:
        keep(journal, "nora", need(7), need(8), need(9))
    screens.session.do("nora", need(1))
    screens.settled()
    screens.path.write_bytes(longer.read_bytes())
    screens.until(lambda: screens.session.stalled)
    assert screens.session.stalled is not None
    assert screens.session.stalled.message == "not_kept.replaced"
