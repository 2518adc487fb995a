"""Scores in more detail than the means by section: each observer's overall score, and the steps of the agenda."""

from __future__ import annotations

from collections.abc import Iterator

from facilitate.analysis.scores import Mean, Scores
from facilitate.analysis.sections import SectionScore
from facilitate.analysis.step_scores import step_scores
from facilitate.report.answers import about
from facilitate.report.blocks import Block, Paragraph, table
from facilitate.report.teller import Teller


def by_observer(tell: Teller, found: Scores) -> Iterator[Block]:
    """Observers down, moderators and the meeting across; nothing where there are not two to set side by side."""
    given = {(each.observer, each.about): each.overall for each in found.sheets if each.overall.by_hand}
    shown = {key for key, score in given.items() if score.mean is not None}
    observers = dict.fromkeys(observer for observer, _ in given)
    if len({observer for observer, _ in shown}) < 2:
        return
    subjects = [each.about for each in found.subjects if any(each.about == subject for _, subject in shown)]
    yield Paragraph(tell("scores.by_observer"))
    rows = [
        (tell.name(each), *(_overall(tell, given.get((each, subject))) for subject in subjects)) for each in observers
    ]
    yield table((tell("scores.observer"), *(about(tell, each) for each in subjects)), rows, numbers_from=1)


def _overall(tell: Teller, score: SectionScore | None) -> str:
    if score is None:
        return ""
    return tell("scores.not_shown") if score.mean is None else tell.words.number(score.mean, 1)


def by_step(tell: Teller) -> Iterator[Block]:
    """A line for each step that was scored; nothing where the grid asks nothing about steps, or nobody answered."""
    found = step_scores(tell.meeting, tell.now)
    if not any(each.together.observers for each in found):
        return
    yield tell.part("scores.steps", 2)
    yield Paragraph(tell("scores.steps.how_to_read"))
    header = tuple(tell(f"scores.steps.{column}") for column in ("step", "mean", "observers"))
    rows = [(tell.step(each.step), *_together(tell, each.together)) for each in found]
    yield table(header, rows, numbers_from=1)


def _together(tell: Teller, mean: Mean) -> tuple[str, str]:
    if mean.mean is None:
        return tell("scores.not_shown"), ""
    number, observers = tell.words.number(mean.mean, 1), tell.words.number(mean.observers)
    if mean.spread is None:
        return number, observers
    return tell("scores.spread", mean=number, spread=tell.words.number(mean.spread, 1)), observers
