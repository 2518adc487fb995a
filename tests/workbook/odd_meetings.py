"""Meetings that nobody would hold, made by chance: every kind of indicator, odd scales, words full of signs."""

from __future__ import annotations

from datetime import datetime
from random import Random
from typing import Literal

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.events import Fact
from facilitate.domain.events.agreeing import GridAmended, GridProposed, Mapped
from facilitate.domain.events.base import Origin
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.observing import (
    MEETING,
    ConsensusSet,
    EvidenceAdded,
    IntervalMarked,
    Reviewed,
    Scored,
    SheetSent,
    Tallied,
)
from facilitate.domain.events.preparing import AgendaSet, MeetingCreated, PersonErased
from facilitate.domain.grid import Grid, Scoring, Section
from facilitate.domain.indicator import (
    Anchor,
    Choice,
    Condition,
    Count,
    Derived,
    Duration,
    Indicator,
    Interval,
    Note,
    Option,
    Rating,
    Tally,
    YesNo,
)
from facilitate.domain.model import Wording
from facilitate.domain.people import SETUP, Role
from facilitate.domain.scale import Answer, Band, Chosen, Level, Noted, Scale, Value
from tests.making import Laptop, Room, all_agree, sealing, small_agenda, words

LABELS = (
    "",
    "same",
    "same",
    "A?",
    "AB",
    "A*",
    "a~b",
    '"=1+1"',
    "= 3",
    "NA",
    "yes",
    "Not applicable",
    "x" * 300,
    "نعم؟ لا",
    "a ; b",
    "3",
    "_x0041_",
    "<&>",
    "TRUE",
    "-1",
    "\ufffe",
    "ß",
    "ss",
)
NAMES = ("=*", "O'Brien & <sons>", "سلمى", "'quoted'", "?~*", "x" * 60, "History", "[a]:b", "=1+1", "\ufffe!", "")
POINTS = ((0, 1, 2, 3), (1, 3, 5), (1, 2, 3, 4), (0.5, 1.25, 4), (5, 2, -1), (1 / 3, 2 / 3, 1), (0, 10))


class Odd:
    """Makes one meeting from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.room = Room(Laptop())
        self.codes: list[str] = []

    def word(self) -> Wording:
        text = self.dice.choice(LABELS)
        return Wording(en=text or None, ar=self.dice.choice((None, text or None)))

    def maybe(self, share: float) -> bool:
        return self.dice.random() < share

    def grid(self) -> Grid:
        dice = self.dice
        scales = tuple(
            Scale(
                id=f"s{place}",
                levels=tuple(Level(value=v, label=self.word()) for v in points),
                best=dice.choice(("high", "low")),
            )
            for place, points in enumerate(dice.sample(POINTS, 3))
        )
        sections, made = [], 0
        for place in range(dice.randint(1, 4)):
            own: list[Indicator] = []
            for _ in range(dice.randint(1, 9)):
                made += 1
                own.append(
                    self.indicator(f"{'Aa'[made % 2]}{made}{dice.choice(('', '', '_', '-x', ':y', '_' * 55))}", scales)
                )
            weight = dice.choice((1.0, 1.0, 0.0, 2.5))
            sections.append(
                Section(id=f"S{place}", title=words("t" * dice.choice((1, 300))), weight=weight, indicators=tuple(own))
            )
        scoring = Scoring(
            enough=dice.choice((0.0, 0.6, 1 / 3, 1.0)), yes=dice.choice((4, 1)), no=dice.choice((1, 0, 4))
        )
        return Grid(id="odd", title=words("odd"), scales=scales, sections=tuple(sections), scoring=scoring)

    def indicator(self, code: str, scales: tuple[Scale, ...]) -> Indicator:
        dice, before = self.dice, list(self.codes)
        self.codes.append(code)
        about = dice.choice(("meeting", "moderator", "moderator", "step"))
        shared = {
            "id": code,
            "text": Wording(en=dice.choice(("text", "=1+1", "y" * 300, "* ? ~"))),
            "about": about,
            "weight": dice.choice((1.0, 1.0, 1.0, 0.0, 2.0, 0.1)),
            "reverse": self.maybe(0.3),
            "not_observed": self.maybe(0.9),
            "not_applicable": self.maybe(0.9),
        }
        if before and self.maybe(0.2):
            values = (Answer.YES, 1, 3, 0, "o1", Answer.NO, Answer.NOT_OBSERVED, 2)
            shared["when"] = Condition(indicator=dice.choice(before), values=values)
        if self.maybe(0.1):
            shared["auto"] = "log.actions_complete_ratio"
        scale = dice.choice(scales)
        anchors = tuple(Anchor(value=v, text=self.word()) for v in scale.values)
        bands = self.bands()
        options = tuple(
            Option(id=name, label=self.word(), score=dice.choice((None, 1, 2, 4.5)))
            for name in ("o1", "o2", "3", "x-1")
        )
        match dice.randint(0, 9):
            case 0 | 1:
                return Rating(scale=scale.id, anchors=anchors, **shared)
            case 2:
                return YesNo(yes_means=self.word(), no_means=self.word(), **shared)
            case 3:
                return Choice(options=options, several=self.maybe(0.5), **shared)
            case 4:
                threshold = None if bands or self.maybe(0.3) else 2.5
                return Count(bands=bands, threshold=threshold, measure="times", **shared)
            case 5:
                return Tally(bands=bands, **shared)
            case 6:
                return Duration(bands=bands, **shared)
            case 7:
                return Interval(codes=options[:2], **shared) if self.maybe(0.5) else Note(**shared)
        if not before:
            return Rating(scale=scale.id, **shared)
        behaviours = tuple(dice.sample(before, min(len(before), dice.randint(1, 5))))
        rule = dice.choice(("mean", "lowest", "highest", "share"))
        return Derived(scale=scale.id, behaviours=behaviours, rule=rule, anchors=anchors, **shared)

    def bands(self) -> tuple[Band, ...]:
        if self.maybe(0.2):
            return ()
        limits = sorted(self.dice.sample((0, 1, 2.5, 4, 7), self.dice.randint(1, 4)))
        bands = [Band(max=each, score=self.dice.choice((0, 1, 4, -1.5))) for each in limits]
        return (*bands, Band(score=self.dice.choice((0, 3)))) if self.maybe(0.5) else tuple(bands)

    def value(self, grid: Grid, indicator: Indicator) -> Value:
        dice = self.dice
        if self.maybe(0.25):
            return dice.choice((Answer.NOT_APPLICABLE, Answer.NOT_OBSERVED))
        match indicator:
            case Rating() | Derived():
                scale = grid.scale(indicator.scale)
                assert scale
                return dice.choice(scale.values)
            case YesNo():
                return dice.choice((Answer.YES, Answer.NO))
            case Choice():
                found = [each.id for each in indicator.options]
                return Chosen(choices=tuple(dice.sample(found, dice.randint(1, 3 if indicator.several else 1))))
            case Note():
                return Noted(text=dice.choice(("=1+1", "NA", "3", "نص\nآخر")))
        return dice.choice((0, 1, 2, 2.5, 3, 5, 9, 1 / 3))

    def held(self) -> Room:
        room, dice, grid = self.room, self.dice, self.grid()
        room.do(
            SETUP,
            MeetingCreated(kit="odd", title=words("odd"), start=datetime(2026, 7, 16, 14, 0)),
            AgendaSet(agenda=small_agenda()),
            GridProposed(grid=grid),
        )
        room.person("tess", Role.TRAINER, name="tess")
        moderators = [
            room.person(f"m{n}", Role.MODERATOR, name=dice.choice(NAMES) or "m") for n in range(dice.randint(0, 2))
        ]
        number = dice.choice((0, 1, 2, 3, 5, 7, 7 if self.maybe(0.9) else 30))
        observers = [room.person(f"o{n}", Role.OBSERVER, name=dice.choice(NAMES) or "o") for n in range(number)]
        if self.maybe(0.5):
            room.person("nora", Role.NOTE_TAKER, name="nora")
            room.do("nora", Captured(capture="a1", what=CaptureKind.ACTION, text="=go"))
        self.observe(grid, observers, moderators, 0.6)
        if self.maybe(0.3):
            self.amend(grid, observers, moderators)
        for observer in observers:
            if self.maybe(0.8):
                room.try_(observer, SheetSent())
        self.review(observers)
        if observers and self.maybe(0.2):
            room.try_("tess", PersonErased(person=observers[0]))
        return room

    def amend(self, grid: Grid, observers: list[str], moderators: list[str]) -> None:
        all_agree(self.room)
        self.room.try_("tess", sealing(self.room))
        other = self.grid_like(grid)
        ways: list[Literal["same", "renamed"]] = ["same", "renamed"]
        mapping = tuple(
            Mapped(how=ways[grid.by_id[code] != other.by_id[code]], old=(code,), new=(code,)) for code in grid.by_id
        )
        fact = GridAmended(grid=other, before=grid.fingerprint, mapping=mapping, reason="r")
        done = self.room.try_("tess", fact)
        if not isinstance(done, Refused):
            self.observe(other, observers, moderators, 0.3)

    def grid_like(self, grid: Grid) -> Grid:
        def changed(each: Indicator) -> Indicator:
            return each.model_copy(update={"text": words("new")}) if self.maybe(0.3) else each

        sections = [
            section.model_copy(update={"indicators": tuple(map(changed, section.indicators))})
            for section in grid.sections
        ]
        return grid.with_sections(tuple(sections))

    def observe(self, grid: Grid, observers: list[str], moderators: list[str], share: float) -> None:
        for observer in observers:
            for indicator in grid.indicators():
                abouts = moderators if indicator.about == "moderator" else [MEETING]
                for about in abouts:
                    for step in ("S1", "S2") if indicator.about == "step" else (None,):
                        at = {"about": about, "indicator": indicator.id, "step": step}
                        for fact in self.facts(grid, indicator, at, share):
                            self.room.try_(observer, fact)

    def facts(self, grid: Grid, indicator: Indicator, at: dict[str, str | None], share: float) -> list[Fact]:
        found: list[Fact] = []
        if self.maybe(0.2):
            self.made = getattr(self, "made", 0) + 1
            found.append(
                EvidenceAdded(evidence=f"e{self.made}", text=self.dice.choice(("=fact", "_x0041_", "é")), **at)
            )
        if isinstance(indicator, Derived) and self.maybe(0.6):
            return found
        if isinstance(indicator, Tally) and self.maybe(0.7):
            return found + [Tallied(**at) for _ in range(self.dice.randint(0, 4))]
        if isinstance(indicator, Interval):
            return [*found, IntervalMarked(interval=1, codes=("o1",), **at)]
        if self.maybe(share):
            found.append(
                Scored(value=self.value(grid, indicator), reason=self.dice.choice(("", "=why", "_x0041_")), **at)
            )
        return found

    def review(self, observers: list[str]) -> None:
        meeting = self.room.meeting
        for observer in observers:
            for cell in list(meeting.sheet(observer).marks):
                indicator = meeting.grid.by_id.get(cell.indicator) if meeting.grid else None
                if indicator is None or meeting.grid is None or not self.maybe(0.15):
                    continue
                at = {"about": cell.about, "indicator": cell.indicator, "step": cell.step}
                value = self.value(meeting.grid, indicator)
                source = Origin(file="b.xlsx", cell="A!C3")
                self.room.try_("tess", Reviewed(observer=observer, value=value, reason="=why", source=source, **at))
                self.room.try_("tess", ConsensusSet(value=value, reason="=why", **at))


def odd_meeting(seed: int) -> Room:
    return Odd(seed).held()
