"""Counting dots: whose they are, the table, and one event for all of them."""

from __future__ import annotations

from facilitate.analysis.ranking import units, voters
from facilitate.domain.people import Group
from facilitate.tui.console.acting import Acting
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.dots import DotsDialog, DotsTyped
from facilitate.tui.ranking.chosen import dots_kept
from facilitate.tui.ranking.dotting import EACH, Dots
from facilitate.tui.ranking.groups import choices, name_of, tally_of

_EACH_KEPT = "dots of each person"


def _draft(group: Group | None) -> str:
    """Under which name the numbers of a group are remembered until they are kept."""
    return f"dots of {group.model_dump_json() if group else ''}"


class DotActs(Acting):
    """What the page of needs does with dots."""

    def action_dots(self) -> None:
        """Ask whose dots they are; the table comes next."""
        if not units(self.meeting):
            self.say(self.words("needs.none"))
            return
        found = choices(self.meeting, "dots", self.words)
        options = [(str(number), each.name, each.beside) for number, each in enumerate(found)]
        choose = Choose(self.words("needs.whose_dots"), options, self.words)
        self.app.push_screen(choose, lambda place: self._count(found[int(place)].group) if place else None)

    def _count(self, group: Group | None) -> None:
        found = units(self.meeting)
        left_off, tally = self.seat.standing.left_off, tally_of(self.meeting, "dots", group)
        draft, each = left_off.get(_draft(group)), left_off.get(_EACH_KEPT)
        known = draft.counts if isinstance(draft, Dots) else tally.scores if tally else {}
        dots = Dots({unit.id: known.get(unit.id, 0) for unit in found}, each if isinstance(each, int) else EACH)
        title = self.words("needs.dots.title", group=name_of(group, self.words))
        labels, people = tuple(unit.label for unit in found), voters(self.meeting, group)
        form = DotsDialog(title, labels, dots, people, self.words)
        self.app.push_screen(form, lambda typed: self._counted(group, typed) if typed else None)

    def _counted(self, group: Group | None, typed: DotsTyped) -> None:
        """Keep the count, or remember it for the next time; what was typed outlives a refusal."""
        left_off = self.seat.standing.left_off
        left_off[_EACH_KEPT], left_off[_draft(group)] = typed.dots.each, typed.dots
        if not typed.keep:
            if typed.dots.placed:
                self.say(self.words("needs.dots.left"))
            return
        fact, gone = dots_kept(self.meeting, group, typed.dots.counts)
        if self.do(fact):
            del left_off[_draft(group)]
            name = name_of(group, self.words)
            self.say(self.words("needs.dots.kept", count=typed.dots.placed - gone, group=name))
            if gone:
                self.say(self.words("needs.dots.gone", count=gone), severe=True)
