"""The room apart: clocks and needs of each group, who is with none, where the whole room has gone."""

from __future__ import annotations

from facilitate.analysis.timing import expected_end
from facilitate.analysis.tracks import groups_now, needs_of, reached, splits, with_no_group
from facilitate.domain.events import capturing as c
from facilitate.domain.events import preparing as p
from facilitate.domain.events import running as r
from facilitate.domain.people import Role
from tests.domain.test_tracks import apart, go, split_room
from tests.making import Room


def test_each_group_has_its_clock_and_its_needs() -> None:
    room = apart()
    room.laptop.passes(4)
    room.do("mona", r.Extended(step="S2", minutes=2, track="women"), r.Paused(track="men"))
    for number, track in enumerate(("women", "women", "plenary"), 1):
        need = c.Captured(capture=f"n{number}", what=c.CaptureKind.NEED, text="a room", track=track)
        room.do("nora", need)
    room.do("nora", c.CaptureWithdrawn(capture="n2"))
    room.do("nora", c.Captured(capture="d1", what=c.CaptureKind.DECISION, text="we go", track="women"))
    women, men = groups_now(room.meeting, room.laptop())
    assert women.clock is not None
    assert men.clock is not None
    assert (women.track.title, women.needs, women.clock.remaining_ms) == ("Women", 1, 8 * 60_000)
    assert (men.track.title, men.needs, men.clock.paused) == ("Men", 0, True)
    assert [need.text for need in needs_of(room.meeting, "women")] == ["a room"]


def test_who_is_with_no_group() -> None:
    room = split_room()
    room.person("kamal", Role.CO_MODERATOR)
    room.person("otis", Role.OBSERVER)
    room.do("mona", *(track.model_copy(update={"observers": ()}) for track in _groups()))
    room.do("nora", p.PersonLeft(person="omar"))
    assert [each.id for each in with_no_group(room.meeting)] == ["olga", "kamal", "otis"]


def _groups() -> list[r.TrackOpened]:
    return [
        r.TrackOpened(track=track, title=track, step="S2", moderator=moderator)
        for track, moderator in (("women", "mona"), ("men", "milo"))
    ]


def test_a_step_in_groups_waits_to_be_split_once() -> None:
    room = split_room()
    assert splits(room.meeting)
    room.do("mona", *_groups())
    assert not splits(room.meeting)
    room.do("mona", r.TrackClosed(track="women"), r.TrackClosed(track="men"))
    assert not splits(room.meeting), "they have been apart in this step"
    go(room, "S3")
    assert splits(room.meeting)
    go(room, "S4")
    assert not splits(room.meeting)


def test_the_room_has_gone_on_when_its_last_group_has() -> None:
    room = apart()
    assert reached(room.meeting) is None
    assert reached(room.meeting, "women", "S3") is None, "the men have not"
    go(room, "S3", "women", "mona")
    assert reached(room.meeting) is None
    assert reached(room.meeting, "men", "S3") == "S3"
    go(room, "S3", "men", "milo")
    assert reached(room.meeting) == "S3"
    go(room, "S3")
    assert reached(room.meeting) is None, "the plenary is there too"


def test_the_room_goes_to_no_step_that_is_for_everybody() -> None:
    room = apart()
    go(room, "S4", "women", "mona")
    assert reached(room.meeting, "men", "S4") is None


def ends(room: Room) -> float:
    """Minutes from now until the expected end."""
    end = expected_end(room.meeting, room.laptop())
    assert end
    return round((end - room.laptop().wall).total_seconds() / 60)


def test_everybody_waits_for_the_group_that_has_most_before_it() -> None:
    room = apart()
    before = ends(room)
    room.do("mona", r.Extended(step="S2", minutes=6, track="women"))
    assert ends(room) == before + 6
    go(room, "S3", "men", "milo")
    assert ends(room) == before + 6, "the men are ahead, the women are waited for"
    room.do("mona", r.Extended(step="S2", minutes=-6, track="women"))
    room.do("milo", r.Extended(step="S3", minutes=25, track="men"))
    assert ends(room) == before - 10 + 25, "they have skipped their ten minutes of S2, and take long for S3"
