"""Another grid on the table: an empty one, one that ships with the program, one of the team's own files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from facilitate.domain.events.agreeing import AgreementRuleSet, GridProposed
from facilitate.domain.grid import Grid
from facilitate.domain.model import LANGUAGES, Language, Wording, harmless
from facilitate.kits.faults import Faulty
from facilitate.kits.grid_file import read_grid
from facilitate.kits.kit_file import read_kit
from facilitate.kits.library import shipped_kits
from facilitate.language import Words
from facilitate.language.numbers import read_number
from facilitate.tui.agreeing.base import AgreeingBase
from facilitate.tui.agreeing.reading import parts
from facilitate.tui.dialogs.ask import Ask, Field
from facilitate.tui.dialogs.choose import Choose


class Read(NamedTuple):
    """A grid of a file, or why it cannot be read."""

    grid: Grid | None = None
    why: str = ""


@cache
def shipped_grids() -> dict[str, Grid]:
    """The grids that ship with the program, each once, by their ids."""
    return {grid.id: grid for name in shipped_kits() if (grid := read_kit(name).grid)}


def empty_grid(title: str, languages: tuple[Language, ...], reader: str) -> Grid:
    """A grid without sections; the four-point scale of the first shipped one is in it, to begin with."""
    scales = next(iter(shipped_grids().values())).scales[:1]
    language = reader if reader in languages else languages[0]
    return Grid(id="own-grid", title=Wording(**{language: title}), languages=languages, scales=scales)


def languages_in(text: str) -> tuple[Language, ...]:
    """The languages that were named, in their order; nothing where one is unknown."""
    named = [each.lower() for each in parts(text)]
    found = tuple(each for each in LANGUAGES if each in named)
    return found if len(found) == len(set(named)) else ()


def read_file(typed: str, words: Words) -> Read:
    """The grid of a file, or in one line why not."""
    path = Path(typed).expanduser()
    try:
        return Read(read_grid(path))
    except Faulty as faulty:
        return Read(why=faulty.faults[0].shown(words))
    except OSError as error:
        return Read(why=words("cli.error.system", file=str(path), why=error.strerror or str(error)))


class Taking(AgreeingBase):
    """Until it is sealed and used, the whole grid can be replaced; yes and no to the same words stand."""

    def action_take_grid(self) -> None:
        words, here = self.words, self.meeting.grid
        if self.meeting.grids.seal is not None:
            self.say(words("agree.sealed_edit"), severe=True)
            return
        ways = [("empty", words("agree.take.empty"), words("agree.take.empty_help"))]
        ways += [
            (f"grid:{name}", grid.title.to(words.language), self._told_of(grid, here))
            for name, grid in shipped_grids().items()
        ]
        ways.append(("file", words("agree.take.file"), ""))
        self.app.push_screen(Choose(words("agree.take"), ways, words), self._taken)

    def _told_of(self, grid: Grid, here: Grid | None) -> str:
        said = self.words("agree.take.indicators", count=len(grid.by_id))
        same = here is not None and here.fingerprint == grid.fingerprint
        return f"{said} · {self.words('agree.take.here')}" if same else said

    def _taken(self, way: str | None) -> None:
        if way == "empty":
            self._ask_empty()
        elif way == "file":
            self._ask_file()
        elif way is not None:
            self._ask_why(shipped_grids()[way.removeprefix("grid:")])

    def _ask_empty(self) -> None:
        words = self.words
        languages = ", ".join(self.meeting.grid.languages if self.meeting.grid else LANGUAGES)
        fields = [Field(words("agree.field.title")), Field(words("agree.take.languages"), languages)]

        def wrong(said: tuple[str, ...]) -> str | None:
            return None if languages_in(said[1]) else words("agree.take.languages_wrong")

        def taken(said: tuple[str, ...] | None) -> None:
            if said:
                self._ask_why(empty_grid(said[0], languages_in(said[1]), words.language))

        self.app.push_screen(Ask(words("agree.take.empty"), fields, words, check=wrong), taken)

    def _ask_file(self) -> None:
        words = self.words

        def wrong(said: tuple[str, ...]) -> str | None:
            return read_file(said[0], words).why or None

        def taken(said: tuple[str, ...] | None) -> None:
            found = read_file(said[0], words).grid if said else None
            if found is not None:
                self._ask_why(found)

        field = Field(words("agree.take.path"), "", words("agree.take.path_example"))
        self.app.push_screen(Ask(words("agree.take.file"), [field], words, check=wrong), taken)

    def _ask_why(self, grid: Grid) -> None:
        words = self.words
        body = words("agree.take.body", title=grid.title, count=len(grid.by_id))
        ask = Ask(words("agree.take.sure"), [Field(words("moderate.reason"))], words, body)
        self.app.push_screen(ask, lambda said: self._put(grid, said[0]) if said else None)

    def _put(self, grid: Grid, reason: str) -> None:
        if self.do(GridProposed(grid=grid, reason=harmless(reason))):
            self.paint()
            self.say(self.words("agree.take.taken", title=grid.title))

    # The rule of agreement.

    def action_quorum(self) -> None:
        """All who are asked, or so many of them: the team says which."""
        words, voices = self.words, self.voices
        if self.meeting.grids.standing == "agreed":
            self.say(words("agree.rule.sealed"), severe=True)
            return
        asked = len(voices.asked) if voices else 0
        ways = [
            ("all", words("agree.rule.all"), words("agree.rule.all_help", count=asked)),
            ("quorum", words("agree.rule.some"), words("agree.rule.some_help")),
        ]
        self.app.push_screen(Choose(words("agree.rule"), ways, words), self._ruled)

    def _ruled(self, way: str | None) -> None:
        words = self.words
        if way == "all":
            self.do(AgreementRuleSet(rule="all"))
        elif way == "quorum":
            quorum = self.meeting.grids.rule.quorum

            def wrong(said: tuple[str, ...]) -> str | None:
                number = read_number(said[0])
                whole = isinstance(number, int) and 0 < number <= 1_000
                return None if whole else words("agree.wrong.number", text=said[0])

            field = Field(words("agree.rule.how_many"), str(quorum or ""))
            ask = Ask(words("agree.rule.some"), [field], words, check=wrong)
            self.app.push_screen(ask, lambda said: self._quorum(said[0]) if said else None)

    def _quorum(self, said: str) -> None:
        number = read_number(said)
        if isinstance(number, int):
            self.do(AgreementRuleSet(rule="quorum", quorum=number))
