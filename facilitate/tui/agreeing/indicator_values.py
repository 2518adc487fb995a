"""An indicator as the values of a form, and back; what only a file can say well stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from facilitate.domain.grid import Grid
from facilitate.domain.indicator import (
    Anchor,
    Choice,
    Condition,
    Derived,
    Indicator,
    Interval,
    Option,
    Rating,
    anchor_at,
)
from facilitate.domain.model import Wording
from facilitate.domain.scale import Number
from facilitate.language import Words
from facilitate.language.numbers import read_number
from facilitate.tui.agreeing.reading import (
    Values,
    WrongError,
    answers_in,
    bands_in,
    bands_out,
    bare,
    flag,
    flagged,
    number_in,
    parts,
    wording_in,
    wording_out,
)
from facilitate.tui.agreeing.told import answers_said

NEVER = "-"
"""Typed where no answer owes a fact, whatever the grid's rule is."""

LISTS = {"choice": "options", "interval": "codes", "tally": "groups", "duration": "groups"}
"""What the options of a kind are called."""

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}")
_ONE: TypeAdapter[Indicator] = TypeAdapter(Indicator)


def indicator_out(indicator: Indicator, grid: Grid, words: Words, languages: Sequence[str]) -> Values:
    """The values of a form for an indicator."""
    own = indicator.evidence_for
    when = indicator.when
    values = {
        "id": indicator.id,
        "kind": indicator.kind,
        "about": indicator.about,
        "section": grid.section_of[indicator.id].id if indicator.id in grid.section_of else "",
        "steps": ", ".join(indicator.steps),
        "weight": bare(indicator.weight),
        "reverse": flagged(indicator.reverse),
        "not_observed": flagged(indicator.not_observed),
        "not_applicable": flagged(indicator.not_applicable),
        "evidence": "" if own is None else answers_said(own, words) or NEVER,
        "when": f"{when.indicator} = {answers_said(when.values, words)}" if when else "",
        **wording_out("text", indicator.text, languages),
    }
    return values | _own_out(indicator, languages)


def _own_out(indicator: Any, languages: Sequence[str]) -> Values:
    """What only this kind has."""
    found: Values = {}
    if isinstance(indicator, Rating | Derived):
        found["scale"] = indicator.scale
        for anchor in indicator.anchors:
            found |= wording_out(f"anchor.{point_named(anchor.value)}", anchor.text, languages)
    if isinstance(indicator, Derived):
        found |= {"behaviours": ", ".join(indicator.behaviours), "rule": indicator.rule}
    if isinstance(indicator, Interval):
        at_most = bare(indicator.at_most)
        found |= {"every": str(indicator.every_seconds), "momentary": flagged(indicator.momentary), "at_most": at_most}
    if isinstance(indicator, Choice):
        found["several"] = flagged(indicator.several)
        found["points"] = ", ".join(bare(each.score) or "-" for each in indicator.options)
    for option in getattr(indicator, LISTS.get(indicator.kind, ""), ()):
        found |= wording_out(f"opt.{option.id}", option.label, languages)
    for name in ("yes_means", "no_means"):
        found |= wording_out(name, getattr(indicator, name), languages) if hasattr(indicator, name) else {}
    if hasattr(indicator, "measure"):
        found["measure"] = indicator.measure
    return found | ({"bands": bands_out(indicator.bands)} if hasattr(indicator, "bands") else {})


def point_named(value: Number) -> str:
    """A point in the name of a field, where a dot parts names."""
    return bare(value).replace(".", "_")


def indicator_in(values: Values, grid: Grid, before: Indicator | None, words: Words) -> Indicator:
    """The indicator that a form describes. Raises WrongError with the field that is wrong."""
    code, kind = values.get("id", "").strip(), values.get("kind", "rating")
    if not _CODE.fullmatch(code):
        raise WrongError("id", "agree.wrong.code", text=code)
    same = before if before is not None and before.kind == kind else None
    kept: dict[str, Any] = {name: getattr(same, name) for name in type(same).model_fields} if same else {}
    if before is not None and same is None:
        kept = {"sources": before.sources}
    text = wording_in(values, "text", before.text if before else Wording())
    if not text:
        raise WrongError(next(each for each in values if each.startswith("text.")), "agree.wrong.text")
    given = {
        "id": code,
        "kind": kind,
        "text": text,
        "about": values.get("about", "meeting"),
        "steps": tuple(parts(values.get("steps", ""))),
        "weight": number_in(values, "weight"),
        "reverse": flag(values, "reverse"),
        "not_observed": flag(values, "not_observed"),
        "not_applicable": flag(values, "not_applicable"),
        "evidence_for": _evidence(values["evidence"], words) if "evidence" in values else None,
        "when": _condition(values.get("when", ""), code, grid, words),
    }
    try:
        return _ONE.validate_python({**kept, **given, **_own_in(kind, values, grid, same)})
    except ValidationError as error:
        where = str(error.errors()[0]["loc"][-1] if error.errors()[0]["loc"] else "")
        raise WrongError(where, "agree.wrong.content", name=where) from None


def _evidence(text: str, words: Words) -> tuple[Number | str, ...] | None:
    said = text.strip()
    return None if not said else () if said == NEVER else answers_in(said, words)


def _condition(text: str, code: str, grid: Grid, words: Words) -> Condition | None:
    """``A3 = yes``. Raises WrongError."""
    if not text.strip():
        return None
    other, sign, said = text.partition("=")
    answers = answers_in(said, words)
    if not sign or not answers:
        raise WrongError("when", "agree.wrong.when", text=text)
    if other.strip() not in grid.by_id or other.strip() == code:
        raise WrongError("when", "refused.no_such_indicator", code=other.strip())
    return Condition(indicator=other.strip(), values=answers)


def _own_in(kind: str, values: Values, grid: Grid, before: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if kind in ("rating", "derived"):
        found |= _rated(values, grid, before)
    if kind == "derived":
        found |= {"behaviours": _behaviours(values, grid), "rule": values.get("rule", "mean")}
    if kind == "yesno":
        for name in ("yes_means", "no_means"):
            found[name] = wording_in(values, name, getattr(before, name, Wording()))
    if kind in LISTS:
        found[LISTS[kind]] = _options(kind, values, before)
    if kind == "choice":
        found["several"] = flag(values, "several")
    if kind == "interval":
        at_most = number_in(values, "at_most", 1) if values.get("at_most", "").strip() else None
        found |= {"every_seconds": number_in(values, "every", 1), "momentary": flag(values, "momentary")}
        found["at_most"] = at_most
    if kind == "count":
        found["measure"] = values.get("measure", "times")
    return found | ({"bands": bands_in(values, "bands")} if kind in ("count", "tally", "duration") else {})


def _rated(values: Values, grid: Grid, before: Any) -> dict[str, Any]:
    scale = grid.scale(values.get("scale", ""))
    if scale is None:
        raise WrongError("scale", "refused.no_such_scale", scale=values.get("scale", ""))
    had = getattr(before, "anchors", ())
    told = (
        (value, wording_in(values, f"anchor.{point_named(value)}", anchor_at(had, value))) for value in scale.values
    )
    return {"scale": scale.id, "anchors": tuple(Anchor(value=value, text=text) for value, text in told if text)}


def _behaviours(values: Values, grid: Grid) -> tuple[str, ...]:
    codes = tuple(parts(values.get("behaviours", "")))
    gone = next((each for each in codes if each not in grid.by_id), None)
    if gone is not None:
        raise WrongError("behaviours", "refused.no_such_indicator", code=gone)
    if not codes:
        raise WrongError("behaviours", "ask.needed")
    return codes


def _options(kind: str, values: Values, before: Any) -> tuple[Option, ...]:
    """Each keeps the id that it has; one whose words were taken out is gone."""
    had = {each.id: each for each in getattr(before, LISTS[kind], ())}
    ids = dict.fromkeys(name.split(".")[1] for name in values if name.startswith("opt."))
    texts = {each: wording_in(values, f"opt.{each}", had[each].label if each in had else Wording()) for each in ids}
    left = [each for each, text in texts.items() if text]
    least = {"choice": 2, "interval": 1}.get(kind, 0)
    if len(left) < least:
        empty = next((each for each in ids if each not in left), "o1")
        language = next((name.split(".")[2] for name in values if name.startswith(f"opt.{empty}.")), "")
        raise WrongError(f"opt.{empty}.{language}", "agree.wrong.options", count=least)
    if kind != "choice":
        return tuple(
            Option(id=each, label=texts[each], score=had[each].score if each in had else None) for each in left
        )
    scores = _points(values, len(left))
    return tuple(Option(id=each, label=texts[each], score=scores[place]) for place, each in enumerate(left))


def _points(values: Values, count: int) -> list[Number | None]:
    said = parts(values.get("points", ""))
    read = [None if each == "-" else read_number(each) for each in said]
    wrong = next((text for text, number in zip(said, read, strict=True) if number is None and text != "-"), None)
    if wrong is not None or len(said) > count:
        raise WrongError("points", "agree.wrong.points", text=values.get("points", ""))
    return [*read, *[None] * (count - len(read))]
