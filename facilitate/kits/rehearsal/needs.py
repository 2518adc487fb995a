"""The needs that a rehearsed meeting collects, groups and ranks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from facilitate.domain.agenda import Step
from facilitate.domain.events.base import PLENARY
from facilitate.domain.events.capturing import Captured, CaptureKind, NeedsGrouped, Pair, Ranked
from facilitate.domain.people import Group
from facilitate.kits.rehearsal.act import Act, act
from facilitate.kits.rehearsal.cast import SEXES, Cast
from facilitate.kits.rehearsal.chance import Chance, Ids, shuffled
from facilitate.kits.rehearsal.timetable import Slot
from facilitate.kits.rehearsal.voices import Repertoire, people

_DOTS_EACH = 3
_MOST_DOTTED = 8
_MOST_PAIRED = 6
_METHODS: dict[str | None, Literal["dots", "pair"]] = {"pairwise-ranking": "pair"}


@dataclass(frozen=True)
class Need:
    """A need as somebody said it; `weight` is how much the room wants it."""

    id: str
    theme: int
    text: str
    weight: float


class Needs:
    """What is missing in the valley, as far as it has been said. Within a step, collecting comes before grouping."""

    def __init__(self, cast: Cast, repertoire: Repertoire, chance: Chance, language: str) -> None:
        self._cast, self._themes, self._language = cast, repertoire.themes, language
        self._stream = chance.stream("needs")
        self._ids = Ids(chance.stream("need-ids"))
        self._reasons = people().reasons
        texts = [(number, need) for number, theme in enumerate(self._themes) for need in theme.needs]
        self._unsaid = shuffled(texts, self._stream)
        self.said: list[Need] = []

    def collected(self, slot: Slot) -> Iterator[Act]:
        """Needs are said, one a card: some dozen in the room, five or six in each group that has a side of its own."""
        sides = slot.sides or (None,)
        split = slot.step.groups == "split"
        number = self._stream.randint(4, 6) * len(sides) if split else self._stream.randint(12, 16)
        for place, at in enumerate(slot.moments(self._stream, min(number, len(self._unsaid)), 0.2, 0.65)):
            side = sides[place % len(sides)]
            sex = (side.sex if side else None) or self._stream.choice(SEXES)
            yield self._captured(slot, at, sex, side.track if side else PLENARY)

    def _captured(self, slot: Slot, at: int, sex: str, track: str) -> Act:
        theme, text = self._unsaid.pop()
        need = Need(self._ids.new("n"), theme, text.to(self._language), self._stream.random())
        self.said.append(need)
        fact = Captured(
            capture=need.id,
            what=CaptureKind.NEED,
            text=need.text,
            step=slot.step.id,
            track=track,
            group=Group(sex=sex),
        )
        return act(at, self._cast.note_taker.id, fact, slot.step.id)

    def grouped(self, slot: Slot, first: float = 0.3) -> Iterator[Act]:
        """Needs that belong together get a theme."""
        found = sorted({need.theme for need in self.said})
        for theme, at in zip(found, slot.moments(self._stream, len(found), first, 0.69), strict=True):
            needs = tuple(need.id for need in self.said if need.theme == theme)
            title = self._themes[theme].title.to(self._language)
            grouped = NeedsGrouped(theme=self._ids.new("g"), title=title, needs=needs)
            yield act(at, self._cast.note_taker.id, grouped, slot.step.id)

    def ranked(self, slot: Slot) -> Iterator[Act]:
        """The first need of each theme is put to the vote, or compared two by two, as the step asks."""
        method = _METHODS.get(slot.step.method, "dots")
        chosen = self._chosen(slot.step, _MOST_PAIRED if method == "pair" else _MOST_DOTTED)
        if len(chosen) < 2:
            return
        ids = tuple(need.id for need in chosen)
        if method == "pair":
            facts = [Ranked(method=method, needs=ids, pairs=tuple(self._pairs(chosen)))]
        else:
            facts = [
                Ranked(method=method, needs=ids, group=Group(sex=sex), counts=self._dots(chosen, sex))
                for sex in SEXES
                if self._cast.of_sex(sex)
            ]
        for fact, at in zip(facts, slot.moments(self._stream, len(facts), 0.7, 0.9), strict=True):
            yield act(at, self._cast.note_taker.id, fact, slot.step.id)

    def _chosen(self, step: Step, most: int) -> list[Need]:
        firsts = {need.theme: need for need in reversed(self.said)}
        return sorted(firsts.values(), key=lambda need: need.id)[: step.max_items or most]

    def _dots(self, needs: Sequence[Need], sex: str) -> dict[str, int]:
        """Three dots for each woman, or man; women and men do not want quite the same."""
        taste = [need.weight + self._stream.uniform(0.1, 0.7) for need in needs]
        number = _DOTS_EACH * len(self._cast.of_sex(sex))
        marks = self._stream.choices(needs, weights=taste, k=number)
        return {need.id: marks.count(need) for need in needs}

    def _pairs(self, needs: Sequence[Need]) -> Iterator[Pair]:
        """Every pair once; the closest one is disputed."""
        every = list(combinations(needs, 2))
        closest = min(every, key=lambda pair: abs(pair[0].weight - pair[1].weight))
        for pair in every:
            winner, loser = sorted(pair, key=lambda need: -need.weight + self._stream.uniform(-0.15, 0.15))
            note = self._stream.choice(self._reasons.disagreement).to(self._language) if pair == closest else ""
            yield Pair(winner=winner.id, loser=loser.id, note=note)
