"""The form of an indicator: which lines there are for its kind, its scale and its options."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from facilitate.domain.events.agreeing import IndicatorProposed
from facilitate.domain.grid import Grid
from facilitate.language import Words
from facilitate.tui.agreeing import fields as f
from facilitate.tui.agreeing.fields import Asked, FormField
from facilitate.tui.agreeing.indicator_values import LISTS, indicator_in, indicator_out, point_named
from facilitate.tui.agreeing.keys import languages_of
from facilitate.tui.agreeing.reading import Values
from facilitate.tui.agreeing.told import answers_said

KINDS = ("rating", "yesno", "choice", "count", "tally", "duration", "interval", "derived", "note")
ABOUT = ("meeting", "moderator", "step")
MEASURES = ("times", "minutes", "seconds", "steps", "people", "percent")
RULES = ("mean", "lowest", "highest", "share")

Rows = list[tuple[str, str]]
"""Texts of a form: the name of each and what it is called."""


def indicator_fields(grid: Grid, words: Words, languages: Sequence[str], values: Values) -> list[FormField]:
    """The lines for what stands in them: the reader's language first, then what counts, then the other languages."""
    kind, first, many = values.get("kind", "rating"), languages[0], len(languages) > 1
    rows = [("text", words("agree.field.text"))]
    own = _texts_of(kind, grid, words, values)
    found = [
        f.line("id", words),
        f.text_fields(*rows[0], first, words, many),
        f.one_of("kind", "kind", KINDS, words, turns=True),
        f.one_of("about", "about", ABOUT, words),
        *_before_texts(kind, grid, words),
        *(f.text_fields(name, label, first, words, many) for name, label in own),
        *_of_kind(kind, words),
        *_of_all(kind, grid, words),
    ]
    return [*found, *f.others([*rows, *own], languages, values, words)]


def _before_texts(kind: str, grid: Grid, words: Words) -> Iterator[FormField]:
    if kind in ("rating", "derived"):
        yield FormField(
            "scale", words("agree.field.scale"), "pick", tuple((each.id, each.id) for each in grid.scales), turns=True
        )
    if kind == "derived":
        yield f.line("behaviours", words, "C1, C2, C3")
        yield f.one_of("rule", "rule_of", RULES, words)


def _texts_of(kind: str, grid: Grid, words: Words, values: Values) -> Rows:
    """The texts that only this kind has: anchors, what yes and no mean, options."""
    scale = grid.scale(values.get("scale", "")) if kind in ("rating", "derived") else None
    if scale is not None:
        return [
            (
                f"anchor.{point_named(level.value)}",
                words("agree.field.anchor", point=level.value, label=level.label.to(words.language)),
            )
            for level in scale.levels
        ]
    if kind == "yesno":
        return [(name, words(f"agree.field.{name}")) for name in ("yes_means", "no_means")]
    if kind in LISTS:
        called = words(f"agree.field.{LISTS[kind]}")
        return [(f"opt.{each}", f"{called} {each}") for each in f.numbered(values, "opt")]
    return []


def _of_kind(kind: str, words: Words) -> Iterator[FormField]:
    if kind == "choice":
        yield f.line("points", words, "4, 2, 1")
        yield f.yes_no("several", words)
    if kind == "count":
        yield f.one_of("measure", "measure", MEASURES, words)
    if kind in ("count", "tally", "duration"):
        yield f.line("bands", words, "0=1, 2=3, *=4")
    if kind == "interval":
        yield f.line("every", words, "120")
        yield f.yes_no("momentary", words)
        yield f.line("at_most", words)


def _of_all(kind: str, grid: Grid, words: Words) -> Iterator[FormField]:
    if kind != "note":
        yield f.line("weight", words, "1")
        yield f.yes_no("reverse", words)
        owed = answers_said(grid.scoring.evidence_for, words)
        yield f.line("evidence", words, words("agree.evidence_example", rule=owed or words("agree.none")))
    yield f.line("steps", words, words("agree.steps_example"))
    yield f.yes_no("not_observed", words)
    yield f.yes_no("not_applicable", words)
    yield f.line("when", words, words("agree.when_example"))


def with_lists(values: Values, languages: Sequence[str]) -> Values:
    """The values with an empty line behind the options, where the kind has some."""
    return f.with_empty(values, "opt", "o", languages, 4) if values.get("kind") in LISTS else values


def blank(grid: Grid, section: str, languages: Sequence[str]) -> Values:
    """A new indicator, on the first scale if there is one."""
    kind = "rating" if grid.scales else "yesno"
    scale = grid.scales[0].id if grid.scales else ""
    found = {"id": f.next_code(grid, section), "kind": kind, "about": "meeting", "scale": scale, "weight": "1"}
    found |= {"reverse": "no", "not_observed": "yes", "not_applicable": "yes", "momentary": "no", "several": "no"}
    return found | {"every": "120", "measure": "times", "rule": "mean"} | {f"text.{each}": "" for each in languages}


def new_indicator(
    now: Callable[[], Grid], section: str, after: str | None, words: Words, languages: Sequence[str]
) -> Asked:
    """A form for one that is added to a section, after another one or last."""
    begun_in = now()

    def read(values: Values, why: str) -> IndicatorProposed:
        grid = now()
        indicator = indicator_in(values, grid, None, words)
        home = grid.section_of.get(after) if after else None
        place = after if home is not None and home.id == section else None
        return IndicatorProposed(
            action="add", code=indicator.id, section=section, after=place, indicator=indicator, reason=why
        )

    begun = blank(begun_in, section, languages)
    shown = partial(indicator_fields, begun_in, words, languages)
    title = words("agree.form.new_indicator", section=section)
    return Asked(f"new {section}", title, shown, begun, lambda: begun, read, needs_why=False)


def change_indicator(code: str, words: Words, now: Callable[[], Grid]) -> Asked:
    """A form for one that is changed; `now` gives the grid as others have made it by then."""
    grid = now()
    languages = languages_of(grid, words.language)
    base = grid.by_id[code]

    def as_it_stands() -> Values | None:
        standing = now().by_id.get(code)
        return None if standing is None else indicator_out(standing, now(), words, languages)

    def read(values: Values, why: str) -> IndicatorProposed:
        here = now()
        standing = here.by_id.get(code)
        indicator = indicator_in(values, here, standing or base, words)
        if standing is None:
            home = grid.section_of[code].id
            return IndicatorProposed(action="add", code=indicator.id, section=home, indicator=indicator, reason=why)
        return IndicatorProposed(action="edit", code=code, indicator=indicator, reason=why)

    begun = indicator_out(base, grid, words, languages)
    shown = partial(indicator_fields, grid, words, languages)
    return Asked(code, words("agree.form.indicator", code=code), shown, begun, as_it_stands, read)
