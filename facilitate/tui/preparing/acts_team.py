"""Acts of the part with the people: add, rename, roles, who observes whom, take off."""

from __future__ import annotations

from functools import partial

from facilitate.domain.events.preparing import PersonNamed
from facilitate.domain.people import Person, Role
from facilitate.journal.journal import fresh_name
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.joining import Joining
from facilitate.tui.dialogs.several import Several
from facilitate.tui.joining import Newcomer, joined, why_not_free
from facilitate.tui.preparing import team
from facilitate.tui.preparing.page import PreparingPage


class TeamActs(PreparingPage):
    """What is asked and kept for somebody of the team."""

    def add_person(self) -> None:
        words = self.words

        def taken(name: str) -> str | None:
            return why_not_free(self.meeting, name, None, words)

        form = Joining(words("prepare.who_comes"), "", [team.question(words)], words, taken)
        self.app.push_screen(form, lambda found: self._joined(Newcomer(**found)) if found else None)

    def _joined(self, who: Newcomer) -> None:
        person, facts = joined(self.meeting, who, fresh_name)
        if self.keep(facts):
            self.list_of("team").put(person)

    def edit_team(self, line: str) -> None:
        """Their name, their roles, or whom they observe."""
        person, words = self.meeting.people.get(line), self.words
        if person is None:
            return
        ways = ["name", "roles", *(["observing"] if person.has(Role.OBSERVER) else [])]
        options = [(way, words(f"prepare.{way}"), words(f"prepare.{way}.help")) for way in ways]
        self.app.push_screen(Choose(person.name, options, words), partial(self._edit, person))

    def _edit(self, person: Person, way: str | None) -> None:
        if way == "name":
            self._ask_name(person)
        elif way == "roles":
            self._ask_roles(person)
        elif way == "observing":
            self.ask_observes(person.id)

    def _ask_name(self, person: Person) -> None:
        words = self.words
        self.ask(
            words("people.name"),
            [Field(words("people.name"), person.name, limit=200)],
            lambda typed: typed[0] != person.name and self.keep([PersonNamed(person=person.id, name=typed[0])]),
            lambda typed: why_not_free(self.meeting, typed[0], person.id, words),
        )

    def _ask_roles(self, person: Person) -> None:
        words = self.words
        options = [(str(role), words(f"role.{role}")) for role in team.ROLES]
        form = Several(
            words("prepare.roles_of", name=person.name), options, {str(each) for each in person.roles}, words
        )
        self.app.push_screen(form, partial(self._keep_roles, person.id))

    def _keep_roles(self, line: str, chosen: frozenset[str] | None) -> None:
        person = self.meeting.people.get(line)
        if person is None or chosen is None:
            return
        if not chosen:
            self.drop_person(line)
        else:
            self.keep(team.with_roles(person, chosen))

    def ask_observes(self, line: str) -> None:
        """Whom an observer observes."""
        person, words = self.meeting.people.get(line), self.words
        if person is None or not person.has(Role.OBSERVER):
            self.say(words("prepare.no_observer"))
            return
        moderators = [each for each in self.meeting.moderators if not each.left and each.id != line]
        if not moderators:
            self.say(words("lacking.moderator"))
            return
        seen = {each.id for each in self.meeting.observed_by(line)}
        title = words("prepare.observes_whom", name=person.name)
        form = Several(title, [(each.id, each.name) for each in moderators], seen, words)
        self.app.push_screen(form, partial(self._keep_observes, line))

    def _keep_observes(self, line: str, chosen: frozenset[str] | None) -> None:
        person = self.meeting.people.get(line)
        if person is not None and chosen is not None:
            self.keep(team.observing(self.meeting, person, chosen))

    def drop_person(self, line: str) -> None:
        """Take somebody off; whoever does it stays, since nobody else might know how to go on."""
        person = self.meeting.people.get(line)
        if person is None:
            return
        if line == self.seat.person:
            self.say(self.words("prepare.not_oneself"))
            return
        following = self.neighbour("team", line)
        if self.keep(team.taken_off(self.meeting, person)):
            self.list_of("team").put(following)
            self.say(self.words("prepare.taken_off", name=person.name))
