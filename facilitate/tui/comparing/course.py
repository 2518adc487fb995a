"""The third view: one moderator over time, from meeting to meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text

from facilitate.analysis.profiles import FEW_MEETINGS, Course, Profile, courses, small
from facilitate.analysis.programme import Programme
from facilitate.language import Words
from facilitate.tui.bidi.marks import FIELD
from facilitate.tui.comparing.called import BOLD, NOTHING, Called, across, one_line

DAY, MEAN, SECTION, OBSERVERS = 12, 7, 6, 6
COLUMN, HEIGHT = 7, 3
"""A meeting in the drawing: so many cells beside each other, and above each other."""

_EIGHTHS = " ▁▂▃▄▅▆▇█"


def course_lines(programme: Programme, place: int, words: Words, room: int) -> list[Text]:
    """The whole view, of the moderator at that place."""
    if not programme.moderators:
        return [Text(words("sidebyside.nobody"))]
    place %= len(programme.moderators)
    course = courses(programme.profiles, [programme.moderators[place]])[0]
    return list(_Course(programme, course, words, room).lines(place))


class _Course:
    def __init__(self, programme: Programme, course: Course, words: Words, room: int) -> None:
        self.programme, self.course, self.words, self.room = programme, course, words, room
        self.called = Called(programme, words)
        self.sections = list(dict.fromkeys(code for each in course.profiles for code in each.sections))

    def lines(self, place: int) -> Iterator[Text]:
        words, who = self.words, self.course.who
        parts = (self.called.moderator(who), one_line(who.centre))
        name = f"{FIELD} · {FIELD}".join(each for each in parts if each)
        which = words("workbook.of", some=place + 1, all=len(self.programme.moderators))
        yield across([(name, self.room - 12), (which, 12)], BOLD, right=True)
        number, few = words("compare.meetings", len(self.course.profiles)), self._few
        yield Text(f"{number} · {words(f'compare.{few}')}" if few else number)
        yield Text(self._change())
        if len(self.course.profiles) > 1:
            yield Text()
            yield from self._drawn()
        yield Text()
        yield from self._table() if self._fits else self._list()
        yield Text()
        for code in self.sections:
            yield Text(self.called.section(code))

    @property
    def _few(self) -> str | None:
        profiles = self.course.profiles
        return small(len(profiles), min((each.overall.observers for each in profiles), default=0))

    def _change(self) -> str:
        """Last minus first, where there are meetings enough; never whether that is better."""
        change = self.course.change
        if change is None:
            return self.words("sidebyside.no_change", number=FEW_MEETINGS)
        number = self.called.mean(change)
        return self.words("sidebyside.change", change=f"+{number}" if round(change, 2) > 0 else number)

    # The drawing: a column for each meeting, from the fewest points of the grid to the most.

    def _drawn(self) -> Iterator[Text]:
        profiles = self.course.profiles[-max(2, self.room // COLUMN) :]
        yield Text(self.words("compare.over_time"), BOLD)
        if self.called.span is not None:
            low, high = (self.words.number(each) for each in self.called.span)
            yield Text(self.words("sidebyside.scale", low=low, high=high), Style(italic=True))
        heights = [self._height(each.overall.mean) for each in profiles]
        for row in reversed(range(HEIGHT)):
            pieces = [_EIGHTHS[max(0, min(8, each - 8 * row))] * (COLUMN - 2) for each in heights]
            yield across([(each, COLUMN) for each in pieces], Style())
        yield across([(self.called.mean(each.overall.mean), COLUMN) for each in profiles], BOLD)
        yield across([(self._day_and_month(each), COLUMN) for each in profiles])

    def _height(self, mean: float | None) -> int:
        """In eighths of a line; the fewest points are one, no number is none."""
        if mean is None or self.called.span is None:
            return 0
        low, high = self.called.span
        share = (mean - low) / (high - low) if high > low else 1.0
        return 1 + round(max(0.0, min(1.0, share)) * (8 * HEIGHT - 1))

    def _day_and_month(self, profile: Profile) -> str:
        moment = self.called.held(profile.meeting).moment
        return self.words.figures(f"{moment:%d/%m}") if moment else NOTHING

    # The numbers: a line for each meeting, or, where there is less room, a few.

    @property
    def _fits(self) -> bool:
        return DAY + MEAN + SECTION * len(self.sections) + OBSERVERS <= self.room

    @property
    def _title(self) -> int:
        """Cells for the meeting's title; none where there are few."""
        rest = self.room - DAY - MEAN - SECTION * len(self.sections) - OBSERVERS
        return min(40, rest) if rest >= 12 else 0

    def _table(self) -> Iterator[Text]:
        words = self.words
        names = [(code, SECTION) for code in self.sections]
        observers, overall = words("sidebyside.short.observers"), words("compare.overall")
        title = [(words("compare.column.title"), self._title)] if self._title else []
        head = [(words("compare.column.date"), DAY), (overall, MEAN), *names, (observers, OBSERVERS), *title]
        yield across(head, Style(bold=True, underline=True))
        for profile in self.course.profiles:
            held = self.called.held(profile.meeting)
            means = [(self.called.mean(profile.of(code).mean), SECTION) for code in self.sections]
            cells = [
                (self.called.short_day(held), DAY),
                (self.called.mean(profile.overall.mean), MEAN),
                *means,
                (words.number(profile.overall.observers), OBSERVERS),
            ]
            yield across([*cells, *([(self.called.title(held), self._title)] if self._title else [])])

    def _list(self) -> Iterator[Text]:
        words = self.words
        for profile in self.course.profiles:
            held = self.called.held(profile.meeting)
            mean = f"{words('compare.overall')} {self.called.mean(profile.overall.mean)}"
            yield across([(self.called.short_day(held), DAY), (mean, self.room - DAY)], BOLD)
            yield from self._pieces([f"{code} {self.called.mean(profile.of(code).mean)}" for code in self.sections])
            observers = words("sidebyside.observers", count=profile.overall.observers)
            yield Text(f"  {observers}", Style(italic=True))

    def _pieces(self, texts: Sequence[str]) -> Iterator[Text]:
        """As many beside each other as there is room for."""
        width = max(map(len, texts), default=0) + 2
        beside = max(1, (self.room - 2) // width)
        for place in range(0, len(texts), beside):
            yield across([("", 2), *((each, width) for each in texts[place : place + beside])])
