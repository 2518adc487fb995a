"""How far every two observers are from each other, and who stands apart: to begin talking, not to rank people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from facilitate.analysis.agreement import Apart
from facilitate.report.coefficients import pair_told
from facilitate.report.teller import Teller
from facilitate.tui.debriefing.columns import parts
from facilitate.tui.debriefing.known import Known
from facilitate.tui.debriefing.shades import shade
from facilitate.tui.drawing import bar, fitted

BAR = 12


def between(known: Known, width: int) -> list[Text]:
    """A table of all pairs, each pair in a sentence, and alpha without each observer."""
    found, words = known.agreement, known.words
    pairs = [each for each in found.between if each.units]
    if not pairs:
        return [Text(words("debrief.between.none"), Style(italic=True))]
    tell = Teller(known.meeting, known.now, words)
    lines = [Text(words("debrief.between.how"), Style(italic=True)), Text("")]
    if len(found.whole.observers) > 2:
        lines += [*_table(known, pairs, width), Text("")]
    for each in sorted(pairs, key=lambda each: each.same or 0):
        lines.append(Text(f"{bar(1 - (each.same or 0), BAR)}  {pair_told(tell, each)}"))
    without = [each for each in found.without if each.alpha.value is not None]
    if without:
        lines += [Text(""), Text(words("agreement.without_each"), Style(bold=True, underline=True))]
        lines.append(Text(words("agreement.without_each.meaning"), Style(italic=True)))
        for left in without:
            name, value = known.meeting.name(left.observer), words.number(left.alpha.value or 0, 2)
            lines.append(Text(f"  {words('agreement.without', name=name, value=value)}"))
    return lines


def _table(known: Known, pairs: list[Apart], width: int) -> Iterator[Text]:
    """Observers down and across: the share of things that the two do not answer alike."""
    names = {each: known.meeting.name(each) for each in known.agreement.whole.observers}
    first = min(max(map(cell_len, names.values())), max(6, width // 4)) + 4
    letters = known.letters
    size = max(5, *(cell_len(letters[each]) + 1 for each in names))
    apart = {frozenset((each.one, each.other)): 1 - (each.same or 0) for each in pairs}
    for part in parts(dict.fromkeys(names, size), width - first):
        head = "".join(f" {fitted(letters[each], size, right=True)}" for each in part)
        yield Text(f"{' ' * first}{head}", Style(bold=True))
        for who, name in names.items():
            line = Text(f"{fitted(f'{letters[who]} {name}', first)}")
            for other in part:
                line.append(" ")
                line.append_text(_share(known, who == other, apart.get(frozenset((who, other))), size))
            yield line


def _share(known: Known, same: bool, share: float | None, size: int) -> Text:
    """How much two answer differently; a dot for one person alone, a dash where the two scored nothing together."""
    if same or share is None:
        return Text(fitted("·" if same else "–", size, right=True), Style(dim=True))
    return Text(fitted(known.words.percent(share), size, right=True), shade(1 - share))
