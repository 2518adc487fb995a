"""The first view: a row for each meeting, with a mark of whether it is taken in, and what it brought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text

from facilitate.analysis.profiles import About, Profile, together
from facilitate.analysis.programme import Held, Programme, audience
from facilitate.language import Words
from facilitate.tui.comparing.called import BOLD, DIM, NOTHING, Called, across, one_line
from facilitate.tui.drawing import cut
from facilitate.tui.widgets.taplist import TapRow

FIGURES = ("people", "minutes", "needs", "sent", "moderator", "meeting")
"""What a meeting is told in; the last two are the means of what was said about its moderators and about itself."""

ONE_LINE, TWO_LINES = 136, 70
"""Cells from which on a row takes one line, or two; else three."""

INDENT = 2
WIDE, NARROW, LEAST = 11, (7, 9, 6, 6, 6, 6), (6, 8, 5, 6, 5, 6)
"""Cells of the columns of numbers, in two lines, in three, and on the narrowest screen."""

_ABOUTS: tuple[About, ...] = ("moderator", "meeting")


def meeting_rows(
    everything: Programme, found: Programme | None, out: frozenset[str], words: Words, room: int
) -> list[TapRow]:
    """`everything` is what can be taken in; `found` what is compared, once that is reckoned."""
    called = Called(everything, words)
    compared = {each.meeting.id: each for each in found.held} if found else {}
    profiles: dict[str, list[Profile]] = {}
    for profile in found.profiles if found else ():
        profiles.setdefault(profile.meeting, []).append(profile)
    rows = []
    for held in everything.held:
        meeting = held.meeting.id
        means = [together(profiles.get(meeting, ()), about, None).mean for about in _ABOUTS]
        apart = compared[meeting].apart if meeting in compared else None
        why = words("sidebyside.apart") if apart else ""
        rows.append(TapRow(meeting, tuple(_lines(held, called, means, why, room, meeting not in out))))
    return rows


def meeting_head(words: Words, room: int) -> Text:
    """What the columns of numbers are called; short where they are narrow."""
    form = "column" if room >= TWO_LINES else "short"
    names = [words(f"sidebyside.{form}.{name}") for name in FIGURES]
    title = cut(words("compare.column.title"), _title_width(room)) if room >= ONE_LINE else ""
    return Text(" ").append_text(across([(title, _title_width(room)), *_columns(names, room)], right=True))


def _lines(
    held: Held, called: Called, means: Sequence[float | None], why: str, room: int, taken: bool
) -> Iterator[Text]:
    mark = "☑ " if taken else "☐ "
    style = Style() if taken else DIM
    figures = across([("", _title_width(room)), *_columns(_figures(held, called, means), room)], style, right=True)
    about = _about(held, called, why)
    title = called.title(held)
    if room >= ONE_LINE:
        said = f"{mark}{title} · {about}"
        first = across([(said, _title_width(room))], style)
        yield first.append_text(figures[first.cell_len :])
    elif room >= TWO_LINES:
        yield Text(cut(f"{mark}{title} · {about}", room), style)
        yield figures
    else:
        yield Text(cut(f"{mark}{title}", room), style + BOLD)
        yield Text(cut(f"{' ' * INDENT}{about}", room), style)
        yield figures


def _about(held: Held, called: Called, why: str) -> str:
    """When, for whom, which centre, and what is to be known of it."""
    words, code = called.words, audience(held)
    parts = [
        words("top.rehearsal") if held.meeting.rehearsal else "",
        why,
        called.short_day(held),
        called.group("audience", code),
        one_line(held.meeting.centre),
    ]
    return " · ".join(each for each in parts if each)


def _figures(held: Held, called: Called, means: Sequence[float | None]) -> list[str]:
    words, figures = called.words, held.figures
    used, planned = called.count(figures.minutes_used), called.count(figures.minutes_planned)
    sent = f"{words.number(figures.sent)}/{words.number(figures.observers)}" if figures.observers else NOTHING
    numbers = [called.count(figures.people), f"{used}/{planned}", called.count(figures.needs), sent]
    return [*numbers, *(called.mean(each) for each in means)]


def _title_width(room: int) -> int:
    return room - WIDE * len(FIGURES) if room >= ONE_LINE else INDENT


def _columns(texts: Sequence[str], room: int) -> list[tuple[str, int]]:
    narrow = NARROW if room >= INDENT + sum(NARROW) else LEAST
    widths = (WIDE,) * len(texts) if room >= TWO_LINES else narrow
    return list(zip(texts, widths, strict=True))
