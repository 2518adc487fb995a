"""Going through the comparisons one by one: which one now, back to the one before, and those left for later."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitate.analysis.pairing import Couple, Duel, duels
from facilitate.domain.events.capturing import Pair


@dataclass(frozen=True)
class Comparing:
    """Where somebody stands in the comparisons.

    `answers` are what was decided; `later` what could not be agreed on for the moment; `trail` every comparison that
    was put to the room, and `at` the place in it that somebody went back to; `here` the one that is shown.
    """

    order: tuple[Duel, ...]
    answers: Mapping[Couple, Pair]
    later: tuple[Duel, ...] = ()
    trail: tuple[Duel, ...] = ()
    at: int | None = None
    here: Duel | None = None

    @classmethod
    def begun(cls, ranked: Sequence[str], answers: Mapping[Couple, Pair], later: Collection[Couple] = ()) -> Comparing:
        """At the first comparison that nobody decided; those that were decided can be gone back to."""
        order = duels(ranked)
        done = tuple(duel for duel in order if duel.couple in answers)
        put_off = tuple(duel for duel in order if duel.couple in later)
        return cls(order, dict(answers), later=put_off, trail=done)._onward()

    @property
    def number(self) -> int:
        """Which comparison this is, from 1: as many as were decided before it, and one."""
        before = self.order if self.at is None else self.trail[: self.at]
        here = self.here.couple if self.here else None
        return 1 + len({duel.couple for duel in before if duel.couple in self.answers} - {here})

    @property
    def decided(self) -> int:
        """How many were decided."""
        return sum(duel.couple in self.answers for duel in self.order)

    @property
    def only_later_left(self) -> bool:
        """Whether all that is open was left for later once already."""
        return all(duel.couple in self.answers or duel.couple in self.put_off for duel in self.order)

    @property
    def put_off(self) -> frozenset[Couple]:
        """What was left for later."""
        return frozenset(duel.couple for duel in self.later)

    @property
    def answer(self) -> Pair | None:
        """What was decided here before."""
        return self.answers.get(self.here.couple) if self.here else None

    @property
    def before(self) -> Pair | None:
        """What was decided last before this one."""
        passed = self.trail if self.at is None else self.trail[: self.at]
        return next((self.answers[each.couple] for each in reversed(passed) if each.couple in self.answers), None)

    def answered(self, pair: Pair) -> Comparing:
        """Go on with this decided."""
        if self.here is None:
            return self
        later = tuple(each for each in self.later if each.couple != self.here.couple)
        return replace(self, answers={**self.answers, self.here.couple: pair}, later=later)._passed()

    def noted(self, couple: Couple, pair: Pair) -> Comparing:
        """The same place, with a note to what was decided."""
        return replace(self, answers={**self.answers, couple: pair})

    def left(self) -> Comparing:
        """Go on without it; it comes again after the others. What was decided on it before counts no longer."""
        if self.here is None:
            return self
        later = (*(each for each in self.later if each.couple != self.here.couple), self.here)
        kept = {couple: pair for couple, pair in self.answers.items() if couple != self.here.couple}
        return replace(self, answers=kept, later=later)._passed()

    def back(self) -> Comparing:
        """To the one before; at the first one nothing changes."""
        place = (len(self.trail) if self.at is None else self.at) - 1
        return self if place < 0 else replace(self, at=place, here=self.trail[place])

    def onward(self) -> Comparing:
        """From one that was gone back to, to the one that is next, without a change."""
        return self if self.at is None and self.here else replace(self, at=None)._onward()

    def now(self, ranked: Sequence[str], answers: Mapping[Couple, Pair]) -> Comparing:
        """As others have changed it meanwhile; what is shown stays, as long as both its units stand."""
        order = duels(ranked)
        known = {duel.couple: duel for duel in order}
        trail = tuple(known[each.couple] for each in self.trail if each.couple in known)
        later = tuple(known[each.couple] for each in self.later if each.couple in known)
        changed = replace(self, order=order, answers=dict(answers), later=later, trail=trail)
        if self.here is None:
            return changed
        if self.here.couple not in known:
            return replace(changed, at=None)._onward()
        lost = self.at is not None and len(trail) < len(self.trail)
        return replace(changed, at=len(trail) if lost else self.at)

    def _passed(self) -> Comparing:
        trail = (*self.trail, self.here) if self.at is None and self.here else self.trail
        return replace(self, trail=trail, at=None)._onward()

    def _onward(self) -> Comparing:
        """To the next one that is open, those left for later last."""
        fresh = (duel for duel in self.order if duel.couple not in self.answers and duel.couple not in self.put_off)
        again = (duel for duel in self.later if duel.couple not in self.answers)
        return replace(self, here=next(fresh, None) or next(again, None))
