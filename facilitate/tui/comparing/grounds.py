"""The fourth view: what is compared with what, through which mapping, what is left out, and what stands apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.style import Style
from rich.text import Text

from facilitate.analysis.programme import Programme
from facilitate.analysis.programme_notes import notes
from facilitate.language import Words
from facilitate.tui.comparing.called import BOLD, Called, one_line
from facilitate.tui.comparing.reading import Lost, Read

_WITHOUT_KEYS = "compare.note.rehearsals"
"""This note names an option of the command; here a key does it, and the page's own line says so."""


def ground_lines(programme: Programme, read: Read, words: Words, rehearsals_key: str) -> list[Text]:
    """The whole view."""
    return list(_lines(programme, read, words, rehearsals_key))


def _lines(programme: Programme, read: Read, words: Words, rehearsals_key: str) -> Iterator[Text]:
    called = Called(programme, words)
    for note in notes(programme):
        if note.message != _WITHOUT_KEYS:
            yield Text(f"• {called.note(note)}")
    if programme.rehearsals_left_out:
        left_out = programme.rehearsals_left_out
        yield Text(f"• {words('sidebyside.rehearsals_out', left_out, key=rehearsals_key)}")
    yield from _fingerprints(programme, words)
    yield from _left_out(programme, words)
    if programme.apart:
        yield from _titled(words("compare.apart"))
        for held in programme.apart:
            values: dict[str, Any] = {
                "title": called.title(held),
                "day": called.day(held),
                "why": words(f"compare.why.{held.apart}"),
            }
            yield Text(f"• {words('sidebyside.apart_why', **values)}")
    for title, lost in (("sidebyside.unreadable", read.lost), ("sidebyside.partly", read.damaged)):
        yield from _files(title, lost, words)


def _fingerprints(programme: Programme, words: Words) -> Iterator[Text]:
    common = programme.common
    if common is None:
        return
    yield from _titled(words("sidebyside.versions"))
    times: dict[str, int] = {}
    shown: dict[str, str] = {}
    for held in programme.compared:
        grid = held.meeting.grid
        if grid is not None:
            times[grid.fingerprint] = times.get(grid.fingerprint, 0) + 1
            shown[grid.fingerprint] = grid.short_fingerprint
    for fingerprint, number in times.items():
        meetings = words("compare.meetings", number)
        how = "leads" if fingerprint == common.grid.fingerprint else "mapped"
        how = how if fingerprint in common.through or how == "leads" else "same_words"
        said = words(f"sidebyside.version.{how}", fingerprint=shown[fingerprint], meetings=meetings)
        yield Text(f"• {said}")


def _left_out(programme: Programme, words: Words) -> Iterator[Text]:
    common = programme.common
    if common is None or not common.left_out:
        return
    yield from _titled(words("sidebyside.left_out"))
    for code in common.left_out:
        text = one_line(common.grid.by_id[code].text.to(words.language))
        yield Text.assemble("• ", (code, BOLD), f" {text}")


def _files(title: str, lost: tuple[Lost, ...], words: Words) -> Iterator[Text]:
    if lost:
        yield from _titled(words(title))
        for each in lost:
            yield Text(f"• {words(each.message, **each.values)}")


def _titled(title: str) -> Iterator[Text]:
    yield Text()
    yield Text(title, Style(bold=True, underline=True))
