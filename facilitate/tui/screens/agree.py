"""Agreeing on the grid: read it indicator by indicator, propose, say yes or no, seal, amend."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.domain import topics
from facilitate.domain.events import agreeing as g
from facilitate.domain.events.base import FactBase
from facilitate.tui.agreeing.above import above, above_draft
from facilitate.tui.agreeing.amending import Amending
from facilitate.tui.agreeing.detail import Detail
from facilitate.tui.agreeing.editing import Editing
from facilitate.tui.agreeing.judging import Judging
from facilitate.tui.agreeing.keys import languages_of
from facilitate.tui.agreeing.lines import Lines
from facilitate.tui.agreeing.sealing import Sealing
from facilitate.tui.agreeing.taking import Taking
from facilitate.tui.agreeing.versions import Versions
from facilitate.tui.commands_before import AGREEING
from facilitate.tui.intents import Intent, bound
from facilitate.tui.sides import Scroll, Sides
from facilitate.tui.widgets.gridlist import GridList
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.topbar import TopBar


class AgreeScreen(Judging, Editing, Taking, Sealing, Amending):
    """A list of the grid's lines with their marks, and the line under the cursor in full."""

    PAGE = "agree"
    INTENTS = AGREEING
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    TOPICS = frozenset({topics.AGENDA, topics.PEOPLE, topics.MEETING, topics.GRID})
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        "say_yes": g.IndicatorJudged,
        "say_no": g.IndicatorJudged,
        "yes_to_rest": g.IndicatorJudged,
        "edit_entry": g.IndicatorProposed,
        "add_entry": g.IndicatorProposed,
        "seal": g.GridSealed,
        "amend": g.GridAmended,
    }
    CSS_PATH = "agree.tcss"

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield Static(id="agree-above", markup=False)
        with Sides(id="agree-both"):
            yield GridList(id="agree-list")
            with Scroll(id="agree-detail", can_focus=False):
                yield Static(markup=False)
        yield KeyBar(self.intents, self.words)

    def on_mount(self) -> None:
        self.list.focus()

    def begun(self) -> None:
        """Where the person left off."""
        self.draw()
        self.list.go(self.shop.code)

    # Drawing.

    def draw(self) -> None:
        self.query_one(KeyBar).refresh()
        grid, words = self.grid, self.words
        if grid is None:
            self.query_one("#agree-above", Static).update(Text(words("agree.no_grid")))
            self.list.show((), words("agree.begin_one"))
            self.draw_detail()
            return
        voices, history, lacking = self.voices, self.history, self.lacking
        lines = Lines(grid, voices, history, lacking, words, Versions(self.meeting.grids, self.draft is not None).lines)
        self.list.show(
            lines.shown(self.shop.only), words(f"agree.only.{self.shop.only}_none" if self.shop.only else "")
        )
        if self.draft is not None:
            said = above_draft(grid, self.draft, lacking, words)
        elif voices is not None:
            said = above(self.meeting, voices, lacking, self.shop.only, words, self.size.width - 2)
        self.query_one("#agree-above", Static).update(said)
        self.draw_detail()

    @on(GridList.Moved)
    def _moved(self) -> None:
        self.draw_detail()
        self.query_one(KeyBar).refresh()

    def draw_detail(self) -> None:
        """The line under the cursor; what is in sight of it stays, while it is the same line."""
        if not self.there:
            return
        scroll, grid, key = self.query_one("#agree-detail", Scroll), self.grid, self.key
        said = self._detail(key) if grid is not None and key else Text()
        scroll.query_one(Static).update(said)
        if key != self.shop.code:
            self.shop.code = key or self.shop.code
            scroll.scroll_home(animate=False)

    def _detail(self, key: str) -> Text:
        grid = self.grid
        assert grid is not None
        detail = Detail(self.meeting, grid, self.voices, self.history, self.lacking, self.words, self.reading)
        versions = Versions(self.meeting.grids, self.draft is not None)
        return detail.drawn(key, versions.said(key, detail, self.meeting))

    @property
    def reading(self) -> str:
        """The language in which the line is read."""
        grid = self.grid
        languages = languages_of(grid, self.words.language) if grid else (self.words.language,)
        return self.shop.language if self.shop.language in languages else languages[0]

    def action_other_language(self) -> None:
        """The line in the next language of the grid."""
        if self.grid is not None:
            languages = languages_of(self.grid, self.words.language)
            self.shop.language = languages[(languages.index(self.reading) + 1) % len(languages)]
            self.draw_detail()

    def action_page_down(self) -> None:
        self.query_one("#agree-detail", Scroll).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        self.query_one("#agree-detail", Scroll).scroll_page_up(animate=False)

    # Keys.

    def idle(self, action: str) -> bool:
        sealed = self.draft is None and self.meeting.grids.seal is not None
        if action in ("edit_entry", "add_entry", "drop_entry", "move_up", "move_down", "take_grid", "lock"):
            return sealed or self.grid is None
        return self.draft is not None and action in ("say_yes", "say_no", "yes_to_rest", "seal")

    def label(self, intent: Intent) -> str:
        if intent.id == "amend" and self.draft is not None:
            return "key.amend.draft"
        return super().label(intent)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "amend" and self.meeting.grids.seal is None:
            return False
        return super().check_action(action, parameters)
