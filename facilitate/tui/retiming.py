"""What a proposal of new minutes says: the ends in words, and a line for each step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from facilitate.analysis.hall import full_minute
from facilitate.analysis.retiming import Proposal, Row
from facilitate.language import Words
from facilitate.tui.widgets.minutes import MinuteLine


def ends(now: Proposal, words: Words) -> str:
    """The announced end, and the one if nothing changes."""
    announced = words("retime.not_announced")
    if now.announced is not None:
        announced = words("retime.announced", time=f"{now.announced:%H:%M}")
    if now.end_before is None:
        return announced
    before = words("retime.before", time=f"{full_minute(now.end_before):%H:%M}")
    return f"{announced} · {_compared(before, now.announced, now.end_before, words)}"


def end_after(now: Proposal, words: Words) -> str:
    """The end with the new minutes; marked where it is approximate."""
    if now.end_after is None:
        return ""
    after = words("retime.after", time=f"{full_minute(now.end_after):%H:%M}")
    said = _compared(after, now.announced, now.end_after, words)
    return f"≈ {said}" if now.approximate else said


def _compared(said: str, announced: datetime | None, end: datetime, words: Words) -> str:
    """An end, and how it compares with what was announced."""
    if announced is None:
        return said
    minutes = _later(announced, end)
    if minutes == 0:
        return words.listed((said, words("retime.on_time")))
    return words.listed((said, words("retime.late" if minutes > 0 else "retime.in_hand", minutes=abs(minutes))))


def _later(announced: datetime, end: datetime) -> int:
    """Minutes between the two as clocks show them, so that everybody can check the difference."""
    return (full_minute(end) - full_minute(announced)) // timedelta(minutes=1)


def state(now: Proposal, words: Words) -> str:
    """Whether time can be won, said plainly; nothing where the ends say it all."""
    if not now.rows:
        return words("retime.no_steps")
    if now.announced is None or now.end_before is None or now.end_after is None:
        return ""
    if _later(now.announced, now.end_before) <= 0:
        return "" if now.changed else words("retime.not_late")
    over = _later(now.announced, now.end_after)
    if not now.can_win:
        return words("retime.nothing", minutes=over)
    spare = any(row.proposed > row.floor for row in now.rows)
    return words("retime.not_all", minutes=over) if over > 0 and not spare else ""


def head(words: Words) -> MinuteLine:
    """The names of the columns."""
    names = ("step", "now", "new", "least")
    step, now, new, least = (words(f"retime.head.{name}") for name in names)
    return MinuteLine("", step, now, new, least)


def line(step: str, title: str, row: Row | None, minutes: int, typed: str, words: Words) -> MinuteLine:
    """One step; without a row it has gone by since it was proposed. `typed` are digits that are no number yet."""
    if row is None:
        return MinuteLine(step, title, "", "", words("retime.gone"), fixed=True)
    now = words.number(row.planned)
    if row.protected:
        return MinuteLine(step, title, now, now, words("retime.kept"), fixed=True, running=row.spent is not None)
    new = f"{words.figures(typed)}_" if typed else words.number(minutes)
    least = f"≥{words.number(row.floor)}"
    return MinuteLine(step, title, now, new, least, minutes != row.planned, running=row.spent is not None)


def lines(
    now: Proposal, titles: Mapping[str, str], minutes: Mapping[str, int], typed: tuple[str, str], words: Words
) -> Sequence[MinuteLine]:
    """The steps that are being edited, in their order; `typed` names a step and the digits that stand for it."""
    rows = {row.step: row for row in now.rows}
    return [
        line(step, titles.get(step, step), rows.get(step), each, typed[1] if step == typed[0] else "", words)
        for step, each in minutes.items()
    ]
