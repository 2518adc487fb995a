"""Preparing a meeting: what it is about, who does what, its agenda and what is to be got ready."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from facilitate.analysis.lacking import Lack, lacking
from facilitate.domain import topics
from facilitate.tui.commands_before import PREPARING
from facilitate.tui.intents import Intent, bound
from facilitate.tui.preparing import about, keys, lacks, steps, team, things
from facilitate.tui.preparing.acts import PartActs
from facilitate.tui.preparing.page import LISTS, Place
from facilitate.tui.preparing.printing import Printing
from facilitate.tui.sides import Below, Beside, Scroll
from facilitate.tui.widgets.headcounts import HeadCounts
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.pagebar import PageBar
from facilitate.tui.widgets.taplist import TapList, TapRow
from facilitate.tui.widgets.topbar import TopBar

_NAMES = tuple(part.id for part in keys.PARTS)


class PrepareScreen(PartActs, Printing):
    """One part at a time; on a wide screen the agenda beside it."""

    PAGE = "prepare"
    INTENTS = PREPARING
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    TOPICS = frozenset({topics.AGENDA, topics.PEOPLE, topics.MEETING, topics.GRID, topics.CLOCK})
    CSS_PATH = "prepare.tcss"
    AUTO_FOCUS = ""

    _beside = "about"
    """What stands beside the agenda while that is in hand."""
    _wanted: Place | None = None

    def compose(self) -> ComposeResult:
        yield TopBar(self.seat)
        yield PageBar(self.on_their_keys(keys.PARTS), self.part, self.words)
        yield Static(id="prepare-total", markup=False)
        yield Static(id="prepare-lacks", markup=False)
        with Beside(id="prepare-body"):
            with Below(id="prepare-left"):
                yield TapList("prepare-agenda", drops=self.may("agenda", "drop_line"))
            with Below(id="prepare-right"):
                for part in LISTS:
                    if part != "agenda":
                        yield TapList(f"prepare-{part}", drops=self.may(part, "drop_line"))
                yield HeadCounts(id="prepare-expected")
                with Scroll(id="prepare-said", can_focus=False):
                    yield Static(markup=False)
        yield KeyBar(self.intents, self.words)

    def begun(self) -> None:
        if self._wanted is not None:
            self.part = self._wanted.part
            self._beside = self.part if self.part != "agenda" else self._beside
        self._show_part()

    # The parts.

    def _show_part(self) -> None:
        """Have the part in hand in sight, and the keys with it."""
        wide = self.has_class("-wide")
        right = self.part if self.part != "agenda" else self._beside
        self.query_one("#prepare-left").set_class(self.part != "agenda" and not wide, "-aside")
        self.query_one("#prepare-right").set_class(self.part == "agenda" and not wide, "-aside")
        for name in _NAMES:
            if name != "agenda":
                self._widget(name).set_class(name != right, "-aside")
        self.query_one(PageBar).here = self.part
        self.query_one(PageBar).refresh()
        self._widget(self.part).focus()
        self.query_one(KeyBar).refresh(layout=True)
        self.call_after_refresh(self.paint)

    def _widget(self, part: str) -> Widget:
        return self.query_one(f"#prepare-{part}")

    def go(self, part: str, line: str = "") -> None:
        """Take a part in hand, at a line of it."""
        self.part = part
        self._beside = part if part != "agenda" else self._beside
        self._show_part()
        if line and part in LISTS:
            self.call_after_refresh(self._stand, part, line)

    def _stand(self, part: str, line: str) -> None:
        if self.there and line in [row.id for row in self.list_of(part).rows]:
            self.list_of(part).put(line)

    def on_resize(self) -> None:
        super().on_resize()
        if self.there:
            self.call_after_refresh(self._show_part)

    @property
    def place(self) -> object:
        if not self.there:
            return self._wanted
        return Place(self.part, tuple((part, self.list_of(part).cursor) for part in LISTS))

    @place.setter
    def place(self, place: object) -> None:
        self._wanted = place if isinstance(place, Place) else None

    # Drawing.

    def draw(self) -> None:
        meeting, words = self.meeting, self.words
        key = next((each.shown_key for each in self.on_their_keys((keys.BRING_DOWN,))), "")
        self.query_one("#prepare-total", Static).update(steps.total(meeting, words, key) if meeting.agenda else "")
        self._draw_lacks()
        for part in LISTS:
            self._draw_list(part)
        self.query_one(HeadCounts).show(things.expected_table(meeting, words))
        self.query_one("#prepare-said", VerticalScroll).query_one(Static).update(self._said())
        if self._wanted is not None:
            for part, line in self._wanted.lines:
                self._stand(part, line or "")
            self._wanted = None
        self.query_one(KeyBar).refresh()

    def _draw_lacks(self) -> None:
        line = self.query_one("#prepare-lacks", Static)
        shown = {each.id: each.shown_key for each in self.on_their_keys(PREPARING)}
        shown["grid"] = shown["agree_grid"]
        rows = 3 if self.has_class("-narrow") else 2
        line.display = self.meeting.closed is None
        line.update(lacks.lacks_lines(self.lacks, shown, self.words, self.size.width - 2, rows))

    @property
    def lacks(self) -> tuple[Lack, ...]:
        return lacking(self.meeting)

    def _draw_list(self, part: str) -> None:
        meeting, words, table = self.meeting, self.words, self.list_of(part)
        if table.size.width == 0:
            return
        rows: list[TapRow] = {
            "about": about.rows,
            "team": team.rows,
            "agenda": steps.rows,
            "checklist": things.item_rows,
            "consent": things.consent_rows,
        }[part](meeting, words, table.room)
        head = steps.head(words, table.room)
        if part != "agenda":
            head.plain = f" {words(f'prepare.part.{part}')}"
        idle = words(f"prepare.empty.{part}") if part in ("team", "checklist", "agenda") else ""
        table.show(rows, head, idle)
        if table.cursor is None and rows:
            table.put(rows[0].id)

    @on(TapList.Resized)
    def _resized(self, event: TapList.Resized) -> None:
        if self.there:
            self._draw_list((event.taplist.id or "").removeprefix("prepare-"))

    def _said(self) -> str:
        """What stands below the list of a part."""
        meeting, words = self.meeting, self.words
        match self.part if self.part != "agenda" else self._beside:
            case "team":
                return team.unfilled(meeting, words)
            case "expected":
                return words("prepare.expected_said")
            case "consent":
                return things.consent_said(meeting, words)
        return ""

    # Keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that mean nothing in the part in hand, or not for this person, are not there."""
        if action == "next_lack":
            return bool(self.lacks)
        if action == "print_agenda":
            return self.may_print
        if any(action == own.id for own in keys.OWN):
            return self.may(self.part, action)
        return super().check_action(action, parameters)

    def label(self, intent: Intent) -> str:
        if intent.id in keys.NAMED_APART and (self.part, intent.id) in keys.ACTS:
            return f"key.{intent.id}.{self.part}"
        return super().label(intent)

    def action_about(self) -> None:
        self.go("about")

    def action_team(self) -> None:
        self.go("team")

    def action_agenda(self) -> None:
        self.go("agenda")

    def action_expected(self) -> None:
        self.go("expected")

    def action_checklist(self) -> None:
        self.go("checklist")

    def action_consent(self) -> None:
        self.go("consent")

    def action_next_part(self) -> None:
        self.go(_NAMES[(_NAMES.index(self.part) + 1) % len(_NAMES)])

    def action_part_before(self) -> None:
        self.go(_NAMES[_NAMES.index(self.part) - 1])

    def action_next_lack(self) -> None:
        """To the first thing that is missing; from where it is mended, to the next."""
        here = [
            place for place, lack in enumerate(self.lacks) if lack.part == self.part and lack.line in ("", self.chosen)
        ]
        self.action_mend((here[-1] + 1) % len(self.lacks) if here else 0)

    def action_mend(self, place: int) -> None:
        """Go where one of the things that are missing is mended."""
        found = self.lacks
        if place >= len(found):
            return
        lack = found[place]
        if lack.part == "grid":
            self.action_agree_grid()
        else:
            self.go(lack.part, lack.line)
