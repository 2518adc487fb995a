"""How a meeting was observed, for programs: who has sent, on which grid, the scores, and what the team agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitate.analysis.answers import visible_sheets
from facilitate.analysis.scores import Mean, SubjectScores, scores
from facilitate.cli.reported_telling import Json, Telling, iso
from facilitate.domain.grid import Grid
from facilitate.domain.meeting.view import given
from facilitate.domain.scale import Answer, Chosen, Noted, Value


def scored(tell: Telling) -> Json:
    """Scores only where the view shows a sheet; else none, and why."""
    grid = tell.meeting.grid
    why = _why_no_scores(tell)
    return {
        "observers": [_observer(tell, each) for each in _observers(tell)],
        "grid": _grid(tell, grid) if grid else None,
        "grid_why": None if grid else tell.words("compare.why.no_grid"),
        "scores": [] if why or not grid else [_subject(tell, grid, each) for each in _subjects(tell)],
        "scores_why": tell.why(why),
        "consensus": list(_consensus(tell)),
    }


def _why_no_scores(tell: Telling) -> str | None:
    if tell.meeting.grid is None:
        return "compare.why.no_grid"
    if visible_sheets(tell.meeting):
        return None
    hidden = any(sheet.hidden for sheet in tell.meeting.sheets.values())
    return "report.observed.blind" if hidden else "report.observed.nothing"


def _observers(tell: Telling) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(each.id for each in tell.meeting.observers), *tell.meeting.sheets]))


def _observer(tell: Telling, observer: str) -> Json:
    """`sent` is when; `after_seeing` marks a sheet that was sent after others' scores could be seen."""
    sheet = tell.meeting.sheet(observer)
    return {
        **tell.person(observer),
        "sent": iso(sheet.sent.wall) if sheet.sent else None,
        "sent_why": None if sheet.sent else tell.words(f"report.sheet.{'recalled' if sheet.recalled else 'not_sent'}"),
        "released": sheet.sent is None and given(tell.meeting, sheet),
        "after_seeing": sheet.after_seeing,
        "brought_in": sheet.imported,
    }


def _grid(tell: Telling, grid: Grid) -> Json:
    """`standing` is not_agreed, agreed, or amended where an agreed grid was changed and not agreed again."""
    return {
        "id": grid.id,
        "title": grid.title.to(tell.words.language),
        "version": grid.version,
        "fingerprint": grid.fingerprint,
        "standing": tell.meeting.grids.standing,
    }


def _subjects(tell: Telling) -> tuple[SubjectScores, ...]:
    return scores(tell.meeting, tell.now).subjects


def _subject(tell: Telling, grid: Grid, found: SubjectScores) -> Json:
    titles = {section.id: section.title.to(tell.words.language) for section in grid.sections}
    return {
        **tell.subject(found.about),
        "overall": _mean(tell, found.overall),
        "sections": [
            {"section": code, "title": titles.get(code, ""), **_mean(tell, mean)}
            for code, mean in found.sections.items()
        ],
        "indicators": [
            {
                "indicator": code,
                "text": grid.by_id[code].text.to(tell.words.language),
                **_mean(tell, mean, "voices.why.not_scored"),
            }
            for code, mean in found.indicators.items()
        ],
    }


def _mean(tell: Telling, mean: Mean, why: str = "compare.why.not_enough") -> Json:
    """The mean over observers, the greatest minus the smallest, and the sample standard deviation.

    With no observers a value is the log's alone. `why` says why there is no value, `spread_why` why there is no spread.
    """
    alone = "voices.why.one_observer" if mean.observers else "voices.why.log_alone"
    return {
        "value": mean.mean,
        "spread": mean.spread,
        "sd": mean.sd,
        "observers": mean.observers,
        "why": tell.words(why) if mean.mean is None else None,
        "spread_why": tell.words(why if mean.mean is None else alone) if mean.spread is None else None,
    }


def _consensus(tell: Telling) -> Iterator[Json]:
    """What the team agreed upon after talking; observers' own scores stay what they were."""
    grid = tell.meeting.grid
    for cell, review in tell.meeting.consensus.items():
        if grid is not None and cell.indicator in grid.by_id and review.value is not None:
            yield {
                **tell.subject(cell.about),
                "indicator": cell.indicator,
                "step": cell.step,
                "value": _plain(review.value),
                "reason": review.reason,
            }


def _plain(value: Value) -> Any:
    """A value as programs read it: a number, a word such as ``not_observed``, the options of a choice, or a text."""
    match value:
        case Answer():
            return value.value
        case Chosen(choices=choices):
            return list(choices)
        case Noted(text=text):
            return text
    return value
