"""Facts as plain values: what can be picked instead of written, those that stand, and how each is told."""

from __future__ import annotations

from facilitate.analysis.progress import Asked
from facilitate.domain.events.observing import EvidenceAdded
from facilitate.domain.grid import Grid
from facilitate.domain.indicator import Choice, Derived, Indicator, Rating, YesNo, anchor_at
from facilitate.domain.meeting.sheets import Cell, Evidence, Sheet
from facilitate.domain.meeting.state import Meeting
from facilitate.language import Words
from facilitate.tui.dialogs.facts import FactsShown, Part, Said, Standing
from facilitate.tui.observer.lines import subject_name


def facts_shown(meeting: Meeting, sheet: Sheet, asked: Asked, step: str | None, words: Words) -> FactsShown:
    """What stands in the dialog of the facts behind one answer; `step` is what a new one will be stamped with."""
    grid, indicator = meeting.grid, asked.indicator
    assert grid is not None
    said = words("observe.fact")
    return FactsShown(
        title=f"{indicator.id} · {subject_name(meeting, asked.cell, words)}",
        body=indicator.text.to(words.language),
        label=f"{said} ({words('evidence.in_step', step=step)})" if step else said,
        parts=parts_of(grid, indicator, words),
        facts=tuple(
            Standing(each.id, told(each, grid, words), stamp(each, words)) for each in sheet.evidence_for(asked.cell)
        ),
    )


def fact_of(cell: Cell, step: str | None, said: Said, name: str) -> EvidenceAdded:
    """A new fact behind an answer."""
    return EvidenceAdded(
        about=cell.about,
        indicator=cell.indicator,
        step=step,
        evidence=name,
        text=said.text,
        anchor=said.anchor,
        on_paper=said.on_paper,
    )


def parts_of(grid: Grid, indicator: Indicator, words: Words) -> tuple[Part, ...]:
    """The points of which a part can have been seen, by the number that is kept: a point's value, an option's place."""
    language = words.language
    match indicator:
        case Rating() | Derived():
            scale = grid.scale(indicator.scale)
            return tuple(
                Part(
                    str(int(level.value)),
                    anchor_at(indicator.anchors, level.value).to(language) or level.label.to(language),
                    int(level.value),
                )
                for level in (scale.levels if scale else ())
                if level.value == int(level.value)
            )
        case YesNo():
            yes = indicator.yes_means.to(language) or words("common.yes")
            return Part("1", yes, 1), Part("0", indicator.no_means.to(language) or words("common.no"), 0)
        case Choice():
            options = enumerate(indicator.options, start=1)
            return tuple(Part(str(place), option.label.to(language), place) for place, option in options)
    return ()


def told(fact: Evidence, grid: Grid, words: Words) -> str:
    """A fact in words: its text, else the point that was picked, else where it stands."""
    if fact.text:
        return fact.text
    if fact.anchor is not None:
        indicator = grid.by_id.get(fact.cell.indicator)
        parts = parts_of(grid, indicator, words) if indicator else ()
        label = next((each.label for each in parts if each.anchor == fact.anchor), "")
        return words("evidence.part", point=words.number(fact.anchor), label=label)
    return words("observe.on_paper") if fact.on_paper else fact.photo or ""


def stamp(fact: Evidence, words: Words) -> str:
    """Where and when it was seen: the step, and the time that laptops showed; of what was brought in only the step,
    since its time is when it was typed."""
    time = "" if fact.source is not None else words.hour(fact.at.wall.astimezone())
    said = " ".join(each for each in (fact.seen, time) if each)
    return f"({said})" if said else ""
