"""The seal over the page: who has not said yes yet, or the fingerprint, large, with everybody who signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Label, Static

from facilitate.domain.agreement import needed, signatures
from facilitate.domain.events.agreeing import GridSealed
from facilitate.domain.grid import FRAME
from facilitate.domain.meeting.agreement import Seal
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.soundness import lacks
from facilitate.language import Words
from facilitate.tui.agreeing.above import rule_said
from facilitate.tui.agreeing.voices import Assembly
from facilitate.tui.modal import Modal
from facilitate.tui.sides import Beside, Scroll


def sealing(meeting: Meeting) -> GridSealed | None:
    """The seal by all who have agreed so far, under the team's rule."""
    grid, rule = meeting.grid, meeting.grids.rule
    if grid is None:
        return None
    signed = signatures(meeting)
    return GridSealed(fingerprint=grid.fingerprint, rule=rule.rule, quorum=rule.quorum, signatures=signed)


def hindrances(meeting: Meeting, words: Words) -> list[str]:
    """Why it cannot be sealed yet, each with who and what; nothing where it can."""
    grid = meeting.grid
    if grid is None:
        return [words("agree.no_grid")]
    found = [words(each.message, code=each.code, **each.values) for each in lacks(grid)]
    voices = Assembly(meeting, "")
    for each in voices.objections:
        code = words("agree.frame") if each.code == FRAME else each.code
        told = words("agree.objects", name=meeting.name(each.person), reason=each.reason)
        found.append(f"! {code}: {told}")
    agreed, wanted = len(signatures(meeting)), max(1, needed(meeting))
    if agreed < wanted:
        found.append(words("agree.seal.missing", count=wanted - agreed, rule=rule_said(meeting, words)))
        left = ((person, count) for person, count in voices.left() if count)
        found += [words("agree.seal.open_of", name=person.name, count=count) for person, count in left]
    return found


def signed_said(meeting: Meeting, seal: Seal, words: Words) -> list[str]:
    """Who signed, as what, when; and from where it was taken over."""
    people = (
        words("agree.seal.signed", name=meeting.name(each.person), role=words(f"role.{each.role}"))
        for each in seal.signatures
    )
    found = [words("agree.seal.when", moment=seal.at.wall.astimezone()), *people]
    if seal.taken_from is not None:
        title = seal.taken_from.title.to(words.language) or seal.taken_from.meeting
        found.append(words("agree.seal.from", meeting=title))
    return found


class SealDialog(Modal[bool]):
    """Shows lines under a title; asks whether to seal where that can be done. Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, id="facilitate.seal.leave"),
        Binding("left,right", "app.focus_next", show=False, id="facilitate.seal.other"),
        Binding("up", "roll(-1)", show=False, id="facilitate.seal.up"),
        Binding("down", "roll(1)", show=False, id="facilitate.seal.down"),
    ]
    CSS_PATH = "seal.tcss"

    def __init__(
        self, title: str, large: Sequence[str], lines: Callable[[], list[str]], yes: str, words: Words
    ) -> None:
        """`large` are the rows of the fingerprint; without `yes` there is nothing to ask."""
        super().__init__()
        self._title, self._large, self._lines, self._yes, self._words = title, tuple(large), lines, yes, words

    def compose(self) -> ComposeResult:
        with Vertical(id="seal"):
            yield Label(self._title, id="seal-title", markup=False)
            if self._large:
                yield Static("\n".join(self._large), id="seal-large", markup=False)
            with Scroll(id="seal-body", can_focus=False):
                yield Static("\n".join(self._lines()), markup=False)
            with Beside(id="seal-buttons"):
                if self._yes:
                    yield Button(self._yes, id="seal-yes", variant="primary", compact=True)
                yield Button(self._words("agree.seal.close"), id="seal-no", compact=True)

    def on_mount(self) -> None:
        self.app.clear_notifications()
        self.query_one("#seal-no", Button).focus()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "seal-yes")

    def action_roll(self, by: int) -> None:
        body = self.query_one("#seal-body", Scroll)
        (body.scroll_down if by > 0 else body.scroll_up)(animate=False)

    def action_leave(self) -> None:
        self.dismiss(False)
