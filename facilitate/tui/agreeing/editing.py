"""Adding, changing, moving, dropping and locking lines, in the grid that is discussed or in one's own draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitate.domain.events import Fact
from facilitate.domain.events import agreeing as g
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.people import Role
from facilitate.tui.agreeing import indicator_form, other_forms
from facilitate.tui.agreeing.base import AgreeingBase
from facilitate.tui.agreeing.detail import Detail, meanwhile
from facilitate.tui.agreeing.fields import Asked
from facilitate.tui.agreeing.form import GridForm
from facilitate.tui.agreeing.history import last_on
from facilitate.tui.agreeing.keys import is_indicator, is_scale, is_section, languages_of, name_of, section_key
from facilitate.tui.agreeing.reading import Values
from facilitate.tui.agreeing.told import Told
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.choose import Choose


class Editing(AgreeingBase):
    """Every change is a proposal with its author and its reason."""

    def now(self) -> Grid:
        """The grid as others have made it by now."""
        grid = self.grid
        assert grid is not None
        return grid

    def locked(self, key: str) -> bool:
        """Whether a programme has locked a line; then this says so."""
        grid = self.now()
        if key not in grid.locked:
            return False
        self.say(self.words("refused.locked", codes=(key,)), severe=True)
        return True

    # Changing.

    def action_edit_entry(self) -> None:
        if self.grid is None or self.sealed() or self.locked(self.key):
            return
        key = self.key
        if key == FRAME:
            asked = other_forms.change_frame(key, self.now, self.words)
        elif is_section(key):
            asked = other_forms.change_section(name_of(key), self.now, self.words)
        elif is_scale(key):
            asked = other_forms.change_scale(name_of(key), self.now, self.words)
        elif key in self.grid.by_id:
            asked = indicator_form.change_indicator(key, self.words, self.now)
        else:
            return
        self._open(asked, key)

    def _open(self, asked: Asked, key: str) -> None:
        """Show a form; what others make of the line meanwhile is told when it is kept."""
        languages = languages_of(self.now(), self.words.language)
        begun = self._as_told(key, languages)

        def extended(values: Values) -> Values:
            return other_forms.with_lists(indicator_form.with_lists(values, languages), languages)

        def changed() -> str:
            last = last_on(self.history, key, self.now())
            by = self.meeting.name(last.by) if last and last.by else ""
            return meanwhile(begun, self._as_told(key, languages), by or self.words("agree.somebody"), self.words)

        form = GridForm(asked, self.shop.forms, extended, changed, self._keeping(key), self.words)
        self.app.push_screen(form, lambda _: self.paint())

    def _as_told(self, key: str, languages: Sequence[str]) -> list[Told]:
        detail = Detail(self.meeting, self.now(), None, (), (), self.words, languages[0])
        return detail.told(key, languages)

    def _keeping(self, key: str) -> Callable[[Fact], str | None]:
        def keep(fact: Fact) -> str | None:
            assert isinstance(fact, g.FrameProposed | g.SectionProposed | g.ScaleProposed | g.IndicatorProposed)
            if self.draft is None and self.meeting.grids.seal is not None:
                return self.words("agree.sealed_edit")
            why = self.propose(fact)
            if why is None:
                self.list.go(_where(fact, key))
            return why

        return keep

    # Adding.

    def action_add_entry(self) -> None:
        if self.grid is None:
            self.say(self.words("agree.no_grid"), severe=True)
            return
        if self.sealed():
            return
        section, words = self.section, self.words
        ways = [("section", words("agree.add.section"), ""), ("scale", words("agree.add.scale"), "")]
        if section is not None:
            ways.insert(0, ("indicator", words("agree.add.indicator", section=section), ""))
        self.app.push_screen(Choose(words("agree.add"), ways, words), self._add)

    def _add(self, way: str | None) -> None:
        section, key, grid = self.section, self.key, self.now()
        if way == "indicator" and section is not None:
            languages = languages_of(grid, self.words.language)
            after = key if is_indicator(key) else None
            asked = indicator_form.new_indicator(self.now, section, after, self.words, languages)
            self._open(asked, asked.key)
        elif way == "section":
            asked = other_forms.new_section(self.now, section, self.words)
            self._open(asked, asked.key)
        elif way == "scale":
            asked = other_forms.change_scale(None, self.now, self.words)
            self._open(asked, asked.key)

    # Moving.

    def action_move_down(self) -> None:
        self._move(1)

    def action_move_up(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        """One place further, out of its section into the next one at its edge."""
        if not self.key or self.grid is None or self.sealed() or self.locked(self.key):
            return
        grid, key = self.grid, self.key
        change = moved_section(grid, name_of(key), by) if is_section(key) else moved_indicator(grid, key, by)
        if change is None:
            self.say(self.words("agree.cannot_move"))
        elif self.tell_refusal(self.propose(change)):
            self.list.go(key)

    # Dropping.

    def action_drop_entry(self) -> None:
        if not self.key or self.grid is None or self.sealed() or self.locked(self.key):
            return
        key, words = self.key, self.words
        if key == FRAME:
            self.say(words("agree.cannot_drop"))
            return
        code = name_of(key) if not is_indicator(key) else key
        title = words("agree.section" if is_section(key) else "agree.scale", code=code)
        title = code if is_indicator(key) else title
        verbs = (words("agree.drop.yes"), words("agree.drop.keys"))
        ask = Ask(words("agree.drop", code=title), [Field(words("moderate.reason"))], words, verbs=verbs)
        self.app.push_screen(ask, lambda found: self._drop(key, found[0]) if found else None)

    def _drop(self, key: str, reason: str) -> None:
        change: g.IndicatorProposed | g.SectionProposed | g.ScaleProposed
        if is_section(key):
            change = g.SectionProposed(action="drop", section=name_of(key), reason=reason)
        elif is_scale(key):
            change = g.ScaleProposed(scale=name_of(key), reason=reason)
        else:
            change = g.IndicatorProposed(action="drop", code=key, reason=reason)
        if self.tell_refusal(self.propose(change)):
            self.say(self.words("agree.dropped", code=name_of(key)))

    # Locking.

    def action_lock(self) -> None:
        """A trainer has a line stay as it is, in this meeting and wherever this grid goes."""
        person, key, words = self.meeting.people.get(self.seat.person), self.key, self.words
        if self.grid is None or self.sealed() or not is_indicator(key):
            return
        if person is None or not person.has(Role.TRAINER):
            self.say(words("agree.lock_trainer"), severe=True)
        elif not self.locked(key):
            ask = Ask(words("agree.lock", code=key), [Field(words("moderate.reason"))], words, words("agree.lock_body"))
            self.app.push_screen(ask, lambda found: self._lock(key, found[0]) if found else None)

    def _lock(self, key: str, reason: str) -> None:
        locked = (*self.now().locked, key)
        if key in self.now().by_id and self.tell_refusal(self.propose(g.FrameProposed(locked=locked, reason=reason))):
            self.say(self.words("agree.locked", code=key))


def _where(fact: Fact, otherwise: str) -> str:
    """The line on which a change is seen."""
    if isinstance(fact, g.IndicatorProposed) and fact.indicator is not None:
        return fact.indicator.id
    if isinstance(fact, g.SectionProposed):
        return section_key(fact.section)
    return f"={fact.scale}" if isinstance(fact, g.ScaleProposed) else otherwise


def moved_indicator(grid: Grid, code: str, by: int) -> g.IndicatorProposed | None:
    """One place down or up; from the edge of its section into the next one. Nothing at the end of the grid."""
    home = grid.section_of.get(code)
    if home is None:
        return None
    codes = [each.id for each in home.indicators]
    place = codes.index(code) + by
    if 0 <= place < len(codes):
        after = codes[place] if by > 0 else codes[place - 1] if place > 0 else None
        return g.IndicatorProposed(action="move", code=code, section=home.id, after=after, first=after is None)
    number = grid.sections.index(home) + by
    if not 0 <= number < len(grid.sections):
        return None
    other = grid.sections[number]
    last = other.indicators[-1].id if other.indicators and by < 0 else None
    return g.IndicatorProposed(action="move", code=code, section=other.id, after=last, first=last is None)


def moved_section(grid: Grid, section: str, by: int) -> g.SectionProposed | None:
    """One place down or up."""
    names = [each.id for each in grid.sections]
    place = names.index(section) + by if section in names else -1
    if not 0 <= place < len(names):
        return None
    after = names[place] if by > 0 else names[place - 1] if place > 0 else None
    return g.SectionProposed(action="move", section=section, after=after, first=after is None)
