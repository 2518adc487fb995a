"""Acts of the parts about the meeting itself: its lines, its end, the checklist, consent."""

from __future__ import annotations

from functools import partial

from facilitate.analysis.seeds import seeds
from facilitate.domain.events.planning import ItemDropped, ItemSet
from facilitate.domain.meeting.parts import Consent, Item
from facilitate.journal.journal import fresh_name
from facilitate.tui.dialogs.ask import Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.preparing import about, things
from facilitate.tui.preparing.page import PreparingPage


class AboutActs(PreparingPage):
    """What is asked and kept for a line about the meeting."""

    # The meeting.

    def edit_about(self, line: str) -> None:
        meeting, words, today = self.meeting, self.words, self.today
        self.ask(
            words(f"prepare.{line}"),
            about.fields(meeting, line, words, today),
            partial(self._keep_about, line),
            lambda typed: about.wrong(self.meeting, line, typed, words, today),
        )

    def _keep_about(self, line: str, typed: tuple[str, ...]) -> None:
        self.keep(about.changed(self.meeting, line, typed, self.words, self.today))

    def action_lock_end(self) -> None:
        """Lock the end at an hour, or open it again."""
        words, today = self.words, self.today
        self.ask(
            words("prepare.lock"),
            [about.end_field(self.meeting, words)],
            lambda typed: self.keep(about.ended(self.meeting, typed[0])),
            lambda typed: about.wrong(self.meeting, "end", typed, words, today),
        )

    # The checklist.

    def edit_checklist(self, line: str) -> None:
        item = self.meeting.checklist.get(line)
        if item is not None:
            self._ask_item(item)

    def add_item(self) -> None:
        words = self.words
        kinds = [(kind, words(f"prepare.{kind}"), words(f"prepare.{kind}.help")) for kind in ("material", "invitation")]
        self.app.push_screen(Choose(words("prepare.which_item"), kinds, words), self._new_item)

    def _new_item(self, kind: str | None) -> None:
        if kind is not None:
            what = "invitation" if kind == "invitation" else "material"
            self._ask_item(Item(id=f"i{fresh_name()}", what=what, text=""))

    def _ask_item(self, item: Item) -> None:
        words = self.words
        names = tuple(each.name for each in self.meeting.people.values() if each.name)
        fields = [
            Field(words(f"prepare.{item.what}"), item.text, limit=300),
            Field(words("prepare.who_sees"), item.who, optional=True, limit=200, names=names),
        ]
        self.ask(words("prepare.item"), fields, partial(self._keep_item, item))

    def _keep_item(self, item: Item, typed: tuple[str, ...]) -> None:
        now = self.meeting.checklist.get(item.id, item)
        if self.keep([things.item_set(now, text=typed[0], who=typed[1])]):
            self.list_of("checklist").put(item.id)

    def tick_off(self, line: str) -> None:
        item = self.meeting.checklist.get(line)
        if item is not None:
            self.keep([things.item_set(item, done=not item.done)])

    def drop_item(self, line: str) -> None:
        following = self.neighbour("checklist", line)
        if self.keep([ItemDropped(item=line)]):
            self.list_of("checklist").put(following)
            self.say(self.words("prepare.dropped"))

    def action_sow(self) -> None:
        """A checklist to begin with, from the agenda and from who is expected."""
        found: list[ItemSet] = [things.sown(each, self.words) for each in seeds(self.meeting, self.words.language)]
        if self.keep([*found]):
            self.say(self.words("prepare.sown", count=len(found)))
        elif not found:
            self.say(self.words("prepare.nothing_to_sow"))

    # Consent.

    def edit_consent(self, line: str) -> None:
        words, consent = self.words, self.meeting.consent or Consent()
        if line == "wording":
            field = Field(words("prepare.wording"), consent.wording, words("prepare.wording_example"), optional=True)
            self.ask(words("prepare.wording_title"), [field], lambda typed: self._keep_consent(line, typed[0]))
            return
        until = Field(
            words("prepare.until"),
            f"{consent.until:%Y-%m-%d}" if consent.until else "",
            words("prepare.until_example"),
            optional=True,
            live=self._until_told,
        )
        self.ask(words("prepare.until_title"), [until], lambda typed: self._keep_consent(line, typed[0]), self._no_day)

    def _until_told(self, typed: str) -> str:
        day = things.read_until(typed, self.meeting, self.today, self.words.language)
        return self.words("capture.understood", day=self.words.weekday(day)) if day else ""

    def _no_day(self, typed: tuple[str, ...]) -> str | None:
        text = typed[0]
        day = things.read_until(text, self.meeting, self.today, self.words.language)
        if text and day is None:
            return self.words("prepare.no_until", text=text)
        return self.words("prepare.until_passed") if day and day < self.today else None

    def _keep_consent(self, line: str, typed: str) -> None:
        day = things.read_until(typed, self.meeting, self.today, self.words.language) if line == "until" else None
        self.keep(things.consent_set(self.meeting, line, typed, day))
