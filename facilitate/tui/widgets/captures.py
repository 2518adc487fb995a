"""What was kept so far: needs, decisions, actions, parked topics, the newest last."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from facilitate.domain.meeting.parts import Capture
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.capturing import owed
from facilitate.tui.sides import Scroll


class CaptureList(Scroll):
    """One entry a capture: what it is, its words, and for an action who and by when."""

    DEFAULT_CSS = """
    CaptureList { padding: 0 1; scrollbar-size-vertical: 1; }
    CaptureList > Static { width: 1fr; height: auto; }
    """
    can_focus = False

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, meeting: Meeting, words: Words) -> None:
        """Draw what stands; the newest comes into sight, unless somebody is reading further up."""
        standing = [each for each in meeting.captures.values() if not each.withdrawn]
        lines = [self._entry(each, meeting, words) for each in standing]
        body = Text("\n").join(lines) if lines else Text(words("captures.none"), Style(dim=True))
        self._ending = self._ending or self.scroll_offset.y >= self.max_scroll_y
        self.query_one(Static).update(body)
        if self._ending:
            self.call_after_refresh(self._end)

    _ending = False

    def _end(self) -> None:
        """On the way here more may have come, which then is not read further up."""
        self._ending = False
        self.scroll_end(animate=False)

    def _entry(self, capture: Capture, meeting: Meeting, words: Words) -> Text:
        text = Text()
        text.append(f"{words(f'capture.{capture.what}')} ", Style(bold=True))
        text.append(capture.text)
        if capture.what == "action":
            text.append(f"  {owed(capture, meeting, words)}", Style(italic=True))
        if capture.step:
            text.append(f"  {capture.step}", Style(dim=True))
        return text
