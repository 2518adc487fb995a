"""Several meetings side by side in words, to be read on a screen or aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facilitate.analysis.profiles import (
    About,
    Course,
    Profile,
    columns,
    courses,
    grouped,
    small,
    together,
)
from facilitate.analysis.programme import Held, Programme, audience, centre
from facilitate.analysis.programme_notes import Note, notes
from facilitate.language.words import Words
from facilitate.report.blocks import Block, Bullets, Heading, Paragraph, Table, table
from facilitate.report.teller import isolated
from facilitate.report.text import render

FIGURES = ("people", "minutes_used", "needs", "decisions", "actions")


def programme_text(programme: Programme, words: Words, width: int = 80) -> str:
    """The comparison as plain text."""
    return render(programme_blocks(programme, words), words, width)


def programme_blocks(programme: Programme, words: Words) -> tuple[Block, ...]:
    """The comparison as a report is made of it."""
    return tuple(_Telling(programme, words).blocks())


class _Telling:
    def __init__(self, programme: Programme, words: Words) -> None:
        self.programme, self.words = programme, words

    def blocks(self) -> Iterator[Block]:
        words, programme = self.words, self.programme
        yield Heading(1, words("compare.title"))
        yield Bullets(tuple(self._note(note) for note in notes(programme)))
        yield Heading(2, words("compare.compared"))
        yield self._meetings(programme.compared) if programme.compared else Paragraph(words("compare.none"))
        if programme.apart:
            yield Heading(2, words("compare.apart"))
            yield self._meetings(programme.apart)
        yield from self._groups("audience", audience, self._audience)
        yield from self._groups("centre", centre, lambda key: isolated(words, key) or words("compare.no_centre"))
        if programme.moderators:
            yield Heading(2, words("compare.sheet.moderators"))
            yield Bullets(tuple(self._course(each) for each in courses(programme.profiles, programme.moderators)))

    def _note(self, note: Note) -> str:
        told = {
            name: self.words.listed(value) or "–" if isinstance(value, tuple) else value
            for name, value in note.values.items()
        }
        return self.words(note.message, note.number, **told)

    def _audience(self, code: str) -> str:
        message = f"compare.audience.{code}"
        said = self.words(message)
        return (isolated(self.words, code) if said == message else said) or self.words("compare.no_audience")

    def _title(self, held: Held) -> str:
        words = self.words
        title = isolated(words, held.meeting.title.to(words.language)) or words("report.untitled")
        title = words("report.training.rehearsal", title=title) if held.meeting.rehearsal else title
        day = words.day(held.moment.date()) if held.moment else ""
        return words.listed(each for each in (title, day, isolated(words, held.meeting.place)) if each)

    def _meetings(self, held: Sequence[Held]) -> Table:
        words = self.words
        header = [words("report.training.meeting"), *(words(f"compare.column.{name}") for name in (*FIGURES, "sent"))]
        rows = []
        for each in held:
            figures = (self._number(getattr(each.figures, name)) for name in FIGURES)
            sent = words("workbook.of", some=each.figures.sent, all=each.figures.observers)
            rows.append([self._title(each), *figures, sent])
        return table(header, rows, numbers_from=1)

    def _number(self, value: float | None, digits: int | None = None) -> str:
        if value is None:
            return "–"
        return self.words.number(round(value) if digits is None else value, digits)

    def _signed(self, value: float) -> str:
        number = self._number(value, 2)
        return f"+{number}" if value > 0 else number

    def _groups(self, name: str, key: Callable[[Held], str], called: Callable[[str], str]) -> Iterator[Block]:
        groups = grouped(self.programme.held, key)
        if len(groups) < 2:
            return
        yield Heading(2, self.words(f"compare.sheet.{name}"))
        ids = {each: {one.meeting.id for one in held} for each, held in groups.items()}
        profiles = {each: [one for one in self.programme.profiles if one.meeting in own] for each, own in ids.items()}
        abouts: tuple[About, ...] = ("moderator", "meeting")
        for about in abouts:
            sections = [section for each, section in columns(self.programme.profiles) if each == about]
            if sections:
                yield self._means(about, sections, profiles, called)

    def _means(
        self,
        about: About,
        sections: Sequence[str],
        profiles: dict[str, list[Profile]],
        called: Callable[[str], str],
    ) -> Table:
        words = self.words
        header = [words(f"compare.about.{about}"), *(called(key) for key in profiles)]
        rows = []
        for section in (*sections, None):
            found = [together(each, about, section).mean for each in profiles.values()]
            rows.append([self._section(section), *(self._number(each, 2) for each in found)])
        whole = [together(each, about, None) for each in profiles.values()]
        rows.append([words("compare.behind.meetings"), *(self._number(each.meetings) for each in whole)])
        if any(each.small for each in whole):
            said = (words(f"compare.{each.small}") if each.small else "" for each in whole)
            rows.append([words("compare.behind.small"), *said])
        return table(header, rows, numbers_from=1)

    def _section(self, code: str | None) -> str:
        common = self.programme.common
        if code is None or common is None:
            return self.words("workbook.overall")
        title = next((each.title for each in common.grid.sections if each.id == code), None)
        return f"{code} {isolated(self.words, title.to(self.words.language))}" if title else code

    def _course(self, course: Course) -> str:
        words, who = self.words, course.who
        name = isolated(words, who.name) if who.name else words("report.name_erased")
        held = {each.meeting.id: each for each in self.programme.held}
        means = []
        for profile in course.profiles:
            moment = held[profile.meeting].moment
            day = words.day(moment.date()) if moment else "–"
            means.append(words("compare.on_day", mean=self._number(profile.overall.mean, 2), day=day))
        said = words(
            "report.labelled",
            label=words.listed(each for each in (name, isolated(words, who.centre)) if each),
            value=words.listed(means),
        )
        if course.change is not None:
            said = words("compare.with_change", said=said, change=self._signed(course.change))
        few = small(len(course.profiles), min((each.overall.observers for each in course.profiles), default=0))
        return words("report.noted", what=said, note=words(f"compare.{few}")) if few else said
