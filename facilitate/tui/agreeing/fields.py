"""The lines of a form: what is asked, how, and which languages lack their text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from facilitate.domain.events import Fact
from facilitate.domain.grid import Grid
from facilitate.language import Words
from facilitate.tui.agreeing.reading import Values
from facilitate.tui.agreeing.told import tongue

How = Literal["text", "line", "pick", "head"]


class FormField(NamedTuple):
    """One line, or a heading; a `turns` line decides which other lines there are."""

    name: str
    label: str
    how: How = "line"
    options: tuple[tuple[str, str], ...] = ()
    example: str = ""
    turns: bool = False


class Asked(NamedTuple):
    """A form: `fields` says which lines there are for what stands in them, `read` makes the change of it.

    `now` gives the values as they stand by now, or nothing where the thing is gone; `read` raises WrongError. Where the
    reason may stay away, `why` is not needed.
    """

    key: str
    title: str
    fields: Callable[[Values], Sequence[FormField]]
    begun: Values
    now: Callable[[], Values | None]
    read: Callable[[Values, str], Fact]
    needs_why: bool = True


def text_fields(name: str, label: str, language: str, words: Words, many: bool) -> FormField:
    """One text in one language; the language is said where there are several."""
    said = words("agree.in_language", label=label, language=tongue(language)) if many else label
    return FormField(f"{name}.{language}", said, "text")


def yes_no(name: str, words: Words) -> FormField:
    options = (("yes", words("common.yes")), ("no", words("common.no")))
    return FormField(name, words(f"agree.field.{name}"), "pick", options)


def one_of(name: str, prefix: str, options: Iterable[str], words: Words, turns: bool = False) -> FormField:
    """A few answers, all of them in sight."""
    named = tuple((each, words(f"agree.{prefix}.{each}")) for each in options)
    return FormField(name, words(f"agree.field.{name}"), "pick", named, turns=turns)


def line(name: str, words: Words, example: str = "", turns: bool = False) -> FormField:
    return FormField(name, words(f"agree.field.{name}"), "line", example=example, turns=turns)


def head(language: str, missing: int, words: Words) -> FormField:
    """What begins another language, with how many of its texts are missing."""
    told = words("agree.other_language", language=tongue(language))
    return FormField(
        f"head.{language}", f"{told}  {words('agree.missing', count=missing)}" if missing else told, "head"
    )


def others(
    rows: Sequence[tuple[str, str]], languages: Sequence[str], values: Values, words: Words
) -> Iterator[FormField]:
    """The same texts in every language but the first; `rows` are (name, label)."""
    for language in languages[1:]:
        missing = sum(
            not values.get(f"{name}.{language}", "").strip() and bool(values.get(f"{name}.{languages[0]}", "").strip())
            for name, _ in rows
        )
        yield head(language, missing, words)
        for name, label in rows:
            yield text_fields(name, label, language, words, many=True)


def numbered(values: Values, prefix: str) -> list[str]:
    """The ids of what is listed under a prefix, as ``opt`` for ``opt.o1.en``, in the order in which they stand."""
    ids = (name.split(".")[1] for name in values if name.startswith(f"{prefix}."))
    return list(dict.fromkeys(ids))


def with_empty(values: Values, prefix: str, letter: str, languages: Sequence[str], least: int = 0) -> Values:
    """The values with two empty lines at the end of a list, for what is added, and at `least` so many in all."""
    ids = numbered(values, prefix)
    filled = [each for each in ids if any(values[one].strip() for one in values if one.startswith(f"{prefix}.{each}."))]
    behind = len(ids) - (ids.index(filled[-1]) + 1 if filled else 0)
    number, found = 1, dict(values)
    for _ in range(max(2 - behind, least - len(ids))):
        while f"{letter}{number}" in ids:
            number += 1
        ids.append(f"{letter}{number}")
        found |= {f"{prefix}.{letter}{number}.{one}": "" for one in languages}
    return found


def merged(now: Values, begun: Values, typed: Values) -> Values:
    """What stands by now, with what this person has changed put over it; what they have not touched is others'."""
    return {**now, **{name: text for name, text in typed.items() if begun.get(name, "") != text}}


def next_code(grid: Grid, section: str) -> str:
    """The next free code of a section: after A1 to A5, A6."""
    number, codes = 1, {each.casefold() for each in grid.by_id}
    found = next((each for each in grid.sections if each.id == section), None)
    held = [each.id for each in found.indicators] if found else []
    digits = [int(tail) for each in held if (tail := each.removeprefix(section)).isdigit()]
    number = max(digits, default=0) + 1
    while f"{section}{number}".casefold() in codes:
        number += 1
    return f"{section}{number}"


def next_section(grid: Grid) -> str:
    """The next free letter, then numbers."""
    taken = {each.id for each in grid.sections}
    letters = (chr(place) for place in range(ord("A"), ord("Z") + 1))
    return next((each for each in letters if each not in taken), f"S{len(taken) + 1}")


def next_scale(grid: Grid) -> str:
    number = len(grid.scales) + 1
    while grid.scale(f"scale{number}") is not None:
        number += 1
    return f"scale{number}"


def whole(**given: Any) -> dict[str, Any]:
    """What is given, without what is nothing."""
    return {name: value for name, value in given.items() if value is not None}
