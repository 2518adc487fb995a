"""The program on a screen: which meeting, which seat, which language; everything else is the screens' own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType

from facilitate.domain.decisions.refusal import Refused
from facilitate.domain.meeting.state import Meeting
from facilitate.journal.faults import JournalError, NotKept
from facilitate.journal.journal import Journal
from facilitate.kits.settings import Settings, read_settings
from facilitate.language import Words
from facilitate.language.words import CODES
from facilitate.session import Session, TookBack
from facilitate.tui.anywhere import Goodbye, NextLanguage, NextTheme
from facilitate.tui.athome import AtHome
from facilitate.tui.colleagues import Demo
from facilitate.tui.dialogs.confirm import Confirm
from facilitate.tui.dialogs.small import LEAST, TooSmall
from facilitate.tui.door import Door, PinWanted
from facilitate.tui.errands import Errands
from facilitate.tui.keymap import read_keymap
from facilitate.tui.patience import LOOK_AGAIN_SECONDS
from facilitate.tui.places import Places
from facilitate.tui.rooms import intents_of_screens, screen_for
from facilitate.tui.screen import ComeBack, ExportWanted, GoTo, NextSeat
from facilitate.tui.screens.home import OpenMeeting
from facilitate.tui.seat import SHOW, Seat, Standing, screens_at_first, screens_for, seat_after
from facilitate.tui.system import when_told_to_stop
from facilitate.tui.telling import described
from facilitate.tui.themes import DARK, THEMES
from facilitate.tui.widgets.topbar import TopBar


class FacilitateApp(AtHome):
    """One person's program; in a demo one person after another."""

    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    TITLE = "facilitate"

    def __init__(self, words: Words, errands: Errands, folder: Path | None = None) -> None:
        self.words = words.for_lines()  # a name of the other direction never turns its sentence round
        super().__init__()
        self.errands, self.remember = errands, errands.remember
        self.folder = folder
        self.session: Session | None = None
        self.person: str | None = None
        self.screen_name, self._just_made = "", False
        self.demo: Demo | None = None
        self.not_kept = 0
        self._standing: dict[str, Standing] = {}
        self._places = Places()
        self._door = Door(self)
        self.keys_moved: Mapping[str, tuple[str, ...]] = {}
        self._first: tuple[Journal, str | None, Demo | None] | None = None

    def begin_with(self, journal: Journal, person: str | None, demo: Demo | None = None) -> None:
        """Open this meeting at the start, as that person, or ask who sits here."""
        self._first = (journal, person, demo)

    def on_mount(self) -> None:
        when_told_to_stop(lambda: self.exit(0))
        for theme in THEMES:
            self.register_theme(theme)
        self._apply(read_settings())
        if self._first is None:
            self.go_home()
            return
        journal, person, self.demo = self._first
        self.take(journal, person)
        if self.demo is not None:
            self.set_interval(0.5, self.colleagues_act)
            self.notify(self.words("demo.welcome"), markup=False, timeout=12)

    def _apply(self, settings: Settings) -> None:
        """Colours and keys as this person wants them; what cannot be is told."""
        self.theme = settings.theme or DARK.name
        self.ordered_by(settings.letters)
        if settings.keys:
            found = read_keymap(settings.keys, intents_of_screens())
            self.keys_moved = found.keys
            self.set_keymap(found.for_textual)
            if found.ignored:
                ignored = self.words("keys.ignored", keys=self.words.listed(found.ignored))
                self.notify(ignored, severity="warning", markup=False, timeout=12)

    def on_resize(self, event: events.Resize) -> None:
        """A window too small to read says so, takes no keys, and goes away by itself."""
        small = event.size.width < LEAST.width or event.size.height < LEAST.height
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall(self.words))
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    # Meetings and seats.

    def take(self, journal: Journal, person: str | None) -> None:
        """Hold a meeting from now on, and sit down."""
        session = Session(journal, self.post, painted=self.once_painted)
        session.notice = partial(self._notice, session)
        self.session = session
        self._standing.clear()
        self._places.clear()
        if person is not None:
            self._let_in(person, "show" if person == SHOW else None, self.leave_meeting)
        elif len(journal.record.meeting.people) == 0:
            self.tell(self.words("open.nobody"), severe=True)
            self.sit("")
        else:
            self._ask_who()

    def _ask_who(self) -> None:
        assert self.session is not None
        self._door.ask_who(self.session.kept, self.words, self._sat)

    def _sat(self, person: str | None) -> None:
        if person is not None:
            self._let_in(person, None, self._ask_who)
        else:
            self.leave_meeting()

    def _let_in(self, person: str, name: str | None, otherwise: Callable[[], None]) -> None:
        """Sit somebody down, if they are not sitting here, once they have typed their PIN, if they have one."""
        assert self.session is not None
        if person == self.person:
            self.sit(person, name)
        else:
            self._door.let_in(self.session, person, self.words, lambda: self.sit(person, name), otherwise)

    @on(PinWanted)
    def _change_pin(self, message: PinWanted) -> None:
        self._door.change(message.seat)

    def sit(self, person: str, name: str | None = None) -> None:
        """Show a person's screen, the first of their roles unless one is named."""
        assert self.session is not None
        screens = screens_at_first(self.session.kept, person, self._just_made)
        if self.person is not None:
            self.clear_notifications()
        name = name or screens[0]
        self._places.leaving(self.screen_stack, self.screen_name, name)
        self.person, self.screen_name = person, name
        seat = Seat(self.session, person, self.words, self._standing.setdefault(person, Standing()))
        screen = screen_for(name, seat)
        screen.place = self._places.find(person, name)
        self.show_only(screen)

    @on(OpenMeeting)
    def _open(self, message: OpenMeeting) -> None:
        try:
            journal = Journal.open(message.path)
        except JournalError as why:
            self.tell(self.words(why.message, **why.values), severe=True)
            return
        self._just_made = message.just_made
        self.take(journal, None)

    # What screens ask for.

    @property
    def seats_to_change(self) -> tuple[tuple[str, str], ...]:
        """Seats (person, screen) that *change seat* goes round: in a demo everybody's, else one's own screens."""
        if self.session is None or self.person is None:
            return ()
        if self.demo is not None:
            return self.demo.seats
        own = screens_for(self.session.kept.people.get(self.person))
        return tuple((self.person, name) for name in own) if len(own) > 1 else ()

    @on(NextSeat)
    def _next_seat(self) -> None:
        seats = self.seats_to_change
        if seats:
            person, name = seat_after(seats, self.person or "", self.screen_name)
            self._let_in(person, name, lambda: None)

    @on(GoTo)
    def _go_to(self, message: GoTo) -> None:
        if self.session is not None and self.person is not None:
            self.sit(self.person, message.name)

    @on(ComeBack)
    def _come_back(self) -> None:
        if self.session is not None and self.person is not None:
            self.sit(self.person, self._places.before_the_show(self.person))

    @on(NextTheme)
    def _next_theme(self) -> None:
        self.theme = next(theme.name for theme in THEMES if theme.name != self.theme)
        self.remember({"theme": self.theme})

    @on(NextLanguage)
    def _next_language(self, message: NextLanguage) -> None:
        place = CODES.index(self.words.language) if self.words.language in CODES else 0
        following = CODES[(place + 1) % len(CODES)]
        self.words = self.words.into(next((code for code in CODES if code == message.code), following))
        if self.session is None or self.person is None:
            self.remember({"language": self.words.language})  # a seat's is its own: others share this laptop
            self.home_again()
        else:
            self.sit(self.person, self.screen_name)

    @on(ExportWanted)
    def _export(self) -> None:
        if self.session is not None and self.person is not None:
            meeting = self.session.view(self.person)
            self.tell(self.errands.export(meeting, self.session.path.with_suffix(".xlsx"), self.words))

    @on(Goodbye)
    def _leave(self) -> None:
        """Leave once everything is on disk, or, where the disk refuses something, after a question."""
        self._places.put_down(self.screen_stack)
        waiting = self.session.pending if self.session else 0
        if not waiting:
            self.leave_meeting()
            return
        if self.session and not self.session.stalled:
            self.set_timer(LOOK_AGAIN_SECONDS, self._leave)
            return
        title, body = self.words("quit.not_kept"), self.words("quit.not_kept_body", count=waiting)
        self.push_screen(
            Confirm(title, body, self.words("quit.yes"), self.words), lambda yes: self.leave_meeting() if yes else None
        )

    async def action_quit(self) -> None:
        """Textual's own key for leaving (ctrl+q) asks the same question."""
        self._leave()

    def leave_meeting(self) -> None:
        """Back to the folder, or out: of home, or where the program was started for one meeting."""
        at_home = self.session is None
        self.clear_notifications()  # what was told to this person is for nobody who sits down next
        if self.session is not None:
            self.not_kept = self.session.close()
        self.session, self.person = None, None
        if at_home or self.folder is None:
            self.exit(0)
        else:
            self.go_home()

    def on_unmount(self) -> None:
        if self.session is not None:
            self._places.put_down(self.screen_stack)
            self.not_kept = self.session.close(patience=3.0)

    # What is told.

    @property
    def failure(self) -> Exception | None:
        """What went wrong that should not, for whoever started the program; nobody reads a traceback on the screen."""
        return self._exception

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def tell(self, text: str, *, severe: bool = False) -> None:
        self.clear_notifications()
        self.notify(text, severity="warning" if severe else "information", markup=False, timeout=8 if severe else 4)

    def _notice(self, session: Session, person: str, what: Refused | NotKept | TookBack) -> None:
        """Told to whom it concerns, and only while they sit here."""
        if session is not self.session or person not in ("", self.person):
            return
        words = self.words
        if isinstance(what, Refused | NotKept):
            self.tell(words(what.message, **what.values), severe=True)
        else:
            meeting = self.session.kept if self.session else Meeting()
            self.tell(words("undo.again" if what.again else "undo.back", act=described(what.act, meeting, words)))

    def colleagues_act(self) -> None:
        """In a demo: let a rehearsed colleague do the next thing."""
        if self.demo is not None and self.session is not None and self.person is not None:
            self.demo.act(self.session, self.person)
        for bar in self.screen.query(TopBar):
            bar.refresh()
