"""The session and the disk: it stalls, recovers, closes and begins without losing anything."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from facilitate.domain.events import Event
from facilitate.domain.events.preparing import MeetingCreated
from facilitate.domain.people import SETUP
from facilitate.domain.topics import KEPT
from facilitate.journal.faults import NotKept
from facilitate.journal.journal import Journal
from tests.journal.helping import ids, keep, need, reopened, until
from tests.journal.screens import Screens, captures
from tests.making import words


def test_a_full_disk_stalls_recovers_and_loses_nothing(screens: Screens) -> None:
    woken: list[frozenset[str]] = []
    screens.session.listen([KEPT], woken.append)
    screens.full()
    wishes = [need(number, "x" * 3000) for number in range(8)]
    for wish in wishes:
        assert screens.session.do("nora", wish) is None
    screens.until(lambda: screens.session.stalled)
    assert screens.session.stalled
    assert screens.session.stalled.message == "not_kept.disk_full"
    assert woken
    assert len(captures(screens)) == 8, "everything stays painted"
    assert screens.session.pending >= 1
    assert [(person, type(what)) for person, what in screens.notices] == [("nora", NotKept)]
    screens.room_again()
    screens.settled()
    screens.until(lambda: screens.session.stalled is None)
    assert len(screens.notices) == 1
    with closing(reopened(screens.path)) as journal:
        assert [event.fact for event in journal.record.events][-8:] == wishes
        replicas = {(event.replica, event.seq) for event in journal.record.events}
        assert len(replicas) == len(journal.record.events)


def test_a_stall_that_nobody_has_looked_at_yet_does_not_stay(screens: Screens) -> None:
    """The disk has room again before the screens ran at all."""
    screens.full()
    screens.session.do("nora", need(1, "x" * 90_000))
    until(lambda: not screens.posts.empty())
    screens.room_again()
    with closing(reopened(screens.path)) as journal:

        def written() -> bool:
            journal.follow()
            return "n1" in journal.record.meeting.captures

        until(written)
    screens.settled()
    screens.until(lambda: screens.session.stalled is None)


def test_close_waits_for_the_disk_and_counts_what_it_took(kept_path: Path) -> None:
    screens = Screens(kept_path)
    for number in range(25):
        screens.session.do("nora", need(number))
    assert screens.session.close() == 0, "also where the screens never ran again"
    with closing(reopened(kept_path)) as journal:
        assert len(journal.record.meeting.captures) == 25


def test_close_says_how_much_a_full_disk_did_not_take(kept_path: Path) -> None:
    screens = Screens(kept_path)
    screens.full()
    for number in range(3):
        screens.session.do("nora", need(number, "x" * 90_000))
    until(lambda: not screens.posts.empty())
    assert screens.session.close() == 3
    with closing(reopened(kept_path)) as journal:
        assert journal.record.meeting.captures == {}
        keep(journal, "nora", need(9))


def test_two_sessions_of_two_programs_hold_one_meeting(kept_path: Path) -> None:
    one, two = Screens(kept_path), Screens(kept_path)
    for number in range(10):
        (one, two)[number % 2].session.do("nora", need(number))

    def both() -> bool:
        one.look()
        two.look()
        return one.session.kept == two.session.kept and len(one.session.kept.captures) == 10

    until(both)
    assert (one.session.close(), two.session.close()) == (0, 0)
    with closing(reopened(kept_path)) as journal:
        assert len(ids(journal)) == len(journal.record.events)


def test_a_session_on_a_file_without_a_meeting_can_begin_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.meeting"
    Journal.create(path).close()
    screens = Screens(path)
    assert screens.session.do(SETUP, MeetingCreated(kit="k", title=words("new"))) is None
    screens.settled()
    assert screens.session.kept.kit == "k"
    assert screens.session.kept.id
    assert screens.session.close() == 0


def test_a_damaged_row_is_known_to_the_session(kept_path: Path) -> None:
    content = kept_path.read_bytes()
    flaw = content.index(b'"person":"olga"')
    kept_path.write_bytes(content[: flaw + 11] + b"p" + content[flaw + 12 :])
    screens = Screens(kept_path)
    assert len(screens.session.damaged) == 1
    assert screens.session.close() == 0


def test_events_know_nothing_of_being_pending(screens: Screens) -> None:
    screens.session.do("nora", need(1))
    screens.settled()
    events: list[Event] = screens.journal.record.events
    assert events[-1].replica != "pending"
    assert screens.session.kept.captures["n1"].by == "nora"
