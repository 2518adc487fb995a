"""Comparing two by two: who compares, what is compared, and each decision kept as soon as it is taken."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import NamedTuple

from facilitate.analysis.pairing import Couple, number_of_duels
from facilitate.analysis.ranking import Unit, results, units
from facilitate.domain.events.capturing import Pair
from facilitate.domain.people import Group
from facilitate.tui.console.acting import Acting
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.pairs import Asked, LeftOpen, PairsDialog
from facilitate.tui.ranking.chosen import Candidates, begun_again, best_by_dots, candidates, pairs_kept
from facilitate.tui.ranking.groups import choices, name_of, tally_of


class _Drive(NamedTuple):
    """The comparisons that are being driven on this screen."""

    dialog: PairsDialog
    group: Group | None
    asked: tuple[str, ...]


class PairActs(Acting):
    """What the page of needs does with pairs."""

    _drive: _Drive | None = None

    @property
    def marked(self) -> Collection[str]:
        """The needs and themes that are marked."""
        return ()

    def action_pairs(self) -> None:
        """Ask who compares; then what, where there is too much."""
        if len(units(self.meeting)) < 2:
            self.say(self.words("needs.two_at_least"))
            return
        found = choices(self.meeting, "pair", self.words)
        options = [(str(number), each.name, each.beside) for number, each in enumerate(found)]
        choose = Choose(self.words("needs.who_compares"), options, self.words)
        self.app.push_screen(choose, lambda place: self._compare(found[int(place)].group) if place else None)

    def _compare(self, group: Group | None) -> None:
        step = self.meeting.agenda.step(self.opening.step) if self.meeting.agenda and self.opening else None
        tally = tally_of(self.meeting, "pair", group)
        found = candidates(self.meeting, self.marked, tally, step.max_items if step else None)
        if len(found.units) < 2:
            self.say(self.words("needs.one_marked"))
        elif found.too_many:
            self._choose_fewer(group, found)
        else:
            self._go_through(group, found.units)

    def _choose_fewer(self, group: Group | None, found: Candidates) -> None:
        """Too many for a room: the best by dots, those that are marked, or all the same where it is just possible."""
        words, number = self.words, len(found.units)
        best = best_by_dots(results(self.meeting), found.units, found.most)
        options = [("mark", words("needs.mark_first", count=found.most), words("needs.mark_first.help"))]
        if len(best) > 1:
            duels = words("needs.duels", count=number_of_duels(len(best)))
            options.insert(0, ("best", words("needs.best_by_dots", count=len(best)), duels))
        options.append(
            ("all", words("needs.all_of_them", count=number), words("needs.duels", count=number_of_duels(number)))
        )
        title = words("needs.too_many", number=number, duels=number_of_duels(number), most=found.most)
        ways = {"best": best, "all": found.units}
        choose = Choose(title, options, words)
        self.app.push_screen(choose, lambda way: self._go_through(group, ways[way]) if way in ways else None)

    def _go_through(self, group: Group | None, asked: tuple[Unit, ...]) -> None:
        """Drive the comparisons, from where they were left off."""
        tally, names = tally_of(self.meeting, "pair", group), tuple(unit.id for unit in asked)
        left = self.seat.standing.left_off.setdefault(f"pairs of {group}", LeftOpen())
        assert isinstance(left, LeftOpen)
        dialog = PairsDialog(
            Asked(name_of(group, self.words), asked, self._details(asked)),
            tally.pairs if tally else {},
            left,
            partial(self._keep, group, names),
            lambda: self.do(begun_again(group, self._standing(names))),
            self.words,
        )
        self._drive = _Drive(dialog, group, names)
        self.app.push_screen(dialog, self._left)

    def _left(self, _: None) -> None:
        self._drive = None

    def _details(self, asked: tuple[Unit, ...]) -> dict[str, str]:
        """Under a theme's title the needs that are in it."""
        captures = self.meeting.captures
        return {unit.id: " · ".join(captures[need].text for need in unit.needs) for unit in asked if unit.theme}

    def _standing(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(unit.id for unit in units(self.meeting) if unit.id in names)

    def _keep(self, group: Group | None, asked: tuple[str, ...], couple: Couple, pair: Pair | None) -> bool:
        return self.do(pairs_kept(self.meeting, group, asked, couple, pair))

    def pass_on(self) -> None:
        """Tell the comparisons that are driven here what has changed meanwhile."""
        if self._drive is not None:
            tally = tally_of(self.meeting, "pair", self._drive.group)
            found = tuple(unit for unit in units(self.meeting) if unit.id in self._drive.asked)
            self._drive.dialog.heard(found, tally.pairs if tally else {})
