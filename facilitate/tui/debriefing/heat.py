"""Every answer of every observer at a glance: indicators down, observers across, and how far they are apart."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import fmean

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from facilitate.analysis.debriefing import Item, Voice
from facilitate.analysis.points import points_range
from facilitate.tui.debriefing.columns import parts
from facilitate.tui.debriefing.known import Known
from facilitate.tui.debriefing.lines import answer_of, sign
from facilitate.tui.debriefing.shades import shade
from facilitate.tui.drawing import bar, cut, fitted

BAR, CODE, LEAST_TEXT = 4, 6, 8
FAR = 0.4
"""Of the length of the scale: an answer so far from the mean of the others is marked. One point of four is nearer."""


def heat(known: Known, width: int) -> list[Text]:
    """The map in lines of at most `width` cells: subject by subject, in the order of the grid."""
    order = {code: place for place, code in enumerate(known.meeting.grid.by_id)} if known.meeting.grid else {}
    steps = {step.id: place for place, step in enumerate(known.meeting.agenda.steps if known.meeting.agenda else ())}
    every = sorted(
        known.items,
        key=lambda item: (order[item.cell.indicator], steps.get(item.cell.step or "", len(steps))),
    )
    found: dict[str, list[Item]] = {}
    for item in every:
        found.setdefault(item.cell.about, []).append(item)
    sizes = _sizes(known, every)
    lines = [Text(known.words("debrief.heat.how"), Style(italic=True))]
    if every:
        lines.append(Text(known.whose(known.letters), Style(italic=True)))
    for own in sorted(found.values(), key=lambda each: _place(known, each[0])):
        lines += [Text(""), *_subject(known, own, sizes, width)]
    return lines


def _place(known: Known, item: Item) -> int:
    people = [each.about for each in known.scores.subjects]
    return people.index(item.cell.about) if item.cell.about in people else len(people)


def _sizes(known: Known, every: list[Item]) -> dict[str, int]:
    """How wide each observer's column is, with room for a mark."""
    found = {}
    for observer in known.observers:
        answers = [cell_len(answer_of(known, item, observer)) for item in every]
        found[observer] = min(7, max([cell_len(known.letters[observer]), *answers]) + 2)
    return found


def _subject(known: Known, own: list[Item], sizes: dict[str, int], width: int) -> Iterator[Text]:
    asked = {voice.observer for item in own for voice in item.voices}
    room = width - CODE - BAR - 4
    for columns in parts({who: size for who, size in sizes.items() if who in asked}, room - LEAST_TEXT):
        text = room - sum(columns.values()) - len(columns)
        head = Text(f"{' ' * 2}{fitted(_name(known, own[0]), CODE + text)}", Style(bold=True))
        for who, size in columns.items():
            head.append(f" {fitted(f'{known.letters[who]} ', size, right=True)}")
        yield head
        for item in own:
            yield _row(known, item, columns, text)


def _name(known: Known, item: Item) -> str:
    return known.subject(item.cell._replace(step=None))


def _row(known: Known, item: Item, columns: dict[str, int], room: int) -> Text:
    indicator = item.indicator
    step = f"{item.cell.step} " if item.cell.step else ""
    text = cut(step + " ".join(indicator.text.to(known.words.language).split()), room)
    line = Text(f"{sign(item)} {fitted(indicator.id, CODE)}{fitted(text, room)}")
    for who, size in columns.items():
        voice = next((each for each in item.voices if each.observer == who), None)
        said = answer_of(known, item, who)
        line.append(" ")
        answer = f"{cut(said, size - 1)}{_mark(known, item, voice)}"
        line.append(fitted(answer, size, right=True), _style(known, item, voice))
    line.append(f" {bar(item.apart, BAR) if item.apart else ' ' * BAR}")
    return line


def _share(known: Known, item: Item, voice: Voice | None) -> float | None:
    """Where an answer stands between the fewest and the most points."""
    grid = known.meeting.grid
    span = points_range(grid, item.indicator) if grid else None
    if voice is None or voice.given is None or voice.given.points is None or not voice.in_person or span is None:
        return None
    return (voice.given.points - span[0]) / ((span[1] - span[0]) or 1)


def _style(known: Known, item: Item, voice: Voice | None) -> Style:
    share = _share(known, item, voice)
    return Style(dim=True) if share is None else shade(share)


def _mark(known: Known, item: Item, voice: Voice | None) -> str:
    """Whether an answer is far above or below those of the others."""
    own = _share(known, item, voice)
    others = [_share(known, item, each) for each in item.voices if each is not voice]
    rest = [each for each in others if each is not None]
    if own is None or not rest:
        return " "
    far = own - fmean(rest)
    return "▲" if far >= FAR else "▼" if far <= -FAR else " "
