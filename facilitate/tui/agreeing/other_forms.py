"""The forms of a section, of a scale, and of the frame of a grid."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from facilitate.domain.events.agreeing import FrameProposed, ScaleProposed, SectionProposed
from facilitate.domain.grid import Grid, Scoring, Section
from facilitate.domain.model import Wording, harmless, replaced
from facilitate.domain.scale import Level, Number, Scale
from facilitate.language import Words
from facilitate.tui.agreeing import distance_lines
from facilitate.tui.agreeing import fields as f
from facilitate.tui.agreeing.fields import Asked, FormField
from facilitate.tui.agreeing.keys import languages_of, scale_key, section_key
from facilitate.tui.agreeing.reading import Values, WrongError, answers_in, bare, number_in, wording_in, wording_out
from facilitate.tui.agreeing.told import answers_said

Now = Callable[[], Grid]
"""The grid as it is by then."""

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}")


def code_in(values: Values) -> str:
    """The code of something new. Raises WrongError."""
    code = values.get("id", "").strip()
    if not _CODE.fullmatch(code):
        raise WrongError("id", "agree.wrong.code", text=code)
    return code


def title_in(values: Values, before: Wording) -> Wording:
    title = wording_in(values, "title", before)
    if not title:
        raise WrongError(next(each for each in values if each.startswith("title.")), "agree.wrong.text")
    return title


def _titles(words: Words, languages: Sequence[str]) -> list[FormField]:
    label = words("agree.field.title")
    return [f.text_fields("title", label, each, words, len(languages) > 1) for each in languages]


# Sections.


def _section_out(section: Section, languages: Sequence[str]) -> Values:
    return {"id": section.id, **wording_out("title", section.title, languages), "weight": bare(section.weight)}


def new_section(now: Now, after: str | None, words: Words) -> Asked:
    grid = now()
    languages = languages_of(grid, words.language)
    begun = {"id": f.next_section(grid), **{f"title.{each}": "" for each in languages}, "weight": "1"}

    def read(values: Values, why: str) -> SectionProposed:
        title, weight = title_in(values, Wording()), float(number_in(values, "weight"))
        return SectionProposed(
            action="add", section=code_in(values), title=title, weight=weight, after=after, reason=why
        )

    lines = [f.line("id", words), *_titles(words, languages), f.line("weight", words)]
    return Asked("new §", words("agree.form.new_section"), lambda _: lines, begun, lambda: begun, read, needs_why=False)


def change_section(section: str, now: Now, words: Words) -> Asked:
    grid = now()
    languages = languages_of(grid, words.language)

    def standing() -> Section | None:
        return next((each for each in now().sections if each.id == section), None)

    def as_it_stands() -> Values | None:
        found = standing()
        return _section_out(found, languages) if found else None

    def read(values: Values, why: str) -> SectionProposed:
        found = standing()
        title = title_in(values, found.title if found else Wording())
        weight = float(number_in(values, "weight"))
        action = "edit" if found else "add"
        return SectionProposed(action=action, section=section, title=title, weight=weight, reason=why)

    lines = [*_titles(words, languages), f.line("weight", words)]
    title = words("agree.form.section", code=section)
    return Asked(section_key(section), title, lambda _: lines, as_it_stands() or {}, as_it_stands, read)


# Scales.


def _scale_out(scale: Scale, languages: Sequence[str]) -> Values:
    found = {"id": scale.id, "best": scale.best, "measurement": scale.measurement}
    for place, level in enumerate(scale.levels, start=1):
        found |= {f"point.p{place}.value": bare(level.value), **wording_out(f"point.p{place}", level.label, languages)}
    found |= distance_lines.distances_out(scale)
    found |= wording_out("not_observed", scale.not_observed, languages)
    return found | wording_out("not_applicable", scale.not_applicable, languages)


def _scale_in(values: Values, name: str, before: Scale | None) -> Scale:
    had = {level.value: level.label for level in before.levels} if before else {}
    lines, points, levels = f.numbered(values, "point"), dict[str, Number](), list[Level]()
    for each in lines:
        own = (one for one in values if one.startswith(f"point.{each}.") and one != distance_lines.field(each))
        if not any(values[one].strip() for one in own):
            continue
        value = number_in(values, f"point.{each}.value", None)
        if value in points.values():
            raise WrongError(f"point.{each}.value", "agree.wrong.point_twice", point=value)
        label = wording_in(values, f"point.{each}", had.get(value, Wording()))
        if not label:
            raise WrongError(f"point.{each}.value", "agree.wrong.text")
        levels.append(Level(value=value, label=label))
        points[each] = value
    if len(levels) < 2:
        raise WrongError("point.p1.value", "agree.wrong.points_few")
    rest = {
        each: wording_in(values, each, getattr(before, each, Wording())) for each in ("not_observed", "not_applicable")
    }
    given = {"best": values.get("best", "high"), "measurement": values.get("measurement", "ordinal"), **rest}
    given |= {"note": getattr(before, "note", None)}
    far = distance_lines.distances_in(values, lines, points)
    return Scale.model_validate({"id": name, "levels": tuple(levels), "distances": far, **given})


def _scale_fields(words: Words, languages: Sequence[str], new: bool, values: Values) -> list[FormField]:
    found = [f.line("id", words)] if new else []
    found.append(f.one_of("best", "best", ("high", "low"), words))
    measured = ("ordinal", "interval", "ratio", "nominal")
    found.append(f.one_of("measurement", "measured", measured, words))
    for number, each in enumerate(f.numbered(values, "point"), start=1):
        found.append(FormField(f"point.{each}.value", words("agree.field.point", number=number)))
        label = words("agree.field.point_label", number=number)
        found += [f.text_fields(f"point.{each}", label, one, words, len(languages) > 1) for one in languages]
        if number > 1 and distance_lines.asked(values):
            found.append(FormField(distance_lines.field(each), words("agree.field.apart", number=number)))
    for each in ("not_observed", "not_applicable"):
        label = words(f"common.{each}")
        found += [f.text_fields(each, label, one, words, len(languages) > 1) for one in languages]
    return found


def change_scale(scale: str | None, now: Now, words: Words) -> Asked:
    """A form for a scale, or for a new one."""
    grid = now()
    languages = languages_of(grid, words.language)
    empty = {f"point.p{n}.{name}": "" for n in (1, 2, 3, 4) for name in ("value", *languages)}
    blank = {"id": f.next_scale(grid), "best": "high", "measurement": "ordinal", **empty}

    def as_it_stands() -> Values | None:
        found = now().scale(scale) if scale else None
        return _scale_out(found, languages) if found else None if scale else blank

    def read(values: Values, why: str) -> ScaleProposed:
        name = scale or code_in(values)
        if scale is None and now().scale(name) is not None:
            raise WrongError("id", "agree.wrong.scale_taken", scale=name)
        return ScaleProposed(scale=name, content=_scale_in(values, name, now().scale(name)), reason=why)

    title = words("agree.form.scale", scale=scale) if scale else words("agree.form.new_scale")
    key = scale_key(scale) if scale else "new ="
    begun = as_it_stands() or {}

    def shown(values: Values) -> list[FormField]:
        return _scale_fields(words, languages, scale is None, values)

    return Asked(key, title, shown, begun, as_it_stands, read, needs_why=scale is not None)


# The frame.


def _frame_out(grid: Grid, words: Words, languages: Sequence[str]) -> Values:
    found = {**wording_out("title", grid.title, languages), "version": grid.version}
    found["enough"] = bare(round(grid.scoring.enough * 100))
    found["evidence"] = answers_said(grid.scoring.evidence_for, words)
    for number, rule in enumerate(grid.observer_rules, start=1):
        found |= wording_out(f"rule.r{number}", rule, languages)
    return found


def change_frame(key: str, now: Now, words: Words) -> Asked:
    languages = languages_of(now(), words.language)

    def read(values: Values, why: str) -> FrameProposed:
        grid = now()
        share = number_in(values, "enough")
        if share > 100:
            raise WrongError("enough", "agree.wrong.number", text=values["enough"])
        owed = answers_in(values.get("evidence", ""), words)
        scoring = replaced(grid.scoring, enough=share / 100, evidence_for=owed)
        had = dict(enumerate(grid.observer_rules, start=1))
        rules = (
            wording_in(values, f"rule.{each}", had.get(int(each[1:]), Wording())) for each in f.numbered(values, "rule")
        )
        return FrameProposed(
            title=title_in(values, grid.title),
            version=harmless(values.get("version", "")) or grid.version,
            scoring=Scoring.model_validate(dict(scoring)),
            observer_rules=tuple(each for each in rules if each),
            reason=why,
        )

    def shown(values: Values) -> list[FormField]:
        found = [*_titles(words, languages), f.line("version", words), f.line("enough", words)]
        found.append(f.line("evidence", words, "1, 4"))
        for number, each in enumerate(f.numbered(values, "rule"), start=1):
            label = words("agree.field.observer_rule", number=number)
            found += [f.text_fields(f"rule.{each}", label, one, words, len(languages) > 1) for one in languages]
        return found

    begun = _frame_out(now(), words, languages)
    return Asked(key, words("agree.form.frame"), shown, begun, lambda: _frame_out(now(), words, languages), read)


def with_lists(values: Values, languages: Sequence[str]) -> Values:
    """The values with an empty line behind the rules of a frame and the points of a scale."""
    if "enough" in values:
        return f.with_empty(values, "rule", "r", languages)
    if "best" not in values:
        return values
    asked = ("value", *languages, *(("apart",) if distance_lines.asked(values) else ()))
    return f.with_empty(values, "point", "p", asked)
