"""What a page does with the form at its bottom: begins, stamps, says how it is understood, keeps, sets aside."""

from __future__ import annotations

from datetime import date

from rich.style import Style
from rich.text import Text
from textual import events, on

from facilitate.domain.events import Fact
from facilitate.domain.events.capturing import Captured, CaptureKind
from facilitate.domain.events.preparing import PersonNamed
from facilitate.domain.meeting.parts import Capture
from facilitate.domain.model import harmless_prose
from facilitate.journal.journal import fresh_name
from facilitate.tui.capturing import LONGEST, day_told, known_names, names_like, person_named
from facilitate.tui.console.page import ConsolePage
from facilitate.tui.drawing import cut
from facilitate.tui.notes.draft import Draft, Notebook
from facilitate.tui.notes.form import CaptureForm
from facilitate.tui.notes.keeping import kept, missing, troubles
from facilitate.tui.seat import Seat
from facilitate.tui.widgets.keys import KeyBar


class Writing(ConsolePage):
    """A page with a form. Its person's notebook outlives it: another page, another language, and all is as it was."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        found = seat.standing.left_off.setdefault(self.PAGE, Notebook())
        assert isinstance(found, Notebook)
        self.book = found
        self._news = ""
        self._warned: tuple[Draft, list[str]] | None = None

    @property
    def form(self) -> CaptureForm:
        return self.query_one(CaptureForm)

    @property
    def today(self) -> date:
        """The day that this laptop says it is."""
        return self.seat.session.now().wall.astimezone().date()

    @property
    def step_here(self) -> str | None:
        """The step that is open where the person is."""
        return self.opening.step if self.opening else None

    def reveal(self, capture: str) -> None:
        """Show what was kept."""

    def after_writing(self) -> None:
        """Where the focus goes when the form is closed."""

    # The form as it should be.

    def write(self, draft: Draft) -> None:
        """Put a draft into the form, and the cursor where it was."""
        self.app.clear_notifications()
        self._news, self._warned = "", None
        form = self.form
        form.display = True
        form.put(draft)
        form.go(self.book.line)
        self.draw_form()

    def draw_form(self) -> None:
        """Where it will belong, and who can be named; never what is typed."""
        draft = self.book.writing
        self.form.display = draft is not None
        if draft is None:
            return
        if draft.base is None and draft.blank:
            draft = self.book.writing = draft._replace(step=self.step_here, track=self.track.id)
        meeting, words = self.meeting, self.words
        self.form.know(known_names(meeting))
        step = meeting.agenda.step(draft.step) if meeting.agenda and draft.step else None
        said = words("notes.in_step", step=step.id, title=step.title) if step else words("notes.in_no_step")
        track = meeting.tracks.get(draft.track)
        change, group = words("notes.changing") if draft.base else "", track.title if track else ""
        self.form.place(" · ".join(each for each in (change, said, group) if each))

    def _tell(self) -> None:
        """Below the lines: how the one in which the cursor is will be understood."""
        draft, words, form = self.book.writing, self.words, self.form
        if draft is None:
            return
        if self._warned is not None and self._warned[0] == draft:
            form.tell(" ".join(self._warned[1]), severe=True)
        elif form.field == "who":
            form.tell(self._who(draft))
        elif form.field == "when":
            form.tell(day_told(draft.when, self.today, words))
        elif (over := len(harmless_prose(draft.text)) - LONGEST) > 0:
            form.tell(words("ask.too_long", count=over), severe=True)
        else:
            form.tell(self._news)

    def _who(self, draft: Draft) -> Text:
        """Whom the name will be taken for; a tap on a name takes it, and so does the arrow on the one shown."""
        typed = draft.who.strip()
        if not typed:
            return Text()
        if person_named(self.meeting, typed):
            return Text(self.words("notes.who_known", name=typed))
        told = Text(self.words("notes.who_new", name=typed))
        for place, name in enumerate(names_like(known_names(self.meeting), typed)[:4]):
            told.append("  ")
            told.append(f" {name} ", Style(reverse=True, meta={"@click": f"screen.take({place})"}))
        return told

    def action_take(self, place: int) -> None:
        """Take one of the names that are offered."""
        draft = self.book.writing
        names = names_like(known_names(self.meeting), draft.who if draft else "")
        if place < len(names):
            self.form.name_taken(names[place])

    @on(CaptureForm.Typed)
    def _typed(self) -> None:
        self._take_down()
        self._tell()

    def _take_down(self) -> None:
        """Have in the notebook what stands in the form."""
        draft = self.book.writing
        if draft is not None and draft.lines != self.form.lines:
            text, who, when = self.form.lines
            self.book.writing = draft._replace(text=text, who=who, when=when)
            self._news = ""
            if draft.blank != self.book.writing.blank:
                self.draw_form()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if self.there:
            self.book.line = self.form.field or self.book.line
            self._tell()
            self.query_one(KeyBar).refresh()

    def idle(self, action: str) -> bool:
        """Letters are text while somebody writes; only the function keys lead elsewhere."""
        intent = next((each for each in self.INTENTS if each.id == action), None)
        keys = intent.keys if intent else ()
        if self.typing and not any(key[0] == "f" and key[1:].isdigit() for key in keys):
            return True
        return super().idle(action)

    @property
    def typing(self) -> bool:
        """Whether letters go into a line."""
        return bool(self.form.field)

    # Acts.

    def begin(self, what: CaptureKind) -> None:
        """Write one of that kind, or go on with it."""
        draft = self.book.writing
        if draft is None or draft.key != f"new {what}":
            draft = self.book.begin(what)
        self.write(draft)
        self.draw_page()

    def begin_change(self, capture: Capture) -> None:
        """Change one that is kept."""
        draft = self.book.writing
        if draft is None or draft.key != capture.id:
            draft = self.book.change(capture, self.meeting, self.words)
        self.write(draft)
        self.draw_page()

    def action_kind(self, what: str = "") -> None:
        """What is being written becomes the next kind, or that one."""
        if what:
            self.book.turn_to(CaptureKind(what))
        else:
            self.book.turn()
        if self.book.writing is not None:
            self.form.turn(self.book.writing.what)
            self.form.go(self.form.field or self.book.line)
            self._tell()

    def keep(self) -> None:
        """Keep what stands in the form, unless there is something to say first."""
        self._take_down()
        draft = self.book.writing
        if draft is None or not self._sure(draft):
            return
        facts = kept(draft, self.meeting, self.today, self.words.language, fresh_name)
        if facts and not self.do(*facts):
            return
        self._warned = None
        if draft.base is None:
            self._go_on(draft, facts)
        else:
            self.book.writing, self.book.line = None, "text"
            self.say(self.words("notes.changed" if facts else "notes.unchanged"))
            self._close()
        if facts:
            self._reveal(facts[-1], draft)

    def _sure(self, draft: Draft) -> bool:
        """Whether nothing speaks against it, or the person pressed Enter again knowing what does."""
        found = troubles(draft, self.meeting, self.today, self.words)
        whys = [each.why for each in found]
        if not found or (all(each.passes for each in found) and self._warned == (draft, whys)):
            return True
        self._warned = (draft, whys)
        self.form.go(found[0].field)
        self._tell()
        return False

    def _go_on(self, draft: Draft, facts: list[Fact]) -> None:
        """An empty form for the next of the same kind, and what there is to know of the one that was kept."""
        words, lacking = self.words, missing(draft, self.words)
        self.book.line = "text"
        self.book.writing = Draft(draft.what)
        self.write(self.book.writing)
        said = [words("notes.kept", text=cut(" ".join(draft.text.split()), 40))]
        said += [words("notes.kept_new", name=each.name) for each in facts if isinstance(each, PersonNamed)]
        said += [words("notes.kept_lacking", lacking=lacking)] if lacking else []
        self._news = " · ".join(said)
        self._tell()

    def _reveal(self, fact: Fact, draft: Draft) -> None:
        if isinstance(fact, Captured):
            self.reveal(fact.capture)
        elif draft.base is not None:
            self.reveal(draft.base.id)

    @on(CaptureForm.Left)
    def leave_form(self) -> None:
        """Close it; what was begun comes back with the same key."""
        if self.book.set_aside() is not None:
            self.say(self.words("notes.set_aside"))
        self._close()

    def _close(self) -> None:
        self.after_writing()
        self.form.display = False
        self.draw_page()
