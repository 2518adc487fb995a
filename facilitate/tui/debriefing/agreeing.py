"""What a team agreed: an answer and a reason, set by a trainer; the observers' own stay beside it."""

from __future__ import annotations

from facilitate.analysis.debriefing import Item
from facilitate.domain.decisions.values import why_not
from facilitate.domain.events.observing import ConsensusSet
from facilitate.domain.indicator import Choice, Count, Duration, Note, Tally
from facilitate.domain.scale import Answer, Chosen, Noted, Value
from facilitate.language.numbers import read_lasting, read_number
from facilitate.tui.capturing import LONGEST
from facilitate.tui.debriefing.page import DebriefPage
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.choose import Choose
from facilitate.tui.dialogs.several import Several
from facilitate.tui.observer.answers import answer_for, shown
from facilitate.tui.observer.card import answer_points, no_answers
from facilitate.tui.widgets.anchors import Point

NOBODY, NUMBER, MARK = "nobody", "number", "mark"


class Agreeing(DebriefPage):
    """Enter asks for the answer, then for the reason. Meanwhile others may take a sheet back or amend the grid: what is
    asked stays what it was, and the meeting is asked whether the answer still holds."""

    def action_agree_on(self) -> None:
        item = self.item
        if item is None:
            self.say(self.words(self._why_nothing))
            return
        at = self._agreed_before(item)
        ask = Choose(self._title(item), self._options(item), self.words, self._said(item), keyed=True, at=at)
        self.app.push_screen(ask, lambda found: self._chosen(item, found))

    @property
    def _why_nothing(self) -> str:
        """Why there is no line to agree on."""
        if not self.known.open:
            return "debrief.blind" if self.meeting.grid else "agreement.verdict.no_grid"
        return f"debrief.none.{self.shop.only or 'all'}" if self.shop.view == "talk" else "debrief.choose"

    def _title(self, item: Item) -> str:
        return self.words("debrief.agree_on", code=item.cell.indicator, where=self.known.subject(item.cell))

    def _said(self, item: Item) -> str:
        """Who gave what, in one line, while somebody chooses."""
        indicator = item.indicator
        given = [
            self.words(
                "debrief.gave",
                name=self.meeting.name(each.observer),
                value=shown(each.given.value, indicator, self.words),
            )
            for each in item.voices
            if each.given is not None and each.in_person
        ]
        return f"{indicator.text.to(self.words.language)}\n{' · '.join(given)}"

    def _points(self, item: Item) -> list[Point]:
        """Every answer that has a key; what was agreed on is the one chosen."""
        grid, indicator, words = self.meeting.grid, item.indicator, self.words
        assert grid is not None
        before = item.consensus.value if item.consensus else None
        points = [] if _several(indicator) or _typed(indicator) else list(answer_points(grid, indicator, before, words))
        return [*points, *no_answers(indicator, before, words)]

    def _agreed_before(self, item: Item) -> str:
        """The key of what was agreed on until now, to begin there."""
        return next((each.key for each in self._points(item) if each.chosen), "")

    def _options(self, item: Item) -> list[tuple[str, str, str]]:
        """Every answer that can be agreed on; and that what was agreed holds no longer."""
        words = self.words
        found = [(each.key, f"{each.key}  {each.label}", each.anchor) for each in self._points(item)]
        if _typed(item.indicator):
            found.insert(0, (NUMBER, words("debrief.type_it"), ""))
        if _several(item.indicator):
            found.insert(0, (MARK, words("debrief.mark_them"), ""))
        if item.consensus is not None and item.consensus.value is not None:
            found.append((NOBODY, words("debrief.not_agreed"), words("debrief.not_agreed.means")))
        return found

    def _mark(self, item: Item) -> None:
        """Several of the options."""
        indicator = item.indicator
        if isinstance(indicator, Choice):
            options = [(each.id, each.label.to(self.words.language)) for each in indicator.options]
            before = item.consensus.value if item.consensus else None
            asked = Several(
                self._title(item), options, before.choices if isinstance(before, Chosen) else (), self.words
            )
            self.app.push_screen(asked, lambda found: self._marked(item, found))

    def _marked(self, item: Item, found: frozenset[str] | None) -> None:
        indicator = item.indicator
        if found is not None and not found:
            self.say(self.words("debrief.none_marked"))
        elif found and isinstance(indicator, Choice):
            self._why(item, Chosen(choices=tuple(each.id for each in indicator.options if each.id in found)))

    def _chosen(self, item: Item, found: str | None) -> None:
        if found is None:
            return
        if found == NUMBER:
            self._type(item)
        elif found == MARK:
            self._mark(item)
        elif found == NOBODY:
            self._why(item, None)
        else:
            self._why(item, self._value(item, found))

    def _value(self, item: Item, key: str) -> Value | None:
        apart = {"o": Answer.NOT_OBSERVED, "a": Answer.NOT_APPLICABLE}
        if key in apart:
            return apart[key]
        number = read_number(key)
        if number is None or number != int(number):
            return number
        return answer_for(item.indicator, int(number), None)

    def _type(self, item: Item) -> None:
        """A number, or a text."""
        indicator = item.indicator
        field = Field(indicator.text.to(self.words.language), limit=LONGEST if isinstance(indicator, Note) else 40)
        ask = Ask(self._title(item), [field], self.words, check=lambda typed: self._wrong(item, typed[0]))
        self.app.push_screen(ask, lambda typed: self._why(item, self._read(item, typed[0])) if typed else None)

    def _read(self, item: Item, typed: str) -> Value | None:
        indicator = item.indicator
        if isinstance(indicator, Note):
            return Noted(text=typed)
        return read_lasting(typed) if isinstance(indicator, Duration) else read_number(typed)

    def _wrong(self, item: Item, typed: str) -> str | None:
        value, grid = self._read(item, typed), self.meeting.grid
        if value is None or grid is None:
            return self.words("debrief.no_number")
        refused = why_not(grid, item.indicator, value)
        return self.words(refused.message, **refused.values) if refused else None

    def _why(self, item: Item, value: Value | None) -> None:
        """The reason is asked last; with it, it is kept."""
        words, indicator = self.words, item.indicator
        said = shown(value, indicator, words) if not isinstance(value, Noted) else value.text
        title = (
            words("debrief.agreed_on", title=self._title(item), value=said) if value is not None else self._title(item)
        )
        before = item.consensus.reason if item.consensus and value is not None else ""
        ask = Ask(title, [Field(words("debrief.why"), before, words("debrief.why_example"))], words)
        self.app.push_screen(ask, lambda why: self._keep(item, value, why[0]) if why else None)

    def _keep(self, item: Item, value: Value | None, why: str) -> None:
        cell = item.cell
        if self.do(ConsensusSet(about=cell.about, indicator=cell.indicator, step=cell.step, value=value, reason=why)):
            self.say(self.words("debrief.kept" if value is not None else "debrief.taken_back"))


def _typed(indicator: object) -> bool:
    """Whether its answer is typed."""
    return isinstance(indicator, Count | Tally | Duration | Note)


def _several(indicator: object) -> bool:
    """Whether several of its options may be named."""
    return isinstance(indicator, Choice) and indicator.several
