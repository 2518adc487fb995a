"""The result as it is drawn beside the needs, and who was put before whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from facilitate.analysis.pairing import Couple
from facilitate.analysis.presence import present_by
from facilitate.analysis.ranking import Line, Results, Unit
from facilitate.analysis.tallies import Counted
from facilitate.domain.events.capturing import Pair
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.people import Group
from facilitate.language import Words
from facilitate.report.ranked import remarks
from facilitate.tui.console.naming import group_name
from facilitate.tui.drawing import bar, cut, fitted
from facilitate.tui.projector.boards import wrapped
from facilitate.tui.ranking.entries import place_of
from facilitate.tui.ranking.groups import name_of

LONGEST_ROWS = 3
LEAST_BAR = 6


def result_text(meeting: Meeting, found: Results, words: Words, width: int) -> Text:
    """Units in their order with a bar each, what each group said, and what must be said beside it."""
    counted = found.counted
    if counted is None:
        return Text(words("needs.not_ranked"), Style(dim=True))
    whole = sum(each.total for each in counted.adding)
    heading = words("needs.by_pairs" if found.method == "pair" else "needs.by_dots", count=whole)
    rows = [Text(heading, Style(bold=True))]
    rows += [Text(f"! {each}") for each in (*remarks(found, words, _short), *_unheard(meeting, counted, words))]
    rows.append(Text())
    for line in found.lines:
        rows += _line(line, found, counted, words, width)
    return Text("\n").join(rows)


def _short(label: str) -> str:
    return cut(label, 24)


def _line(line: Line, found: Results, counted: Counted, words: Words, width: int) -> Iterator[Text]:
    place = f"{place_of(line, words)} "
    parts = wrapped(line.unit.label, max(8, width - len(place)), LONGEST_ROWS)
    yield Text.assemble((place, Style(bold=True)), parts[0])
    yield from (Text(f"{' ' * len(place)}{part}") for part in parts[1:])
    if line.unit.id not in counted.scores:
        yield Text(f"    {words('needs.left_out')}", Style(dim=True))
        return
    beside = _by_group(line, counted, words)
    if found.method == "pair" and len(counted.tallies) == 1:
        beside = words("needs.won_lost", won=line.won, lost=line.lost)
    yield from _bar(counted.scores[line.unit.id], max(1, *counted.scores.values()), beside, words, width)


def _bar(score: int, most: int, beside: str, words: Words, width: int) -> Iterator[Text]:
    """The bar, the number and what is beside it, in one row where there is room for that."""
    number = f" {words.number(score)}"
    room = width - 4 - cell_len(number) - 2 - cell_len(beside)
    if not beside or room >= LEAST_BAR:
        drawn = bar(score / most, max(LEAST_BAR, min(20, room)))
        yield Text.assemble(f"    {drawn}{number}", (f"  {beside}" if beside else "", Style(dim=True)))
        return
    yield Text(f"    {bar(score / most, max(LEAST_BAR, min(20, width - 10)))}{number}")
    yield from (Text(f"    {part}", Style(dim=True)) for part in wrapped(beside, max(8, width - 4), LONGEST_ROWS))


def _by_group(line: Line, counted: Counted, words: Words) -> str:
    """What each group gave, unless everybody was counted together and nobody apart."""
    if len(counted.tallies) == 1 and counted.tallies[0].group is None:
        return ""
    return " · ".join(
        f"{name_of(each.group, words)} {words.number(each.scores.get(line.unit.id, 0))}" for each in counted.tallies
    )


def _unheard(meeting: Meeting, counted: Counted, words: Words) -> Iterator[str]:
    """Women or men who are present and were not counted, where the others were counted apart."""
    said = {each.group.sex if each.group else None for each in counted.adding}
    if None not in said:
        for sex, number in present_by(meeting, "sex").items():
            if number and sex not in said:
                yield words("needs.unheard", group=group_name(Group(sex=sex), words))


def matrix(units: Sequence[Unit], answers: Mapping[Couple, Pair], words: Words, width: int) -> Text:
    """Who was put before whom: a row each, a column for each of the others by number, then pairs won and the place."""
    won = {unit.id: sum(pair.winner == unit.id for pair in answers.values()) for unit in units}
    ranked = sorted(units, key=lambda unit: -won[unit.id])
    head = f"  {words('needs.matrix.won')}  {words('needs.matrix.place')}"
    column = 3 if width >= 60 else 2
    room = max(8, width - 4 - column * len(ranked) - cell_len(head))
    numbers = "".join(f"{words.number(number):>{column}}" for number in range(1, len(ranked) + 1))
    rows = [Text(f"{' ' * (room + 4)}{numbers}{head}", Style(bold=True))]
    for number, unit in enumerate(ranked, start=1):
        cells = "".join(f"{_cell(unit, other, answers):>{column}}" for other in ranked)
        line = Line(
            unit, 1 + sum(each > won[unit.id] for each in won.values()), [*won.values()].count(won[unit.id]) > 1
        )
        wins = fitted(f"  {words.number(won[unit.id])}", cell_len(words("needs.matrix.won")) + 4)
        rows.append(Text(f"{words.number(number):>2}. {fitted(unit.label, room)}{cells}{wins}{place_of(line, words)}"))
    return Text("\n").join((*rows, Text(), Text(words("needs.matrix.legend"), Style(dim=True))))


def _cell(unit: Unit, other: Unit, answers: Mapping[Couple, Pair]) -> str:
    if unit.id == other.id:
        return " "
    pair = answers.get(frozenset((unit.id, other.id)))
    return "·" if pair is None else "●" if pair.winner == unit.id else "○"
