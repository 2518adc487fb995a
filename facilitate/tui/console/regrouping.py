"""Changing one group, planned or at work: its name, who moderates, who observes; each asked by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from facilitate.analysis import splitting
from facilitate.analysis.presence import MODERATING
from facilitate.analysis.splitting import Plan, Plans
from facilitate.domain.people import TEAM, Person, Role
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.choose import Choose

Change: TypeAlias = Callable[[Plans, int], Plans]

NAME_LETTERS = 40
NOBODY = "-"


class Regrouping(ConsolePage):
    """While somebody chooses, others may change the groups: a change is made to the groups as they are then."""

    @property
    def plans(self) -> Plans:
        """The groups that can be changed."""
        return ()

    def put(self, before: Plans, after: Plans) -> None:
        """Have these groups instead of those."""

    def plan(self, group: str) -> Plan | None:
        """A group by its id; says so where it is not there any more."""
        found = next((plan for plan in self.plans if plan.id == group), None)
        if found is None:
            self.say(self.words("groups.gone"))
        return found

    def regroup(self, group: str, change: Change) -> None:
        """Change one group, and with it those that somebody leaves for it."""
        plans, plan = self.plans, self.plan(group)
        if plan is not None:
            self.put(plans, change(plans, plans.index(plan)))

    def change(self, group: str) -> None:
        """Ask what about a group is to be changed."""
        plan, words = self.plan(group), self.words
        if plan is None:
            return
        moderator = self.meeting.name(plan.moderator) or words("groups.no_moderator")
        observers = words.listed(self.meeting.name(each) for each in plan.observers) or words("groups.no_observers")
        options = [
            ("name", words("groups.name"), plan.title),
            ("moderator", words("groups.moderator"), moderator),
            ("observers", words("groups.observers"), observers),
        ]
        self.app.push_screen(Choose(plan.title, options, words), lambda what: self._change(group, what))

    def _change(self, group: str, what: str | None) -> None:
        plan = self.plan(group) if what else None
        if plan is None:
            return
        if what == "name":
            self.ask_name(plan.title, plan.id, lambda name: self._rename(group, name))
        elif what == "moderator":
            self._ask_moderator(plan)
        else:
            self._ask_observers(plan)

    def ask_name(self, name: str, group: str | None, then: Callable[[str], None]) -> None:
        """Ask for a group's name, which no other group may have."""
        field = Field(self.words("groups.name"), name, limit=NAME_LETTERS)
        self.ask(self.words("groups.which_name"), [field], lambda found: then(found[0]), self._name_check(group))

    def _name_check(self, group: str | None) -> Callable[[tuple[str, ...]], str | None]:
        def check(found: tuple[str, ...]) -> str | None:
            others = tuple(plan for plan in self.plans if plan.id != group)
            taken = splitting.taken(others, None, found[0])
            return self.words("refused.track_title", title=found[0]) if taken else None

        return check

    def _rename(self, group: str, name: str) -> None:
        self.regroup(group, lambda plans, place: splitting.renamed(plans, place, name))

    def _ask_moderator(self, plan: Plan) -> None:
        words, group = self.words, plan.id
        people = (each for each in self.meeting.people_with(*MODERATING, *TEAM) if not each.left)
        first = sorted(people, key=lambda each: (not each.has(Role.MODERATOR), not each.has(*MODERATING)))
        options = [(each.id, each.name, self._beside(each, plan)) for each in first]
        options.append((NOBODY, words("groups.no_moderator"), ""))
        title = words("groups.who_moderates", title=plan.title)
        self.app.push_screen(Choose(title, options, words), lambda who: self._lead_group(group, who))

    def _lead_group(self, group: str, who: str | None) -> None:
        if who is not None:
            person = None if who == NOBODY else who
            self.regroup(group, lambda plans, place: splitting.led(plans, place, person))

    def _ask_observers(self, plan: Plan) -> None:
        """One after the other; Escape ends."""
        words, group = self.words, plan.id
        people = [each for each in self.meeting.observers if not each.left]
        if not people:
            self.say(words("groups.nobody_observes"))
            return
        options = [
            (each.id, f"{'✓' if each.id in plan.observers else ' '} {each.name}", self._beside(each, plan))
            for each in people
        ]
        title = words("groups.who_observes", title=plan.title)
        self.app.push_screen(Choose(title, options, words), lambda who: self._watch_group(group, who))

    def _watch_group(self, group: str, who: str | None) -> None:
        if who is None:
            return
        self.regroup(group, lambda plans, place: splitting.watched(plans, place, who))
        plan = self.plan(group)
        if plan is not None:
            self._ask_observers(plan)

    def _beside(self, person: Person, plan: Plan) -> str:
        """What somebody is in the meeting, and the other group that has them."""
        roles = self.words.listed(self.words(f"role.{role}") for role in sorted(person.roles))
        other = next((each.title for each in self.plans if person.id in (each.moderator, *each.observers)), "")
        return roles if other in ("", plan.title) else f"{roles} · {other}"
