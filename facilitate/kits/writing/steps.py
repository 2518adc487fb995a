"""The steps of an agenda, and what they name: methods and energisers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitate.domain.agenda import Energiser, Method, Step
from facilitate.domain.model import Language
from facilitate.kits.writing.scalars import flag, name, number, quoted
from facilitate.kits.writing.tree import Map, Node, flow, present
from facilitate.kits.writing.wordings import needed, wording, wordings


def step(each: Step, languages: Sequence[Language]) -> Map:
    """One step. Its phase always stands: it says where in the meeting one is."""
    return Map(
        present(
            ("id", name(each.id)),
            ("slug", _name(each.slug)),
            ("phase", each.phase),
            ("counted", None if each.counted else flag(False)),
            ("title", needed(each.title, languages)),
            ("purpose", wording(each.purpose, languages)),
            ("minutes", number(each.minutes)),
            ("min_minutes", number(each.min_minutes) if each.min_minutes else None),
            ("protect", flag(True) if each.protect else None),
            ("method", _name(each.method)),
            ("groups", each.groups if each.groups != "plenary" else None),
            ("group_rule", wording(each.group_rule, languages)),
            ("turn_seconds", number(each.turn_seconds) if each.turn_seconds is not None else None),
            ("records", flow(map(name, each.records))),
            ("max_items", number(each.max_items) if each.max_items is not None else None),
            ("energiser", _name(each.energiser)),
            ("output", wording(each.output, languages)),
            ("tips", wordings(each.tips, languages)),
            ("sources", flow(map(name, each.sources))),
        )
    )


def methods(several: Mapping[str, Method], languages: Sequence[Language]) -> Map | None:
    """How steps are done."""
    return Map(tuple((name(key), _method(each, languages)) for key, each in several.items())) if several else None


def _method(method: Method, languages: Sequence[Language]) -> Map:
    description = wording(method.description, languages)
    return Map(present(("title", needed(method.title, languages)), ("description", description)))


def energiser(each: Energiser, languages: Sequence[Language]) -> Map:
    """One energiser with its instructions."""
    usual = Energiser.model_fields
    return Map(
        present(
            ("id", name(each.id)),
            ("title", needed(each.title, languages)),
            ("minutes", number(each.minutes)),
            ("posture", quoted(each.posture) if each.posture != usual["posture"].default else None),
            ("touch", flag(True) if each.touch else None),
            ("materials", quoted(each.materials) if each.materials != usual["materials"].default else None),
            ("good_for", flow(map(name, each.good_for))),
            ("steps", wordings(each.steps, languages)),
            ("tip", wording(each.tip, languages)),
            ("sources", flow(map(name, each.sources))),
        )
    )


def _name(identifier: str | None) -> Node | None:
    return name(identifier) if identifier is not None else None
