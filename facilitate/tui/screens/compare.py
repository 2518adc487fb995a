"""The folder's meetings side by side: which ones, audiences and centres, a moderator over time, what is compared."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from facilitate.analysis.programme import Programme
from facilitate.domain.model import harmless
from facilitate.tui.commands_together import SIDE_BY_SIDE
from facilitate.tui.comparing import keys
from facilitate.tui.comparing.course import course_lines
from facilitate.tui.comparing.grounds import ground_lines
from facilitate.tui.comparing.groups import KEYS, group_lines
from facilitate.tui.comparing.page import ComparingPage
from facilitate.tui.comparing.rows import meeting_head, meeting_rows
from facilitate.tui.drawing import bar
from facilitate.tui.intents import Intent, bound
from facilitate.tui.sides import Scroll
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.pagebar import PageBar
from facilitate.tui.widgets.taplist import TapList

_VIEWS = tuple(view.id for view in keys.VIEWS)


class CompareScreen(ComparingPage):
    """One view at a time; which meetings are taken in is said in all of them."""

    PAGE = "compare"
    INTENTS = SIDE_BY_SIDE
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        yield Static(id="compare-top", markup=False)
        yield PageBar(self.on_their_keys(keys.VIEWS), self.standing.view, self.words)
        yield Static(id="compare-said", markup=False)
        yield TapList("compare-meetings")
        with Scroll(id="compare-body"):
            yield Static(markup=False)
        yield KeyBar(self.intents, self.words)

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self.is_attached:
            self.begin()
            self._show_view()

    # The views.

    def see(self, view: str) -> None:
        """Take a view in hand, from its top."""
        self.standing.view = view
        self.query_one("#compare-body", Scroll).scroll_home(animate=False)
        self._show_view()

    def _show_view(self) -> None:
        first = self.standing.view == keys.MEETINGS.id
        table, body = self.query_one(TapList), self.query_one("#compare-body", Scroll)
        table.set_class(not first, "-aside")
        body.set_class(first, "-aside")
        (table if first else body).focus()
        bar = self.query_one(PageBar)
        bar.here = self.standing.view
        bar.refresh()
        self.query_one(KeyBar).refresh(layout=True)
        self.call_after_refresh(self.draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    # Drawing.

    def draw(self) -> None:
        if not (self.is_attached and self.is_mounted and self.app.is_running and self.children):
            return
        self.query_one("#compare-top", Static).update(self._top())
        said = self.query_one("#compare-said", Static)
        text = self._said()
        said.update(text)
        said.display = bool(text)
        if self.standing.view == keys.MEETINGS.id:
            self._draw_meetings()
        else:
            self._draw_body()
        self.query_one(KeyBar).refresh()

    def _top(self) -> str:
        """What the page is, and how many of the meetings are compared."""
        words, shown, found = self.words, self._shown, self.standing.found
        if shown is None or found is None:
            return words("compare.title")
        taken = words("sidebyside.taken", len(shown.held), some=len(found.held))
        return taken if self.has_class("-narrow") else f"{words('compare.title')} · {taken}"

    def _said(self) -> str:
        """How far the reading is, or what cannot be read, in a line."""
        words, standing = self.words, self.standing
        if standing.read is None or standing.everything is None:
            share = self.step.number / self.step.of if self.step.of else 0.0
            return f"{words('sidebyside.reading', number=self.step.number, all=self.step.of)} {bar(share, 20)}"
        said = []
        if standing.read.lost:
            names = tuple(harmless(each.name) for each in standing.read.lost)
            said.append(words("sidebyside.lost", len(names), files=names))
        if self.reckoning:
            said.append(words("sidebyside.reckoning"))
        return " ".join(said)

    @property
    def _shown(self) -> Programme | None:
        """The meetings that stand in the list: rehearsals where they are asked for."""
        everything = self.standing.everything
        if everything is None or self.standing.rehearsals:
            return everything
        return everything._replace(held=tuple(each for each in everything.held if not each.meeting.rehearsal))

    def _draw_meetings(self) -> None:
        shown, table, words = self._shown, self.query_one(TapList), self.words
        if table.size.width == 0:
            return
        if shown is None:
            table.show((), Text(), "")
            return
        rows = meeting_rows(shown, self.standing.found, self.standing.out, words, table.room)
        table.show(rows, meeting_head(words, table.room), self._nothing())
        if table.cursor is None and rows:
            table.put(rows[0].id)

    def _draw_body(self) -> None:
        static = self.query_one("#compare-body > Static", Static)
        if static.size.width:
            static.update(Text("\n").join(self._lines(static.size.width)))

    def _lines(self, room: int) -> list[Text]:
        found, words, standing = self.standing.found, self.words, self.standing
        if found is None or standing.read is None:
            return []
        if not found.held and standing.view != keys.GRID.id:
            return [Text(self._nothing())]
        if standing.view == keys.GROUPS.id:
            return group_lines(found, standing.by, words, room)
        if standing.view == keys.MODERATORS.id:
            return course_lines(found, standing.moderator, words, room)
        return ground_lines(found, standing.read, words, self._key(keys.REHEARSALS))

    def _nothing(self) -> str:
        """Why there is nothing to compare."""
        words, standing = self.words, self.standing
        everything = standing.everything
        if everything is None or standing.read is None:
            return ""
        if not everything.held:
            return (
                words("sidebyside.none_read", view=self._key(keys.GRID))
                if standing.read.lost
                else words("sidebyside.empty")
            )
        if self._shown is not None and not self._shown.held:
            return words("sidebyside.only_rehearsals", len(everything.held), key=self._key(keys.REHEARSALS))
        return words("sidebyside.all_out", key=self._key(keys.TAKE_ALL), view=self._key(keys.MEETINGS))

    def _key(self, intent: Intent) -> str:
        return self.on_their_keys((intent,))[0].shown_key

    @on(TapList.Resized)
    def _resized(self) -> None:
        self.draw()

    # Keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that mean nothing in the view in hand are not there."""
        return keys.ONLY_IN.get(action, self.standing.view) == self.standing.view

    def idle(self, action: str) -> bool:
        found = self.standing.found
        if action == keys.PROGRAMME_BOOK.id:
            return found is None or not found.held
        return action in (keys.MODERATOR_BEFORE.id, keys.MODERATOR_AFTER.id) and not (found and found.moderators)

    def action_see_meetings(self) -> None:
        self.see(keys.MEETINGS.id)

    def action_see_groups(self) -> None:
        self.see(keys.GROUPS.id)

    def action_see_moderators(self) -> None:
        self.see(keys.MODERATORS.id)

    def action_see_grid(self) -> None:
        self.see(keys.GRID.id)

    def action_view_after(self) -> None:
        self.see(_VIEWS[(_VIEWS.index(self.standing.view) + 1) % len(_VIEWS)])

    def action_view_before(self) -> None:
        self.see(_VIEWS[_VIEWS.index(self.standing.view) - 1])

    def action_take_meeting(self) -> None:
        """Take the chosen meeting out, or in again."""
        meeting = self.query_one(TapList).cursor
        if meeting is not None:
            self._want(self.standing.out ^ {meeting})

    @on(TapList.Chosen)
    def _chosen(self, event: TapList.Chosen) -> None:
        self._want(self.standing.out ^ {event.row})

    def action_take_all(self) -> None:
        """All in; where all are in, all out, for whoever wants only a few."""
        shown = {each.meeting.id for each in self._shown.held} if self._shown else set()
        self._want(self.standing.out - shown if shown & self.standing.out else self.standing.out | shown)

    def action_rehearsals(self) -> None:
        self.standing.rehearsals = not self.standing.rehearsals
        self._want(self.standing.out)

    def _want(self, out: frozenset[str]) -> None:
        """Compare others than before."""
        self.standing.out = out
        self.reckon()
        self.draw()

    def action_other_groups(self) -> None:
        names = list(KEYS)
        self.standing.by = names[(names.index(self.standing.by) + 1) % len(names)]
        self.see(keys.GROUPS.id)

    def action_moderator_before(self) -> None:
        self._moderator(-1)

    def action_moderator_after(self) -> None:
        self._moderator(1)

    def _moderator(self, by: int) -> None:
        found = self.standing.found
        if found is not None and found.moderators:
            self.standing.moderator = (self.standing.moderator + by) % len(found.moderators)
            self.see(keys.MODERATORS.id)

    def action_programme_book(self) -> None:
        self.write_book()

    def action_homeward(self) -> None:
        self.dismiss(None)
