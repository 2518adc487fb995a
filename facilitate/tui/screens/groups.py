"""The room apart and together again: each group with its moderator, its clock and its needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from facilitate.analysis import splitting
from facilitate.analysis.splitting import Kind, Plans
from facilitate.analysis.tracks import groups_now
from facilitate.domain import topics
from facilitate.domain.events import running as r
from facilitate.domain.events.base import FactBase
from facilitate.domain.meeting.parts import Track
from facilitate.journal.journal import fresh_name
from facilitate.tui import commands, groupings
from facilitate.tui.console.grouping import together
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.console.placing import with_energisers
from facilitate.tui.console.regrouping import Regrouping
from facilitate.tui.intents import Intent, bound
from facilitate.tui.seat import Seat
from facilitate.tui.sides import Scroll
from facilitate.tui.widgets.keys import KeyBar
from facilitate.tui.widgets.taplist import TapList

LEFT_OFF = "groups"


class Draft(NamedTuple):
    """Groups that this person has changed before splitting, and the step that they are for."""

    step: str
    plans: Plans


class GroupsPage(Regrouping):
    """Together: the groups as the step asks for them, to change and to send off. Apart: each group, and one's own."""

    PAGE = commands.GROUPS.id
    INTENTS = (*commands.GROUPING, *commands.MEETING, *commands.STEPPING, *commands.EVERY_PAGE)
    BINDINGS: ClassVar[list[BindingType]] = bound(INTENTS)
    PAGE_TOPICS = frozenset({topics.CLOCK, topics.CAPTURES})
    NEEDS: ClassVar[Mapping[str, type[FactBase]]] = {
        **ConsolePage.NEEDS,
        "split": r.TrackOpened,
        "add_group": r.TrackOpened,
        "change_group": r.TrackChanged,
        "drop_group": r.TrackClosed,
    }
    CSS_PATH = "groups.tcss"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._wanted: object = seat.track

    def body(self) -> ComposeResult:
        yield Static(id="groups-said", markup=False)
        yield TapList("groups-list", drops=self.may_split)
        with Scroll(id="groups-needs", can_focus=False):
            yield Static(markup=False)

    def on_mount(self) -> None:
        self.table.focus()

    @property
    def table(self) -> TapList:
        return self.query_one(TapList)

    # What there is.

    @property
    def room_apart(self) -> bool:
        return bool(self.meeting.apart)

    @property
    def may_split(self) -> bool:
        """Whether this person may split the room at all."""
        return self.check_action("split", ()) is not False

    @property
    def plans(self) -> Plans:
        """The groups at work; together, those that this person has drafted, else as the step asks for them."""
        meeting = self.meeting
        if meeting.apart:
            return splitting.at_work(meeting)
        if not self.may_split or meeting.closed:
            return ()
        step, draft = groupings.step_asked(meeting), self.seat.standing.left_off.get(LEFT_OFF)
        if isinstance(draft, Draft) and draft.step == (step.id if step else ""):
            return draft.plans
        return splitting.proposed(meeting, step, self.kind_name)

    def kind_name(self, kind: Kind, number: int) -> str:
        return groupings.kind_name(kind, number, self.words)

    @property
    def chosen(self) -> Track | None:
        """The group under the cursor, else one's own."""
        track = self.meeting.tracks.get(self.table.cursor or "")
        return track if track is not None and track.open else self.track if self.apart else None

    # Drawing.

    def draw_page(self) -> None:
        meeting, words = self.meeting, self.words
        apart = groupings.apart_said(meeting, words) if meeting.apart else ""
        self.query_one("#groups-said", Static).update(apart or groupings.asks(meeting, words, self.may_split))
        self.tick_page()
        self._return()
        self._show_needs()
        self.query_one(KeyBar).refresh(layout=True)

    def tick_page(self) -> None:
        meeting, words, room = self.meeting, self.words, self.table.room
        if meeting.apart:
            groups = groups_now(meeting, self.seat.session.now())
            rows = groupings.group_rows(meeting, groups, self.track, words, room)
        else:
            rows = groupings.plan_rows(meeting, self.plans, words, room)
        idle = "groups.none" if self.may_split and not meeting.closed else "groups.together"
        self.table.show(rows, groupings.head(meeting, words), words(idle))

    def _return(self) -> None:
        """At first, to the group where the person stood, else to their own, else to the first."""
        ids = [row.id for row in self.table.rows]
        if self._wanted is not None and ids:
            goals = [each for each in (self._wanted, self.track.id, ids[0]) if each in ids]
            self._wanted = None
            self.table.put(str(goals[0]))

    @on(TapList.Moved)
    def _show_needs(self) -> None:
        panel = self.query_one("#groups-needs", VerticalScroll)
        panel.display = self.room_apart and self.chosen is not None
        panel.query_one(Static).update(groupings.needs_said(self.meeting, self.chosen, self.words))

    @property
    def place(self) -> object:
        return self.table.cursor

    @place.setter
    def place(self, place: object) -> None:
        self._wanted = place or self.seat.track

    # Keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("change_group", "to_plenary") and not self.room_apart:
            return False
        if action == "go_with" and not self.room_apart:
            return self.may_split
        return super().check_action(action, parameters)

    def label(self, intent: Intent) -> str:
        apart = {"split": "key.all_together", "drop_group": "key.bring_back"}
        return (apart if self.room_apart else {"go_with": "key.change_group"}).get(intent.id) or super().label(intent)

    def idle(self, action: str) -> bool:
        if action == "to_plenary":
            return not self.apart
        if action == "split":
            return not self.room_apart and self.meeting.current is None
        if action in ("go_with", "change_group", "drop_group", "add_group"):
            return self.meeting.closed is not None
        return super().idle(action)

    def action_split(self) -> None:
        """The room apart, or together again; either is one act, and u takes it back."""
        meeting, current = self.meeting, self.meeting.current
        if meeting.apart:
            self.do(*with_energisers(meeting, together(meeting)))
        elif current is None:
            self.say(self.words("moderate.closed_key" if meeting.closed else "moderate.nothing_open"))
        elif not self.plans:
            self.say(self.words("groups.none"))
        elif self.do(*splitting.openings(self.plans, current.step, fresh_name)):
            self.table.put(self.track.id if self.apart else self.meeting.apart[0].id)

    def action_add_group(self) -> None:
        """One group more: planned at once, while apart after asking for its name."""
        plans = self.plans
        more = splitting.with_one_more(plans, self.kind_name)
        if not self.room_apart:
            self.put(plans, more)
            self.table.put(more[-1].id)
        else:
            self.ask_name(more[-1].title, None, self._open_late)

    def _open_late(self, name: str) -> None:
        current = self.meeting.current
        if current is None:
            self.say(self.words("moderate.nothing_open"))
        else:
            self.do(r.TrackOpened(track=f"t{fresh_name()}", title=name, step=current.step))

    def put(self, before: Plans, after: Plans) -> None:
        facts = splitting.changes(before, after) if self.room_apart else []
        if facts:
            self.do(*facts)
        elif not self.room_apart:
            step = groupings.step_asked(self.meeting)
            self.seat.standing.left_off[LEFT_OFF] = Draft(step.id if step else "", after)
            self.paint()

    @on(TapList.Chosen)
    def action_go_with(self) -> None:
        """Go with the group under the cursor; before the split, change it."""
        group = self._under()
        if group and not self.room_apart:
            self.change(group)
        elif group:
            self._stand(group)

    def action_change_group(self) -> None:
        group = self._under()
        if group:
            self.change(group)

    @on(TapList.Dropped)
    def _drop(self, event: TapList.Dropped) -> None:
        self._bring_back(event.row)

    def action_drop_group(self) -> None:
        group = self._under()
        if group:
            self._bring_back(group)

    def _bring_back(self, group: str) -> None:
        """One group comes back to the plenary; before the split, it is planned no more."""
        if self.room_apart:
            if self.do(r.TrackClosed(track=group)) and not self.room_apart:
                self.say(self.words("groups.together"))
        else:
            self.put(self.plans, tuple(plan for plan in self.plans if plan.id != group))

    def _under(self) -> str | None:
        """The group under the cursor; says so where there is none."""
        if self.table.cursor is None:
            self.say(self.words("groups.choose"))
        return self.table.cursor

    # Where this person stands.

    def action_to_plenary(self) -> None:
        self._stand(None)

    def _stand(self, group: str | None) -> None:
        """Go with a group, or with the plenary: from now on every page is about it."""
        self.seat.stand(group)
        self.paint()
