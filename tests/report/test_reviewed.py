"""A trainer's review counts in the report, and the observer's own answer stands beside it."""

from __future__ import annotations

from facilitate.analysis.scores import scores
from facilitate.domain.events.observing import Reviewed, Scored, SheetSent
from facilitate.domain.people import Role
from tests.making import small_room
from tests.report.scene import told


def test_reviews_are_told_with_the_original() -> None:
    room = small_room(observers=1)
    room.person("tara", Role.TRAINER)
    room.do("olga", Scored(about="mona", indicator="A1", value=3), Scored(about="mona", indicator="A2", value=3))
    room.do("olga", SheetSent())
    review = Reviewed(observer="olga", about="mona", indicator="A1", value=1, reason="I saw it otherwise")
    room.do("tara", review)
    text = " ".join(told(room).replace("\u2068", "").replace("\u2069", "").split())
    assert "indicator A1, Mona, Olga: 3 (level 3), reviewed as 1 (level 1). Reason: I saw it otherwise" in text
    mean = scores(room.meeting, room.laptop()).sheets[0].sections[0].mean
    assert mean == 2, "the mean of the review and the other answer"
