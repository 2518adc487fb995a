"""How far the agreement is, above everything: the grid with its fingerprint, yes by person, what is open or lacking."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text

from facilitate.domain.agreement import needed
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.state import Meeting
from facilitate.domain.soundness import Lack
from facilitate.language import Words
from facilitate.tui.agreeing.voices import Assembly
from facilitate.tui.agreeing.workshop import Draft, Only
from facilitate.tui.drawing import bar
from facilitate.tui.observer.rows import packed

BETWEEN = " · "
_BAR = 6


def standing_said(meeting: Meeting, words: Words) -> str:
    """Not agreed, agreed by so many, or amended since."""
    standing, seal = meeting.grids.standing, meeting.grids.seal
    if standing == "agreed" and seal is not None:
        return words("agree.standing.agreed", count=len(seal.signatures))
    return words(f"agree.standing.{standing}")


def rule_said(meeting: Meeting, words: Words) -> str:
    rule = meeting.grids.rule
    return words("agree.rule.all") if rule.rule == "all" else words("agree.rule.quorum", count=rule.quorum or 1)


def above(meeting: Meeting, voices: Assembly, lacking: Sequence[Lack], only: Only, words: Words, width: int) -> Text:
    """The standing of the whole."""
    grid = meeting.grid
    if grid is None:
        return Text(words("agree.no_grid"))
    first = [grid.short_fingerprint, standing_said(meeting, words), rule_said(meeting, words)]
    first.append(words("agree.version", version=grid.version))
    last = [words("agree.open_for_me", count=len(voices.open_for_me()))] if voices.is_asked else []
    if voices.objections:
        last.append(words("agree.objections", count=len(voices.objections)))
    if lacking:
        first_lack = lacking[0]
        last.append(words(first_lack.message, code=first_lack.code, **first_lack.values))
        last += [words("agree.lacks_more", count=len(lacking) - 1)] if len(lacking) > 1 else []
    if only:
        last.append(words(f"agree.only.{only}"))
    lines = [Text(BETWEEN.join(first), Style(bold=True)), *packed(_people(meeting, voices, words), width)]
    return Text("\n").join([*lines, *([Text(BETWEEN.join(last))] if last else [])])


def _people(meeting: Meeting, voices: Assembly, words: Words) -> list[Text]:
    """Yes by person, as a bar and in numbers; nobody is parted from theirs at the end of a line."""
    total = len(voices.codes)
    if not voices.asked:
        return [Text(words("agree.nobody_asked"))]
    counted = {person.id: total - left for person, left in voices.left()}
    done = sum(each == total for each in counted.values())
    people = [
        Text(f"{meeting.name(person)} {bar(yes / total, _BAR)} {words.number(yes)}/{words.number(total)}")
        for person, yes in counted.items()
    ]
    return [Text(words("agree.signed", count=done, needed=needed(meeting))), *people]


def above_draft(grid: Grid, draft: Draft, lacking: Sequence[Lack], words: Words) -> Text:
    """That this is a draft, what it changes, and what it lacks."""
    said = [Text(words("agree.draft", count=len(draft.changes)), Style(bold=True, reverse=True))]
    said.append(Text(words("agree.draft_keys", fingerprint=draft.base.short_fingerprint, now=grid.short_fingerprint)))
    if lacking:
        said.append(Text(words(lacking[0].message, code=lacking[0].code, **lacking[0].values)))
    return Text("\n").join(said)
