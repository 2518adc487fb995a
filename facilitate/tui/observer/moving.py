"""Going about the grid: to the other subject, to another section, and to what is still open."""

from __future__ import annotations

from textual import events

from facilitate.analysis.progress import still_open
from facilitate.tui.observer.looking import Looking
from facilitate.tui.observer.sections import Sections


class Moving(Looking):
    """Keys that move the cursor and change nothing."""

    def action_subject(self) -> None:
        """The same indicator for the next subject; one about the meeting has no other."""
        self.commit()
        line = self.grid.line
        if line is not None and len(line.cells) < 2:
            self.tell_here(self.words("observe.one_subject"))
            return
        self.grid.action_turn(1)

    # One after the other.

    def action_one_up(self) -> None:
        self.commit()
        self.grid.action_move(-1)

    def action_one_down(self) -> None:
        self.commit()
        self.grid.action_move(1)

    # What is open.

    def action_next_open(self) -> None:
        self.commit()
        self._jump(1)

    def action_previous_open(self) -> None:
        self.commit()
        self._jump(-1)

    def _jump(self, direction: int) -> None:
        """To the next answer that is still open for the present subject, round the end; once nothing is, to another
        subject, which is told."""
        grid, places = self.grid, range(1, len(self.grid.lines) + 1)
        waiting = {(each.indicator.id, self.column(each)) for each in still_open(self.everything)}
        for subject in dict.fromkeys((grid.subject, *range(len(grid.names)))):
            for place in ((grid.cursor + direction * each) % len(grid.lines) for each in places):
                line = grid.lines[place]
                if {(line.key, subject), (line.key, -1)} & waiting:
                    self._arrive(place, subject)
                    return
        if waiting and not self.sight.whole:
            self.tell_here(self.words("observe.nothing_open_here", count=len(waiting)))
        else:
            self.say(self.words("observe.nothing_open"))

    def _arrive(self, place: int, subject: int) -> None:
        """Put the cursor there; another subject is told, so that nobody scores the wrong one."""
        names, before = self.grid.names, self.grid.subject
        self.grid.go(place, subject)
        if subject != before:
            told = self.words("observe.over_to", done=names[before], name=names[subject])
            self.call_after_refresh(self.tell_here, told)

    # Sections.

    def action_next_section(self) -> None:
        self._section(1)

    def action_previous_section(self) -> None:
        self._section(-1)

    def _section(self, direction: int) -> None:
        """To the first indicator of the next section, or of the one before, round the end."""
        self.commit()
        lines, grid = self.grid.lines, self.grid
        heads = [place for place, line in enumerate(lines) if line.heading]
        if not heads:
            return
        at = max((n for n, place in enumerate(heads) if place <= grid.cursor), default=0)
        grid.go(heads[(at + direction) % len(heads)] + 1)

    def action_sections(self) -> None:
        """A list of the sections, to choose from by letter, number, arrows or tap."""
        self.commit()
        heads = [(each.code, each.text) for each in self.grid.lines if each.heading]
        if heads:
            self.app.push_screen(Sections(heads, self.words), self._chosen_section)

    def _chosen_section(self, code: str | None) -> None:
        self.go_to_section(code or "")

    def go_to_section(self, code: str) -> bool:
        """To the first indicator of a section, whatever the size of its letters; False where it is not in sight."""
        lines = self.grid.lines
        found = (n for n, line in enumerate(lines) if line.heading and line.code.casefold() == code.casefold())
        place = next(found, None)
        if place is not None:
            self.grid.go(place + 1)
        return place is not None

    def pressed(self, event: events.Key) -> None:
        """A capital goes straight to the section of that letter."""
        letter = event.character or ""
        if len(letter) == 1 and letter.isupper() and self.takes_keys:
            self.commit()
            if self.go_to_section(letter):
                event.stop()
                event.prevent_default()
            elif event.key not in self.active_bindings:
                heads = self.words.listed(line.code for line in self.grid.lines if line.heading)
                self.tell_here(self.words("observe.no_section", code=letter, codes=heads))
