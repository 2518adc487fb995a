"""One line of the grid in full: its words, what was changed by whom and why, who has said what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.style import Style
from rich.text import Text

from facilitate.domain.events import agreeing as g
from facilitate.domain.grid import FRAME, Grid
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.soundness import Lack
from facilitate.language import Words
from facilitate.tui.agreeing.history import Done, concerning
from facilitate.tui.agreeing.keys import is_scale, is_section, name_of
from facilitate.tui.agreeing.told import (
    Differs,
    Told,
    differences,
    frame_told,
    indicator_told,
    left_behind,
    scale_told,
    section_told,
    tongue,
)
from facilitate.tui.agreeing.voices import Assembly

BOLD, ITALIC, DIM = Style(bold=True), Style(italic=True), Style(dim=True)


class Detail:
    """Draws the line under the cursor; `language` is the one that its texts are read in."""

    def __init__(
        self,
        meeting: Meeting,
        grid: Grid,
        voices: Assembly | None,
        history: Sequence[Done],
        lacking: Sequence[Lack],
        words: Words,
        language: str,
    ) -> None:
        self.meeting, self.grid, self.voices, self.history = meeting, grid, voices, history
        self.lacking, self.words, self.language = lacking, words, language

    def drawn(self, key: str, amended: Iterable[Text] = ()) -> Text:
        """Everything about it, what was changed first; `amended` is what an amendment made of it."""
        lines = [*self._first(key), *self._lacks(key), *self._alerts(key), *self._changes(key), *amended]
        lines += [Text(""), *self._body(key), *self._said(key)]
        return Text("\n").join(lines)

    def _first(self, key: str) -> Iterator[Text]:
        """The code, the text, and that it is locked."""
        head = key if key in self.grid.by_id else name_of(key)
        text = self.grid.by_id[key].text if key in self.grid.by_id else None
        if key == FRAME:
            yield Text(self.words("agree.frame_of", title=self.grid.title.to(self.language)), BOLD)
        elif text is None:
            message = "agree.section" if is_section(key) else "agree.scale"
            yield Text(self.words(message, code=head), BOLD)
        else:
            own = getattr(text, self.language) or ""
            yield Text(f"{head}  {own or text.to(self.words.language)}", BOLD)
            if not own:
                yield Text(self.words("agree.no_such_text", language=tongue(self.language)), ITALIC)
        if key in self.grid.locked:
            yield Text(self.words("agree.is_locked"), ITALIC)

    def _lacks(self, key: str) -> Iterator[Text]:
        for each in self.lacking:
            if (each.code or FRAME) == (name_of(key) if is_section(key) else key):
                yield Text(f"? {self.words(each.message, code=each.code, **each.values)}", BOLD)

    def _alerts(self, key: str) -> Iterator[Text]:
        """What must not be overlooked: that the words are others than one said yes to, and every objection."""
        if self.voices is None or key not in self.voices.codes:
            return
        before = self.voices.before(key)
        if before is not None:
            last = next(iter(concerning(self.history, key, self.grid)), None)
            message = "agree.since_yes" if before.accepted else "agree.since_no"
            how = self._how(last) if last else self._amended()
            yield Text(f"↻ {self.words(message, change=how)}", BOLD)
        for each in self.voices.on(key).against:
            who = self.meeting.name(each.person)
            yield Text(f"! {self.words('agree.objects', name=who, reason=each.reason)}", BOLD)

    def _amended(self) -> str:
        """That it was an amendment, whose, and why."""
        grids, words = self.meeting.grids, self.words
        if not grids.amendments:
            return words("agree.changed.edit_unknown")
        last = grids.amendments[-1]
        said = words("agree.amended", version=self.grid.version, name=self.meeting.name(last.by))
        return words("agree.because", change=said, reason=last.reason)

    def _body(self, key: str) -> Iterator[Text]:
        for each in self.told(key, (self.language,)):
            if each.field != f"text.{self.language}":
                yield Text.assemble((self.words("agree.label", label=each.label), DIM), " ", each.text)

    def told(self, key: str, languages: Sequence[str], grid: Grid | None = None) -> list[Told]:
        """Everything that a line says, in these languages."""
        grid = grid or self.grid
        if key == FRAME:
            return frame_told(grid, self.words, languages)
        if is_section(key):
            found = [each for each in grid.sections if each.id == name_of(key)]
            return section_told(found[0], self.words, languages) if found else []
        if is_scale(key):
            scale = grid.scale(name_of(key))
            return scale_told(scale, self.words, languages) if scale else []
        return indicator_told(grid.by_id[key], grid, self.words, languages) if key in grid.by_id else []

    # What was changed.

    def _changes(self, key: str) -> Iterator[Text]:
        found = concerning(self.history, key, self.grid)
        if found:
            yield Text("")
            yield Text(self.words("agree.changes"), Style(bold=True, underline=True))
        for each in found:
            yield Text(f"✎ {self._how(each)}")
            for differs in self._differs(each, key):
                yield from self.beside(differs)
            behind = self._behind(each)
            if behind:
                yield Text(f"  {self.words('agree.left_behind', labels=tuple(behind))}")

    def beside(self, differs: Differs) -> Iterator[Text]:
        """Two lines: what stood there, and what stands there now."""
        if differs.old:
            yield Text.assemble((f"  {differs.label} ", DIM), f"− {differs.old}")
        if differs.new:
            yield Text.assemble((f"  {differs.label} ", DIM), f"+ {differs.new}")

    def _how(self, each: Done) -> str:
        """Who did what to which, and why."""
        words, change = self.words, each.change
        if isinstance(change, g.IndicatorProposed):
            action = "reword" if change.action == "edit" and _reworded(each, change) else change.action
            code = change.code
        elif isinstance(change, g.SectionProposed):
            action, code = change.action, words("agree.section", code=change.section)
        elif isinstance(change, g.ScaleProposed):
            action, code = "edit" if change.content else "drop", words("agree.scale", code=change.scale)
        else:
            action, code = "edit", words("agree.frame")
        said = words(f"agree.changed.{action}", code=code)
        who = self.meeting.name(each.by) if each.by else ""
        said = words("agree.by", change=said, name=who) if who else said
        return words("agree.because", change=said, reason=change.reason) if change.reason else said

    def _differs(self, each: Done, key: str) -> list[Differs]:
        """Old beside new, in every language of the grid; of what was dropped, its words."""
        languages, change = self.grid.languages, each.change
        if key == FRAME and isinstance(change, g.IndicatorProposed):
            if change.action != "drop" or change.code not in each.before.by_id:
                return []
            text = each.before.by_id[change.code].text.to(self.language)
            return [Differs(change.code, text, "")]
        if isinstance(change, g.ScaleProposed) and not is_scale(key):
            key = f"={change.scale}"
        old = new = key
        if isinstance(change, g.IndicatorProposed):
            old, new = change.code, change.indicator.id if change.indicator else change.code
            if change.action in ("add", "move"):
                return []
        return differences(self.told(old, languages, each.before), self.told(new, languages, each.after))

    def _behind(self, each: Done) -> list[str]:
        """Which languages of an indicator still say the old words after it was reworded in another one."""
        change, languages = each.change, self.grid.languages
        if not isinstance(change, g.IndicatorProposed) or change.action != "edit" or change.indicator is None:
            return []
        old, new = change.code, change.indicator.id
        return left_behind(self.told(old, languages, each.before), self.told(new, languages, each.after))

    # Who said what.

    def _said(self, key: str) -> Iterator[Text]:
        if self.voices is None or key not in self.voices.codes:
            return
        found, words = self.voices.on(key), self.words
        yield Text("")
        yield Text(self._named("agree.said_yes", found.yes) if found.yes else words("agree.nobody_yet"))
        if found.waiting:
            yield Text(self._named("agree.not_yet", found.waiting))

    def _named(self, message: str, people: Iterable[str]) -> str:
        return self.words(message, names=tuple(self.meeting.name(each) for each in people))


def _reworded(each: Done, change: g.IndicatorProposed) -> bool:
    old = each.before.by_id.get(change.code)
    return old is not None and change.indicator is not None and old.text != change.indicator.text


def meanwhile(before: Sequence[Told], after: Sequence[Told], by: str, words: Words) -> str:
    """What others made of something while it was open in a form, in a few words."""
    said = [f"{each.label}: {each.new or '−'}" for each in differences(before, after)]
    return words("agree.changed_meanwhile", name=by, text=" · ".join(said)[:240])
